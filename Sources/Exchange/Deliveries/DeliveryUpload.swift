public import Association
public import Ledger

/// A delivery in a file that somebody has sent in: CSV, Excel or JSON, by what the bytes are.
public struct DeliveryUpload: Sendable {
  /// The counts.
  public let delivery: CountDelivery
  /// Which kind of file it was.
  public let source: DeliverySource
  /// Who signed it; nil where nobody has.
  public let signature: DeliveryFile.Signature?
  /// Where each part stands in the file; none of a JSON file, which no person has written.
  private let places: [DeliveryFault.Part: Place]
  private let whole: Place

  /// Reads the file. Nil where anything in it cannot be read; what is wrong is told with line and column.
  public static func read(_ bytes: [UInt8], named name: String) -> Reading<DeliveryUpload?> {
    let whole = Place(file: name)
    guard bytes.count <= DeliveryFile.byteCountMax else {
      return Reading(value: nil, diagnostics: [.deliveryTooLarge(bytes.count, at: whole)])
    }
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if bytes.dropFirst(isMarked ? 3 : 0).first(where: { $0 > 32 }) == UInt8(ascii: "{") {
      let reading = DeliveryFile.read(bytes, named: name)
      return Reading(
        value: reading.value.map {
          DeliveryUpload(delivery: $0.delivery, source: .json, signature: $0.signature, places: [:], whole: whole)
        }, diagnostics: reading.diagnostics)
    }
    let isWorkbook = bytes.starts(with: [0x50, 0x4B, 3, 4])
    let grid: SheetGrid
    var diagnostics: [Diagnostic]
    if isWorkbook {
      let reading = XLSXSheet.read(bytes, named: name)
      diagnostics = reading.diagnostics
      guard let sheet = reading.value else { return Reading(value: nil, diagnostics: diagnostics) }
      grid = SheetGrid(sheet, named: name)
    } else {
      let reading = CSVTable.read(bytes, named: name)
      diagnostics = reading.diagnostics
      grid = SheetGrid(reading.value, named: name)
    }
    var reader = DeliveryTableReader(file: name)
    let delivery = reader.read(grid)
    diagnostics += reader.diagnostics
    let order = diagnostics.indices.sorted { (diagnostics[$0].place, $0) < (diagnostics[$1].place, $1) }
    let sorted = order.map { diagnostics[$0] }
    guard let delivery, !sorted.contains(where: { $0.severity == .error }) else {
      return Reading(value: nil, diagnostics: sorted)
    }
    return Reading(
      value: DeliveryUpload(
        delivery: delivery, source: isWorkbook ? .xlsx : .csv, signature: nil, places: reader.places, whole: whole),
      diagnostics: sorted)
  }

  /// What does not hold, told where it stands in the file.
  public func diagnostics(of faults: [DeliveryFault]) -> [Diagnostic] {
    faults.map { fault in
      Diagnostic(
        code: "leverans-uppgift", severity: fault.weight == .wrong ? .error : .warning, place: place(of: fault.part),
        message: fault.message)
    }.sorted { $0.place < $1.place }
  }

  private func place(of part: DeliveryFault.Part) -> Place {
    if let place = places[part] { return place }
    if case .ground(let ground) = part { return places[.row(ground, 0)] ?? whole }
    return whole
  }
}
