import Ledger
import Press
import Report
import Statements

/// What a figure's page shows.
struct FigureView: Sendable {
  struct Operand: Sendable {
    let sign: String
    let title: String
    let value: String
    let path: String
  }

  /// What the figure was in a version that was kept.
  struct Past: Sendable {
    let version: String
    let path: String
    let value: String
  }

  let year: Int
  let place: FigurePlace
  let title: String
  let figure: Figure
  let accounts: FigureAccounts?
  let operands: [Operand]
  let uses: [FigureUses.Use]
  let forms: [(form: String, words: String)]
  let history: [Past]
  /// The deliveries that the figure is counted from, for whoever may open them.
  let deliveries: [Int64]

  /// The parts of a formula, each leading to its own page: by its name where it has one.
  static func operands(of figure: Figure, at place: FigurePlace, in workbench: Workbench) -> [Operand] {
    guard case .formula(let operands) = figure.origin else { return [] }
    let year = workbench.report.year.number
    return operands.enumerated().map { index, operand in
      let names = workbench.report.figures.filter {
        $0.value.figure.value == operand.figure.value && $0.value.figure.origin == operand.figure.origin
      }.keys
      let name = names.min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
      return Operand(
        sign: operand.sign, title: operand.title, value: operand.figure.exact,
        path: Addresses.figure.path(Pair(year, name ?? place.operand(index + 1).text)))
    }
  }
}

/// A figure, opened.
struct FigurePart {
  let view: FigureView
  /// The level of its parts' headings: beneath the page's own, or beneath the panel's.
  private let partHeading: StaticString

  init(_ view: FigureView, isPanel: Bool = false) {
    self.view = view
    partHeading = isPanel ? "h3" : "h2"
  }

  func page(talk: HTML, faults: HTML) -> Page {
    Page(
      title: view.title, section: .report,
      trail: ReportWords.trail(view.year) + [Page.Link("Siffror", Addresses.figures.path(view.year))], isWide: true,
      main: faults
        + tag(
          "div", [.class("columns")], tag("div", [.class("figure-page")], value(), origin(), past()),
          tag("div", [.class("aside")], uses(), forms(), talk)))
  }

  /// The figure beside a text that is being written.
  func panel() -> HTML {
    tag("h2", [.id("siffra-rubrik"), .tabIndex(-1)], .text(view.title)) + value() + origin()
      + tag(
        "p",
        tag(
          "a", [.href(.path(Addresses.figure.path(Pair(view.year, view.place.text))))],
          .text("Öppna siffrans egen sida")))
  }

  private func value() -> HTML {
    tag("p", [.class("value")], .text(view.figure.exact))
      + (view.figure.share.map { share in
        tag(
          "p",
          .text(
            "\(Numerals.whole(share.numerator)) av \(Numerals.whole(share.denominator)), avrundat en gång."))
      } ?? .empty)
  }

  private func origin() -> HTML {
    switch view.figure.origin {
    case .formula: formula()
    case .ledger: ledger()
    case .fact(let title, let source):
      tag(partHeading, .text("Var den kommer från")) + tag("p", .text(title))
        + (source.isEmpty ? .empty : tag("p", [.class("quiet")], .text("Källa: \(source)")))
        + deliveries()
    case .nothing(let why): tag(partHeading, .text("Var den kommer från")) + tag("p", .text(why))
    }
  }

  private func deliveries() -> HTML {
    guard !view.deliveries.isEmpty else { return .empty }
    return tag(
      "ul",
      each: view.deliveries.map {
        tag("li", tag("a", [.href(.path(Addresses.delivery.path($0)))], .text("Leverans \($0)")))
      })
  }

  private func formula() -> HTML {
    let sentence = view.operands.enumerated().map { index, operand in
      index == 0 && operand.sign == "+" ? operand.title : "\(operand.sign) \(operand.title)"
    }.joined(separator: " ")
    let rows = view.operands.map { operand in
      tag(
        "tr", tag("td", [.class("sign")], .text(operand.sign)), tag("th", [.scope(.row)], .text(operand.title)),
        tag(
          "td", [.class("number")],
          tag("a", [.href(.path(operand.path)), .label("\(operand.value), \(operand.title)")], .text(operand.value))))
    }
    let total = tag(
      "tr", [.class("total")], tag("td", [.class("sign")], .text("=")), tag("th", [.scope(.row)], .text(view.title)),
      tag("td", [.class("number")], .text(view.figure.exact)))
    return tag(partHeading, .text("Så är den räknad")) + tag("p", .text(sentence))
      + tag(
        "table", [.class("formula")], tag("caption", [.class("unseen")], .text("Siffrans delar")),
        tag("tbody", each: rows + [total]))
  }

  private func ledger() -> HTML {
    guard let accounts = view.accounts else {
      return tag(partHeading, .text("Var den kommer från"))
        + tag("p", .text("Den är summerad ur bokföringen för ett år som inte finns i boken."))
    }
    return tag(partHeading, .text("Konton och verifikationer"))
      + tag(
        "p", .text(OriginPart.words(column: accounts.column, year: accounts.year, isTurned: accounts.isTurned)))
      + HTML.joined(accounts.accounts.map { account($0, accounts) })
      + (accounts.accounts.count > 1
        ? tag(
          "p",
          .text(
            "Summa i bokföringen: \(Numerals.ore(accounts.accounts.map(\.amount).reduce(.zero, +)))."))
        : .empty)
  }

  private func account(_ account: FigureAccounts.Account, _ all: FigureAccounts) -> HTML {
    let name = "\(account.account.text) \(account.name)"
    let path = Addresses.ledger.path(all.year, query: [("konto", account.account.text)])
    let head = tag(
      "summary", tag("span", .text(name)),
      account.objects.isEmpty ? .empty : tag("span", [.class("quiet")], .text(" \(account.objects)")),
      tag("span", [.class("sum")], .text(Numerals.ore(account.amount))))
    let book = tag("p", tag("a", [.href(.path(path))], .text("Konto \(account.account.text) i huvudboken")))
    guard !account.rows.isEmpty else {
      return tag("details", [.class("account")], head, balance(account), book)
    }
    return tag(
      "details", [.class("account")] + (all.accounts.count == 1 ? [.other("open", "")] : []), head, balance(account),
      rows(account, year: all.year), book)
  }

  private func balance(_ account: FigureAccounts.Account) -> HTML {
    tag(
      "p", [.class("quiet")],
      .text("Ingående \(Numerals.ore(account.opening)), utgående \(Numerals.ore(account.closing))."))
  }

  private func rows(_ account: FigureAccounts.Account, year: Int) -> HTML {
    func heading(_ words: String, isNumber: Bool = false) -> HTML {
      tag("th", [.scope(.column), .class(isNumber ? "number" : "")], .text(words))
    }
    let caption =
      account.rowCount > account.rows.count
      ? "De första \(account.rows.count) av \(account.rowCount) rader; huvudboken har alla."
      : "\(account.rowCount) \(account.rowCount == 1 ? "rad" : "rader")"
    return tag(
      "div", [.class("scroll"), .role("region"), .label("Rader på \(account.account.text)"), .tabIndex(0)],
      tag(
        "table", [.class("list")], tag("caption", .text(caption)),
        tag(
          "thead",
          tag(
            "tr", heading("Verifikation"), heading("Datum"), heading("Text"), heading("Underlag"),
            heading("Belopp", isNumber: true))),
        tag("tbody", each: account.rows.map { row($0, year: year) })))
  }

  private func row(_ row: FigureAccounts.Row, year: Int) -> HTML {
    let path = Addresses.voucher.path(VoucherPlace(year: year, number: row.number))
    let documents = row.documents.enumerated().map { index, digest in
      tag(
        "a",
        [.href(.path(Addresses.document.path(digest))), .label("Underlag \(index + 1) till \(row.number.text)")],
        .text("Visa"))
    }
    return tag(
      "tr", tag("th", [.scope(.row)], tag("a", [.href(.path(path))], .text(row.number.text))),
      tag("td", [.class("date")], .text(row.date.text)),
      tag(
        "td", .text(row.text),
        row.counterparty.isEmpty ? .empty : tag("span", [.class("quiet")], .text(" \(row.counterparty)"))),
      tag("td", HTML.joined(documents, separator: .raw(" "))),
      tag("td", [.class("number")], tag("a", [.href(.path(path))], .text(Numerals.ore(row.amount)))))
  }

  private func uses() -> HTML {
    let items = view.uses.map { tag("li", tag("a", [.href(.path($0.path))], .text($0.words))) }
    return tag("h2", .text("Står här"))
      + (items.isEmpty
        ? tag("p", .text("Siffran står inte i rapporten just nu, men en text kan nämna den."))
        : tag("ul", each: items))
  }

  private func forms() -> HTML {
    guard case .named(let name) = view.place.base, view.place.path.isEmpty, !view.forms.isEmpty else { return .empty }
    let row = FiguresPage.Row(name: name, title: view.title, value: view.figure.exact, forms: view.forms)
    return tag("h2", .text("Så nämns den i en text"))
      + tag(
        "ul",
        each: view.forms.map { tag("li", tag("code", .text(row.markdown($0.form))), .text(" ger \($0.words)")) })
  }

  private func past() -> HTML {
    guard !view.history.isEmpty else { return .empty }
    let rows = view.history.map { past in
      tag(
        "tr", tag("th", [.scope(.row)], tag("a", [.href(.path(past.path))], .text(past.version))),
        tag("td", [.class("number")], .text(past.value)),
        tag("td", .text(past.value == view.figure.exact ? "samma som nu" : "ändrad sedan dess")))
    }
    return tag("h2", .text("Vad den var när styrelsen såg rapporten"))
      + tag(
        "table", [.class("list")], tag("caption", [.class("unseen")], .text("Siffran i sparade versioner")),
        tag("tbody", each: rows))
  }
}
