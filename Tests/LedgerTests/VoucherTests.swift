import Ledger
import TestKit
import Testing

struct VoucherTests {
  /// 15 February 2026.
  private let moment = Moment(secondsSince1970: 1_771_146_000)

  private func draft(_ ore: [Int64], source: Voucher.Source = .entered) throws -> Voucher.Draft {
    Voucher.Draft(
      series: "A", date: try #require(CalendarDate("2025-03-31")), text: "Hyra mars", counterparty: "Hyresvärden",
      rows: ore.enumerated().map {
        Voucher.Row(account: AccountNumber("\(5010 + $0.offset)"), amount: Money(ore: $0.element))
      },
      source: source)
  }

  @Test func `a voucher that balances keeps what its draft says`() throws {
    let draft = try draft([10_000, -7500, -2500])
    let voucher = try Voucher(draft)

    #expect(voucher.rows == draft.rows)
    #expect(voucher.text == "Hyra mars")
    #expect(voucher.rows.map(\.amount).sum() == .zero)
  }

  @Test func `a voucher that does not balance is refused, and the refusal says by how much`() throws {
    let draft = try draft([10_000, -9999])
    #expect(throws: Voucher.Refusal.doesNotBalance(difference: Money(ore: 1))) { try Voucher(draft) }
  }

  @Test func `a voucher of one row is refused with the number of rows`() throws {
    let draft = try draft([0])
    #expect(throws: Voucher.Refusal.tooFewRows(count: 1)) { try Voucher(draft) }
  }

  @Test func `a voucher entered here says what it concerns and with whom`() throws {
    var silent = try draft([1, -1])
    silent.text = " \t"
    var alone = try draft([1, -1])
    alone.counterparty = ""

    #expect(throws: Voucher.Refusal.textMissing) { try Voucher(silent) }
    #expect(throws: Voucher.Refusal.counterpartyMissing) { try Voucher(alone) }
  }

  @Test func `an amount beyond the bound is refused with its row`() throws {
    let tooMuch = Money(ore: Money.oreMax + 1)
    let draft = try draft([-1, tooMuch.ore])
    #expect(throws: Voucher.Refusal.amountTooLarge(row: 2, amount: tooMuch)) { try Voucher(draft) }
    let extreme = try self.draft([Int64.min, Int64.max])
    #expect(throws: Voucher.Refusal.amountTooLarge(row: 1, amount: Money(ore: .min))) { try Voucher(extreme) }
  }

  @Test func `more rows than a voucher may have are refused with their number`() throws {
    let draft = try draft(Array(repeating: 0, count: Voucher.rowCountMax + 1))
    #expect(throws: Voucher.Refusal.tooManyRows(count: Voucher.rowCountMax + 1)) { try Voucher(draft) }
  }

  @Test func `an imported voucher may lack text, counterparty and rows, but balances`() throws {
    var empty = try draft([], source: .imported(series: "B", number: "7"))
    empty.text = ""
    empty.counterparty = ""
    #expect(try Voucher(empty).rows.isEmpty)

    let skew = try draft([5], source: .imported(series: "B", number: "8"))
    #expect(throws: Voucher.Refusal.doesNotBalance(difference: Money(ore: 5))) { try Voucher(skew) }
  }

  @Test func `a reversal undoes the voucher and names it, and reversed twice it says the same as before`() throws {
    var random = SeededGenerator(seed: 3)
    let day = try #require(CalendarDate("2025-06-30"))
    for _ in 0..<200 {
      let amounts = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        Int64.random(in: -1_000_000...1_000_000, using: &random)
      }
      let voucher = try Voucher(draft(amounts + [-amounts.reduce(0, +)]))
      let number = Voucher.Number(series: "A", number: 17)
      let reversal = try voucher.reversal(on: day, series: "A", number: number, by: Actor(name: "ekonom"), at: moment)
      let again = try reversal.reversal(on: day, series: "A", number: number, by: Actor(name: "ekonom"), at: moment)

      #expect(zip(voucher.rows, reversal.rows).allSatisfy { $0.amount == -$1.amount && $0.account == $1.account })
      #expect(again.rows == voucher.rows)
      #expect(reversal.date == day)
      #expect(reversal.compiledBy == "ekonom")
      // Whatever day it is dated, it was compiled when it was made (LKBR 3:9).
      #expect(reversal.compiledOn?.text == "2026-02-15")
      #expect(reversal.text == "Rättelse av A 17: Hyra mars")
    }
  }

  @Test func `a reversal keeps objects and turns quantities, and has a counterparty even where the voucher had none`()
    throws
  {
    let objects = ObjectSet([ObjectReference(dimension: .insats, object: "SIRI")])
    var draft = try draft([100, -100], source: .imported(series: "L", number: "3"))
    draft.counterparty = ""
    draft.rows[0].objects = objects
    draft.rows[0].quantityThousandths = 1500
    let reversal = try Voucher(draft).reversal(
      on: draft.date, series: "R", number: Voucher.Number(series: "L", number: 3), by: Actor(name: "ekonom"), at: moment
    )

    #expect(reversal.rows[0].objects == objects)
    #expect(reversal.rows[0].quantityThousandths == -1500)
    #expect(reversal.counterparty == "Se L 3")
    #expect(reversal.source == .entered)
  }

  @Test func `numbers are printed and ordered by series, then as numbers`() {
    let numbers = [("B", 2), ("A", 10), ("A", 9)].map { Voucher.Number(series: $0.0, number: $0.1) }
    #expect(numbers.sorted().map(\.text) == ["A 9", "A 10", "B 2"])
    #expect(Voucher.Number(series: "", number: 4).text == "4")
  }
}
