import Association
import Ledger

extension Noun {
  static let association = Noun(
    table: "association",
    rows: {
      [[.integer(0), .text($0.name), .text($0.organisationNumber), .text($0.seat), .text($0.chart.rawValue)]]
    },
    read: { association, row in
      _ = try row.integer()
      association.name = try row.text()
      association.organisationNumber = try row.text()
      association.seat = try row.text()
      association.chart = try row.choice(Chart.Standard.self)
    })

  static let setting = Noun(
    table: "setting",
    rows: {
      let settings = $0.settings
      return [
        [
          .integer(0), .text(settings.capBase.rawValue), .integer(settings.capLowPermille),
          .integer(settings.capHighPermille), .money(settings.capStep), .text(settings.operatingLayout.rawValue),
          .integer(settings.operatingInThousands ? 1 : 0), .integer(settings.smallCountBelow),
          .integer(settings.overviewYearCount),
        ]
      ]
    },
    read: { association, row in
      _ = try row.integer()
      association.settings.capBase = try row.choice(Settings.CapBase.self)
      association.settings.capLowPermille = try row.integer()
      association.settings.capHighPermille = try row.integer()
      association.settings.capStep = try row.money()
      association.settings.operatingLayout = try row.choice(Settings.OperatingLayout.self)
      association.settings.operatingInThousands = try row.integer() != 0
      association.settings.smallCountBelow = try row.integer()
      association.settings.overviewYearCount = try row.integer()
    })

  static let mappingSource = Noun(
    table: "mapping_source",
    rows: { [[.integer(0), .text($0.mappingSource)]] },
    read: { association, row in
      _ = try row.integer()
      association.mappingSource = try row.text()
    })

  static let quotedFigure = Noun(
    table: "quoted_figure",
    rows: { $0.quotedFigures.numbered { [.text($0.id), .text($0.text), .text($0.source)] } },
    read: { association, row in
      _ = try row.integer()
      association.quotedFigures.append(
        QuotedFigure(id: try row.text(), text: try row.text(), source: try row.text()))
    })

  static let reportText = Noun(
    table: "report_text",
    rows: { $0.texts.numbered { [.integer($0.year), .text($0.chapterID), .text($0.markdown)] } },
    read: { association, row in
      _ = try row.integer()
      association.texts.append(
        ReportText(year: try row.integer(), chapterID: try row.text(), markdown: try row.text()))
    })

  static let findingAnswer = Noun(
    table: "finding_answer",
    rows: {
      $0.findingAnswers.numbered {
        [.integer($0.year), .text($0.code), .text($0.place), .text($0.reason), .text($0.by), .date($0.on)]
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.findingAnswers.append(
        FindingAnswer(
          year: try row.integer(), code: try row.text(), place: try row.text(), reason: try row.text(),
          by: try row.text(), on: try row.date()))
    })

  static let deadlineFact = Noun(
    table: "deadline_fact",
    rows: {
      $0.deadlineFacts.numbered {
        [.integer($0.year), .text($0.id), .text($0.title), .date($0.day), .date($0.doneOn), .text($0.note)]
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.deadlineFacts.append(
        DeadlineFact(
          year: try row.integer(), id: try row.text(), title: try row.text(), day: try row.optionalDate(),
          doneOn: try row.optionalDate(), note: try row.text()))
    })
}

extension Array {
  /// The rows of a table, each with its position before what `fields` makes of the element.
  func numbered(_ fields: (Element) -> [Field]) -> [[Field]] {
    enumerated().map { [.integer($0.offset)] + fields($0.element) }
  }

  /// The rows of a table of parts: the whole's position, the part's position, the part.
  func numbered<Part>(parts: (Element) -> [Part], _ fields: (Part) -> [Field]) -> [[Field]] {
    enumerated().flatMap { whole in
      parts(whole.element).enumerated().map {
        [.integer(whole.offset), .integer($0.offset)] + fields($0.element)
      }
    }
  }
}

extension FieldReader {
  /// The position of the whole that a part belongs to, which must have been read.
  mutating func position(in count: Int) throws -> Int {
    let position = try integer()
    guard (0..<count).contains(position) else { throw Store.Refusal.corrupt("\(table), position \(position)") }
    return position
  }
}
