import Association
import Ledger
import Press
import Store

/// The free texts of a closed survey, to be read one by one: each is released to all readers, or removed for good.
enum JudgeTexts {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let survey = try asked.store.surveyCase(ID(rawValue: id)), survey.outcome != nil else { return .notFound }
    let texts = try asked.store.surveyTexts(survey.id)
    let questions = survey.round.instrument.questions
    return .page(
      Page(
        title: "Svar med egna ord", section: .surveys, trail: SurveyPart.trail(survey),
        main: .joined([
          tag(
            "p", [.class("lead")],
            .text(
              "Läs varje svar. Släpp det som inte kan kännas igen som någons, och ta bort resten. Det som kan vara en person är "
                + "markerat, men det som inte är markerat kan också vara det.")),
          survey.isLargeEnough
            ? .empty
            : tag(
              "p", [.class("empty")], .text("För få svarade. Det som skrevs är borttaget utan att någon har läst det.")),
          texts.isEmpty && survey.isLargeEnough ? tag("p", [.class("empty")], .text("Inget är skrivet.")) : .empty,
          .joined(texts.map { text in item(text, questions[text.question].text, asked, id) }),
        ])))
  }

  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    let isReleased = asked.form.choice("gor") == "slapp"
    let text = asked.form.choice("svar")
    let faults = try SurveyPart.attempt(asked) {
      try $0.judge(text, of: ID(rawValue: id), isReleased: isReleased)
    }
    return .see(
      Addresses.surveyTexts.path(id),
      notice: faults.first?.message ?? (isReleased ? "Svaret är släppt." : "Svaret är borttaget."))
  }

  private static func item(_ text: SurveyText, _ question: String, _ asked: Asked, _ id: Int64) -> HTML {
    let findings = FreeTextScreen.findings(in: text.text)
    let kinds = FreeTextScreen.Kind.allCases.filter { kind in findings.contains { $0.kind == kind } }.map(words)
    return tag(
      "section", [.class("finding")], tag("h2", .text(question)), tag("blockquote", marked(text.text, findings)),
      kinds.isEmpty
        ? .empty : tag("p", [.class("warning")], .text("Kan vara om en person: \(kinds.joined(separator: ", ")).")),
      text.isReleased ? tag("p", tag("span", [.class("badge good")], .text("Släppt"))) : .empty,
      FormPart.form(
        to: Addresses.surveyTexts.path(id), asked.visitor,
        each: [
          FormPart.hidden("svar", text.id),
          tag(
            "p", [.class("toolbar")],
            text.isReleased ? .empty : FormPart.button("Släpp", name: "gor", value: "slapp"),
            FormPart.button("Ta bort", name: "gor", value: "ta-bort", kind: "danger")),
        ]))
  }

  static func words(_ kind: FreeTextScreen.Kind) -> String {
    switch kind {
    case .personalNumber: "ett personnummer"
    case .mail: "en e-postadress"
    case .digits: "ett telefonnummer"
    case .name: "ett namn"
    }
  }

  private static func marked(_ text: String, _ findings: [FreeTextScreen.Finding]) -> HTML {
    let bytes = Array(text.utf8)
    var pieces: [HTML] = []
    var place = 0
    for finding in findings {
      pieces.append(.text(String(decoding: bytes[place..<finding.range.lowerBound], as: UTF8.self)))
      pieces.append(tag("mark", .text(String(decoding: bytes[finding.range], as: UTF8.self))))
      place = finding.range.upperBound
    }
    pieces.append(.text(String(decoding: bytes[place...], as: UTF8.self)))
    return .joined(pieces)
  }
}
