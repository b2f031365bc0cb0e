import Association
import Ledger

extension Noun {
  static let goalSource = Noun(
    table: "goal_source",
    depth: 2,
    rows: { association in
      sources(association).map { goal, outcome, source in
        let columns: (String, String, String, String) =
          switch source {
          case .exits: ("exits", "", "", "")
          case .answers(let survey, let question): ("answers", survey, question, "")
          case .row(let table, let row, let base): ("row", table, row, base)
          }
        return [
          .integer(goal), .integer(outcome), .text(columns.0), .text(columns.1), .text(columns.2), .text(columns.3),
        ]
      }
    },
    read: { association, row in
      let goal = try row.position(in: association.goals.count)
      let outcome = try row.position(in: association.goals[goal].outcomes.count)
      let kind = try row.text()
      let (source, id, base) = (try row.text(), try row.text(), try row.text())
      association.goals[goal].outcomes[outcome].source =
        switch kind {
        case "answers": .answers(survey: source, question: id)
        case "row": .row(table: source, row: id, of: base)
        default: .exits([])
        }
    })

  static let goalSourceReason = Noun(
    table: "goal_source_reason",
    depth: 3,
    rows: { association in
      sources(association).flatMap { goal, outcome, source -> [[Field]] in
        guard case .exits(let reasons) = source else { return [] }
        return ExitReason.allCases.filter(reasons.contains).enumerated().map { position, reason in
          [.integer(goal), .integer(outcome), .integer(position), .text(reason.rawValue)]
        }
      }
    },
    read: { association, row in
      let goal = try row.position(in: association.goals.count)
      let outcome = try row.position(in: association.goals[goal].outcomes.count)
      _ = try row.integer()
      let reason = try row.choice(ExitReason.self)
      guard case .exits(let reasons)? = association.goals[goal].outcomes[outcome].source else {
        throw Store.Refusal.corrupt("goal_source_reason, goal \(goal)")
      }
      association.goals[goal].outcomes[outcome].source = .exits(reasons.union([reason]))
    })

  private static func sources(_ association: Association) -> [(goal: Int, outcome: Int, source: Goal.Source)] {
    association.goals.enumerated().flatMap { goal in
      goal.element.outcomes.enumerated().compactMap { outcome in
        outcome.element.source.map { (goal.offset, outcome.offset, $0) }
      }
    }
  }

  static let goalBreak = Noun(
    table: "goal_break",
    rows: { association in
      association.goals.enumerated().filter { !$0.element.breakReason.isEmpty }.map {
        [.integer($0.offset), .text($0.element.breakReason)]
      }
    },
    read: { association, row in
      let goal = try row.position(in: association.goals.count)
      association.goals[goal].breakReason = try row.text()
    })

  static let quotedShare = Noun(
    table: "quoted_share",
    rows: {
      $0.quotedShares.numbered { quote in
        [
          .text(quote.goalID), .integer(quote.year), .integer(quote.outcome), .text(quote.kind.rawValue),
          .text(quote.title),
        ] + [quote.all, quote.women, quote.men].flatMap(Field.percent) + Field.tally(quote.base) + [.text(quote.source)]
      }
    },
    read: { association, row in
      _ = try row.integer()
      let (goal, year, outcome) = (try row.text(), try row.integer(), try row.integer())
      let kind = try row.choice(QuotedShare.Kind.self)
      let title = try row.text()
      let (all, women, men) = (try row.percent(), try row.percent(), try row.percent())
      let base = try row.optionalTally()
      let source = try row.text()
      guard let all,
        // What cannot be has not been written by us.
        let quote = try? QuotedShare(
          goalID: goal, year: year, outcome: outcome, kind: kind, title: title, all: all, women: women, men: men,
          base: base, source: source)
      else { throw Store.Refusal.corrupt("quoted_share, \(goal) \(year)") }
      association.quotedShares.append(quote)
    })

  static let activityDetail = Noun(
    table: "activity_detail",
    rows: { association in
      association.activities.enumerated().filter { !$0.element.kind.isEmpty || $0.element.day != nil }.map {
        [.integer($0.offset), .text($0.element.kind), .date($0.element.day)]
      }
    },
    read: { association, row in
      let activity = try row.position(in: association.activities.count)
      association.activities[activity].kind = try row.text()
      association.activities[activity].day = try row.optionalDate()
    })

  static let progression = Noun(
    table: "progression",
    rows: {
      $0.progressions.numbered {
        [.text($0.insatsID)] + Field.period($0.period) + [.text($0.instrument), .text($0.indicator)]
          + Field.tally($0.better) + Field.tally($0.same) + Field.tally($0.worse)
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.progressions.append(
        Progression(
          insatsID: try row.text(), period: try row.period(), instrument: try row.text(), indicator: try row.text(),
          better: try row.tally(), same: try row.tally(), worse: try row.tally()))
    })

  static let caseCount = Noun(
    table: "case_count",
    rows: {
      $0.caseCounts.numbered {
        [.text($0.kind.rawValue)] + Field.period($0.period)
          + [.text($0.place), .text($0.ground), .integer($0.count)]
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.caseCounts.append(
        CaseCount(
          kind: try row.choice(CaseCount.Kind.self), period: try row.period(), place: try row.text(),
          ground: try row.text(), count: try row.integer()))
    })

  static let screeningCount = Noun(
    table: "screening_count",
    rows: {
      $0.screenings.numbered {
        [.text($0.insatsID)] + Field.period($0.period) + Field.tally($0.asked) + Field.tally($0.answered)
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.screenings.append(
        ScreeningCount(
          insatsID: try row.text(), period: try row.period(), asked: try row.tally(), answered: try row.tally()))
    })
}

extension Field {
  fileprivate static func period(_ period: ClosedRange<CalendarDate>) -> [Field] {
    [.date(period.lowerBound), .date(period.upperBound)]
  }

  fileprivate static func percent(_ percent: PrintedPercent?) -> [Field] {
    percent.map { [.integer($0.thousandths), .integer($0.decimals)] } ?? [.null, .null]
  }
}

extension FieldReader {
  fileprivate mutating func period() throws -> ClosedRange<CalendarDate> {
    let (first, last) = (try date(), try date())
    guard first <= last else { throw Store.Refusal.corrupt("\(table), period") }
    return first...last
  }

  fileprivate mutating func percent() throws -> PrintedPercent? {
    let (thousandths, decimals) = (try optionalInteger(), try optionalInteger())
    guard let thousandths, let decimals else { return nil }
    return PrintedPercent(thousandths: Int64(thousandths), decimals: decimals)
  }
}
