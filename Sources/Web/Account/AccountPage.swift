import Press

/// One's own page.
struct AccountPage {
  let visitor: Visitor
  let name: String
  let mail: String
  let role: String
  let meaning: String
  let insatser: [String]
  let hasPassword: Bool
  let hasSecondFactor: Bool
  let recoveryCodeCount: Int
  let sessions: [SessionTable.Row]
  let weeklyMail: HTML
  /// Of the user's own calendar.
  let calendar: HTML
  let faults: [FieldFault]

  var page: Page {
    Page(
      title: "Mitt konto", section: .account,
      main: .joined([
        FormPart.summary(of: faults), facts, weeklyMail,
        tag("h2", .text("Tvåfaktor")), secondFactor,
        tag("h2", .text("Byt lösenord")), password,
        tag("h2", .text("Där du är inloggad")), signedIn, calendar,
      ]))
  }

  private var facts: HTML {
    var rows = [fact("Namn", name), fact("E-postadress", mail), fact("Roll", "\(role). \(meaning)")]
    if !insatser.isEmpty { rows.append(fact("Dina insatser", insatser.joined(separator: ", "))) }
    return tag("dl", [.class("facts")], each: rows)
      + tag("p", [.class("hint")], .text("Förbundschefen ändrar namn, adress och roll."))
  }

  private func fact(_ name: String, _ words: String) -> HTML {
    tag("div", tag("dt", .text(name)), tag("dd", .text(words)))
  }

  private var secondFactor: HTML {
    let state =
      hasSecondFactor
      ? tag("p", tag("span", [.class("badge good")], .text("På")), .text(" \(codes)"))
      : tag(
        "p", tag("span", [.class("badge warn")], .text("Av")),
        .text(" Med tvåfaktor behövs en kod från din telefon, så att den som fått tag i lösenordet inte kommer in."))
    return state
      + tag(
        "p",
        tag(
          "a", [.class("button"), .href(.path(Addresses.ownSecondFactor.path()))],
          .text(hasSecondFactor ? "Ändra tvåfaktor" : "Slå på tvåfaktor")))
  }

  private var codes: String {
    switch recoveryCodeCount {
    case 0: "Du har inga reservkoder kvar; gör nya."
    case 1: "Du har 1 reservkod kvar; gör gärna nya."
    default: "Du har \(recoveryCodeCount) reservkoder kvar."
    }
  }

  private var password: HTML {
    guard hasPassword else {
      return tag(
        "p",
        .text("Du har inget lösenord här, för du loggar in på annat sätt. Vill du ha ett, logga ut och välj "),
        tag("em", .text("Glömt lösenordet")), .text("."))
    }
    return FormPart.form(
      to: Addresses.password.path(), visitor,
      each: [
        FormPart.field(
          FormPart.Field(
            name: "losenord", label: "Lösenordet du har nu", type: "password", isRequired: true,
            autocomplete: "current-password"), faults: faults)
      ] + PasswordFields.html(faults: faults) + [
        tag("p", [.class("hint")], .text("Alla andra webbläsare där du är inloggad loggas ut.")),
        FormPart.button("Byt lösenord"),
      ])
  }

  private var signedIn: HTML {
    let table = SessionTable(visitor: visitor, caption: "Där du är inloggad", rows: sessions) {
      Addresses.ownSession.path($0)
    }.html
    guard sessions.count > 1 else { return table }
    return table
      + FormPart.form(
        to: Addresses.ownSessions.path(), visitor,
        each: [FormPart.button("Avsluta alla andra", kind: "secondary")])
  }
}
