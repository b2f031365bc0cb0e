import Ledger

/// The diagnostics of one reading. Of each code the first are kept, and the rest are counted: a file with a million
/// rows that all deviate must not fill the memory, and nothing may be lost without a word.
struct DiagnosticLog {
  /// How many of one code are kept.
  static let keptCountMax = 200

  private var kept: [Diagnostic] = []
  private var counts: [String: (count: Int, gravest: Diagnostic.Severity)] = [:]

  /// How many there were of each code, those that are not kept too.
  var countPerCode: [String: Int] { counts.mapValues(\.count) }

  /// Takes a diagnostic.
  mutating func add(_ diagnostic: Diagnostic) {
    let count = (counts[diagnostic.code]?.count ?? 0) + 1
    counts[diagnostic.code] = (count, max(counts[diagnostic.code]?.gravest ?? .note, diagnostic.severity))
    if count <= Self.keptCountMax { kept.append(diagnostic) }
  }

  /// Everything, in order of place, with one diagnostic for the rest of each code that had too many.
  func all(file: String) -> [Diagnostic] {
    let order = kept.indices.sorted { (kept[$0].place, $0) < (kept[$1].place, $1) }
    let rest = counts.filter { $0.value.count > Self.keptCountMax }.sorted { $0.key < $1.key }
    return order.map { kept[$0] }
      + rest.map { code, seen in
        Diagnostic(
          code: code, severity: seen.gravest, place: Place(file: file),
          message: "… och \((seen.count - Self.keptCountMax).groupedText) till av samma slag.")
      }
  }
}

extension BinaryInteger {
  /// The number with a no-break space between thousands, as in `4 321`, and U+2212 for minus.
  var groupedText: String {
    let digits = Array(magnitude.description.utf8)
    var text = self < 0 ? "\u{2212}" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "\u{A0}" }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }
}

extension Money {
  /// The amount as a message says it: `−1 234,50 kr`.
  var spoken: String {
    let size = ore.magnitude
    let cents = size % 100
    return "\(ore < 0 ? "\u{2212}" : "")\((size / 100).groupedText),\(cents < 10 ? "0" : "")\(cents)\u{A0}kr"
  }
}
