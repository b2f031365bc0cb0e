import Association
import Ledger
import Statements
import Testing

struct FollowUpTests {
  private func followUp(_ books: Books, _ association: Association, before: Books? = nil) -> FollowUp {
    FollowUp(books, mapping: Blekinge.mapping, association: association, before: before)
  }

  @Test func `Blekinge 2022 has SIRI in one frame with two receivers, and an overrun of 8 137`() throws {
    let followUp = followUp(try Blekinge.books2022(), Blekinge.association())
    let siri = try #require(followUp.whole(ofInsats: "SIRI"))
    let young = try #require(followUp.whole(ofInsats: "UNG"))

    #expect(siri.granted == Money(kronor: 2_622_452) && siri.left == .zero)
    #expect(siri.parts.map(\.receiverID) == ["AF", "FK"])
    #expect(siri.parts.map(\.outcome) == [Money(kronor: 1_185_311), Money(kronor: 1_437_141)])
    #expect(young.isOverrun && young.left == Money(kronor: -8137))
    #expect(followUp.lines.filter(\.isOverrun).map(\.insatsID) == ["UNG"])
    #expect(followUp.outcome == Money(kronor: 13_794_665) && followUp.difference == .zero)
    // The debts of the published year say no insats: they are shown, and are none of any line's.
    #expect(followUp.debts == Money(kronor: 6_236_157) && followUp.accrued == .zero)
  }

  @Test func `a frame for each receiver makes a line of each, and what is paid to others is shown`() throws {
    var association = Blekinge.association()
    association.frames = [
      Frame(insatsID: "SIRI", receiverID: "FK", year: 2022, granted: Money(kronor: 100)),
      Frame(insatsID: "SIRI", receiverID: "AF", year: 2022, granted: Money(kronor: 50)),
    ]
    let followUp = followUp(
      try books(2022, [Entry(4010, "SIRI", "FK", change: 60), Entry(4010, "SIRI", "REG", change: 5)]), association)

    #expect(followUp.lines.map(\.key.receiverID) == ["FK", "AF", "REG"])
    #expect(followUp.lines.map(\.granted) == [Money(kronor: 100), Money(kronor: 50), nil])
    let whole = try #require(followUp.whole(ofInsats: "SIRI"))
    #expect(whole.granted == Money(kronor: 150) && whole.outcome == Money(kronor: 65))
  }

  @Test func `what is accrued in the year is told from what was drawn, and last year's debts are neither`() throws {
    let followUp = followUp(
      try books(
        2022,
        [
          // Last year's debt of 30 is settled, and 20 accrued at this year's end.
          Entry(2995, "ARIS", "KARLSHAMN", opening: .zero, change: .zero), Entry(4010, "ARIS", "KARLSHAMN", change: 90),
          Entry(2995, "SARA", "RONNEBY", opening: -30, change: 30), Entry(4010, "SARA", "RONNEBY", change: 10),
        ]), Blekinge.association())
    #expect(followUp.whole(ofInsats: "SARA")?.accrued == .zero)
    #expect(followUp.whole(ofInsats: "SARA")?.drawn == Money(kronor: 10))

    var ended = try books(2022, [Entry(4010, "ARIS", "KARLSHAMN", change: 90)])
    ended.balances.append(
      Books.Balance(
        account: AccountNumber("2995"), objects: ObjectSet(insats: "ARIS", party: "KARLSHAMN"),
        opening: Money(kronor: -30), debit: Money(kronor: 30), credit: Money(kronor: 20)))
    let line = try #require(self.followUp(ended, Blekinge.association()).whole(ofInsats: "ARIS"))
    #expect(line.accrued == Money(kronor: 20) && line.drawn == Money(kronor: 70) && line.outcome == Money(kronor: 90))
  }

  @Test func `a part of the year counts what was used before it against the frame`() throws {
    let association = Blekinge.association()
    let before = try books(2022, [Entry(4010, "SARA", "RONNEBY", change: 298_000)])
    let line = try #require(
      followUp(try books(2022, [Entry(4010, "SARA", "RONNEBY", change: 100)]), association, before: before)
        .whole(ofInsats: "SARA"))

    #expect(line.outcome == Money(kronor: 100) && line.left == Money(kronor: -19) && line.isOverrun)
  }

  @Test func `what says no insats has a line of its own, and the accounts tie`() throws {
    let followUp = followUp(
      try books(2022, [Entry(4010, "ARIS", "KARLSHAMN", change: 7), Entry(4020, change: 3)]), Blekinge.association())

    #expect(followUp.lines.last?.title == "Utan insats" && followUp.lines.last?.outcome == Money(kronor: 3))
    #expect(followUp.ties.map(\.account.text) == ["4010", "4020"])
    #expect(followUp.ties.map { $0.ledger - $0.known } == [.zero, Money(kronor: 3)])
    #expect(followUp.difference == .zero)
  }

  @Test func `the living note and the annual report's are the same table with other columns`() throws {
    let (books, association) = (try Blekinge.books2022(), Blekinge.association())
    let note = try #require(insatsNote(books, previous: nil, mapping: Blekinge.mapping, association: association))
    let living = followUp(books, association).table([.granted, .drawn, .accrued, .outcome, .left])

    #expect(living.rows.map(\.id) == note.rows.map(\.id))
    for row in note.rows {
      #expect(living.figure(row.id, "outcome")?.amount == note.figure(row.id, "outcome")?.amount)
      #expect(living.figure(row.id, "granted")?.amount == note.figure(row.id, "granted")?.amount)
    }
  }
}
