import Desk
import HTTPTypes
import Ledger
import Store

/// Undoes an import, all of it or nothing. What it was stays in the book, and the history says who undid it and why.
enum UndoImport {
  static func act(_ asked: Asked, _ number: Int64) async throws -> Answer {
    var reading = FormReading(asked.form)
    let reason = reading.text("skal", "Skälet", isRequired: true)
    guard let model = try ShowImport.model(asked, number, faults: reading.faults, reason: reason) else {
      return .notFound
    }
    // Undone already: the button was pressed twice.
    guard model.undone == nil else { return .see(Addresses.importReceipt.path(number)) }
    guard !reading.hasFaults, model.dependencies.isEmpty else {
      return .page(ReceiptPage.page(model), status: .unprocessableContent)
    }
    let (store, actor, moment) = (asked.store, asked.actor, asked.now)
    try await LongWork.run { try store.undoImport(number, because: reason, by: actor, at: moment) }
    return .see(
      Addresses.importReceipt.path(number),
      notice: "Inläsningen av \(model.receipt.name) är ångrad. Filen kan läsas in på nytt.")
  }
}
