import Foundation
import Review
import Testing

/// Reports of made-up associations in layouts of their own, with planted slips: `Tests/Golden/review`. Each was written
/// before the rules that read it; `docs/reference/granskning-kvalitet.md` says what was read the first time.
struct LayoutTests {
  struct Answers: Decodable {
    struct Figure: Decodable {
      let line: Int
      let value: Double
    }
    struct Slip: Decodable {
      let line: Int
      let kind: String
    }
    let figures: [Figure]
    let slips: [Slip]
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden/review")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test func `there are reports of sixteen layouts`() { #expect(LayoutTests.names.count == 16) }

  @Test(arguments: names)
  func `every figure is read, every planted slip is found, and hardly anything else`(name: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent("\(name).txt"), encoding: .utf8)
    let answers = try JSONDecoder().decode(
      Answers.self, from: try Data(contentsOf: Self.folder.appendingPathComponent("\(name).json")))

    let review = Review(of: text)

    var read: [Int: [String]] = [:]
    for figure in review.figures where figure.statement != "prose" {
      if let value = figure.value { read[figure.place.line, default: []].append(value.json) }
    }
    let misread = answers.figures.filter { figure in
      let thousandths = Int64((figure.value * 1000).rounded())
      let words = Number(thousandths: thousandths, decimals: 3).json
      guard let index = read[figure.line]?.firstIndex(of: words) else { return true }
      read[figure.line]?.remove(at: index)
      return false
    }
    #expect(misread.isEmpty, "\(misread)")
    // A slip is found where it stands, or said of the row that does not agree with it.
    let found = answers.slips.map { slip in
      review.findings.indices.filter { index in
        abs(review.findings[index].place.line - slip.line) <= 1 || review.findings[index].kind == slip.kind
      }
    }
    for (slip, hits) in zip(answers.slips, found) { #expect(!hits.isEmpty, "\(slip)") }
    let others = review.findings.indices.filter { !Set(found.joined()).contains($0) }.map {
      review.findings[$0].message
    }
    #expect(others.count <= 1, "\(others)")
  }
}
