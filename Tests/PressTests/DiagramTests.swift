import Press
import Report
import Statements
import TestKit
import Testing

@Suite struct DiagramTests {
  static let diagrams: [Diagram] = (AnnualReport.small.chapters + AnnualReport.example.chapters).flatMap(\.blocks)
    .compactMap { if case .diagram(let diagram) = $0 { diagram } else { nil } }

  @Test(arguments: diagrams)
  func `no words in a diagram meet other words or leave the picture`(diagram: Diagram) {
    let boxes = DiagramTests.boxes(in: DiagramPart(diagram).svg().bytes)

    #expect(!boxes.isEmpty)
    for (index, box) in boxes.enumerated() {
      #expect(box.x.lowerBound >= -1 && box.x.upperBound <= 461, "\(box.words)")
      for other in boxes[(index + 1)...] {
        #expect(!(box.x.overlaps(other.x) && box.y.overlaps(other.y)), "\(box.words) and \(other.words)")
      }
    }
  }

  @Test(arguments: diagrams)
  func `a diagram says its figures in words`(diagram: Diagram) {
    let part = DiagramPart(diagram)
    let page = PageReader(part.html().bytes)

    #expect(page.elements.contains { $0.name == "svg" && $0.attributes["role"] == "img" })
    #expect(page.elements.contains { $0.name == "title" } && page.elements.contains { $0.name == "desc" })
    for series in diagram.series {
      #expect(part.description.contains(series.title))
      for figure in series.values.compactMap({ $0 }) { #expect(part.description.contains(diagram.printed(figure))) }
    }
  }

  @Test(arguments: Diagram.Form.allForms)
  func `a diagram of nothing, of zeros or of very long words is drawn all the same`(form: Diagram.Form) {
    let long = String(repeating: "samverkansutveckling ", count: 12)
    let zero = Figure(.count(0), origin: .nothing(why: ""))
    for values in [[nil, nil], [zero, zero], []] as [[Figure?]] {
      let diagram = Diagram(
        id: "d", title: "D", form: form, unit: .none, categories: [long, "b"],
        series: [Diagram.Series(title: "s", values: values)])
      #expect(!DiagramPart(diagram).svg().isEmpty)
    }
    let none = Diagram(id: "d", title: "D", form: form, unit: .none, categories: [], series: [])
    #expect(!DiagramPart(none).svg().isEmpty)
  }

  struct Box {
    let words: String
    let x: Range<Double>
    let y: Range<Double>
  }

  /// Where each text stands, by Lato's own widths: digits 0.58 em, no-break space 0.19, other signs about 0.52.
  static func boxes(in svg: [UInt8]) -> [Box] {
    let page = PageReader(svg)
    return page.elements.filter { $0.name == "text" }.compactMap { element in
      guard let x = element.attributes["x"].flatMap(Double.init), let y = element.attributes["y"].flatMap(Double.init)
      else { return nil }
      let words = page.text(ofElement: "text", after: element.end)
      let width = words.unicodeScalars.reduce(0.0) {
        $0 + 13 * ($1 == " " || $1 == "\u{A0}" ? 0.19 : $1.properties.numericType != nil ? 0.58 : 0.52)
      }
      let left =
        switch element.attributes["text-anchor"] {
        case "middle": x - width / 2
        case "end": x - width
        default: x
        }
      return Box(words: words, x: left..<(left + max(width, 1)), y: (y - 9)..<(y + 1))
    }
  }
}

extension Diagram.Form {
  static let allForms: [Diagram.Form] = [.bars, .stacked, .lines]
}
