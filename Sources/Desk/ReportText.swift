import Foundation
import Review

/// The text of a published report, whatever file it is: PDF, web page, our own JSON or plain text.
///
/// A PDF is read by poppler's `pdftotext -layout`, and where it has no text by `tesseract` on pictures of its pages.
/// Both run as processes of their own with bounds on time, memory and what they may write.
package enum ReportText {
  /// Larger files are no report.
  package static let byteCountMax = 80 << 20
  /// Longer reports are not read.
  package static let pageCountMax = 400
  /// Reading pictures takes seconds a page.
  package static let scannedPageCountMax = 60

  /// What may be spent on one file.
  package struct Bounds: Sendable {
    package var byteCountMax = ReportText.byteCountMax
    package var scannedPageCountMax = ReportText.scannedPageCountMax
    /// Of the reading of one picture of a page, by the processor.
    package var secondsPerScannedPage = 60
    package var secondsPerFile = 60

    package init() {}

    /// In the office, where others wait: a scanned report of thirty pages takes a minute or two.
    package static let office: Bounds = {
      var bounds = Bounds()
      bounds.byteCountMax = 40 << 20
      bounds.scannedPageCountMax = 40
      bounds.secondsPerScannedPage = 15
      bounds.secondsPerFile = 20
      return bounds
    }()
  }

  /// Why a file gives no text: a sentence.
  package struct Obstacle: Error {
    package let sentence: String
  }

  /// The file's text.
  package static func read(path: String) throws(Obstacle) -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
      throw Obstacle(sentence: "Filen \(path) finns inte.")
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    guard size <= byteCountMax else {
      throw Obstacle(
        sentence: "Filen är \(size >> 20) MB; högst \(byteCountMax >> 20) MB läses. Är det en årsredovisning?")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Obstacle(sentence: "Filen \(path) gick inte att läsa.")
    }
    return try read(bytes: Array(data))
  }

  /// The text of a file's bytes.
  package static func read(bytes: [UInt8], within bounds: Bounds = Bounds()) throws(Obstacle) -> String {
    guard !bytes.isEmpty else { throw Obstacle(sentence: "Filen är tom.") }
    guard bytes.count <= bounds.byteCountMax else {
      throw Obstacle(sentence: "Filen är \(bytes.count >> 20) MB; högst \(bounds.byteCountMax >> 20) MB läses.")
    }
    if bytes.prefix(1024).starts(with: Array("%PDF-".utf8))
      || bytes.prefix(1024).indices.contains(where: { bytes[$0...].starts(with: Array("%PDF-1".utf8)) })
    {
      return try pdf(bytes, within: bounds)
    }
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw Obstacle(
        sentence:
          "Det är ett dokument från ett ordbehandlingsprogram eller ett arkiv. Spara det som PDF och försök igen.")
    }
    if HTMLText.isHTML(bytes) { return HTMLText.text(of: String(decoding: bytes, as: UTF8.self)) }
    if JSONText.isJSON(bytes) {
      guard let text = JSONText.text(of: bytes) else {
        throw Obstacle(sentence: "Filen är JSON men ingen rapport från finsam.")
      }
      return text
    }
    let controls = bytes.prefix(20_000).count { $0 < 9 || ($0 > 13 && $0 < 32 && $0 != 27) }
    guard controls * 50 < min(bytes.count, 20_000) else {
      throw Obstacle(sentence: "Filen är varken text, PDF, webbsida eller en rapport från finsam.")
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    // Older texts are Windows-1252; its letters are those of Latin-1.
    return String(bytes.map { Character(Unicode.Scalar($0)) })
  }

  // MARK: PDF

  private static func pdf(_ bytes: [UInt8], within bounds: Bounds) throws(Obstacle) -> String {
    var name = Array((FileManager.default.temporaryDirectory.path + "/finsam-granskning-XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else { throw Obstacle(sentence: "Den tillfälliga mappen gick inte att skriva i.") }
    let folder = URL(fileURLWithPath: String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    defer { try? FileManager.default.removeItem(at: folder) }  // What cannot be removed is the system's to clear.
    let file = folder.appendingPathComponent("rapport.pdf")
    do {
      try Data(bytes).write(to: file)
    } catch {
      throw Obstacle(sentence: "Filen gick inte att lägga undan för läsning: \(folder.path).")
    }
    let out = folder.appendingPathComponent("rapport.txt")
    let status = run(
      "pdftotext", ["-layout", "-enc", "UTF-8", "-q", "-l", "\(pageCountMax)", file.path, out.path],
      seconds: bounds.secondsPerFile,
      memoryMegabytes: 2000)
    switch status {
    case 0: break
    case 1, 2:
      throw Obstacle(
        sentence:
          "PDF-filen är skadad eller skyddad med lösenord och gick inte att öppna. Spara den på nytt utan skydd.")
    case 3: throw Obstacle(sentence: "PDF-filen tillåter inte att texten läses. Spara den på nytt utan skydd.")
    case 127: throw Obstacle(sentence: "Programmet pdftotext saknas. Installera paketet poppler-utils.")
    default: throw Obstacle(sentence: "PDF-filen tog för lång tid eller för mycket minne att läsa.")
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: out.path)[.size] as? Int) ?? 0
    guard size < 40 << 20 else {
      throw Obstacle(sentence: "PDF-filens text är \(size >> 20) MB. Är det en årsredovisning?")
    }
    let text = FileManager.default.contents(atPath: out.path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let pages = text.utf8.count { $0 == 12 }
    let letters = text.utf8.count { ($0 >= 97 && $0 <= 122) || ($0 >= 65 && $0 <= 90) }
    guard letters < 80 * max(1, pages) else { return text }
    return try scanned(file, folder: folder, pages: max(1, pages), within: bounds)
  }

  /// Reads the pictures of the pages.
  private static func scanned(
    _ file: URL, folder: URL, pages: Int, within bounds: Bounds
  ) throws(Obstacle) -> String {
    guard pages <= bounds.scannedPageCountMax else {
      throw Obstacle(
        sentence:
          "PDF-filen är bilder av \(pages) sidor utan text; högst \(bounds.scannedPageCountMax) läses så. Läs den med ett program för textigenkänning först."
      )
    }
    let prefix = folder.appendingPathComponent("sida").path
    guard
      run(
        "pdftoppm", ["-r", "200", "-gray", "-l", "\(bounds.scannedPageCountMax)", file.path, prefix],
        seconds: bounds.secondsPerFile * 3,
        memoryMegabytes: 2000) == 0
    else {
      throw Obstacle(sentence: "PDF-filens sidor gick inte att göra till bilder.")
    }
    let images = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
      $0.hasSuffix(".pgm")
    }.sorted()
    var whole = ""
    for image in images {
      let source = folder.appendingPathComponent(image).path
      let out = folder.appendingPathComponent(image + ".ocr").path
      let status = run(
        "tesseract", [source, out, "-l", "swe", "--psm", "6", "-c", "preserve_interword_spaces=1"],
        seconds: bounds.secondsPerScannedPage,
        memoryMegabytes: 3000)
      guard status != 127 else {
        throw Obstacle(
          sentence:
            "PDF-filen har ingen text, och programmet tesseract som läser bilder saknas. Installera paketen tesseract-ocr och tesseract-ocr-swe."
        )
      }
      if status == 0, let data = FileManager.default.contents(atPath: out + ".txt") {
        whole += String(decoding: data, as: UTF8.self)
      }
      if !whole.hasSuffix("\u{0C}") { whole += "\u{0C}" }
    }
    guard whole.utf8.contains(where: { $0 > 64 }) else {
      throw Obstacle(sentence: "PDF-filen har ingen text som gick att läsa.")
    }
    return whole
  }

  /// Runs a program with bounds; its exit status, 127 where it is not there, -1 where it did not end in time.
  static func run(_ program: String, _ arguments: [String], seconds: Int, memoryMegabytes: Int) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // The bounds are the shell's; the file's name is an argument, never a part of the command.
    // Each is bounded in time, memory and what it may write, and ended by the clock if it neither works nor ends.
    // One bound at a time: a shell that takes only one, as Debian's does, sets none of several.
    let limits = "ulimit -t \(seconds) && ulimit -v \(memoryMegabytes * 1024) && ulimit -f 400000"
    let bounds = "\(limits) && exec timeout -k 5 \(seconds + 30) \"$@\""
    process.arguments = ["-c", bounds, "sh", program] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return 127 }
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }
}
