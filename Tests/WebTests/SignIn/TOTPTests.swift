import Foundation
import Ledger
import Press
import Testing

@testable import Web

struct TOTPTests {
  private let secret = Array("12345678901234567890".utf8)

  @Test(arguments: [
    (Int64(59), "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
    (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
  ])
  func `the codes are those of RFC 6238, appendix B`(seconds: Int64, code: String) {
    let step = TOTP.step(at: Moment(secondsSince1970: seconds))

    #expect(TOTP.code(secret, step: step, digitCount: 8) == code)
    #expect(TOTP.code(secret, step: step) == String(code.suffix(6)))
  }

  @Test func `a code is good half a minute before and after its own, and no longer`() {
    let now = Moment(secondsSince1970: 1_771_146_000)
    let step = TOTP.step(at: now)

    for offset in Int64(-3)...3 {
      let found = TOTP.step(of: TOTP.code(secret, step: step + offset), secret, at: now)
      #expect(found == ((-1...1).contains(offset) ? step + offset : nil))
    }
  }

  @Test func `a code may be typed with a space in it, and nothing else is taken for one`() {
    let now = Moment(secondsSince1970: 1_771_146_000)
    let code = TOTP.code(secret, step: TOTP.step(at: now))

    #expect(TOTP.step(of: "\(code.prefix(3)) \(code.suffix(3))", secret, at: now) != nil)
    for wrong in ["", " ", code + "0", String(code.dropLast()), "٠١٢٣٤٥"] {
      #expect(TOTP.step(of: wrong, secret, at: now) == nil)
    }
  }

  @Test(arguments: [
    ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
    ("foobar", "MZXW6YTBOI"),
  ])
  func `the secret is spelled in base32 as RFC 4648 has it`(text: String, letters: String) {
    #expect(TOTP.base32(Array(text.utf8)) == letters)
  }

  @Test func `the app is told the association and the address, each percent-encoded`() {
    #expect(
      TOTP.address(secret, mail: "a+b@example.se", association: "Finsam Väst & Öst")
        == "otpauth://totp/Finsam%20V%C3%A4st%20%26%20%C3%96st:a%2Bb%40example.se"
        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Finsam%20V%C3%A4st%20%26%20%C3%96st")
    #expect(TOTP.spelled(secret) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
  }

  @Test func `the picture is a QR code with words for those who do not see it`() {
    let svg = String(decoding: QRPicture.html(of: "otpauth://totp/x", words: "Koden \"här\"").bytes, as: UTF8.self)

    #expect(svg.contains("role=\"img\""))
    #expect(svg.contains("aria-label=\"Koden &quot;här&quot;\""))
    // Version 2 is 25 modules wide; its upper left corner begins with a row of seven after four of quiet.
    #expect(svg.contains("viewBox=\"0 0 33 33\""))
    #expect(svg.contains("d=\"M4 4h7v1h-7z"))
  }

  @Test func `recovery codes differ, and are known however they are typed`() {
    let codes = RecoveryCode.make { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }

    #expect(codes.count == 10)
    #expect(Set(codes).count == 10)
    let code = codes[0]
    #expect(RecoveryCode.digest(of: code) == RecoveryCode.digest(of: code.uppercased().replacing("-", with: " ")))
    #expect(RecoveryCode.isOne(code))
    #expect(!RecoveryCode.isOne("123 456"))
  }
}
