import Association
import Exchange
import Foundation
import Ledger
import TestKit
import Testing

/// The built program's counter, used by a performer in a real browser for a year.
@Suite(.enabled(if: BrowserProgram.isRunnable, Comment(rawValue: BrowserProgram.absence)), .serialized)
struct CounterBrowserTests {
  @Test func `a performer works a year in the counter and delivers every quarter`() throws {
    try Program.inFolder { program in
      let (server, out, err) = try program.start(["counter", "samsa.raknelista"])
      defer { if server.isRunning { server.terminate() } }
      let problems = Reader(err.fileHandleForReading)
      let said = OfficeBrowserTests.lines(of: out.fileHandleForReading, through: "Stäng den med Ctrl-C.")
      let address = try #require(said.first?.split(separator: ": ").last, "\(said)")
      #expect(address.hasPrefix("http://127.0.0.1:"))
      let files = program.folder.appendingPathComponent("leveranser")
      try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)

      let (code, output) = try BrowserProgram.run(
        "counter.py", ["FINSAM_ADDRESS": String(address), "FINSAM_FILES": files.path])
      server.terminate()
      server.waitUntilExit()

      try #require(code == 0, "counter.py ended with \(code):\n\(output)")
      #expect(server.terminationReason == .exit && server.terminationStatus == 0)
      #expect(String(decoding: problems.wait(), as: UTF8.self) == "")
      let flows = try Self.check(files, key: output.trimmingCharacters(in: .whitespacesAndNewlines))
      #expect(flows.map(\.new.total) == [3, 2, 1, 1])
      #expect(flows.map(\.finished.total) == [1, 1, 1, 1])
      #expect(flows.first?.carried.total == 1 && flows.last?.ongoing.total == 4)
      // Nothing but the list is left beside it, and no other program can read it.
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: program.folder.path).sorted()
          == ["leveranser", "samsa.raknelista"])
      let bytes = try Data(contentsOf: program.folder.appendingPathComponent("samsa.raknelista"))
      #expect(CounterMark.begins(bytes) && bytes.firstRange(of: Data("Karlshamn".utf8)) == nil)
      for arguments in [["verify", "samsa.raknelista"], ["serve", "samsa.raknelista", "--port", "0"]] {
        let (refused, _, complaint) = try program.start(arguments)
        let words = Reader(complaint.fileHandleForReading)
        refused.waitUntilExit()
        #expect(refused.terminationStatus == 74)
        #expect(String(decoding: words.wait(), as: UTF8.self).contains("en utförares räknelista"))
      }
    }
  }

  /// Reads the files of the four quarters: each whole, signed by that key, and beginning where the one before ended.
  private static func check(_ files: URL, key: String) throws -> [Flow] {
    var flows: [Flow] = []
    for month in ["03", "06", "09", "12"] {
      let bytes = Array(try Data(contentsOf: files.appendingPathComponent("leverans-\(month).json")))
      let reading = DeliveryFile.read(bytes, named: month)
      let file = try #require(reading.value, "\(reading.diagnostics)")
      #expect(file.signature.map { DeliveryFile.keyText($0.publicKey) } == key)
      let flow = try #require(file.delivery.flow)
      #expect(flow.carried + flow.new == flow.finished + flow.ongoing)
      if let before = flows.last { #expect(before.ongoing == flow.carried) }
      flows.append(flow)
    }
    return flows
  }
}
