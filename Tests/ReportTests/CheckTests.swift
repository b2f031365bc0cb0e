import Association
import Ledger
import Statements
import TestKit
import Testing

@testable import Report

/// Every check, proved by its own counter-example.
struct CheckTests {
  @Test(arguments: Check.all.map(\.code))
  func `a check is silent on a sound report and finds what it spoils`(code: String) throws {
    let check = try #require(Check.all.first { $0.code == code })
    var spoiled = AnnualReport.sound

    let before = check.find(AnnualReport.sound)
    check.spoil(&spoiled)
    let after = check.find(spoiled)

    #expect(before.isEmpty, "\(before.map(\.message))")
    #expect(!after.isEmpty)
    #expect(after.allSatisfy { $0.code == code })
    #expect(after.allSatisfy { !$0.place.isEmpty && !$0.stated.isEmpty && !$0.expected.isEmpty })
    #expect(Set(after.map(\.place)).count == after.count, "\(after.map(\.place))")
  }

  @Test(arguments: Check.all.map(\.code))
  func `a message is whole Swedish sentences that quote what stands there`(code: String) throws {
    let check = try #require(Check.all.first { $0.code == code })
    var spoiled = AnnualReport.sound
    check.spoil(&spoiled)

    for finding in check.find(spoiled) {
      #expect(finding.message.utf8.last == UInt8(ascii: "."), "\(finding.message)")
      #expect(finding.message.pieces(separatedBy: ". ").count > 1, "\(finding.message)")
      #expect(!finding.message.hasAny(["%s", "%e", "Optional", "  ", "..", "nil"]), "\(finding.message)")
    }
  }

  @Test func `codes are unique, sorted, and Swedish in ASCII`() {
    let codes = Check.all.map(\.code)

    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 } })
  }

  @Test(arguments: Check.all.map(\.code))
  func `a check says what it asks, why and how it is mended`(code: String) throws {
    let check = try #require(Check.all.first { $0.code == code })

    #expect(check.question.utf8.last == UInt8(ascii: "?"))
    #expect(check.reason.utf8.last == UInt8(ascii: "."))
    #expect(check.mend.utf8.last == UInt8(ascii: "."))
  }

  @Test func `a sound report has no findings, and none when only its print is known`() {
    #expect(AnnualReport.sound.checked().findings.map(\.message) == [])
    #expect(AnnualReport.published.checked().findings.map(\.message) == [])
  }

  @Test(arguments: 0..<20)
  func `a report with any numbers whatever is checked without a crash`(seed: Int) {
    var state = UInt64(seed &+ 1) &* 0x9E37_79B9_7F4A_7C15
    func random(_ below: UInt64) -> Int64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int64(state % below)
    }
    var report = seed % 2 == 0 ? AnnualReport.sound : .published
    for table in report.tables {
      report.alterTable(table.id) { table in
        for row in table.rows {
          for column in table.columns where random(4) == 0 {
            let size = random(1_000_000_000_000)
            table.set(random(2) == 0 ? size : -size, in: row.id, column.id)
            if random(9) == 0 { table.empty(row.id, column.id) }
          }
        }
        if random(5) == 0 { table.unit = .thousands }
        if random(5) == 0, !table.rows.isEmpty { table.rows[0].cells = [] }
      }
    }

    let checked = report.checked()

    #expect(!checked.findings.isEmpty)
    #expect(checked.checked() == checked)
  }

  @Test func `an empty report from somebody's PDF is checked without a crash`() throws {
    let year = try #require(FiscalYear(calendarYear: 2022))
    let report = AnnualReport(
      associationName: "", organisationNumber: "", year: year, facts: ReportFacts(year: 2022), chapters: [],
      figures: [:])

    #expect(report.checked().findings.contains { $0.code == "rakning-saknas" })
  }

  @Test func `a cap that there is nothing to reckon on says nothing of equity`() throws {
    let check = Check.equityOverCap
    var report = AnnualReport.sound
    check.spoil(&report)
    #expect(!check.find(report).isEmpty)

    report.alterTable("eget-kapital-tak") { $0.set(0, in: "underlag") }

    #expect(check.find(report).isEmpty)
  }
}
