import Ledger
import TestKit
import Testing

@testable import Association

@Suite struct BankBookTests {
  static func day(_ day: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: 2025, month: 1 + (day - 1) / 28, day: 1 + (day - 1) % 28))
  }

  static func line(_ id: Int64, _ day: Int, _ kronor: Int64, statement: Int64 = 1, _ text: String = "") throws
    -> BankBook.Line
  {
    BankBook.Line(
      id: ID(rawValue: id), statement: ID(rawValue: statement),
      line: BankStatement.Line(date: try Self.day(day), amount: Money(kronor: kronor), text: text))
  }

  static func row(_ voucher: Int64, _ day: Int, _ kronor: Int64, line: Int = 1, undoes: Int64? = nil) throws
    -> BankBook.Row
  {
    BankBook.Row(
      place: BankBook.Row.Place(voucher: ID(rawValue: voucher), line: line),
      number: Voucher.Number(series: "A", number: Int(voucher)), date: try Self.day(day), amount: Money(kronor: kronor),
      text: "", counterparty: "", undoes: undoes.map { ID(rawValue: $0) })
  }

  static func book(
    _ lines: [BankBook.Line], _ rows: [BankBook.Row], matches: [BankBook.Match] = [], opening: Int64 = 0,
    ledger: Int64 = 0
  ) throws -> BankBook {
    let change = lines.map(\.line.amount).sum()
    let statement = BankBook.Statement(
      id: ID(rawValue: 1), account: "", first: try day(1), last: try day(84), opening: Money(kronor: opening),
      closing: Money(kronor: opening) + change, document: "")
    return BankBook(
      account: AccountNumber("1930"), statements: [statement], lines: lines, ledgerOpening: Money(kronor: ledger),
      rows: rows, matches: matches)
  }

  @Test func `one line and one row of the same amount and near in days belong together`() throws {
    let book = try Self.book(
      [Self.line(1, 5, -100), Self.line(2, 20, -100), Self.line(3, 30, -7)],
      [Self.row(1, 19, -100), Self.row(2, 6, -100), Self.row(3, 60, -7)])

    let pairs = book.proposals.map { ($0.lines[0].id.rawValue, $0.rows[0].place.voucher.rawValue) }
    #expect(pairs.map(\.0).sorted() == [1, 2])
    #expect(pairs.contains { $0 == (1, 2) } && pairs.contains { $0 == (2, 1) })
  }

  @Test func `a line that is several rows, and a row that is several lines, are found where one choice alone fits`()
    throws
  {
    let book = try Self.book(
      [Self.line(1, 5, -300), Self.line(2, 50, 40), Self.line(3, 51, 60)],
      [Self.row(1, 5, -100), Self.row(2, 5, -200), Self.row(3, 5, -150), Self.row(4, 50, 100)])

    #expect(book.proposals.count == 2)
    #expect(book.proposals[0].rows.map(\.number.number) == [1, 2] && book.proposals[0].reason == .sum)
    #expect(book.proposals[1].lines.map(\.id.rawValue) == [2, 3])
    let two = try Self.book(
      [Self.line(1, 5, -300)],
      [Self.row(1, 5, -100), Self.row(2, 5, -200), Self.row(3, 5, -150), Self.row(4, 5, -150)])
    #expect(two.proposals == [])
  }

  @Test func `a voucher and its correction belong together`() throws {
    let book = try Self.book([], [Self.row(1, 5, -100), Self.row(2, 40, 100, undoes: 1), Self.row(3, 41, 100)])
    #expect(book.proposals.map { $0.rows.map(\.number.number) } == [[1, 2]])
    #expect(book.proposals[0].reason == .undone)
  }

  @Test func `what is booked in one month and paid in the next is open at the end of the first`() throws {
    let match = BankBook.Match(
      id: ID(rawValue: 1), lines: [ID(rawValue: 1)],
      rows: [BankBook.Row.Place(voucher: ID(rawValue: 1), line: 1)], by: "", at: Moment(secondsSince1970: 0))
    let book = try Self.book([Self.line(1, 30, -100)], [Self.row(1, 27, -100)], matches: [match])

    let january = try #require(book.reconciliation(through: try Self.day(28)))
    let february = try #require(book.reconciliation(through: try Self.day(56)))
    #expect(january.difference == Money(kronor: -100) && january.openRows.count == 1)
    #expect(february.difference == .zero && february.openRows.isEmpty && february.openLines.isEmpty)
  }

  @Test func `what was booked just before the first statement may be a line of it, and explains nothing else`() throws {
    let early = BankBook.Row(
      place: BankBook.Row.Place(voucher: ID(rawValue: 9), line: 1), number: Voucher.Number(series: "A", number: 9),
      date: try #require(CalendarDate("2024-12-31")), amount: Money(kronor: -100), text: "", counterparty: "")
    let open = try Self.book([Self.line(1, 2, -100)], [early], opening: 500, ledger: 500)
    #expect(open.proposals.count == 1 && open.openRows.isEmpty && open.ledgerOpening == Money(kronor: 400))

    let match = BankBook.Match(
      id: ID(rawValue: 1), lines: [ID(rawValue: 1)], rows: [early.place], by: "", at: Moment(secondsSince1970: 0))
    let matched = try Self.book([Self.line(1, 2, -100)], [early], matches: [match], opening: 500, ledger: 500)
    let now = try #require(matched.reconciliation(through: try Self.day(28)))
    #expect(now.difference == .zero && now.differedBefore == .zero && now.openLines.isEmpty)
  }

  @Test func `a statement that shares days is told, and one that does not join`() throws {
    let book = try Self.book([Self.line(1, 5, 100)], [])
    func statement(_ first: String, _ last: String, _ kronor: Int64) throws -> BankStatement {
      BankStatement(
        account: "", first: try #require(CalendarDate(first)), last: try #require(CalendarDate(last)),
        opening: Money(kronor: kronor), lines: [])
    }
    #expect(book.joints(of: try statement("2025-03-20", "2025-04-20", 100)) == [.overlaps(book.statements[0])])
    #expect(book.joints(of: try statement("2025-04-01", "2025-04-20", 100)) == [])
    #expect(
      book.joints(of: try statement("2025-04-01", "2025-04-20", 90))
        == [.jumpsFrom(book.statements[0], to: Money(kronor: 90))])
    #expect(
      book.joints(of: try statement("2024-12-01", "2024-12-20", 7))
        == [.jumpsTo(book.statements[0], from: Money(kronor: 7))])
  }

  @Test(arguments: 0..<60)
  func `no line or row is proposed twice, every proposal is equal, and the difference is what is open`(seed: Int)
    throws
  {
    var random = SeededGenerator(seed: UInt64(seed))
    var lines: [BankBook.Line] = []
    var rows: [BankBook.Row] = []
    for id in 1...Int64.random(in: 1...60, using: &random) {
      let day = Int.random(in: 1...84, using: &random)
      let amount = Int64.random(in: -6...6, using: &random) * 50
      if Int.random(in: 0...4, using: &random) > 0 { lines.append(try Self.line(id, day, amount)) }
      if Int.random(in: 0...4, using: &random) > 0 {
        let near = min(84, max(1, day + Int.random(in: -12...12, using: &random)))
        let parts = Int.random(in: 1...2, using: &random)
        for part in 1...parts {
          rows.append(
            try Self.row(
              id, near, amount / Int64(parts), line: part, undoes: Bool.random(using: &random) ? id - 1 : nil))
        }
      }
    }
    let opening = Int64.random(in: 0...9, using: &random)
    let ledger = Int64.random(in: 0...9, using: &random)
    var book = try Self.book(lines, rows, opening: opening, ledger: ledger)
    let proposals = book.proposals

    let lineIDs = proposals.flatMap { $0.lines.map(\.id) }
    let places = proposals.flatMap { $0.rows.map(\.place) }
    #expect(Set(lineIDs).count == lineIDs.count && Set(places).count == places.count)
    for proposal in proposals {
      #expect(proposal.lines.map(\.line.amount).sum() == proposal.rows.map(\.amount).sum())
      #expect(proposal.lines.count + proposal.rows.count >= 2)
    }
    // Some are accepted, and at each day the difference is explained to the öre.
    let accepted = proposals.filter { _ in Bool.random(using: &random) }.enumerated().map { index, proposal in
      BankBook.Match(
        id: ID(rawValue: Int64(index)), lines: proposal.lines.map(\.id), rows: proposal.rows.map(\.place), by: "",
        at: Moment(secondsSince1970: 0))
    }
    book = try Self.book(lines, rows, matches: accepted, opening: opening, ledger: ledger)
    for number in [1, 15, 28, 29, 60, 84] {
      let now = try #require(book.reconciliation(through: try Self.day(number)))
      #expect(now.difference == now.explained)
    }
    let stillOpen = Set(book.proposals.flatMap { $0.lines.map(\.id) })
    #expect(stillOpen.isDisjoint(with: accepted.flatMap(\.lines)))
  }
}
