import Association
import Desk
import Ledger
import Press
import Report
import Statements
import Store

/// The page of a year's contributions.
struct ContributionCallPage {
  let asked: Asked
  let year: FiscalYear
  let association: Association
  let fixed: FixedCall?
  let invoices: [MemberInvoice]
  /// Whether the book has the year: one that is called in advance may not be opened yet.
  let hasBooks: Bool
  /// What is reckoned and not fixed.
  let trial: ContributionCall?
  let faults: [FieldFault]
  let typed: Form

  private typealias Name = ShowContributionCall.Name
  private var number: Int { year.number }
  private var path: String { Addresses.contributionCall.path(number) }
  private var mayWrite: Bool { Access.bookkeepers.admits(asked.user) }
  private var mayFix: Bool { mayWrite && !invoices.contains(where: \.stands) }

  var page: Page {
    let spans = association.keySpans(in: year)
    var main = [FormPart.summary(of: faults), MemberWords.turnover(association, in: year), keys(spans)]
    if let fixed {
      main += [
        shares(fixed.call, "Fastställda bidrag \(number)"), decision(fixed), parts(fixed.call), instalments(fixed),
      ]
      main.append(accrual)
    } else if trial == nil {
      main.append(tag("p", [.class("empty")], .text("Bidragen för \(number) är inte fastställda.")))
    }
    if mayFix, !spans.isEmpty { main.append(reckoning) }
    return Page(
      title: "Medlemsbidrag \(number)", section: .members, trail: MemberWords.trail(number),
      print: Page.PrintHead(period: "\(number)"), isWide: true, main: .joined(main))
  }

  private func keys(_ spans: [KeySpan]) -> HTML {
    guard let first = spans.first else {
      return tag(
        "p", [.class("warning")], .text("Ingen fördelningsnyckel gäller \(number). "),
        tag("a", [.href(.path(Addresses.contributionKeys.path()))], .text("Gå till fördelningsnycklarna")))
    }
    func link(_ key: ContributionKey) -> HTML {
      tag(
        "a", [.href(.path(Addresses.contributionKey.path(key.validFrom.text)))],
        .text("nyckeln från \(key.validFrom.text)"))
    }
    if spans.count == 1 { return tag("p", .text("Bidragen delas efter "), link(first.key), .text(".")) }
    let items = spans.map { span in
      tag("li", link(span.key), .text(": \(span.first.text)–\(span.last.text), \(span.dayCount) dagar"))
    }
    return tag("p", .text("Nyckeln ändras under året, så varje nyckel delar sina dagars del av det hela:"))
      + tag("ul", each: items)
  }

  // What each pays.

  private func shares(_ call: ContributionCall, _ caption: String) -> HTML {
    let rows = call.shares.map { share in
      tag(
        "tr",
        tag(
          "th", [.scope(.row)],
          tag(
            "a", [.href(.path(Addresses.member.path(share.memberID)))],
            .text(MemberWords.name(share.memberID, in: association)))),
        MoneyPart.amount("Bidrag", share.amount, path: ownInvoices(share.memberID)))
    }
    let sums = tag(
      "tr", tag("th", [.scope(.row)], .text("Summa")),
      MoneyPart.amount("Bidrag", call.shares.map(\.amount).sum()))
    return tag("h2", .text(caption))
      + MemberTable.table(caption, [("Medlem", false), ("Bidrag, kronor", true)], rows: rows, sums: sums)
  }

  /// The amount leads to what is booked on the member.
  private func ownInvoices(_ id: String) -> String? {
    guard fixed != nil, hasBooks else { return nil }
    return ListLink.object(number, ObjectReference(dimension: .party, object: id))
  }

  private func decision(_ fixed: FixedCall) -> HTML {
    let words = MemberWords.decision(fixed.decision)
    return tag(
      "p", [.class("quiet")],
      .text("Fastställt av \(fixed.by) \(SwedishTime.text(fixed.at))"),
      words.isEmpty
        ? .text(", utan angivet beslut") : .text(", beslut ") + DecisionLink(asked).html(fixed.decision, words),
      .text(". Faktureras: \(MemberWords.instalments(fixed.instalmentCount).lowercased())."))
  }

  // The four-part identity, shown and never forced.

  private func parts(_ call: ContributionCall) -> HTML {
    let parts = FourParts(call, members: association.members)
    var rows: [HTML] = []
    func row(_ words: String, _ amount: Money, _ expected: Money) {
      rows.append(
        tag(
          "tr", tag("th", [.scope(.row)], .text(words)), MoneyPart.amount("Betalar", amount),
          MoneyPart.amount("Ska vara efter statens del", expected),
          MoneyPart.amount("Skillnad", amount - expected)))
    }
    let part = parts.isWithoutRegion ? parts.state : Money(ore: parts.state.ore / 2)
    row("Staten", parts.state, parts.state)
    if !parts.isWithoutRegion { row("Regionerna", parts.regions, part) }
    row("Kommunerna", parts.municipalities, part)
    return tag("h2", .text("Lagens delar"))
      + MemberTable.table(
        "Lagens delar", [("Part", false), ("Betalar", true), ("Ska vara efter statens del", true), ("Skillnad", true)],
        rows: rows) + tag("p", [.class(parts.holds ? "" : "warning")], .text(sentence(parts)))
      + (parts.unshared == .zero
        ? .empty
        : tag(
          "p", .text("\(Numerals.ore(parts.unshared)) av det hela debiteras ingen: det är vad avrundningen lämnar.")))
  }

  private func sentence(_ parts: FourParts) -> String {
    if parts.holds {
      return parts.isWithoutRegion
        ? "Ingen region är med, så kommunerna betalar lika mycket som staten (5 a §). Det stämmer."
        : "Staten betalar hälften, regionerna en fjärdedel och kommunerna en fjärdedel (5 §). Det stämmer på öret."
    }
    var words: [String] = []
    if parts.regionDifference != .zero { words.append("regionerna \(amount(parts.regionDifference))") }
    if parts.municipalDifference != .zero { words.append("kommunerna \(amount(parts.municipalDifference))") }
    return "Delarna går inte jämnt ut: \(words.joined(separator: " och ")) jämfört med statens del (5 §). "
      + "Inget ändras av programmet; beror det på avrundningen kan det stå, annars behöver nyckeln ses över."
  }

  private func amount(_ difference: Money) -> String {
    "betalar \(Numerals.ore(difference.magnitude)) för \(difference > .zero ? "lite" : "mycket")"
  }

  // What it would be.

  private var reckoning: HTML {
    let from = typed.has(Name.from) ? typed.choice(Name.from) : "stat"
    let options = [(value: "stat", words: "statens belopp"), (value: "hela", words: "det hela, som ska delas")]
    let budget = association.budget(for: number)?.lines.filter { $0.group == .contributions }
      .compactMap { $0.amounts.first }.sum()
    let hint =
      budget.map { $0 == .zero ? "" : "Budgeten för \(number) har medlemsbidrag på \(Numerals.kronor($0))." } ?? ""
    let form = tag(
      "form", [.class("filter"), .other("method", "get"), .other("action", path)],
      FormPart.select(Name.from, "Räkna från", options: options, chosen: from, faults: faults),
      FormPart.field(
        FormPart.Field(
          name: Name.amount, label: "Belopp, kronor", value: typed.choice(Name.amount), hint: hint, inputMode: "decimal"
        ),
        faults: faults), FormPart.button("Räkna", kind: "secondary"))
    var main = [tag("h2", .text(fixed == nil ? "Räkna bidragen" : "Räkna om bidragen")), form]
    if let trial {
      main += [shares(trial, "Bidrag \(number), inte fastställda"), parts(trial), fixing(from)]
    }
    return .joined(main)
  }

  private func fixing(_ from: String) -> HTML {
    func field(_ name: String, _ label: String, _ hint: String, _ offers: Attribute) -> HTML {
      FormPart.field(
        FormPart.Field(name: name, label: label, value: typed.choice(name), hint: hint, others: [offers]),
        faults: faults)
    }
    let counts = Instalment.counts.map { (value: "\($0)", words: MemberWords.instalments($0)) }
    return tag("h2", .text("Fastställ"))
      + FormPart.form(
        to: path, asked.visitor,
        each: [
          FormPart.hidden(Name.from, from), FormPart.hidden(Name.amount, typed.choice(Name.amount)),
          FormPart.select(
            Name.instalments, "Faktureras", options: counts, chosen: typed.choice(Name.instalments), faults: faults),
          field(Name.decidedOn, "Beslutsdag", "Till exempel 2025-11-21", DecisionChoice.days),
          field(Name.paragraph, "Paragraf", "Till exempel § 45", DecisionChoice.paragraphs),
          DecisionChoice.lists(asked),
          FormPart.button("Fastställ bidragen för \(number)"),
        ])
  }

  // The invoices.

  private func instalments(_ fixed: FixedCall) -> HTML {
    let all = Instalment.all(of: year, count: fixed.instalmentCount)
    return tag("h2", [.id("fakturor")], .text("Fakturor"))
      + .joined(all.map { section($0, fixed, isNext: $0.number == next(all, fixed)?.number) })
  }

  /// The first instalment that somebody has not been invoiced for.
  private func next(_ all: [Instalment], _ fixed: FixedCall) -> Instalment? {
    all.first { instalment in
      !MemberInvoicing.drafts(
        of: fixed, instalment: instalment, issued: asked.today, due: asked.today, standing: invoices
      ).isEmpty
    }
  }

  private func section(_ instalment: Instalment, _ fixed: FixedCall, isNext: Bool) -> HTML {
    let own = invoices.filter { $0.draft.instalment.number == instalment.number }
    let rows = own.map { invoice in
      tag(
        "tr",
        tag(
          "th", [.scope(.row)],
          tag("a", [.href(.path(Addresses.memberInvoice.path(invoice.number)))], .text("\(invoice.number)"))),
        MoneyPart.cell("Medlem", .text(MemberWords.name(invoice.draft.memberID, in: association))),
        MoneyPart.cell("Fakturadag", .text(invoice.draft.issued.text)),
        MoneyPart.cell("Förfaller", .text(invoice.draft.due.text)),
        MoneyPart.amount(
          "Belopp", invoice.kind == .invoice ? invoice.draft.amount : -invoice.draft.amount,
          path: MemberWords.voucherPath(invoice.voucher)),
        MoneyPart.cell("Läge", MemberWords.state(invoice.state(on: asked.today))))
    }
    let columns = [
      ("Faktura", false), ("Medlem", false), ("Fakturadag", false), ("Förfaller", false), ("Belopp", true),
      ("Läge", false),
    ]
    return tag("h3", .text(MemberWords.instalment(instalment)))
      + (own.isEmpty
        ? tag("p", [.class("quiet")], .text("Inte fakturerat."))
        : MemberTable.table("Fakturor för \(MemberWords.instalment(instalment))", columns, rows: rows))
      + (mayWrite && isNext ? issuing(instalment, fixed) : .empty)
  }

  private func issuing(_ instalment: Instalment, _ fixed: FixedCall) -> HTML {
    let drafts = MemberInvoicing.drafts(
      of: fixed, instalment: instalment, issued: asked.today, due: asked.today, standing: invoices)
    let due = asked.today.adding(days: association.ownBilling?.dueDays ?? 30)
    func field(_ name: String, _ label: String, _ value: String) -> HTML {
      FormPart.field(
        FormPart.Field(name: name, label: label, value: typed.has(name) ? typed.choice(name) : value), faults: faults)
    }
    let words = drafts.count == 1 ? "1 faktura" : "\(drafts.count) fakturor"
    return tag(
      "p",
      .text(
        "\(words) på tillsammans \(Numerals.ore(drafts.map(\.amount).sum())). Varje faktura bokförs på medlemmens "
          + "kundfordran; utfärdas den före \(year.first.text) blir den en förutbetald intäkt."))
      + FormPart.form(
        to: Addresses.contributionInvoices.path(number), asked.visitor,
        each: [
          FormPart.hidden(Name.instalment, "\(instalment.number)"),
          field(Name.issued, "Fakturadag", asked.today.text), field(Name.due, "Förfallodag", due.text),
          FormPart.button("Utfärda \(words)"),
        ])
  }

  // The turn of the year.

  private var accrual: HTML {
    let waiting = invoices.filter(\.waitsForItsYear)
    guard !waiting.isEmpty else { return .empty }
    let account = association.accountNumber(for: .prepaidContributions)
    let rows = waiting.map { invoice in
      tag(
        "tr", tag("th", [.scope(.row)], .text("Faktura \(invoice.number)")),
        MoneyPart.cell("Från konto", .text("\(account)")),
        MoneyPart.cell(
          "Till konto",
          .text("\(association.accountNumber(for: AccountRole(contributionsFrom: kind(of: invoice))))")),
        MoneyPart.amount("Belopp", invoice.draft.amount, path: MemberWords.voucherPath(invoice.voucher)))
    }
    let columns = [("Faktura", false), ("Från konto", false), ("Till konto", false), ("Belopp", true)]
    return tag("h2", .text("Årsskiftet"))
      + tag(
        "p",
        .text(
          "\(Numerals.ore(waiting.map(\.draft.amount).sum())) är fakturerat i förväg och ligger som förutbetald intäkt. "
            + "Det blir intäkt \(year.first.text) (LKBR 4:4). Så här bokförs det:"))
      + MemberTable.table("Förutbetalda medlemsbidrag", columns, rows: rows)
      + (mayWrite
        ? FormPart.form(
          to: Addresses.contributionAccrual.path(number), asked.visitor,
          each: [FormPart.button("Bokför som \(number) års intäkt")]) : .empty)
  }

  private func kind(of invoice: MemberInvoice) -> Member.Kind {
    association.members.first { $0.id == invoice.draft.memberID }?.kind ?? .municipality
  }
}
