import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// The delegation order: what the board has let others decide, and what has been granted by it.
enum ShowDelegationOrder {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let all = try asked.store.delegationOrders()
    let shown = OrderPart.shown(all, asked)
    return .page(
      Page(
        title: "Delegationsordning", section: .orders,
        print: Page.PrintHead(period: shown.map { "Version \($0.version)" } ?? ""), isWide: true,
        main: .joined([
          shown.map { OrderPart.lead($0, asked) }
            ?? tag("p", [.class("empty")], .text("Ingen delegationsordning är införd.")),
          shown.map { DelegationOrderPage.table($0.content) } ?? .empty,
          tag(
            "p", [.class("hint")],
            .text(
              "Ärenden om verksamhetens mål, inriktning, omfattning eller kvalitet delegeras inte, inte heller yttranden över "
                + "överklagade beslut (10 § lagen 2003:1210). Ett beslut om en insats som nämner en punkt måste rymmas i punktens "
                + "belopp. Delegationsbeslut anmäls till styrelsen.")),
          Access.director.admits(asked.user)
            ? tag(
              "p",
              tag(
                "a", [.class("button primary"), .href(.path(Addresses.newDelegationOrder.path()))],
                .text(all.isEmpty ? "För in delegationsordningen" : "För in en ny version"))) : .empty,
          try granted(asked), OrderPart.versions(all, shown: shown, Addresses.delegationOrder),
          tag(
            "p", MoneyPart.link("Attestordningen", Addresses.attestOrder.path()), .text(" · "),
            MoneyPart.link(
              "Handboken om attest och delegation", Addresses.handbookPage.path("attest-och-delegation.md"))),
        ])))
  }

  /// What has been granted by delegation this year and the last.
  private static func granted(_ asked: Asked) throws -> HTML {
    guard let first = CalendarDate(year: asked.today.year - 1, month: 1, day: 1) else { return .empty }
    let decisions = try asked.store.grantDelegations(from: first, through: asked.today)
    guard !decisions.isEmpty else { return .empty }
    return tag("h2", .text("Beviljat genom delegation sedan \(first.text)"))
      + MoneyPart.table(
        "Beslut om insatser genom delegation",
        [
          MoneyPart.Column("Dag"), MoneyPart.Column("Punkt"), MoneyPart.Column("Insats"),
          MoneyPart.Column("Belopp", isNumber: true), MoneyPart.Column("Infört av"),
        ],
        rows: decisions.map { one in
          [
            .text(one.day.text), .text("\(one.point.number) (version \(one.order.version))"), .text(one.subject),
            MoneyPart.amount(one.amount), .text(one.by),
          ]
        })
  }
}

/// How a delegation order is shown and typed.
enum DelegationOrderPage {
  /// A point as it is chosen: `3.2 Förstudier, förbundschefen, högst 100 000 kr`.
  static func words(_ point: DelegationOrder.Point) -> String {
    "\(point.number) \(point.matter.firstWords(60)), \(point.delegate)"
      + (point.limit.map { ", högst \(Numerals.ore($0))" } ?? "")
  }

  static func table(_ order: DelegationOrder) -> HTML {
    MoneyPart.table(
      "Delegationsordningens punkter",
      [
        MoneyPart.Column("Punkt"), MoneyPart.Column("Ärende"), MoneyPart.Column("Delegat"),
        MoneyPart.Column("Upp till", isNumber: true), MoneyPart.Column("Villkor"),
      ],
      rows: order.points.map { point in
        [
          .text(point.number), .text(point.matter), .text(point.delegate),
          point.limit.map { .text(Numerals.ore($0)) } ?? .text("–"), .text(point.conditions),
        ]
      })
  }

  static let columns: [EntryGrid.Column] = [
    EntryGrid.Column(name: "nummer", label: "Punkt", size: 6, byteCountMax: 20),
    EntryGrid.Column(name: "arende", label: "Ärende", size: 40, byteCountMax: 500),
    EntryGrid.Column(name: "delegat", label: "Delegat", size: 18),
    EntryGrid.Column(name: "belopp", label: "Upp till", size: 12),
    EntryGrid.Column(name: "villkor", label: "Villkor", size: 24, byteCountMax: 500),
  ]

  static func rows(_ order: DelegationOrder) -> [[String]] {
    order.points.map {
      [$0.number, $0.matter, $0.delegate, $0.limit.map { AmountText.field($0) } ?? "", $0.conditions]
    }
  }

  static func read(_ reading: inout FormReading, _ form: Form) -> [DelegationOrder.Point] {
    EntryGrid.read(&reading, form, columns).map { number, cells in
      var limit: Money?
      switch AmountExpression.evaluate(cells[3]) {
      case .empty: break
      case .amount(let money) where money > .zero: limit = money
      default:
        reading.add(
          "Beloppet på rad \(number) är ”\(cells[3].excerpt)”. Skriv kronor, eller lämna det tomt.",
          at: "belopp-\(number)")
      }
      if cells[0].contains(" ") {
        reading.add("Punktens nummer på rad \(number) har ett blanksteg. Skriv det som 3.2.", at: "nummer-\(number)")
      }
      return DelegationOrder.Point(
        number: cells[0], matter: cells[1], delegate: cells[2], limit: limit, conditions: cells[4])
    }
  }
}

/// Records a version of the delegation order as the board decided it.
enum DecideDelegationOrder {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let last = try asked.store.delegationOrders().last
    let grid = EntryGrid(
      DelegationOrderPage.columns, rows: last.map { DelegationOrderPage.rows($0.content) } ?? [])
    return .page(page(asked, grid, faults: []))
  }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let grid = EntryGrid(DelegationOrderPage.columns, typed: asked.form)
    if asked.form.has(EntryGrid.more) { return .page(page(asked, grid, faults: [])) }
    var reading = FormReading(asked.form)
    let decided = try OrderPart.decided(&reading, asked)
    let points = DelegationOrderPage.read(&reading, asked.form)
    var faults = reading.faults
    if let decided, faults.isEmpty {
      do {
        let order = try DelegationOrder(points)
        let name = try asked.store.together(by: asked.actor, at: asked.now) {
          try $0.decide(order, on: decided.day, paragraph: decided.paragraph, validFrom: decided.validFrom)
        }
        return .see(
          Addresses.delegationOrder.path(),
          notice: "Version \(name.version) är införd och gäller från \(name.validFrom.text).")
      } catch {
        faults = [try MoneyFault.of(error)]
      }
    }
    return .page(page(asked, grid, faults: faults), status: .unprocessableContent)
  }

  private static func page(_ asked: Asked, _ grid: EntryGrid, faults: [FieldFault]) -> Page {
    Page(
      title: "Ny version av delegationsordningen", section: .orders,
      trail: [Page.Link("Delegationsordning", Addresses.delegationOrder.path())], isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            "Skriv ordningen som styrelsen beslutade den: vad som får beslutas, av vilken funktion, upp till vilket belopp och på "
              + "vilka villkor.")),
        FormPart.form(
          to: Addresses.newDelegationOrder.path(), asked.visitor,
          each: OrderPart.fields(asked, faults) + [
            grid.html("Punkter", faults: faults), FormPart.button("För in versionen"),
          ]),
      ]))
  }
}
