import HTTPTypes
import Hummingbird
import NIOCore

/// Why a body was not read.
enum BodyRefusal: Error {
  /// It is larger than the door allows.
  case tooLarge(byteCountMax: Int)
  /// It is neither of the two kinds that a form of ours sends.
  case unreadable
  /// It does not carry the visitor's token: the page is old, or was never ours.
  case stale
  /// Another site sent it.
  case foreign
}

/// Reads the body of an act: a form, with or without files.
struct Body {
  let bytesMax: Int

  func read(_ request: Request, token: String) async throws -> Form {
    if let text = request.headers[.contentLength], let length = Int(text), length > bytesMax {
      throw BodyRefusal.tooLarge(byteCountMax: bytesMax)
    }
    var bytes: [UInt8] = []
    // A large file is not moved about while it grows.
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > 0 { bytes.reserveCapacity(length) }
    for try await piece in request.body {
      guard bytes.count + piece.readableBytes <= bytesMax else { throw BodyRefusal.tooLarge(byteCountMax: bytesMax) }
      bytes += piece.readableBytesView
    }
    let kind = request.headers[.contentType] ?? ""
    let form: Form
    if kind.utf8.starts(with: "application/x-www-form-urlencoded".utf8) {
      form = Form(fields: Percent.pairs(String(decoding: bytes, as: UTF8.self)))
    } else if let boundary = Multipart.boundary(of: kind) {
      guard let parts = Multipart.form(in: bytes, boundary: boundary) else { throw BodyRefusal.unreadable }
      form = parts
    } else {
      throw BodyRefusal.unreadable
    }
    guard Secret.isEqual(form.choice(Form.tokenName), token) else { throw BodyRefusal.stale }
    return form
  }
}

/// `multipart/form-data` (RFC 7578), read by byte.
enum Multipart {
  /// The boundary that a content type names, or nil where it is another kind.
  static func boundary(of contentType: String) -> [UInt8]? {
    guard contentType.utf8.starts(with: "multipart/form-data".utf8) else { return nil }
    for part in contentType.split(separator: ";").dropFirst() {
      let words = String(part).strippedOfBlanks
      guard words.utf8.starts(with: "boundary=".utf8) else { continue }
      let name = Array(words.utf8.dropFirst(9)).filter { $0 != UInt8(ascii: "\"") }
      return (1...70).contains(name.count) ? name : nil
    }
    return nil
  }

  /// The fields and files; nil where the bytes do not have the form they say. More parts than any form has are refused.
  static func form(in bytes: [UInt8], boundary: [UInt8], partCountMax: Int = 5000) -> Form? {
    let line = Array("\r\n--".utf8) + boundary
    // The first boundary stands without a line end before it.
    var start = line.count - 2
    if !bytes.starts(with: line.dropFirst(2)) {
      guard let first = bytes.first(line, from: 0) else { return nil }
      start = first + line.count
    }
    var fields: [(name: String, value: String)] = []
    var files: [UploadedFile] = []
    for _ in 0..<partCountMax {
      let rest = bytes[start...]
      if rest.starts(with: Array("--".utf8)) { return Form(fields: fields, files: files) }
      guard rest.starts(with: [13, 10]), let end = bytes.first(line, from: start),
        let head = bytes.first([13, 10, 13, 10], from: start), head + 4 <= end
      else { return nil }
      let headers = Headers(bytes[min(start + 2, head)..<head])
      let content = Array(bytes[(head + 4)..<end])
      guard let name = headers.name else { return nil }
      if let file = headers.fileName {
        if !file.isEmpty || !content.isEmpty {
          files.append(UploadedFile(field: name, name: file, mediaType: headers.mediaType, bytes: content))
        }
      } else {
        guard let value = String(validating: content, as: UTF8.self), !content.contains(0) else { return nil }
        fields.append((name, value))
      }
      start = end + line.count
    }
    return nil
  }

  /// The headers of one part.
  private struct Headers {
    var name: String?
    var fileName: String?
    var mediaType = "application/octet-stream"

    init(_ bytes: ArraySlice<UInt8>) {
      for line in bytes.split(separator: 10) {
        let words = String(decoding: line.filter { $0 != 13 }, as: UTF8.self)
        let small = words.lowercased()
        if small.utf8.starts(with: "content-disposition:".utf8) {
          name = Headers.parameter("name", in: words)
          // A path is nobody's business but the sender's.
          fileName = Headers.parameter("filename", in: words).map { path in
            path.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? ""
          }
        } else if small.utf8.starts(with: "content-type:".utf8) {
          mediaType = String(decoding: words.utf8.dropFirst(13), as: UTF8.self).strippedOfBlanks
        }
      }
    }

    private static func parameter(_ name: String, in words: String) -> String? {
      let bytes = Array(words.utf8)
      guard let start = bytes.firstRange(of: Array("; \(name)=\"".utf8)) else { return nil }
      let rest = bytes[start.upperBound...]
      guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
      return Percent.decodedQuote(rest[..<end])
    }
  }
}

extension [UInt8] {
  /// Where those bytes stand first, from that place on. A file of a hundred megabytes is searched in a moment.
  fileprivate func first(_ wanted: [UInt8], from start: Int) -> Int? {
    withUnsafeBufferPointer { bytes in
      wanted.withUnsafeBufferPointer { wanted in
        guard let first = wanted.first, start >= 0 else { return nil }
        var place = start
        while place + wanted.count <= bytes.count {
          if bytes[place] == first, wanted.indices.allSatisfy({ bytes[place + $0] == wanted[$0] }) { return place }
          place += 1
        }
        return nil
      }
    }
  }
}

extension Percent {
  /// A quoted parameter as browsers write it: the quotation mark and the line end are percent-encoded, nothing else is.
  fileprivate static func decodedQuote(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("%22", with: "\"").replacing("%0D", with: "")
      .replacing("%0A", with: "")
  }
}
