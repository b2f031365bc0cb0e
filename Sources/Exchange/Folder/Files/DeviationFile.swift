import Association

/// `avvikelser/2022.yaml`: departures from recommendations, with reasons.
extension Deviation {
  static let fileKeys = ["rekommendation", "skäl", "beslut"]

  init(_ section: Section, year: Int) {
    self.init(
      year: year, recommendation: section.text("rekommendation"), reason: section.text("skäl"),
      decision: section.decision("beslut"))
  }

  var file: YAMLValue {
    .section([("rekommendation", .text(recommendation)), ("skäl", .text(reason)), ("beslut", .decision(decision))])
  }
}
