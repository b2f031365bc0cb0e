public import Ledger

/// A zip archive without compression: so little code that it needs no library, and so plain that any program opens it.
/// The same files give the same bytes.
public enum StoredZIP {
  /// The largest archive, and the most files, that the first form of zip can say: 4 GiB and 65 535.
  public static let byteCountMax = Int(UInt32.max)
  /// The most files in one archive.
  public static let fileCountMax = Int(UInt16.max)

  /// The files as an archive, each dated `day`; nil where they are more than an archive holds.
  public static func archive(_ files: [FolderFile], on day: CalendarDate) -> [UInt8]? {
    // Each file has a head of 30 bytes before it and one of 46 in the list at the end, with its path in both.
    let size = files.reduce(22) { $0 + $1.bytes.count + 2 * $1.path.utf8.count + 76 }
    guard size <= byteCountMax, files.count <= fileCountMax,
      files.allSatisfy({ $0.path.utf8.count <= Int(UInt16.max) })
    else { return nil }
    var archive: [UInt8] = []
    archive.reserveCapacity(size)
    var list: [UInt8] = []
    for file in files {
      let place = archive.count
      let head = head(of: file, on: day)
      archive.put(UInt32(0x0403_4B50))
      archive += head
      archive += Array(file.path.utf8)
      archive += file.bytes
      list.put(UInt32(0x0201_4B50))
      // Made by Unix (3), so that the modes below are read.
      list.put(UInt16(3 << 8 | 20))
      list += head
      // No comment, first disk, no inner attributes; a plain file that all read and its owner writes.
      for _ in 0..<3 { list.put(UInt16(0)) }
      list.put(UInt32(0o100644 << 16))
      list.put(UInt32(place))
      list += Array(file.path.utf8)
    }
    let place = archive.count
    archive += list
    archive.put(UInt32(0x0605_4B50))
    archive.put(UInt32(0))
    archive.put(UInt16(files.count))
    archive.put(UInt16(files.count))
    archive.put(UInt32(list.count))
    archive.put(UInt32(place))
    archive.put(UInt16(0))
    return archive
  }

  /// What the archive says of a file, both before it and in the list.
  private static func head(of file: FolderFile, on day: CalendarDate) -> [UInt8] {
    var checksum = CRC32()
    file.bytes.withUnsafeBufferPointer { checksum.feed($0) }
    var head: [UInt8] = []
    head.put(UInt16(20))
    // The path is in UTF-8.
    head.put(UInt16(1 << 11))
    head.put(UInt16(0))
    // Midnight; the calendar of zip begins with 1980 and ends with 2107.
    head.put(UInt16(0))
    head.put(UInt16(min(max(day.year - 1980, 0), 127) << 9 | day.month << 5 | day.day))
    head.put(checksum.value)
    head.put(UInt32(file.bytes.count))
    head.put(UInt32(file.bytes.count))
    head.put(UInt16(file.path.utf8.count))
    head.put(UInt16(0))
    return head
  }
}

extension [UInt8] {
  /// Adds a number, least byte first.
  fileprivate mutating func put(_ number: some FixedWidthInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
