import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// Compensated VAT: what can be applied for, what has been, and by when the rest must be.
enum ShowVAT {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(try page(asked, faults: [])) }

  static func page(_ asked: Asked, faults: [FieldFault]) throws -> Page {
    let book = try asked.store.vatBook()
    let account = try asked.store.association().accountNumber(for: .vatReceivable).text
    let left = book.unclaimed.map(\.amount).sum()
    let waiting = book.claims.filter { $0.credit == nil }.map(\.amount).sum()
    let years = Set(book.claims.map(\.period.first.year) + book.unclaimed.map(\.date.year)).sorted()
    return Page(
      title: "Moms", section: .vat, print: Page.PrintHead(period: "Till och med \(asked.today.text)"), isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text("\(Numerals.ore(left)) är kvar att söka, och \(Numerals.ore(waiting)) är sökt men inte krediterat.")),
        tag(
          "p", [.class("hint")],
          .text(
            "Ingående moms på det som förbundet köper ersätts av Skatteverket (lag 2005:807). Ansökan görs för en månad eller "
              + "ett kvartal, senast vid slutet av andra året efter; för sent sökt moms ersätts inte.")),
        unclaimed(asked, book, account), Access.bookkeepers.admits(asked.user) ? form(asked, book, faults) : .empty,
        claims(book),
        years.isEmpty
          ? .empty
          : tag(
            "p", [.class("toolbar")],
            .joined(years.reversed().map { MoneyPart.link("Årsuppgift \($0)", Addresses.vatStatement.path($0)) })),
      ]))
  }

  private static func unclaimed(_ asked: Asked, _ book: VATBook, _ account: String) -> HTML {
    let months = book.unclaimedMonths
    let heading = tag("h2", .text("Kvar att söka"))
    guard !months.isEmpty else {
      return heading + tag("p", [.class("empty")], .text("Inget: all moms på kontot är sökt."))
    }
    let rows = months.map { month, amount -> [HTML] in
      let period = VATPeriod(month)
      let days = asked.today.days(until: period.deadline)
      let state: HTML =
        days < 0
        ? tag("span", [.class("badge alarm")], .text("För sent")) + .text(" ersätts inte; boka den som kostnad")
        : days < 90
          ? tag("span", [.class("badge warn")], .text("Snart")) + .text(" senast \(period.deadline.text)")
          : .text("senast \(period.deadline.text)")
      return [
        .text(MonthName.capital(month)),
        MoneyPart.amount(
          amount,
          path: ListLink.ledger(
            month.year, account: account, from: "\(month.text)-01", through: month.last.text)),
        state,
      ]
    }
    return heading
      + MoneyPart.table(
        "Moms som inte är sökt, månad för månad",
        [MoneyPart.Column("Månad"), MoneyPart.Column("Moms", isNumber: true), MoneyPart.Column("Sök")], rows: rows,
        sums: [.text("Summa"), MoneyPart.amount(months.map(\.amount).sum()), .empty])
  }

  /// The periods that have something to apply for and whose day has not passed.
  static func periods(_ book: VATBook, on today: CalendarDate) -> [VATPeriod] {
    let months = book.unclaimedMonths.map(\.month)
    let quarters = Set(months.compactMap { VATPeriod(quarter: ($0.month + 2) / 3, of: $0.year) })
    return (quarters + months.map { VATPeriod($0) }).filter { $0.last.last < today && $0.deadline >= today }.sorted()
  }

  private static func form(_ asked: Asked, _ book: VATBook, _ faults: [FieldFault]) -> HTML {
    let periods = periods(book, on: asked.today)
    guard !periods.isEmpty else { return .empty }
    let options = periods.map { period in
      let amount = book.unclaimed.filter { period.contains($0.date) }.map(\.amount).sum()
      return (value: ClaimVAT.value(period), words: "\(period.text): \(Numerals.ore(amount))")
    }
    return tag(
      "section", [.labelled(by: "sok")], tag("h2", [.id("sok")], .text("Säg att moms är sökt")),
      tag(
        "p", [.class("hint")],
        .text(
          "Ansökan gör du hos Skatteverket. Här sparas vilka verifikationer den gäller, så att inget söks två gånger.")),
      FormPart.form(
        to: Addresses.vat.path(), asked.visitor,
        each: [
          FormPart.select(
            "period", "Period", options: options, chosen: asked.form.choice("period"), faults: faults),
          FormPart.field(
            FormPart.Field(
              name: "sokt", label: "Sökt den",
              value: asked.form.has("sokt") ? asked.form.choice("sokt") : asked.today.text), faults: faults),
          FormPart.button("Spara ansökan"),
        ]))
  }

  private static func claims(_ book: VATBook) -> HTML {
    let heading = tag("h2", .text("Sökt"))
    guard !book.claims.isEmpty else {
      return heading + tag("p", [.class("empty")], .text("Ingen ansökan är sparad än."))
    }
    let rows = book.claims.reversed().map { claim -> [HTML] in
      let path = Addresses.vatClaim.path(claim.id.rawValue)
      return [
        MoneyPart.link(claim.period.text, path), .text("\(claim.claimedOn.text) av \(claim.by)"),
        MoneyPart.amount(claim.amount, path: path), claim.credit.map { MoneyPart.amount($0.amount) } ?? .empty,
        claim.credit.map { .text($0.on.text) } ?? tag("span", [.class("badge warn")], .text("Inte än")),
      ]
    }
    return heading
      + MoneyPart.table(
        "Ansökningar om ersättning",
        [
          MoneyPart.Column("Period"), MoneyPart.Column("Sökt den"), MoneyPart.Column("Sökt belopp", isNumber: true),
          MoneyPart.Column("Krediterat", isNumber: true), MoneyPart.Column("Krediterat den"),
        ], rows: Array(rows),
        sums: [
          .text("Summa"), .empty, MoneyPart.amount(book.claims.map(\.amount).sum()),
          MoneyPart.amount(book.claims.compactMap { $0.credit?.amount }.sum()), .empty,
        ])
  }
}

/// Records that a period's VAT has been applied for; moves it to an account of its own where the association has one.
enum ClaimVAT {
  /// How a period stands in the form: `2025-01--2025-03`.
  static func value(_ period: VATPeriod) -> String { "\(period.first.text)--\(period.last.text)" }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let book = try asked.store.vatBook()
    var reading = FormReading(asked.form)
    let period = ShowVAT.periods(book, on: asked.today).first { value($0) == asked.form.choice("period") }
    if period == nil { reading.add("Perioden är inte vald. Välj en i listan.", at: "period") }
    let day = reading.date("sokt", "Dagen då det söktes")
    if let day, day > asked.today {
      reading.add("Dagen \(day.text) har inte varit än. Spara ansökan när den är gjord.", at: "sokt")
    }
    let accounts = VATAccounts(try asked.store.association())
    var booked: CalendarDate?
    if let day, accounts.claimed != accounts.receivable {
      booked = try reading.openDay(asked, "sokt", "Dagen då det söktes") ?? day
    }
    var faults = reading.faults
    if let period, let day, faults.isEmpty {
      do {
        let id = try asked.store.together(by: asked.actor, at: asked.now) { writing in
          try writing.claim(period, on: day) { amount in
            guard let booked else { return nil }
            let made = try MadeVoucher(
              asked, on: booked, text: "Sökt ersättning för moms \(period.text)", counterparty: "Skatteverket",
              rows: [
                Voucher.Row(account: accounts.claimed, amount: amount),
                Voucher.Row(account: accounts.receivable, amount: -amount),
              ])
            return (made.voucher, made.unnamed)
          }
        }
        return .see(Addresses.vatClaim.path(id.rawValue), notice: "Ansökan för \(period.text) är sparad.")
      } catch {
        faults = [try MoneyFault.of(error)]
      }
    }
    return .page(try ShowVAT.page(asked, faults: faults), status: .unprocessableContent)
  }
}
