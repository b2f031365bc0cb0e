import Association
import Desk
import Ledger
import Press
import Report
import Store

/// The page of one account at its bank.
struct BankAccountPage {
  let asked: Asked
  let book: BankBook
  let proposals: [BankProposal]
  let names: [Account]
  let years: [FiscalYear]
  let faults: [FieldFault]

  /// So many open lines, rows and matches are listed: more than anybody goes through at a sitting.
  static let shownMax = 300

  private var account: String { book.account.text }
  private var mayWrite: Bool { Access.bookkeepers.admits(asked.user) }

  /// The day that is looked at: the end of the month that is asked for, else the last day of the last statement.
  private var day: CalendarDate? {
    let asked = self.asked.query.choice("manad")
    return book.coveredMonths.first { $0.text == asked }?.last ?? book.statements.last?.last
  }

  var page: Page {
    Page(
      title: MoneyPart.words(book.account, among: names), section: .bank,
      trail: [Page.Link("Bank och skattekonto", Addresses.bank.path())],
      print: Page.PrintHead(period: day.map { "Till och med \($0.text)" } ?? ""), isWide: true,
      main: .joined([FormPart.summary(of: faults), body]))
  }

  private var body: HTML {
    guard let day, let now = book.reconciliation(through: day) else {
      return tag(
        "div", [.class("empty")], tag("p", .text("Inget kontoutdrag är inläst för kontot än.")),
        tag("p", MoneyPart.link("Läs in ett kontoutdrag", Addresses.bank.path())))
    }
    return .joined([
      choose(day), standing(now), suggestions(), openLines(now), openRows(now), months(), matched(), statements(),
    ])
  }

  private func choose(_ day: CalendarDate) -> HTML {
    let months = book.coveredMonths.reversed().map { (value: $0.text, words: MonthName.capital($0)) }
    return tag(
      "form", [.class("filter"), .other("method", "get"), .other("action", Addresses.bankAccount.path(account))],
      FormPart.select(
        "manad", "Så stod det vid slutet av", options: [(value: "", words: "senaste utdraget")] + months,
        chosen: asked.query.choice("manad")),
      FormPart.button("Visa", kind: "secondary"))
  }

  // What differs, and why.

  private func standing(_ now: BankReconciliation) -> HTML {
    let lead: HTML
    if now.difference == .zero, now.openLines.isEmpty, now.openRows.isEmpty {
      lead = tag(
        "p", [.class("good-news")],
        .text("\(now.day.text) är bokföringen och banken lika, och allt är ihopparat."))
    } else {
      lead = tag(
        "p", [.class("lead")],
        .text("\(now.day.text) skiljer bokföringen \(Numerals.ore(now.difference)) från banken."))
    }
    var rows: [[HTML]] = [
      [.text("Saldo enligt banken"), MoneyPart.amount(now.statementBalance, path: "\(ownPath)#utdrag-lista")],
      [
        .text("Bokfört saldo"),
        MoneyPart.amount(
          now.ledgerBalance, path: ListLink.ledger(year(of: now.day), account: account, through: now.day.text)),
      ],
    ]
    func explain(_ words: String, _ amount: Money, _ path: String?) {
      if amount != .zero { rows.append([.text(words), MoneyPart.amount(amount, path: path)]) }
    }
    explain(
      "Bokfört som inte står på utdraget (\(now.openRows.count) rader)", now.openRows.map(\.amount).sum(),
      "\(ownPath)#bokfort")
    explain(
      "På utdraget men inte bokfört (\(now.openLines.count) rader)", -now.openLines.map(\.line.amount).sum(),
      "\(ownPath)#pa-utdraget")
    if let first = book.statements.first {
      explain(
        "Skillnad som fanns redan före \(first.first.text)", now.differedBefore,
        ListLink.ledger(year(of: first.first), account: account, through: first.first.text))
    }
    explain("Utdrag som saknas mellan två inlästa", -now.jumps, "\(ownPath)#utdrag-lista")
    return lead
      + MoneyPart.table(
        "Saldon och vad skillnaden består av",
        [MoneyPart.Column("Post"), MoneyPart.Column("Belopp", isNumber: true)], rows: rows,
        sums: [.text("Skillnad"), MoneyPart.amount(now.difference)])
  }

  private var ownPath: String {
    Addresses.bankAccount.path(account, query: [("manad", asked.query.choice("manad"))])
  }

  private func year(of day: CalendarDate) -> Int { years.first { $0.contains(day) }?.number ?? day.year }

  // What likely belongs together.

  private func suggestions() -> HTML {
    guard !proposals.isEmpty, mayWrite else { return .empty }
    let shown = proposals.prefix(BankAccountPage.shownMax)
    let rows = shown.map { proposal -> [HTML] in
      [
        proposal.lines.isEmpty
          ? .text("–")
          : .joined(proposal.lines.map { words(of: $0) }, separator: voidTag("br")),
        .joined(proposal.rows.map { words(of: $0) }, separator: voidTag("br")),
        MoneyPart.amount(
          proposal.lines.isEmpty ? proposal.rows[0].amount.magnitude : proposal.lines.map(\.line.amount).sum()),
        .text(BankAccountPage.reason(proposal.reason)),
        form(
          "Para ihop", [proposal], kind: "secondary",
          label: "Para ihop \(proposal.rows.map(\.number.text).joined(separator: ", "))"),
      ]
    }
    return tag(
      "section", [.labelled(by: "forslag")],
      tag("h2", [.id("forslag")], .text("Hör troligen ihop (\(Numerals.whole(Int64(proposals.count))))")),
      tag("p", [.class("hint")], .text("Beloppen är lika på öret. Inget bokförs när du parar ihop.")),
      shown.count > 1 ? form("Para ihop alla \(shown.count)", Array(shown), kind: "primary", label: "") : .empty,
      MoneyPart.table(
        "Rader som troligen hör ihop",
        [
          MoneyPart.Column("På utdraget"), MoneyPart.Column("Bokfört"), MoneyPart.Column("Belopp", isNumber: true),
          MoneyPart.Column("Varför"), MoneyPart.Column(""),
        ], rows: Array(rows)))
  }

  private func form(_ words: String, _ proposals: [BankProposal], kind: StaticString, label: String) -> HTML {
    let fields = proposals.map { proposal in
      FormPart.hidden("par", BankPair(proposal).text)
    }
    let button = tag(
      "button", [.class(kind), .other("type", "submit")] + (label.isEmpty ? [] : [.label(label)]), .text(words))
    return FormPart.form(
      to: Addresses.bankMatches.path(account), asked.visitor,
      each: fields + [FormPart.hidden("manad", asked.query.choice("manad")), button])
  }

  private func words(of line: BankBook.Line) -> HTML {
    MoneyPart.link(
      BankAccountPage.words(line.line), Addresses.bankLine.path(Pair(account, line.id.rawValue)))
  }

  static func words(_ line: BankStatement.Line) -> String {
    let parts = [line.counterparty, line.text, line.reference].filter { !$0.isEmpty }
    return "\(line.date.text) \(parts.isEmpty ? "utan text" : parts.joined(separator: ", "))"
  }

  private func words(of row: BankBook.Row) -> HTML {
    let place = VoucherPlace(year: year(of: row.date), number: row.number)
    return MoneyPart.link(row.number.text, Addresses.voucher.path(place))
      + .text(" \(row.date.text) \(row.text)\(row.counterparty.isEmpty ? "" : ", \(row.counterparty)")")
  }

  private static func reason(_ reason: BankProposal.Reason) -> String {
    switch reason {
    case .same(days: 0): "samma belopp och dag"
    case .same(days: 1): "samma belopp, en dag emellan"
    case .same(let days): "samma belopp, \(days) dagar emellan"
    case .sum: "summan är densamma"
    case .undone: "verifikationen och dess rättelse"
    }
  }

  // What is open.

  private func openLines(_ now: BankReconciliation) -> HTML {
    let heading = tag("h2", [.id("pa-utdraget")], .text("På utdraget men inte bokfört"))
    guard !now.openLines.isEmpty else {
      return heading + tag("p", [.class("empty")], .text("Inget: varje rad på utdraget har sin motsvarighet."))
    }
    let rows = now.openLines.prefix(BankAccountPage.shownMax).map { line -> [HTML] in
      [
        .text(line.line.date.text), .text(line.line.text), .text(line.line.counterparty), .text(line.line.reference),
        MoneyPart.amount(line.line.amount, path: Addresses.bankLine.path(Pair(account, line.id.rawValue))),
        mayWrite
          ? tag(
            "a",
            [
              .href(.path(Addresses.bankLine.path(Pair(account, line.id.rawValue)))),
              .label("Bokför \(BankAccountPage.words(line.line))"),
            ], .text("Bokför")) : .empty,
      ]
    }
    return heading
      + MoneyPart.table(
        "Rader på utdraget som inte är bokförda",
        [
          MoneyPart.Column("Dag"), MoneyPart.Column("Text"), MoneyPart.Column("Motpart"),
          MoneyPart.Column("Referens"), MoneyPart.Column("Belopp", isNumber: true), MoneyPart.Column(""),
        ], rows: Array(rows),
        sums: [
          .text("Summa"), .empty, .empty, .empty, MoneyPart.amount(now.openLines.map(\.line.amount).sum()), .empty,
        ])
  }

  private func openRows(_ now: BankReconciliation) -> HTML {
    let heading = tag("h2", [.id("bokfort")], .text("Bokfört men inte på utdraget"))
    guard !now.openRows.isEmpty else {
      return heading + tag("p", [.class("empty")], .text("Inget: allt som är bokfört på kontot finns på utdraget."))
    }
    let rows = now.openRows.prefix(BankAccountPage.shownMax).map { row -> [HTML] in
      let path = Addresses.voucher.path(VoucherPlace(year: year(of: row.date), number: row.number))
      return [
        MoneyPart.link(row.number.text, path), .text(row.date.text), .text(row.text), .text(row.counterparty),
        MoneyPart.amount(row.amount, path: path),
      ]
    }
    return heading
      + MoneyPart.table(
        "Bokförda rader som inte finns på utdraget",
        [
          MoneyPart.Column("Verifikation"), MoneyPart.Column("Dag"), MoneyPart.Column("Text"),
          MoneyPart.Column("Motpart"), MoneyPart.Column("Belopp", isNumber: true),
        ], rows: Array(rows),
        sums: [.text("Summa"), .empty, .empty, .empty, MoneyPart.amount(now.openRows.map(\.amount).sum())])
  }

  // The months, and what has been done.

  private func months() -> HTML {
    let covered = book.coveredMonths
    guard !covered.isEmpty else {
      return tag(
        "p", [.class("hint")],
        .text("En månad kan stämmas av när utdragen täcker den till dess sista dag."))
    }
    let rows = covered.reversed().compactMap { month -> [HTML]? in
      guard let then = book.reconciliation(through: month.last) else { return nil }
      return [
        MoneyPart.link(MonthName.capital(month), Addresses.bankAccount.path(account, query: [("manad", month.text)])),
        MoneyPart.amount(then.statementBalance), MoneyPart.amount(then.ledgerBalance),
        MoneyPart.amount(then.difference), done(month, then),
      ]
    }
    return tag("h2", [.id("manaderna")], .text("Månaderna"))
      + MoneyPart.table(
        "Månaderna och om de är avstämda",
        [
          MoneyPart.Column("Månad"), MoneyPart.Column("Enligt banken", isNumber: true),
          MoneyPart.Column("Bokfört", isNumber: true), MoneyPart.Column("Skillnad", isNumber: true),
          MoneyPart.Column("Avstämd"),
        ], rows: rows) + reconcile(covered)
  }

  private func done(_ month: Month, _ now: BankReconciliation) -> HTML {
    guard let said = book.monthsDone.first(where: { $0.month == month }) else {
      return tag("span", [.class("badge warn")], .text("Inte än"))
    }
    let words = "\(SwedishTime.day(said.at)) av \(said.by)\(said.note.isEmpty ? "" : ". \(said.note)")"
    guard said.statementBalance == now.statementBalance, said.ledgerBalance == now.ledgerBalance else {
      return tag("span", [.class("badge alarm")], .text("Ändrat sedan dess"))
        + .text(" \(words). Då var det bokförda saldot \(Numerals.ore(said.ledgerBalance)).")
    }
    return tag("span", [.class("badge good")], .text("Avstämd")) + .text(" \(words)")
  }

  private func reconcile(_ covered: [Month]) -> HTML {
    guard mayWrite else { return .empty }
    let done = Set(book.monthsDone.map(\.month))
    let next = covered.first { !done.contains($0) } ?? covered[covered.count - 1]
    let asked =
      self.asked.form.choice("manad").isEmpty ? self.asked.query.choice("manad") : self.asked.form.choice("manad")
    return FormPart.form(
      to: Addresses.bankMonths.path(account), self.asked.visitor,
      each: [
        FormPart.select(
          "manad", "Månad", options: covered.reversed().map { (value: $0.text, words: MonthName.capital($0)) },
          chosen: asked.isEmpty ? next.text : asked, faults: faults),
        FormPart.field(
          FormPart.Field(
            name: "anteckning", label: "Anteckning", value: self.asked.form.choice("anteckning"),
            hint: "Behövs om saldona skiljer: vad skillnaden beror på"), faults: faults),
        FormPart.button("Månaden är avstämd"),
      ])
  }

  private func matched() -> HTML {
    let all = (book.broken + book.matches.reversed()).prefix(BankAccountPage.shownMax)
    guard !all.isEmpty else { return .empty }
    let lines = Dictionary(uniqueKeysWithValues: book.lines.map { ($0.id, $0) })
    let byPlace = Dictionary(uniqueKeysWithValues: book.rows.map { ($0.place, $0) })
    let rows = all.map { match -> [HTML] in
      let told = match.lines.compactMap { lines[$0] }
      let booked = match.rows.compactMap { byPlace[$0] }
      let isBroken = booked.count < match.rows.count
      return [
        told.isEmpty ? .text("–") : .joined(told.map { words(of: $0) }, separator: voidTag("br")),
        isBroken
          ? tag("span", [.class("badge alarm")], .text("Verifikationen är borta"))
          : .joined(booked.map { words(of: $0) }, separator: voidTag("br")),
        MoneyPart.amount(told.map(\.line.amount).sum()), .text("\(SwedishTime.day(match.at)) av \(match.by)"),
        mayWrite ? letGo(match) : .empty,
      ]
    }
    return tag(
      "details",
      tag("summary", .text("Ihopparat (\(Numerals.whole(Int64(book.matches.count + book.broken.count))))")),
      MoneyPart.table(
        "Det som är ihopparat",
        [
          MoneyPart.Column("På utdraget"), MoneyPart.Column("Bokfört"), MoneyPart.Column("Belopp", isNumber: true),
          MoneyPart.Column("Av"), MoneyPart.Column(""),
        ], rows: Array(rows)))
  }

  private func letGo(_ match: BankBook.Match) -> HTML {
    let id = "skal-\(match.id.rawValue)"
    return FormPart.form(
      to: Addresses.bankMatchEnding.path(Pair(account, match.id.rawValue)), asked.visitor,
      each: [
        voidTag(
          "input",
          [
            .id(id), .other("name", "skal"), .other("type", "text"), .label("Skäl att lösa upp parningen"),
            .other("placeholder", "Skäl"), .other("autocomplete", "off"),
          ]),
        FormPart.button("Lös upp", kind: "plain"),
      ])
  }

  private func statements() -> HTML {
    let rows = book.statements.reversed().map { statement -> [HTML] in
      [
        .text("\(statement.first.text)–\(statement.last.text)"), .text(statement.account),
        MoneyPart.amount(statement.opening), MoneyPart.amount(statement.closing),
        MoneyPart.link("Filen som den kom", Addresses.document.path(statement.document)),
      ]
    }
    return tag("h2", [.id("utdrag-lista")], .text("Inlästa utdrag"))
      + MoneyPart.table(
        "Inlästa utdrag",
        [
          MoneyPart.Column("Dagar"), MoneyPart.Column("Konto hos banken"),
          MoneyPart.Column("Ingående", isNumber: true), MoneyPart.Column("Utgående", isNumber: true),
          MoneyPart.Column("Fil"),
        ], rows: Array(rows))
  }
}
