import Statements

/// The numbers of chapters as they are printed: counted over those that stand there, so that none is missing.
struct Numbering {
  /// The letters of appendices.
  static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".unicodeScalars.map { String($0) }

  private var counts: [Int] = []

  /// The number of the next chapter; empty for one that is not numbered.
  mutating func next(_ entry: Template.Entry) -> String {
    guard entry.isNumbered else { return "" }
    counts = Array(counts.prefix(entry.level))
    while counts.count < entry.level { counts.append(0) }
    counts[entry.level - 1] += 1
    return counts.map { String($0) }.joined(separator: ".")
  }
}

extension [Block] {
  /// The tables and diagrams among the blocks, those in lists and quotations too, as `tabell:id` and `diagram:id`.
  var placedIDs: Set<String> {
    reduce(into: Set<String>()) { ids, block in
      switch block {
      case .table(let table): ids.insert("tabell:\(table.id)")
      case .diagram(let diagram): ids.insert("diagram:\(diagram.id)")
      case .quote(let blocks): ids.formUnion(blocks.placedIDs)
      case .list(_, let items): for item in items { ids.formUnion(item.placedIDs) }
      case .paragraph, .heading, .signatures: break
      }
    }
  }
}
