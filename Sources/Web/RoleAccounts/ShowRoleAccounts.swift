import Association
import HTTPTypes
import Ledger
import Press
import Store

/// Which account the program uses for what it books by itself: a page to read, and for the director to change.
enum ShowRoleAccounts {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(try page(asked, faults: [])) }

  /// The name of a role's field.
  static func field(_ role: AccountRole) -> String { role.rawValue }

  static func page(_ asked: Asked, faults: [FieldFault]) throws -> Page {
    let association = try asked.store.association()
    let declared = Dictionary(try asked.store.accounts().map { ($0.number, $0) }) { $1 }
    let year = WorkingYear.of(asked)
    let mayWrite = Access.director.admits(asked.user)
    let rows = AccountRole.allCases.map { role in
      let account = association.account(for: role)
      let typed = asked.form.has(field(role)) ? asked.form.choice(field(role)) : account.number.text
      let name = declared[account.number]?.name ?? account.name
      return tag(
        "tr", tag("th", [.scope(.row)], .text(role.title)),
        tag("td", mayWrite ? input(role, typed, faults) : .text(account.number.text)),
        tag(
          "td",
          tag(
            "a", [.href(.path(Addresses.ledger.path(year, query: [("konto", account.number.text)])))], .text(name))))
    }
    let table = tag(
      "div", [.class("scroll")],
      tag(
        "table", [.class("list")], tag("caption", .text("Konto för varje slags händelse")),
        tag(
          "thead",
          tag("tr", each: ["Vad som bokförs", "Konto", "Namn"].map { tag("th", [.scope(.column)], .text($0)) })),
        tag("tbody", each: rows)))
    return Page(
      title: "Konton för det som bokförs av sig självt", section: .ledger,
      trail: [Page.Link("Kontoplan \(year)", Addresses.chart.path(year))],
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            "När en rekvisition betalas eller ett medlemsbidrag faktureras skriver programmet verifikationen. "
              + "Här står vilket konto det använder. En ändring gäller det som bokförs härefter.")),
        mayWrite
          ? FormPart.form(
            to: Addresses.roleAccounts.path(), asked.visitor, each: [table, FormPart.button("Spara kontona")])
          : table,
      ]))
  }

  private static func input(_ role: AccountRole, _ typed: String, _ faults: [FieldFault]) -> HTML {
    let name = field(role)
    let fault = faults.first { $0.field == name }
    var attributes: [Attribute] = [
      .id(name), .other("name", name), .other("value", typed), .other("size", "8"), .other("inputmode", "numeric"),
      .other("autocomplete", "off"), .label("Konto för \(role.title)"),
    ]
    if fault != nil { attributes += [.other("aria-invalid", "true"), .other("aria-describedby", name + "-fel")] }
    return voidTag("input", attributes)
      + (fault.map { tag("p", [.class("fault"), .id(name + "-fel")], .text($0.atField)) } ?? .empty)
  }
}

/// Keeps which account has which role. Only what differs from the shipped chart is a fact.
enum SaveRoleAccounts {
  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let standard = try asked.store.association().chart
    var reading = FormReading(asked.form)
    var chosen: [RoleAccount] = []
    for role in AccountRole.allCases {
      let field = ShowRoleAccounts.field(role)
      let typed = reading.text(field, "Kontot för \(role.title)", isRequired: true, byteCountMax: 20)
      guard !typed.isEmpty else { continue }
      let number = AccountNumber(typed)
      guard number.group != nil, typed.utf8.allSatisfy({ (48...57).contains($0) }) else {
        reading.add(
          "Kontot för \(role.title) är ”\(typed)”. Ett konto skrivs med minst fyra siffror, till exempel "
            + "\(role.usualNumber(in: standard)).", at: field)
        continue
      }
      let isBalance = Account(number: number, name: "").kind.isBalance
      guard isBalance == role.isBalance else {
        reading.add(
          "Kontot för \(role.title) är \(number), som är ett "
            + (isBalance ? "balanskonto" : "resultatkonto")
            + ". Här behövs ett "
            + (role.isBalance ? "balanskonto, som börjar på 1 eller 2." : "resultatkonto, som börjar på 3 till 8."),
          at: field)
        continue
      }
      if number != role.usualNumber(in: standard) { chosen.append(RoleAccount(role: role, number: number)) }
    }
    guard !reading.hasFaults else {
      return .page(try ShowRoleAccounts.page(asked, faults: reading.faults), status: .unprocessableContent)
    }
    try asked.store.together(by: asked.actor, at: asked.now) { [chosen] writing in
      var association = try writing.association()
      association.roleAccounts = chosen
      try writing.record(association)
    }
    return .see(Addresses.roleAccounts.path(), notice: "Kontona är sparade.")
  }
}
