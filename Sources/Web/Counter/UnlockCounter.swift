import Counter
import Desk
import HTTPTypes
import Press

/// The list's door: its password opens it for this browser; locking puts the key out of memory.
enum UnlockCounter {
  static func show(_ asked: CounterAsked, _: Nothing) -> Answer {
    if asked.opened != nil { return .see(CounterAddresses.list.path()) }
    guard asked.office.desk.file.exists else { return .see(CounterAddresses.setUp.path()) }
    return .page(page(asked, faults: []))
  }

  static func save(_ asked: CounterAsked, _: Nothing) async throws -> Answer {
    let password = FormReading(asked.form).secret("losenord")
    let token = Secret.make(asked.office.randomBytes)
    let (desk, now, today) = (asked.office.desk, asked.now, asked.today)
    do {
      let count = try await LongWork.run {
        try desk.unlock(password: password, for: CounterAsked.digest(of: token), at: now, today: today)
      }
      let notice =
        count == 0
        ? ""
        : "\(Words.count(count, "avslutad deltagare", "avslutade deltagare")) raderades: tiden efter avslutet är ute."
      return .signedIn(token: token, .see(CounterAddresses.list.path(), notice: notice))
    } catch let refusal as CounterFile.Refusal {
      return .page(
        page(asked, faults: [FieldFault(field: "losenord", message: CounterWords.sentence(refusal))]),
        status: .unprocessableContent)
    }
  }

  static func lock(_ asked: CounterAsked, _: Nothing) -> Answer {
    // Any browser on the machine may lock the list; that takes nothing from anybody but having to give the password.
    asked.office.desk.lock()
    return .signedIn(
      token: Secret.make(asked.office.randomBytes), .see(CounterAddresses.unlock.path(), notice: "Listan är låst."))
  }

  private static func page(_ asked: CounterAsked, faults: [FieldFault]) -> Page {
    Page(
      title: "Lås upp listan",
      main: .joined([
        FormPart.summary(of: faults),
        FormPart.form(
          to: CounterAddresses.unlock.path(), asked.visitor,
          each: [
            FormPart.field(
              FormPart.Field(
                name: "losenord", label: "Lösenord", type: "password", isRequired: true,
                autocomplete: "current-password"), faults: faults),
            FormPart.button("Lås upp"),
          ]),
        tag("p", [.class("hint")], .text("Filen: "), tag("code", .text(asked.office.desk.file.path))),
        tag("p", MoneyPart.link("Så fungerar listan", CounterAddresses.help.path())),
      ]))
  }
}
