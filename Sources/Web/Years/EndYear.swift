import Association
import Desk
import HTTPTypes
import Ledger
import Report
import Store

/// The year end: shows what it will do and what speaks against it, and then does it.
enum EndYear {
  static func show(_ asked: Asked, _ number: Int) async throws -> Answer {
    guard let book = try YearBook.find(number, in: asked.store) else { return .notFound }
    // A year that has been ended says so on its own page, with what came of it.
    guard !book.state.isEnded else { return .see(Addresses.year.path(number)) }
    let ground = try await Ground(asked, book)
    return .page(ground.page(YearEndForm(ground.mapping, series: ground.series), asked).page)
  }

  static func save(_ asked: Asked, _ number: Int) async throws -> Answer {
    guard let book = try YearBook.find(number, in: asked.store) else { return .notFound }
    let back = Addresses.year.path(number)
    if let ending = book.ending {
      return .see(back, notice: "\(ending.by) har redan gjort bokslutet för \(number).")
    }
    let ground = try await Ground(asked, book)
    var form = YearEndForm(ground.mapping, series: ground.series)
    guard let accounts = form.read(asked.form, mapping: ground.mapping, chart: ground.books.chart) else {
      return .page(ground.page(form, asked).page, status: .unprocessableContent)
    }
    let obstacles = ground.obstacles(accounts, asked)
    let isConfirmed = obstacles.isEmpty || asked.form.has("bekrafta")
    guard !obstacles.contains(where: \.stops), isConfirmed else {
      if !isConfirmed {
        form.faults = [
          FieldFault(
            field: "bekrafta", message: "Kryssa i att du har läst det som talar emot bokslutet, eller rätta det.")
        ]
      }
      return .page(ground.page(form, asked, accounts: accounts).page, status: .unprocessableContent)
    }
    do {
      let ended = try end(book, accounts, series: form.series, asked)
      let carried =
        ended.voucher.map { " med verifikation \($0.number.text)" } ?? ". Det fanns inget resultat kvar att föra över"
      return .see(
        back, notice: "Räkenskapsåret \(number) är avslutat\(carried). \(ended.next.number) är öppnat.")
    } catch let refusal as Store.Refusal where Words.failure(for: refusal)?.kind == .input {
      form.faults = [FieldFault(field: "", message: Words.failure(for: refusal)?.message ?? "")]
      return .page(ground.page(form, asked, accounts: accounts).page, status: .unprocessableContent)
    }
  }

  /// One transaction. A closed last month is opened for the voucher that is dated in it, with the reason in the history;
  /// the year closes behind it.
  private static func end(
    _ book: YearBook, _ accounts: YearEndPlan.Accounts, series: String, _ asked: Asked
  ) throws -> YearEnd {
    try asked.store.together(by: asked.actor, at: asked.now) { writing in
      if let last = book.year.months.last, book.state.closedMonths.contains(last) {
        try writing.reopen(last, because: "Bokslut för \(book.number)")
      }
      return try writing.endYear(
        book.year, resultAccount: accounts.result, yearResultAccount: accounts.yearResult,
        retainedAccount: accounts.retained, series: series)
    }
  }
}

/// What a year end is decided on.
private struct Ground {
  let book: YearBook
  let books: Books
  let next: Books?
  let mapping: Mapping
  let states: [YearState]
  let errorCount: Int
  /// The series of its voucher where nobody names another.
  let series: String

  init(_ asked: Asked, _ book: YearBook) async throws {
    self.book = book
    books = try asked.store.books(of: book.year)
    states = try asked.store.yearStates()
    next = try states.first { $0.year == book.year.following }.map { try asked.store.books(of: $0.year) }
    mapping = try ReportMaking.mapping(of: try asked.store.association())
    series = try asked.store.yearEndSeries(of: book.year)
    let findings = try await asked.workbench(book.number)?.report.findings ?? []
    errorCount = findings.count { $0.severity == .error && $0.answer == nil }
  }

  func plan(_ accounts: YearEndPlan.Accounts) -> YearEndPlan {
    YearEndPlan(books: books, next: next, accounts: accounts, mapping: mapping)
  }

  func obstacles(_ accounts: YearEndPlan.Accounts, _ asked: Asked) -> [YearEndObstacle] {
    YearEndObstacle.all(book, plan: plan(accounts), states: states, errorCount: errorCount, today: asked.today)
  }

  func page(_ form: YearEndForm, _ asked: Asked, accounts: YearEndPlan.Accounts? = nil) -> YearEndPage {
    let accounts = accounts ?? YearEndPlan.Accounts(mapping)
    return YearEndPage(
      book: book, plan: plan(accounts), obstacles: obstacles(accounts, asked), form: form, chart: books.chart,
      asked: asked)
  }
}
