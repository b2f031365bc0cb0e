import Association
import Desk
import Exchange
import Foundation
import Ledger
import Report
import Statements
import Store
import Testing

@testable import finsam

/// A published survey, entered as answers one by one.
struct SurveyAnswerTests {
  private static let form = """
    enkät: avslut
    rubrik: Enkät till deltagare
    målgrupp: deltagare-avslut
    frågor:
      - {id: nytta, fråga: "Har du haft nytta av stödet?", skala: frekvens, positivt-från: 4}
      - {id: delaktig, fråga: "Har du varit delaktig i planeringen?", skala: frekvens, positivt-från: 4}
      - {id: tid, fråga: "Har det fått ta den tid du behöver?", skala: frekvens, positivt-från: 4}
      - {id: kontakter, fråga: "Har du fått stöd i kontakter med myndigheter och vård?", skala: frekvens, positivt-från: 4}
      - {id: utveckling, fråga: "Har du utvecklats genom praktik eller planering?", skala: frekvens, positivt-från: 4}
      - {id: redo, fråga: "Är du mer redo att arbeta eller studera än när du började?", skala: frekvens, positivt-från: 4}
      - {id: erfarenheter, fråga: "Har personalen tagit vara på dina erfarenheter och synpunkter?", skala: frekvens, positivt-från: 4}
      - {id: framtid, fråga: "Finns en planering för tiden efter insatsen?", skala: frekvens, positivt-från: 4}
    """

  /// How many were positive and how many answered, question by question, as it was published.
  private static let published = [(30, 31), (30, 31), (30, 31), (31, 31), (23, 29), (20, 31), (30, 31), (31, 31)]

  @Test func `Sydnärke 2023: 31 of 33 answer, 24 by code and 7 on paper, and the report's table is the published one`()
    throws
  {
    let typed = try PublishedFigureTests.report("sydnarke-2023", year: 2023)
    var entered: AnnualReport?
    try Program.inFolder { program in
      let folder = URL(fileURLWithPath: program.path("mapp"))
      try FileManager.default.copyItem(at: Program.root.appendingPathComponent("Examples/sydnarke-2023"), to: folder)
      try FileManager.default.removeItem(at: folder.appendingPathComponent("enkater"))
      let run = try program.run("import", "mapp", "--book", "bok.finsam")
      #expect(run.code == 0 || run.code == 1, "\(run.problems)")
      let store = try Store(opening: program.path("bok.finsam"))
      #expect(try store.association().surveys == [])
      try Self.answer(store)
      entered = try ReportMaking.report(of: store, year: try YearOption.fiscalYear(2023, in: store))
      #expect(try store.verify().findings == [])
    }
    let report = try #require(entered)

    let table = try #require(report.table("enkat-avslut"))
    #expect(table == typed.table("enkat-avslut"))
    #expect(table.remark.contains("31 av 33 svarade (94\u{A0}%)"))
    for name in ["enkat.avslut.nytta", "enkat.avslut.utveckling", "enkat.avslut.svarsfrekvens"] {
      #expect(report.figures[name]?.figure.value == typed.figures[name]?.figure.value, "\(name)")
    }
    #expect(!report.findings.contains { $0.code == "enkat-svar" })
  }

  private static func answer(_ store: Store) throws {
    let instrument = try #require(SurveyInstrument.read(Array(form.utf8), named: "enkat.yaml").value)
    let (actor, now) = (Actor(name: "Testet"), Moment(secondsSince1970: 1_700_000_000))
    let round = try SurveyRound(
      SurveyRound.Draft(
        key: "avslut", title: "Enkät till deltagare som avslutat i Coachingteamet", year: 2023, insatsID: "COACHING",
        population: "Deltagare som avslutade i Coachingteamet under året",
        opens: try #require(CalendarDate("2023-01-01")), closes: try #require(CalendarDate("2023-12-31"))),
      asking: instrument)
    let digests = (0..<33).map { number in String(repeating: "0", count: 62) + "\(number + 10)" }
    let id = try store.together(by: actor, at: now) { writing in
      let id = try writing.open(round, asked: 33)
      try writing.makeCodes(digests, for: id)
      return id
    }
    for person in 0..<31 {
      let steps = published.enumerated().map { question, counts -> Int? in
        // Those who did not answer a question are not the same as those who were not positive.
        let place = (person + question * 5) % 31
        guard place < counts.1 else { return nil }
        return place < counts.0 ? 4 + place % 3 : 1 + place % 3
      }
      let answer = try SurveyAnswer(steps, to: instrument)
      let day = try #require(CalendarDate("2023-06-01"))
      if person < 24 {
        try store.answer(answer, code: digests[person], on: day) { Array(repeating: 0, count: $0) }
      } else {
        try store.answer(answer, onPaper: id) { Array(repeating: 0, count: $0) }
      }
    }
    try store.together(by: actor, at: now) { _ = try $0.close(id) }
  }
}
