import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// The accounts that a bank or Skatteverket keeps too, how each stands, and the way to read a statement in.
enum ShowBank {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(try page(asked, faults: [])) }

  /// The page, with what was wrong with a file and what the reader said of it.
  static func page(_ asked: Asked, faults: [FieldFault], remarks: [Diagnostic] = []) throws -> Page {
    let choices = try accounts(asked)
    let names = try asked.store.accounts()
    let rows = try choices.map { account -> [HTML] in
      let book = try asked.store.bankBook(of: account)
      let path = Addresses.bankAccount.path(account.text)
      let name = MoneyPart.link(MoneyPart.words(account, among: names), path)
      guard let last = book.statements.last, let now = book.reconciliation(through: last.last) else {
        return [name, .text("inget utdrag än"), .empty, .empty, .empty, .empty]
      }
      let open = now.openLines.count + now.openRows.count
      return [
        name, .text("till \(last.last.text)"), MoneyPart.amount(now.statementBalance),
        MoneyPart.amount(
          now.ledgerBalance,
          path: ListLink.ledger(last.last.year, account: account.text, through: last.last.text)),
        MoneyPart.amount(now.difference, path: path),
        open == 0
          ? tag("span", [.class("badge good")], .text("Allt ihopparat"))
          : tag("span", [.class("badge warn")], .text(Words.count(open, "rad öppen", "rader öppna"))),
      ]
    }
    return Page(
      title: "Bank och skattekonto", section: .bank, print: Page.PrintHead(period: "Till senaste utdraget"),
      isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text("Läs in kontoutdraget, para ihop det med bokföringen och säg till när månaden är avstämd.")),
        remarks.isEmpty ? .empty : BankRemarks.html(remarks),
        MoneyPart.table(
          "Konton som banken också för",
          [
            MoneyPart.Column("Konto"), MoneyPart.Column("Utdrag"), MoneyPart.Column("Enligt banken", isNumber: true),
            MoneyPart.Column("Bokfört", isNumber: true), MoneyPart.Column("Skillnad", isNumber: true),
            MoneyPart.Column("Läge"),
          ], rows: rows),
        Access.bookkeepers.admits(asked.user) ? form(asked, choices, names, faults) : .empty,
      ]))
  }

  /// The bank account, skattekontot, and every other account that has a statement.
  static func accounts(_ asked: Asked) throws -> [AccountNumber] {
    let association = try asked.store.association()
    var accounts = [association.accountNumber(for: .bank), association.accountNumber(for: .taxAccount)]
    for account in try asked.store.bankAccounts() where !accounts.contains(account) { accounts.append(account) }
    return accounts
  }

  private static func form(
    _ asked: Asked, _ choices: [AccountNumber], _ names: [Account], _ faults: [FieldFault]
  ) -> HTML {
    let known = choices.map { (value: $0.text, words: MoneyPart.words($0, among: names)) }
    return tag(
      "section", [.labelled(by: "las-in"), .other("data-drop", "")],
      tag("h2", [.id("las-in")], .text("Läs in ett kontoutdrag")),
      tag(
        "p", [.class("hint")],
        .text(
          "Som camt.053 (XML) eller CSV från banken, eller CSV från Skatteverkets e-tjänst för skattekontot. Filen sparas i "
            + "boken precis som den kom.")),
      FormPart.form(
        to: Addresses.bank.path(), asked.visitor, hasFiles: true,
        each: [
          FormPart.select(
            "konto", "Konto i bokföringen",
            options: known + [(value: "", words: "Ett annat, som jag skriver här under")],
            chosen: asked.form.has("konto") ? asked.form.choice("konto") : choices.first?.text ?? "", faults: faults),
          FormPart.field(
            FormPart.Field(
              name: "annat-konto", label: "Annat konto", value: asked.form.choice("annat-konto"),
              hint: "Bara om kontot inte står i listan: ett nummer, som 1940"), faults: faults),
          FormPart.field(
            FormPart.Field(
              name: "saldo", label: "Utgående saldo enligt banken", value: asked.form.choice("saldo"),
              hint: "Bara om filen inte säger något saldo", inputMode: "decimal"), faults: faults),
          FormPart.field(
            FormPart.Field(
              name: "till", label: "Utdraget gäller till och med", value: asked.form.choice("till"),
              hint: "Bara om det gäller längre än till dagen på sista raden, till exempel månadens sista dag"),
            faults: faults),
          FormPart.field(
            FormPart.Field(name: "fil", label: "Kontoutdraget", type: "file", isRequired: true), faults: faults),
          FormPart.button("Läs in"),
        ]))
  }
}

/// What the reader said of a bank's file.
enum BankRemarks {
  static func html(_ remarks: [Diagnostic]) -> HTML {
    let shown = remarks.prefix(50).map { remark in
      let (kind, words): (StaticString, String) =
        switch remark.severity {
        case .error: ("badge alarm", "fel")
        case .warning: ("badge warn", "varning")
        case .note: ("badge", "upplysning")
        }
      let place = remark.place.line > 0 ? "Rad \(remark.place.line). " : ""
      return tag(
        "li", tag("span", [.class(kind)], .text(words)), .raw(" "), .text(place + remark.message))
    }
    let left = remarks.count - shown.count
    return tag(
      "section", [.labelled(by: "om-filen")], tag("h2", [.id("om-filen")], .text("Om filen")),
      tag("ul", each: Array(shown)),
      left > 0 ? tag("p", [.class("quiet")], .text("… och \(Numerals.whole(Int64(left))) till.")) : .empty)
  }
}
