import Association
import HTTPTypes
import Ledger
import Press
import Store

/// What is done with a survey that is open.
enum StepSurvey {
  static func changeAsked(_ asked: Asked, _ id: Int64) async throws -> Answer {
    var reading = FormReading(asked.form)
    let count = OpenSurvey.number(
      &reading, asked, "tillfragade", "Antalet tillfrågade", in: 1...SurveyRound.askedMax)
    var faults = reading.faults
    if let count { faults += try SurveyPart.attempt(asked) { try $0.changeAsked(ID(rawValue: id), to: count) } }
    return try await answer(asked, id, faults, notice: "Antalet tillfrågade är sparat.")
  }

  static func close(_ asked: Asked, _ id: Int64) async throws -> Answer {
    guard asked.form.has("saker") else {
      let fault = FieldFault(field: "saker", message: "Enkäten är inte stängd. Kryssa i rutan om den ska stängas.")
      return try await answer(asked, id, [fault], notice: "")
    }
    let faults = try SurveyPart.attempt(asked) { _ = try $0.close(ID(rawValue: id)) }
    return try await answer(asked, id, faults, notice: "Enkäten är stängd.")
  }

  static func answer(_ asked: Asked, _ id: Int64, _ faults: [FieldFault], notice: String) async throws -> Answer {
    guard !faults.isEmpty else { return .see(Addresses.survey.path(id), notice: notice) }
    guard let page = try await ShowSurvey.page(asked, id, faults: faults) else { return .notFound }
    return .page(page, status: .unprocessableContent)
  }
}

/// Makes one-time codes and shows them, this once: a sheet with a QR code for each, to be printed and cut.
enum MakeSurveyCodes {
  /// So many at once: fifty sheets of paper.
  static let countMax = 400

  static func save(_ asked: Asked, _ id: Int64) async throws -> Answer {
    var reading = FormReading(asked.form)
    let count = OpenSurvey.number(&reading, asked, "antal", "Antalet koder", in: 1...countMax)
    guard let count else { return try await StepSurvey.answer(asked, id, reading.faults, notice: "") }
    let codes = (0..<count).map { _ in SurveyCode(asked.office.randomBytes) }
    let faults = try SurveyPart.attempt(asked) { try $0.makeCodes(codes.map(\.digest), for: ID(rawValue: id)) }
    guard faults.isEmpty else { return try await StepSurvey.answer(asked, id, faults, notice: "") }
    guard let survey = try asked.store.surveyCase(ID(rawValue: id)) else { return .notFound }
    return .page(sheet(codes, survey, address: asked.office.settings.publicAddress))
  }

  private static func sheet(_ codes: [SurveyCode], _ survey: SurveyCase, address: String) -> Page {
    let draft = survey.round.draft
    let links = codes.map { address + Addresses.answer.path($0.text) }
    let slips = zip(codes, links).map { code, link in
      tag(
        "li", [.class("slip")], QRPicture.html(of: link, words: "QR-kod till \(link)"),
        tag(
          "div", tag("strong", .text(survey.round.instrument.title)),
          tag(
            "p",
            .text("Rikta kameran mot rutan, eller gå till \(address)\(Addresses.answering.path()) och skriv koden:")),
          tag("p", [.class("code")], .text(code.text)),
          tag("p", .text("Svara senast \(draft.closes.text). Koden gäller en gång och går inte att knyta till dig.")),
          tag("a", [.href(.path(Addresses.answer.path(code.text))), .class("no-print")], .text("Länken"))))
    }
    return Page(
      title: codes.count == 1 ? "1 kod till \(draft.title)" : "\(codes.count) koder till \(draft.title)",
      section: .surveys, trail: SurveyPart.trail(survey),
      main: .joined([
        tag(
          "p", [.class("warning no-print")],
          .text(
            "Skriv ut bladet eller kopiera länkarna nu. Koderna sparas inte och visas bara den här gången. Dela ut dem så "
              + "att ingen vet vem som fick vilken.")),
        tag(
          "p", [.class("toolbar no-print")],
          tag("button", [.other("type", "button"), .other("data-print", ""), .other("hidden", "")], .text("Skriv ut"))),
        tag("ul", [.class("slips")], each: slips),
        tag(
          "details", [.class("no-print")], tag("summary", .text("Länkarna som text, att skicka var för sig")),
          tag("label", [.other("for", "lankar")], .text("En länk på varje rad")),
          tag(
            "textarea", [.id("lankar"), .other("rows", "8"), .other("readonly", "")],
            .text("\n" + links.joined(separator: "\n")))),
      ]))
  }
}
