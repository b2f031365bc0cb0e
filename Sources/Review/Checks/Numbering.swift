extension ReviewCheck {
  static let numbering = ReviewCheck(
    "numrering", kind: "numbering", question: "Har varje mål, not och tabell sitt eget nummer?",
    reason: "Blekinge 2022: två olika mål hette Deltagarmål 2.",
    spoil: [("Deltagarmål 2\t", "Deltagarmål 1\t")],
    find: { report in
      var slips: [Slip] = []
      var seen: [String: (Place, String)] = [:]
      for table in report.tables {
        for row in table.rows {
          guard row.cells.allSatisfy({ $0 == nil }), let name = numbered(Fold(row.label).bytes) else { continue }
          let text = row.words.joined(separator: " ")
          if let (place, before) = seen[name], before != text, !text.isEmpty {
            slips.append(twice(row.label, row.place, row.quote, place))
          } else if seen[name] == nil {
            seen[name] = (row.place, text)
          }
        }
      }
      for heading in report.headings {
        guard let name = numbered(HeadingReader.withoutNumbering(heading.folded[...])), heading.folded.count <= 24
        else { continue }
        if let (place, _) = seen[name], place.line != heading.place.line, seen[name]?.1 == "#" {
          slips.append(twice(heading.text, heading.place, heading.text, place))
        } else if seen[name] == nil {
          seen[name] = (heading.place, "#")
        }
      }
      var notes: [String: (Place, String)] = [:]
      for table in report.tables {
        guard let number = table.noteNumber,
          let title = report.lines.first(where: {
            TableBuilder.onOneLine($0.text) == TableBuilder.onOneLine(table.title)
          })
        else { continue }
        let words = HeadingReader.label(Fold(table.title).bytes).label
        let key = String(decoding: words, as: UTF8.self)
        if let (place, before) = notes[number] {
          if before != key, editDistance(Array(before.utf8), Array(key.utf8), limit: 4) > 4 {
            slips.append(twice("Not \(number)", title.place, table.title, place))
          }
        } else {
          notes[number] = (title.place, key)
        }
      }
      return slips + againstContents(report)
    })

  /// A heading whose number is another than the one the table of contents gives it.
  private static func againstContents(_ report: PublishedReport) -> [Slip] {
    func parts(_ bytes: [UInt8]) -> (number: String, title: String)? {
      let bytes = bytes.trimmedBytes
      let number = bytes.prefix { $0.isDigit || $0 == 46 }
      let rest = Array(bytes.dropFirst(number.count))
      guard let first = number.first, first.isDigit, rest.first?.isBlankByte == true else { return nil }
      let title = rest.prefix { $0 != 46 && $0 != 95 }.filter { $0.isLetterByte || $0 == 32 }
      let words = Array(title).trimmedBytes
      guard words.count >= 4 else { return nil }
      var digits = Array(number)
      while digits.last == 46 { digits.removeLast() }
      return (String(decoding: digits, as: UTF8.self), String(decoding: words, as: UTF8.self))
    }
    var contents: [String: (number: String, place: Place)] = [:]
    var twice: Set<String> = []
    for line in report.lines where line.isContents {
      guard let (number, title) = parts(line.fold.bytes) else { continue }
      if contents[title] != nil { twice.insert(title) }
      contents[title] = (number, line.place)
    }
    guard contents.count >= 2 else { return [] }
    let headings = report.headings.compactMap { heading in parts(heading.folded).map { (heading, $0.number, $0.title) }
    }
    return headings.compactMap { heading, number, title in
      guard let said = contents[title], !twice.contains(title), said.number != number,
        headings.count(where: { $0.2 == title }) == 1
      else { return nil }
      return Slip(
        severity: .formal, place: heading.place, quote: heading.text, stated: number, expected: said.number,
        message: "Rubriken har nummer \(number), men innehållsförteckningen ger den \(said.number).",
        mend: "Numrera om, eller gör innehållsförteckningen på nytt.", confidence: 75, related: [said.place])
    }
  }

  /// `deltagarmål 2`, `tabell 3`: a word of goals or tables and its number, and nothing else.
  private static func numbered(_ bytes: [UInt8]) -> String? {
    let label = bytes.trimmedBytes.filter { $0 != 58 && $0 != 46 }
    guard let blank = label.lastIndex(of: 32), label.count <= 40 else { return nil }
    let number = label[(blank + 1)...]
    let word = Array(label[..<blank])
    guard !number.isEmpty, number.count <= 2, number.allSatisfy(\.isDigit) else { return nil }
    guard
      ["mal", "tabell", "diagram", "figur", "bilaga"].contains(where: {
        word.count >= $0.utf8.count && word.suffix($0.utf8.count) == Array($0.utf8)[...]
      })
    else { return nil }
    return String(decoding: label, as: UTF8.self)
  }
}
