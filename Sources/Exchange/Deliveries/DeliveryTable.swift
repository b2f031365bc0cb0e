public import Association
public import Ledger

/// A delivery as a table for a spreadsheet: a row for each count, with the insats and its rows filled in.
public enum DeliveryTable: String, CaseIterable, Sendable {
  /// Semicolon, UTF-8.
  case csv
  /// Office Open XML.
  case xlsx

  /// The bytes of the table, dated that day where the format has a date. Counts that are nought are left blank in an
  /// empty form, so that what is filled in can be seen.
  public func bytes(of delivery: CountDelivery, isForm: Bool = false, on day: CalendarDate) -> [UInt8] {
    let rows = DeliveryTable.rows(of: delivery, isForm: isForm)
    let head = DeliveryColumn.allCases.map(\.rawValue)
    switch self {
    case .csv:
      let texts = rows.map { row in
        row.texts.map(SheetGrid.guarded) + row.counts.map { $0.map { "\($0)" } ?? "" }
      }
      return CSVTable(rows: ([head] + texts).map { $0.map { CSVTable.Cell(text: $0) } }).bytes()
    case .xlsx:
      let cells = rows.map { row in
        row.texts.map { XLSXWriter.Cell.text($0) } + row.counts.map { $0.map { .count($0) } ?? .empty }
      }
      guard
        let bytes = XLSXWriter.bytes(
          sheet: "Leverans", rows: [head.map { .heading($0) }] + cells, widths: [22, 26, 44, 11, 11, 11, 11], on: day)
      else { preconditionFailure("A delivery of \(CountDelivery.rowCountMax) rows fits in an archive.") }
      return bytes
    }
  }

  typealias Row = (texts: [String], counts: [Int?])

  private static func rows(of delivery: CountDelivery, isForm: Bool) -> [Row] {
    func row(_ part: String, _ id: String, _ title: String, _ tally: Tally? = nil, count: Int? = nil) -> Row {
      let counts = Sex.allCases.map { sex in
        tally.flatMap { tally in isForm && tally[sex] == 0 ? nil : tally[sex] }
      }
      return ([part, id, title], counts + [count])
    }
    var rows = [
      row(DeliveryPart.insats, delivery.insatsID, ""),
      row(DeliveryPart.first, delivery.period.lowerBound.text, ""),
      row(DeliveryPart.last, delivery.period.upperBound.text, ""),
    ]
    if let flow = delivery.flow {
      rows += Flow.Row.allCases.map { row(DeliveryPart.flow, $0.rawValue, $0.title, flow[$0]) }
    }
    for ground in CountGround.allCases {
      rows += (delivery.grounds[ground] ?? []).map { row(ground.rawValue, $0.id, $0.title, $0.tally) }
    }
    if let volume = delivery.volume { rows.append(row(DeliveryPart.volume, "", "Deltagare i volyminsats", volume)) }
    if let also = delivery.alsoElsewhere {
      rows.append(row(DeliveryPart.also, "", "Räknade i en annan insats också", also))
    }
    if let screening = delivery.screening {
      rows.append(row(DeliveryPart.screening, DeliveryPart.asked, "Tillfrågade om våld", screening.asked))
      rows.append(row(DeliveryPart.screening, DeliveryPart.answered, "Svarat om våld", screening.answered))
    }
    if delivery.adviceCalls != nil || isForm {
      rows.append(row(DeliveryPart.calls, "", "Rådgivande samtal", count: delivery.adviceCalls))
    }
    rows += delivery.coverage.map { row(DeliveryPart.coverage, $0.ground?.rawValue ?? "", $0.reason, $0.tally) }
    if !delivery.remark.isEmpty || isForm { rows.append(row(DeliveryPart.remark, "", delivery.remark)) }
    return rows
  }
}

/// What the first column says a row is, where it is no ground.
enum DeliveryPart {
  static let insats = "insats"
  static let first = "från"
  static let last = "till"
  static let flow = "flöde"
  static let volume = "volym"
  static let also = "även i annan insats"
  static let screening = "våldsscreening"
  static let asked = "tillfrågade"
  static let answered = "svarat"
  static let calls = "rådgivande samtal"
  static let coverage = "bortfall"
  static let remark = "anmärkning"
  static let all =
    [insats, first, last, flow] + CountGround.allCases.map(\.rawValue)
    + [volume, also, screening, calls, coverage, remark]
}

/// The columns of the table.
enum DeliveryColumn: String, CaseIterable {
  case part = "del"
  case row = "rad"
  case title = "rubrik"
  case women = "kvinnor"
  case men = "män"
  case notStated = "ej angivet"
  case count = "antal"

  static func with(_ sex: Sex) -> DeliveryColumn {
    switch sex {
    case .women: .women
    case .men: .men
    case .notStated: .notStated
    }
  }
}
