import Report
import Statements
import TestKit
import Testing

struct AssemblyNotesTests {
  private let report = AnnualReport.example

  private var headings: [String] {
    (report.chapters.first { $0.id == "noter" }?.blocks ?? []).compactMap { block in
      if case .heading = block { block.plainText } else { nil }
    }
  }

  @Test func `the notes are numbered from the accounting principles on, without a gap`() {
    #expect(headings.first == "Not 1. Redovisningsprinciper")
    for (index, heading) in headings.enumerated() {
      #expect(heading.utf8.starts(with: "Not \(index + 1). ".utf8), "\(heading)")
    }
  }

  @Test func `a line of a statement points at the note that specifies it`() throws {
    var seen = 0
    for id in ["resultatrakning", "balansrakning"] {
      for row in try #require(report.table(id)).rows where !row.note.isEmpty {
        let note = try #require(report.table("not-\(row.id)"))
        #expect(headings.contains("Not \(row.note). \(note.title)"), "\(row.id)")
        seen += 1
      }
    }
    #expect(seen == 4)
  }

  @Test func `after the lines come insatser, audit and departures from recommendations`() {
    let titles = ["projektnot", "revisionskostnad", "avvikelser"].compactMap { report.table($0)?.title }

    #expect(headings.suffix(3).map { $0.split(separator: ". ", maxSplits: 1).last.map(String.init) } == titles)
  }

  @Test func `the cost of audit is said in words bound to its figure`() {
    let noter = report.chapters.first { $0.id == "noter" }?.blocks ?? []

    let words = noter.map(\.plainText).joined(separator: "\n")

    #expect(words.contains("har kostat 78\u{00A0}500\u{00A0}kr."))
  }
}
