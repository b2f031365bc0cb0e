import Desk
import Exchange
import Foundation
import Ledger
import Testing

@testable import finsam

/// The two published reports, made again from their folders: our figures are the published ones to the krona, and where
/// the published report is wrong, ours is right.
struct ExampleTests {
  static let examples = [("blekinge-2022", 2022), ("sydnarke-2023", 2023)]

  @Test(arguments: examples)
  func `a folder becomes a book and the book a folder that says the same, and from then on the same bytes`(
    name: String, year: Int
  ) throws {
    try Program.inFolder { program in
      let source = Program.root.appendingPathComponent("Examples/\(name)")

      let read = try program.run("import", source.path, "--book", "bok.finsam")
      #expect(read.code == 0, "\(read.output)\(read.problems)")
      let written = try program.run("export", "folder", "bok.finsam", "--out", "ut")
      #expect(written.code == 0, "\(written.problems)")
      #expect(try program.run("import", "ut", "--book", "igen.finsam").code == 0)
      #expect(try program.run("export", "folder", "igen.finsam", "--out", "igen").code == 0)

      let out = program.path("ut")
      let first = AssociationFolder.read(try FolderOnDisk.files(below: source.path)).value
      let second = AssociationFolder.read(try FolderOnDisk.files(below: out)).value
      #expect(first == second)
      #expect(
        try Self.files(below: program.folder.appendingPathComponent("igen"))
          == Self.files(below: URL(fileURLWithPath: out)))
      #expect(try program.run("verify", "bok.finsam").code == 0)
    }
  }

  @Test(arguments: examples)
  func `the report is written in three formats, the same bytes each time, and every error is answered`(
    name: String, year: Int
  ) throws {
    try Program.inFolder { program in
      let source = Program.root.appendingPathComponent("Examples/\(name)")
      #expect(try program.run("import", source.path, "--book", "bok.finsam").code == 0)

      let first = try program.run("report", "bok.finsam", "--year", "\(year)", "--out", "ett")
      let second = try program.run("report", "bok.finsam", "--year", "\(year)", "--out", "tva")

      #expect(first.code == 0, "\(first.output)\(first.problems)")
      #expect(second.code == 0)
      #expect(first.output.contains("rapporten är färdig"), "\(first.output)")
      for ending in ["html", "pdf", "json"] {
        let one = try Data(contentsOf: program.folder.appendingPathComponent("ett/arsredovisning-\(year).\(ending)"))
        let two = try Data(contentsOf: program.folder.appendingPathComponent("tva/arsredovisning-\(year).\(ending)"))
        #expect(one == two, "\(ending) differs")
        #expect(one.count > 10_000)
      }
    }
  }

  @Test func `the demo runs from the built program alone`() throws {
    try Program.inFolder { program in
      let run = try program.run("demo", "--out", "demo")

      #expect(run.code == 0, "\(run.output)\(run.problems)")
      #expect(run.output.contains("−2 422 563 kr") || run.output.contains("\u{2212}2\u{A0}422\u{A0}563\u{A0}kr"))
      #expect(program.exists("demo/arsredovisning-2022.pdf"))
      #expect(try program.run("demo", "--out", "demo").code == 74)
    }
  }

  @Test func `the embedded example is the one that lies in Examples`() throws {
    let source = Program.root.appendingPathComponent("Examples/blekinge-2022")
    let embedded = try DemoFiles.all().reduce(into: [String: Data]()) { $0[$1.path] = Data($1.bytes) }
    #expect(try Self.files(below: source) == embedded, "Run script/embed.")
  }

  @Test func `last year's published figures alone give a report`() throws {
    try Program.inFolder { program in
      let balances = Program.root.appendingPathComponent("Examples/nyborjare/saldon-2023.csv").path
      #expect(
        try program.run("new", "ny.finsam", "--name", "Ett förbund", "--orgnr", "222000-2600", "--chart", "Kommun-Bas")
          .code == 0)

      let read = try program.run("import", balances, "--book", "ny.finsam", "--year", "2023")
      #expect(read.code == 0, "\(read.output)\(read.problems)")
      let report = try program.run("report", "ny.finsam", "--year", "2023", "--out", "ut")
      #expect(report.code == 0, "\(report.problems)")

      #expect(report.output.contains("utkast"))
      let statements = try program.run("statements", "ny.finsam", "--year", "2023")
      #expect(statements.output.contains("308\u{A0}788"), "\(statements.output)")
    }
  }

  static func files(below folder: URL) throws -> [String: Data] {
    let base = folder.resolvingSymlinksInPath().path
    guard let walk = FileManager.default.enumerator(atPath: base) else { return [:] }
    var files: [String: Data] = [:]
    for case let path as String in walk {
      var isFolder: ObjCBool = false
      let full = base + "/" + path
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      files[path] = try Data(contentsOf: URL(fileURLWithPath: full))
    }
    return files
  }
}
