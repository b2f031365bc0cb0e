import Association
import Desk
import Ledger
import Press
import Report
import Store

/// The pieces that the pages of groups are made of.
enum GroupPart {
  /// Whether the four parties were there: a mark with words.
  static func mark(_ parties: FourParties, _ association: Association, of group: Group?) -> HTML {
    parties.isWhole
      ? tag("span", [.class("badge good")], .text("alla fyra parter"))
      : tag("span", [.class("badge warn")], .text("inte alla fyra")) + .text(" ")
        + tag("span", [.class("quiet")], .text(Words.sentence(parties, association, of: group)))
  }

  /// A text in Markdown, as it is read.
  static func notes(_ markdown: String, title: String, level: Int = 2) -> HTML {
    var prose = ProsePart(
      place: "anteckningar", level: level, title: title, figure: { _, _, printed, _ in .text(printed) },
      missing: { .text("{{\($0)}}") }, table: { _, _ in .empty })
    return tag("div", [.class("printed")], prose.html(of: Markdown().blocks(of: markdown, file: "anteckningar").value))
  }

  /// A long text in Markdown: no personnummer in it, not even one that only shows when it is printed.
  static func markdown(_ reading: inout FormReading, _ form: Form, _ field: String, _ label: String) -> String {
    let before = reading.faults.count
    let text = reading.text(field, label, isLong: true, byteCountMax: 40_000)
    if reading.faults.count == before, !PersonalNumber.find(in: Markdown().plainText(of: text, file: "")).isEmpty {
      reading.add(
        "\(label) innehåller ett personnummer när texten trycks. Inga personnummer får sparas; skriv funktionen i stället.",
        at: field)
    }
    return text
  }

  /// Försäkringskassan first, then Arbetsförmedlingen, regions and municipalities; the others last.
  static func byParty(_ members: [Member]) -> [Member] {
    let known = Party.allCases.flatMap { party in members.filter { $0.party == party } }
    return known + members.filter { $0.party == nil }
  }

  /// The parties as they are chosen among.
  static func parties(_ association: Association, none: String) -> [(value: String, words: String)] {
    [("", none)] + byParty(association.members).map { ($0.id, $0.name) }
  }

  static func member(_ id: String, _ association: Association) -> String {
    id.isEmpty ? "utan part" : association.members.first { $0.id == id }?.name ?? id
  }

  /// A name with its function: `Anna Exempel, enhetschef`; either alone.
  static func person(_ name: String, _ function: String) -> String {
    [name, function].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  static func form(_ form: GroupMeeting.Form) -> String {
    switch form {
    case .inPerson: "på plats"
    case .remote: "på distans"
    case .mixed: "på plats och på distans"
    }
  }

  static func span(_ from: CalendarDate?, _ until: CalendarDate?) -> String {
    [from.map { "från \($0.text)" } ?? "", until.map { "till och med \($0.text)" } ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// Tries an act of groups; what it refuses is told at the top of the form.
  static func attempt(_ asked: Asked, _ body: (Store.Writing) throws -> Void) throws -> [FieldFault] {
    do {
      try asked.store.together(by: asked.actor, at: asked.now, body)
      return []
    } catch let refusal as GroupMeeting.Refusal {
      return [FieldFault(field: "", message: Words.sentence(refusal, try asked.store.association()))]
    } catch let refusal as FinsamPlan.Refusal {
      return [FieldFault(field: "", message: Words.sentence(refusal, try asked.store.association()))]
    }
  }
}
