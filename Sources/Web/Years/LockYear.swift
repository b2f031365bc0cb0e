import Desk
import HTTPTypes
import Ledger
import Store

/// Closes a year, or its months up to one of them, or opens it again with a reason.
enum LockYear {
  static func save(_ asked: Asked, _ number: Int) throws -> Answer {
    guard let book = try YearBook.find(number, in: asked.store) else { return .notFound }
    switch asked.form.choice("gor") {
    case "manader": return try closeMonths(of: book, asked)
    case "stang": return try close(book, asked)
    default: return try reopen(book, asked)
    }
  }

  private static func closeMonths(of book: YearBook, _ asked: Asked) throws -> Answer {
    let back = Addresses.year.path(book.number)
    let through = Int(typed: asked.form.choice("till"), in: 1...12)
    guard let last = book.year.months.first(where: { $0.month == through }) else { return .see(back) }
    // All or none, and whatever another has closed meanwhile is passed over.
    let closed = try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var closed: [Month] = []
      for month in book.openMonths where month <= last {
        do {
          try writing.close(month)
          closed.append(month)
        } catch Store.Refusal.periodClosed { continue }
      }
      return closed
    }
    guard let first = closed.first, let end = closed.last else {
      return .see(back, notice: "Månaderna var redan stängda.")
    }
    let span =
      first == end ? MonthName.capital(first) : "\(MonthName.capital(first)) till och med \(MonthName.text(end))"
    return .see(back, notice: "\(span) är \(first == end ? "stängd" : "stängda").")
  }

  private static func close(_ book: YearBook, _ asked: Asked) throws -> Answer {
    let back = Addresses.year.path(book.number)
    do {
      try asked.store.close(book.year, by: asked.actor, at: asked.now)
    } catch {
      guard case .yearClosed = error else { throw error }
      return .see(back, notice: "Räkenskapsåret \(book.number) var redan stängt.")
    }
    return .see(back, notice: "Räkenskapsåret \(book.number) är stängt.")
  }

  private static func reopen(_ book: YearBook, _ asked: Asked) throws -> Answer {
    let back = Addresses.year.path(book.number)
    var reading = FormReading(asked.form)
    let reason = reading.text("skal-aret", "Skälet", isRequired: true)
    guard !reading.hasFaults else {
      let page = YearPage(
        book: book, asked: asked, faults: reading.faults, typed: ["skal-aret": asked.form.choice("skal-aret")])
      return .page(page.page, status: .unprocessableContent)
    }
    do {
      try asked.store.reopen(book.year, because: reason, by: asked.actor, at: asked.now)
    } catch {
      guard case .yearNotClosed = error else { throw error }
      return .see(back, notice: "Räkenskapsåret \(book.number) var redan öppet.")
    }
    return .see(back, notice: "Räkenskapsåret \(book.number) är öppet igen.")
  }
}
