import Association
import Ledger
import TestKit
import Testing

/// Keys, calls and instalments: the figures of published reports, and what holds for any association.
struct MemberMoneyTests {
  private static func members(_ municipalities: [String], region: Bool = true) -> [Member] {
    [Member(id: "FK", name: "Försäkringskassan", kind: .state)]
      + (region ? [Member(id: "REG", name: "Regionen", kind: .region)] : [])
      + municipalities.map { Member(id: $0, name: "\($0) kommun", kind: .municipality) }
  }

  private static func association(
    _ weights: [(String, Int64)], unitOre: Int64 = 100, carrier: String, region: Bool = true
  ) -> Association {
    guard let day = CalendarDate(yyyymmdd: 20_210_101) else { preconditionFailure("A day is a day.") }
    var association = Association(name: "Förbundet", organisationNumber: "222000-0000")
    association.members = members(weights.map(\.0), region: region)
    let division = KeyDivision(
      state: [.init(memberID: "FK", weight: 1)], regions: region ? [.init(memberID: "REG", weight: 1)] : [],
      municipalities: weights.map { KeyDivision.Weight(memberID: $0.0, weight: $0.1) })
    association.contributionKeys = [
      ContributionKey(validFrom: day, parts: division.parts, roundingMemberID: carrier, unitOre: unitOre)
    ]
    return association
  }

  private func year(_ number: Int) throws -> FiscalYear { try #require(FiscalYear(calendarYear: number)) }

  private static let blekinge: [(String, Int64)] = [("KA", 40), ("KH", 20), ("RY", 20), ("SB", 10), ("OF", 10)]

  @Test func `Blekinge 2022 comes from the state's amount as it was printed`() throws {
    let association = MemberMoneyTests.association(MemberMoneyTests.blekinge, carrier: "KA")
    let call = try #require(association.contributionCall(stateAmount: Money(kronor: 6_940_000), year: try year(2022)))
    let printed: [Int64] = [6_940_000, 3_470_000, 1_388_000, 694_000, 694_000, 347_000, 347_000]

    #expect(call.total == Money(kronor: 13_880_000))
    #expect(call.shares.map(\.amount) == printed.map { Money(kronor: $0) })
    #expect(FourParts(call, members: association.members).holds)
  }

  @Test func `Blekinge 2025 comes from the whole as it was printed`() throws {
    let association = MemberMoneyTests.association(MemberMoneyTests.blekinge, carrier: "KA")
    let call = try #require(association.contributionCall(total: Money(kronor: 13_578_000), year: try year(2025)))
    let printed: [Int64] = [6_789_000, 3_394_500, 1_357_800, 678_900, 678_900, 339_450, 339_450]
    #expect(call.shares.map(\.amount) == printed.map { Money(kronor: $0) })
  }

  @Test func `Sydnarke 2023 comes to the krona with its municipal parts`() throws {
    let parts: [(String, Int64)] = [("AS", 268_726), ("HB", 380_422), ("KU", 525_685), ("LA", 130_667)]
    let association = MemberMoneyTests.association(parts, carrier: "KU")
    let call = try #require(association.contributionCall(stateAmount: Money(kronor: 2_611_000), year: try year(2023)))

    #expect(call.amount(of: .municipality, among: association.members) == Money(kronor: 1_305_500))
    #expect(parts.allSatisfy { call.amount(of: $0.0) == Money(kronor: $0.1) })
    #expect(FourParts(call, members: association.members).holds)
  }

  @Test func `Insjoriket 2022 by inhabitants is a thousand short by rounding, and that is said and not forced`() throws
  {
    // The counts are made up in the proportions of what was printed in thousands; nobody carries the rounding.
    let people: [(String, Int64)] = [("A", 10_773), ("B", 6083), ("C", 5901), ("D", 6622), ("E", 6401)]
    let association = MemberMoneyTests.association(people, unitOre: 100_000, carrier: "")
    let call = try #require(association.contributionCall(stateAmount: Money(kronor: 7_156_000), year: try year(2022)))
    let parts = FourParts(call, members: association.members)

    #expect(call.shares.map { $0.amount.ore / 100_000 } == [7156, 3578, 1077, 608, 590, 662, 640])
    #expect(!parts.holds)
    #expect(parts.regionDifference == .zero)
    #expect(parts.municipalDifference == Money(kronor: 1000))
    #expect(parts.unshared == Money(kronor: 1000))
  }

  @Test func `a municipality outside a region pays the half that it would else share`() throws {
    let association = MemberMoneyTests.association([("GOTLAND", 1)], carrier: "GOTLAND", region: false)
    let call = try #require(association.contributionCall(stateAmount: Money(kronor: 1_500_000), year: try year(2026)))
    let parts = FourParts(call, members: association.members)

    #expect(call.amount(of: "GOTLAND") == Money(kronor: 1_500_000))
    #expect(parts.isWithoutRegion && parts.holds)
  }

  @Test func `a key that begins within the year divides its own days`() throws {
    var association = MemberMoneyTests.association([("A", 1), ("B", 1)], carrier: "A")
    let july = try #require(CalendarDate("2026-07-01"))
    // B leaves on the last of June.
    var after = association.contributionKeys[0]
    after.validFrom = july
    after.parts =
      KeyDivision(
        state: [.init(memberID: "FK", weight: 1)], regions: [.init(memberID: "REG", weight: 1)],
        municipalities: [.init(memberID: "A", weight: 1)]
      ).parts
    association.contributionKeys.append(after)
    let spans = association.keySpans(in: try year(2026))
    let call = try #require(association.contributionCall(total: Money(kronor: 365_000), year: try year(2026)))

    #expect(spans.map(\.dayCount) == [181, 184])
    #expect(spans.map(\.last.text) == ["2026-06-30", "2026-12-31"])
    #expect(call.amount(of: "B") == Money(kronor: 22_625))
    #expect(call.amount(of: "A") == Money(kronor: 22_625 + 46_000))
    #expect(call.shares.map(\.amount).sum() == call.total)
  }

  @Test func `shares add up to the whole, and instalments to the call, whatever they are`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let weights = (0..<Int.random(in: 1...9, using: &random)).map {
        ("K\($0)", Int64.random(in: 1...200_000, using: &random))
      }
      let unit = [1, 100, 100_000].randomElement(using: &random) ?? 1
      var association = MemberMoneyTests.association(
        weights, unitOre: Int64(unit), carrier: "K0", region: Bool.random(using: &random))
      if Bool.random(using: &random), let key = association.contributionKeys.first {
        var later = key
        later.validFrom = try #require(
          CalendarDate(year: 2026, month: Int.random(in: 2...12, using: &random), day: 15))
        association.contributionKeys.append(later)
      }
      let total = Money(ore: Int64.random(in: 1...5_000_000_000, using: &random))
      let call = try #require(association.contributionCall(total: total, year: try year(2026)))
      #expect(call.shares.map(\.amount).sum() == total)

      for count in Instalment.counts {
        let all = Instalment.all(of: try year(2026), count: count)
        #expect(all.count == count && all.first?.first.text == "2026-01-01" && all.last?.last.text == "2026-12-31")
        #expect(zip(all, all.dropFirst()).allSatisfy { $0.last.next == $1.first })
        for share in call.shares where share.amount >= .zero {
          #expect(all.map { $0.amount(of: share.amount) }.sum() == share.amount)
        }
      }
    }
  }

  @Test(arguments: [1, 9, 17, 2_026_001, 999_999_999])
  func `a reference is the number and a digit that finds a slip`(number: Int) {
    let reference = MemberInvoice.reference(of: Int64(number))
    #expect(reference.dropLast() == "\(number)")
    #expect(CheckDigit.isRight(reference.utf8.map { Int($0) - 48 }))
  }

  @Test func `an invoice stands as what has become of it says`() throws {
    let day = try #require(CalendarDate("2026-01-31"))
    let place = InvoiceVoucher(year: 2026, number: Voucher.Number(series: "A", number: 1))
    let instalment = Instalment(number: 1, count: 1, first: day, last: day)
    let draft = MemberInvoice.Draft(
      memberID: "A", callID: ID(rawValue: 1), year: 2026, instalment: instalment, issued: day, due: day,
      amount: Money(kronor: 100))
    var invoice = MemberInvoice(
      number: 1, kind: .invoice, draft: draft, voucher: place, isPrepaid: false, sequence: 1, by: "")
    let payment = MemberInvoice.Payment(amount: Money(kronor: 100), paidOn: day, voucher: place)

    #expect(invoice.state(on: day) == .open(days: 0))
    #expect(invoice.state(on: day.next) == .overdue(days: 1))
    invoice.payments = [payment]
    #expect(invoice.state(on: day.next) == .paid)
    invoice.creditedBy = 2
    #expect(invoice.state(on: day) == .toPayBack(Money(kronor: 100)) && !invoice.stands)
    invoice.payments = []
    #expect(invoice.state(on: day) == .credited)
  }
}
