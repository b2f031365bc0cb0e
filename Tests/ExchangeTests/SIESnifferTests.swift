import Ledger
import Testing

@testable import Exchange

@Suite struct SIESnifferTests {
  static func form(_ bytes: [UInt8]) -> SIEForm {
    var sniffer = SIESniffer()
    sniffer.read(bytes)
    return sniffer.finish()
  }

  static func inCodePage437(_ text: String) -> [UInt8] { text.unicodeScalars.map { CodePage437.byte(for: $0) ?? 63 } }
  static func inLatin1(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }

  @Test func `the encoding is told from the bytes, not from what the file says of itself`() {
    let text = "#FLAGGA 0\r\n#FORMAT PC8\r\n#FNAMN \"Förbundet på Öland\"\r\n"
    #expect(Self.form(Array(text.utf8)).encoding == .utf8)
    #expect(Self.form(Self.inCodePage437(text)).encoding == .codePage437)
    #expect(Self.form(Self.inLatin1(text)).encoding == .codePage1252)
    #expect(Self.form(Array("#FLAGGA 0\n".utf8)).encoding == .codePage437)
    #expect(Self.form([0xEF, 0xBB, 0xBF] + Array("#FLAGGA 0\n".utf8)).encoding == .utf8)
  }

  @Test(arguments: ["Förbundet på Öland, åäö ÅÄÖ é ü"])
  func `a name reads the same in the three encodings`(name: String) {
    let text = "#FLAGGA 0\r\n#FNAMN \"\(name)\"\r\n"
    for bytes in [
      Array(text.utf8), Self.inCodePage437(text), Self.inLatin1(text), [0xEF, 0xBB, 0xBF] + Array(text.utf8),
    ] {
      #expect(SIEFile.read(bytes, named: "a.se").value.companyName == name)
    }
  }

  static let kinds: [(SIEForm.Kind, String, String)] = [
    (.sie5, "sie-5", "<?xml version=\"1.0\"?>\n<Sie xmlns=\"http://www.sie.se/sie5\"></Sie>"),
    (.xml, "sie-xml", "<?xml version=\"1.0\"?>\n<order/>"),
    (.html, "sie-html", "<!DOCTYPE HTML PUBLIC>\n<html><head><title>404</title></head></html>"),
    (.pdf, "sie-pdf", "%PDF-1.7\n#AB"),
    (.zip, "sie-zip", "PK\u{3}\u{4}\u{14}"),
    (.text, "sie-ingen-sie", "konto;belopp\n1930;100\n"),
    (.empty, "sie-tom", ""),
    (.empty, "sie-tom", " \r\n\n"),
    (.binary, "sie-binar", "\u{0}\u{1}\u{2}ab\u{0}\u{0}"),
  ]

  @Test(arguments: kinds.indices)
  func `a file that is not SIE 1 to 4 gets one sentence that says what it is`(index: Int) {
    let (kind, code, text) = Self.kinds[index]
    let reading = SIEFile.read(Array(text.utf8), named: "a.se")
    #expect(reading.value.form.kind == kind)
    #expect(reading.diagnostics.map(\.code) == [code])
    #expect(reading.hasErrors)
  }

  @Test func `UTF-16 is recognised by its byte-order mark`() {
    #expect(Self.form([0xFF, 0xFE] + Array("#\u{0}F\u{0}".utf8)).kind == .utf16)
  }

  @Test func `line ends are told, and lines that end in CR alone are read`() {
    #expect(Self.form(Array("#FLAGGA 0\r\n".utf8)).lineEnding == .crlf)
    #expect(Self.form(Array("#FLAGGA 0\n".utf8)).lineEnding == .lf)
    let reading = SIEFile.read(Array("#FLAGGA 0\r#FNAMN \"x\"\r#SIETYP 4\r".utf8), named: "a.se")
    #expect(reading.value.form.lineEnding == .cr)
    #expect(reading.value.companyName == "x")
  }
}
