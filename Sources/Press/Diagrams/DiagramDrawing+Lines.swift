import Ledger
import Report
import Statements

// A line per series, with its values beside the marks.
extension DiagramDrawing {
  func lines(top: Int) -> (HTML, Int) {
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

  /// Where categories are too wide to stand side by side, every second, third … is written.
  private func shows(_ index: Int, of last: Int, slot: Int) -> Bool {
    let widest = diagram.categories.map { DiagramDrawing.width(of: $0) }.max() ?? 0
    let step = max(1, (widest + 6 + slot - 1) / max(1, slot))
    return (last - index) % step == 0
  }
}
