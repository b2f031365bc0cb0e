import Association
import Ledger
import Testing

/// Questions over the years, and what breaks them.
struct SurveySeriesTests {
  private func survey(
    _ year: Int, _ text: String = "Nytta?", scale: [String] = ["1", "2", "3", "4", "5", "6"], cut: Int = 5,
    id: String = "avslut", insats: String = ""
  ) -> Survey {
    Survey(
      id: id, year: year, title: "Avslut", scale: scale, positiveFrom: cut, population: "Alla", asked: 20, answered: 15,
      insatsID: insats,
      questions: [
        Survey.Question(
          id: "nytta", text: text, positive: Tally(women: 6, men: 5), answered: Tally(women: 8, men: 7))
      ])
  }

  private func series(_ surveys: [Survey]) -> [SurveySeries] {
    var association = Association(name: "Exempel", organisationNumber: "222000-0000")
    association.surveys = surveys
    return association.surveySeries
  }

  @Test func `years that can be compared are one stretch, in order of year`() {
    let made = series([survey(2025), survey(2023), survey(2024)])

    #expect(made.count == 1)
    #expect(made[0].segments.map { $0.points.map(\.survey.year) } == [[2023, 2024, 2025]])
    #expect(made[0].segments[0].breaks == [])
  }

  @Test func `other words, another scale or another cut breaks the series, and says so`() {
    let made = series([
      survey(2022), survey(2023, "Har du haft nytta?"), survey(2024, "Har du haft nytta?", cut: 4),
      survey(2025, "Har du haft nytta?", scale: ["Nej", "Ja"], cut: 2),
    ])

    #expect(made.count == 1)
    #expect(made[0].segments.map(\.points.count) == [1, 1, 1, 1])
    #expect(
      made[0].segments.map(\.breaks) == [
        [], [.wording(before: "Nytta?", after: "Har du haft nytta?")], [.cut(before: 5, after: 4)],
        [.scale(before: ["1", "2", "3", "4", "5", "6"], after: ["Nej", "Ja"])],
      ])
  }

  @Test func `insatser and surveys of other names are other series, and the parts of one round are one`() {
    let made = series([
      survey(2024), survey(2024, id: "annan"), survey(2024, insats: "SAMSA"), survey(2025, id: "avslut--sex-steg-5"),
    ])

    #expect(made.map(\.insatsID) == ["", "", "SAMSA"])
    #expect(made.map { $0.points.count } == [2, 1, 1])
  }

  /// No two years that differ in what they ask stand in one stretch, however they are drawn.
  @Test func `a stretch never mixes wordings, scales or cuts`() {
    var number = 0
    var surveys: [Survey] = []
    for year in 2000..<2100 {
      number = (number * 7 + year) % 24
      surveys.append(
        survey(
          year, number % 2 == 0 ? "A" : "B", scale: number % 3 == 0 ? ["x", "y", "z"] : ["1", "2", "3"],
          cut: number % 4 < 2 ? 2 : 3))
    }
    for segment in series(surveys).flatMap(\.segments) {
      #expect(Set(segment.points.map(\.question.text)).count == 1)
      #expect(Set(segment.points.map(\.survey.scale)).count == 1)
      #expect(Set(segment.points.map(\.survey.positiveFrom)).count == 1)
    }
  }
}
