import Ledger
import Statements
import Testing

@testable import Report

/// The words and comparisons that checks are made of.
struct CheckReadingTests {
  @Test(arguments: [
    (Printed(units: -2423, unit: .thousands), Printed(units: -2_422_563, unit: .kronor), Int64(0)),
    (Printed(units: 16_346_819, unit: .kronor), Printed(units: 16_346_823, unit: .kronor), Int64(-4)),
    (Printed(units: -2422, unit: .thousands), Printed(units: -2_467_000, unit: .kronor), Int64(45)),
  ])
  func `amounts of different units are compared in the larger`(stated: Printed, expected: Printed, off: Int64) throws {
    let relation = try #require(Relation(at: "x", "%s mot %e", stated: stated, expected: expected, remedy: "Rätta."))

    #expect(relation.difference.units == off)
    #expect(relation.slip.message.has("\(stated.text) mot \(expected.text): "))
  }

  @Test func `an amount and a count are never compared, nor amounts too large to convert`() {
    let count = Printed(units: 3, unit: .none)
    let huge = Printed(units: .max / 100, unit: .kronor)

    #expect(Relation(at: "x", "", stated: count, expected: Printed(units: 3, unit: .kronor), remedy: "") == nil)
    #expect(Relation(at: "x", "", stated: huge, expected: Printed(units: 3, unit: .thousands), remedy: "") == nil)
  }

  @Test func `text is cut by byte, so that a mark after a sign hides nothing`() throws {
    let lines = "a\r\nb".pieces(separatedBy: "\n")
    let hidden = "x\"\u{301}y".has("\"")
    let empty = "".pieces(separatedBy: "x")
    let goal = try #require("Deltagarmål 2".trailingNumber)

    #expect(lines == ["a\r", "b"])
    #expect(hidden)
    #expect(empty == [""])
    #expect("Besök hos  Kommunfullmäktige.".normalized == "besök hos kommunfullmäktige")
    #expect(goal.before == "deltagarmål")
    #expect(goal.number == 2)
    #expect("2022-12-31 och 1 900".years == [2022])
  }

  @Test func `a passage's typed words hide the figures that are bound`() throws {
    let figure = Figure(.amount(Money(kronor: 5)), origin: .nothing(why: "Prov."))
    var report = AnnualReport.sound
    report.type([.text("Det blev "), .strong([.figure(name: "x", figure, printed: "5 kr")]), .text(" i år.")])

    let passage = try #require(report.passages.last { $0.chapterID == report.chapters[0].id })

    #expect(passage.typed == "Det blev \u{FFFC} i år.")
    #expect(passage.printed == "Det blev 5 kr i år.")
  }
}
