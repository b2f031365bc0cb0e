import Association
import Ledger

extension Noun {
  static let goal = Noun(
    table: "goal",
    rows: {
      $0.goals.numbered {
        [
          .text($0.id), .integer($0.year), .text($0.kind.rawValue), .text($0.title), .text($0.text),
          .text($0.definition),
        ] + Field.rule($0.rule) + [
          .text($0.insatsID), .integer($0.judgedMet.map { $0 ? 1 : 0 }), .text($0.comment),
        ]
      }
    },
    read: { association, row in
      _ = try row.integer()
      let id = try row.text()
      let year = try row.integer()
      let kind = try row.choice(Goal.Kind.self)
      let title = try row.text()
      let text = try row.text()
      let definition = try row.text()
      let rule = try row.rule()
      let insatsID = try row.text()
      let judgedMet = try row.optionalInteger().map { $0 != 0 }
      association.goals.append(
        Goal(
          id: id, year: year, kind: kind, title: title, text: text, definition: definition, rule: rule,
          insatsID: insatsID, judgedMet: judgedMet, comment: try row.text()))
    })

  static let goalOutcome = Noun(
    table: "goal_outcome",
    depth: 2,
    rows: {
      $0.goals.numbered(parts: \.outcomes) {
        // What is reckoned is never kept as a figure of its own.
        let (met, base) = $0.source == nil ? ($0.met, $0.base) : (nil, nil)
        return [.text($0.title)] + Field.tally(met) + Field.tally(base)
      }
    },
    read: { association, row in
      let goal = try row.position(in: association.goals.count)
      _ = try row.integer()
      association.goals[goal].outcomes.append(
        Goal.Outcome(title: try row.text(), met: try row.optionalTally(), base: try row.optionalTally()))
    })
}

extension Field {
  /// The rule in four columns: which, its number, and the two figures it compares.
  fileprivate static func rule(_ rule: Goal.Rule) -> [Field] {
    switch rule {
    case .shareAtLeast(let permille): [.text("share-at-least"), .integer(permille), .null, .null]
    case .countAtLeast(let count): [.text("count-at-least"), .integer(count), .null, .null]
    case .figureAtLeast(let figure, let limit): [.text("figure-at-least"), .null, .text(figure), .text(limit)]
    case .figureAtMost(let figure, let limit): [.text("figure-at-most"), .null, .text(figure), .text(limit)]
    case .judged: [.text("judged"), .null, .null, .null]
    }
  }
}

extension FieldReader {
  fileprivate mutating func rule() throws -> Goal.Rule {
    let name = try text()
    let number = try optionalInteger()
    let figure = try optionalText()
    let limit = try optionalText()
    switch (name, number, figure, limit) {
    case ("share-at-least", let permille?, _, _): return .shareAtLeast(permille: permille)
    case ("count-at-least", let count?, _, _): return .countAtLeast(count)
    case ("figure-at-least", _, let figure?, let limit?): return .figureAtLeast(figure: figure, limit: limit)
    case ("figure-at-most", _, let figure?, let limit?): return .figureAtMost(figure: figure, limit: limit)
    case ("judged", _, _, _): return .judged
    default: throw Store.Refusal.corrupt("goal, rule \(name)")
    }
  }
}
