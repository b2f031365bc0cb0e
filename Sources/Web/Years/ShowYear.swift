import Store

/// One year: its months, what is closed, and by whom.
enum ShowYear {
  static func show(_ asked: Asked, _ number: Int) throws -> Answer {
    guard let book = try YearBook.find(number, in: asked.store) else { return .notFound }
    return .page(YearPage(book: book, asked: asked).page)
  }
}
