public import Association
public import Ledger

/// Reads rows of counts, from a file or from a form: every fault with its cell, and no row that has one.
public struct FollowUpReader: Sendable {
  /// What is wrong in a cell.
  public struct Fault: Hashable, Sendable {
    /// The column, by its short name; empty for the row as a whole.
    public var column: String
    /// What is, what was expected, what to do.
    public var message: String
  }

  /// Which list.
  public let list: FollowUpList
  /// Which calendar year the rows are of.
  public let year: Int
  private let insatser: [Insats]
  private let groups: [Group]
  /// What is told already; a row may take the place of one of these, and may not clash with one.
  private var told: [FollowUpRow]

  /// The largest file that is read.
  public static let byteCountMax = 1 << 20
  /// The most rows of a file: 75 insatser with eleven indicators, twice a year, are 1650.
  public static let rowCountMax = 2000
  private static let countMax = 1_000_000
  private static let textBytesMax = 200

  /// A reader of rows that are to stand beside what the association has told.
  public init(_ list: FollowUpList, year: Int, of association: Association) {
    self.list = list
    self.year = year
    insatser = association.insatser
    groups = association.groups
    told = association.rows(of: list, year: year)
  }

  /// The row of those cells, by the columns' short names, or what is wrong with it.
  public func row(_ cells: [String: String]) -> (row: FollowUpRow?, faults: [Fault]) {
    var faults: [Fault] = []
    for column in FollowUpColumn.all(of: list) {
      let text = cells[column.name] ?? ""
      if text.isEmpty, column.isRequired {
        faults.append(Fault(column: column.name, message: "\(column.title) saknas. Fyll i den."))
      } else if !PersonalNumber.find(in: text).isEmpty {
        faults.append(
          Fault(
            column: column.name,
            message: "\(column.title) innehåller ett personnummer. Här sparas bara antal; ta bort numret."))
      } else if text.utf8.count > FollowUpReader.textBytesMax || text.unicodeScalars.contains(where: \.isUnwritten) {
        faults.append(
          Fault(column: column.name, message: "\(column.title) är för lång eller har styrtecken. Korta den."))
      } else if column.isCount, !text.isEmpty, count(text) == nil {
        faults.append(
          Fault(
            column: column.name,
            message: "\(column.title) är ”\(text)”. Skriv ett helt antal, till exempel 17; inga procent."))
      }
    }
    let insats = insats(cells, &faults)
    let period = period(cells, &faults)
    guard faults.isEmpty, let period else { return (nil, faults) }
    let row = made(cells, insats, period, &faults)
    for other in told where faults.isEmpty {
      if let clash = row.clash(with: other) { faults.append(Fault(column: "fran", message: clash.words)) }
    }
    return (faults.isEmpty ? row : nil, faults)
  }

  /// The rows of a CSV file. Where anything in it is at fault there are none.
  public func rows(_ bytes: [UInt8], named name: String) -> Reading<[FollowUpRow]> {
    guard bytes.count <= FollowUpReader.byteCountMax else {
      return Reading(value: [], diagnostics: [.followUpSize(at: Place(file: name), bytes.count)])
    }
    let table = CSVTable.read(bytes, named: name)
    var diagnostics = table.diagnostics
    guard let head = table.value.rows.first else {
      return Reading(value: [], diagnostics: diagnostics + [.followUpEmpty(at: Place(file: name))])
    }
    let columns = columns(of: head, file: name, &diagnostics)
    if table.value.rows.count > FollowUpReader.rowCountMax {
      diagnostics.append(.followUpRows(at: Place(file: name), table.value.rows.count))
    }
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      return Reading(value: [], diagnostics: diagnostics)
    }
    var reader = self
    var rows: [FollowUpRow] = []
    var lines: [FollowUpRow: Int] = [:]
    for cells in table.value.rows.dropFirst() {
      var texts: [String: String] = [:]
      var places: [String: Place] = [:]
      let line = cells.first?.line ?? 0
      for (index, cell) in cells.enumerated() {
        guard let column = columns[index] else {
          if !cell.text.isEmpty {
            diagnostics.append(.followUpBeyond(at: Place(file: name, line: cell.line, column: cell.column)))
          }
          continue
        }
        texts[column] = cell.text
        places[column] = Place(file: name, line: cell.line, column: cell.column)
      }
      let read = reader.row(texts)
      diagnostics += read.faults.map { fault in
        .followUpCell(at: places[fault.column] ?? Place(file: name, line: line, column: 1), fault.message)
      }
      guard let row = read.row else { continue }
      if let first = rows.first(where: { $0.replaces(row) }) {
        let message = "Raden säger samma sak som rad \(lines[first] ?? 0). Ta bort den ena."
        diagnostics.append(.followUpCell(at: Place(file: name, line: line, column: 1), message))
      }
      lines[row] = line
      rows.append(row)
      reader.told.removeAll { row.replaces($0) }
      reader.told.append(row)
    }
    if rows.isEmpty, diagnostics.isEmpty { diagnostics.append(.followUpEmpty(at: Place(file: name))) }
    let isFaulty = diagnostics.contains { $0.severity == .error }
    return Reading(value: isFaulty ? [] : rows, diagnostics: diagnostics)
  }

  /// A file with the headings and nothing beneath them, to be filled in.
  public static func template(_ list: FollowUpList) -> [UInt8] {
    CSVTable(rows: [FollowUpColumn.all(of: list).map { CSVTable.Cell(text: $0.title) }]).bytes()
  }

  /// Which column each place of the heading is, by its short name.
  private func columns(of head: [CSVTable.Cell], file: String, _ diagnostics: inout [Diagnostic]) -> [Int: String] {
    let all = FollowUpColumn.all(of: list)
    var columns: [Int: String] = [:]
    for (index, cell) in head.enumerated() where !cell.text.isEmpty {
      let place = Place(file: file, line: cell.line, column: cell.column)
      let column = all.first { $0.title.plain == cell.text.plain || $0.name == cell.text.plain }
      if let column, !columns.values.contains(column.name) {
        columns[index] = column.name
      } else {
        diagnostics.append(
          column == nil
            ? .followUpHeading(at: place, PersonalNumber.masked(cell.text), all.map(\.title))
            : .followUpHeadingTwice(at: place, cell.text))
      }
    }
    for column in all where column.isRequired && !columns.values.contains(column.name) {
      diagnostics.append(.followUpColumn(at: Place(file: file, line: head.first?.line ?? 1), column.title))
    }
    return columns
  }

  private func count(_ text: String) -> Int? {
    let digits = text.utf8.filter { $0 != 32 }
    guard !digits.isEmpty, digits.count <= 7, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let count = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    return count <= FollowUpReader.countMax ? count : nil
  }

  private func tally(_ name: String, _ cells: [String: String]) -> Tally {
    func part(_ sex: String) -> Int { count(cells["\(name)-\(sex)"] ?? "") ?? 0 }
    return Tally(women: part("kvinnor"), men: part("man"), notStated: part("ej-angivet"))
  }

  private func insats(_ cells: [String: String], _ faults: inout [Fault]) -> String {
    guard let text = cells["insats"], !text.isEmpty else { return "" }
    if let found = insatser.first(where: { $0.id == text }) ?? insatser.first(where: { $0.name.plain == text.plain }) {
      return found.id
    }
    guard list == .progression || list == .screening, PersonalNumber.find(in: text).isEmpty else { return "" }
    let names = insatser.prefix(20).map(\.name).joined(separator: ", ")
    faults.append(
      Fault(
        column: "insats",
        message: "Insatsen ”\(text)” finns inte. "
          + (names.isEmpty ? "Lägg upp den först." : "Skriv en av dem som finns: \(names).")))
    return ""
  }

  private func period(_ cells: [String: String], _ faults: inout [Fault]) -> ClosedRange<CalendarDate>? {
    func day(_ name: String) -> CalendarDate? {
      guard let text = cells[name], !text.isEmpty else { return nil }
      if text.utf8.count == 10, let day = CalendarDate(text) { return day }
      faults.append(Fault(column: name, message: "Dagen är ”\(text)”. Skriv den som \(year)-12-31."))
      return nil
    }
    guard let first = day("fran"), let last = day("till") else { return nil }
    guard first.year == year else {
      faults.append(
        Fault(column: "fran", message: "Perioden börjar \(first.text), men här står antal för \(year). Byt år."))
      return nil
    }
    guard first <= last, last.year == year else {
      faults.append(
        Fault(
          column: "till",
          message: "Perioden slutar \(last.text). Den ska sluta samma dag som den börjar eller senare, i \(year)."))
      return nil
    }
    return first...last
  }

  private func made(
    _ cells: [String: String], _ insats: String, _ period: ClosedRange<CalendarDate>, _ faults: inout [Fault]
  ) -> FollowUpRow {
    func text(_ name: String) -> String { cells[name] ?? "" }
    switch list {
    case .progression:
      let row = Progression(
        insatsID: insats, period: period, instrument: text("verktyg"), indicator: text("indikator"),
        better: tally("battre", cells), same: tally("oforandrat", cells), worse: tally("samre", cells))
      let stated = tally("matta", cells)
      let parts: [(String, String, Int, Int)] = [
        ("kvinnor", "kvinnor", stated.women, row.measured.women), ("man", "män", stated.men, row.measured.men),
        ("ej-angivet", "ej angivet", stated.notStated, row.measured.notStated),
      ]
      for (name, words, stated, sum) in parts where stated != sum {
        faults.append(
          Fault(
            column: "matta-\(name)",
            message:
              "Mätta (\(words)) är \(stated), men bättre, oförändrat och sämre är tillsammans \(sum). De ska vara "
              + "lika många."))
      }
      return .progression(row)
    case .consultations, .referrals:
      if list == .referrals, text("var").isEmpty, text("grund").isEmpty {
        faults.append(Fault(column: "var", message: "Kommun och avsändare saknas. Fyll i minst en av dem."))
      }
      // A team that is one of the association's groups is known by it, and called what the group is called.
      let team = list == .consultations ? groups.first { $0.title.plain == text("var").plain } : nil
      return .cases(
        CaseCount(
          kind: list == .consultations ? .consultation : .referral, period: period,
          place: team?.title ?? text("var"), ground: text("grund"), count: count(text("antal")) ?? 0,
          groupID: team?.id ?? ""))
    case .screening:
      let row = ScreeningCount(
        insatsID: insats, period: period, asked: tally("tillfragade", cells), answered: tally("svarat", cells))
      let parts: [(String, String, Int, Int)] = [
        ("kvinnor", "kvinnor", row.answered.women, row.asked.women), ("man", "män", row.answered.men, row.asked.men),
        ("ej-angivet", "ej angivet", row.answered.notStated, row.asked.notStated),
      ]
      for (name, words, answered, asked) in parts where answered > asked {
        faults.append(
          Fault(
            column: "svarat-\(name)",
            message: "\(answered) har svarat (\(words)), men bara \(asked) har tillfrågats. Rätta antalen."))
      }
      return .screening(row)
    }
  }
}

extension FollowUpClash {
  /// What is, and what to do.
  public var words: String {
    switch self {
    case .overlaps(let period):
      "Detsamma är redan sagt för \(period.lowerBound.text)–\(period.upperBound.text), som perioden går in i. Ändra den "
        + "perioden, eller skriv samma period för att rätta."
    case .counted(let period):
      "Ärendena för \(period.lowerBound.text)–\(period.upperBound.text) är redan uppdelade på ett annat sätt, och skulle "
        + "räknas två gånger. Ta bort de raderna först, eller dela upp på samma sätt."
    }
  }
}

extension String {
  /// The text as headings and names are compared: small letters, no signs between the words.
  fileprivate var plain: String {
    let words = lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.joined(separator: " ")
  }
}

extension Unicode.Scalar {
  /// Whether the scalar cannot be written in a name: control characters, and those that nobody sees.
  fileprivate var isUnwritten: Bool { [.control, .format].contains(properties.generalCategory) }
}

extension Diagnostic {
  fileprivate static func followUpCell(at place: Place, _ message: String) -> Diagnostic {
    Diagnostic(code: "lista-cell", severity: .error, place: place, message: PersonalNumber.masked(message))
  }

  fileprivate static func followUpSize(at place: Place, _ count: Int) -> Diagnostic {
    Diagnostic(
      code: "lista-storlek", severity: .error, place: place,
      message: "Filen är \(count) byte, och högst \(FollowUpReader.byteCountMax) läses. Dela den.")
  }

  fileprivate static func followUpRows(at place: Place, _ count: Int) -> Diagnostic {
    Diagnostic(
      code: "lista-rader", severity: .error, place: place,
      message: "Filen har \(count) rader, och högst \(FollowUpReader.rowCountMax) läses. Dela den.")
  }

  fileprivate static func followUpEmpty(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "lista-tom", severity: .error, place: place,
      message: "Filen har inga rader med antal. Fyll i mallen, en rad för varje uppgift.")
  }

  fileprivate static func followUpColumn(at place: Place, _ title: String) -> Diagnostic {
    Diagnostic(
      code: "lista-kolumn", severity: .error, place: place,
      message: "Kolumnen \(title) saknas. Hämta mallen, som har rätt rubriker.")
  }

  fileprivate static func followUpHeading(at place: Place, _ text: String, _ known: [String]) -> Diagnostic {
    Diagnostic(
      code: "lista-rubrik", severity: .error, place: place,
      message: "Rubriken ”\(text)” finns inte. Här kan stå: \(known.joined(separator: "; ")).")
  }

  fileprivate static func followUpHeadingTwice(at place: Place, _ text: String) -> Diagnostic {
    Diagnostic(
      code: "lista-rubrik", severity: .error, place: place,
      message: "Rubriken ”\(text)” står två gånger. Ta bort den ena kolumnen.")
  }

  fileprivate static func followUpBeyond(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "lista-cell", severity: .error, place: place,
      message: "Här står något i en kolumn utan rubrik. Ta bort det, eller ge kolumnen en rubrik.")
  }
}
