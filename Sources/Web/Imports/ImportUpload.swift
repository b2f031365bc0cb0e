import Desk
import HTTPTypes
import Ledger
import Store

/// Reads a file that was sent in into the book, all of it or nothing. A small one is read at once; a large one while a
/// page shows how far it has come.
enum ImportUpload {
  static func act(_ asked: Asked, _ id: Int64) async throws -> Answer {
    let key = ImportWork.key(ID(rawValue: id), .reading, asked)
    let upload = try asked.store.upload(ID(rawValue: id))
    guard let upload else {
      // The button was pressed twice, and the first time has been read.
      if let job = asked.office.imports.find(key), !job.hasEnded { return .see(Addresses.importProgress.path(id)) }
      return ImportWork.gone(id, asked)
    }
    let job = ImportWork.reading(upload, year: ImportWork.year(asked.form), asked)
    if upload.byteCount <= ImportJobs.promptBytesMax { await job.wait() }
    switch job.stage {
    case .waiting, .working, .ended(.previewed): return .see(Addresses.importProgress.path(id))
    case .ended(.stored(let sequence)):
      return .see(Addresses.importReceipt.path(sequence), notice: "\(upload.name) är inläst.")
    case .ended(.refused(let outcome)):
      return .page(RefusalPage.page(upload, outcome, asked.visitor), status: .unprocessableContent)
    case .ended(.failed(let error)): throw error
    }
  }
}
