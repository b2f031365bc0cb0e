import Foundation

/// The built program, run as a user runs it.
struct Program {
  /// What a run printed, and how it ended.
  struct Outcome {
    let code: Int32
    let output: String
    let problems: String
  }

  /// A folder of its own for one test, removed at the end of `inFolder`.
  let folder: URL

  /// Runs a test in a folder of its own.
  static func inFolder(_ body: (Program) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("finsam-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(Program(folder: folder))
  }

  /// Where the program lies: beside the bundle of tests that runs.
  static let executable: URL = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    var folder = tests.deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("finsam").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder.appendingPathComponent("finsam")
  }()

  /// The checkout.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The Python with the PDF engine, or nil where `script/setup` has not made one.
  static let python: String? = {
    let named = ProcessInfo.processInfo.environment["FINSAM_PYTHON"]
    let usual = root.appendingPathComponent(".build/press-venv/bin/python3").path
    return [named, usual].compactMap { $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Starts the program, not yet waited for.
  func start(_ arguments: [String], environment: [String: String] = [:]) throws -> (
    process: Process, out: Pipe, err: Pipe
  ) {
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var values = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    values["FINSAM_INSTALLNINGAR"] = folder.appendingPathComponent("inga").path
    values["SWIFT_BACKTRACE"] = "enable=no"
    if environment["FINSAM_PYTHON"] == nil, let python = Program.python { values["FINSAM_PYTHON"] = python }
    process.environment = values
    let out = Pipe()
    let err = Pipe()
    process.standardOutput = out
    process.standardError = err
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return (process, out, err)
  }

  /// Runs the program to its end.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
    let (process, out, err) = try start(arguments, environment: environment)
    let problems = Reader(err.fileHandleForReading)
    let output = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      problems: String(decoding: problems.wait(), as: UTF8.self))
  }

  /// Writes a file in the folder of the test.
  @discardableResult
  func write(_ bytes: some DataProtocol, to name: String) throws -> String {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
}

/// Reads a pipe to its end beside the one that is waited for, so that neither fills up.
final class Reader: @unchecked Sendable {
  private var bytes = Data()
  private let done = DispatchSemaphore(value: 0)

  init(_ handle: FileHandle) {
    Thread.detachNewThread {
      self.bytes = handle.readDataToEndOfFile()
      self.done.signal()
    }
  }

  func wait() -> Data {
    done.wait()
    return bytes
  }
}
