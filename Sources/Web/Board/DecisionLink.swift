import Association
import Desk
import Ledger
import Press
import Store

/// A decision that something points to, as a link to its page where the board's meeting is in the book.
struct DecisionLink {
  let record: BoardRecord

  init(_ record: BoardRecord) { self.record = record }

  /// For whoever asks: a performer cannot open a decision's page, and so sees its words alone.
  init(_ asked: Asked) {
    // A book that cannot be read says so on the page itself; the decision then stands as words.
    let kept = Access.readers.admits(asked.user) ? try? asked.store.boardRecord() : nil
    record = kept ?? BoardRecord([])
  }

  /// `2021-11-19 § 62`, or what of it is known.
  func html(_ decision: Decision) -> HTML { html(decision, decision.words) }

  /// Those words, as a link where the decision is recorded.
  func html(_ decision: Decision, _ words: String) -> HTML {
    guard let found = record.decision(for: decision) else { return .text(words) }
    return MoneyPart.link(words, BoardDesk.path(found))
  }
}

/// The recorded decisions as choices in a form where a day and a paragraph are typed, and the check that what was typed is
/// there where the meeting is.
enum DecisionChoice {
  /// What a field for the day and one for the paragraph offer.
  static let days = Attribute.other("list", "motesdagar")
  static let paragraphs = Attribute.other("list", "paragrafer")
  /// The most decisions that are offered, the latest first.
  private static let countMax = 60

  /// The lists that the fields offer; nothing where no decision is recorded.
  static func lists(_ asked: Asked) -> HTML {
    // The same: without the lists the fields are typed in.
    guard let record = try? asked.store.boardRecord() else { return .empty }
    let latest = record.decisions.suffix(countMax).reversed()
    guard !latest.isEmpty else { return .empty }
    var days: [CalendarDate] = []
    for each in latest where !days.contains(each.decision.day) { days.append(each.decision.day) }
    return tag("datalist", [.id("motesdagar")], each: days.map { tag("option", [.other("value", $0.text)]) })
      + tag(
        "datalist", [.id("paragrafer")],
        each: latest.map { meeting, decision in
          tag(
            "option",
            [
              .other("value", "§ \(decision.paragraph)"),
              .other("label", "\(decision.day.text): \(meeting.plan.agenda[decision.said.item - 1].title)"),
            ])
        })
  }

  /// Adds a fault where a meeting of the day is in the book and has no such paragraph.
  static func check(
    _ reading: inout FormReading, _ asked: Asked, _ day: CalendarDate?, _ paragraph: String, at field: String
  ) throws {
    guard let day, !paragraph.isEmpty else { return }
    let decision = Decision(date: day, paragraph: paragraph)
    guard case .missing(let meeting) = try asked.store.boardRecord().finding(of: decision) else { return }
    let numbers = meeting.decisions.map { "§ \($0.paragraph)" }.joined(separator: ", ")
    reading.add(
      "Styrelsens möte \(day.text) är infört och har ingen \(paragraph). "
        + (numbers.isEmpty
          ? "Inget beslut är infört på det än: för in beslutet på mötet först."
          : "Där finns \(numbers). Skriv en av dem, eller för in beslutet på mötet först."),
      at: field)
  }
}
