import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// What the board has been paid, year by year, and the way to pay it again.
enum ShowFees {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let association = try asked.store.association()
    let meeting = try MeetingFees.meeting(asked)
    let rows = meeting.map { MeetingFees.rows(of: $0, fee: asked.query.choice(MeetingFees.fee)) }
    return .page(try page(asked, rows: rows ?? FeeForm.rows(from: association, on: asked.today), faults: []))
  }

  static func page(_ asked: Asked, rows: [FeeForm.Row], faults: [FieldFault]) throws -> Page {
    let runs = try asked.store.feeRuns()
    let association = try asked.store.association()
    let rates = try asked.store.contributionRates()
    let mayWrite = Access.bookkeepers.admits(asked.user)
    return Page(
      title: "Arvoden", section: .fees, print: Page.PrintHead(period: "Till och med \(asked.today.text)"),
      isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            "Styrelsens arvoden, förlorad arbetsförtjänst och resor, med skatt och arbetsgivaravgifter i en verifikation."
          )),
        years(runs), listed(runs),
        mayWrite ? try MeetingFees.choice(asked) : .empty,
        mayWrite ? FeeForm.html(asked, rows, association, rates, faults) : .empty, table(of: rates, asked, faults),
      ]))
  }

  private static func years(_ runs: [KeptFeeRun]) -> HTML {
    let standing = Dictionary(grouping: runs.filter { !$0.isUndone }) { $0.run.paidOn.year }
    guard !standing.isEmpty else {
      return tag("p", [.class("empty")], .text("Inga arvoden är bokförda här än."))
    }
    let rows = standing.keys.sorted(by: >).map { year -> [HTML] in
      let runs = standing[year] ?? []
      func sum(_ amount: (KeptFeeRun) -> Money) -> HTML { MoneyPart.amount(runs.map(amount).sum()) }
      return [
        .text("\(year)"), sum { $0.run.fees }, sum { $0.run.lostEarnings }, sum { $0.run.travel },
        sum { $0.contributions }, sum { $0.run.withheldTax },
      ]
    }
    return tag("h2", .text("År för år"))
      + MoneyPart.table(
        "Arvoden år för år",
        [
          MoneyPart.Column("År"), MoneyPart.Column("Arvoden", isNumber: true),
          MoneyPart.Column("Förlorad arbetsförtjänst", isNumber: true), MoneyPart.Column("Resor", isNumber: true),
          MoneyPart.Column("Arbetsgivaravgifter", isNumber: true), MoneyPart.Column("Skatt", isNumber: true),
        ], rows: rows)
  }

  private static func listed(_ runs: [KeptFeeRun]) -> HTML {
    guard !runs.isEmpty else { return .empty }
    let rows = runs.reversed().map { kept -> [HTML] in
      let path = Addresses.feeRun.path(kept.id.rawValue)
      return [
        MoneyPart.link(kept.run.text, path), .text(kept.run.paidOn.text), MoneyPart.amount(kept.run.fees, path: path),
        MoneyPart.amount(kept.contributions), MoneyPart.amount(kept.run.paid),
        kept.isUndone ? tag("span", [.class("badge alarm")], .text("Rättad")) : .text("\(kept.by)"),
      ]
    }
    return tag("h2", .text("Utbetalningar"))
      + MoneyPart.table(
        "Utbetalningar till styrelsen",
        [
          MoneyPart.Column("Vad"), MoneyPart.Column("Dag"), MoneyPart.Column("Arvoden", isNumber: true),
          MoneyPart.Column("Avgifter", isNumber: true), MoneyPart.Column("Utbetalt", isNumber: true),
          MoneyPart.Column("Av"),
        ], rows: Array(rows))
  }

  private static func table(of rates: [ContributionRate], _ asked: Asked, _ faults: [FieldFault]) -> HTML {
    let year = asked.today.year
    let rows = ContributionClass.allCases.map { kind -> [HTML] in
      [
        .text(kind.words(in: year)), .text(percent(rates.permyriad(of: kind, in: year))),
        .text(percent(rates.permyriad(of: kind, in: year - 1))),
      ]
    }
    let form =
      Access.bookkeepers.admits(asked.user)
      ? tag(
        "details", tag("summary", .text("Ange en annan sats")),
        FormPart.form(
          to: Addresses.feeRates.path(), asked.visitor,
          each: [
            FormPart.field(
              FormPart.Field(
                name: "sats-ar", label: "Från och med året",
                value: asked.form.has("sats-ar") ? asked.form.choice("sats-ar") : "\(year)", inputMode: "numeric"),
              faults: faults),
            FormPart.select(
              "sats-klass", "För den som är",
              options: ContributionClass.allCases.map { (value: $0.rawValue, words: $0.words(in: year)) },
              chosen: asked.form.choice("sats-klass"), faults: faults),
            FormPart.field(
              FormPart.Field(
                name: "sats", label: "Procent", value: asked.form.choice("sats"), hint: "Till exempel 31,42",
                inputMode: "decimal"), faults: faults),
            FormPart.button("Spara satsen", kind: "secondary"),
          ])) : .empty
    return tag("h2", [.id("satser")], .text("Arbetsgivaravgifter"))
      + MoneyPart.table(
        "Satserna för arbetsgivaravgifter",
        [
          MoneyPart.Column("Född"), MoneyPart.Column("\(year)", isNumber: true),
          MoneyPart.Column("\(year - 1)", isNumber: true),
        ], rows: rows) + form
  }

  static func percent(_ permyriad: Int) -> String {
    let cents = permyriad % 100
    return "\(permyriad / 100),\(cents < 10 ? "0" : "")\(cents)\u{A0}%"
  }
}

/// The form in which the board's pay is entered: a row for each seat, and some more.
enum FeeForm {
  /// A row as it is typed.
  struct Row {
    var function = ""
    var memberID = ""
    var kind = ContributionClass.full.rawValue
    var fee = ""
    var lostEarnings = ""
    var travel = ""
    var tax = ""

    var isEmpty: Bool { [fee, lostEarnings, travel, tax].allSatisfy { $0.strippedOfBlanks.isEmpty } }
  }

  /// So many rows more than there are seats.
  private static let spareCount = 3

  /// A row for each seat that is held on the day.
  static func rows(from association: Association, on day: CalendarDate) -> [Row] {
    let seats = association.seats.filter { seat in
      (seat.from.map { $0 <= day } ?? true) && (seat.until.map { $0 >= day } ?? true)
    }
    return seats.map { Row(function: $0.function, memberID: $0.memberID) }
      + Array(repeating: Row(), count: spareCount)
  }

  /// The rows as they came back.
  static func rows(from form: Form) -> [Row] {
    let columns = ["funktion", "part", "klass", "arvode", "forlorad", "resa", "skatt"].map { form.choices($0) }
    let count = min(columns[0].count, 200)
    func cell(_ column: Int, _ row: Int) -> String { row < columns[column].count ? columns[column][row] : "" }
    return (0..<count).map { row in
      Row(
        function: cell(0, row), memberID: cell(1, row), kind: cell(2, row), fee: cell(3, row),
        lostEarnings: cell(4, row), travel: cell(5, row), tax: cell(6, row))
    }
  }

  static func html(
    _ asked: Asked, _ rows: [Row], _ association: Association, _ rates: [ContributionRate], _ faults: [FieldFault]
  ) -> HTML {
    let form = asked.form
    func value(_ field: String, _ usual: String) -> String { form.has(field) ? form.choice(field) : usual }
    let inputs = rows.enumerated().map { index, row in cells(of: row, number: index + 1, association, asked, faults) }
    return tag(
      "section", [.labelled(by: "betala")], tag("h2", [.id("betala")], .text("Bokför arvoden")),
      tag(
        "p", [.class("hint")],
        .text(
          "Skriv platsen i styrelsen, aldrig namn eller personnummer. Arbetsgivaravgifterna räknas på arvode och förlorad "
            + "arbetsförtjänst efter när personen är född; resor här är de skattefria.")),
      FormPart.form(
        to: Addresses.fees.path(), asked.visitor,
        each: [
          FormPart.field(
            FormPart.Field(name: "dag", label: "Betalas den", value: value("dag", asked.today.text)), faults: faults),
          FormPart.field(
            FormPart.Field(
              name: "text", label: "Vad det gäller", value: value("text", MeetingFees.text(asked)),
              hint: "Till exempel Arvoden kvartal 1"),
            faults: faults),
          FormPart.select(
            "fran", "Betalas från",
            options: [
              (value: AccountRole.bank.rawValue, words: "Bankkontot samma dag"),
              (value: AccountRole.feesOwed.rawValue, words: "Skuld, betalas senare"),
            ], chosen: form.choice("fran"), faults: faults),
          MoneyPart.table(
            "Vad var och en får",
            [
              MoneyPart.Column("Funktion"), MoneyPart.Column("Part"), MoneyPart.Column("Född"),
              MoneyPart.Column("Arvode", isNumber: true), MoneyPart.Column("Förlorad arbetsförtjänst", isNumber: true),
              MoneyPart.Column("Resor", isNumber: true), MoneyPart.Column("Skatt", isNumber: true),
            ], rows: inputs),
          FormPart.button("Bokför"),
        ]))
  }

  private static func cells(
    of row: Row, number: Int, _ association: Association, _ asked: Asked, _ faults: [FieldFault]
  ) -> [HTML] {
    func input(_ name: StaticString, _ label: String, _ value: String, size: String) -> HTML {
      let id = "\(name)-\(number)"
      let isFaulty = faults.contains { $0.field == id }
      return voidTag(
        "input",
        [
          .id(id), .other("name", "\(name)"), .other("type", "text"), .other("value", value), .other("size", size),
          .other("autocomplete", "off"), .label("\(label) på rad \(number)"),
        ] + (isFaulty ? [.other("aria-invalid", "true"), .other("aria-describedby", "fel")] : []))
    }
    func select(_ name: StaticString, _ label: String, _ options: [(String, String)], _ chosen: String) -> HTML {
      tag(
        "select", [.id("\(name)-\(number)"), .other("name", "\(name)"), .label("\(label) på rad \(number)")],
        each: options.map { value, words in
          tag(
            "option", [.other("value", value)] + (value == chosen ? [.other("selected", "")] : []), .text(words))
        })
    }
    let year = asked.today.year
    return [
      input("funktion", "Funktion", row.function, size: "14"),
      select("part", "Part", [("", "–")] + association.members.map { ($0.id, $0.name) }, row.memberID),
      select("klass", "Född", ContributionClass.allCases.map { ($0.rawValue, $0.words(in: year)) }, row.kind),
      input("arvode", "Arvode", row.fee, size: "8"),
      input("forlorad", "Förlorad arbetsförtjänst", row.lostEarnings, size: "8"),
      input("resa", "Resor", row.travel, size: "8"), input("skatt", "Skatt", row.tax, size: "8"),
    ]
  }
}

/// Books what the board is paid.
enum PayFees {
  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let rows = FeeForm.rows(from: asked.form)
    var reading = FormReading(asked.form)
    let day = try reading.openDay(asked, "dag", "Dagen")
    let text = reading.text("text", "Vad det gäller", isRequired: true, byteCountMax: 200)
    let functions = reading.texts("funktion", "Funktionen", byteCountMax: 100)
    let association = try asked.store.association()
    let rates = try asked.store.contributionRates()
    let from: AccountRole = asked.form.choice("fran") == AccountRole.feesOwed.rawValue ? .feesOwed : .bank
    var lines: [FeeRun.Line] = []
    for (index, row) in rows.enumerated() where !row.isEmpty {
      func amount(_ field: String, _ called: String, _ typed: String) -> Money {
        switch AmountExpression.evaluate(typed.strippedOfBlanks) {
        case .empty: return .zero
        case .amount(let money) where money >= .zero && money.ore <= Money.oreMax: return money
        case .amount:
          reading.add(
            "\(called) på rad \(index + 1) är ”\(typed.excerpt)”. Skriv det utan minus och högst tio miljarder.",
            at: "\(field)-\(index + 1)")
        case .fault(let fault):
          reading.add(fault.words(at: "\(called) på rad \(index + 1)", typed: typed), at: "\(field)-\(index + 1)")
        }
        return .zero
      }
      let kind = ContributionClass(rawValue: row.kind) ?? .full
      let member = association.members.contains { $0.id == row.memberID } ? row.memberID : ""
      lines.append(
        FeeRun.Line(
          function: index < functions.count ? functions[index] : "", memberID: member, contributionClass: kind,
          permyriad: rates.permyriad(of: kind, in: day?.year ?? asked.today.year),
          fee: amount("arvode", "Arvodet", row.fee),
          lostEarnings: amount("forlorad", "Förlorad arbetsförtjänst", row.lostEarnings),
          travel: amount("resa", "Resorna", row.travel), withheldTax: amount("skatt", "Skatten", row.tax)))
    }
    var faults = reading.faults
    if let day, faults.isEmpty {
      do {
        let run = try FeeRun(paidOn: day, text: text, lines: lines)
        let made = try MadeVoucher(
          asked, on: day, text: text, counterparty: "Styrelsen", rows: run.rows(in: association, from: from))
        let posted = try asked.store.together(by: asked.actor, at: asked.now) {
          try $0.pay(run, as: made.voucher, naming: made.unnamed, by: asked.user.id)
        }
        return .see(Addresses.fees.path(), notice: "Bokförd som \(posted.number.text).")
      } catch let refusal as FeeRun.Refusal {
        faults = [FieldFault(field: "", message: Words.sentence(refusal))]
      } catch {
        faults = [try MoneyFault.of(error)]
      }
    }
    return .page(try ShowFees.page(asked, rows: rows, faults: faults), status: .unprocessableContent)
  }
}

/// Gives a rate of employer contributions from a year on.
enum SaveFeeRate {
  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    var reading = FormReading(asked.form)
    let year = Int(typed: asked.form.choice("sats-ar").strippedOfBlanks, in: 2000...2199)
    if year == nil { reading.add("Året ska skrivas med fyra siffror, till exempel 2027.", at: "sats-ar") }
    let kind = ContributionClass(rawValue: asked.form.choice("sats-klass"))
    if kind == nil { reading.add("Välj vem satsen gäller.", at: "sats-klass") }
    // Per cent with two decimals is read as kronor and öre.
    let percent = reading.amount("sats", "Procenten")
    if let percent, percent > Money(kronor: 100) { reading.add("Satsen är högst 100 procent.", at: "sats") }
    guard let year, let kind, let percent, !reading.hasFaults else {
      let rows = FeeForm.rows(from: try asked.store.association(), on: asked.today)
      return .page(
        try ShowFees.page(asked, rows: rows, faults: reading.faults), status: .unprocessableContent)
    }
    try asked.store.together(by: asked.actor, at: asked.now) {
      try $0.record(ContributionRate(from: year, contributionClass: kind, permyriad: Int(percent.ore)))
    }
    return .see(
      Addresses.fees.path(), notice: "Satsen är \(ShowFees.percent(Int(percent.ore))) från och med \(year).")
  }
}

/// One time that the board was paid.
enum ShowFeeRun {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let kept = try asked.store.feeRuns().first(where: { $0.id.rawValue == id }) else { return .notFound }
    let names = Dictionary(try asked.store.association().members.map { ($0.id, $0.name) }) { $1 }
    let run = kept.run
    let rows = run.lines.map { line -> [HTML] in
      [
        .text(line.function), .text(names[line.memberID] ?? line.memberID),
        .text("\(line.contributionClass.words(in: run.paidOn.year)), \(ShowFees.percent(line.permyriad))"),
        MoneyPart.amount(line.fee), MoneyPart.amount(line.lostEarnings), MoneyPart.amount(line.travel),
        MoneyPart.amount(line.withheldTax), MoneyPart.amount(line.paid),
      ]
    }
    let path = try MadeVoucher.path(kept.voucher, in: asked.store)
    return .page(
      Page(
        title: run.text, section: .fees, trail: [Page.Link("Arvoden", Addresses.fees.path())],
        print: Page.PrintHead(period: run.paidOn.text), isWide: true,
        main: .joined([
          kept.isUndone
            ? tag("p", [.class("warning")], .text("Verifikationen är rättad, så utbetalningen räknas inte."))
            : .empty,
          MoneyPart.facts([
            ("Betalas den", .text(run.paidOn.text)),
            ("Verifikation", path.map { MoneyPart.link("Visa", $0) } ?? .empty),
            ("Arbetsgivaravgifter", .text(Numerals.ore(kept.contributions))),
            ("Sparad", .text("\(SwedishTime.day(kept.at)) av \(kept.by)")),
          ]),
          MoneyPart.table(
            "Vad var och en fick",
            [
              MoneyPart.Column("Funktion"), MoneyPart.Column("Part"), MoneyPart.Column("Avgifter"),
              MoneyPart.Column("Arvode", isNumber: true), MoneyPart.Column("Förlorad arbetsförtjänst", isNumber: true),
              MoneyPart.Column("Resor", isNumber: true), MoneyPart.Column("Skatt", isNumber: true),
              MoneyPart.Column("Utbetalt", isNumber: true),
            ], rows: rows,
            sums: [
              .text("Summa"), .empty, .empty, MoneyPart.amount(run.fees), MoneyPart.amount(run.lostEarnings),
              MoneyPart.amount(run.travel), MoneyPart.amount(run.withheldTax), MoneyPart.amount(run.paid),
            ]),
        ])))
  }
}
