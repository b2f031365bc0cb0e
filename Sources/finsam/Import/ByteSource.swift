import Foundation

/// Where a file's bytes come from: the disk, a mebibyte at a time, or memory.
enum ByteSource {
  case file(path: String)
  case bytes([UInt8])

  /// Large enough to read fast, small enough that a file of any size takes little memory.
  private static let chunkBytes = 1 << 20

  /// Gives the bytes in order; `body` may keep none of them.
  func forEachChunk(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    switch self {
    case .bytes(let bytes): try bytes.withUnsafeBufferPointer(body)
    case .file(let path):
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

  /// All bytes at once, for a file that is known to be small.
  func all() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachChunk { bytes.append(contentsOf: $0) }
    return bytes
  }
}
