import Association

/// `aktiviteter/2022.yaml`: what was done to change structures.
extension Activity {
  static let fileKeys = ["aktivitet", "typ", "dag", "deltagare", "syfte", "resultat", "omdöme"]

  init(_ section: Section, year: Int) {
    self.init(
      year: year, title: section.text("aktivitet"), participants: section.countIfSaid("deltagare"),
      goal: section.textIfSaid("syfte"), result: section.textIfSaid("resultat"), verdict: section.textIfSaid("omdöme"),
      kind: section.textIfSaid("typ"), day: section.dateIfSaid("dag"))
  }

  var file: YAMLValue {
    .section([
      ("aktivitet", .text(title)), ("typ", .textIfSaid(kind)), ("dag", day.map { .date($0) }),
      ("deltagare", participants.map { .count($0) }), ("syfte", .textIfSaid(goal)),
      ("resultat", .textIfSaid(result)), ("omdöme", .textIfSaid(verdict)),
    ])
  }
}
