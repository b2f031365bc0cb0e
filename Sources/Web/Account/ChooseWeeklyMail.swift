import HTTPTypes
import Press
import Store

/// On which weekday one gets the weekly mail, or that one wants none.
enum ChooseWeeklyMail {
  static let fieldName = "veckobrev"
  private static let never = "aldrig"
  private static let weekdays = ["måndagar", "tisdagar", "onsdagar", "torsdagar", "fredagar", "lördagar", "söndagar"]

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let typed = asked.form.choice(fieldName)
    let weekday = Int(typed).flatMap { (1...weekdays.count).contains($0) ? $0 : nil }
    guard weekday != nil || typed == never else {
      let fault = FieldFault(field: fieldName, message: "Välj en veckodag, eller att du inte vill ha brevet.")
      return .page(try ShowAccount.page(asked, faults: [fault]), status: .unprocessableContent)
    }
    try asked.office.store.setWeeklyMailDay(weekday, of: asked.user.id)
    return .see(
      Addresses.account.path(),
      notice: weekday.map { "Veckobrevet kommer på \(weekdays[$0 - 1])." } ?? "Du får inget veckobrev.")
  }

  static func part(_ asked: Asked, faults: [FieldFault]) throws -> HTML {
    let (store, user) = (asked.office.store, asked.user)
    let weekday = try store.weeklyMailDay(of: user.id)
    let last = try store.weeklyMails(of: user.id).first
    let options =
      weekdays.indices.map { (value: "\($0 + 1)", words: "På \(weekdays[$0])") }
      + [(value: never, words: "Inget veckobrev")]
    return .joined([
      tag("h2", .text("Veckobrev")),
      tag(
        "p",
        .text(
          "En gång i veckan kommer ett brev med det som du har att göra: vad, senast när och en länk. Har du inget att göra "
            + "kommer inget.")),
      asked.office.mailer == nil
        ? tag("p", [.class("hint")], .text("Kontoret kan inte skicka e-post än. Valet gäller när det kan."))
        : .empty,
      last.map { tag("p", [.class("hint")], .text(words($0))) } ?? .empty,
      FormPart.form(
        to: Addresses.ownWeeklyMail.path(), asked.visitor,
        each: [
          FormPart.select(
            fieldName, "När vill du ha det?", options: options, chosen: weekday.map { "\($0)" } ?? never,
            faults: faults),
          FormPart.button("Spara", kind: "secondary"),
        ]),
    ])
  }

  private static func words(_ mark: WeeklyMailMark) -> String {
    let day = SwedishTime.text(mark.at)
    return switch mark.state {
    case .sent: "Det senaste skickades \(day)."
    case .nothing: "Du hade inget att göra \(day), så då kom inget."
    case .failed: "Det senaste gick inte att skicka \(day)."
    case .begun: "Det senaste började skickas \(day); om det kom fram vet vi inte."
    }
  }
}
