import Ledger
import Store

/// Throws away a file that was sent in. It was never part of the book.
enum RemoveUpload {
  static func act(_ asked: Asked, _ id: Int64) async throws -> Answer {
    guard let upload = try asked.store.upload(ID(rawValue: id)) else { return ImportWork.gone(id, asked) }
    let reading = asked.office.imports.find(ImportWork.key(upload.id, .reading, asked))
    if let reading, !reading.hasEnded { return .see(Addresses.importProgress.path(id)) }
    try asked.store.remove(upload.id)
    return .see(Addresses.imports.path(), notice: "\(upload.name) är kastad. Inget av den har bokförts.")
  }
}
