import Press
import Testing

@Suite struct HTMLTests {
  @Test func `text is escaped by byte, so a combining mark does not save a quotation mark`() {
    let html = tag("input", [.other("value", "\"\u{301} onfocus=x")], .text("<\u{200D}b> & 'c'"))

    let written = String(decoding: html.bytes, as: UTF8.self)
    #expect(
      written.utf8.elementsEqual(
        "<input value=\"&quot;\u{301} onfocus=x\">&lt;\u{200D}b&gt; &amp; &#39;c&#39;</input>".utf8))
  }

  @Test func `what XML forbids becomes a replacement character`() {
    let written = HTML.text("a\u{0}b\u{1B}c\u{FFFE}d\u{FFFF}e\r").bytes

    #expect(written.elementsEqual("a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\n".utf8))
  }

  @Test(arguments: ["javascript:alert(1)", "http://a.se", "file:///etc/passwd", "HTTPS://a.se", " https://a.se", ""])
  func `a link that is neither https nor mailto is no address`(target: String) {
    #expect(Attribute.Address.web(target) == nil)
  }

  @Test func `an attribute of one column is left out`() {
    #expect(tag("td", [.columns(1), .class("")]).bytes.elementsEqual("<td></td>".utf8))
  }
}
