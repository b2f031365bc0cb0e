import Association
import Ledger
import Statements
import Testing

struct InsatsNoteTests {
  @Test func `Blekinge 2025 has granted 10 631 218, spent 9 629 287 and has 1 001 931 left`() throws {
    let rows: [(String, Int64, Int64)] = [
      ("ARIS", 1_958_000, 1_618_080), ("FÖRSTUDIE", 450_000, 450_000), ("VEGA", 987_500, 987_500),
      ("HAS", 2_220_316, 2_139_614), ("SAMSA", 2_435_976, 1_926_241), ("SKAPA", 1_919_426, 1_904_355),
      ("STÖD", 260_000, 260_000),
    ]
    let team = [("FK", 150_456), ("REG", 143_577), ("KARLSKRONA", 49_464)].map {
      Entry(4030, "KONSULT", $0.0, change: Int64($0.1))
    }
    var association = Blekinge.association()
    association.insatser = []
    association.frames = ([("KONSULT", 400_000, 0)] + rows).map {
      Frame(insatsID: $0.0, receiverID: "", year: 2025, granted: Money(kronor: $0.1))
    }
    let books = try books(
      2025, team + rows.map { Entry(4010, $0.0, "FK", change: $0.2) } + [Entry(1930, change: -9_629_287)])
    let note = try #require(
      insatsNote(books, previous: nil, mapping: Blekinge.mapping, association: association))

    #expect(note.printed("KONSULT", "outcome") == 343_497)
    #expect(note.printed("KONSULT", "difference") == 56_503)
    #expect(note.printed("SAMSA", "difference") == 509_735)
    #expect(
      ["granted", "outcome", "difference"].map { note.printed("summa", $0) } == [10_631_218, 9_629_287, 1_001_931])
    #expect(note.faultySum == nil)
  }

  @Test func `Blekinge 2022 shows the overrun, and what it calls unused is 622 296`() throws {
    let note = try #require(
      insatsNote(
        try Blekinge.books2022(), previous: try Blekinge.books2021(), mapping: Blekinge.mapping,
        association: Blekinge.association()))
    #expect(note.printed("UNG", "difference") == -8137)
    #expect(note.printed("SIRI", "outcome") == 2_622_452)
    #expect(
      ["granted", "outcome", "difference"].map { note.printed("summa", $0) } == [14_416_961, 13_794_665, 622_296])
    #expect(note.rows.last?.id == "summa")
    #expect(note.row("SKAPA") == nil)
  }

  @Test func `an insats with a frame per receiver has a row per receiver, and cost without a frame is shown`() throws {
    var association = Blekinge.association()
    association.frames = [
      Frame(
        insatsID: "SIRI", receiverID: "FK", year: 2022, granted: Money(kronor: 100),
        decision: Decision(date: CalendarDate("2021-11-19"), paragraph: "§ 45")),
      Frame(insatsID: "SIRI", receiverID: "AF", year: 2022, granted: Money(kronor: 50)),
      Frame(insatsID: "SIRI", receiverID: "FK", year: 2021, granted: Money(kronor: 999)),
    ]
    let books = try books(
      2022,
      [
        Entry(4010, "SIRI", "FK", change: 60), Entry(4010, "SIRI", "AF", change: 60),
        Entry(4010, "SIRI", "REG", change: 5),
        Entry(4010, "ARIS", "FK", change: 7), Entry(4010, change: 3),
      ])
    let note = try #require(insatsNote(books, previous: nil, mapping: Blekinge.mapping, association: association))

    #expect(note.rows.map(\.id) == ["SIRI.FK", "SIRI.AF", "SIRI.REG", "ARIS", "utan-insats", "summa"])
    #expect(note.row("SIRI.AF")?.title == "SIRI – Arbetsförmedlingen")
    #expect(note.printed("SIRI.AF", "difference") == -10)
    #expect(note.row("ARIS")?.cells.first == .empty)
    #expect(note.printed("summa", "difference") == 15)
    #expect(
      note.figure("SIRI.FK", "granted")?.origin
        == .fact(title: "Beviljad ram SIRI – Försäkringskassan 2022", source: "Styrelsens beslut 2021-11-19 § 45"))
    #expect(note.faultySum == nil)
  }

  @Test func `öre in the outcome are printed as in the note of costs`() throws {
    let books = try books(
      2022,
      ["FK", "REG", "AF"].map { Entry(4010, "SIRI", $0, opening: .zero, change: Money(ore: 1050)) }
        + [
          Entry(4010, "ARIS", "FK", opening: .zero, change: Money(ore: 1040)),
          Entry(6990, opening: .zero, change: Money(ore: 40)),
        ])
    let association = Blekinge.association()
    let costs = try #require(
      notes(books, previous: nil, mapping: Blekinge.mapping, association: association).first)
    let note = try #require(insatsNote(books, previous: nil, mapping: Blekinge.mapping, association: association))

    #expect(note.printed("summa", "outcome") == costs.printed("delsumma-1"))
    #expect(note.printed("ARIS", "outcome") == costs.printed("insatser.ARIS.FK"))
  }

  @Test func `where nothing is granted and nothing spent there is no note`() throws {
    let books = try books(2019, [Entry(1930, opening: 5)])
    #expect(
      insatsNote(books, previous: nil, mapping: Blekinge.mapping, association: Blekinge.association()) == nil)
  }
}
