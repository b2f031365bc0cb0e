import Foundation
public import Report

/// The annual report as a PDF that is both PDF/UA-1 (accessible) and PDF/A-3a (for the archive).
///
/// The engine is a Python program of our own that is handed to `python` as an argument: one process renders, finishes
/// and validates. It gets a folder made for it, which is removed, and reaches for no network.
public struct PDFPress: Sendable {
  /// Why there is no PDF.
  public enum Failure: Error, Hashable, Sendable {
    /// No program could be started at that path.
    case pythonMissing(path: String)
    /// Python has not the package of that name.
    case packageMissing(name: String, python: String)
    /// The folder holds no Lato.
    case fontMissing(folder: String)
    /// A character that none of the fonts has.
    case characterMissing(String)
    /// The engine refused; its own words.
    case engine([String])
    /// The finished file does not conform; the validator's own words.
    case notConforming([String])
    /// The temporary folder could not be written or read.
    case disk(String)
    /// Python ended without an answer; its last words.
    case crashed(String)
  }

  /// The Python that has the packages typst and page-validation.
  public let python: String
  /// The folder that holds the font Lato.
  public let fontFolder: String

  /// A press that uses that Python and that font.
  public init(python: String, fontFolder: String) {
    self.python = python
    self.fontFolder = fontFolder
  }

  /// How far a report is taken. Only a validated file may be given out; the others are for measuring.
  public enum Stage: Int, Sendable {
    /// What the engine makes.
    case rendered
    /// With headings on every row.
    case finished
    /// Accepted as PDF/UA-1 and PDF/A-3a.
    case validated
  }

  /// The report with those files inside it. The same report and files give the same bytes.
  ///
  /// A file that does not conform is refused.
  public func pdf(
    of report: AnnualReport, attachments: [PDFAttachment], until stage: Stage = .validated
  ) throws(Failure) -> [UInt8] {
    let document = PDFDocument(report: report, attachments: attachments)
    return try pdf(
      document.json, date: document.date, template: TypstTemplate.report, attachments: attachments, until: stage
    ) { PDFPress.engineFailure($0, chapters: report.chapters) }
  }

  /// An invoice with those files inside it: its data, as a rule. The same invoice and files give the same bytes.
  ///
  /// A file that does not conform is refused.
  public func pdf(
    of sheet: InvoiceSheet, attachments: [PDFAttachment], until stage: Stage = .validated
  ) throws(Failure) -> [UInt8] {
    try pdf(
      sheet.json(attachments: PDFDocument.json(of: attachments)), date: sheet.day, template: [InvoiceTemplate.text],
      attachments: attachments, until: stage
    ) { PDFPress.engineFailure($0, chapters: []) }
  }

  /// A paper of a meeting, with the files that are inside it. The same paper and files give the same bytes.
  ///
  /// A file that does not conform is refused.
  public func pdf(of paper: PaperSheet, until stage: Stage = .validated) throws(Failure) -> [UInt8] {
    try pdf(
      paper.json, date: paper.date, template: TypstTemplate.paper, attachments: paper.attachments,
      pictures: paper.pictures, until: stage
    ) { PDFPress.engineFailure($0, chapters: paper.chapters.map(\.chapter)) }
  }

  /// Renders a document by a template, finishes and validates it.
  private func pdf(
    _ document: JSON, date: JSON, template: [StaticString], attachments: [PDFAttachment], pictures: [[UInt8]] = [],
    until stage: Stage, failure: ([String]) -> Failure
  ) throws(Failure) -> [UInt8] {
    var files: [String: [UInt8]] = ["report.json": document.line, "main.typ": template.flatMap { bytes(of: $0) }]
    for (index, picture) in pictures.enumerated() { files["picture-\(index)"] = picture }
    for (index, attachment) in attachments.enumerated() { files["attachment-\(index)"] = attachment.bytes }
    files["request.json"] =
      JSON.members([
        "render": .bool(true), "finish": .bool(stage != .rendered), "validate": .bool(stage == .validated),
        "fontFolder": .string(fontFolder), "date": date,
      ]).line
    let (answer, pdf) = try run(files: files)
    switch answer.kind {
    case "done": return pdf
    case "package": throw .packageMissing(name: answer.details.joined(), python: python)
    case "font": throw .fontMissing(folder: fontFolder)
    case "findings": throw .notConforming(answer.details)
    default: throw failure(answer.details)
    }
  }

  /// What an independent validator has to say about a PDF as PDF/UA-1 and PDF/A-3a; nothing when it conforms.
  public func validate(_ pdf: [UInt8]) throws(Failure) -> [String] {
    let request = JSON.members(["render": .bool(false), "validate": .bool(true)]).line
    let (answer, _) = try run(files: ["request.json": request, "report.pdf": pdf])
    switch answer.kind {
    case "done", "findings": return answer.details
    case "package": throw .packageMissing(name: answer.details.joined(), python: python)
    default: throw .crashed(answer.details.joined(separator: " "))
    }
  }

  private struct Answer: Decodable {
    let kind: String
    let details: [String]
  }

  /// Runs the worker in a folder that holds those files, and gives its answer and the PDF that is there afterwards.
  private func run(files: [String: [UInt8]]) throws(Failure) -> (Answer, pdf: [UInt8]) {
    let manager = FileManager.default
    guard manager.isExecutableFile(atPath: python) else { throw .pythonMissing(path: python) }
    // Six letters that the system chooses make the folder ours alone, and only we may read it.
    var name = Array((manager.temporaryDirectory.path + "/finsam-pdf-XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else { throw .disk(manager.temporaryDirectory.path) }
    let folder = URL(fileURLWithPath: String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    // What is left behind is a folder in the system's own place for such; a failure to remove it changes no result.
    defer { try? manager.removeItem(at: folder) }
    do {
      for (name, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
    } catch {
      throw .disk(error.localizedDescription)
    }
    let said = try start(in: folder)
    do {
      let words = try Data(contentsOf: folder.appendingPathComponent("answer.json"))
      let answer = try JSONDecoder().decode(Answer.self, from: words)
      guard answer.kind == "done" || answer.kind == "findings" else { return (answer, []) }
      return (answer, Array(try Data(contentsOf: folder.appendingPathComponent("report.pdf"))))
    } catch {
      throw .crashed(said)
    }
  }

  /// Starts Python and waits; gives what it wrote on its error stream.
  private func start(in folder: URL) throws(Failure) -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-I", "-B", "-c", "\(PDFWorker.text)", folder.path]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let log = folder.appendingPathComponent("log")
    do {
      try Data().write(to: log)
      process.standardError = try FileHandle(forWritingTo: log)
    } catch {
      throw .disk(error.localizedDescription)
    }
    do {
      try process.run()
    } catch {
      throw .pythonMissing(path: python)
    }
    process.waitUntilExit()
    guard let words = try? Data(contentsOf: log) else { return "" }
    return String(decoding: words.suffix(2000), as: UTF8.self)
  }

  private func bytes(of text: StaticString) -> [UInt8] { text.withUTF8Buffer { Array($0) } }

  /// The engine says which text it has no glyphs for, and we which chapter it is in; all else is passed on in its own
  /// words.
  private static func engineFailure(_ words: [String], chapters: [Chapter]) -> Failure {
    guard let first = words.first, first.contains("could not be displayed") else { return .engine(words) }
    // The text stands between a quotation mark and the words that follow it.
    guard let start = first.range(of: "the text `\""), let end = first.range(of: "\"` could not be displayed"),
      start.upperBound < end.lowerBound
    else { return .characterMissing(words.joined(separator: " ")) }
    let text = plain(first[start.upperBound..<end.lowerBound])
    let codes = text.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }
    let named = "”\(text)” (\(codes.joined(separator: " ")))"
    let chapter = chapters.first { chapter in
      "\(chapter.title) \(chapter.blocks)".unicodeScalars.contains { text.unicodeScalars.contains($0) && !$0.isASCII }
    }
    return .characterMissing(chapter.map { "\(named) i kapitlet ”\($0.title)”" } ?? named)
  }

  /// What the engine writes `\u{10fffd}` when it would not be seen.
  private static func plain(_ text: Substring) -> String {
    guard text.hasPrefix("\\u{"), text.hasSuffix("}"), let value = UInt32(text.dropFirst(3).dropLast(), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { return String(text) }
    return String(scalar)
  }
}
