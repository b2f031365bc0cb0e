import Foundation
import Store
import Testing

@testable import Web

/// The import in a real browser: by the keyboard, by a drop, without scripts, and axe on each of its pages.
@Suite(.enabled(if: LiveBrowser.isThere, LiveBrowser.absence), .serialized)
struct ImportBrowserTests {
  @Test func `a file is sent in, looked at, read and undone in a browser, and axe finds nothing`() async throws {
    let kit = try OfficeKit()
    let folder = kit.folder.appendingPathComponent("filer")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let files: [(String, [UInt8])] = [
      ("2023.se", SmallYear.bytes),
      (
        "fel.se",
        SmallYear.bytes(
          SmallYear.lines.map { $0.replacing("5000.00", with: "5o00.00") } + ["#KUND 17", "en rad som är bortkommen"])
      ),
      ("annan.se", SmallYear.replacing("#ORGNR 222000-2451", with: "#ORGNR 222000-0000")),
      ("webbsida.se", Array("<!DOCTYPE html><html><body>404</body></html>".utf8)),
      ("stor.se", SmallYear.large(24_000)),
      ("annat-ar.se", SmallYear.bytes(SmallYear.lines.map { $0.replacing("2023", with: "2024") })),
    ]
    for (name, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(name)) }

    try await kit.serve { address, cookies in
      _ = try await LiveBrowser.run(
        "imports.py", try OfficeKit.variables(address, cookies, ["FINSAM_FILES": folder.path]))
    }
  }
}
