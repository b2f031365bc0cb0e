import Association

/// `avvikelser/2022.yaml`: departures from recommendations, with reasons.
extension Deviation {
  static let fileKeys = ["rekommendation", "skäl"]

  init(_ section: Section, year: Int) {
    self.init(year: year, recommendation: section.text("rekommendation"), reason: section.text("skäl"))
  }

  var file: YAMLValue { .section([("rekommendation", .text(recommendation)), ("skäl", .text(reason))]) }
}
