import Association

/// `enkater/2022.yaml`: surveys, counts only.
extension Survey {
  static let fileKeys = [
    "id", "rubrik", "skala", "positivt-från", "målgrupp", "tillfrågade", "svarande", "insats", "frågor",
  ]

  init(_ section: Section, year: Int) {
    self.init(
      id: section.id(), year: year, title: section.text("rubrik"), scale: section.texts("skala"),
      positiveFrom: section.count("positivt-från"), population: section.text("målgrupp"),
      asked: section.count("tillfrågade"), answered: section.count("svarande"), insatsID: section.insats(),
      questions: section.entries("frågor", isRequired: true, keys: Question.fileKeys, named: "id").map(Question.init))
  }

  var file: YAMLValue {
    .section([
      ("id", .text(id)), ("rubrik", .text(title)), ("skala", .list(scale.map { .text($0) })),
      ("positivt-från", .count(positiveFrom)), ("målgrupp", .text(population)), ("tillfrågade", .count(asked)),
      ("svarande", .count(answered)), ("insats", .textIfSaid(insatsID)), ("frågor", .list(questions.map(\.file))),
    ])
  }
}

extension Survey.Question {
  fileprivate static let fileKeys = ["id", "fråga", "positiva", "svar"]

  fileprivate init(_ section: Section) {
    self.init(
      id: section.id(), text: section.text("fråga"), positive: section.tally("positiva"),
      answered: section.tally("svar"))
  }

  fileprivate var file: YAMLValue {
    .section([
      ("id", .text(id)), ("fråga", .text(text)), ("positiva", .tally(positive)), ("svar", .tally(answered)),
    ])
  }
}
