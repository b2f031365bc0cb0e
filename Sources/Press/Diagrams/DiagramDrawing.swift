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
    if diagram.form == .lines {
      return SVG.path("M\(x) \(y - 4)h16", series: index) + SVG.marker(index, x: (x + 8) * 10, y: (y - 4) * 10)
    }
    return SVG.bar(index, x: x * 10, y: (y - 11) * 10, width: 140, height: 120)
  }

  private var labelWidth: Int {
    diagram.series.flatMap(\.values).compactMap(\.self).map { DiagramDrawing.width(of: diagram.printed($0)) }.max() ?? 0
  }

  /// Standing columns where every label has room beneath or above its column; lying bars otherwise.
  private var columnsFit: Bool {
    let slot = DiagramDrawing.width / max(1, diagram.categories.count)
    let widest = diagram.categories.map { DiagramDrawing.width(of: $0) }.max() ?? 0
    return diagram.categories.count > 1 && widest + 6 <= slot
      && (labelWidth + 6) * max(1, diagram.series.count) + 10 <= slot
  }

  private func columns(top: Int) -> (HTML, Int) {
    let plot = 150
    let labels = DiagramDrawing.lineHeight
    let above = top + labels
    let range = high - low
    func y(_ value: Int64) -> Int { above * 10 + Int((high - value) * Int64(plot * 10) / range) }
    let slot = DiagramDrawing.width / diagram.categories.count
    let width = min(56, (slot - 10) / max(1, diagram.series.count))
    var marks: [HTML] = []
    for (index, category) in diagram.categories.enumerated() {
      let middle = slot * index + slot / 2
      let left = middle - width * diagram.series.count / 2
      for (number, series) in diagram.series.enumerated() {
        guard let figure = series.value(at: index), let value = DiagramDrawing.size(of: figure) else { continue }
        let (x, from, to) = (left + width * number, y(max(value, 0)), y(min(value, 0)))
        marks.append(SVG.bar(number, x: (x + 3) * 10, y: from, width: (width - 6) * 10, height: max(to - from, 5)))
        let label = value < 0 ? to / 10 + 14 : from / 10 - 5
        marks.append(SVG.text(diagram.printed(figure), x: x + width / 2, y: label, anchor: "middle", weight: "bold"))
      }
      let foot = above + plot + (low < 0 ? labels : 0) + 18
      marks.append(SVG.text(category, x: middle, y: foot, anchor: "middle"))
    }
    marks.append(SVG.axis("M0 \(SVG.tenths(y(0)))H\(DiagramDrawing.width)"))
    return (HTML.joined(marks), above + plot + (low < 0 ? labels : 0) + 26)
  }

  private func bars(top: Int) -> (HTML, Int) {
    let side = labelWidth + 8
    let left = low < 0 ? side : 0
    let plot = DiagramDrawing.width - side - left
    let range = high - low
    func x(_ value: Int64) -> Int { left * 10 + Int((value - low) * Int64(plot * 10) / range) }
    var y = top
    var marks: [HTML] = []
    for (index, category) in diagram.categories.enumerated() {
      for line in DiagramDrawing.wrapped(category) {
        y += DiagramDrawing.lineHeight
        marks.append(SVG.text(line, x: 0, y: y - 4))
      }
      let start = y
      for (number, series) in diagram.series.enumerated() {
        guard let figure = series.value(at: index), let value = DiagramDrawing.size(of: figure) else { continue }
        let (from, to) = (x(min(value, 0)), x(max(value, 0)))
        marks.append(SVG.bar(number, x: from, y: y * 10, width: max(to - from, 5), height: 150))
        let label = value < 0 ? from / 10 - 5 : to / 10 + 6
        marks.append(
          SVG.text(diagram.printed(figure), x: label, y: y + 12, anchor: value < 0 ? "end" : "start", weight: "bold"))
        y += 18
      }
      marks.append(SVG.axis("M\(SVG.tenths(x(0))) \(start - 2)V\(y)"))
      y += 8
    }
    return (HTML.joined(marks), y)
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

  private func stacked(top: Int) -> (HTML, Int) {
    let totals = diagram.categories.indices.map { total(at: $0) }
    let side = (totals.map { DiagramDrawing.width(of: $0) }.max() ?? 0) + 8
    let plot = DiagramDrawing.width - side
    func width(_ value: Int64) -> Int { Int(max(0, value) * Int64(plot * 10) / high) }
    let labelsFit = diagram.categories.indices.allSatisfy { index in
      diagram.series.allSatisfy { series in
        guard let figure = series.value(at: index), let value = DiagramDrawing.size(of: figure) else { return true }
        return DiagramDrawing.width(of: diagram.printed(figure)) + 4 <= width(value) / 10
      }
    }
    var y = top
    var marks: [HTML] = []
    for (index, category) in diagram.categories.enumerated() {
      for line in DiagramDrawing.wrapped(category) {
        y += DiagramDrawing.lineHeight
        marks.append(SVG.text(line, x: 0, y: y - 4))
      }
      var x = 0
      var words: [String] = []
      for (number, series) in diagram.series.enumerated() {
        guard let figure = series.value(at: index), let value = DiagramDrawing.size(of: figure) else { continue }
        marks.append(SVG.bar(number, x: x, y: y * 10, width: width(value), height: 180))
        words.append("\(series.title) \(diagram.printed(figure))")
        if labelsFit {
          marks.append(
            SVG.text(
              diagram.printed(figure), x: (x + width(value) / 2) / 10, y: y + 14, anchor: "middle", weight: "bold",
              onSeries: number))
        }
        x += width(value)
      }
      marks.append(SVG.text(totals[index], x: x / 10 + 6, y: y + 14, weight: "bold"))
      marks.append(SVG.axis("M0 \(y - 2)V\(y + 20)"))
      y += 22
      if !labelsFit {
        for line in DiagramDrawing.wrapped(words.joined(separator: ", ")) {
          y += 15
          marks.append(SVG.text(line, x: 0, y: y - 3))
        }
      }
      y += 8
    }
    return (HTML.joined(marks), y)
  }

  /// The sum of a stack as printed: amounts and counts add; shares are parts of one whole and their sum says nothing.
  private func total(at category: Int) -> String {
    let figures = diagram.series.compactMap { $0.value(at: category) }
    if figures.allSatisfy({ $0.amount != nil }) {
      let sum = figures.compactMap(\.amount).sum()
      return diagram.printed(Figure(.amount(sum), origin: .nothing(why: "")))
    }
    if figures.allSatisfy({ $0.count != nil }) { return Numerals.whole(figures.compactMap(\.count).reduce(0, +)) }
    return ""
  }

  private func lines(top: Int) -> (HTML, Int) {
    let plot = 170
    let above = top + DiagramDrawing.lineHeight
    let range = high - low
    func y(_ value: Int64) -> Int { above * 10 + Int((high - value) * Int64(plot * 10) / range) }
    let slot = DiagramDrawing.width / max(1, diagram.categories.count)
    func x(_ index: Int) -> Int { slot * index + slot / 2 }
    var marks: [HTML] = low <= 0 ? [SVG.axis("M0 \(SVG.tenths(y(0)))H\(DiagramDrawing.width)")] : []
    for (number, series) in diagram.series.enumerated() {
      var path = ""
      var isDrawing = false
      for index in diagram.categories.indices {
        guard let value = DiagramDrawing.size(of: series.value(at: index)) else {
          isDrawing = false
          continue
        }
        path += "\(isDrawing ? "L" : "M")\(x(index)) \(SVG.tenths(y(value)))"
        isDrawing = true
      }
      if !path.isEmpty { marks.append(SVG.path(path, series: number)) }
    }
    var foot = above + plot
    for index in diagram.categories.indices {
      let points = diagram.series.enumerated().compactMap { number, series -> (Int, Figure, Int)? in
        guard let figure = series.value(at: index), let value = DiagramDrawing.size(of: figure) else { return nil }
        return (number, figure, y(value))
      }.sorted { $0.2 < $1.2 }
      // The highest value is written above its mark and the others beneath theirs, each clear of the one above.
      var next = 0
      for (place, (number, figure, y)) in points.enumerated() {
        marks.append(SVG.marker(number, x: x(index) * 10, y: y))
        let label = place == 0 ? y / 10 - 9 : max(y / 10 + 18, next)
        marks.append(
          SVG.text(diagram.printed(figure), x: x(index), y: label, anchor: "middle", weight: "bold", hasHalo: true))
        next = label + 16
        foot = max(foot, label + 2)
      }
    }
    let last = diagram.categories.count - 1
    for (index, category) in diagram.categories.enumerated() where shows(index, of: last, slot: slot) {
      marks.append(SVG.text(category, x: x(index), y: foot + 20, anchor: "middle"))
    }
    return (HTML.joined(marks), foot + 28)
  }

  private var linesFit: Bool { labelWidth + 4 <= DiagramDrawing.width / max(1, diagram.categories.count) }

  /// Where categories are too wide to stand side by side, every second, third … is written.
  private func shows(_ index: Int, of last: Int, slot: Int) -> Bool {
    let widest = diagram.categories.map { DiagramDrawing.width(of: $0) }.max() ?? 0
    let step = max(1, (widest + 6 + slot - 1) / max(1, slot))
    return (last - index) % step == 0
  }
}

extension Diagram.Series {
  func value(at index: Int) -> Figure? { values.indices.contains(index) ? values[index] : nil }
}
