import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Statements
import Store

/// Skulder samverkansinsatser at a year's end: the proposal, the voucher, what goes back of each frame, and what becomes of
/// the debts.
enum BookAccrual {
  static func show(_ asked: Asked, _ number: Int) throws -> Answer {
    guard let year = try asked.fiscalYear(number) else {
      return try ListRequest.noYear(asked, title: "Skulder vid årets slut", section: .requisitions)
    }
    return .page(try AccrualPage(asked, year).page)
  }

  static func save(_ asked: Asked, _ number: Int) throws -> Answer {
    guard let year = try asked.fiscalYear(number) else { return .notFound }
    let ground = try RequisitionGround(asked)
    var reading = FormReading(asked.form)
    let reason = reading.text("skal", "Skälet", isLong: true, byteCountMax: 1000)
    guard !reading.hasFaults else {
      return .page(try AccrualPage(asked, year, faults: reading.faults).page, status: .unprocessableContent)
    }
    return try act(asked, year) { writing in
      let posted = try writing.accrue(year, ground.booking(on: year.last, overReason: reason))
      return "Skulderna för \(number) är bokförda som \(posted.number.text)."
    }
  }

  static func release(_ asked: Asked, _ number: Int) throws -> Answer {
    guard let year = try asked.fiscalYear(number) else { return .notFound }
    let ground = try RequisitionGround(asked)
    var reading = FormReading(asked.form)
    let parts = asked.form.choice("insats").split(separator: "/", maxSplits: 1).map { String($0) }
    let place = parts.count == 2 ? AccrualPlan.Place(insatsID: parts[0], receiverID: parts[1]) : nil
    let left = try place.flatMap { try ground.ledger(number).accrued[$0] }
    if left == nil { reading.add("Insatsen är inte vald. Välj i listan.", at: "insats") }
    let reason = reading.text("upplosningsskal", "Skälet", isRequired: true)
    guard let place, let left, !reading.hasFaults else {
      return .page(try AccrualPage(asked, year, faults: reading.faults).page, status: .unprocessableContent)
    }
    return try act(asked, year) { writing in
      let posted = try writing.release(
        left, of: place, accruedFor: number, because: reason, on: ground.paymentDay(), series: ground.series)
      return "\(Numerals.ore(left)) som inte avropas är upplöst med \(posted.number.text)."
    }
  }

  private static func act(
    _ asked: Asked, _ year: FiscalYear, _ body: (Store.Writing) throws -> String
  ) throws -> Answer {
    let fault: FieldFault
    do {
      return .see(
        Addresses.accrual.path(year.number), notice: try asked.store.together(by: asked.actor, at: asked.now, body))
    } catch let refusal as RequisitionRefusal {
      var field = ""
      if case .frameExceeded = refusal { field = "skal" }
      fault = FieldFault(field: field, message: Words.sentence(refusal))
    } catch let refusal as Store.Refusal where Words.failure(for: refusal)?.kind == .input {
      fault = FieldFault(field: "", message: Words.sentence(refusal))
    }
    return .page(try AccrualPage(asked, year, faults: [fault]).page, status: .unprocessableContent)
  }
}

/// The page of a year's accrual.
private struct AccrualPage {
  let asked: Asked
  let year: FiscalYear
  let ground: RequisitionGround
  let plan: AccrualPlan
  let kept: [KeptAccrual]
  let ledger: FrameLedger
  /// Skulder samverkansinsatser by the ledger, in the latest year that has any balance on their account.
  let debts: (year: FiscalYear, amount: Money)
  let faults: [FieldFault]

  init(_ asked: Asked, _ year: FiscalYear, faults: [FieldFault] = []) throws {
    self.asked = asked
    self.year = year
    self.faults = faults
    ground = try RequisitionGround(asked)
    plan = try asked.store.accrualPlan(ofYear: year.number, costs: ground.costs)
    kept = try asked.store.accruals(ofYear: year.number)
    ledger = try ground.ledger(year.number)
    let account = ground.association.accountNumber(for: .insatsDebts)
    debts = (year, -(try asked.store.books(of: year).balances.filter { $0.account == account }.map(\.closing).sum()))
  }

  private var isKeeper: Bool { Access.bookkeepers.admits(asked.user) }
  private var number: Int { year.number }

  var page: Page {
    Page(
      title: "Skulder samverkansinsatser \(number)", section: .requisitions,
      trail: [Page.Link("Rekvisitioner", Addresses.requisitions.path())],
      print: Page.PrintHead(period: "\(number)", unit: "Belopp i kronor och ören"), isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p",
          .text(
            "Det parterna har använt av årets pengar och inte fått betalt för blir årets kostnad och en skuld. När "
              + "rekvisitionen kommer nästa år löser den skulden och blir ingen kostnad då.")), proposal(), posted(),
        left(),
        returns(), tie(),
      ]))
  }

  private func proposal() -> HTML {
    guard !plan.rows.isEmpty else {
      return tag(
        "p", [.class("empty")],
        .text(
          "Inget återstår att periodisera för \(number): inga årsbesked eller väntande rekvisitioner över det bokförda."
        ))
    }
    let rows = plan.rows.map { row in
      tag(
        "tr", tag("th", [.scope(.row)], .text(ground.title(row.insatsID, row.receiverID))),
        MoneyPart.amount("Bokfört", row.booked, path: objectPath(row.insatsID)),
        MoneyPart.amount("Upplupet", row.amount, path: groundPath(row.ground)),
        MoneyPart.cell("Enligt", .text(row.ground.rawValue)))
    }
    let isOver = faults.contains { $0.field == "skal" }
    return tag("h2", .text("Förslag"))
      + table(
        "Förslag till periodisering", [("Insats", false), ("Bokfört", true), ("Upplupet", true), ("Enligt", false)],
        rows, sums: [("Summa", nil), ("Upplupet", plan.total), ("Enligt", nil)])
      + (isKeeper
        ? FormPart.form(
          to: Addresses.accrual.path(number), asked.visitor,
          each: [
            isOver
              ? FormPart.area(
                "skal", "Varför ramen överskrids", value: asked.form.choice("skal"), rows: 2, faults: faults) : .empty,
            FormPart.button("Bokför skulderna den \(year.last.text)"),
          ]) : .empty)
  }

  private func posted() -> HTML {
    guard !kept.isEmpty else { return .empty }
    return tag("h2", .text("Bokfört"))
      + tag(
        "ul",
        each: kept.map { accrual in
          tag(
            "li", RequisitionPart.voucher(accrual.voucher, opens: true),
            .text(": \(Numerals.ore(accrual.rows.map(\.amount).sum())) på \(accrual.rows.count) rader."))
        })
  }

  private func left() -> HTML {
    let left = ledger.accrued.sorted { $0.key < $1.key }
    guard !left.isEmpty else { return .empty }
    let rows = left.map { place, amount in
      tag(
        "tr", tag("th", [.scope(.row)], .text(ground.title(place.insatsID, place.receiverID))),
        MoneyPart.amount("Kvar av skulden", amount, path: objectPath(place.insatsID)))
    }
    let options = left.map {
      ("\($0.key.insatsID)/\($0.key.receiverID)", ground.title($0.key.insatsID, $0.key.receiverID))
    }
    return tag("h2", .text("Kvar att reglera"))
      + table(
        "Skulder som inte är reglerade", [("Insats", false), ("Kvar av skulden", true)], rows,
        sums: [("Kvar av skulden", left.map(\.value).sum())])
      + (isKeeper
        ? tag(
          "details", faults.contains { $0.field == "upplosningsskal" } ? [.other("open", "")] : [],
          tag("summary", .text("Lös upp en skuld som inte kommer att avropas")),
          FormPart.form(
            to: Addresses.accrualRelease.path(number), asked.visitor,
            each: [
              FormPart.select(
                "insats", "Insats", options: options, chosen: asked.form.choice("insats"), faults: faults),
              FormPart.field(
                FormPart.Field(name: "upplosningsskal", label: "Varför", value: asked.form.choice("upplosningsskal")),
                faults: faults), FormPart.button("Lös upp", kind: "secondary"),
            ])) : .empty)
  }

  /// What goes back of each frame: by the last accrual that stands, else as it would be now.
  private func returns() -> HTML {
    let returns = kept.last?.returns ?? plan.returns
    guard !returns.isEmpty else { return .empty }
    let rows = returns.map { frame in
      tag(
        "tr", tag("th", [.scope(.row)], .text(ground.title(frame.key.insatsID, frame.key.receiverID))),
        MoneyPart.amount("Beviljat", frame.granted, path: objectPath(frame.key.insatsID)),
        MoneyPart.amount("Utfall", frame.outcome, path: objectPath(frame.key.insatsID)),
        MoneyPart.amount("Återförs", frame.returned, path: Addresses.followUp.path(number)),
        MoneyPart.cell(
          "Över ramen",
          frame.over > .zero
            ? tag("span", [.class("badge alarm")], .text(Numerals.kronor(frame.over))) : .text("–")))
    }
    return tag("h2", .text(kept.isEmpty ? "Så mycket skulle återföras till förbundet" : "Återfört till förbundet"))
      + table(
        "Återfört per ram",
        [("Insats", false), ("Beviljat", true), ("Utfall", true), ("Återförs", true), ("Över ramen", false)], rows,
        sums: [
          ("Beviljat", returns.map(\.granted).sum()), ("Utfall", returns.map(\.outcome).sum()),
          ("Återförs", returns.map(\.returned).sum()), ("Över ramen", nil),
        ])
  }

  private func tie() -> HTML {
    let account = ground.association.accountNumber(for: .insatsDebts).text
    let accrued = ledger.accrued.values.sum()
    return tag(
      "p", [.class(accrued == debts.amount ? "good-news" : "hint")],
      .text("Konto \(account) vid utgången av \(debts.year.number): "),
      tag(
        "a", [.href(.path(ListLink.ledger(debts.year.number, account: account)))], .text(Numerals.ore(debts.amount))),
      .text(". Oreglerat enligt periodiseringen: \(Numerals.ore(accrued))."))
  }

  /// Where what is accrued is said: the performers' statements, for those who may read them, or the requisitions.
  private func groundPath(_ ground: AccrualRow.Ground) -> String? {
    switch ground {
    case .requisitions: Addresses.requisitions.path(query: [(ListRequisitions.yearName, "\(number)")])
    case .statement: isKeeper ? Addresses.finalCosts.path(number) : nil
    }
  }

  private func objectPath(_ insatsID: String) -> String {
    ListLink.object(number, ObjectReference(dimension: .insats, object: insatsID))
  }

  private func table(
    _ caption: String, _ columns: [(words: String, isNumber: Bool)], _ rows: [HTML], sums: [(String, Money?)]
  ) -> HTML {
    let foot =
      [tag("th", [.scope(.row)], .text("Summa"))]
      + sums.map { label, amount in
        amount.map { MoneyPart.amount(label, $0) } ?? MoneyPart.cell(label, .empty)
      }
    return ListPart.scroll(
      caption,
      tag(
        "table", [.class("list cards-on-phone")], tag("caption", [.class("unseen")], .text(caption)),
        MoneyPart.head(columns), tag("tbody", each: rows), tag("tfoot", tag("tr", each: foot))))
  }
}
