import Desk
import HTTPTypes
import Ledger
import Store

/// Closes a month, or opens it again with a reason.
enum LockMonth {
  static func save(_ asked: Asked, _ place: Pair<Int, Int>) throws -> Answer {
    guard let book = try YearBook.find(place.first, in: asked.store),
      let month = book.year.months.first(where: { $0.month == place.second })
    else { return .notFound }
    let back = Addresses.year.path(book.number)
    guard asked.form.choice("gor") == "oppna" else {
      do {
        try asked.store.close(month, by: asked.actor, at: asked.now)
      } catch {
        guard case .periodClosed = error else { throw error }
        return .see(back, notice: "\(MonthName.capital(month)) var redan stängd.")
      }
      return .see(back, notice: "\(MonthName.capital(month)) är stängd.")
    }
    let field = "skal-\(month.month)"
    var reading = FormReading(asked.form)
    let reason = reading.text(field, "Skälet", isRequired: true)
    guard !reading.hasFaults else {
      let page = YearPage(book: book, asked: asked, faults: reading.faults, typed: [field: asked.form.choice(field)])
      return .page(page.page, status: .unprocessableContent)
    }
    do {
      try asked.store.reopen(month, because: reason, by: asked.actor, at: asked.now)
    } catch {
      guard case .periodNotClosed = error else { throw error }
      return .see(back, notice: "\(MonthName.capital(month)) var redan öppen.")
    }
    return .see(back, notice: "\(MonthName.capital(month)) är öppen igen.")
  }
}
