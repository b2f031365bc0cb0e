import Ledger
import Store
import Testing

@testable import Web

/// What every page has, before a real browser.
@Suite(.enabled(if: LiveBrowser.isThere, LiveBrowser.absence), .serialized)
struct ShellBrowserTests {
  @Test func `the menu holds the focus, the search opens what was typed, and what is wrong is read first`() async throws
  {
    let kit = try OfficeKit()

    try await kit.serve { address, cookies in
      _ = try await LiveBrowser.run("shell.py", try OfficeKit.variables(address, cookies))
    }
  }
}
