import Association
import Ledger

extension Noun {
  static let budget = Noun(
    table: "budget",
    rows: {
      $0.budgets.numbered {
        [.integer($0.year), .integer($0.version)] + Field.decision($0.decision)
          + [.date($0.consultedOn), .money($0.expectedOpeningEquity)]
      }
    },
    read: { association, row in
      _ = try row.integer()
      let year = try row.integer()
      let version = try row.integer()
      let decision = try row.decision()
      let consultedOn = try row.optionalDate()
      association.budgets.append(
        Budget(
          year: year, version: version, decision: decision, consultedOn: consultedOn, lines: [],
          expectedOpeningEquity: try row.money()))
    })

  static let budgetEquity = Noun(
    table: "budget_equity",
    depth: 2,
    rows: { $0.budgets.numbered(parts: \.statedClosingEquity) { [.money($0)] } },
    read: { association, row in
      let budget = try row.position(in: association.budgets.count)
      _ = try row.integer()
      association.budgets[budget].statedClosingEquity.append(try row.money())
    })

  static let budgetLine = Noun(
    table: "budget_line",
    depth: 2,
    rows: {
      $0.budgets.numbered(parts: \.lines) {
        [
          .text($0.id), .text($0.title), .text($0.group.rawValue), .text($0.memberID), .text($0.insatsID),
          .text($0.activityID),
        ]
      }
    },
    read: { association, row in
      let budget = try row.position(in: association.budgets.count)
      _ = try row.integer()
      association.budgets[budget].lines.append(
        Budget.Line(
          id: try row.text(), title: try row.text(), group: try row.choice(Budget.Line.Group.self),
          memberID: try row.text(), insatsID: try row.text(), activityID: try row.text(), amounts: []))
    })

  static let budgetAmount = Noun(
    table: "budget_amount",
    depth: 3,
    rows: { association in
      association.budgets.enumerated().flatMap { budget in
        budget.element.lines.numbered(parts: \.amounts) { [.money($0)] }.map { [.integer(budget.offset)] + $0 }
      }
    },
    read: { association, row in
      let budget = try row.position(in: association.budgets.count)
      let line = try row.position(in: association.budgets[budget].lines.count)
      _ = try row.integer()
      association.budgets[budget].lines[line].amounts.append(try row.money())
    })
}
