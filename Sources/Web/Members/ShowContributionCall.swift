import Association
import Desk
import HTTPTypes
import Ledger
import Store

/// A year's contributions: reckoned and shown before they are fixed, then invoiced.
enum ShowContributionCall {
  enum Name {
    static let from = "fran"
    static let amount = "belopp"
    static let decidedOn = "beslutsdag"
    static let paragraph = "paragraf"
    static let instalments = "rater"
    static let instalment = "rat"
    static let issued = "fakturadag"
    static let due = "forfallodag"
  }

  static func show(_ asked: Asked, _ number: Int) throws -> Answer {
    guard let year = try MemberWords.year(number, asked) else { return .notFound }
    var reading = FormReading(asked.query)
    var trial: ContributionCall?
    if asked.query.has(Name.amount) {
      trial = try read(&reading, asked.query, asked.store.association(), year)
    }
    return try page(asked, year, trial: trial, faults: reading.faults, typed: asked.query)
  }

  /// The call that an amount gives: the state's, or the whole.
  static func read(
    _ reading: inout FormReading, _ form: Form, _ association: Association, _ year: FiscalYear
  ) -> ContributionCall? {
    guard let amount = TypedContribution.read(&reading, Name.amount, "Beloppet") else { return nil }
    let call =
      form.choice(Name.from) == "stat"
      ? association.contributionCall(stateAmount: amount, year: year)
      : association.contributionCall(total: amount, year: year)
    if call == nil {
      reading.add(
        association.keySpans(in: year).isEmpty
          ? "Förbundet har ingen fördelningsnyckel som gäller \(year.number). Gör en först."
          : "Staten har ingen del i nyckeln, eller olika delar under året, så det hela kan inte räknas ur statens belopp. "
            + "Ange i stället det som ska delas.", at: Name.from)
    }
    return call
  }

  static func page(
    _ asked: Asked, _ year: FiscalYear, trial: ContributionCall? = nil, faults: [FieldFault], typed: Form = Form()
  ) throws -> Answer {
    let association = try asked.store.association()
    let page = ContributionCallPage(
      asked: asked, year: year, association: association, fixed: try asked.store.fixedCall(of: year.number),
      invoices: try asked.store.memberInvoices(of: year.number),
      hasBooks: try asked.fiscalYear(year.number) != nil, trial: trial, faults: faults, typed: typed)
    return .page(page.page, status: faults.isEmpty ? .ok : .unprocessableContent)
  }
}

/// Fixes a year's contributions.
enum FixContributionCall {
  private typealias Name = ShowContributionCall.Name

  static func save(_ asked: Asked, _ number: Int) throws -> Answer {
    guard let year = try MemberWords.year(number, asked) else { return .notFound }
    var reading = FormReading(asked.form)
    let call = ShowContributionCall.read(&reading, asked.form, try asked.store.association(), year)
    let day =
      asked.form.choice(Name.decidedOn).strippedOfBlanks.isEmpty
      ? nil : reading.date(Name.decidedOn, "Beslutsdagen")
    let paragraph = reading.text(Name.paragraph, "Paragrafen", byteCountMax: 60)
    try DecisionChoice.check(&reading, asked, day, paragraph, at: Name.paragraph)
    let count = Int(typed: asked.form.choice(Name.instalments), in: 1...4) ?? 0
    if !Instalment.counts.contains(count) {
      reading.add("Välj om bidragen faktureras för helår, halvår eller kvartal.", at: Name.instalments)
    }
    guard let call, !reading.hasFaults else {
      return try ShowContributionCall.page(asked, year, trial: call, faults: reading.faults, typed: asked.form)
    }
    do {
      _ = try asked.store.together(by: asked.actor, at: asked.now) { writing in
        try writing.fix(
          call, year: number, decision: Decision(date: day, paragraph: paragraph), instalmentCount: count)
      }
    } catch {
      guard let failure = Words.failure(for: error), failure.kind == .input else { throw error }
      return try ShowContributionCall.page(
        asked, year, trial: call, faults: [FieldFault(field: "", message: failure.message)], typed: asked.form)
    }
    return .see(Addresses.contributionCall.path(number), notice: "Medlemsbidragen för \(number) är fastställda.")
  }
}

/// Issues an instalment's invoices to those who have not got theirs.
enum IssueMemberInvoices {
  private typealias Name = ShowContributionCall.Name

  static func save(_ asked: Asked, _ number: Int) async throws -> Answer {
    guard let year = try MemberWords.year(number, asked), let call = try asked.store.fixedCall(of: number) else {
      return .notFound
    }
    let instalments = Instalment.all(of: year, count: call.instalmentCount)
    var reading = FormReading(asked.form)
    let chosen = Int(typed: asked.form.choice(Name.instalment), in: 1...4)
    guard let instalment = instalments.first(where: { $0.number == chosen }) else { return .notFound }
    let issued = reading.date(Name.issued, "Fakturadagen")
    let due = reading.date(Name.due, "Förfallodagen")
    if let issued, let due, due < issued {
      reading.add("Förfallodagen \(due.text) ligger före fakturadagen \(issued.text). Rätta en av dem.", at: Name.due)
    }
    if let issued, issued > year.last {
      reading.add(
        "Fakturadagen \(issued.text) ligger efter \(number). Fakturera inom året, så att bidraget blir intäkt det år det "
          + "avser.", at: Name.issued)
    }
    guard let issued, let due, !reading.hasFaults else {
      return try ShowContributionCall.page(asked, year, faults: reading.faults, typed: asked.form)
    }
    let association = try asked.store.association()
    let drafts = MemberInvoicing.drafts(
      of: call, instalment: instalment, issued: issued, due: due, standing: try asked.store.memberInvoices(of: number))
    guard !drafts.isEmpty else {
      return .see(
        Addresses.contributionCall.path(number), notice: "Alla har redan fått sina fakturor för den delen av året.")
    }
    var faults: [FieldFault] = []
    for draft in drafts {
      let name = MemberWords.name(draft.memberID, in: association)
      for words in MemberInvoicing.faults(of: draft, association: association) {
        faults.append(FieldFault(field: "", message: "Fakturan till \(name): \(words)"))
      }
    }
    guard faults.isEmpty else { return try ShowContributionCall.page(asked, year, faults: faults, typed: asked.form) }
    let numbers: [Int64]
    do {
      let series = try VoucherSeries.of(issued, asked)
      numbers = try asked.store.together(by: asked.actor, at: asked.now) { writing in
        try MemberInvoicing.issue(
          drafts, year: year, series: series, by: asked.actor, on: asked.today, in: writing)
      }
    } catch {
      guard let failure = Words.failure(for: error), failure.kind == .input else { throw error }
      return try ShowContributionCall.page(
        asked, year, faults: [FieldFault(field: "", message: failure.message)], typed: asked.form)
    }
    let words = await InvoicePDFs.keep(numbers, asked)
    let what = numbers.count == 1 ? "1 faktura är utfärdad" : "\(numbers.count) fakturor är utfärdade"
    return .see(Addresses.contributionCall.path(number), notice: "\(what) och bokförda. \(words)")
  }
}

/// The series that what is booked from the pages of members stands in: the one that vouchers are entered in that year.
enum VoucherSeries {
  static func of(_ day: CalendarDate, _ asked: Asked) throws -> String {
    guard let year = try asked.store.fiscalYears().first(where: { $0.contains(day) }) else {
      throw Store.Refusal.dateOutsideYears(day)
    }
    return try asked.store.yearEndSeries(of: year)
  }
}

/// Makes the PDF of invoices that have been issued, and keeps them. An invoice stands without: it can be made later.
enum InvoicePDFs {
  /// Says what could not be made; nothing where all went well.
  static func keep(_ numbers: [Int64], _ asked: Asked) async -> String {
    let (store, press, actor, now) = (asked.store, asked.office.press, asked.actor, asked.now)
    do {
      try await LongWork.run {
        for number in numbers {
          let pdf = try MemberInvoicing.pdf(of: number, store: store, press: press)
          try store.together(by: actor, at: now) { try $0.keep(pdf, as: .pdf, of: number) }
        }
      }
      return ""
    } catch {
      return (Words.failure(for: error)?.message ?? "PDF-filerna kunde inte göras.")
        + " Gör dem på fakturans sida när felet är rättat."
    }
  }
}

/// Books at the turn of the year that what was called in advance is the year's income.
enum AccrueContributions {
  static func save(_ asked: Asked, _ number: Int) throws -> Answer {
    guard let year = try MemberWords.year(number, asked) else { return .notFound }
    let waiting = try asked.store.memberInvoices(of: number).filter(\.waitsForItsYear)
    do {
      let series = try VoucherSeries.of(year.first, asked)
      try asked.store.together(by: asked.actor, at: asked.now) { writing in
        let association = try writing.association()
        guard !waiting.isEmpty else { throw MemberInvoiceRefusal.nothingToAccrue(year: number) }
        let voucher = try association.accrualVoucher(
          of: waiting, year: year, series: series, by: asked.actor.name, compiled: asked.today)
        try writing.accrue(
          waiting, year: number, voucher: voucher,
          naming: association.invoiceAccounts(waiting.map(\.draft.memberID)))
      }
    } catch {
      guard let failure = Words.failure(for: error), failure.kind == .input else { throw error }
      return try ShowContributionCall.page(asked, year, faults: [FieldFault(field: "", message: failure.message)])
    }
    return .see(
      Addresses.contributionCall.path(number),
      notice: "De förutbetalda medlemsbidragen är förda till \(number) års intäkter.")
  }
}
