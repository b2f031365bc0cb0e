package import Association
package import Statements

extension Survey {
  /// Where the answers are told.
  var source: String { "Förbundets uppgifter om enkäten \(title)" }

  /// How many were asked.
  func askedFigure(_ protection: CountProtection) -> Figure {
    .told(asked, as: protection.printed(asked, askedCell), "\(title): tillfrågade", in: source)
  }
  /// How many answered.
  func answeredFigure(_ protection: CountProtection) -> Figure {
    .told(answered, as: protection.printed(answered, answeredCell), "\(title): svar", in: source)
  }
  /// How large a part of those asked that answered.
  func responseRate(_ protection: CountProtection) -> Figure? {
    .share(answeredFigure(protection), of: askedFigure(protection), "Svar", "Tillfrågade")
  }

  /// The positive answers and all answers to a question, as figures.
  func figures(
    of question: Question, _ protection: CountProtection
  ) -> (positive: TallyFigures, answered: TallyFigures) {
    let cells = cells(of: question)
    return (
      positive: TallyFigures(
        part: question.positive, "\(question.text): positiva svar", in: source, as: cells, protection),
      answered: TallyFigures(question.answered, "\(question.text): svar", in: source, as: cells.whole, protection)
    )
  }

  /// The survey as a table. A percentage never stands without the number of answers it is a part of.
  package func table(_ protection: CountProtection) -> Table {
    let groups = isBySex ? [("alla", "Alla"), ("kvinnor", "Kvinnor"), ("man", "Män")] : [("alla", "")]
    let columns = groups.flatMap { id, title in
      [
        Table.Column(id: "svar-\(id)", title: "Svar", group: title, year: year),
        Table.Column(id: id, title: "Positiva", group: title, year: year),
      ]
    }
    let rows = questions.map { question in
      let (positive, answered) = figures(of: question, protection)
      let pairs = [
        (positive.total, answered.total), (positive.women, answered.women), (positive.men, answered.men),
      ]
      return Table.Row(
        id: question.id, title: question.text,
        cells: pairs.prefix(groups.count).flatMap { positive, answered in
          [Table.Cell.figure(answered), Table.Cell(.share(positive, of: answered, "Positiva svar", "Svar"))]
        })
    }
    return Table(
      id: "enkat-\(id)", title: title, unit: .none, rowHeading: "Fråga", columns: columns, rows: rows,
      remark: remark(protection)
    ).explained
  }

  /// Whether some answer is told by sex; where none is, columns of women and men would be empty.
  private var isBySex: Bool { questions.contains { $0.answered.women + $0.answered.men > 0 } }

  private func remark(_ protection: CountProtection) -> String {
    var sentences: [String] = []
    if !population.isEmpty { sentences.append("Tillfrågade: \(population).") }
    if let rate = responseRate(protection)?.share {
      sentences.append(
        "\(Numerals.whole(rate.numerator)) av \(Numerals.whole(rate.denominator)) svarade "
          + "(\(Numerals.percent(rate))).")
    }
    if !scale.isEmpty, scale.indices.contains(positiveFrom - 1) {
      let last = scale[scale.count - 1]
      let first = scale[positiveFrom - 1]
      sentences.append(
        "Skalan har \(Numerals.words(Int64(scale.count))) steg. "
          + (first == last
            ? "Som positivt räknas svaret ”\(last)”." : "Som positiva räknas svaren från ”\(first)” till ”\(last)”."))
    }
    if !isBySex { sentences.append("Svaren är inte uppdelade på kön.") }
    return sentences.joined(separator: " ")
  }
}
