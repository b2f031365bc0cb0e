/// What an insats was granted in a year and what it drew, as a report says it.
public struct ReadGrant: Sendable {
  /// The insats's name as printed.
  public var name: String
  /// The year.
  public var year: Int?
  /// What was granted, or budgeted, in thousandths of a krona.
  public var granted: Int64
  /// What was drawn, in thousandths of a krona; nil where it does not say.
  public var drawn: Int64?
  /// Where it stands.
  public var place: Place
  /// How sure the reading is, in hundredths.
  public var confidence: Int
}

/// A goal that a report says: its words and the numbers in them.
public struct ReadGoal: Sendable {
  /// What it says.
  public var text: String
  /// The shares and counts in it, as printed.
  public var numbers: [(value: Number, unit: Unit)]
  /// Where it stands.
  public var place: Place
}

extension PublishedReport {
  /// The insatser with their frames: of the project note, else of the fact sheets.
  public var grants: [ReadGrant] {
    if let table = table(.projectNote), let granted = table.column(.granted) ?? table.column(.budget) {
      let outcome = table.column(.outcome) ?? table.column(.current)
      return table.rows.compactMap { row in
        guard !row.isSum, let frame = row.value(granted), frame.thousandths > 0, !row.label.isEmpty else { return nil }
        return ReadGrant(
          name: TableBuilder.onOneLine(row.label), year: table.columns[granted].year ?? year,
          granted: frame.thousandths &* table.kronor,
          drawn: outcome.flatMap { row.term($0) }.map { $0 &* table.kronor }, place: row.place,
          confidence: row.cells[granted]?.confidence ?? 0)
      }
    }
    return insatsFacts.compactMap { facts in
      guard let budget = facts.budget, budget.amount > 0, !facts.name.isEmpty else { return nil }
      return ReadGrant(
        name: PublishedReport.insatsName(facts.name), year: year, granted: budget.amount, drawn: facts.outcome?.amount,
        place: budget.row.place, confidence: budget.row.cells.compactMap { $0?.confidence }.first ?? 80)
    }
  }

  /// What stands before a dash with blanks around it: `Mottagningsteamet – en vägledande insats till …`.
  private static func insatsName(_ label: String) -> String {
    let bytes = Array(label.utf8)
    for dash in [" – ", " - "] {
      if let at = bytes.find(dash, from: 0, before: bytes.count), at >= 3 {
        return String(decoding: bytes[..<at], as: UTF8.self)
      }
    }
    return label
  }

  /// The goals: rows and sentences that say what was aimed at, with a number to reach.
  public var goals: [ReadGoal] {
    let marks = [
      "deltagarmal", "kvantitativa mal", "kvantitativt mal", "insatsens mal", "verksamhetsmal", "finansiellt mal",
      "finansiella mal", "overgripande mal",
    ]
    let verbs = ["malet ar ", "malet var ", "mal: ", "malet for ", "har som mal ", "malsattningen ar ", "malvarde"]
    return sentences.compactMap { sentence in
      let label = sentence.cellLabel
      let isGoal =
        marks.contains { label.find($0, from: 0, before: label.count) != nil }
        || (sentence.cellLabel.isEmpty && sentence.fold.hasAny(verbs))
      guard isGoal else { return nil }
      let numbers = sentence.numbers.filter { $0.unit == .percent || $0.unit == .none || $0.unit.kronor != nil }
        .filter { !($0.unit == .none && $0.value.isWhole && (1990...2100).contains($0.value.whole)) }
        .map { (value: $0.value, unit: $0.unit == .none ? Unit.count : $0.unit) }
      guard !numbers.isEmpty else { return nil }
      return ReadGoal(text: sentence.text, numbers: numbers, place: sentence.place)
    }
  }
}
