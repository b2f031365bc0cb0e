import Association
import Ledger
import Statements

extension Check {
  static let surveyAnswers = Check(
    code: "enkat-svar", .error,
    question: "Är enkätens antal och procent möjliga: inte fler svar än tillfrågade, och en procent som svaren kan ge?",
    reason: "2023 trycktes 98 procent av 31 svar: 30 av 31 är 97 procent och 31 av 31 är 100.",
    mend: "Rätta antalen, eller säg hur många som besvarade just den frågan.",
    slips: { report in
      let surveys = report.source?.association.surveys.filter { $0.year == report.year.number } ?? []
      return surveys.flatMap { $0.slips(told: report.told) } + report.impossibleShares
    },
    spoil: { report in
      let year = report.year.number
      report.alterAssociation { association in
        let question = Survey.Question(
          id: "1", text: "Exempel", positive: Tally(women: 9, men: 4), answered: Tally(women: 8, men: 4))
        association.surveys.append(
          Survey(
            id: "exempel", year: year, title: "Exempel", scale: ["Nej", "Ja"], positiveFrom: 2, population: "Alla",
            asked: 10, answered: 12, questions: [question]))
      }
      guard let share = Share(98, of: 100) else { return }
      let origin = Origin.nothing(why: "Exempel.")
      report.figures["enkat.exempel.svar"] = AnnualReport.NamedFigure(
        title: "Svar", figure: Figure(.count(31), origin: origin))
      report.figures["enkat.exempel.fraga"] = AnnualReport.NamedFigure(
        title: "Fråga", figure: Figure(.share(share), origin: origin))
    })
}

extension Survey {
  fileprivate func slips(told: (Int) -> String) -> [Slip] {
    func slip(_ place: String, _ what: String, _ stated: Int, _ limit: Int, _ whole: String) -> Slip? {
      guard stated > limit else { return nil }
      return Slip(
        at: "enkat-\(id)/\(place)", stated: told(stated), expected: "högst \(told(limit))",
        "\(title): \(what) är \(told(stated)), men \(whole) är \(told(limit)). Rätta antalet.")
    }
    return [slip("svar", "antalet svar", answered, asked, "antalet tillfrågade")].compactMap { $0 }
      + questions.flatMap { question -> [Slip] in
        let sexes = [
          ("kvinnor", question.positive.women, question.answered.women),
          ("män", question.positive.men, question.answered.men),
          ("utan uppgift om kön", question.positive.notStated, question.answered.notStated),
        ]
        return sexes.compactMap { sex, positive, answered in
          slip("\(question.id)/\(sex)", "positiva svar från \(sex)", positive, answered, "antalet svar")
        }
          + [
            slip(
              question.id, "svaren på \(question.text)", question.answered.total, answered, "antalet svar på enkäten")
          ]
          .compactMap { $0 }
      }
  }
}

extension AnnualReport {
  /// Percentages, printed without their counts, that no whole number of the answers gives.
  fileprivate var impossibleShares: [Slip] {
    figures.sorted { $0.key < $1.key }.compactMap { name, named in
      guard name.utf8.starts(with: "enkat.".utf8), !name.ends(in: ".svarsfrekvens"), let share = named.figure.share,
        share.denominator == 100, let survey = name.pieces(separatedBy: ".").dropFirst().first,
        let answers = figures["enkat.\(survey).svar"]?.figure.count, answers > 0, answers < 100
      else { return nil }
      guard !share.isPossible(of: answers) else { return nil }
      let isNearby = (max(1, answers - 3)..<answers).contains { share.isPossible(of: $0) }
      let nearest = (share.numerator * answers + 50) / 100
      let right = Share(nearest, of: answers).map { Numerals.percent($0) } ?? ""
      return Slip(
        at: "figurer/\(name)", stated: Numerals.percent(share), expected: right, severity: isNearby ? .warning : .error,
        "\(named.title): \(Numerals.percent(share)) kan inte vara en andel av \(answers) svar; närmast är "
          + "\(nearest) av \(answers), \(right). Rätta talet, eller säg hur många som besvarade frågan.")
    }
  }
}

extension Share {
  /// Whether some whole number of that many answers is printed as this share in whole per cent.
  fileprivate func isPossible(of answers: Int64) -> Bool {
    (0...answers).contains { Share($0, of: answers)?.percent == percent }
  }
}
