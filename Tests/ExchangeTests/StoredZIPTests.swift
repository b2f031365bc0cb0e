import Ledger
import Testing

@testable import Exchange

/// Zip archives without compression. That other programs open them is shown where the office gives one.
struct StoredZIPTests {
  static let day = CalendarDate(yyyymmdd: 20_260_215)

  @Test func `an archive has each file as it is, its checksum, and the list at its end`() throws {
    let day = try #require(Self.day)
    let bytes = Array("123456789".utf8)

    let archive = try #require(StoredZIP.archive([FolderFile(path: "å.txt", bytes: bytes)], on: day))

    #expect(archive.starts(with: [0x50, 0x4B, 3, 4]))
    // The check value of CRC-32, least byte first.
    #expect(Array(archive[14..<18]) == [0x26, 0x39, 0xF4, 0xCB])
    #expect(Array(archive[30..<36]) == Array("å.txt".utf8))
    #expect(Array(archive[36..<45]) == bytes)
    #expect(Array(archive[45..<49]) == [0x50, 0x4B, 1, 2])
    #expect(Array(archive.suffix(22).prefix(4)) == [0x50, 0x4B, 5, 6])
    #expect(archive.count == 2 * 6 + 9 + 76 + 22)
  }

  @Test func `no files make an empty archive, and too many none`() throws {
    let day = try #require(Self.day)
    #expect(StoredZIP.archive([], on: day)?.count == 22)
    let many = (0...StoredZIP.fileCountMax).map { FolderFile(path: "\($0)", bytes: []) }
    #expect(StoredZIP.archive(many, on: day) == nil)
    #expect(StoredZIP.archive(Array(many.dropLast()), on: day) != nil)
  }

  @Test(arguments: [19_000_101, 21_991_231])
  func `a day outside the calendar of zip does not stop it`(day: Int) throws {
    let day = try #require(CalendarDate(yyyymmdd: day))
    #expect(StoredZIP.archive([FolderFile(path: "a", bytes: [1])], on: day) != nil)
  }
}
