import Association

/// `arshjul/2026.yaml`: what is said of the deadlines in the year's wheel.
extension DeadlineFact {
  static let fileKeys = ["punkt", "rubrik", "dag", "gjord", "anteckning"]

  init(_ section: Section, year: Int) {
    self.init(
      year: year, id: section.id("punkt"), title: section.textIfSaid("rubrik"), day: section.dateIfSaid("dag"),
      doneOn: section.dateIfSaid("gjord"), note: section.textIfSaid("anteckning"))
  }

  var file: YAMLValue {
    .section([
      ("punkt", .text(id)), ("rubrik", .textIfSaid(title)), ("dag", day.map { .date($0) }),
      ("gjord", doneOn.map { .date($0) }), ("anteckning", .textIfSaid(note)),
    ])
  }
}
