import Ledger
import TestKit
import Testing

@testable import Association

@Suite struct AttestOrderTests {
  private static let roles: [AttestOrder.Role?] = [.director, .bookkeeper, .boardMember, nil]

  /// Any order that may be one: both attests have somebody.
  static func order(_ random: inout SeededGenerator, users: ClosedRange<Int64> = 1...4) -> AttestOrder? {
    let count = Int.random(in: 2...7, using: &random)
    let points = (0..<count).map { index -> AttestOrder.Point in
      let attest =
        index < 2 ? [Attest.reception, .decision][index] : Attest.allCases.randomElement(using: &random) ?? .decision
      let scope: AttestOrder.Scope =
        switch Int.random(in: 0..<4, using: &random) {
        case 0: .insats("A")
        case 1: .accounts(4000...4999)
        default: .all
        }
      let giver: AttestOrder.Giver =
        switch Int.random(in: 0..<6, using: &random) {
        case 0: .chair
        case 1, 2: .user(Int64.random(in: users, using: &random))
        default: .role(AttestOrder.Role.allCases.randomElement(using: &random) ?? .director)
        }
      let limit = Bool.random(using: &random) ? Money(kronor: Int64.random(in: 1...300, using: &random)) : nil
      return AttestOrder.Point(attest, of: scope, by: giver, upTo: limit)
    }
    // One with the same point twice is none.
    return try? AttestOrder(points)
  }

  private func version(_ order: AttestOrder) throws -> OrderVersion<AttestOrder> {
    let day = try #require(CalendarDate("2025-01-01"))
    return OrderVersion(id: 1, version: 2, decidedOn: day, paragraph: "§ 4", validFrom: day, content: order)
  }

  @Test func `what an order accepts is within a limit of one who has the right, and never by one person twice`() throws
  {
    var random = SeededGenerator(seed: 41)
    var (accepted, refused) = (0, 0)
    for _ in 0..<4000 {
      guard let order = AttestOrderTests.order(&random) else { continue }
      let version = try version(order)
      let amount = Money(kronor: Int64.random(in: 0...400, using: &random))
      let kinds = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        CostKind(
          account: AccountNumber(["4010", "5010"].randomElement(using: &random) ?? "4010"),
          insatsID: [nil, "A", "B"].randomElement(using: &random) ?? nil)
      }
      var state = InvoiceState.received
      let concerned = Int.random(in: 0..<3, using: &random) == 0 ? Int64.random(in: 1...4, using: &random) : nil
      var givers: [Int64] = []
      for (attest, deed) in [
        (Attest.reception, InvoiceStep.Deed.acknowledged(concerns: concerned)), (.decision, .approved),
      ] {
        let user = Int64.random(in: 1...4, using: &random)
        let attester = Attester(user: user, role: AttestOrderTests.roles[Int(user) - 1])
        // The oracle: each kind has a point of theirs that covers it, for as much.
        func covers(_ point: AttestOrder.Point, _ kind: CostKind?) -> Bool {
          guard point.attest == attest, (point.limit ?? amount) >= amount else { return false }
          switch point.giver {
          case .chair: return false
          case .user(let id): if id != user { return false }
          case .role(let role): if AttestOrderTests.roles[Int(user) - 1] != role { return false }
          }
          guard let kind else { return true }
          switch point.scope {
          case .all: return true
          case .insats(let id): return kind.insatsID == id
          case .accounts(let range): return range.contains(kind.account?.group ?? 0)
          }
        }
        let allowed =
          kinds.isEmpty
          ? order.points.contains { covers($0, nil) }
          : kinds.allSatisfy { kind in order.points.contains { covers($0, kind) } }
        let point = try? version.point(for: attest, of: amount, kinds: kinds, by: attester)
        #expect((point != nil) == allowed, "\(order) \(amount) \(kinds) \(attester)")
        guard point != nil else { break }
        let step = InvoiceStep(deed, user: user, by: "\(user)", at: Moment(secondsSince1970: 0))
        guard let next = try? state.after(step) else { break }
        state = next
        givers.append(user)
      }
      if case .approved(let first, let second) = state {
        accepted += 1
        #expect(first.user != second.user && givers.allSatisfy { $0 != concerned })
      } else {
        refused += 1
      }
    }
    #expect(accepted > 20 && refused > 100, "\(accepted), \(refused)")
  }

  @Test func `a refusal names the version, the limit and the amount`() throws {
    let order = try AttestOrder([
      AttestOrder.Point(.reception, by: .role(.bookkeeper), upTo: nil),
      AttestOrder.Point(.decision, by: .role(.bookkeeper), upTo: Money(kronor: 100)),
      AttestOrder.Point(.decision, of: .insats("A"), by: .role(.director), upTo: nil),
    ])
    let version = try version(order)
    let bookkeeper = Attester(user: 2, role: .bookkeeper)
    #expect(
      throws: OrderRefusal.overLimit(
        .decision, version.name, limit: Money(kronor: 100), amount: Money(kronor: 101))
    ) { try version.point(for: .decision, of: Money(kronor: 101), by: bookkeeper) }
    #expect(try version.point(for: .decision, of: Money(kronor: 100), by: bookkeeper) == 1)
    let other = CostKind(account: AccountNumber("5010"), insatsID: nil)
    #expect(throws: OrderRefusal.otherCosts(.decision, version.name, other)) {
      try version.point(for: .decision, of: Money(kronor: 1), kinds: [other], by: Attester(user: 1, role: .director))
    }
    #expect(throws: OrderRefusal.mayNotAttest(.reception, version.name)) {
      try version.point(for: .reception, of: .zero, by: Attester(user: 1, role: .director))
    }
  }

  @Test func `an order without somebody for both attests, or with a point twice, is none`() {
    let reception = AttestOrder.Point(.reception, by: .role(.bookkeeper), upTo: nil)
    let decision = AttestOrder.Point(.decision, by: .role(.director), upTo: nil)
    #expect(throws: OrderRefusal.empty) { try AttestOrder([]) }
    #expect(throws: OrderRefusal.attestMissing(.decision)) { try AttestOrder([reception]) }
    #expect(throws: OrderRefusal.pointTwice(2, 3)) { try AttestOrder([reception, decision, decision]) }
    #expect(throws: OrderRefusal.limitNotPositive(1)) {
      try AttestOrder([AttestOrder.Point(.reception, by: .chair, upTo: .zero), decision])
    }
  }

  @Test func `no order holds before it is decided, and a new one takes over on its day`() throws {
    let (decided, valid) = (try #require(CalendarDate("2025-03-01")), try #require(CalendarDate("2025-02-28")))
    #expect(throws: OrderRefusal.validBeforeDecided(decidedOn: decided, validFrom: valid)) {
      try OrderDecision(decidedOn: decided, paragraph: "§ 1", validFrom: valid, after: nil)
    }
    let first = OrderName(version: 1, decidedOn: valid, paragraph: "§ 1", validFrom: decided)
    #expect(throws: OrderRefusal.notAfter(first)) {
      try OrderDecision(decidedOn: decided, paragraph: "§ 2", validFrom: decided, after: first)
    }
    #expect(throws: OrderRefusal.paragraphMissing) {
      try OrderDecision(decidedOn: decided, paragraph: " ", validFrom: decided, after: nil)
    }
  }
}

@Suite struct DelegationOrderTests {
  private func order(_ matter: String) throws(OrderRefusal) -> DelegationOrder {
    try DelegationOrder([DelegationOrder.Point(number: "1.1", matter: matter, delegate: "Förbundschefen")])
  }

  @Test(arguments: [
    ("Besluta om verksamhetens mål", "mål"), ("Ändra verksamhetens inriktning", "inriktning"),
    ("Omfattningen av insatserna", "omfattning"), ("Insatsernas kvalitet och uppföljning", "kvalitet"),
    ("Mål, riktlinjer", "mål"),
  ])
  func `goals, direction, scope and quality are not delegated`(matter: String, word: String) {
    #expect(throws: OrderRefusal.undelegable("1.1", word: word)) { try order(matter) }
  }

  @Test(arguments: [
    "Föra förbundets talan i mål och ärenden", "Insatser för målgruppen unga vuxna",
    "Köpa in i den omfattning som budgeten medger", "Bevilja förstudier", "Teckna avtal",
  ])
  func `words that only sound like it are`(matter: String) throws { _ = try order(matter) }

  @Test func `statements on appealed decisions are not delegated`() {
    #expect(throws: OrderRefusal.appealDelegated("1.1")) { try order("Yttrande över överklagat beslut") }
  }

  @Test func `a decision by a point is within its amount`() throws {
    let order = try DelegationOrder([
      DelegationOrder.Point(number: "3.2", matter: "Förstudier", delegate: "Chefen", limit: Money(kronor: 100))
    ])
    let day = try #require(CalendarDate("2025-01-01"))
    let version = OrderVersion(id: 1, version: 1, decidedOn: day, paragraph: "§ 4", validFrom: day, content: order)
    #expect(try version.point("3.2", for: Money(kronor: 100)).number == "3.2")
    #expect(
      throws: OrderRefusal.overDelegation("3.2", version.name, limit: Money(kronor: 100), amount: Money(kronor: 101))
    ) { try version.point("3.2", for: Money(kronor: 101)) }
    #expect(throws: OrderRefusal.pointUnknown("9", version.name)) { try version.point("9", for: .zero) }
  }

  @Test func `a paragraph that names a point is known from one of the board's`() {
    #expect(DelegationOrder.number(in: "delegation 3.2") == "3.2")
    #expect(DelegationOrder.number(in: "Delegationsordningen punkt 3.2") == "3.2")
    #expect(DelegationOrder.number(in: DelegationOrder.citation(of: "3.2")) == "3.2")
    #expect(DelegationOrder.number(in: "§ 45") == nil)
    #expect(DelegationOrder.number(in: "delegation") == nil)
  }
}
