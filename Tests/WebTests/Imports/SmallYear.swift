import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// A small year in SIE 4E for the example's association, 2023, that tests cut, spoil and read; and the ways to the
/// pages about it.
enum SmallYear {
  static let lines = [
    "#FLAGGA 0", "#PROGRAM \"Exempel\" \"1\"", "#FORMAT PC8", "#GEN 20240105", "#SIETYP 4", "#ORGNR 222000-2451",
    "#FNAMN \"Exempelbygden\"", "#RAR 0 20230101 20231231", "#KONTO 1930 \"Bank\"", "#KTYP 1930 T",
    "#KONTO 2068 \"Balanserat resultat\"", "#KTYP 2068 S", "#KONTO 3985 \"Medlemsbidrag\"", "#KTYP 3985 I",
    "#KONTO 5013 \"Lokalhyra\"", "#KTYP 5013 K", "#EGEN \"nummer\" 7", "#IB 0 1930 100000.00",
    "#IB 0 2068 -100000.00",
    "#UB 0 1930 145000.00", "#UB 0 2068 -100000.00", "#RES 0 3985 -50000.00", "#RES 0 5013 5000.00",
    "#VER A 1 20230115 \"Medlemsbidrag\" 20230115", "{", "#TRANS 1930 {} 50000.00", "#TRANS 3985 {} -50000.00", "}",
    "#VER A 2 20230301 \"Hyra\" 20230301", "{", "#TRANS 5013 {} 5000.00", "#TRANS 1930 {} -5000.00", "}",
  ]

  static let bytes = bytes(lines)

  static func bytes(_ lines: [String]) -> [UInt8] { Array((lines.joined(separator: "\r\n") + "\r\n").utf8) }

  /// The same with a line replaced, or left out.
  static func replacing(_ line: String, with new: String?) -> [UInt8] {
    bytes(lines.flatMap { $0 == line ? (new.map { [$0] } ?? []) : [$0] })
  }

  /// A year of that many vouchers, each of two rows.
  static func large(_ count: Int) -> [UInt8] {
    var bytes = Array((lines.prefix(17).joined(separator: "\r\n") + "\r\n").utf8)
    for number in 1...count {
      let month = 1 + number % 12
      let day = "2023\(month < 10 ? "0" : "")\(month)15"
      bytes += Array(
        """
        #VER A \(number) \(day) "Verifikation nummer \(number)"\r
        {\r
        #TRANS 5013 {} 10.00\r
        #TRANS 1930 {} -10.00\r
        }\r

        """.utf8)
    }
    return bytes
  }
}

extension Guest {
  /// Sends a file in, and gives the path of its preview.
  func sendIn(_ bytes: [UInt8], named name: String = "2023.se", year: String = "") async throws -> String {
    let reply = try await upload(
      Addresses.uploads.path(), [("ar", year)],
      files: [(field: "fil", name: name, type: "application/octet-stream", bytes: bytes)])
    try #require(reply.status == .seeOther, "\(reply.status) \(reply.body)")
    return try #require(reply.headers[.location])
  }

  /// Sends a file in and reads it into the book; gives the path of its receipt.
  func readIn(_ bytes: [UInt8], named name: String = "2023.se", year: String = "") async throws -> String {
    let path = try await sendIn(bytes, named: name, year: year)
    let reply = try await post(path.before("?") + "/inlasning", [("ar", year)])
    try #require(reply.status == .seeOther, "\(reply.status) \(reply.body)")
    return try await followed(reply.location)
  }

  /// Asks for a page that shows how far work has come until it leads on.
  func followed(_ path: String) async throws -> String {
    var path = path
    while path.hasSuffix("/lage") {
      let reply = try await get(path)
      guard reply.status == .seeOther else {
        try #require(reply.status == .ok, "\(reply.status) \(reply.body)")
        await Task.yield()
        continue
      }
      path = reply.location
    }
    return path
  }
}

extension String {
  func before(_ mark: Character) -> String { split(separator: mark).first.map { String($0) } ?? self }
}
