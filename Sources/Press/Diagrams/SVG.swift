/// The marks a diagram is made of. Colours are attributes, so that the picture stands on its own; on a web page the
/// classes win over them and follow the reader's colour scheme.
enum SVG {
  private static let ink = "#1c2326"
  private static let accent = "#14505c"
  private static let fills = [accent, "#b9d3d6", "#ffffff", "#6d787c", "#dfe5e6", "#3a7885"]
  private static let dashes = ["", "7 4", "2 3", "10 3 2 3", "1 2", "14 4"]

  static func tenths(_ number: Int) -> String {
    let size = number.magnitude
    let sign = number < 0 ? "-" : ""
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }

  static func bar(_ series: Int, x: Int, y: Int, width: Int, height: Int) -> HTML {
    tag(
      "rect",
      [
        seriesClass(series), .other("x", tenths(x)), .other("y", tenths(y)), .other("width", tenths(width)),
        .other("height", tenths(height)), .other("fill", fills[series % fills.count]), .other("stroke", accent),
        .other("stroke-width", "1"),
      ])
  }

  static func path(_ path: String, series: Int) -> HTML {
    let dash = dashes[series % dashes.count]
    return tag(
      "path",
      [
        .class("line"), .other("d", path), .other("fill", "none"), .other("stroke", accent),
        .other("stroke-width", "2"), Attribute("stroke-dasharray", dash, isPresent: !dash.isEmpty),
      ])
  }

  static func axis(_ path: String) -> HTML {
    tag(
      "path",
      [.class("axis"), .other("d", path), .other("fill", "none"), .other("stroke", ink), .other("stroke-width", "1")])
  }

  /// Disc, square, diamond and triangle, filled or open.
  static func marker(_ series: Int, x: Int, y: Int) -> HTML {
    let (x10, y10) = (tenths(x), tenths(y))
    let shape =
      switch series % 4 {
      case 0: "M\(x10) \(y10)m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
      case 1: "M\(x10) \(y10)m-4 -4h8v8h-8z"
      case 2: "M\(x10) \(y10)m0 -5l5 5l-5 5l-5 -5z"
      default: "M\(x10) \(y10)m0 -5l5 9h-10z"
      }
    return tag(
      "path",
      [
        .class("marker"), .other("d", shape), .other("fill", series % 2 == 0 ? accent : "#ffffff"),
        .other("stroke", accent), .other("stroke-width", "1.5"),
      ])
  }

  static func text(
    _ words: String, x: Int, y: Int, anchor: String = "start", weight: String = "normal", onSeries: Int? = nil,
    hasHalo: Bool = false
  ) -> HTML {
    guard !words.isEmpty else { return .empty }
    let isOnDark = onSeries.map { [0, 3, 5].contains($0 % fills.count) } ?? false
    return tag(
      "text",
      [
        .class(onSeries == nil ? (hasHalo ? "halo" : "") : isOnDark ? "on-dark" : "on-light"), .other("x", "\(x)"),
        .other("y", "\(y)"), Attribute("text-anchor", anchor, isPresent: anchor != "start"),
        Attribute("font-weight", weight, isPresent: weight != "normal"), .other("fill", isOnDark ? "#ffffff" : ink),
        Attribute("stroke", "#ffffff", isPresent: hasHalo), Attribute("stroke-width", "4", isPresent: hasHalo),
        Attribute("paint-order", "stroke", isPresent: hasHalo),
      ], .text(words))
  }

  private static func seriesClass(_ series: Int) -> Attribute {
    switch series % fills.count {
    case 0: .class("s0")
    case 1: .class("s1")
    case 2: .class("s2")
    case 3: .class("s3")
    case 4: .class("s4")
    default: .class("s5")
    }
  }
}
