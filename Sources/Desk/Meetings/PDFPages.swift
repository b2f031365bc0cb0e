import Foundation
import Press

/// The pages of somebody else's PDF as pictures with their words, to be printed in a paper of ours. A PDF cannot stand
/// in another that promises to be accessible and archival, so each page is drawn by poppler's `pdftocairo`, in a process
/// of its own with bounds on time, memory and what it may write; its letters become shapes and its words are kept beside.
enum PDFPages {
  /// Longer documents are left as files.
  static let pageCountMax = 80
  /// A page that takes more than this to draw, in bytes, is left as a file with its document.
  private static let pageBytesMax = 12 << 20
  /// What is read aloud of a page at most, in characters: some three dense pages.
  private static let wordCountMax = 9000

  /// Why a document is left as a file: the end of a sentence.
  struct Obstacle: Error {
    let words: String
  }

  /// The pages of a document, each once.
  static func pages(of bytes: [UInt8]) throws(Obstacle) -> [PaperSheet.Page] {
    guard bytes.starts(with: Array("%PDF-".utf8)) else { throw Obstacle(words: "det är ingen PDF") }
    let manager = FileManager.default
    var name = Array((manager.temporaryDirectory.path + "/finsam-bilaga-XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else { throw Obstacle(words: "den tillfälliga mappen gick inte att skriva i") }
    let folder = URL(fileURLWithPath: String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    defer { try? manager.removeItem(at: folder) }  // What cannot be removed is the system's to clear.
    let file = folder.appendingPathComponent("bilaga.pdf").path
    guard manager.createFile(atPath: file, contents: Data(bytes)) else {
      throw Obstacle(words: "det gick inte att lägga undan för läsning")
    }
    let texts = try words(of: file, in: folder)
    guard texts.count <= pageCountMax else {
      throw Obstacle(words: "det har \(texts.count) sidor och högst \(pageCountMax) trycks")
    }
    var pages: [PaperSheet.Page] = []
    for (index, text) in texts.enumerated() {
      let (number, out) = ("\(index + 1)", folder.appendingPathComponent("sida.svg").path)
      let status = ReportText.run(
        "pdftocairo", ["-svg", "-f", number, "-l", number, file, out], seconds: 20, memoryMegabytes: 2000)
      guard status == 0, let svg = manager.contents(atPath: out), svg.count <= pageBytesMax else {
        throw Obstacle(words: "sidan \(number) gick inte att rita")
      }
      pages.append(PaperSheet.Page(svg: Array(svg), words: text.isEmpty ? "Sidan \(number), en bild utan text." : text))
    }
    return pages
  }

  /// What can be read on each page. Every page ends with a form feed.
  private static func words(of file: String, in folder: URL) throws(Obstacle) -> [String] {
    let out = folder.appendingPathComponent("bilaga.txt").path
    let status = ReportText.run(
      "pdftotext", ["-enc", "UTF-8", "-q", "-l", "\(pageCountMax + 1)", file, out], seconds: 30, memoryMegabytes: 2000)
    guard status == 0, let data = FileManager.default.contents(atPath: out) else {
      throw Obstacle(words: status == 127 ? "programmet pdftotext saknas" : "det är skadat eller skyddat med lösenord")
    }
    return String(decoding: data, as: UTF8.self).unicodeScalars.split(
      separator: "\u{0C}", omittingEmptySubsequences: false
    ).dropLast().map { page in
      let words = page.split { $0.value <= 0x20 || $0.value == 0x7F || $0.value == 0xFFFD }
      return String(words.map { String($0) }.joined(separator: " ").prefix(wordCountMax))
    }
  }
}
