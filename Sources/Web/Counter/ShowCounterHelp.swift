import Press

/// How the list works and who answers for it: the page of the handbook, which is readable without the password.
enum ShowCounterHelp {
  static func show(_ asked: CounterAsked, _: Nothing) -> Answer {
    guard let file = HandbookFiles.pages.first(where: { $0.name == "raknelistan.md" }) else { return .notFound }
    let (title, body) = ManualPart.page(markdown: "\(file.text)")
    return .page(Page(title: title, main: tag("article", [.class("handbook")], body)))
  }
}
