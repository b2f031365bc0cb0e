import Foundation
import Press
import Report
import TestKit
import Testing

/// The programs that PDF tests need. Where they are not there, those tests say so and are not run.
enum Workshop {
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let python =
    ProcessInfo.processInfo.environment["FINSAM_PYTHON"]
    ?? package.appendingPathComponent(".build/press-venv/bin/python3").path

  static let fontFolder =
    ProcessInfo.processInfo.environment["FINSAM_FONTS"] ?? "/usr/share/fonts/truetype/lato"

  static let hasEngine = FileManager.default.isExecutableFile(atPath: python)
  static let absence: Comment =
    "Not run: no Python with typst, pikepdf, page-validation and jsonschema. Set FINSAM_PYTHON, or run script/setup."

  static var press: PDFPress { PDFPress(python: python, fontFolder: fontFolder) }

  /// The small report as a PDF with its data and balances inside, made once for all tests.
  static let smallPDF = Result { try press.pdf(of: .small, attachments: attachments) }

  static var attachments: [PDFAttachment] {
    [
      PDFAttachment(
        name: "arsredovisning-2022.json", mediaType: "application/json", description: "Årsredovisningen som data",
        relationship: .data, bytes: JSONPress.json(of: .small)),
      PDFAttachment(
        name: "saldon-2022.csv", mediaType: "text/csv", description: "Årets saldon", relationship: .source,
        bytes: AnnualReport.small.source.map { CSVPress.csv(of: $0.books) } ?? []),
    ]
  }

  /// Runs a program in a folder of its own that holds those files and is removed; gives what it printed.
  static func run(_ program: String, _ arguments: [String], files: [String: [UInt8]]) throws -> (
    output: String, files: [String: [UInt8]]
  ) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("finsam-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let log = folder.appendingPathComponent("printed")
    try Data().write(to: log)
    let handle = try FileHandle(forWritingTo: log)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    var left: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      left[name] = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }
    return (String(decoding: left["printed"] ?? [], as: UTF8.self), left)
  }

  static func runPython(_ program: String, files: [String: [UInt8]]) throws -> (
    output: String, files: [String: [UInt8]]
  ) {
    try run(python, ["-I", "-B", "-c", program], files: files)
  }
}

extension StringProtocol {
  /// The words without any space, break or soft hyphen, for finding them in a text that was broken into lines.
  var squeezed: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{AD}" }))
  }
}
