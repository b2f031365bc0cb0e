import Ledger
import Report
import Statements

// Columns that stand, and bars that lie where labels need the room.
extension DiagramDrawing {
  func columns(top: Int) -> (HTML, Int) {
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

  func bars(top: Int) -> (HTML, Int) {
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
}
