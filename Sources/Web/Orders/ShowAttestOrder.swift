import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// The attest order: who attests which costs, up to how much.
enum ShowAttestOrder {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let all = try asked.store.attestOrders()
    let shown = OrderPart.shown(all, asked)
    let view = AttestOrderPage(
      association: try asked.store.association(), users: try asked.store.users())
    return .page(
      Page(
        title: "Attestordning", section: .orders,
        print: Page.PrintHead(period: shown.map { "Version \($0.version)" } ?? ""), isWide: true,
        main: .joined([
          shown.map { OrderPart.lead($0, asked) }
            ?? tag(
              "p", [.class("empty")],
              .text(
                "Ingen attestordning är införd. Tills en gäller mottagningsattesterar kansliet, och förbundschefen eller en "
                  + "styrelseledamot beslutsattesterar.")),
          shown.map { view.table($0.content) } ?? .empty,
          tag(
            "p", [.class("hint")],
            .text(
              "Bokföringen följer ordningen: den som inte har rätt, eller har rätt till mindre, kan inte attestera "
                + "leverantörsfakturor, rekvisitioner och utbetalningar. Samma person attesterar aldrig två gånger, och ingen sina "
                + "egna kostnader. En punkt ger en rätt som ingen annan punkt tar bort. Beloppen räknas med moms.")),
          Access.director.admits(asked.user)
            ? tag(
              "p",
              tag(
                "a", [.class("button primary"), .href(.path(Addresses.newAttestOrder.path()))],
                .text(all.isEmpty ? "För in attestordningen" : "För in en ny version"))) : .empty,
          OrderPart.versions(all, shown: shown, Addresses.attestOrder),
          tag(
            "p", MoneyPart.link("Delegationsordningen", Addresses.delegationOrder.path()), .text(" · "),
            MoneyPart.link(
              "Handboken om attest och delegation", Addresses.handbookPage.path("attest-och-delegation.md"))),
        ])))
  }
}

/// How an attest order is shown and typed.
struct AttestOrderPage {
  let association: Association
  let users: [User]

  static func amount(_ money: Money) -> String { Numerals.ore(money) }

  static let roles: [(AttestOrder.Role, String)] = [
    (.director, "Förbundschef"), (.bookkeeper, "Ekonom"), (.boardMember, "Styrelseledamot"),
  ]

  func table(_ order: AttestOrder) -> HTML {
    MoneyPart.table(
      "Attestordningens punkter",
      [
        MoneyPart.Column("Attest"), MoneyPart.Column("Kostnader"), MoneyPart.Column("Vem"),
        MoneyPart.Column("Upp till", isNumber: true), MoneyPart.Column("Ersättare för"),
      ],
      rows: order.points.map { point in
        [
          .text(Words.words(point.attest).firstCapital), .text(words(point.scope)), .text(words(point.giver)),
          OrderPart.limit(point.limit), .text(point.substitutesFor),
        ]
      })
  }

  private func words(_ scope: AttestOrder.Scope) -> String {
    switch scope {
    case .all: "Alla"
    case .insats(let id): association.insatser.first { $0.id == id }.map { "Insatsen \($0.name)" } ?? "Insatsen \(id)"
    case .accounts(let range):
      range.lowerBound == range.upperBound
        ? "Konto \(range.lowerBound)" : "Konto \(range.lowerBound)–\(range.upperBound)"
    }
  }

  private func words(_ giver: AttestOrder.Giver) -> String {
    switch giver {
    case .role(let role): AttestOrderPage.roles.first { $0.0 == role }?.1 ?? ""
    case .user(let id): users.first { $0.id.rawValue == id }?.name ?? ""
    case .chair: "Ordföranden, utanför kontoret"
    }
  }

  // As it is typed.

  /// The columns of the form.
  var columns: [EntryGrid.Column] {
    [
      EntryGrid.Column(
        name: "attest", label: "Attest", choices: Attest.allCases.map { ($0.rawValue, Words.words($0).firstCapital) }),
      EntryGrid.Column(name: "kostnader", label: "Kostnader", size: 16),
      EntryGrid.Column(
        name: "vem", label: "Vem",
        choices: AttestOrderPage.roles.map { ($0.0.rawValue, $0.1) }
          + [("ordforande", "Ordföranden, utanför kontoret")]
          + users.filter { $0.isActive && AttestOrder.Role(rawValue: $0.role.rawValue) != nil }
          .map { ("\($0.id.rawValue)", $0.name) }),
      EntryGrid.Column(name: "belopp", label: "Upp till", size: 12),
      EntryGrid.Column(name: "ersattare", label: "Ersättare för", size: 20),
    ]
  }

  /// An order's rows as they are typed.
  func rows(_ order: AttestOrder) -> [[String]] {
    order.points.map { point in
      let scope =
        switch point.scope {
        case .all: "alla"
        case .insats(let id): id
        case .accounts(let range): "\(range.lowerBound)–\(range.upperBound)"
        }
      let giver =
        switch point.giver {
        case .role(let role): role.rawValue
        case .user(let id): "\(id)"
        case .chair: "ordforande"
        }
      return [
        point.attest.rawValue, scope, giver, point.limit.map { AmountText.field($0) } ?? "", point.substitutesFor,
      ]
    }
  }

  /// Reads the points; a row without costs, amount and substitute is none.
  func read(_ reading: inout FormReading, _ form: Form) -> [AttestOrder.Point] {
    EntryGrid.read(&reading, form, columns).compactMap { number, cells in
      guard let attest = Attest(rawValue: cells[0]) else {
        reading.add("Attesten på rad \(number) är inte vald. Välj en i listan.", at: "attest-\(number)")
        return nil
      }
      guard let scope = scope(cells[1]) else {
        reading.add(
          "Kostnaderna på rad \(number) är ”\(cells[1].excerpt)”. Skriv alla, en insats beteckning eller ett kontointervall som "
            + "5000–5999.", at: "kostnader-\(number)")
        return nil
      }
      guard let giver = giver(cells[2]) else {
        reading.add("Vem som attesterar på rad \(number) är inte valt. Välj en i listan.", at: "vem-\(number)")
        return nil
      }
      var limit: Money?
      switch AmountExpression.evaluate(cells[3]) {
      case .empty: break
      case .amount(let money) where money > .zero: limit = money
      default:
        reading.add(
          "Beloppet på rad \(number) är ”\(cells[3].excerpt)”. Skriv kronor, till exempel 50 000, eller lämna det tomt om ingen "
            + "gräns finns.", at: "belopp-\(number)")
      }
      return AttestOrder.Point(attest, of: scope, by: giver, upTo: limit, insteadOf: cells[4])
    }
  }

  private func scope(_ text: String) -> AttestOrder.Scope? {
    if text.isEmpty || text.lowercased() == "alla" { return .all }
    if let insats = association.insatser.first(where: { $0.id == text || $0.name == text }) {
      return .insats(insats.id)
    }
    let ends = text.split { "-–".contains($0) || $0 == " " }.map { Int(typed: $0, in: 1000...9999) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last else { return nil }
    return .accounts(first...last)
  }

  private func giver(_ text: String) -> AttestOrder.Giver? {
    if text == "ordforande" { return .chair }
    if let role = AttestOrder.Role(rawValue: text) { return .role(role) }
    return Int64(typed: text, in: TypedRange.id).flatMap { id in
      users.contains { $0.id.rawValue == id } ? .user(id) : nil
    }
  }
}

/// Records a version of the attest order as the board decided it.
enum DecideAttestOrder {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let view = AttestOrderPage(association: try asked.store.association(), users: try asked.store.users())
    let last = try asked.store.attestOrders().last
    let usual = [
      [Attest.reception.rawValue, "alla", AttestOrder.Role.bookkeeper.rawValue, "", ""],
      [Attest.decision.rawValue, "alla", AttestOrder.Role.director.rawValue, "", ""],
    ]
    return .page(page(asked, EntryGrid(view.columns, rows: last.map { view.rows($0.content) } ?? usual), faults: []))
  }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let view = AttestOrderPage(association: try asked.store.association(), users: try asked.store.users())
    let grid = EntryGrid(view.columns, typed: asked.form)
    if asked.form.has(EntryGrid.more) { return .page(page(asked, grid, faults: [])) }
    var reading = FormReading(asked.form)
    let decided = try OrderPart.decided(&reading, asked)
    let points = view.read(&reading, asked.form)
    var faults = reading.faults
    if let decided, faults.isEmpty {
      do {
        let order = try AttestOrder(points)
        let name = try asked.store.together(by: asked.actor, at: asked.now) {
          try $0.decide(order, on: decided.day, paragraph: decided.paragraph, validFrom: decided.validFrom)
        }
        return .see(
          Addresses.attestOrder.path(),
          notice: "Version \(name.version) är införd och gäller från \(name.validFrom.text).")
      } catch {
        faults = [try MoneyFault.of(error)]
      }
    }
    return .page(page(asked, grid, faults: faults), status: .unprocessableContent)
  }

  private static func page(_ asked: Asked, _ grid: EntryGrid, faults: [FieldFault]) -> Page {
    Page(
      title: "Ny version av attestordningen", section: .orders,
      trail: [Page.Link("Attestordning", Addresses.attestOrder.path())], isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            "Skriv ordningen som styrelsen beslutade den. Versionen ändras aldrig; en ny ersätter den från sin första dag."
          )),
        tag(
          "p", [.class("hint")],
          .text(
            "Kostnader: alla, en insats beteckning eller ett kontointervall som 5000–5999. Upp till: kronor med moms; tomt är utan "
              + "gräns. Står ingen rad om utbetalning betalar den som bokför. En rad där alla textfält är tomma räknas inte, så skriv "
              + "alla där inget annat gäller.")),
        FormPart.form(
          to: Addresses.newAttestOrder.path(), asked.visitor,
          each: OrderPart.fields(asked, faults) + [
            grid.html("Punkter", faults: faults), FormPart.button("För in versionen"),
          ]),
      ]))
  }
}

extension String {
  /// The words with a capital letter first.
  var firstCapital: String { prefix(1).uppercased() + dropFirst() }
}
