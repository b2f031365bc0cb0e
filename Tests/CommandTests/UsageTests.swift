import Foundation
import Testing

/// What the program says when it is used wrongly: Swedish, and exit code 64.
struct UsageTests {
  static let mistakes: [([String], String)] = [
    (["import", "x.se"], "--book saknas"),
    (["report"], "saknas"),
    (["report", "bok.finsam", "--year"], "saknar värde"),
    (["report", "bok.finsam", "--year", "tjugo"], "tjugo"),
    (["verify", "bok.finsam", "--jsn"], "--jsn"),
    (["verify", "bok.finsam", "mer"], "mer"),
    (["new", "bok.finsam", "--name", "X", "--orgnr", "222000-0001"], "kontrollsiffra"),
    (["new", "bok.finsam", "--name", "X", "--orgnr", "222000-0000", "--chart", "K3"], "K3"),
    (["report", "bok.finsam", "--year", "2025", "--only", "docx"], "docx"),
  ]

  @Test(arguments: mistakes.indices)
  func `a mistake is answered in Swedish with exit code 64`(case index: Int) throws {
    let (arguments, words) = Self.mistakes[index]
    try Program.inFolder { program in
      let (process, out, err) = try program.start(arguments)
      let problems = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      _ = out.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()

      #expect(process.terminationStatus == 64, "\(problems)")
      #expect(problems.contains(words), "\(problems)")
      for english in ["Error", "Usage", "Missing", "Unknown", "Unexpected", "invalid"] {
        #expect(!problems.contains(english), "\(problems)")
      }
    }
  }

  @Test func `help is in Swedish, and every command has its own`() throws {
    try Program.inFolder { program in
      let help = try program.run("--help")
      #expect(help.code == 0)
      #expect(help.output.contains("Användning: finsam"))
      for command in [
        "demo", "new", "import", "export", "report", "check", "verify", "reverse", "lock", "end-year", "mail",
        "settings",
      ] {
        let page = try program.run(command, "--help")
        #expect(page.code == 0)
        #expect(page.output.contains("Användning: finsam \(command)"), "\(page.output)")
        for english in ["USAGE", "OPTIONS", "Show help", "default:"] {
          #expect(!page.output.contains(english), "\(page.output)")
        }
      }
    }
  }

  /// The Python that `script/setup` makes: beside the folder that the build lies in.
  private static let venv = Program.executable.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("press-venv/bin/python3").path

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: venv),
      "Not run: script/setup has made no Python beside the build."))
  func `the Python beside the build is found from any folder, by the link that says where its packages are`() throws {
    try Program.inFolder { program in
      let settings = try program.run("settings", environment: ["FINSAM_PYTHON": ""])
      let first = settings.output.split(separator: "\n").first ?? ""

      #expect(first.hasPrefix("python = /"), "\(first)")
      #expect(first.hasSuffix("/press/bin/python3") || first.hasSuffix("/press-venv/bin/python3"), "\(first)")
    }
  }
}
