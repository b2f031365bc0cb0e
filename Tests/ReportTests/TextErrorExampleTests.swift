import Association
import Foundation
import Ledger
import Report
import TestKit
import Testing

/// `Tests/Golden/errors/text-…`: what is said of each fault in a text of the example association's report.
struct TextErrorExampleTests {
  static let examples = ErrorExample.all(startingWith: ["text-"])

  @Test(arguments: examples)
  func `what is said of each fault in a text is as recorded; FINSAM_BLESS=1 records it`(example: ErrorExample) throws {
    let said = try Self.said(of: example)

    #expect(try example.recorded(insteadOf: said) == said)
    #expect(said.contains("[\(example.code)]\n"))
  }

  @Test func `the manual's page has the faults of the texts as well; FINSAM_BLESS=1 writes it`() throws {
    for example in Self.examples { _ = try example.recorded(insteadOf: Self.said(of: example)) }

    let (written, made) = try ErrorReference.page()

    #expect(written == made, "Run script/bless, or this test with FINSAM_BLESS=1, and read the difference.")
  }

  /// Everything that is printed of the example's text. Its file is `texter/<year>/<chapter>.md`.
  static func said(of example: ErrorExample) throws -> String {
    var source = AnnualReport.Source.example
    if ErrorReference.inputsMade[example.code] == nil {
      source.association.texts = try example.files().map { file in
        let chapter = URL(fileURLWithPath: file.path).deletingPathExtension().lastPathComponent
        return ReportText(
          year: source.books.year.first.year, chapterID: chapter, markdown: String(decoding: file.bytes, as: UTF8.self))
      }
    } else {
      let long = String(repeating: "ord ", count: Markdown.byteCountMax / 4 + 1)
      source.association.texts = [ReportText(year: 2022, chapterID: "handelser", markdown: long)]
    }
    return AnnualReport.assembled(from: source).textDiagnostics.map { $0.text + "\n" }.joined()
  }
}
