import Ledger
public import Report
public import Statements

/// A diagram as a picture with a caption. The picture is drawn once and serves both the web page and the PDF; it says
/// its figures in words for those who do not see it.
public struct DiagramPart {
  let diagram: Diagram

  /// A diagram.
  public init(_ diagram: Diagram) { self.diagram = diagram }

  /// The figure with its caption.
  public func html() -> HTML {
    tag(
      "figure", [.class("diagram"), .id("diagram-" + diagram.id)],
      tag(
        "figcaption", tag("span", [.class("title")], .text(diagram.title)),
        unitWords.isEmpty ? .empty : .raw(" ") + tag("span", [.class("unit")], .text(unitWords))),
      svg())
  }

  /// The picture alone, as SVG that stands on its own.
  public func svg() -> HTML {
    let drawing = DiagramDrawing(diagram)
    let (content, height) = drawing.content()
    let id = "diagram-" + diagram.id
    return tag(
      "svg",
      [
        .other("xmlns", "http://www.w3.org/2000/svg"), .role("img"), .labelled(by: "\(id)-titel \(id)-beskrivning"),
        .other("viewBox", "0 0 \(DiagramDrawing.width) \(height)"), .other("width", "\(DiagramDrawing.width)"),
        .other("height", "\(height)"), .other("font-family", "Lato"), .other("font-size", "13"),
      ],
      tag("title", [.id(id + "-titel")], .text(diagram.title)),
      tag("desc", [.id(id + "-beskrivning")], .text(description)), content)
  }

  /// The unit as the caption states it, or empty.
  public var unitWords: String {
    switch diagram.unit {
    case .kronor: "Kronor"
    case .thousands: "Tusental kronor (tkr)"
    case .none: ""
    }
  }

  /// What the picture shows, figures and all.
  public var description: String {
    let form =
      switch diagram.form {
      case .bars: "Stapeldiagram"
      case .stacked: "Diagram med staplade staplar"
      case .lines: "Linjediagram"
      }
    let unit = diagram.unit == .none ? "" : " \(diagram.unit.rawValue)"
    let series = diagram.series.map { series in
      let values = zip(diagram.categories, series.values).map { category, value in
        guard let value else { return "\(category) uppgift saknas" }
        return "\(category) \(diagram.printed(value))\(value.amount == nil ? "" : unit)"
      }
      return "\(series.title): \(values.joined(separator: "; "))."
    }
    return "\(form). \(series.joined(separator: " "))"
  }
}

extension Diagram {
  /// A value as it stands in the picture, in the diagram's unit. Where the figure's printed number is of this unit it
  /// is used, so that picture and table say the same.
  public func printed(_ figure: Figure) -> String {
    guard let amount = figure.amount else { return figure.printed }
    let rounded = amount.rounded(toUnitsOf: unit.ore)
    guard let printed = figure.printedUnits, abs(printed - rounded) <= 2 else { return Numerals.whole(rounded) }
    return Numerals.whole(printed)
  }
}
