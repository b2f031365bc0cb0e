import Association
import Ledger
import Statements
import TestKit
import Testing

struct ConsolidationSlipTests {
  private func association(_ parts: [(String, Int64, Int64)]) throws -> Association {
    var association = Association(name: "x", organisationNumber: "")
    association.members = parts.map { Member(id: $0.0, name: $0.0, kind: .municipality) }
    association.contributionKeys = [
      ContributionKey(
        validFrom: try #require(CalendarDate("2022-01-01")),
        parts: parts.map { ContributionKey.Part(memberID: $0.0, numerator: $0.1, denominator: $0.2) },
        roundingMemberID: parts.last?.0 ?? "")
    ]
    return association
  }

  @Test func `the members' parts make the whole balance sheet of Blekinge 2022, line by line`() throws {
    let association = try association([("stat", 1, 2), ("region", 1, 4), ("a", 1, 10), ("b", 3, 20)])
    let slip = try ConsolidationSlip.slips(
      try Blekinge.books2022(), mapping: Blekinge.mapping, association: association
    ).get()

    let assets = try #require(slip.lines.first { $0.id == "summa-tillgangar" })
    #expect(assets.whole == Money(ore: 800_183_200) && assets.isSum)
    #expect(assets.parts[0] == Money(ore: 400_091_600))
    let debts = try #require(slip.lines.first { $0.id == "summa-eget-kapital-avsattningar-och-skulder" })
    for line in slip.lines { #expect(line.parts.sum() == line.whole) }
    // Each member's own slip balances to the öre or two that its lines were rounded by.
    for (left, right) in zip(assets.parts, debts.parts) { #expect((left - right).magnitude <= Money(ore: 6)) }
  }

  @Test(arguments: 0..<30)
  func `whatever the key, the parts make the whole`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let whole = Int64.random(in: 3...997, using: &random)
    let first = Int64.random(in: 1..<whole - 1, using: &random)
    let association = try association([("a", first, whole), ("b", 1, whole), ("c", whole - first - 1, whole)])
    let entries = try books(
      2022,
      [
        Entry(1930, nil, nil, opening: .zero, change: Money(ore: Int64.random(in: 1...999_999_999, using: &random))),
        Entry(2440, nil, nil, opening: .zero, change: Money(ore: -Int64.random(in: 1...999_999_999, using: &random))),
      ])
    let slip = try ConsolidationSlip.slips(entries, mapping: Blekinge.mapping, association: association).get()
    for line in slip.lines { #expect(line.parts.sum() == line.whole, "\(line.id)") }
  }

  @Test func `without a whole key there is no slip`() throws {
    let none = Association(name: "x", organisationNumber: "")
    let half = try association([("a", 1, 2)])
    let empty = try books(2022, [])
    #expect(ConsolidationSlip.slips(empty, mapping: Blekinge.mapping, association: none) == .failure(.keyMissing))
    #expect(ConsolidationSlip.slips(empty, mapping: Blekinge.mapping, association: half) == .failure(.keyNotWhole))
  }
}
