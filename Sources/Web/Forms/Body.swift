import Foundation
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
  /// A file in it is a performer's own list, which the association may not hold.
  case counterList
}

/// Reads the body of an act: a form, with or without files.
struct Body {
  let bytesMax: Int

  /// The most fields and files of a form: a voucher of 400 rows has half as many.
  static let fieldCountMax = 5000

  func read(_ request: Request) async throws -> Form {
    let kind = request.headers[.contentType] ?? ""
    if kind.utf8.starts(with: "application/x-www-form-urlencoded".utf8) {
      // Only what carries files may be larger than a form.
      let bytes = try await bytes(of: request, atMost: min(bytesMax, Door.formBytesMax))
      guard bytes.count(where: { $0 == UInt8(ascii: "&") }) < Body.fieldCountMax else { throw BodyRefusal.unreadable }
      return Form(fields: Percent.pairs(String(decoding: bytes, as: UTF8.self)))
    }
    if let boundary = Multipart.boundary(of: kind) {
      let bytes = try await bytes(of: request, atMost: bytesMax)
      guard let parts = Multipart.form(in: bytes, boundary: boundary) else { throw BodyRefusal.unreadable }
      return parts
    }
    throw BodyRefusal.unreadable
  }

  private func bytes(of request: Request, atMost most: Int) async throws -> [UInt8] {
    let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
    guard length <= most else { throw BodyRefusal.tooLarge(byteCountMax: most) }
    var bytes: [UInt8] = []
    // A large file is not moved about while it grows.
    if length > 0 { bytes.reserveCapacity(length) }
    do {
      for try await piece in request.body {
        guard bytes.count + piece.readableBytes <= most else { throw BodyRefusal.tooLarge(byteCountMax: most) }
        bytes += piece.readableBytesView
      }
    } catch let refusal as BodyRefusal {
      throw refusal
    } catch {
      // The connection broke, or what came was not what its head said: the sender's fault, and no fault of ours.
      throw BodyRefusal.unreadable
    }
    return bytes
  }
}

/// `multipart/form-data` (RFC 7578), read by byte.
enum Multipart {
  /// The most bytes before a part's content. A browser writes some hundred.
  private static let headByteCountMax = 8192

  /// The boundary that a content type names, or nil where it is another kind.
  static func boundary(of contentType: String) -> [UInt8]? {
    guard contentType.utf8.starts(with: "multipart/form-data".utf8) else { return nil }
    for part in contentType.split(separator: ";").dropFirst() {
      let words = String(part).strippedOfBlanks
      guard words.utf8.starts(with: "boundary=".utf8) else { continue }
      let name = Array(words.utf8.dropFirst(9)).filter { $0 != UInt8(ascii: "\"") }
      // A line end in it would make the search for it long.
      return (1...70).contains(name.count) && name.allSatisfy { (32...126).contains($0) } ? name : nil
    }
    return nil
  }

  /// The fields and files; nil where the bytes do not have the form they say. More parts than any form has are refused.
  static func form(in bytes: [UInt8], boundary: [UInt8], partCountMax: Int = Body.fieldCountMax) -> Form? {
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
      guard rest.starts(with: [13, 10]),
        let head = bytes.first([13, 10, 13, 10], from: start, within: headByteCountMax),
        let end = bytes.first(line, from: start), head + 4 <= end
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
  /// Where those bytes stand first, from that place on and, where said, in so many bytes. A file of a hundred megabytes is
  /// searched in a moment: what is wanted begins with a line end and has none inside, so no byte is compared twice.
  fileprivate func first(_ wanted: [UInt8], from start: Int, within width: Int = .max) -> Int? {
    withUnsafeBytes { bytes in
      wanted.withUnsafeBytes { wanted in
        guard let first = wanted.first, let base = bytes.baseAddress, let sought = wanted.baseAddress, start >= 0 else {
          return nil
        }
        let end = width < bytes.count - start ? start + width : bytes.count
        var place = start
        while place + wanted.count <= end {
          guard let found = memchr(base + place, Int32(first), end - place - wanted.count + 1) else { return nil }
          place = UnsafeRawPointer(found) - base
          if memcmp(base + place, sought, wanted.count) == 0 { return place }
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
