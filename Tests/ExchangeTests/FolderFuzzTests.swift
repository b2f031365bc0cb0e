import Association
import Exchange
import Foundation
import Ledger
import TestKit
import Testing

struct FolderFuzzTests {
  /// Texts that have brought down readers of YAML: deep nesting, growth by aliases, keys that are whole trees.
  static let bombs: [(name: String, text: String)] = [
    ("flow lists", String(repeating: "[", count: 100_000)),
    ("flow lists, closed", String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)),
    ("flow maps", String(repeating: "{a: ", count: 50_000)),
    ("flow pairs", String(repeating: "[a: ", count: 50_000)),
    ("block lists", String(repeating: "- ", count: 100_000) + "a"),
    ("question keys", String(repeating: "? ", count: 100_000) + "a"),
    ("block maps", (0..<1200).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
    (
      "aliases",
      "a0: &a0 [x, x]\n" + (1...60).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined() + "? *a60 : 1\n"
    ),
    ("wide list after deep", String(repeating: "[", count: 900) + String(repeating: "a,", count: 60_000)),
    ("many keys", (0..<60_000).map { "k\($0): 1\n" }.joined()),
    ("one key many times", String(repeating: "k: 1\n", count: 100_000)),
    ("quotes", String(repeating: "\"", count: 100_001)), ("percent", "%YAML 9.9\n---\na: 1\n"),
    ("tag directive", "%TAG ! tag:x,2000:\n---\n!a b\n"), ("block scalars", String(repeating: "a: |\n", count: 50_000)),
    ("colons", String(repeating: ":", count: 100_000)), ("one line", "namn: " + String(repeating: "å", count: 400_000)),
    ("only comments", String(repeating: "#\n", count: 300_000)), ("escape", "a: \"\\U0010FFFF\\xZZ\"\n"),
    ("documents", String(repeating: "---\n", count: 100_000)),
  ]

  @Test(arguments: bombs.indices)
  func `no file brings the reader down or makes it hang`(index: Int) {
    let bomb = FolderFuzzTests.bombs[index]
    let start = ContinuousClock.now

    for path in ["forbund.yaml", "rader.yaml", "mal/2022.yaml"] {
      _ = AssociationFolder.read([FolderFile(path, bomb.text)])
    }

    #expect(ContinuousClock.now - start < .seconds(60), "\(bomb.name)")
  }

  @Test func `deep nesting is no danger on a thread with a small stack`() {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      for bomb in FolderFuzzTests.bombs.prefix(8) {
        _ = AssociationFolder.read([FolderFile("forbund.yaml", bomb.text)])
      }
      done.signal()
    }
    thread.stackSize = 2 << 20
    thread.start()

    #expect(done.wait(timeout: .now() + 120) == .success)
  }

  @Test(arguments: 1...40)
  func `a mutated folder is read with sentences and never with a crash`(seed: Int) throws {
    var numbers = SeededGenerator(seed: UInt64(seed))
    let folder = try FolderFixture.files(in: FolderFixture.top.appendingPathComponent("Tests/Golden/folder"))

    for _ in 0..<8 {
      var files = folder
      for index in files.indices where !files[index].bytes.isEmpty {
        for _ in 0..<Int.random(in: 0...3, using: &numbers) { mutate(&files[index].bytes, &numbers) }
      }
      let reading = AssociationFolder.read(files)
      for found in reading.diagnostics { #expect(!found.message.isEmpty && !found.code.isEmpty) }
      // What could be read can be written, and read again.
      _ = AssociationFolder.read(reading.value.files())
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ numbers: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &numbers)
    let pieces = [
      "[", "{", "]", "}", ": ", "- ", "\n", "  ", "\"", "'", "|", "&a ", "*a", "!", "#", "\t", "\u{0}", "å", "? ", ",",
      "%",
    ]
    switch Int.random(in: 0...4, using: &numbers) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &numbers)))
    case 2: bytes.insert(contentsOf: (pieces.randomElement(using: &numbers) ?? "").utf8, at: place)
    case 3: bytes.removeSubrange(place...)
    default:
      let end = min(bytes.count, place + Int.random(in: 1...80, using: &numbers))
      bytes.insert(contentsOf: Array(bytes[place..<end]), at: Int.random(in: 0..<bytes.count, using: &numbers))
    }
  }
}
