import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// One application: the vouchers it is for, and that it was credited.
enum ShowVATClaim {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let page = try page(asked, id, faults: []) else { return .notFound }
    return .page(page)
  }

  static func page(_ asked: Asked, _ id: Int64, faults: [FieldFault]) throws -> Page? {
    let book = try asked.store.vatBook()
    guard let claim = book.claims.first(where: { $0.id.rawValue == id }) else { return nil }
    let places = Set(claim.rows)
    let rows = try book.rows.filter { places.contains($0.place) }.map { row -> [HTML] in
      let path = try MadeVoucher.path(row.place.voucher, in: asked.store)
      return [
        path.map { MoneyPart.link(row.number.text, $0) } ?? .text(row.number.text), .text(row.date.text),
        .text(row.text), .text(row.counterparty), MoneyPart.amount(row.amount, path: path),
      ]
    }
    return Page(
      title: "Ansökan om moms \(claim.period.text)", section: .vat, trail: [Page.Link("Moms", Addresses.vat.path())],
      print: Page.PrintHead(period: claim.period.text), isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        MoneyPart.facts([
          ("Sökt belopp", .text(Numerals.ore(claim.amount))), ("Sökt den", .text(claim.claimedOn.text)),
          ("Sparad", .text("\(SwedishTime.day(claim.at)) av \(claim.by)")),
          ("Omförd med", try claim.voucher.flatMap { try voucher($0, asked) } ?? .empty),
          (
            "Krediterat", claim.credit.map { .text("\(Numerals.ore($0.amount)) den \($0.on.text)") } ?? .text("Inte än")
          ),
          ("Krediteringen", try claim.credit.flatMap { try voucher($0.row.voucher, asked) } ?? .empty),
        ]),
        claim.credit.map { credit in
          credit.amount == claim.amount
            ? .empty
            : tag(
              "p", [.class("warning")],
              .text(
                "Skatteverket krediterade \(Numerals.ore(credit.amount - claim.amount)) jämfört med ansökan. Läs beslutet, och boka "
                  + "det som inte ersätts som kostnad."))
        } ?? .empty,
        tag("h2", .text("Det som är sökt")),
        MoneyPart.table(
          "Momsen, verifikation för verifikation",
          [
            MoneyPart.Column("Verifikation"), MoneyPart.Column("Dag"), MoneyPart.Column("Text"),
            MoneyPart.Column("Motpart"), MoneyPart.Column("Moms", isNumber: true),
          ], rows: rows, sums: [.text("Summa"), .empty, .empty, .empty, MoneyPart.amount(claim.amount)]),
        claim.credit == nil && Access.bookkeepers.admits(asked.user)
          ? try forms(asked, claim, book, faults) : .empty,
      ]))
  }

  private static func voucher(_ id: ID<Voucher>, _ asked: Asked) throws -> HTML? {
    guard let place = try asked.store.voucherPlace(id) else { return nil }
    return MoneyPart.link(
      place.number.text,
      Addresses.voucher.path(VoucherPlace(year: place.year.number, number: place.number)))
  }

  /// The credits that are booked already and belong to no application: by a bank statement, most often.
  static func credits(_ book: VATBook) -> [VATBook.Row] {
    let used = Set(book.claims.compactMap { $0.credit?.row })
    return book.rows.filter { $0.isCredit && $0.amount < .zero && !used.contains($0.place) }
  }

  private static func forms(
    _ asked: Asked, _ claim: VATClaim, _ book: VATBook, _ faults: [FieldFault]
  ) throws -> HTML {
    let path = Addresses.vatCredit.path(claim.id.rawValue)
    let booked = credits(book).map { row in
      (value: BankPair.text(row.place), words: "\(row.number.text) \(row.date.text): \(Numerals.ore(-row.amount))")
    }
    let form = asked.form
    return .joined([
      tag(
        "section", [.labelled(by: "krediterat")],
        tag("h2", [.id("krediterat")], .text("Säg att det är krediterat")),
        FormPart.form(
          to: path, asked.visitor,
          each: [
            FormPart.select(
              "bokford", "Verifikation",
              options: [(value: "", words: "Bokför en ny, på skattekontot")] + booked, chosen: form.choice("bokford"),
              hint: "Välj en som redan är bokförd, eller bokför en ny med dagen och beloppet här under", faults: faults),
            FormPart.field(
              FormPart.Field(
                name: "dag", label: "Dagen på skattekontot",
                value: form.has("dag") ? form.choice("dag") : asked.today.text), faults: faults),
            FormPart.field(
              FormPart.Field(
                name: "belopp", label: "Krediterat belopp",
                value: form.has("belopp") ? form.choice("belopp") : AmountText.field(claim.amount),
                inputMode: "decimal"), faults: faults),
            FormPart.button("Spara krediteringen"),
          ])),
      tag(
        "details", tag("summary", .text("Ta tillbaka ansökan")),
        FormPart.form(
          to: Addresses.vatWithdrawal.path(claim.id.rawValue), asked.visitor,
          each: [
            FormPart.field(
              FormPart.Field(name: "skal", label: "Skäl", value: form.choice("skal"), isRequired: true), faults: faults),
            FormPart.button("Ta tillbaka", kind: "secondary"),
          ])),
    ])
  }
}

/// Records that an application was credited: by a voucher that is there, or by a new one.
enum CreditVAT {
  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    let book = try asked.store.vatBook()
    guard let claim = book.claims.first(where: { $0.id.rawValue == id }) else { return .notFound }
    var faults: [FieldFault] = []
    do {
      let chosen = asked.form.choice("bokford")
      if !chosen.isEmpty {
        if let row = ShowVATClaim.credits(book).first(where: { BankPair.text($0.place) == chosen }) {
          try asked.store.together(by: asked.actor, at: asked.now) {
            try $0.credit(claim.id, on: row.date, by: row.place)
          }
          return .see(Addresses.vatClaim.path(id), notice: "Krediteringen är sparad.")
        }
        faults = [FieldFault(field: "bokford", message: "Verifikationen finns inte i listan. Välj en som gör det.")]
      } else {
        var reading = FormReading(asked.form)
        let day = try reading.openDay(asked, "dag", "Dagen på skattekontot")
        let amount = reading.amount("belopp", "Beloppet")
        if amount == .zero { reading.add("Beloppet är noll. Skriv det som krediterades.", at: "belopp") }
        if let day, let amount, !reading.hasFaults {
          let accounts = VATAccounts(try asked.store.association())
          let made = try MadeVoucher(
            asked, on: day, text: "Ersättning för moms \(claim.period.text)", counterparty: "Skatteverket",
            rows: [
              Voucher.Row(account: accounts.tax, amount: amount),
              Voucher.Row(account: accounts.claimed, amount: -amount),
            ])
          let posted = try asked.store.together(by: asked.actor, at: asked.now) {
            try $0.credit(claim.id, as: made.voucher, naming: made.unnamed)
          }
          return .see(Addresses.vatClaim.path(id), notice: "Bokförd som \(posted.number.text).")
        }
        faults = reading.faults
      }
    } catch {
      faults = [try MoneyFault.of(error)]
    }
    guard let page = try ShowVATClaim.page(asked, id, faults: faults) else { return .notFound }
    return .page(page, status: .unprocessableContent)
  }
}

/// Takes an application back.
enum WithdrawVAT {
  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    var reading = FormReading(asked.form)
    let reason = reading.text("skal", "Skälet", isRequired: true)
    var faults = reading.faults
    if faults.isEmpty {
      do {
        try asked.store.together(by: asked.actor, at: asked.now) {
          try $0.withdrawClaim(ID(rawValue: id), because: reason)
        }
        return .see(Addresses.vat.path(), notice: "Ansökan är tillbakatagen, och momsen är kvar att söka.")
      } catch {
        faults = [try MoneyFault.of(error)]
      }
    }
    guard let page = try ShowVATClaim.page(asked, id, faults: faults) else { return .notFound }
    return .page(page, status: .unprocessableContent)
  }
}

/// The yearly statement (årsuppgift, by 30 June): the year's VAT month by month, applied for, credited, left.
enum ShowVATStatement {
  static func show(_ asked: Asked, _ number: Int) throws -> Answer {
    guard (2005...2150).contains(number) else { return .notFound }
    let book = try asked.store.vatBook()
    let lines = (1...12).compactMap { Month(year: number, month: $0) }.map { month in
      Line(month, book)
    }
    let title = "Årsuppgift \(number)"
    if asked.query.has("csv") {
      let rows =
        [["Månad", "Moms i bokföringen", "Sökt", "Krediterat", "Kvar"]]
        + lines.map { line in
          [line.month.text]
            + [line.booked, line.claimed, line.credited, line.booked - line.claimed].map(CSVPress.decimal)
        }
      return .file(
        FileAnswer(
          bytes: CSVPress.csv(of: rows), name: "momsuppgift-\(number).csv", mediaType: "text/csv; charset=utf-8"))
    }
    let account = try asked.store.association().accountNumber(for: .vatReceivable).text
    let rows = lines.map { line -> [HTML] in
      [
        .text(MonthName.capital(line.month)),
        MoneyPart.amount(
          line.booked,
          path: ListLink.ledger(
            number, account: account, from: "\(line.month.text)-01", through: line.month.last.text)),
        line.claims.isEmpty
          ? MoneyPart.amount(line.claimed)
          : MoneyPart.amount(line.claimed, path: Addresses.vatClaim.path(line.claims[0].id.rawValue)),
        MoneyPart.amount(line.credited), MoneyPart.amount(line.booked - line.claimed),
      ]
    }
    func sum(_ amount: (Line) -> Money) -> HTML { MoneyPart.amount(lines.map(amount).sum()) }
    return .page(
      Page(
        title: title, section: .vat, trail: [Page.Link("Moms", Addresses.vat.path())],
        print: Page.PrintHead(period: "\(number)"), isWide: true, scripts: ["lists.js"],
        main: .joined([
          tag(
            "p", [.class("lead")],
            .text(
              "Årsuppgiften för \(number) lämnas till Skatteverket senast \(number + 1)-06-30. Stäm av summorna mot ansökningarna."
            )),
          tag(
            "p", [.class("toolbar")],
            tag(
              "a", [.class("button"), .href(.path(Addresses.vatStatement.path(number, query: [("csv", "1")])))],
              .text("Hämta som CSV")),
            tag(
              "button", [.other("type", "button"), .other("data-print", ""), .other("hidden", "")], .text("Skriv ut"))),
          MoneyPart.table(
            "Årets moms månad för månad",
            [
              MoneyPart.Column("Månad"), MoneyPart.Column("I bokföringen", isNumber: true),
              MoneyPart.Column("Sökt", isNumber: true), MoneyPart.Column("Krediterat", isNumber: true),
              MoneyPart.Column("Kvar", isNumber: true),
            ], rows: rows,
            sums: [.text("Summa"), sum(\.booked), sum(\.claimed), sum(\.credited), sum { $0.booked - $0.claimed }]),
          tag(
            "p", [.class("hint")],
            .text(
              "En ansökan för ett kvartal är delad på månaderna efter verifikationernas dagar; krediteringen likaså.")),
        ])))
  }

  /// A month of the statement.
  private struct Line {
    let month: Month
    let claims: [VATClaim]
    let booked: Money
    let claimed: Money
    /// What was credited of the month's: of a quarter that was credited in part, as large a part.
    let credited: Money

    init(_ month: Month, _ book: VATBook) {
      self.month = month
      let rows = book.rows.filter { Month(of: $0.date) == month && !$0.isCredit }
      claims = book.claims.filter { $0.period.contains(month.last) }
      let places = Set(claims.flatMap(\.rows))
      booked = rows.map(\.amount).sum()
      claimed = rows.filter { places.contains($0.place) }.map(\.amount).sum()
      credited = claims.map { claim in
        guard let credit = claim.credit else { return .zero }
        let own = rows.filter { Set(claim.rows).contains($0.place) }.map(\.amount).sum()
        let part = Int128(own.ore) * Int128(credit.amount.ore) / Int128(max(claim.amount.ore, 1))
        return Money(ore: Int64(part))
      }.sum()
    }
  }
}
