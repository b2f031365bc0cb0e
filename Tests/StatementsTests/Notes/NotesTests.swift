import Association
import Ledger
import Statements
import Testing

struct NotesTests {
  private func tables(previous: Bool = true) throws -> [Table] {
    notes(
      try Blekinge.books2022(), previous: previous ? try Blekinge.books2021() : nil, mapping: Blekinge.mapping,
      association: Blekinge.association())
  }

  @Test func `the note of costs has a row per insats and party and adds up to the line`() throws {
    let note = try #require(try tables().first { $0.id == "not-verksamhetens-kostnader" })

    #expect(note.row("insatser.SIRI.AF")?.title == "SIRI – Arbetsförmedlingen")
    #expect(note.printed("insatser.SIRI.AF") == 1_185_311)
    #expect(note.printed("insatser.SIRI.FK") == 1_437_141)
    #expect(note.printed("insatser.SKAPA.SOLVESBORG") == 0)
    #expect(note.printed("insatser.SKAPA.SOLVESBORG", "previous") == 1_416_395)
    #expect(note.row("grupp-1")?.title == "Samverkansinsatser")
    #expect(note.printed("delsumma-1") == 13_794_665)
    #expect(note.printed("delsumma-1", "previous") == 12_076_376)
    #expect(note.printed("lokaler") == 40_372)
    #expect(note.printed("revision") == 70_000)
    #expect(note.printed("styrelse") == 108_284)
    #expect(note.printed("personal") == 2_075_177)
    #expect(note.printed("summa") == 16_346_823)
    #expect(note.faultySum == nil)
  }

  @Test func `insatser stand in the association's order, those it does not know last`() throws {
    let note = try #require(try tables().first { $0.id == "not-verksamhetens-kostnader" })
    let rows = note.rows.map(\.id).filter { $0.hasPrefix("insatser.") }
    #expect(rows.prefix(3) == ["insatser.SIRI.FK", "insatser.SIRI.AF", "insatser.SAMSA.RONNEBY"])
    #expect(rows.last == "insatser.KOMM.FK")
    #expect(note.row("insatser.KOMM.FK")?.title == "KOMM – Försäkringskassan")
  }

  @Test func `the note of income names each member, and what no row counts has a row of its own`() throws {
    var mapping = Blekinge.mapping
    mapping.notes[0].rows.removeLast(2)
    let note = try #require(
      notes(
        try Blekinge.books2022(), previous: try Blekinge.books2021(), mapping: mapping,
        association: Blekinge.association()
      ).first)

    #expect(note.id == "not-verksamhetens-intakter")
    #expect(note.row("bidrag.KARLSKRONA")?.title == "Karlskrona kommun")
    #expect(note.printed("bidrag.FK") == 6_940_000)
    #expect(note.printed("ovrigt", "previous") == -6)
    #expect(note.printed("summa", "previous") == 13_879_994)
  }

  @Test func `a mapping's own row called övrigt is not mixed with what no row counts`() throws {
    var mapping = Blekinge.mapping
    mapping.notes[1].rows = [
      Mapping.Note.Row(id: "ovrigt", title: "Övrigt", counts: [Selection(accounts: [5000...5999])])
    ]
    let note = try #require(
      notes(try Blekinge.books2022(), previous: nil, mapping: mapping, association: Blekinge.association())
        .first { $0.id == "not-verksamhetens-kostnader" })
    #expect(note.rows.map(\.id) == ["ovrigt", "ovrigt-utan-rad", "summa"])
    #expect(note.printed("ovrigt") == 40_372)
    #expect(note.faultySum == nil)
  }

  @Test func `notes of the balance sheet tie to it in both years`() throws {
    let notes = try tables(previous: false)
    let debts = try #require(notes.first { $0.id == "not-kortfristiga-skulder" })
    #expect(debts.printed("insatsskulder") == 6_236_157)
    #expect(debts.printed("upplupna-kostnader") == 91_001)
    #expect(debts.printed("ovriga-skulder", "previous") == 189_132)
    #expect(debts.printed("summa", "previous") == 4_984_259)
    let claims = try #require(notes.first { $0.id == "not-fordringar" })
    #expect(claims.printed("forutbetalda-kostnader") == 10_670)
    #expect(claims.printed("summa") == 66_806)
  }

  @Test func `notes are numbered from two in their order, and the statements point to them`() throws {
    let (books, previous) = (try Blekinge.books2022(), try Blekinge.books2021())
    let numbers = noteNumbers(books, previous: previous, mapping: Blekinge.mapping)
    #expect(
      numbers == [
        "verksamhetens-intakter": 2, "verksamhetens-kostnader": 3, "fordringar": 4, "kortfristiga-skulder": 5,
      ])
    #expect(
      incomeStatement(books, previous: previous, mapping: Blekinge.mapping).row("verksamhetens-kostnader")?.note == "3")
    #expect(balanceSheet(books, previous: previous, mapping: Blekinge.mapping).row("fordringar")?.note == "4")
    #expect(balanceSheet(books, previous: previous, mapping: Blekinge.mapping).row("kassa-och-bank")?.note == "")
  }

  @Test func `a note with nothing to specify is left out and takes no number`() throws {
    let books = try books(2022, [Entry(1930, change: -5), Entry(6990, change: 5)])
    #expect(noteNumbers(books, previous: nil, mapping: Blekinge.mapping) == ["verksamhetens-kostnader": 2])
    #expect(
      notes(books, previous: nil, mapping: Blekinge.mapping, association: Blekinge.association()).map(\.id)
        == ["not-verksamhetens-kostnader"])
  }
}
