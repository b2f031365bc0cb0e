import Ledger
import Report
import Statements

/// Draws a diagram in whole tenths of a point: no floating number, so the same bytes everywhere.
///
/// Every value is written beside its mark. The series differ in lightness, outline, dash and marker as well as in
/// colour, and no text is set where it could meet another.
struct DiagramDrawing {
  static let width = 460
  static let lineHeight = 17

  let diagram: Diagram
  let low: Int64
  let high: Int64

  init(_ diagram: Diagram) {
    self.diagram = diagram
    let values: [Int64]
    if diagram.form == .stacked {
      values = diagram.categories.indices.map { category in
        diagram.series.map { max(0, DiagramDrawing.size(of: $0.value(at: category)) ?? 0) }.reduce(0, +)
      }
    } else {
      values = diagram.series.flatMap(\.values).compactMap { DiagramDrawing.size(of: $0) }
    }
    high = max(values.max() ?? 0, 1)
    let least = values.min() ?? 0
    // Bars begin at zero, always. A line that never comes near it is drawn closer, so that its course is seen.
    low = diagram.form == .lines && least > 0 && least > high / 2 ? max(0, 2 * least - high - 1) : min(0, least)
  }

  /// What is drawn and how high it is.
  func content() -> (HTML, height: Int) {
    let legend = legend()
    let (marks, height) =
      switch diagram.form {
      case .bars: columnsFit ? columns(top: legend.height) : bars(top: legend.height)
      case .stacked: stacked(top: legend.height)
      case .lines: linesFit ? lines(top: legend.height) : bars(top: legend.height)
      }
    return (legend.html + marks, height)
  }

  /// How large a figure is drawn: öre, pieces or per mille.
  static func size(of figure: Figure?) -> Int64? {
    switch figure?.value {
    case .amount(let amount): amount.ore
    case .count(let count): count
    case .share(let share): share.permille
    default: nil
    }
  }

  /// How wide words are in points at 13, a little more than they are: Lato's digits are 7.5, its space is 2.5, and
  /// its letters are under 7.5 on an average.
  static func width(of words: String) -> Int {
    words.unicodeScalars.reduce(20) { $0 + ($1 == " " || $1 == "\u{00A0}" ? 27 : 76) } / 10
  }

  private func legend() -> (html: HTML, height: Int) {
    guard diagram.series.count > 1 else { return (.empty, 6) }
    var (x, y) = (0, 13)
    var marks: [HTML] = []
    for (index, series) in diagram.series.enumerated() {
      let width = 22 + DiagramDrawing.width(of: series.title)
      if x > 0, x + width > DiagramDrawing.width { (x, y) = (0, y + 20) }
      marks.append(key(index, x: x, y: y))
      marks.append(SVG.text(series.title, x: x + 22, y: y))
      x += width + 16
    }
    return (HTML.joined(marks), y + 18)
  }

  private func key(_ index: Int, x: Int, y: Int) -> HTML {
    if diagram.form == .lines, linesFit {
      return SVG.path("M\(x) \(y - 4)h16", series: index) + SVG.marker(index, x: (x + 8) * 10, y: (y - 4) * 10)
    }
    return SVG.bar(index, x: x * 10, y: (y - 11) * 10, width: 140, height: 120)
  }

  var labelWidth: Int {
    diagram.series.flatMap(\.values).compactMap(\.self).map { DiagramDrawing.width(of: diagram.printed($0)) }.max() ?? 0
  }

  /// Standing columns where every label has room beneath or above its column; lying bars otherwise.
  var columnsFit: Bool {
    let slot = DiagramDrawing.width / max(1, diagram.categories.count)
    let widest = diagram.categories.map { DiagramDrawing.width(of: $0) }.max() ?? 0
    return diagram.categories.count > 1 && widest + 6 <= slot
      && (labelWidth + 6) * max(1, diagram.series.count) + 10 <= slot
  }

  /// Words on as many lines as they need.
  static func wrapped(_ words: String) -> [String] {
    var lines: [String] = []
    for word in words.split(separator: " ").map(String.init) {
      if let last = lines.last, width(of: last + " " + word) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  var linesFit: Bool { labelWidth + 4 <= DiagramDrawing.width / max(1, diagram.categories.count) }
}

extension Diagram.Series {
  func value(at index: Int) -> Figure? { values.indices.contains(index) ? values[index] : nil }
}
