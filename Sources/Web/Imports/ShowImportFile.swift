import Ledger
import Store

/// Gives the file that was read, byte for byte.
enum ShowImportFile {
  static func show(_ asked: Asked, _ number: Int64) async throws -> Answer {
    guard let receipt = try asked.store.importReceipt(number) else { return .notFound }
    let store = asked.store
    let bytes = try await LongWork.run {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(receipt.byteCount)
      try store.originalBytes(ofImport: number) { bytes += $0 }
      return bytes
    }
    return .file(FileAnswer(bytes: bytes, name: receipt.name, mediaType: "application/octet-stream"))
  }
}
