import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// The governing documents: which version of each holds today, what decided it, and when it is to be looked through.
enum ListGoverning {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let documents = try asked.store.governingDocuments()
    let today = asked.today
    let standing = documents.filter { $0.end == nil }
    let kinds = GoverningDocument.Kind.allCases
    let rows = kinds.flatMap { kind in standing.filter { $0.kind == kind } }.map { row($0, today) }
    let missing = kinds.filter { kind in kind.isSingle && !standing.contains { $0.kind == kind } }
    let ended = documents.filter { $0.end != nil }
    return .page(
      Page(
        title: "Styrdokument", section: .governing, isWide: true,
        main: .joined([
          Access.bookkeepers.admits(asked.user)
            ? tag(
              "p", [.class("toolbar")],
              tag("a", [.class("button"), .href(.path(Addresses.newGoverning.path()))], .text("Lägg in ett dokument")))
            : .empty,
          rows.isEmpty
            ? tag("p", [.class("empty")], .text("Inget styrdokument är inlagt än."))
            : MoneyPart.table(
              "Styrdokument",
              ["Dokument", "Version", "Beslut", "Gäller från", "Nästa översyn", "Visas öppet"].map {
                MoneyPart.Column($0)
              }, rows: rows), missingPart(missing, asked),
          ended.isEmpty
            ? .empty
            : tag("h2", .text("Gäller inte längre"))
              + tag(
                "ul",
                each: ended.map {
                  tag(
                    "li", MoneyPart.link($0.title, Addresses.governingDocument.path($0.id.rawValue)),
                    .text($0.end.map { ", till \($0.day.text)" } ?? ""))
                }),
        ])))
  }

  private static func row(_ document: GoverningDocument, _ today: CalendarDate) -> [HTML] {
    let version = document.version(on: today)
    let coming = document.coming(after: today).last
    let review = document.reviewOn(as: today)
    return [
      MoneyPart.link(document.title, Addresses.governingDocument.path(document.id.rawValue)),
      .text(
        version.map { "\($0.number)" + (coming == nil ? "" : ", en ny väntar") }
          ?? (coming == nil ? "" : "Ingen gäller än")),
      .text(version.map { GoverningWords.words($0.draft.decision) } ?? ""),
      .text((version ?? coming)?.draft.validFrom.text ?? ""),
      review.map {
        document.isOverdue(on: today)
          ? tag("strong", .text("\($0.text), försenad")) : .text($0.text)
      } ?? .empty, .text(document.isPublic ? "Ja" : "Nej"),
    ]
  }

  private static func missingPart(_ kinds: [GoverningDocument.Kind], _ asked: Asked) -> HTML {
    guard !kinds.isEmpty else { return .empty }
    let mayWrite = Access.bookkeepers.admits(asked.user)
    return tag("h2", .text("Finns inte i boken"))
      + tag(
        "ul",
        each: kinds.map { kind in
          let name = Words.name(of: kind)
          return tag(
            "li",
            mayWrite
              ? MoneyPart.link(name, Addresses.newGoverning.path(query: [(NewGoverning.Name.kind, kind.rawValue)]))
              : .text(name))
        })
  }
}

/// Words of governing documents.
enum GoverningWords {
  /// A decision as it is cited: `2025-03-12 § 45`.
  static func words(_ decision: Decision) -> String {
    [decision.date?.text ?? "", decision.paragraph].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A text as paragraphs, a line that begins with `#` as a heading.
  static func paragraphs(_ text: String) -> HTML {
    .joined(
      text.split(separator: "\n", omittingEmptySubsequences: true).map { line in
        let line = String(line).strippedOfBlanks
        guard line.utf8.first == UInt8(ascii: "#") else { return tag("p", .text(line)) }
        let heading = String(decoding: line.utf8.drop { $0 == UInt8(ascii: "#") }, as: UTF8.self).strippedOfBlanks
        return heading.isEmpty ? .empty : tag("h2", .text(heading))
      })
  }
}

extension DueBook {
  /// The governing documents, on the day that each is to be looked through.
  static func governing(_ book: DueBook) throws -> [DueThing] {
    try book.store.governingDocuments().compactMap { document in
      document.reviewOn(as: book.today).map { day in
        DueThing(
          .governing, "Se över \(Words.name(of: document.kind).lowercased())", detail: document.title, day: day,
          place: .governing(document.id.rawValue))
      }
    }
  }
}
