import Association
import Ledger

/// Reads the table of a delivery. It stops at no fault: each is told with its place.
struct DeliveryTableReader {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  /// Where each part of the delivery stands.
  private(set) var places: [DeliveryFault.Part: Place] = [:]
  private var columns: [Int: DeliveryColumn] = [:]
  private var insats: String?
  private var first: CalendarDate?
  private var last: CalendarDate?
  private var flow: [Flow.Row: Tally] = [:]
  private var asked: Tally?
  private var answered: Tally?
  private var seen: Set<String> = []

  init(file: String) { self.file = file }

  /// The delivery; nil where there is no table, or it does not say of which insats and which days.
  mutating func read(_ grid: SheetGrid) -> CountDelivery? {
    guard let head = grid.rows.firstIndex(where: isHead) else {
      diagnostics.append(
        .deliveryColumnMissing(
          grid.rows.isEmpty ? "Filen är tom." : "Filen har ingen rad med rubrikerna del och rad.", at: Place(file: file)
        ))
      return nil
    }
    readHead(grid.rows[head])
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    let day = CalendarDate(yyyymmdd: 20_000_101)
    guard let day else { return nil }
    var delivery = CountDelivery(insatsID: "", period: day...day)
    for row in grid.rows[(head + 1)...] { read(row, into: &delivery) }
    for (value, part) in [
      (insats as Any?, DeliveryPart.insats), (first, DeliveryPart.first), (last, DeliveryPart.last),
    ]
    where value == nil && !seen.contains(part) {
      diagnostics.append(.deliveryRowMissing(part, at: Place(file: file)))
    }
    if !flow.isEmpty {
      delivery.flow = Flow(
        carried: flow[.carried] ?? .none, new: flow[.new] ?? .none, finished: flow[.finished] ?? .none,
        ongoing: flow[.ongoing] ?? .none)
    }
    if asked != nil || answered != nil {
      delivery.screening = CountDelivery.Screening(asked: asked ?? .none, answered: answered ?? .none)
    }
    guard let insats, let first, let last else { return nil }
    guard first <= last else {
      diagnostics.append(.deliveryPeriod(first, last, at: places[.period] ?? Place(file: file)))
      return nil
    }
    delivery.insatsID = insats
    delivery.period = first...last
    return delivery
  }

  private func isHead(_ row: [SheetGrid.Cell]) -> Bool {
    let known = Set(row.compactMap { DeliveryTableReader.column($0.text) })
    return known.contains(.part) && known.contains(.row)
  }

  private static func column(_ text: String) -> DeliveryColumn? {
    let plain = text.lowercased().replacing("-", with: " ")
    return DeliveryColumn(rawValue: plain == "uppgift saknas" ? "ej angivet" : plain)
  }

  private mutating func readHead(_ row: [SheetGrid.Cell]) {
    for cell in row {
      guard let column = DeliveryTableReader.column(cell.text) else {
        diagnostics.append(.deliveryColumnUnknown(cell))
        continue
      }
      if columns.values.contains(column) {
        diagnostics.append(.deliveryColumnTwice(cell))
      } else {
        columns[cell.column] = column
      }
    }
    for column in [DeliveryColumn.title, .women, .men] where !columns.values.contains(column) {
      diagnostics.append(
        .deliveryColumnMissing(
          "Kolumnen \(column.rawValue) saknas.", at: Place(file: file, line: row.first?.place.line ?? 0)))
    }
  }

  private mutating func read(_ row: [SheetGrid.Cell], into delivery: inout CountDelivery) {
    var cells: [DeliveryColumn: SheetGrid.Cell] = [:]
    for cell in row {
      if let column = columns[cell.column] {
        cells[column] = cell
      } else if !PersonalNumber.find(in: cell.text).isEmpty {
        // What is not read is refused all the same, where it is somebody.
        diagnostics.append(.deliveryCellPersonalNumber(cell))
      }
    }
    guard let first = row.first, !cells.isEmpty else { return }
    guard let part = cells[.part] else {
      diagnostics.append(.deliveryPartMissing(first))
      return
    }
    let word = part.text.lowercased().replacing("-", with: " ")
    if let ground = CountGround(rawValue: word) { return readRow(of: ground, cells, at: first, into: &delivery) }
    switch word {
    case DeliveryPart.insats:
      guard isNew(word, part) else { return }
      guard let cell = cells[.row] else {
        diagnostics.append(.deliveryRowUnknown(first, ["insatsens id"]))
        return
      }
      insats = text(cell, max: CountDelivery.idByteCountMax)
    case DeliveryPart.first: if isNew(word, part) { self.first = day(cells[.row], first) }
    case DeliveryPart.last:
      if isNew(word, part) {
        last = day(cells[.row], first)
        places[.period] = first.place
      }
    case DeliveryPart.flow: readFlow(cells, at: first)
    case DeliveryPart.volume:
      places[.volume] = first.place
      if isNew(word, part) { delivery.volume = tally(cells) }
    case DeliveryPart.also:
      places[.alsoElsewhere] = first.place
      if isNew(word, part) { delivery.alsoElsewhere = tally(cells) }
    case DeliveryPart.screening: readScreening(cells, at: first)
    case DeliveryPart.calls:
      places[.adviceCalls] = first.place
      if isNew(word, part) { delivery.adviceCalls = cells[.count].flatMap { count($0) } }
    case DeliveryPart.coverage: readCoverage(cells, at: first, into: &delivery)
    case DeliveryPart.remark:
      places[.remark] = first.place
      if isNew(word, part) {
        delivery.remark = cells[.title].flatMap { text($0, max: CountDelivery.remarkByteCountMax) } ?? ""
      }
    default: diagnostics.append(.deliveryPartUnknown(part))
    }
  }

  private mutating func isNew(_ key: String, _ cell: SheetGrid.Cell) -> Bool {
    if seen.insert(key).inserted { return true }
    diagnostics.append(.deliveryRowTwice(cell))
    return false
  }

  private mutating func readFlow(_ cells: [DeliveryColumn: SheetGrid.Cell], at first: SheetGrid.Cell) {
    guard let cell = cells[.row], let row = Flow.Row(rawValue: cell.text.lowercased()) else {
      diagnostics.append(.deliveryRowUnknown(cells[.row] ?? first, Flow.Row.allCases.map(\.rawValue)))
      return
    }
    places[.flow(row)] = first.place
    guard isNew("flöde \(row.rawValue)", cell), let tally = tally(cells) else { return }
    flow[row] = tally
  }

  private mutating func readScreening(_ cells: [DeliveryColumn: SheetGrid.Cell], at first: SheetGrid.Cell) {
    guard let cell = cells[.row], isNew("våld \(cell.text.lowercased())", cell) else {
      if cells[.row] == nil {
        diagnostics.append(.deliveryRowUnknown(first, [DeliveryPart.asked, DeliveryPart.answered]))
      }
      return
    }
    switch cell.text.lowercased() {
    case DeliveryPart.asked:
      places[.asked] = first.place
      asked = tally(cells)
    case DeliveryPart.answered:
      places[.answered] = first.place
      answered = tally(cells)
    default: diagnostics.append(.deliveryRowUnknown(cell, [DeliveryPart.asked, DeliveryPart.answered]))
    }
  }

  private mutating func readRow(
    of ground: CountGround, _ cells: [DeliveryColumn: SheetGrid.Cell], at first: SheetGrid.Cell,
    into delivery: inout CountDelivery
  ) {
    guard let cell = cells[.row] else {
      diagnostics.append(.deliveryRowUnknown(first, ["ett kort namn på raden"]))
      return
    }
    let id = text(cell, max: CountDelivery.idByteCountMax)
    let title = cells[.title].map { text($0, max: CountDelivery.titleByteCountMax) } ?? id
    guard let tally = tally(cells), let id, let title, isNew("\(ground.rawValue) \(id)", cell) else { return }
    let index = delivery.grounds[ground]?.count ?? 0
    guard index < CountDelivery.rowCountMax else {
      if index == CountDelivery.rowCountMax {
        diagnostics.append(.deliveryTooMany(index + 1, max: CountDelivery.rowCountMax, at: first.place))
      }
      return
    }
    places[.row(ground, index)] = first.place
    delivery.grounds[ground, default: []].append(CountDelivery.Row(id: id, title: title, tally: tally))
  }

  private mutating func readCoverage(
    _ cells: [DeliveryColumn: SheetGrid.Cell], at first: SheetGrid.Cell, into delivery: inout CountDelivery
  ) {
    guard let tally = tally(cells) else { return }
    var ground: CountGround?
    if let cell = cells[.row] {
      ground = CountGround(rawValue: cell.text.lowercased())
      if ground == nil {
        diagnostics.append(.deliveryRowUnknown(cell, CountGround.allCases.map(\.rawValue) + ["ingenting"]))
      }
    }
    guard let title = cells[.title] else {
      diagnostics.append(.deliveryReasonMissing(first))
      return
    }
    guard let reason = text(title, max: CountDelivery.remarkByteCountMax) else { return }
    guard delivery.coverage.count < CountDelivery.coverageCountMax else {
      diagnostics.append(
        .deliveryTooMany(delivery.coverage.count + 1, max: CountDelivery.coverageCountMax, at: first.place))
      return
    }
    places[.coverage(delivery.coverage.count)] = first.place
    delivery.coverage.append(CountDelivery.Coverage(ground: ground, tally: tally, reason: reason))
  }

  // Cells.

  /// The counts of a row; nil where none is filled in, or one cannot be read. A blank beside a count is nought.
  private mutating func tally(_ cells: [DeliveryColumn: SheetGrid.Cell]) -> Tally? {
    var tally = Tally.none
    var isSaid = false
    var isRight = true
    for sex in Sex.allCases {
      guard let cell = cells[DeliveryColumn.with(sex)] else { continue }
      isSaid = true
      guard let count = count(cell) else {
        isRight = false
        continue
      }
      tally[sex] = count
    }
    return isSaid && isRight ? tally : nil
  }

  private mutating func count(_ cell: SheetGrid.Cell) -> Int? {
    var digits = String(cell.text.unicodeScalars.filter { !$0.properties.isWhitespace })
    // A spreadsheet may have reckoned a whole number as 12.0.
    if cell.isNumber, digits.hasSuffix(".0") { digits = String(digits.dropLast(2)) }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let count = Int(digits),
      count <= CountDelivery.countMax
    else {
      diagnostics.append(.deliveryCellCount(cell))
      return nil
    }
    return count
  }

  private mutating func day(_ cell: SheetGrid.Cell?, _ first: SheetGrid.Cell) -> CalendarDate? {
    guard let cell else {
      diagnostics.append(.deliveryDay(first))
      return nil
    }
    if let day = CalendarDate(cell.text) { return day }
    if cell.isNumber, let day = DeliveryTableReader.day(serial: cell.text) { return day }
    diagnostics.append(.deliveryDay(cell))
    return nil
  }

  /// The day that a spreadsheet has as a number: days since 30 December 1899.
  private static func day(serial: String) -> CalendarDate? {
    guard let number = Int(serial.hasSuffix(".0") ? String(serial.dropLast(2)) : serial),
      (36_526..<80_000).contains(number)
    else { return nil }
    // 36 526 is 1 January 2000.
    return CalendarDate(year: 2000, month: 1, day: 1)?.adding(days: number - 36_526)
  }

  private mutating func text(_ cell: SheetGrid.Cell?, max: Int) -> String? {
    guard let cell else { return nil }
    guard PersonalNumber.find(in: cell.text).isEmpty else {
      diagnostics.append(.deliveryCellPersonalNumber(cell))
      return nil
    }
    guard cell.text.utf8.count <= max,
      cell.text.unicodeScalars.allSatisfy({ $0 == "\n" || $0.properties.generalCategory != .control })
    else {
      diagnostics.append(.deliveryCellText(cell, max: max))
      return nil
    }
    return cell.text
  }
}

extension Diagnostic {
  private static func row(
    _ code: String, _ place: Place, _ message: String, _ severity: Severity = .error
  ) -> Diagnostic {
    Diagnostic(code: code, severity: severity, place: place, message: message)
  }

  fileprivate static func deliveryColumnMissing(_ what: String, at place: Place) -> Diagnostic {
    row(
      "leverans-kolumn-saknas", place,
      "\(what) En leverans har en rad med rubrikerna del, rad, rubrik, kvinnor, män, ej angivet och antal. Hämta en tom fil "
        + "från leveransens sida och fyll i den.")
  }

  fileprivate static func deliveryColumnUnknown(_ cell: SheetGrid.Cell) -> Diagnostic {
    row(
      "leverans-kolumn-okand", cell.place,
      "\(cell.words) är rubriken ”\(PersonalNumber.masked(cell.text))”, som ingen leverans har. En leverans har bara antal. Ta bort "
        + "kolumnen.")
  }

  fileprivate static func deliveryColumnTwice(_ cell: SheetGrid.Cell) -> Diagnostic {
    row(
      "leverans-kolumn-dubblett", cell.place,
      "\(cell.words) är rubriken ”\(cell.text)”, som redan finns till vänster. Behåll en av kolumnerna.")
  }

  fileprivate static func deliveryPartMissing(_ cell: SheetGrid.Cell) -> Diagnostic {
    row(
      "leverans-del", cell.place,
      "\(cell.words) hör till en rad utan del. Skriv i kolumnen del ett av: \(DeliveryPart.all.joined(separator: ", "))."
    )
  }

  fileprivate static func deliveryPartUnknown(_ cell: SheetGrid.Cell) -> Diagnostic {
    row(
      "leverans-del", cell.place,
      "\(cell.words) är delen ”\(PersonalNumber.masked(cell.text))”. Skriv ett av: \(DeliveryPart.all.joined(separator: ", "))."
    )
  }

  fileprivate static func deliveryRowUnknown(_ cell: SheetGrid.Cell, _ known: [String]) -> Diagnostic {
    row(
      "leverans-rad", cell.place,
      "\(cell.words) säger inte vilken rad det är. Skriv i kolumnen rad ett av: \(known.joined(separator: ", ")).")
  }

  fileprivate static func deliveryRowTwice(_ cell: SheetGrid.Cell) -> Diagnostic {
    row(
      "leverans-rad-dubblett", cell.place,
      "\(cell.words) är ”\(PersonalNumber.masked(cell.text))” en gång till. Slå ihop raderna.")
  }

  fileprivate static func deliveryRowMissing(_ part: String, at place: Place) -> Diagnostic {
    row("leverans-rad-saknas", place, "Raden \(part) saknas. Lägg till en rad med \(part) i kolumnen del.")
  }

  fileprivate static func deliveryReasonMissing(_ cell: SheetGrid.Cell) -> Diagnostic {
    row(
      "leverans-skal", cell.place, "\(cell.words) hör till ett bortfall utan skäl. Skriv varför i kolumnen rubrik.")
  }

  fileprivate static func deliveryCellCount(_ cell: SheetGrid.Cell) -> Diagnostic {
    row(
      "leverans-cell-antal", cell.place,
      "\(cell.words) är ”\(PersonalNumber.masked(cell.text))”, som inte är ett helt tal från 0 till \(CountDelivery.countMax). Skriv "
        + "hur många det är, eller lämna cellen tom.")
  }

  fileprivate static func deliveryDay(_ cell: SheetGrid.Cell) -> Diagnostic {
    row(
      "leverans-dag", cell.place,
      "\(cell.words) är ”\(PersonalNumber.masked(cell.text))”, som inte är en dag. Skriv den i kolumnen rad, till exempel 2025-12-31."
    )
  }

  fileprivate static func deliveryCellText(_ cell: SheetGrid.Cell, max: Int) -> Diagnostic {
    row(
      "leverans-cell-text", cell.place,
      "\(cell.words) är en text på \(cell.text.utf8.count) byte. Den ska ha högst \(max) byte och inga styrtecken.")
  }

  fileprivate static func deliveryCellPersonalNumber(_ cell: SheetGrid.Cell) -> Diagnostic {
    row(
      "leverans-personnummer", cell.place,
      "\(cell.words) innehåller ett personnummer eller samordningsnummer. En leverans har bara antal. Ta bort numret.")
  }
}
