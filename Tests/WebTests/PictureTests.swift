import Foundation
import Testing

@testable import Web

/// The handbook's pictures are taken by the tests, and every one that a page shows is there.
@Suite(.serialized)
struct PictureTests {
  static let folder = OfficeKit.root.appendingPathComponent("docs/handbok/bilder").path

  /// Taken anew with FINSAM_BLESS=1, when a page has changed.
  @Test(
    .enabled(if: LiveBrowser.isThere && ProcessInfo.processInfo.environment["FINSAM_BLESS"] == "1", LiveBrowser.absence)
  )
  func `the handbook's pictures are taken of the program itself`() async throws {
    let kit = try OfficeKit()
    try FileManager.default.createDirectory(atPath: PictureTests.folder, withIntermediateDirectories: true)

    try await kit.serve { address, cookies in
      _ = try await LiveBrowser.run(
        "pictures.py",
        try OfficeKit.variables(
          address, cookies,
          ["FINSAM_PICTURES": PictureTests.folder, "FINSAM_SIE": SmallYear.lines.joined(separator: "\r\n") + "\r\n"]))
    }
  }

  @Test func `every picture that a page of the handbook shows lies beside it, and is in the program`() throws {
    for page in HandbookFiles.pages {
      for part in "\(page.text)".components(separatedBy: "](bilder/").dropFirst() {
        let name = part.components(separatedBy: ")")[0]
        let bytes = try #require(FileManager.default.contents(atPath: "\(PictureTests.folder)/\(name)"), "\(name)")
        let bound = HandbookFiles.pictures.first { $0.name == name }
        let isBound = bound.map { "\($0.base64)" } == bytes.base64EncodedString()
        #expect(isBound, "\(name): run script/embed")
      }
    }
  }
}
