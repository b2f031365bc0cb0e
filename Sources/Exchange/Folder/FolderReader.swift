import Association
import Ledger

/// Reads the files of a folder in the order in which they point to one another: the mapping, the members and the
/// insatser first, then what names them.
struct FolderReader {
  private let files: [(place: FolderPath, file: FolderFile)]
  private var logs: [FileLog] = []
  private var known = Section.Known()
  private var folder = AssociationFolder(association: Association(name: "", organisationNumber: ""))

  init(_ files: [FolderFile]) {
    self.files =
      files
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map { (FolderPath($0.path), $0) }
  }

  mutating func read() -> Reading<AssociationFolder> {
    lookAtPaths()
    readMapping()
    readAssociation()
    readMembersAndInsatser()
    readBoardHistoryAndQuotes()
    readYears()
    readTexts()
    return Reading(value: folder, diagnostics: logs.flatMap(\.diagnostics).sorted { $0.place < $1.place })
  }

  private mutating func log(for path: String) -> FileLog {
    let log = FileLog(path: PersonalNumber.masked(path))
    logs.append(log)
    return log
  }

  private mutating func lookAtPaths() {
    var previous: String?
    for (place, file) in files {
      if file.path == previous { log(for: file.path).fileTwice() }
      if !PersonalNumber.find(in: file.path).isEmpty { log(for: file.path).pathWithPersonalNumber() }
      previous = file.path
      switch place {
      case .bookkeeping: folder.bookkeeping.append(file)
      case .attachment: folder.attachments.append(file)
      case .readMe:
        folder.unknown.append(file)
        // Read for what must not be in it, and for nothing else.
        _ = FileText.read(file.bytes, log: log(for: file.path))
      case .unknown:
        folder.unknown.append(file)
        log(for: file.path).unknownFile(likely: FolderPath.likely(for: file.path))
      case .single, .yearly, .text: break
      }
    }
  }

  /// The section that a YAML file is, and whether all of the file could be read; nil where there is no such file.
  private mutating func section(_ single: FolderPath.Single, keys: [String]?) -> (section: Section, isWhole: Bool)? {
    files.first { $0.place == .single(single) }.map { section(of: $0.file, keys: keys) }
  }

  private mutating func section(of file: FolderFile, keys: [String]?) -> (section: Section, isWhole: Bool) {
    let log = log(for: file.path)
    let root = FileText.read(file.bytes, log: log).flatMap { YAMLDocument.read($0, log: log) }
    let isWhole = !log.diagnostics.contains { $0.code != "personnummer" }
    let node = root ?? YAMLNode(content: .scalar("", isPlain: true), line: 0, scalar: 0)
    // Of a file that could not be read at all, nothing is missed key by key.
    let quiet = root == nil && !isWhole
    return (Section(node, keys: keys, log: quiet ? FileLog(path: file.path) : log, known: known), isWhole)
  }

  private mutating func readMapping() {
    guard let file = files.first(where: { $0.place == .single(.mapping) })?.file else { return }
    let log = log(for: file.path)
    guard let text = FileText.read(file.bytes, log: log) else { return }
    // Kept as it is written, byte for byte: the comments in it are the association's own.
    folder.association.mappingSource = String(decoding: file.bytes, as: UTF8.self)
    guard let root = YAMLDocument.read(text, log: log) else {
      if log.diagnostics.isEmpty { log.mappingEmpty() }
      return
    }
    let mapping = Mapping(root, log: log)
    folder.mapping = mapping
    if !mapping.activities.isEmpty { known.activities = Set(mapping.activities.map(\.id)) }
  }

  private mutating func readAssociation() {
    guard let (section, _) = section(.association, keys: Association.fileKeys) else {
      log(for: FolderPath.Single.association.rawValue).associationMissing()
      return
    }
    let source = folder.association.mappingSource
    folder.association = Association(section)
    folder.association.mappingSource = source
  }

  private mutating func readMembersAndInsatser() {
    known.members = []
    known.insatser = []
    let members = section(.members, keys: Association.memberFileKeys)
    if let (section, isWhole) = members {
      folder.association.readMembers(section)
      known.members = isWhole ? Set(folder.association.members.map(\.id)) : nil
    }
    if let (section, _) = members { folder.association.readContributionKeys(section.knowing(known)) }
    if let (section, isWhole) = section(.insatser, keys: Association.insatsFileKeys) {
      folder.association.readInsatser(section)
      known.insatser = isWhole ? Set(folder.association.insatser.map(\.id)) : nil
      folder.association.readFrames(section.knowing(known))
    }
  }

  private mutating func readBoardHistoryAndQuotes() {
    known.groups = []
    if let (section, isWhole) = section(.groups, keys: Association.groupFileKeys) {
      folder.association.readGroups(section)
      known.groups = isWhole ? Set(folder.association.groups.map(\.id)) : nil
    }
    if let (section, _) = section(.board, keys: Association.boardFileKeys) { folder.association.readBoard(section) }
    if let (section, _) = section(.history, keys: nil) { folder.association.history = YearFigures.all(section) }
    if let (section, _) = section(.quotedFigures, keys: ["citat"]) {
      folder.association.quotedFigures = section.entries("citat", keys: QuotedFigure.fileKeys, named: "id")
        .map(QuotedFigure.init)
    }
  }

  private mutating func readYears() {
    for (place, file) in files {
      guard case .yearly(let noun, let year, let version) = place else { continue }
      switch noun {
      case .budgets:
        let section = section(of: file, keys: Budget.fileKeys).section
        folder.association.budgets.append(Budget(section, year: year, version: version))
      case .goals:
        let section = section(of: file, keys: ["mål", "jämförelser"]).section
        folder.association.goals += section.entries("mål", keys: Goal.fileKeys, named: "id").map {
          Goal($0, year: year)
        }
        folder.association.quotedShares += section.entries("jämförelser", keys: QuotedShare.fileKeys)
          .compactMap { QuotedShare($0, year: year) }
      case .countTables:
        let section = section(of: file, keys: ["tabeller"]).section
        folder.association.countTables += section.entries("tabeller", keys: CountTable.fileKeys, named: "id")
          .map { CountTable($0, year: year) }
      case .surveys:
        let section = section(of: file, keys: ["enkäter"]).section
        folder.association.surveys += section.entries("enkäter", keys: Survey.fileKeys, named: "id")
          .map { Survey($0, year: year) }
      case .activities:
        let section = section(of: file, keys: ["aktiviteter"]).section
        folder.association.activities += section.entries("aktiviteter", keys: Activity.fileKeys)
          .map { Activity($0, year: year) }
      case .deviations:
        let section = section(of: file, keys: ["avvikelser"]).section
        folder.association.deviations += section.entries("avvikelser", keys: Deviation.fileKeys)
          .map { Deviation($0, year: year) }
      case .balanceRequirements:
        let section = section(of: file, keys: BalanceRequirement.fileKeys).section
        folder.association.balanceRequirements.append(BalanceRequirement(section, year: year))
      case .reports:
        let section = section(of: file, keys: ReportFacts.fileKeys).section
        folder.association.reports.append(ReportFacts(section, year: year))
      case .answers:
        let section = section(of: file, keys: ["svar"]).section
        folder.association.findingAnswers += section.entries("svar", keys: FindingAnswer.fileKeys)
          .compactMap { FindingAnswer($0, year: year) }
      case .progressions:
        let section = section(of: file, keys: ["progression"]).section
        folder.association.progressions += section.entries("progression", keys: Progression.fileKeys)
          .compactMap { Progression($0, year: year) }
      case .cases:
        let section = section(of: file, keys: ["ärenden"]).section
        folder.association.caseCounts += section.entries("ärenden", keys: CaseCount.fileKeys)
          .compactMap { CaseCount($0, year: year) }
      case .screenings:
        let section = section(of: file, keys: ["våldsscreening"]).section
        folder.association.screenings += section.entries("våldsscreening", keys: ScreeningCount.fileKeys)
          .compactMap { ScreeningCount($0, year: year) }
      case .deadlines:
        let section = section(of: file, keys: ["punkter"]).section
        folder.association.deadlineFacts += section.entries("punkter", keys: DeadlineFact.fileKeys, named: "punkt")
          .map { DeadlineFact($0, year: year) }
      }
    }
    folder.association.budgets.sort { ($0.year, $0.version) < ($1.year, $1.version) }
  }

  private mutating func readTexts() {
    for (place, file) in files {
      guard case .text(let year, let chapterID) = place else { continue }
      guard var text = FileText.read(file.bytes, log: log(for: file.path)) else { continue }
      // An editor ends the last line; the text itself does not.
      if text.last == UInt8(ascii: "\n") { text.removeLast() }
      folder.association.texts.append(
        ReportText(year: year, chapterID: chapterID, markdown: String(decoding: text, as: UTF8.self)))
    }
  }
}

extension Section {
  /// The same section, with more known.
  fileprivate func knowing(_ known: Known) -> Section { Section(node, keys: nil, log: log, known: known) }
}

extension FileLog {
  fileprivate func fileTwice() {
    add("mapp-dubbel-fil", wholeFile: "Filen finns två gånger i mappen. Ta bort den som inte ska gälla.")
  }

  fileprivate func pathWithPersonalNumber() {
    add(
      "personnummer",
      wholeFile:
        "Filens namn innehåller ett personnummer eller samordningsnummer. finsam tar inte emot uppgifter om enskilda "
        + "personer. Döp om filen.")
  }

  fileprivate func unknownFile(likely: String?) {
    if let likely {
      add(
        "mapp-okand-fil", .warning,
        wholeFile: "Filen har inte lästs, för finsam känner inte igen namnet. Menade du ”\(likely)”?")
    } else {
      add(
        "mapp-okand-fil", .note,
        wholeFile: "Filen har inte lästs, för finsam känner inte igen namnet. Den följer med orörd.")
    }
  }

  fileprivate func associationMissing() {
    add(
      "mapp-forbund-saknas",
      wholeFile: "Mappen har ingen fil forbund.yaml. Lägg till den med förbundets namn och organisationsnummer.")
  }

  fileprivate func mappingEmpty() {
    add(
      "mapp-rader-tom",
      wholeFile: "Filen är tom. Ta bort den för att använda de rader som följer med, eller skriv dina egna.")
  }
}
