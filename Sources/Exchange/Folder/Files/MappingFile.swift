public import Association
public import Ledger

/// `rader.yaml`: from accounts and objects to the lines of statements and notes.
extension Mapping {
  private static let fileKeys = [
    "resultaträkning", "balansräkning", "resultatöverföring", "noter", "verksamheter", "insatskostnader",
    "medlemsbidrag", "revisionskostnader", "bokslut",
  ]

  /// The mapping that a text in the form of `rader.yaml` says, or nil where the text is no YAML.
  public static func read(_ source: String, file: String = "rader.yaml") -> Reading<Mapping?> {
    let log = FileLog(path: file)
    let text = FileText.read(Array(source.utf8), log: log)
    let mapping = text.flatMap { YAMLDocument.read($0, log: log) }.map { Mapping($0, log: log) }
    return Reading(value: mapping, diagnostics: log.diagnostics)
  }

  /// The mapping in the form of `rader.yaml`.
  public var source: String {
    YAMLValue.section([
      ("resultaträkning", .keys(incomeLines.map { ($0.id, .selections($0.counts)) })),
      ("balansräkning", .keys(balanceLines.map { ($0.id, .selections($0.counts)) })),
      ("resultatöverföring", .selectionsIfAny(resultTransfer)), ("noter", .listIfAny(notes.map(\.file))),
      ("verksamheter", .listIfAny(activities.map(\.file))), ("insatskostnader", .selectionsIfAny(insatsCosts)),
      ("medlemsbidrag", .selectionsIfAny(contributions)), ("revisionskostnader", .selectionsIfAny(auditCosts)),
      (
        "bokslut",
        .section([
          ("resultatkonto", .account(resultAccount)), ("årets-resultat", .account(yearResultAccount)),
          ("balanserat-resultat", .account(retainedAccount)),
        ])
      ),
    ]).document
  }

  init(_ node: YAMLNode, log: FileLog) {
    let section = Section(node, keys: Mapping.fileKeys, log: log)
    let close = section.section("bokslut", keys: ["resultatkonto", "årets-resultat", "balanserat-resultat"])
    if close == nil { section.logMissing("bokslut") }
    self.init(
      incomeLines: section.lines("resultaträkning", among: Line.incomeIDs),
      balanceLines: section.lines("balansräkning", among: Line.balanceIDs),
      resultTransfer: section.selections("resultatöverföring"),
      notes: section.entries("noter", keys: Note.fileKeys, named: "rad").map(Note.init),
      activities: section.entries("verksamheter", keys: Activity.fileKeys, named: "id").map(Activity.init),
      insatsCosts: section.selections("insatskostnader"), contributions: section.selections("medlemsbidrag"),
      auditCosts: section.selections("revisionskostnader"),
      resultAccount: AccountNumber(close?.text("resultatkonto") ?? ""),
      yearResultAccount: AccountNumber(close?.text("årets-resultat") ?? ""),
      retainedAccount: AccountNumber(close?.text("balanserat-resultat") ?? ""))
  }
}

extension Mapping.Line {
  fileprivate static let incomeIDs = [
    "verksamhetens-intakter", "verksamhetens-kostnader", "avskrivningar", "skatteintakter", "generella-statsbidrag",
    "finansiella-intakter", "finansiella-kostnader", "extraordinara-poster",
  ]
  fileprivate static let balanceIDs = [
    "immateriella-tillgangar", "maskiner-och-inventarier", "finansiella-anlaggningstillgangar", "fordringar",
    "kortfristiga-placeringar", "kassa-och-bank", "eget-kapital", "avsattningar", "langfristiga-skulder",
    "kortfristiga-skulder", "panter", "ansvarsforbindelser",
  ]
}

extension Mapping.Note {
  fileprivate static let fileKeys = ["rad", "rubrik", "rader"]

  fileprivate init(_ section: Section) {
    self.init(
      lineID: section.word("rad", among: Mapping.Line.incomeIDs + Mapping.Line.balanceIDs),
      title: section.text("rubrik"),
      rows: section.entries("rader", isRequired: true, keys: Row.fileKeys, named: "id").map(Row.init))
  }

  fileprivate var file: YAMLValue {
    .section([("rad", .text(lineID)), ("rubrik", .text(title)), ("rader", .list(rows.map(\.file)))])
  }
}

extension Mapping.Note.Row {
  fileprivate static let fileKeys = ["id", "rubrik", "konton", "delas-på", "grupp"]

  fileprivate init(_ section: Section) {
    self.init(
      id: section.id(), title: section.text("rubrik"), counts: section.selections("konton", isRequired: true),
      splitBy: section.dimensions("delas-på"), group: section.textIfSaid("grupp"))
  }

  fileprivate var file: YAMLValue {
    .section([
      ("id", .text(id)), ("rubrik", .text(title)), ("konton", .selections(counts)),
      ("delas-på", splitBy.isEmpty ? nil : .inlineList(splitBy.map(\.word))), ("grupp", .textIfSaid(group)),
    ])
  }
}

extension Mapping.Activity {
  fileprivate static let fileKeys = ["id", "rubrik", "konton"]

  fileprivate init(_ section: Section) {
    self.init(id: section.id(), title: section.text("rubrik"), counts: section.selections("konton", isRequired: true))
  }

  fileprivate var file: YAMLValue {
    .section([("id", .text(id)), ("rubrik", .text(title)), ("konton", .selections(counts))])
  }
}
