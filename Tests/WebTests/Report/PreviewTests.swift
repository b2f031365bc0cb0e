import HTTPTypes
import Ledger
import Report
import Store
import TestKit
import Testing

@testable import Web

struct PreviewTests {
  static let path = Addresses.chapterPreview.path(Pair(2022, "handelser"))
  static let script: HTTPFields = [.finsamScript: "1"]

  @Test func `a text is shown as it will be printed and is not saved`() async throws {
    let kit = try OfficeKit()
    let before = try kit.text(of: "handelser")
    let form = try kit.form("Resultatet blev {{arets-resultat|tkr}}.")

    let reply = try await kit.visit(as: .director) { try await $0.post(Self.path, form) }

    #expect(reply.status == .ok)
    #expect(reply.body.contains("Texten är inte sparad."))
    #expect(reply.body.contains("−2\u{00A0}423\u{00A0}tkr</a>"))
    #expect(try kit.text(of: "handelser") == before)
  }

  @Test func `the page's script gets the pieces that the text changes`() async throws {
    let kit = try OfficeKit()
    let form = try kit.form("Ett nytt stycke.")

    let reply = try await kit.visit(as: .director) { try await $0.post(Self.path, form, headers: Self.script) }

    #expect(reply.body.hasPrefix("<template data-for=\"forhandsvisning\">"))
    #expect(reply.body.contains("<p>Ett nytt stycke.</p>"))
    #expect(!reply.body.contains("<html"))
  }

  @Test func `a name that no figure has is a gap in plain sight, with the nearest that one has`() async throws {
    let kit = try OfficeKit()
    let form = try kit.form("Resultatet blev {{arets-resutlat}}.")

    let reply = try await kit.visit(as: .director) { try await $0.post(Self.path, form, headers: Self.script) }

    #expect(reply.body.contains("[siffran arets-resutlat saknas. Menades arets-resultat?]"))
    #expect(reply.body.contains("data-replacement=\"{{arets-resultat}}\""))
  }

  @Test func `a number typed by hand is found while it is written, and mended by a button`() async throws {
    let kit = try OfficeKit()
    let text = "Årets resultat blev ett underskott på 2 423 tkr."
    let shown = try await kit.visit(as: .director) { try await $0.post(Self.path, try kit.form(text)) }
    #expect(shown.body.contains("Byt 2 423 tkr mot {{arets-resultat|tkr,belopp}}"))
    let choice = try #require(
      shown.body.firstMatch(of: /name="ratta" value="(siffra-i-text [^"]*)"/)?.output.1)

    let mended = try await kit.visit(as: .director) {
      try await $0.post(Self.path, try kit.form(text) + [("ratta", String(choice))])
    }

    #expect(mended.body.contains("underskott på {{arets-resultat|tkr,belopp}}.</textarea>"))
    #expect(try kit.text(of: "handelser") != text)
  }

  @Test func `a table is placed by its name and its amounts open`() async throws {
    let kit = try OfficeKit()
    let form = try kit.form("Se tabellen.\n\n[[tabell: projektnot]]")

    let reply = try await kit.visit(as: .director) { try await $0.post(Self.path, form, headers: Self.script) }

    #expect(reply.body.contains("id=\"tabell-projektnot\""))
    #expect(reply.body.contains("href=\"/rapport/2022/siffror/projektnot%3A"))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[klicka](javascript:alert(1))",
    "[k](JaVaScRiPt:alert(1))", "![b](javascript:alert(1))", "<a href=\"javascript:alert(1)\">x</a>",
    "[x](data:text/html,<script>alert(1)</script>)", "<svg/onload=alert(1)>", "`<script>`", "    <script>x</script>",
    "[a]: javascript:alert(1)\n\n[a]", "<iframe src=//x></iframe>", "\"\u{301} onmouseover=alert(1)",
    "</textarea><script>alert(1)</script>", "{{\"><script>alert(1)</script>}}", "[[tabell: <script>]]",
    "<https://x\" onclick=alert(1)>", "[x](https://x\"onclick=\"alert(1))",
  ])
  func `nothing in a text becomes markup or a script`(text: String) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) {
      try await $0.post(Self.path, try kit.form(text), headers: Self.script)
    }

    #expect(reply.status == .ok)
    #expect(PreviewTests.isHarmless(reply.body), "\(reply.body)")
  }

  @Test func `random texts never become markup that is not ours`() async throws {
    let kit = try OfficeKit()
    let pieces = [
      "<script>", "</script>", "<b onclick=x>", "javascript:", "](", "[", "]", "(", ")", "{{", "}}", "|", "[[", "]]",
      "tabell:",
      "`", "```\n", "\n\n", "> ", "- ", "1. ", "#### ", "**", "*", "_", "&lt;", "&#x3c;", "\"", "'", "<", ">",
      "\u{301}", "å",
      "https://", "<!--", "-->", "<![CDATA[", "arets-resultat", "\t", "\\", "<style>", "data:text/html,", "\u{FFFC}",
      "\u{E000}",
    ]
    var numbers = SeededGenerator(seed: 20_260_215)
    let texts = (0..<25).map { _ in
      (0..<Int.random(in: 1...60, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
    }
    try await kit.visit(as: .director) { guest in
      for text in texts {
        let reply = try await guest.post(Self.path, try kit.form(text), headers: Self.script)
        #expect(PreviewTests.isHarmless(reply.body), "\(text)")
      }
    }
  }

  @Test func `only those who write ask for a preview`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .auditor) { try await $0.post(Self.path, try kit.form("x")) }

    #expect(reply.status == .forbidden)
  }

  /// Whether each tag is one of ours and no attribute runs anything.
  static func isHarmless(_ body: String) -> Bool {
    let allowed: Set<String> = [
      "template", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "strong", "em", "a",
      "br", "mark", "span", "table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "section",
      "form",
      "input", "label", "textarea", "select", "option", "button", "details", "summary", "figure", "figcaption", "svg",
      "title", "desc", "rect", "path", "text", "g", "code", "line", "circle",
    ]
    for tag in body.matches(of: /<\/?([a-zA-Z!?][a-zA-Z0-9]*)([^>]*)>/) {
      guard allowed.contains(String(tag.output.1)) else { return false }
      let attributes = String(tag.output.2)
      if attributes.firstMatch(of: /\son[a-z]+\s*=/.ignoresCase()) != nil, !isQuoted(attributes) { return false }
      if attributes.firstMatch(of: /href="(?!\/|#|https:\/\/|mailto:)/.ignoresCase()) != nil { return false }
    }
    return true
  }

  /// Whether what looks like a handler stands inside a value: every attribute of ours is `name="value"`.
  private static func isQuoted(_ attributes: String) -> Bool {
    let bare = attributes.replacing(/="[^"]*"/, with: "")
    return bare.firstMatch(of: /\son[a-z]+/.ignoresCase()) == nil
  }
}
