import Association
import Ledger
import Statements

extension Association {
  /// The name of a member, or the id where there is no such member.
  func memberName(_ id: String) -> String { members.first { $0.id == id }?.name ?? id }

  /// The year's insatser: who runs them and what direction they have; nil where there are none.
  func insatsRegister(year: Int) -> Table? {
    let insatser = insatser.filter { ($0.started?.year ?? year) <= year && ($0.ended?.year ?? year) >= year }
    guard !insatser.isEmpty else { return nil }
    let rows = insatser.map { insats in
      Table.Row(
        id: insats.id, title: insats.name,
        cells: [
          .text(insats.ownerID.isEmpty ? "Förbundet" : memberName(insats.ownerID)), .text(insats.kind.title),
          Table.Cell(words: insats.started.map { Numerals.date($0) } ?? ""),
          Table.Cell(words: insats.ended.map { Numerals.date($0) } ?? ""),
        ])
    }
    var columns = [("drivs-av", "Drivs av"), ("inriktning", "Inriktning"), ("start", "Start"), ("slut", "Slut")]
      .map { Table.Column(id: $0.0, title: $0.1, year: year) }
    // A column in which nothing is said about any insats is not printed.
    let isUsed = columns.indices.map { index in rows.contains { $0.cells[index] != .empty } }
    columns = zip(columns, isUsed).filter(\.1).map(\.0)
    return Table(
      id: "insatser", title: "Insatser \(year)", unit: .none, rowHeading: "Insats", columns: columns,
      rows: rows.map { row in
        var row = row
        row.cells = zip(row.cells, isUsed).filter(\.1).map(\.0)
        return row
      })
  }

  /// What was done to change structures; nil where nothing is told. Participants of different activities may be the
  /// same persons, so they are not added.
  func activityTable(year: Int, _ protection: CountProtection) -> Table? {
    let activities = activities.filter { $0.year == year }
    guard !activities.isEmpty else { return nil }
    // A column in which nothing is said of any activity is not printed.
    let hasKind = activities.contains { !$0.kind.isEmpty }
    let hasDay = activities.contains { $0.day != nil }
    let hasParticipants = activities.contains { $0.participants != nil }
    let columns =
      (hasKind ? [("typ", "Typ")] : []) + (hasDay ? [("dag", "Dag")] : [])
      + (hasParticipants ? [("deltagare", "Deltagare")] : [])
      + [("mal", "Mål"), ("resultat", "Resultat"), ("bedomning", "Bedömning")]
    var numbers: [String: Int] = [:]
    let rows = activities.enumerated().map { index, activity in
      numbers[activity.title, default: 0] += 1
      let cell = activity.cell(number: numbers[activity.title] ?? 1)
      let when =
        (hasKind ? [Table.Cell(words: activity.kind)] : [])
        + (hasDay ? [Table.Cell(words: activity.day.map { Numerals.date($0) } ?? "")] : [])
      let participants = activity.participants.map {
        Figure.told(
          $0, as: protection.printed($0, cell), "\(activity.title): deltagare",
          in: "Förbundets uppgifter om aktiviteter")
      }
      return Table.Row(
        id: "aktivitet-\(index + 1)", title: activity.title,
        // A dash would say that the count is withheld, which a count that was never made is not.
        cells: when + (hasParticipants ? [participants.map { .figure($0) } ?? .text("inte räknat")] : [])
          + [Table.Cell(words: activity.goal), Table.Cell(words: activity.result), Table.Cell(words: activity.verdict)])
    }
    return Table(
      id: "aktiviteter", title: "Aktiviteter \(year)", unit: .none, rowHeading: "Aktivitet",
      columns: columns.map { Table.Column(id: $0.0, title: $0.1, year: year) }, rows: rows
    ).explained
  }

  /// The staff by function and employer, with those of whom no sex is stated apart; nil where nothing is told.
  func staffTable(year: Int) -> Table? {
    let staff = staff.filter { $0.year == year }
    guard !staff.isEmpty else { return nil }
    let source = "Förbundets uppgifter om personal"
    let figures = staff.map { (title: $0.function, figures: TallyFigures($0.headcount, $0.function, in: source)) }
    let showsNotStated = staff.contains { $0.headcount.notStated != 0 }
    func cells(_ employer: Table.Cell, _ tally: TallyFigures, _ extent: Figure?) -> [Table.Cell] {
      [employer] + tally.bySexCells + (showsNotStated ? [.figure(tally.notStated)] : [])
        + [.figure(tally.total), Table.Cell(extent)]
    }
    func extent(_ percent: Int) -> Figure? {
      Share(Int64(percent), of: 100).map {
        Figure(.share($0), origin: .fact(title: "Omfattning av heltid", source: source))
      }
    }
    var rows = zip(staff, figures).enumerated().map { index, pair in
      let (fact, figures) = pair
      return Table.Row(
        id: "funktion-\(index + 1)", title: fact.function.sentenceCased,
        cells: cells(
          .text(fact.employer == "förbundet" ? "Förbundet" : memberName(fact.employer)), figures.figures,
          extent(fact.fullTimePercent)))
    }
    if rows.count > 1 {
      let all = staff.reduce(0) { $0 + $1.fullTimePercent }
      rows.append(
        Table.Row(
          id: "summa", title: "Summa", role: .total, cells: cells(.empty, TallyFigures(sumOf: figures), extent(all)),
          sumOf: rows.map { "+\($0.id)" }))
    }
    let columns =
      [("anstalld-hos", "Anställd hos"), ("kvinnor", "Kvinnor"), ("man", "Män")]
      + (showsNotStated ? [("uppgift-saknas", "Uppgift saknas")] : [])
      + [("totalt", "Totalt"), ("omfattning", "Andel av heltid")]
    let isShared = staff.contains { $0.headcount.total > 1 }
    return Table(
      id: "personal", title: "Personal \(year)", unit: .none, rowHeading: "Funktion",
      columns: columns.map { Table.Column(id: $0.0, title: $0.1, year: year) }, rows: rows,
      remark: isShared ? "Andelen av heltid är allas tillsammans: två på halvtid är 100\(Numerals.space)%." : "")
  }

  /// The departures from recommendations with their reasons (LKBR 4:3); nil where there are none.
  func deviationTable(year: Int, markdown: Markdown) -> Table? {
    let deviations = deviations.filter { $0.year == year }
    guard !deviations.isEmpty else { return nil }
    // A column in which nothing is said of any departure is not printed.
    let hasDecision = deviations.contains { $0.decision.words != nil }
    return Table(
      id: "avvikelser", title: "Avvikelser från rekommendationer", unit: .none, rowHeading: "Rekommendation",
      columns: [Table.Column(id: "skal", title: "Vad förbundet gör i stället och varför", year: year)]
        + (hasDecision ? [Table.Column(id: "beslut", title: "Styrelsens beslut", year: year)] : []),
      rows: deviations.enumerated().map { index, deviation in
        Table.Row(
          id: "avvikelse-\(index + 1)", title: deviation.recommendation,
          cells: [Table.Cell(words: markdown.plainText(of: deviation.reason, file: "avvikelser"))]
            + (hasDecision ? [Table.Cell(words: deviation.decision.words ?? "")] : []))
      })
  }
}

extension String {
  /// The words with a capital letter first, as a row of a table begins.
  fileprivate var sentenceCased: String {
    guard let first = unicodeScalars.first else { return self }
    return first.properties.uppercaseMapping + String(unicodeScalars.dropFirst())
  }
}

extension Insats.Kind {
  /// The direction as it is printed.
  var title: String {
    switch self {
    case .individual: "Individinriktad"
    case .structural: "Strukturinriktad"
    case .consultation: "Konsultationsteam"
    case .preStudy: "Förstudie"
    }
  }
}
