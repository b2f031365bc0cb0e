import Foundation
import Review
import TestKit
import Testing

/// Every check catches its own counter-example, is silent on the sound report, and stands in the manual.
struct ReviewCheckTests {
  private static let sound = ReportReader.read(SoundExample.text)

  private static func spoiled(_ check: ReviewCheck) -> String {
    check.spoil.reduce(SoundExample.text) { text, change in
      text.replacingOccurrences(of: change.sound, with: change.spoiled)
    }
  }

  @Test func `nothing is found in the sound report`() {
    let findings = Review(of: SoundExample.text).findings
    #expect(findings.isEmpty, "\(findings)")
  }

  @Test(arguments: ReviewCheck.all.indices)
  func `a check catches its counter-example`(index: Int) {
    let check = ReviewCheck.all[index]
    for change in check.spoil { #expect(SoundExample.text.contains(change.sound), "\(check.code): \(change.sound)") }
    let found = check.findings(in: ReportReader.read(Self.spoiled(check)))
    #expect(!found.isEmpty, "\(check.code)")
    #expect(check.findings(in: Self.sound).isEmpty, "\(check.code)")
    for finding in found {
      #expect(finding.message.hasSuffix("."), "\(finding.message)")
      #expect(finding.confidence > 0 && finding.confidence <= 100)
      #expect(finding.place.line >= 1)
    }
  }

  @Test func `no two checks have one code`() {
    #expect(Set(ReviewCheck.all.map(\.code)).count == ReviewCheck.all.count)
  }

  @Test func `amounts in thousands that are rounded are no slip`() {
    let text = SoundExample.text
      .replacingOccurrences(
        of: "Kostnader\t-9 700\t-10 200\t500\t-9 500", with: "Kostnader\t-9 701\t-10 200\t499\t-9 500")
    #expect(Review(of: text).findings.isEmpty)
  }

  @Test func `the manual of the review is printed from its checks`() throws {
    var page = """
      # Granskning av publicerade rapporter

      `finsam review` läser en publicerad årsredovisning och ställer de här \(ReviewCheck.all.count) frågorna till den. Varje anmärkning
      säger var det står, vad som står, vad som räknats fram, vad skillnaden är, vilken oskyldig förklaring som finns och
      hur det troligen rättas. Exemplen är vad kontrollen säger om en påhittad rapport som har fått ett fel.

      Sidan skrivs av programmet: ändra kontrollen, inte sidan.

      """
    for check in ReviewCheck.all.sorted(by: { $0.code < $1.code }) {
      page += "\n## \(check.code)\n\n\(check.question)\n\n* **Varför:** \(check.reason)\n* **Slag:** `\(check.kind)`\n"
      if let found = check.findings(in: ReportReader.read(Self.spoiled(check))).first {
        page +=
          "* **Allvar:** \(found.severity.swedish)\n\n> \(found.message.replacingOccurrences(of: "\u{00A0}", with: " "))\n"
      }
    }
    let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/reference/granskning.md")
    if ProcessInfo.processInfo.environment["FINSAM_BLESS"] == "1" {
      try page.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == page, "Run script/bless and read the difference.")
  }
}
