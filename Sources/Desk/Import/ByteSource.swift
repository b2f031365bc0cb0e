import Association
import Foundation
package import Ledger
package import Store

/// Where a file's bytes come from: the disk or the book that keeps it, a mebibyte at a time, or memory.
package enum ByteSource {
  case file(path: String)
  case bytes([UInt8])
  /// A file that has been sent to the office and waits in the book.
  case upload(ID<Upload>, in: Store)

  /// Large enough to read fast, small enough that a file of any size takes little memory.
  private static let chunkBytes = 1 << 20
  /// The largest document that is kept in a book; a scanned contract of a hundred pages is a tenth of it.
  package static let documentBytesMax = 256 << 20
  /// The largest balance list: a hundred thousand rows are a fourth of it.
  package static let balanceBytesMax = 16 << 20

  /// Gives the bytes in order; `body` may keep none of them.
  package func forEachChunk(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    var isFirst = true
    try forEachPiece { piece in
      if isFirst, CounterMark.begins(piece) { throw Failure(.input, "\(name): \(CounterMark.refusal)") }
      isFirst = false
      try body(piece)
    }
  }

  private func forEachPiece(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    switch self {
    case .bytes(let bytes): try bytes.withUnsafeBufferPointer(body)
    case .upload(let id, let store): try store.bytes(of: id) { try $0.withUnsafeBufferPointer(body) }
    case .file(let path):
      try ByteSource.checkIsFile(path)
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { handle.closeFile() }
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: ByteSource.chunkBytes, alignment: 16)
      defer { buffer.deallocate() }
      while true {
        let count = read(handle.fileDescriptor, buffer.baseAddress, buffer.count)
        guard count >= 0 else { throw CocoaError(.fileReadUnknown, userInfo: [NSFilePathErrorKey: path]) }
        guard count > 0 else { return }
        try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]).bindMemory(to: UInt8.self))
      }
    }
  }

  /// All bytes at once, for a file that must be in memory to be read: none larger than `byteCountMax` is.
  package func all(byteCountMax: Int = ByteSource.documentBytesMax) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachChunk {
      bytes.append(contentsOf: $0)
      guard bytes.count <= byteCountMax else {
        throw Failure(
          .input,
          "\(name) är större än \(byteCountMax >> 20) MB, som är det största som läses in. Kontrollera att det är rätt "
            + "fil. Inget har lagrats.")
      }
    }
    return bytes
  }

  private var name: String {
    switch self {
    case .file(let path): path
    case .bytes, .upload: "Filen"
    }
  }

  /// A pipe would be waited for, for ever, and could not be read twice.
  private static func checkIsFile(_ path: String) throws {
    var status = stat()
    // What cannot be asked after cannot be opened either, and that is said when it is tried.
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
    throw Failure(.file, "\(path) är ingen vanlig fil. Spara innehållet i en fil och läs in den.")
  }
}
