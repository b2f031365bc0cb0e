import Foundation
import TestKit
import Testing

/// The built program's office, visited by a real browser from the line that the server prints to its end.
@Suite(.enabled(if: BrowserProgram.isRunnable, Comment(rawValue: BrowserProgram.absence)), .serialized)
struct OfficeBrowserTests {
  @Test func `a newcomer comes in by the one-time link, books by keys, corrects, closes, and follows a figure home`()
    throws
  {
    // 277 in the example; two in the file; the one that is entered, its reversal, and the one in its place.
    try Self.visit("walk.py", leaving: 282)
  }

  @Test func `a day at the office is done without JavaScript`() throws {
    // 277 in the example; the one that is entered, and two in the file.
    try Self.visit("noscript.py", leaving: 280)
  }

  /// Serves the example as a user does while the browser's program works there. The server must then end when it is
  /// asked to, without having complained of anything, and the book must be whole and have that many vouchers.
  private static func visit(_ script: String, leaving vouchers: Int) throws {
    try Program.inFolder { program in
      let demo = try program.run("demo", "--out", "demo")
      try #require(demo.code == 0, "\(demo.problems)")
      let book = "demo/blekinge-2022.finsam"
      let (server, out, err) = try program.start(["serve", book, "--port", "0"])
      defer { if server.isRunning { server.terminate() } }
      let problems = Reader(err.fileHandleForReading)
      let said = lines(of: out.fileHandleForReading, through: "Stäng det med Ctrl-C.")
      let address = try #require(said.first?.split(separator: ": ").last, "\(said)")
      let link = try #require(said.first { $0.contains("/inbjudan/") }, "\(said)")

      let (code, output) = try BrowserProgram.run(
        script,
        [
          "FINSAM_ADDRESS": String(address), "FINSAM_LINK": link.trimmingCharacters(in: .whitespaces),
          "FINSAM_FILES": program.folder.path,
        ])
      server.terminate()
      server.waitUntilExit()

      #expect(code == 0, "\(script) ended with \(code):\n\(output)")
      #expect(server.terminationReason == .exit)
      #expect(server.terminationStatus == 0)
      #expect(String(decoding: problems.wait(), as: UTF8.self) == "")
      let verified = try program.run("verify", book)
      #expect(verified.code == 0, "\(verified.problems)")
      #expect(verified.output.hasPrefix("Boken stämmer: \(vouchers) verifikationer"), "\(verified.output)")
    }
  }

  /// What a program prints through that line, or all of it where it ends before.
  private static func lines(of handle: FileHandle, through last: String) -> [String] {
    var bytes = Data()
    while true {
      let more = handle.availableData
      bytes += more
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0) }
      if more.isEmpty || lines.contains(last) { return lines }
    }
  }
}
