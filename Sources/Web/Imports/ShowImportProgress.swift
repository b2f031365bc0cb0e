import HTTPTypes
import Ledger
import Press
import Store

/// Shows how far a file has come that is being looked at or read, and leads on when it is done.
enum ShowImportProgress {
  static func show(_ asked: Asked, _ id: Int64) async throws -> Answer {
    let jobs = asked.office.imports
    let reading = jobs.find(ImportWork.key(ID(rawValue: id), .reading, asked))
    let preview = jobs.find(
      ImportWork.key(ID(rawValue: id), .preview(year: ImportWork.year(asked.query)), asked))
    guard let job = reading ?? preview else { return .see(next(id, asked)) }
    switch job.stage {
    case .waiting: return answer(asked, id, percent: 0, isReading: reading != nil, isWaiting: true)
    case .working(let percent):
      return answer(asked, id, percent: percent, isReading: reading != nil, isWaiting: false)
    case .ended where asked.isScript: return .json(Array("{\"percent\":100,\"done\":true}".utf8))
    case .ended(.refused(let outcome)):
      guard let upload = try asked.store.upload(ID(rawValue: id)) else { return ImportWork.gone(id, asked) }
      return .page(RefusalPage.page(upload, outcome, asked.visitor), status: .unprocessableContent)
    case .ended(.stored(let sequence)):
      return .see(Addresses.importReceipt.path(sequence), notice: "Filen är inläst.")
    case .ended(.failed(let error)): throw error
    case .ended(.previewed): return .see(next(id, asked))
    }
  }

  private static func next(_ id: Int64, _ asked: Asked) -> String {
    Addresses.upload.path(id, query: [("ar", asked.query.choice("ar"))])
  }

  private static func answer(_ asked: Asked, _ id: Int64, percent: Int, isReading: Bool, isWaiting: Bool) -> Answer {
    if asked.isScript { return .json(Array("{\"percent\":\(percent),\"done\":false}".utf8)) }
    // The file's name is told where it still waits in the book; one that has just been read does not.
    let name = (try? asked.store.upload(ID(rawValue: id)))?.name ?? "Filen"
    return .page(ProgressPage.page(name: name, percent: percent, isReading: isReading, isWaiting: isWaiting))
  }
}
