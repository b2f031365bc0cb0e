import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// What waits to be done with requisitions, one click each; and for a performer the own frames with a way to ask for money.
enum ListRequisitions {
  /// The name of the field that chooses the year.
  static let yearName = "ar"
  /// So many that are done are shown, the latest first.
  static let doneCountMax = 60

  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(try page(asked)) }

  static func page(_ asked: Asked, faults: [FieldFault] = []) throws -> Page {
    let ground = try RequisitionGround(asked)
    let years = try asked.store.fiscalYears()
    let chosen = Int(typed: asked.query.choice(yearName), in: TypedRange.year)
    let year = years.first { $0.number == chosen }?.number ?? WorkingYear.of(asked)
    return RequisitionsPage(
      ground: ground, years: years, year: year,
      // What waits is shown whatever year it draws on.
      cases: try asked.store.requisitions().filter { ground.maySee($0.requisition.insatsID) }.filter {
        $0.requisition.year == year || ![.paid, .withdrawn].contains($0.state.place)
      }, ledger: try ground.ledger(year), faults: faults
    ).page
  }
}

/// The page of requisitions.
struct RequisitionsPage {
  let ground: RequisitionGround
  let years: [FiscalYear]
  let year: Int
  let cases: [RequisitionCase]
  let ledger: FrameLedger
  let faults: [FieldFault]

  private var asked: Asked { ground.asked }
  private var isKeeper: Bool { Access.bookkeepers.admits(asked.user) }
  private var isPerformer: Bool { asked.user.role == .performer }

  var page: Page {
    Page(
      title: isPerformer ? "Dina rekvisitioner" : "Rekvisitioner", section: .requisitions,
      print: Page.PrintHead(period: "\(year)"), isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        RequisitionPart.years(years, current: year) {
          Addresses.requisitions.path(query: [(ListRequisitions.yearName, "\($0)")])
        },
        isPerformer ? cards() : tools(),
        part("Väntar på svar från utföraren", [.returned]), part("Att attestera", [.requested]),
        part("Att bokföra", [.attested]), part("Att betala", [.booked]), done(),
      ]))
  }

  // A performer's own frames.

  private func cards() -> HTML {
    let frames = ledger.frames.keys.filter { ground.maySee($0.insatsID) }
    guard !frames.isEmpty else {
      return tag("p", [.class("empty")], .text("Ingen av dina insatser har en ram för \(year) än."))
    }
    return tag("ul", [.class("cards")], each: frames.map(card))
      + tag(
        "p", [.class("toolbar")],
        tag("a", [.href(.path(Addresses.finalCosts.path(year)))], .text("Säg vad hela \(year) kostade (årsbesked)")))
  }

  private func card(_ key: FrameKey) -> HTML {
    let standing = ledger.standing(key.insatsID, key.receiverID)
    let rows: [(String, Money?)] = [
      ("Beviljat", standing.granted), ("Använt", standing.used), ("Begärt", standing.pending), ("Kvar", standing.left),
    ]
    let path = Addresses.newRequisition.path(query: [
      (RequisitionForm.Name.insats, key.insatsID), (RequisitionForm.Name.receiver, key.receiverID),
      (RequisitionForm.Name.year, "\(year)"),
    ])
    let title = ground.title(key.insatsID, key.receiverID)
    return tag(
      "li", [.class("card")], tag("h2", .text(title)),
      tag(
        "dl", [.class("economy")],
        each: rows.compactMap { words, amount in
          amount.map { tag("div", tag("dt", .text(words)), tag("dd", .text(Numerals.kronor($0)))) }
        }),
      tag(
        "p",
        tag(
          "a", [.class("button primary"), .href(.path(path)), .label("Begär pengar för \(title)")],
          .text("Begär pengar"))
      ))
  }

  // The office's ways on.

  private func tools() -> HTML {
    let insatser = ground.own.filter { insats in
      ground.association.frames.contains { $0.insatsID == insats.id && $0.year == year }
    }
    let others = tag(
      "p", [.class("toolbar")],
      tag("a", [.href(.path(Addresses.followUp.path(year)))], .text("Projektuppföljning \(year)")),
      tag("a", [.href(.path(Addresses.repayments.path(year)))], .text("Återbetalningar")),
      tag("a", [.href(.path(Addresses.accrual.path(year)))], .text("Skulder vid årets slut")),
      isKeeper ? tag("a", [.href(.path(Addresses.finalCosts.path(year)))], .text("Årsbesked")) : .empty)
    guard isKeeper, !insatser.isEmpty else { return others }
    return others
      + tag(
        "details", tag("summary", .text("Lägg in en rekvisition som kommit på annat sätt")),
        tag(
          "form",
          [.class("filter"), .other("method", "get"), .other("action", Addresses.newRequisition.path())],
          FormPart.hidden("ar", "\(year)"),
          FormPart.select(
            RequisitionForm.Name.insats, "Insats", options: insatser.map { ($0.id, $0.name) }, chosen: ""),
          FormPart.button("Fyll i", kind: "secondary")))
  }

  // The lists.

  private func part(_ heading: String, _ places: Set<RequisitionPlace>) -> HTML {
    let cases = cases.filter { places.contains($0.state.place) }
    guard !cases.isEmpty else { return .empty }
    return tag("section", tag("h2", .text("\(heading) (\(cases.count))")), table(heading, cases))
  }

  private func done() -> HTML {
    let done = cases.filter { [.paid, .withdrawn].contains($0.state.place) }.reversed()
    guard !done.isEmpty else {
      return cases.isEmpty ? tag("p", [.class("empty")], .text("Inga pengar är begärda \(year).")) : .empty
    }
    let shown = Array(done.prefix(ListRequisitions.doneCountMax))
    return tag(
      "section", tag("h2", .text("Klara \(year) (\(done.count))")),
      shown.count < done.count
        ? tag("p", [.class("quiet")], .text("Här visas de \(shown.count) senaste.")) : .empty,
      table("Klara", shown))
  }

  private func table(_ caption: String, _ cases: [RequisitionCase]) -> HTML {
    let columns = [
      ("Rekvisition", false), ("Period", false), ("Belopp", true), ("Kvar av ramen", true), ("Läge", false),
    ]
    return ListPart.scroll(
      caption,
      tag(
        "table", [.class("list cards-on-phone")], tag("caption", [.class("unseen")], .text(caption)),
        MoneyPart.head(columns + (isKeeper ? [("Att göra", false)] : [])), tag("tbody", each: cases.map(row))))
  }

  private func row(_ one: RequisitionCase) -> HTML {
    let asking = one.requisition
    let left = asking.year == year ? ledger.standing(asking.insatsID, asking.receiverID).left : nil
    let path = Addresses.requisition.path(one.id.rawValue)
    return tag(
      "tr",
      tag(
        "th", [.scope(.row)],
        tag(
          "a", [.href(.path(path))],
          .text("\(one.id.rawValue): \(ground.title(asking.insatsID, asking.receiverID))"))),
      MoneyPart.cell("Period", .text(RequisitionPart.period(asking))),
      MoneyPart.amount("Belopp", asking.amount, path: path),
      MoneyPart.amount("Kvar av ramen", left, path: Addresses.followUp.path(asking.year)),
      MoneyPart.cell("Läge", RequisitionPart.badge(one.state.place) + RequisitionPart.marks(asking)),
      isKeeper ? MoneyPart.cell("Att göra", act(one)) : .empty)
  }

  /// The next step, as one click.
  private func act(_ one: RequisitionCase) -> HTML {
    let (words, address): (String, Address<Int64>)
    switch one.state {
    case .requested(let requested):
      guard !requested.marks.contains(where: { $0.by == asked.actor }) else {
        return tag("span", [.class("quiet")], .text("Attesteras av någon annan"))
      }
      (words, address) = ("Attestera", Addresses.requisitionAttest)
    case .attested: (words, address) = ("Bokför", Addresses.requisitionBooking)
    case .booked: (words, address) = ("Betala", Addresses.requisitionPayment)
    case .returned, .paid, .withdrawn: return .empty
    }
    let title = "\(words) rekvisition \(one.id.rawValue)"
    return FormPart.form(
      to: address.path(one.id.rawValue), asked.visitor,
      each: [
        FormPart.hidden("lista", "ja"),
        tag("button", [.class("secondary"), .other("type", "submit"), .label(title)], .text(words)),
      ])
  }
}
