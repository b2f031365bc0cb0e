import Association
import Desk
import Ledger
import Press
import Report
import Store

/// Deliveries of a year by insats: what is missing and late, what waits, what is accepted.
enum ListDeliveries {
  /// The name of the field that chooses the year.
  static let yearName = "ar"

  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let desk = try DeliveryDesk(asked)
    let cases = try asked.store.deliveries().filter { desk.maySee($0.delivery.insatsID) }
    let years = Set(cases.map(\.delivery.period.lowerBound.year) + [asked.today.year, asked.today.year - 1]).sorted()
    let chosen = Int(typed: asked.query.choice(yearName), in: TypedRange.year)
    let year = years.first { $0 == chosen } ?? WorkingYear.of(asked)
    return .page(
      DeliveriesPage(
        desk: desk, years: Set(years + [year]).sorted(), year: year, cases: cases,
        sights: try asked.store.boardSights()
      ).page)
  }
}

/// The page of a year's deliveries.
private struct DeliveriesPage {
  let desk: DeliveryDesk
  let years: [Int]
  let year: Int
  /// All deliveries that the visitor may see.
  let cases: [DeliveryCase]
  let sights: [BoardSight]

  private var asked: Asked { desk.asked }
  private var ofYear: [DeliveryCase] { cases.filter { $0.delivery.period.lowerBound.year == year } }

  var page: Page {
    Page(
      title: "Leveranser", section: .deliveries,
      print: Page.PrintHead(period: "\(year)", unit: "Antal deltagare, aldrig personer"), isWide: true,
      main: .joined([
        switcher(), tools(), gaps(),
        part("Väntar på svar från utföraren", ofYear.filter { $0.state.place == .returned }),
        part("Att godkänna", ofYear.filter { $0.state.place == .delivered }),
        part("Godkända", ofYear.filter { $0.state.place == .accepted }),
        part("Ersatta", ofYear.filter { $0.state.place == .replaced }.reversed()),
        ofYear.isEmpty ? tag("p", [.class("empty")], .text("Inget är lämnat för \(year).")) : .empty,
      ]))
  }

  private func switcher() -> HTML {
    tag(
      "nav", [.class("pages switch"), .label("År")], tag("span", [.class("quiet")], .text("År")),
      tag(
        "ul",
        each: years.reversed().map {
          ListPart.link(
            "\($0)", Addresses.deliveries.path(query: [(ListDeliveries.yearName, "\($0)")]), isCurrent: $0 == year)
        }))
  }

  private func tools() -> HTML {
    tag(
      "p", [.class("toolbar")],
      tag("a", [.class("button primary"), .href(.path(Addresses.newDelivery.path()))], .text("Ny leverans")),
      desk.isStaff
        ? tag("a", [.href(.path(Addresses.exitReasons.path()))], .text("Avslutsanledningar")) : .empty,
      desk.isStaff ? tag("a", [.href(.path(Addresses.deliveryKeys.path()))], .text("Utförarnas nycklar")) : .empty)
  }

  /// What nobody has delivered, insats by insats. Only insatser that have participants of their own are waited for.
  private func gaps() -> HTML {
    let standing = cases.filter { $0.state.place != .replaced }
    let missing = desk.own.filter { $0.kind == .individual }.flatMap { insats in
      DeliveryGap.gaps(
        of: insats, year: year,
        delivered: standing.filter { $0.delivery.insatsID == insats.id }.map(\.delivery.period), today: asked.today
      ).map { (insats: insats, gap: $0) }
    }
    guard !missing.isEmpty else { return .empty }
    let rows = missing.map { insats, gap -> [HTML] in
      let path = Addresses.newDelivery.path(query: [(DeliveryForm.Name.insats, insats.id)])
      let badge: HTML =
        switch gap.age {
        case .running: tag("span", [.class("badge")], .text("pågår"))
        case .missing: tag("span", [.class("badge warn")], .text("saknas"))
        case .late: tag("span", [.class("badge alarm")], .text("sen"))
        }
      return [
        .text(insats.name), .text(DeliveryPart.period(gap.period)), badge,
        tag("a", [.href(.path(path)), .label("Lämna för \(insats.name)")], .text("Lämna")),
      ]
    }
    return tag(
      "section", tag("h2", .text("Saknas (\(missing.count))")),
      MoneyPart.table(
        "Dagar som ingen leverans gäller",
        ["Insats", "Dagar", "Läge", "Att göra"].map { MoneyPart.Column($0) }, rows: rows))
  }

  private func part(_ heading: String, _ cases: [DeliveryCase]) -> HTML {
    guard !cases.isEmpty else { return .empty }
    let columns = [
      MoneyPart.Column("Leverans"), MoneyPart.Column("Period"), MoneyPart.Column("Nya", isNumber: true),
      MoneyPart.Column("Avslutade", isNumber: true), MoneyPart.Column("Pågående", isNumber: true),
      MoneyPart.Column("Läge"), MoneyPart.Column("Lämnad"),
    ]
    let rows = cases.map { one -> [HTML] in
      let delivery = one.delivery
      func count(_ row: Flow.Row) -> HTML {
        .text(delivery.flow.map { Numerals.whole(Int64($0[row].total)) } ?? "–")
      }
      let seen = one.wasChanged(afterBoardSaw: sights)
      return [
        MoneyPart.link("\(one.id): \(desk.name(delivery.insatsID))", Addresses.delivery.path(one.id)),
        .text(DeliveryPart.period(delivery.period)), count(.new), count(.finished), count(.ongoing),
        DeliveryPart.badge(one.state.place)
          + (seen == nil
            ? .empty
            : .text(" ") + tag("span", [.class("badge alarm")], .text("ändrad efter att styrelsen såg den"))),
        .text("\(SwedishTime.text(one.state.delivered.mark.at)) av \(one.state.delivered.mark.by.name)"),
      ]
    }
    return tag(
      "section", tag("h2", .text("\(heading) (\(cases.count))")), MoneyPart.table(heading, columns, rows: rows))
  }
}
