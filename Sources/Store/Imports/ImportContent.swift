import Crypto

/// The original bytes of a file, kept in pieces of one mebibyte and hashed as they come.
final class ImportContent {
  private(set) var byteCount = 0
  private let act: Act
  private var hasher = SHA256()
  private var buffer: [UInt8] = []
  private var position = 0

  /// Small enough that a file of any size is kept in little memory, large enough that a row costs nothing beside it.
  private static let chunkBytes = 1 << 20

  init(act: Act) { self.act = act }

  func keep(_ chunk: UnsafeRawBufferPointer) throws {
    hasher.update(bufferPointer: chunk)
    byteCount += chunk.count
    var rest = chunk[...]
    while !rest.isEmpty {
      let part = rest.prefix(ImportContent.chunkBytes - buffer.count)
      buffer.append(contentsOf: part)
      rest = rest.dropFirst(part.count)
      if buffer.count == ImportContent.chunkBytes { try finish() }
    }
  }

  /// Writes what is left in the buffer.
  func finish() throws {
    guard !buffer.isEmpty else { return }
    let recorder = try act.recorder("import_chunk")
    recorder.integer(act.sequence)
    recorder.integer(Int64(position))
    recorder.integer(Int64(buffer.count))
    recorder.bytes(buffer)
    try recorder.end()
    position += 1
    buffer.removeAll(keepingCapacity: true)
  }

  var sha256: String {
    let copy = hasher
    return copy.finalize().hexadecimal
  }
}
