import Association
import Ledger

extension Noun {
  static let countTable = Noun(
    table: "count_table",
    rows: {
      $0.typedCountTables.numbered {
        [
          .text($0.id), .integer($0.year), .text($0.title), .text($0.kind.rawValue), .text($0.rowHeading),
          .text($0.insatsID), .text($0.remark),
        ]
      }
    },
    read: { association, row in
      _ = try row.integer()
      let id = try row.text()
      let year = try row.integer()
      let title = try row.text()
      let kind = try row.choice(CountTable.Kind.self)
      let heading = try row.text()
      let insatsID = try row.text()
      association.countTables.append(
        CountTable(
          id: id, year: year, title: title, kind: kind, rowHeading: heading, insatsID: insatsID, rows: [],
          remark: try row.text()))
    })

  static let countRow = Noun(
    table: "count_row",
    depth: 2,
    rows: { $0.typedCountTables.numbered(parts: \.rows) { [.text($0.id), .text($0.title)] + Field.tally($0.tally) } },
    read: { association, row in
      let table = try row.position(in: association.countTables.count)
      _ = try row.integer()
      association.countTables[table].rows.append(
        CountTable.Row(id: try row.text(), title: try row.text(), tally: try row.tally()))
    })

  static let exitReason = Noun(
    table: "exit_reason",
    rows: {
      $0.exitReasons.numbered { [.text($0.insatsID), .text($0.code), .text($0.title), .text($0.reason.rawValue)] }
    },
    read: { association, row in
      _ = try row.integer()
      association.exitReasons.append(
        ExitReasonMapping(
          insatsID: try row.text(), code: try row.text(), title: try row.text(),
          reason: try row.choice(ExitReason.self)))
    })

  static let survey = Noun(
    table: "survey",
    rows: {
      $0.surveys.numbered {
        [
          .text($0.id), .integer($0.year), .text($0.title), .integer($0.positiveFrom), .text($0.population),
          .integer($0.asked), .integer($0.answered), .text($0.insatsID),
        ]
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.surveys.append(
        Survey(
          id: try row.text(), year: try row.integer(), title: try row.text(), scale: [],
          positiveFrom: try row.integer(), population: try row.text(), asked: try row.integer(),
          answered: try row.integer(), insatsID: try row.text(), questions: []))
    })

  static let surveyStep = Noun(
    table: "survey_step",
    depth: 2,
    rows: { $0.surveys.numbered(parts: \.scale) { [.text($0)] } },
    read: { association, row in
      let survey = try row.position(in: association.surveys.count)
      _ = try row.integer()
      association.surveys[survey].scale.append(try row.text())
    })

  static let surveyQuestion = Noun(
    table: "survey_question",
    depth: 2,
    rows: {
      $0.surveys.numbered(parts: \.questions) {
        [.text($0.id), .text($0.text)] + Field.tally($0.positive) + Field.tally($0.answered)
      }
    },
    read: { association, row in
      let survey = try row.position(in: association.surveys.count)
      _ = try row.integer()
      association.surveys[survey].questions.append(
        Survey.Question(
          id: try row.text(), text: try row.text(), positive: try row.tally(), answered: try row.tally()))
    })

  static let activity = Noun(
    table: "activity",
    rows: {
      $0.activities.numbered {
        [
          .integer($0.year), .text($0.title), .integer($0.participants), .text($0.goal), .text($0.result),
          .text($0.verdict),
        ]
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.activities.append(
        Activity(
          year: try row.integer(), title: try row.text(), participants: try row.optionalInteger(),
          goal: try row.text(), result: try row.text(), verdict: try row.text()))
    })
}
