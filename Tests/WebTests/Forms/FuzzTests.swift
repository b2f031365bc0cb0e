import Ledger
import TestKit
import Testing

@testable import Web

/// Bytes that nobody meant as a form: whatever comes, it is read or refused, and never more.
struct FuzzTests {
  private static let boundary = Array("grans".utf8)

  /// Pieces that mean something to the readers, so that chance meets their corners.
  private static let pieces: [[UInt8]] =
    [
      "--grans", "\r\n--grans", "\r\n--grans--", "--", "\r\n", "\n", "\r\n\r\n", "Content-Disposition: form-data",
      "; name=\"a\"", "; filename=\"b\"", "; filename=\"", "; name=\"", "\"", "Content-Type: text/plain", "a=b", "&",
      "=",
      "%", "%4", "%zz", "%C3%A5", "%C3", "%00", "+", "å", "\u{301}", "\u{2028}", "19121212-1212", "../", "\\", ";", ",",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xE2, 0x80], []]

  private static func bytes(_ generator: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 0...14, using: &generator)).flatMap { _ -> [UInt8] in
      Bool.random(using: &generator)
        ? pieces.randomElement(using: &generator) ?? []
        : (0..<Int.random(in: 0...6, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
  }

  @Test(arguments: 0..<8) func `no bytes make the reader of files and fields fall`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<400 {
      let bytes = Self.bytes(&generator)
      for body in [
        bytes, Array("--grans\r\n".utf8) + bytes, Array("--grans".utf8) + bytes + Array("\r\n--grans--".utf8),
      ] {
        guard let form = Multipart.form(in: body, boundary: Self.boundary) else { continue }
        for file in form.files { #expect(!file.name.utf8.contains { $0 == 47 || $0 == 92 }) }
        for pair in form.pairs { #expect(!pair.value.utf8.contains(0)) }
      }
      _ = Multipart.boundary(of: "multipart/form-data; " + String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test(arguments: 0..<8) func `no query and no form makes their reader fall, and no NUL comes through`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<1000 {
      let text = String(decoding: Self.bytes(&generator), as: UTF8.self)
      for pair in Percent.pairs(text) {
        #expect(!pair.name.utf8.contains(0) && !pair.value.utf8.contains(0))
        #expect(Percent.decoded(Percent.encoded(pair.value)) == pair.value)
      }
      _ = OwnPath.read(text)
      _ = PathPattern("/a/{b}").values(in: "/a/" + text)
      _ = MailAddress.read(text)
      _ = PasswordHash(text)
      _ = PasswordRules.fault(in: text, mail: text, name: text)
      _ = Patience.network(of: text)
      _ = OpenIDKeys(json: Array(text.utf8))
    }
  }

  @Test(arguments: 0..<8) func `a form with any bytes in it is read with words for what is wrong`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<300 {
      let text = String(decoding: Self.bytes(&generator), as: UTF8.self)
      var reading = FormReading(Form(fields: [("a", text), ("b", text), ("b", text + text), ("c", text)]))
      let one = reading.text("a", "Fältet")
      _ = reading.texts("b", "Raden")
      _ = reading.date("c", "Dagen")
      _ = reading.text("saknas", "Det andra", isRequired: true)
      // What may not be said is not said without a fault.
      if !PersonalNumber.find(in: one).isEmpty { #expect(reading.faults.contains { $0.field == "a" }) }
      #expect(reading.faults.allSatisfy { !$0.message.isEmpty })
    }
  }
}
