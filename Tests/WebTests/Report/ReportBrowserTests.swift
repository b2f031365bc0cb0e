import Ledger
import Store
import Testing

@testable import Web

@Suite(.enabled(if: LiveBrowser.isThere, LiveBrowser.absence), .serialized)
struct ReportBrowserTests {
  @Test func `a chapter is written beside its preview, with a script and without, and axe finds nothing`() async throws
  {
    let kit = try OfficeKit()
    try kit.write("Visionen 2021, 4 711 mottagare.", in: "avvikelser", year: 2021)

    try await kit.serve { address, cookies in
      _ = try await LiveBrowser.run("report.py", try OfficeKit.variables(address, cookies))
    }
  }
}
