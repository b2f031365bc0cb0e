import Association
import Desk
import HTTPTypes
import Ledger
import Report
import Store

/// The attests of an invoice, and its refusal.
enum AttestInvoice {
  static func save(_ asked: Asked, _ id: Int64) async throws -> Answer {
    guard let kept = try asked.store.receivedInvoice(ID(rawValue: id)) else { return .notFound }
    var reading = FormReading(asked.form)
    // Where an attest order holds it says who attests, and the book holds to it.
    let hasOrder = try AttestRight.order(asked) != nil
    let deed: InvoiceStep.Deed
    let words: String
    switch asked.form.choice("gor") {
    case "mottagning":
      guard hasOrder || Access.bookkeepers.admits(asked.user) else { return .forbidden }
      let concerned = Int64(typed: asked.form.choice("galler"), in: TypedRange.id)
      let isKnown = try concerned.map { id in try asked.store.users().contains { $0.id.rawValue == id } } ?? true
      if !isKnown { reading.add("Användaren finns inte. Välj en i listan.", at: "galler") }
      (deed, words) = (.acknowledged(concerns: concerned), "Fakturan är mottagningsattesterad.")
    case "beslut":
      guard hasOrder || Access.approvers.admits(asked.user) else { return .forbidden }
      (deed, words) = (.approved, "Fakturan är beslutsattesterad.")
    case "ordforande":
      guard Access.bookkeepers.admits(asked.user) else { return .forbidden }
      let note = reading.text("not", "Var attesten finns", isRequired: true)
      (deed, words) = (.approvedByChair(note: note), "Ordförandens attest är antecknad.")
    default:
      let reason = reading.text("skal", "Skälet", isRequired: true, byteCountMax: 1000)
      (deed, words) = (.refused(reason: reason), "Fakturan är avvisad.")
    }
    var faults = reading.faults
    if faults.isEmpty {
      do {
        try asked.store.together(by: asked.actor, at: asked.now) { try $0.take(deed, with: kept.id, as: asked.user.id) }
        return .see(Addresses.supplierInvoice.path(id), notice: words)
      } catch {
        faults = [try MoneyFault.of(error)]
      }
    }
    guard let page = try await ShowSupplierInvoice.page(asked, id, faults: faults) else { return .notFound }
    return .page(page, status: .unprocessableContent)
  }
}

/// Books an approved invoice.
enum BookSupplierInvoice {
  static func save(_ asked: Asked, _ id: Int64) async throws -> Answer {
    guard let kept = try asked.store.receivedInvoice(ID(rawValue: id)) else { return .notFound }
    var reading = FormReading(asked.form)
    var faults: [FieldFault] = []
    do {
      if let made = try voucher(asked, kept, &reading) {
        let posted = try asked.store.together(by: asked.actor, at: asked.now) {
          try $0.book(kept.id, as: made.voucher, naming: made.unnamed, by: asked.user.id)
        }
        return .see(Addresses.supplierInvoice.path(id), notice: "Bokförd som \(posted.number.text).")
      }
      faults = reading.faults
    } catch {
      faults = [try MoneyFault.of(error)]
    }
    guard let page = try await ShowSupplierInvoice.page(asked, id, faults: faults) else { return .notFound }
    return .page(page, status: .unprocessableContent)
  }

  private static func voucher(_ asked: Asked, _ kept: KeptInvoice, _ reading: inout FormReading) throws -> MadeVoucher?
  {
    let invoice = kept.invoice
    let association = try asked.store.association()
    let day = try reading.openDay(asked, "datum", "Datumet")
    let choices = try EntryChoices(asked.store)
    let columns = [
      reading.texts("konto", "Konto", byteCountMax: 200), reading.texts("insats", "Insats", byteCountMax: 200),
      reading.texts("part", "Part", byteCountMax: 200), reading.texts("radtext", "Text", byteCountMax: 300),
      reading.texts("belopp", "Belopp", byteCountMax: AmountExpression.byteCountMax),
    ]
    func cell(_ column: Int, _ row: Int) -> String { row < columns[column].count ? columns[column][row] : "" }
    var rows: [Voucher.Row] = []
    for index in 0..<min(columns[0].count, 50) where !(cell(0, index).isEmpty && cell(4, index).isEmpty) {
      let number = index + 1
      guard let account = choices.account(cell(0, index)) else {
        reading.add(
          "Kontot på rad \(number) är ”\(cell(0, index))”, som inte är ett enda konto i kontoplanen. Skriv dess nummer.",
          at: "konto-\(number)")
        continue
      }
      var objects: [ObjectReference] = []
      for (column, field, called, dimension, known) in [
        (1, "insats", "Insatsen", Dimension.insats, choices.insatser),
        (2, "part", "Parten", Dimension.party, choices.parties),
      ] where !cell(column, index).isEmpty {
        if let choice = EntryChoices.choice(cell(column, index), among: known) {
          objects.append(ObjectReference(dimension: dimension, object: choice.id))
        } else {
          reading.add(
            "\(called) på rad \(number) är ”\(cell(column, index))”, som inte finns i boken. Välj en som finns, eller lämna "
              + "fältet tomt.", at: "\(field)-\(number)")
        }
      }
      switch AmountExpression.evaluate(cell(4, index)) {
      case .amount(let money) where money.magnitude.ore <= Money.oreMax:
        rows.append(
          Voucher.Row(
            account: account.number, amount: Money(ore: money.ore * invoice.sign), objects: ObjectSet(objects),
            text: cell(3, index)))
      case .fault(let fault):
        reading.add(fault.words(at: "Beloppet på rad \(number)", typed: cell(4, index)), at: "belopp-\(number)")
      default: reading.add("Beloppet saknas på rad \(number). Skriv det i kronor.", at: "belopp-\(number)")
      }
    }
    let cost = rows.map(\.amount).sum()
    let expected = Money(ore: invoice.withoutTax.ore * invoice.sign)
    if !reading.hasFaults, cost != expected {
      reading.add(
        "Raderna är tillsammans \(Numerals.ore(Money(ore: cost.ore * invoice.sign))), men fakturan är "
          + "\(Numerals.ore(invoice.withoutTax)) utan moms. Rätta beloppen.", at: "belopp-1")
    }
    guard let day, !reading.hasFaults else { return nil }
    let vat: AccountRole =
      asked.form.choice("moms") == AccountRole.wronglyChargedVAT.rawValue ? .wronglyChargedVAT : .vatReceivable
    func row(_ role: AccountRole, _ amount: Money) -> Voucher.Row {
      Voucher.Row(account: association.accountNumber(for: role), amount: Money(ore: amount.ore * invoice.sign))
    }
    return try MadeVoucher(
      asked, on: day,
      text: "\(invoice.kind == .invoice ? "Faktura" : "Kreditfaktura") \(invoice.number) från \(invoice.supplier)",
      counterparty: invoice.supplier,
      rows: rows + [row(vat, invoice.tax), row(.rounding, invoice.rounding), row(.payables, -invoice.gross)],
      attachments: [kept.document])
  }
}

/// Says that an invoice is paid: by a voucher that is booked already, or by a new one from the bank account.
enum PaySupplierInvoice {
  /// What has been booked already and may be the payment.
  static func settlements(_ kept: KeptInvoice, _ asked: Asked) throws -> [BankBook.Row] {
    try asked.store.settlements(
      on: try asked.store.association().accountNumber(for: .payables), amount: kept.invoice.payable,
      from: kept.invoice.issued)
  }

  static func save(_ asked: Asked, _ id: Int64) async throws -> Answer {
    guard let kept = try asked.store.receivedInvoice(ID(rawValue: id)) else { return .notFound }
    var reading = FormReading(asked.form)
    var faults: [FieldFault] = []
    do {
      let chosen = asked.form.choice("bokford")
      if !chosen.isEmpty {
        if let row = try settlements(kept, asked).first(where: { "\($0.place.voucher.rawValue)" == chosen }) {
          try asked.store.together(by: asked.actor, at: asked.now) {
            try $0.take(.paid(row.place.voucher), with: kept.id, as: asked.user.id)
          }
          return .see(Addresses.supplierInvoice.path(id), notice: "Betalningen är sparad.")
        }
        faults = [FieldFault(field: "bokford", message: "Verifikationen finns inte i listan. Välj en som gör det.")]
      } else if let day = try reading.openDay(asked, "betald", "Dagen") {
        let association = try asked.store.association()
        let amount = kept.invoice.payable
        let made = try MadeVoucher(
          asked, on: day, text: "Betalning av faktura \(kept.invoice.number) från \(kept.invoice.supplier)",
          counterparty: kept.invoice.supplier,
          rows: [
            Voucher.Row(account: association.accountNumber(for: .payables), amount: amount),
            Voucher.Row(account: association.accountNumber(for: .bank), amount: -amount),
          ])
        let posted = try asked.store.together(by: asked.actor, at: asked.now) {
          try $0.pay(kept.id, as: made.voucher, naming: made.unnamed, by: asked.user.id)
        }
        return .see(Addresses.supplierInvoice.path(id), notice: "Bokförd som \(posted.number.text).")
      }
      if faults.isEmpty { faults = reading.faults }
    } catch {
      faults = [try MoneyFault.of(error)]
    }
    guard let page = try await ShowSupplierInvoice.page(asked, id, faults: faults) else { return .notFound }
    return .page(page, status: .unprocessableContent)
  }
}
