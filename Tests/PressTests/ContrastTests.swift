import Press
import Report
import TestKit
import Testing

@Suite struct ContrastTests {
  /// Text and the ground it stands on, by the stylesheet's own names.
  static let pairs = [
    ("ink", "paper"), ("ink", "ground"), ("ink", "tint"), ("ink", "bar1"), ("quiet", "paper"), ("quiet", "ground"),
    ("quiet", "tint"), ("accent", "paper"), ("accent", "ground"), ("accent", "tint"), ("alarm", "paper"),
    ("alarm", "alarm-tint"), ("alarm", "tint"), ("paper", "accent"),
  ]

  @Test func `every text is at least 4,5 to 1 against its ground, in light, dark and print`() throws {
    let page = PageReader(HTMLPress.page(.small))
    let style = try #require(page.elements.first { $0.name == "style" })
    let css = page.text(ofElement: "style", after: style.end)
    let schemes = css.components(after: ":root{").map { ContrastTests.colours(in: $0) }
    #expect(schemes.count == 3)

    for scheme in schemes {
      for (text, ground) in ContrastTests.pairs {
        let contrast = ContrastTests.contrast(try #require(scheme[text]), try #require(scheme[ground]))
        #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
      }
    }
  }

  /// The colours of one scheme by name, as red, green and blue.
  static func colours(in block: String) -> [String: [Int]] {
    var colours: [String: [Int]] = [:]
    for part in block.split(separator: ";") {
      let words = part.split(separator: ":")
      guard words.count == 2, words[0].hasPrefix("--"), words[1].hasPrefix("#") else { continue }
      var digits = words[1].dropFirst().map(String.init)
      if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
      colours[String(words[0].dropFirst(2))] = stride(from: 0, to: 6, by: 2).compactMap {
        Int(digits[$0] + digits[$0 + 1], radix: 16)
      }
    }
    return colours
  }

  /// WCAG 2.1: the ratio of relative luminances, each with 0.05 added.
  static func contrast(_ one: [Int], _ other: [Int]) -> Double {
    func luminance(_ colour: [Int]) -> Double {
      let parts = colour.map { part in
        let share = Double(part) / 255
        return share <= 0.03928 ? share / 12.92 : power((share + 0.055) / 1.055)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (a, b) = (luminance(one) + 0.05, luminance(other) + 0.05)
    return max(a, b) / min(a, b)
  }

  /// To the power of 2.4: the fifth root of the square, times the square.
  private static func power(_ base: Double) -> Double {
    let square = base * base
    var root = square
    for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
    return square * root
  }
}

extension String {
  /// What stands between each mark and the next closing brace, spaces and breaks taken out.
  fileprivate func components(after mark: String) -> [String] {
    var found: [String] = []
    var rest = Substring(self)
    while let range = rest.firstRange(of: mark) {
      rest = rest[range.upperBound...]
      found.append(String(rest.prefix { $0 != "}" }.filter { !$0.isWhitespace }))
    }
    return found
  }
}
