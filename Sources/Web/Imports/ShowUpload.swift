import Desk
import HTTPTypes
import Ledger
import Store

/// Shows what a file that was sent in holds, and what reading it would mean.
enum ShowUpload {
  static func show(_ asked: Asked, _ id: Int64) async throws -> Answer {
    guard let upload = try asked.store.upload(ID(rawValue: id)) else { return ImportWork.gone(id, asked) }
    let reading = asked.office.imports.find(ImportWork.key(upload.id, .reading, asked))
    if let reading, !reading.hasEnded { return .see(Addresses.importProgress.path(id)) }
    let year = ImportWork.year(asked.query)
    let job = try ImportWork.preview(upload, year: year, asked)
    if upload.byteCount <= ImportJobs.promptBytesMax { await job.wait() }
    switch job.stage {
    case .waiting, .working:
      return .see(Addresses.importProgress.path(id, query: [("ar", asked.query.choice("ar"))]))
    case .ended(.previewed(let preview, _)):
      return .page(PreviewPage.page(upload, preview, year: asked.query.choice("ar"), asked.visitor))
    case .ended(.refused(let outcome)):
      return .page(RefusalPage.page(upload, outcome, asked.visitor), status: .unprocessableContent)
    case .ended(.failed(let error)): throw error
    case .ended(.stored): return ImportWork.gone(id, asked)
    }
  }
}
