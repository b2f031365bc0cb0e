import Association

/// `citat.yaml`: figures that somebody else has published.
extension QuotedFigure {
  static let fileKeys = ["id", "tal", "källa"]

  init(_ section: Section) {
    self.init(id: section.id(), text: section.text("tal"), source: section.text("källa"))
  }

  var file: YAMLValue {
    .section([
      ("id", .text(id)), ("tal", YAMLText.isWholeNumber(text) ? .plain(text) : .text(text)), ("källa", .text(source)),
    ])
  }
}
