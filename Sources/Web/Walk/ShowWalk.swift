import Association
import Desk
import Ledger
import Press
import Store

/// The new director's walk: the association as the book has it, in the order in which somebody new needs it. Nothing of
/// it is written for the page, and every figure in it opens downwards.
enum ShowWalk {
  static let title = "Rundvandring"

  static func show(_ asked: Asked, _: Nothing) async throws -> Answer { .page(try await page(asked)) }

  static func page(_ asked: Asked) async throws -> Page {
    let walk = try Walk(asked)
    var parts = try Walk.parts.compactMap { try $0(walk) }
    if let report = try await walk.lastReport() { parts.insert(report, at: min(Walk.reportIndex, parts.count)) }
    return Page(
      title: title, section: .walk,
      print: Page.PrintHead(period: asked.today.text, unit: "Belopp i kronor"), isWide: true,
      main: .joined([
        tag(
          "p", [.class("lead")],
          .text(
            "För den som är ny: hur förbundet står, vad som ska göras, vad som är beslutat och vem som är vem. Sidan görs av "
              + "boken varje gång den öppnas, och siffrorna leder ned till det de är gjorda av. Skriv ut den, eller spara "
              + "den som PDF, med webbläsarens utskrift.")),
        tag(
          "nav", [.class("walk-contents"), .label("Innehåll")],
          tag("ol", each: parts.map { tag("li", tag("a", [.href(.path("#\($0.id)"))], .text($0.title))) })),
        .joined(
          parts.map { part in
            tag("section", [.id(part.id), .class("walk-part")], tag("h2", .text(part.title)), part.html)
          }),
      ]))
  }
}

/// A part of the walk.
struct WalkPart {
  let id: String
  let title: String
  let html: HTML
}

/// What the parts of the walk are made of.
struct Walk {
  let asked: Asked
  let book: DueBook
  let things: [DueThing]
  let states: [YearState]
  /// The year that one works in.
  let year: Int

  var association: Association { book.association }
  var today: CalendarDate { asked.today }

  /// The parts in order. What else a new director needs adds its own line; one that has nothing to say says so, and does
  /// not stand there where it is nothing to know.
  static let parts: [@Sendable (Walk) throws -> WalkPart?] = [
    figures, coming, late, decided, unfinished, people, insatser, documents, places,
  ]
  /// Where the last report stands among them: before the places.
  static let reportIndex = parts.count - 1
  /// So far ahead it looks: three months.
  static let daysAhead = 92
  /// So many decisions are told; the search finds the rest.
  static let decisionCountMax = 20

  init(_ asked: Asked) throws {
    self.asked = asked
    book = try DueBook(asked)
    things = try book.things()
    states = try asked.store.yearStates()
    year = WorkingYear.of(asked)
  }

  func member(_ id: String) -> String { MemberWords.name(id, in: association) }

  static func link(_ words: String, _ path: String) -> HTML { tag("a", [.href(.path(path))], .text(words)) }

  static func nothing(_ words: String) -> HTML { tag("p", [.class("quiet")], .text(words)) }
}
