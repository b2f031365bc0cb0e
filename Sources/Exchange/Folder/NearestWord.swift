/// The word that somebody is likely to have meant, if any is near enough: at most a third of its letters differ.
func nearestWord(to written: String, among words: [String]) -> String? {
  let letters = Array(written.unicodeScalars.map(small))
  guard letters.count <= 60 else { return nil }
  let ranked = words.map { word in (word, distance(letters, Array(word.unicodeScalars.map(small)))) }
  guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= max(1, best.0.unicodeScalars.count / 3) else {
    return nil
  }
  return best.0
}

/// Capitals are no difference, and neither are the rings and dots of å, ä and ö, which many leave out.
private func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar {
  case "å", "ä": "a"
  case "ö": "o"
  case let other: other
  }
}

/// How many letters must be put in, taken out, exchanged or swapped with the next to make one word of the other.
private func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var above = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var best = min(above[column] + (letter == other ? 0 : 1), above[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        best = min(best, before[column - 1] + 1)
      }
      current.append(best)
    }
    (before, above) = (above, current)
  }
  return above[right.count]
}
