import Desk
import Foundation
import Ledger
import Press
import Report
import Testing

@testable import Web

/// A PDF of our own with a slip in it, before a real browser.
@Suite(.enabled(if: LiveBrowser.isThere, LiveBrowser.absence), .serialized)
struct ReviewBrowserTests {
  @Test func `a PDF is dropped, and the finding is read in the margin, with scripts and without`() async throws {
    let kit = try OfficeKit()
    let year = try #require(FiscalYear(calendarYear: 2022))
    var report = try ReportMaking.report(of: kit.store, year: year)
    try #require(Check.all.first { $0.code == "kassaflode-delsumma" }).spoil(&report)
    let pdf = try kit.office.press.pdf(of: report, attachments: [], until: .rendered)
    let folder = kit.folder.appendingPathComponent("filer")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(pdf).write(to: folder.appendingPathComponent("rapport.pdf"))
    try Data(ReviewedReportTests.spoiled).write(to: folder.appendingPathComponent("provet.txt"))

    try await kit.serve { address, cookies in
      _ = try await LiveBrowser.run(
        "reviews.py", try OfficeKit.variables(address, cookies, ["FINSAM_FILES": folder.path]))
    }
  }
}
