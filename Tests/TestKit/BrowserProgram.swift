import Foundation

/// The programs in `Tests/WebTests/Browser`, which visit the office with a real browser, Chromium.
public enum BrowserProgram {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  /// The Python that they are written in, which makes the PDF files too.
  public static let python: String =
    ProcessInfo.processInfo.environment["FINSAM_PYTHON"]
    ?? tests.deletingLastPathComponent().appendingPathComponent(".build/press-venv/bin/python3").path

  /// Whether this machine has all that they need.
  public static let isRunnable =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")
    && FileManager.default.isExecutableFile(atPath: python)

  /// What is said where it has not.
  public static let absence = "Chromium or the tests' Python is missing: run script/setup --test."

  /// Runs one with those variables: how it ended, and all that it said.
  public static func run(_ name: String, _ variables: [String: String]) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [tests.appendingPathComponent("WebTests/Browser").appendingPathComponent(name).path]
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }
}
