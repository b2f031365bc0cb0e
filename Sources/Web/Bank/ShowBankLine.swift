import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// One line of a statement: what is booked for it, or the ways to book it and to find what is booked already.
enum ShowBankLine {
  static func show(_ asked: Asked, _ place: Pair<String, Int64>) throws -> Answer {
    guard let found = try find(asked, place) else { return .notFound }
    return .page(try page(asked, found, faults: []))
  }

  struct Found {
    let book: BankBook
    let line: BankBook.Line
  }

  static func find(_ asked: Asked, _ place: Pair<String, Int64>) throws -> Found? {
    let book = try asked.store.bankBook(of: AccountNumber(place.first))
    return book.lines.first { $0.id.rawValue == place.second }.map { Found(book: book, line: $0) }
  }

  /// So many rows and lines are offered to be chosen among, the nearest in amount and day.
  private static let offeredMax = 40

  static func page(_ asked: Asked, _ found: Found, faults: [FieldFault]) throws -> Page {
    let account = found.book.account.text
    let line = found.line
    let match = found.book.matches.first { $0.lines.contains(line.id) }
    let own = Addresses.bankLine.path(Pair(account, line.id.rawValue))
    let document = found.book.statements.first { $0.id == line.statement }?.document ?? ""
    return Page(
      title: "Rad på kontoutdraget", section: .bank,
      trail: [
        Page.Link("Bank och skattekonto", Addresses.bank.path()),
        Page.Link("Konto \(account)", Addresses.bankAccount.path(account)),
      ], isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        MoneyPart.facts([
          ("Dag", .text(line.line.date.text)), ("Belopp", .text(Numerals.ore(line.line.amount))),
          ("Text", .text(line.line.text)), ("Motpart", .text(line.line.counterparty)),
          ("Referens", .text(line.line.reference)),
          ("Utdraget", MoneyPart.link("Filen som den kom", Addresses.document.path(document))),
        ]),
        try match.map { try matched(asked, found.book, $0) }
          ?? (Access.bookkeepers.admits(asked.user)
            ? entry(asked, found, own, faults) + pairing(asked, found, own) : .empty),
      ]))
  }

  private static func matched(_ asked: Asked, _ book: BankBook, _ match: BankBook.Match) throws -> HTML {
    let rows = book.rows.filter { match.rows.contains($0.place) }
    let links = try rows.map { row in
      let path = try MadeVoucher.path(row.place.voucher, in: asked.store) ?? Addresses.bank.path()
      return tag("li", MoneyPart.link(row.number.text, path), .text(" \(row.date.text) \(row.text)"))
    }
    return tag("h2", .text("Ihopparat med"))
      + (links.isEmpty
        ? tag("p", .text("En annan rad på utdraget, som den tar ut.")) : tag("ul", each: links))
  }

  /// The form that books the line: one row against the account. What needs more rows is entered as a voucher and paired.
  private static func entry(_ asked: Asked, _ found: Found, _ own: String, _ faults: [FieldFault]) -> HTML {
    let line = found.line.line
    let form = asked.form
    func value(_ field: String, _ usual: String) -> String { form.has(field) ? form.choice(field) : usual }
    func field(_ name: String, _ label: String, _ usual: String, hint: String = "") -> HTML {
      FormPart.field(
        FormPart.Field(name: name, label: label, value: value(name, usual), hint: hint), faults: faults)
    }
    let text = line.text.isEmpty ? line.reference : line.text
    return tag(
      "section", [.labelled(by: "bokfor")], tag("h2", [.id("bokfor")], .text("Bokför raden")),
      tag(
        "p", [.class("hint")],
        .text(
          "Konto \(found.book.account.text) får beloppet \(Numerals.ore(line.amount)) och motkontot resten. Behövs fler rader: "
        ),
        MoneyPart.link("skriv en ny verifikation", Addresses.newVoucher.path()), .text(" och para sedan ihop här.")),
      FormPart.form(
        to: own, asked.visitor,
        each: [
          field("datum", "Datum", line.date.text),
          field("motkonto", "Motkonto", "", hint: "Kontots nummer, eller ord ur dess namn"),
          field("insats", "Insats", "", hint: "Bara om beloppet gäller en insats: dess beteckning eller namn"),
          field("part", "Part", "", hint: "Bara om beloppet gäller en part"),
          field("text", "Vad har hänt?", text), field("motpart", "Motpart", line.counterparty),
          FormPart.button("Bokför", name: "gor", value: "bokfor"),
        ]))
  }

  private static func pairing(_ asked: Asked, _ found: Found, _ own: String) -> HTML {
    let line = found.line.line
    func nearness(_ amount: Money, _ date: CalendarDate) -> (Int, Int) {
      (amount == line.amount ? 0 : (amount < .zero) == (line.amount < .zero) ? 1 : 2, abs(line.date.days(until: date)))
    }
    let rows = (found.book.earlierRows + found.book.openRows).sorted {
      nearness($0.amount, $0.date) < nearness($1.amount, $1.date)
    }
    .prefix(offeredMax)
    let lines = found.book.openLines.filter { $0.id != found.line.id }
      .sorted { nearness($0.line.amount, $0.line.date) < nearness($1.line.amount, $1.line.date) }.prefix(offeredMax)
    guard !rows.isEmpty || !lines.isEmpty else { return .empty }
    let chosenRows = Set(asked.form.choices("rad"))
    let chosenLines = Set(asked.form.choices("utdragsrad"))
    let rowBoxes = rows.map { row in
      FormPart.box(
        "rad",
        "\(row.number.text) \(row.date.text) \(row.text): \(Numerals.ore(row.amount))",
        isTicked: chosenRows.contains(BankPair.text(row.place)), value: BankPair.text(row.place),
        id: "rad-\(BankPair.text(row.place))")
    }
    let lineBoxes = lines.map { other in
      FormPart.box(
        "utdragsrad", "\(BankAccountPage.words(other.line)): \(Numerals.ore(other.line.amount))",
        isTicked: chosenLines.contains("\(other.id.rawValue)"), value: "\(other.id.rawValue)",
        id: "utdragsrad-\(other.id.rawValue)")
    }
    return tag(
      "section", [.labelled(by: "para")],
      tag("h2", [.id("para")], .text("Para ihop med det som redan är bokfört")),
      FormPart.form(
        to: own, asked.visitor,
        each: [
          rowBoxes.isEmpty
            ? .empty : tag("fieldset", .joined([tag("legend", .text("Bokförda rader"))] + rowBoxes)),
          lineBoxes.isEmpty
            ? .empty
            : tag(
              "details", tag("summary", .text("Fler rader på utdraget som hör till samma händelse")),
              tag("fieldset", .joined([tag("legend", .text("Rader på utdraget"))] + lineBoxes))),
          FormPart.button("Para ihop", name: "gor", value: "para", kind: "secondary"),
        ]))
  }
}

/// Books a line of a statement, or pairs it with what is booked.
enum SaveBankLine {
  static func save(_ asked: Asked, _ place: Pair<String, Int64>) throws -> Answer {
    guard let found = try ShowBankLine.find(asked, place) else { return .notFound }
    let account = found.book.account
    var faults: [FieldFault] = []
    do {
      if asked.form.choice("gor") == "para" {
        let rows = asked.form.choices("rad").compactMap { BankPair.place($0) }
        let lines = asked.form.choices("utdragsrad").compactMap { Int64(typed: $0, in: TypedRange.id) }
        _ = try asked.store.together(by: asked.actor, at: asked.now) {
          try $0.match(lines: [found.line.id] + lines.map { ID(rawValue: $0) }, rows: rows, of: account)
        }
        return .see(Addresses.bankAccount.path(account.text), notice: "Ihopparat.")
      }
      var reading = FormReading(asked.form)
      if let made = try voucher(asked, found, &reading) {
        let posted = try asked.store.together(by: asked.actor, at: asked.now) {
          try $0.book(found.line.id, of: account, as: made.voucher, naming: made.unnamed)
        }
        return .see(
          Addresses.bankAccount.path(account.text), notice: "Bokförd som \(posted.number.text) och ihopparad.")
      }
      faults = reading.faults
    } catch {
      faults = [try MoneyFault.of(error)]
    }
    return .page(try ShowBankLine.page(asked, found, faults: faults), status: .unprocessableContent)
  }

  private static func voucher(
    _ asked: Asked, _ found: ShowBankLine.Found, _ reading: inout FormReading
  ) throws -> MadeVoucher? {
    let date = try reading.openDay(asked, "datum", "Datumet")
    let text = reading.text("text", "Texten", isRequired: true)
    let counterparty = reading.text("motpart", "Motparten", isRequired: true, byteCountMax: 200)
    let typed = reading.text("motkonto", "Motkontot", isRequired: true, byteCountMax: 200)
    let choices = try EntryChoices(asked.store)
    let other = choices.account(typed)
    if other == nil, !typed.isEmpty {
      reading.add(
        "Motkontot är ”\(typed)”, som inte är ett enda konto i kontoplanen. Skriv dess nummer.", at: "motkonto")
    }
    if other?.number == found.book.account {
      reading.add("Motkontot är samma konto som utdraget. Skriv det konto som pengarna gäller.", at: "motkonto")
    }
    var objects: [ObjectReference] = []
    for (field, called, dimension, known) in [
      ("insats", "Insatsen", Dimension.insats, choices.insatser), ("part", "Parten", Dimension.party, choices.parties),
    ] {
      let typed = reading.text(field, called, byteCountMax: 200)
      guard !typed.isEmpty else { continue }
      if let choice = EntryChoices.choice(typed, among: known) {
        objects.append(ObjectReference(dimension: dimension, object: choice.id))
      } else {
        reading.add("\(called) är ”\(typed)”, som inte finns i boken. Skriv en som finns, eller lämna tomt.", at: field)
      }
    }
    guard let date, let other, !reading.hasFaults else { return nil }
    return try MadeVoucher(
      asked, on: date, text: text, counterparty: counterparty,
      rows: [
        Voucher.Row(account: found.book.account, amount: found.line.line.amount),
        Voucher.Row(account: other.number, amount: -found.line.line.amount, objects: ObjectSet(objects)),
      ])
  }
}
