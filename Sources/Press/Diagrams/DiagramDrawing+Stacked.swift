import Ledger
import Report
import Statements

// Bars of parts, each with the sum at its end.
extension DiagramDrawing {
  func stacked(top: Int) -> (HTML, Int) {
    let totals = diagram.categories.indices.map { total(at: $0) }
    let side = (totals.map { DiagramDrawing.width(of: $0) }.max() ?? 0) + 8
    let plot = DiagramDrawing.width - side
    func width(_ value: Int64) -> Int { Int(max(0, value) * Int64(plot * 10) / high) }
    let labelsFit = diagram.categories.indices.allSatisfy { index in
      diagram.series.allSatisfy { series in
        guard let figure = series.value(at: index) else { return true }
        // What is withheld has no bar to be written in.
        guard let value = DiagramDrawing.size(of: figure) else { return false }
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
        guard let figure = series.value(at: index) else { continue }
        guard let value = DiagramDrawing.size(of: figure) else {
          words.append("\(series.title) \(diagram.printed(figure))")
          continue
        }
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
}
