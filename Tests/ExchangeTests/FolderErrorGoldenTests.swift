import Exchange
import Foundation
import Ledger
import Testing

/// `Tests/Golden/errors/<code>/` holds the smallest input that provokes a fault and, in `meddelande.txt`, exactly what
/// is said of it. The manual's page of faults is made from those folders.
struct FolderErrorGoldenTests {
  /// The first example of each code.
  static let examples: [FaultyFile] = FolderDiagnosticTests.faulty.reduce(into: []) { examples, faulty in
    if !examples.contains(where: { $0.code == faulty.code }) { examples.append(faulty) }
  }

  @Test(arguments: examples)
  func `the message of each code is as recorded; FINSAM_BLESS=1 records it`(example: FaultyFile) throws {
    let folder = FolderFixture.top.appendingPathComponent("Tests/Golden/errors/\(example.code)")
    let others = [FolderFixture.association].filter { $0.path != example.path }
    let message = AssociationFolder.read(others + [example.file]).diagnostics.map { $0.text + "\n" }.joined()
    let input = folder.appendingPathComponent(example.path)
    let output = folder.appendingPathComponent("meddelande.txt")

    if ProcessInfo.processInfo.environment["FINSAM_BLESS"] == "1" {
      let files = FileManager.default
      try files.createDirectory(at: input.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(example.file.bytes).write(to: input)
      try Data(message.utf8).write(to: output)
    }

    #expect(try String(contentsOf: output, encoding: .utf8) == message)
    #expect(try Array(Data(contentsOf: input)) == example.file.bytes)
  }
}
