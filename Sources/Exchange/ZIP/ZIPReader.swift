/// The files in a zip archive, by the list at its end. Only what is asked for is unpacked.
struct ZIPReader {
  /// Why a file cannot be had.
  enum Fault: Error, Hashable {
    /// The bytes are no zip archive, or not a whole one.
    case broken
    /// The file is locked with a password, or packed in a way that no spreadsheet uses.
    case unreadable
    /// The file is larger than was allowed.
    case tooLarge
  }

  private struct Entry {
    let method: Int
    let isLocked: Bool
    let packedCount: Int
    let place: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]

  /// Files in the list beyond these are not looked at: a spreadsheet has some twenty.
  static let fileCountMax = 2000

  /// The archive's list; throws where there is none.
  init(_ bytes: [UInt8]) throws(Fault) {
    self.bytes = bytes
    guard let end = ZIPReader.endOfList(bytes) else { throw .broken }
    let count = min(ZIPReader.number(bytes, end + 10, 2), ZIPReader.fileCountMax)
    var place = ZIPReader.number(bytes, end + 16, 4)
    for _ in 0..<count {
      guard place + 46 <= bytes.count, ZIPReader.number(bytes, place, 4) == 0x0201_4B50 else { throw .broken }
      let nameCount = ZIPReader.number(bytes, place + 28, 2)
      let more = ZIPReader.number(bytes, place + 30, 2) + ZIPReader.number(bytes, place + 32, 2)
      guard place + 46 + nameCount <= bytes.count else { throw .broken }
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameCount)], as: UTF8.self)
      entries[name] = Entry(
        method: ZIPReader.number(bytes, place + 10, 2), isLocked: ZIPReader.number(bytes, place + 8, 2) & 1 == 1,
        packedCount: ZIPReader.number(bytes, place + 20, 4), place: ZIPReader.number(bytes, place + 42, 4))
      place += 46 + nameCount + more
    }
  }

  /// The paths, in no order.
  var paths: [String] { entries.keys.sorted() }

  /// A file unpacked; nil where the archive has none of that path.
  func file(_ path: String, byteCountMax: Int) throws(Fault) -> [UInt8]? {
    guard let entry = entries[path] else { return nil }
    guard !entry.isLocked else { throw .unreadable }
    guard entry.place + 30 <= bytes.count, ZIPReader.number(bytes, entry.place, 4) == 0x0403_4B50 else { throw .broken }
    let start =
      entry.place + 30 + ZIPReader.number(bytes, entry.place + 26, 2) + ZIPReader.number(bytes, entry.place + 28, 2)
    guard start + entry.packedCount <= bytes.count else { throw .broken }
    let packed = bytes[start..<(start + entry.packedCount)]
    switch entry.method {
    case 0:
      guard packed.count <= byteCountMax else { throw .tooLarge }
      return Array(packed)
    case 8:
      do {
        return try Inflate.unpacked(packed, byteCountMax: byteCountMax)
      } catch {
        throw error == .tooLarge ? .tooLarge : .broken
      }
    default: throw .unreadable
    }
  }

  /// Where the record that ends the archive begins: it is 22 bytes and a comment of at most 65 535.
  private static func endOfList(_ bytes: [UInt8]) -> Int? {
    var place = bytes.count - 22
    let least = max(0, place - 65_535)
    while place >= least {
      if number(bytes, place, 4) == 0x0605_4B50 { return place }
      place -= 1
    }
    return nil
  }

  /// A number, least byte first. Whoever asks has seen that it is there.
  private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}
