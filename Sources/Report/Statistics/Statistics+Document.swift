import Association
import Ledger
public import Statements

extension Statistics {
  /// The statistics as a document of chapters, tables and diagrams: the appendix that is pressed to a web page and to an
  /// archive PDF as the annual report is.
  public var document: AnnualReport {
    var document = AnnualReport(
      associationName: associationName, organisationNumber: organisationNumber, year: period,
      facts: ReportFacts(year: year), chapters: chapters, figures: [:], protection: protection)
    document.heading = "Statistik \(year)"
    return document
  }

  private var chapters: [Chapter] {
    var chapters = [
      Chapter(id: "om", number: "", title: "Om statistiken", level: 1, blocks: about),
      Chapter(
        id: "alla", number: "1", title: "Alla insatser", level: 1,
        blocks: tables.filter(\.insatsID.isEmpty).flatMap { $0.blocks(year) }),
    ]
    var number = 1
    func add(_ id: String, _ title: String, _ blocks: [Block]) {
      guard !blocks.isEmpty else { return }
      number += 1
      chapters.append(Chapter(id: id, number: "\(number)", title: title, level: 1, blocks: blocks))
    }
    if chapters[1].blocks.isEmpty {
      chapters.removeLast()
      number = 0
    }
    let ofInsatser = insatser.compactMap { insats -> (Insats, [Block])? in
      let blocks = blocks(ofInsats: insats.id)
      return blocks.isEmpty ? nil : (insats, blocks)
    }
    if !ofInsatser.isEmpty {
      number += 1
      chapters.append(Chapter(id: "insatser", number: "\(number)", title: "Insatserna", level: 1, blocks: []))
      for (index, (insats, blocks)) in ofInsatser.enumerated() {
        chapters.append(
          Chapter(
            id: "insats-\(index + 1)", number: "\(number).\(index + 1)", title: insats.name, level: 2, blocks: blocks))
      }
    }
    add("mal", "Mål", goalTable.map { [.table($0)] } ?? [])
    add("enkater", "Enkäter", surveys.map { .table($0.table(year)) })
    add("konen", "Kvinnor och män", comparisonBlocks)
    add("ar-for-ar", "År för år", series.flatMap(\.blocks))
    add("kostnad", "Kostnad per deltagare", cost.map { [.table($0)] } ?? [])
    add("aktiviteter", "Aktiviteter", activities.map { [.table($0)] } ?? [])
    return chapters
  }

  /// The tables of one insats.
  private func blocks(ofInsats id: String) -> [Block] {
    of(insats: id).flatMap { $0.blocks(year) }
  }

  /// How the statistics are read.
  private var about: [Block] {
    func paragraph(_ words: String) -> Block { .paragraph([.text(words)]) }
    guard !isEmpty else {
      return [paragraph("Inget är räknat för \(year): inga leveranser, enkäter, mål eller aktiviteter finns i boken.")]
    }
    var blocks = [
      paragraph(
        "Statistiken är gjord av förbundets uppgifter om antal. Förbundet har inga uppgifter om enskilda deltagare."),
      paragraph(
        "Ett antal från 1 till \(threshold - 1) skrivs ”färre än \(threshold)”, för att ingen ska kunna kännas igen. "
          + "Ett streck står för tal som skulle göra att ett sådant antal gick att räkna ut. En andel står alltid med det "
          + "antal den är räknad på, och visas inte för en grupp som är mindre än \(threshold)."),
    ]
    if !series.isEmpty {
      blocks.append(paragraph("Där något började räknas på ett annat sätt står det under tabellen, med året."))
    }
    return blocks
  }
}

extension Statistics.Counted {
  /// The table and, of parts of all insatser, its diagram.
  func blocks(_ year: Int) -> [Block] {
    [.table(table(year))] + (insatsID.isEmpty ? diagram.map { [.diagram($0)] } ?? [] : [])
  }

  /// The table as it is printed: how many women, men and all, and how large a part of each where the rows are parts.
  public func table(_ year: Int) -> Table {
    let isParts = sum != nil
    let lines = rows + (sum.map { [$0] } ?? [])
    let showsNotStated = lines.contains { $0.counts.notStated?.count != 0 }
    var columns: [Table.Column] = []
    func add(_ id: String, _ title: String, _ group: String = "") {
      columns.append(Table.Column(id: id, title: title, group: group, year: year))
    }
    if isParts {
      for (id, title) in [("kvinnor", "Kvinnor"), ("man", "Män")] {
        add(id, "Antal", title)
        add("andel-\(id)", "Andel", title)
      }
      if showsNotStated { add("uppgift-saknas", "Antal", "Uppgift saknas") }
      add("totalt", "Antal", "Alla")
      add("andel", "Andel", "Alla")
    } else {
      add("kvinnor", "Kvinnor")
      add("man", "Män")
      if showsNotStated { add("uppgift-saknas", "Uppgift saknas") }
      add("totalt", "Alla")
      add("andel-kvinnor", "Andel kvinnor")
    }
    func cells(_ row: Statistics.Row) -> [Table.Cell] {
      let (counts, shares) = (row.counts, row.shares)
      let notStated = showsNotStated ? [Table.Cell(counts.notStated)] : []
      guard isParts else {
        return [Table.Cell(counts.women), Table.Cell(counts.men)] + notStated
          + [Table.Cell(counts.total), Table.Cell(row.shareOfWomen)]
      }
      return [counts.women, shares.women, counts.men, shares.men].map { Table.Cell($0) } + notStated
        + [Table.Cell(counts.total), Table.Cell(shares.total)]
    }
    return Table(
      id: "statistik-\(id)", title: title, unit: .none, rowHeading: rowHeading, columns: columns,
      rows: lines.map { row in
        let isSum = row.id == sum?.id && isParts && row == sum
        return Table.Row(
          id: row.id, title: row.title, role: isSum ? .total : .row, cells: cells(row),
          sumOf: isSum ? rows.map { "+\($0.id)" } : [])
      }, remark: remark
    ).explained
  }

  /// Women and men of each row, as a picture; nil where there is one row, or no sex is stated.
  public var diagram: Diagram? {
    guard kind == .parts, rows.count > 1, rows.contains(where: { $0.counts.women != nil }) else { return nil }
    var series = [
      Diagram.Series(title: "Kvinnor", values: rows.map(\.counts.women)),
      Diagram.Series(title: "Män", values: rows.map(\.counts.men)),
    ]
    if rows.contains(where: { $0.counts.notStated?.count != 0 }) {
      series.append(Diagram.Series(title: "Uppgift saknas", values: rows.map(\.counts.notStated)))
    }
    return Diagram(
      id: "statistik-\(id)", title: title, form: .stacked, unit: .none, categories: rows.map(\.title), series: series)
  }
}

extension Statistics.SurveyResult {
  /// The survey as it is printed: a share never without the number of answers it is of.
  public func table(_ year: Int) -> Table {
    let isBySex = questions.contains { $0.whole.women != nil && $0.whole.women?.count != 0 }
    let groups = isBySex ? [("alla", "Alla"), ("kvinnor", "Kvinnor"), ("man", "Män")] : [("alla", "")]
    let rows = questions.map { question in
      let pairs = [
        (question.whole.total, question.shares.total), (question.whole.women, question.shares.women),
        (question.whole.men, question.shares.men),
      ]
      return Table.Row(
        id: question.id, title: question.title,
        cells: pairs.prefix(groups.count).flatMap { [Table.Cell($0.0), Table.Cell($0.1)] })
    }
    return Table(
      id: "statistik-enkat-\(id)", title: title, unit: .none, rowHeading: "Fråga",
      columns: groups.flatMap { id, title in
        [
          Table.Column(id: "svar-\(id)", title: "Svar", group: title, year: year),
          Table.Column(id: id, title: "Positiva", group: title, year: year),
        ]
      }, rows: rows, remark: remark
    ).explained
  }

  private var remark: String {
    var sentences = population.isEmpty ? [] : ["Tillfrågade: \(population)."]
    if let rate = rate?.share {
      sentences.append(
        "\(Numerals.whole(rate.numerator)) av \(Numerals.whole(rate.denominator)) svarade (\(Numerals.percent(rate)))."
      )
    }
    if let first = scale.indices.contains(positiveFrom - 1) ? scale[positiveFrom - 1] : nil, let last = scale.last {
      sentences.append(
        first == last
          ? "Som positivt räknas svaret ”\(last)”." : "Som positiva räknas svaren från ”\(first)” till ”\(last)”.")
    }
    return sentences.joined(separator: " ")
  }
}

extension Statistics {
  /// The goals as they are printed; nil where there are none.
  public var goalTable: Table? {
    guard !goals.isEmpty else { return nil }
    let columns = [
      ("utfall", "Alla", "Utfall"), ("kvinnor", "Kvinnor", "Utfall"), ("man", "Män", "Utfall"),
      ("antal", "Antal", "Underlag"), ("bas", "Av", "Underlag"), ("bedomning", "Bedömning", ""),
    ].map { Table.Column(id: $0.0, title: $0.1, group: $0.2, year: year) }
    let rows = goals.flatMap { goal in
      goal.outcomes.enumerated().map { index, outcome in
        let hasBase = outcome.whole.total != nil
        let told = hasBase ? outcome.shares : outcome.part
        let title = outcome.title.isEmpty ? goal.title : "\(goal.title): \(outcome.title)"
        return Table.Row(
          id: "\(goal.id).\(outcome.id)", title: title,
          cells: [told.total, told.women, told.men].map { Table.Cell($0) }
            + [hasBase ? Table.Cell(outcome.part.total) : .empty, Table.Cell(outcome.whole.total)]
            + [.text(index == 0 ? goal.verdict.rawValue : "")])
      }
    }
    let definitions = goals.filter { !$0.definition.isEmpty }.map { "\($0.title): \($0.definition.oneLine)" }
    return Table(
      id: "statistik-mal", title: "Utfall för målen \(year)", unit: .none, rowHeading: "Mål", columns: columns,
      rows: rows, remark: definitions.joined(separator: " ")
    ).explained
  }

  /// Women and men beside one another; nil where nothing can be compared.
  public var comparisonTable: Table? {
    guard !comparisons.isEmpty else { return nil }
    var rows: [Table.Row] = []
    var place = ""
    for (index, comparison) in comparisons.enumerated() {
      if comparison.place != place {
        place = comparison.place
        rows.append(Table.Row(id: "rubrik-\(index)", title: place, role: .heading))
      }
      rows.append(
        Table.Row(
          id: "jamforelse-\(index + 1)", title: comparison.title,
          cells: [
            .figure(comparison.women), .figure(comparison.womenBase), .figure(comparison.men),
            .figure(comparison.menBase), .text(comparison.sentence),
          ]))
    }
    let columns = [
      ("kvinnor", "Andel", "Kvinnor"), ("av-kvinnor", "Av", "Kvinnor"), ("man", "Andel", "Män"),
      ("av-man", "Av", "Män"), ("skillnad", "Skillnaden", ""),
    ].map { Table.Column(id: $0.0, title: $0.1, group: $0.2, year: year) }
    return Table(
      id: "statistik-kvinnor-och-man", title: "Kvinnor och män \(year)", unit: .none, rowHeading: "Vad som jämförs",
      columns: columns, rows: rows)
  }

  fileprivate var comparisonBlocks: [Block] {
    guard let table = comparisonTable else { return [] }
    let count = comparisons.count
    // At 95 per cent one of twenty is outside its range by chance alone.
    let few = max(1, (count + 10) / 20)
    let words =
      "Skillnaden mellan kvinnor och män är prövad med hänsyn till hur få de är. Ingenting sägs om grupper som är mindre än "
      + "\(threshold) eller om antal som inte visas."
      + (count >= 10
        ? " Av \(Numerals.whole(Int64(count))) jämförelser brukar \(Numerals.words(Int64(few), oneIs: "en")) se säker ut "
          + "fast den är en slump." : "")
    return [.paragraph([.text(words)]), .table(table)]
  }
}

extension YearSeries {
  /// The table, and of counts of all insatser a picture.
  fileprivate var blocks: [Block] { [.table(table)] + (diagram.map { [.diagram($0)] } ?? []) }

  /// The series as it is printed: a column per year; of each row women, men and all, and where the points are shares
  /// how many they are of.
  public var table: Table {
    let columns = years.map { Table.Column(id: String($0), title: String($0), year: $0) }
    var rows: [Table.Row] = []
    for line in lines {
      rows.append(Table.Row(id: "rubrik-\(line.id)", title: line.title, role: .heading))
      func add(_ id: String, _ title: String, _ path: KeyPath<Statistics.BySex, Figure?>) {
        func cells(_ values: [Statistics.BySex?]) -> [Table.Cell] { values.map { Table.Cell($0?[keyPath: path]) } }
        let own = cells(line.points)
        guard own.contains(where: { $0 != .empty }) else { return }
        rows.append(Table.Row(id: "\(line.id).\(id)", title: title, cells: own))
        guard isOfShares else { return }
        rows.append(
          Table.Row(id: "\(line.id).av-\(id)", title: "\(title), av antal", cells: cells(line.bases)))
      }
      add("kvinnor", "Kvinnor", \.women)
      add("man", "Män", \.men)
      if !isOfShares, line.points.contains(where: { $0?.notStated?.count ?? 0 != 0 || $0?.notStated?.withheld != nil })
      {
        add("uppgift-saknas", "Uppgift saknas", \.notStated)
      }
      add("alla", "Alla", \.total)
    }
    return Table(
      id: "ar-for-ar-\(id)", title: title, unit: .none, rowHeading: "", columns: columns, rows: rows,
      remark: breaks.map(\.reason).joined(separator: " ")
    ).explained
  }

  /// The sum, or the new, year by year; nil where that is one year.
  public var diagram: Diagram? {
    guard !isOfShares, insatsID.isEmpty, years.count > 1 else { return nil }
    guard let line = lines.first(where: { $0.id == "summa" || $0.id == "nya" }) else { return nil }
    guard line.points.contains(where: { $0?.women != nil }) else { return nil }
    return Diagram(
      id: "ar-for-ar-\(id)", title: "\(title): \(line.title.lowercased())", form: .bars, unit: .none,
      categories: years.map { String($0) },
      series: [
        Diagram.Series(title: "Kvinnor", values: line.points.map { $0?.women }),
        Diagram.Series(title: "Män", values: line.points.map { $0?.men }),
      ])
  }
}

extension String {
  /// The text on one line.
  fileprivate var oneLine: String {
    split(whereSeparator: \.isNewline).map { String($0) }.joined(separator: " ")
  }
}
