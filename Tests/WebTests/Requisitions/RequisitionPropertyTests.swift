import Association
import Desk
import Foundation
import Ledger
import Statements
import Store
import TestKit
import Testing

/// For any sequence of grants, requisitions, payments, money paid back and year ends the note equals the ledger, and no
/// frame is exceeded without an overrun being recorded.
struct RequisitionPropertyTests {
  @Test(arguments: 1...8)
  func `the note equals the ledger, and no frame is exceeded unsaid`(seed: Int) throws {
    let run = try RandomAssociation(seed: UInt64(seed))
    for _ in 0..<70 {
      try run.step()
      try run.expectWhole()
    }
    try run.endYear()
    for _ in 0..<30 {
      try run.step()
      try run.expectWhole()
    }
    #expect(try run.store.verify().findings == [])
    #expect(run.overrunCount > 0 || run.accepted > 20, "the sequence does something")
  }
}

/// An association in a book of its own in which what is done next is drawn by lot.
private final class RandomAssociation {
  let store: Store
  private let path: String
  private var random: SeededGenerator
  private let costs = Mapping.shipped(for: .bas).insatsCosts
  private let years: [FiscalYear]
  private var moment: Int64 = 1_700_000_000
  private var isEnded = false
  private(set) var accepted = 0
  private(set) var overrunCount = 0

  private static let asker = Actor(name: "utföraren")
  private static let keeper = Actor(name: "ekonomen")
  private static let places = [("SIRI", "FK"), ("SIRI", "AF"), ("SAMSA", "RONNEBY"), ("HAS", "REG"), ("HAS", "FK")]

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    path = FileManager.default.temporaryDirectory.appendingPathComponent("finsam-draws-\(UUID().uuidString)").path
    years = try [2024, 2025].map { try #require(FiscalYear(calendarYear: $0)) }
    var association = Association(name: "Exempelbygden", organisationNumber: "222000-0000")
    association.members = ["FK", "AF", "RONNEBY", "REG"].map { Member(id: $0, name: $0, kind: .municipality) }
    association.insatser = [("SIRI", Insats.Kind.individual), ("SAMSA", .structural), ("HAS", .consultation)].map {
      Insats(id: $0.0, name: $0.0, kind: $0.1, ownerID: "FK")
    }
    // Every receiver has its frame from the beginning, so that by what costs are reckoned stands.
    for year in years {
      for place in RandomAssociation.places {
        association.frames.append(
          Frame(
            insatsID: place.0, receiverID: place.0 == "SIRI" ? "" : place.1, year: year.number,
            granted: Money(kronor: Int64.random(in: 50_000...200_000, using: &random))))
      }
    }
    let years = years
    store = try Store.create(
      at: path, association: association, by: RandomAssociation.keeper, at: Moment(secondsSince1970: moment)
    ) { writing in
      for year in years { try writing.openFiscalYear(year) }
    }
  }

  deinit { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }

  private func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private func money() -> Money { Money(ore: Int64(number(1...90_000)) * 100 + Int64(number(0...99))) }

  private func day(_ year: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: year, month: number(1...12), day: number(1...28)))
  }

  /// Runs one act; what is refused stores nothing, and is as good an outcome as any.
  @discardableResult
  private func act<Value>(
    by actor: Actor = keeper, _ body: (Store.Writing) throws -> Value
  ) throws -> Value? {
    moment += 60
    do {
      let value = try store.together(by: actor, at: Moment(secondsSince1970: moment), body)
      accepted += 1
      return value
    } catch is RequisitionRefusal {
      return nil
    } catch let refusal as Store.Refusal {
      // A year that is ended takes nothing more.
      guard case .yearClosed = refusal else { throw refusal }
      return nil
    }
  }

  func step() throws {
    let place = RandomAssociation.places[number(0...4)]
    let year = isEnded ? 2025 : [2024, 2024, 2025][number(0...2)]
    let open = try store.requisitions()
    switch number(0...9) {
    case 0: try grant(place, year)
    case 1, 2: try request(place, number(2024...2025))
    case 3:
      guard let one = pick(open.filter { [.requested, .attested].contains($0.state.place) }) else { return }
      try act { try $0.sendBack(one.id, asking: "Vad avser det?") }
    case 4, 5:
      guard let one = pick(open.filter { $0.state.place == .requested }) else { return }
      try act(by: number(0...4) == 0 ? RandomAssociation.asker : RandomAssociation.keeper) { try $0.attest(one.id) }
    case 6:
      guard let one = pick(open.filter { $0.state.place == .attested }) else { return }
      try book(one, on: day(max(year, one.requisition.year)))
    case 7:
      if let one = pick(open.filter { $0.state.place == .booked }) {
        let day = try day(year)
        try act { try $0.pay(one.id, on: day, series: "A") }
      }
      if let one = pick(open.filter { $0.state.place == .returned }) { try again(one) }
    case 8:
      if number(0...1) == 0, let one = pick(open.filter(\.state.isPending)) {
        try act(by: RandomAssociation.asker) { try $0.withdraw(one.id, because: "Fel belopp") }
      } else {
        let (amount, day) = (money(), try day(year))
        try act {
          try $0.repay(
            amount, from: place.1, insats: place.0, ofYear: year, because: "Vakans", on: day, series: "A")
        }
      }
    default: try settle(place, year)
    }
  }

  private func pick(_ cases: [RequisitionCase]) -> RequisitionCase? { cases.randomElement(using: &random) }

  private func grant(_ place: (String, String), _ year: Int) throws {
    let frame = Frame(
      // SIRI shares one frame; the others have one for each receiver.
      insatsID: place.0, receiverID: place.0 == "SIRI" ? "" : place.1, year: year, granted: money() + money())
    try act { writing in
      var association = try writing.association()
      association.frames.append(frame)
      try writing.record(association)
    }
  }

  private func draft(_ place: (String, String), _ year: Int, reason: String = "") throws -> Requisition.Draft {
    let amount = money()
    let part = Money(ore: amount.ore / 3)
    let first = number(1...12)
    return Requisition.Draft(
      year: year, insatsID: place.0, receiverID: place.1, firstMonth: try #require(Month(year: year, month: first)),
      lastMonth: try #require(Month(year: year, month: number(first...12))), amount: amount,
      costs: CostReport(
        [.init(kind: .staff, amount: amount - part), .init(kind: .other, amount: part)].filter { $0.amount > .zero }),
      overReason: reason)
  }

  private func request(_ place: (String, String), _ year: Int) throws {
    var draft = try draft(place, year)
    let costs = costs
    if try act(by: RandomAssociation.asker, { try $0.request(draft, costs: costs) }) == nil, number(0...2) == 0 {
      draft.overReason = "Fler deltagare än väntat"
      try act(by: RandomAssociation.asker) { try $0.request(draft, costs: costs) }
      overrunCount += 1
    }
  }

  private func again(_ one: RequisitionCase) throws {
    let asked = one.requisition
    let draft = try draft((asked.insatsID, asked.receiverID), asked.year, reason: "Rättat")
    let costs = costs
    try act(by: RandomAssociation.asker) { try $0.request(again: one.id, draft, costs: costs) }
  }

  private func book(_ one: RequisitionCase, on day: CalendarDate) throws {
    let plain = Store.Writing.Booking(on: day, series: "A", costs: costs)
    if try act({ try $0.book(one.id, plain) }) == nil, number(0...1) == 0 {
      let said = Store.Writing.Booking(on: day, series: "A", costs: costs, overReason: "Styrelsen vet")
      if try act({ try $0.book(one.id, said) }) != nil { overrunCount += 1 }
    }
  }

  private func settle(_ place: (String, String), _ year: Int) throws {
    let cost = FinalCost(year: year, insatsID: place.0, receiverID: place.1, amount: money() + money())
    let fiscalYear = try #require(years.first { $0.number == year })
    switch number(0...3) {
    case 0: try act(by: RandomAssociation.asker) { try $0.state(cost) }
    case 1:
      let booking = Store.Writing.Booking(
        on: fiscalYear.last, series: "A", costs: costs, overReason: number(0...1) == 0 ? "" : "Sagt vid årets slut")
      try act { try $0.accrue(fiscalYear, booking) }
    case 2:
      let left = try store.frameLedger(ofYear: 2024, costs: costs).accrued
      guard let (place, amount) = left.sorted(by: { $0.key < $1.key }).randomElement(using: &random) else { return }
      let day = try day(year)
      try act {
        try $0.release(amount, of: place, accruedFor: 2024, because: "Avropas inte", on: day, series: "A")
      }
    default:
      // A requisition's voucher that was wrong is corrected, and the step is taken again.
      guard let one = pick(try store.requisitions().filter { $0.state.place == .booked }),
        case .booked(let booked) = one.state, booked.settled == .zero
      else { return }
      let day = try day(max(year, booked.voucher.year.number))
      try act { try $0.reverse(booked.voucher.number, in: booked.voucher.year, on: day, because: "Fel konto") }
    }
  }

  func endYear() throws {
    let year = years[0]
    try act {
      try $0.endYear(
        year, resultAccount: AccountNumber("8999"), yearResultAccount: AccountNumber("2069"),
        retainedAccount: AccountNumber("2068"), series: "A")
    }
    isEnded = true
  }

  /// The two properties, and that the debts in the ledger are those that the accruals tell of.
  func expectWhole() throws {
    let association = try store.association()
    var debts = Money.zero
    for year in years {
      let books = try store.books(of: year)
      let followUp = FollowUp(books, mapping: Mapping.shipped(for: .bas), association: association)
      let rows = try store.vouchers(of: year).flatMap(\.voucher.rows)
      let booked = rows.filter { $0.account.group.map { (4000...4999).contains($0) } ?? false }.map(\.amount).sum()
      #expect(followUp.outcome == booked)
      #expect(followUp.difference == .zero)
      #expect(followUp.lines.map(\.drawn).sum() + followUp.accrued == booked)
      let ledger = try store.frameLedger(ofYear: year.number, costs: costs)
      for line in followUp.lines {
        let over = line.outcome - (line.granted ?? .zero)
        #expect(over <= .zero || ledger.saidOver[line.key] ?? .zero >= over, "\(line.title) \(year.number)")
      }
      debts += ledger.accrued.values.sum()
    }
    // Before the year is ended the debts of the two years stand in two books; after it the second has opened with them.
    let books = try (isEnded ? [years[1]] : years).map { try store.books(of: $0) }
    let onAccount = books.flatMap(\.balances).filter { $0.account.text == "2995" }.map(\.closing).sum()
    #expect(-onAccount == debts)
  }
}
