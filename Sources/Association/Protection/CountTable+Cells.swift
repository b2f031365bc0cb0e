/// Which cell each count of an association's follow-up is.
extension CountTable {
  /// The counts of a row.
  public func cells(of row: Row) -> TallyCells { TallyCells("antal/\(id)/\(year)/\(row.id)") }

  /// The counts of all rows together, of a table of parts.
  public var sumCells: TallyCells { TallyCells("antal/\(id)/\(year)/summa") }

  /// All rows together.
  public var sum: Tally { rows.reduce(Tally(women: 0, men: 0)) { $0 + $1.tally } }
}

/// The cells of a part of a whole, of what is left of it, and of the whole.
public struct PartCells: Hashable, Sendable {
  /// The part.
  public let part: TallyCells
  /// What is left of the whole.
  public let rest: TallyCells
  /// The whole.
  public let whole: TallyCells

  init(_ name: String, part: String, rest: String, whole: String) {
    self.part = TallyCells("\(name)/\(part)")
    self.rest = TallyCells("\(name)/\(rest)")
    self.whole = TallyCells("\(name)/\(whole)")
  }
}

extension Goal {
  /// The counts of an outcome: who met the goal, who did not, and of how many.
  public func cells(ofOutcome index: Int) -> PartCells {
    PartCells("mal/\(id)/\(year)/\(index + 1)", part: "uppnatt", rest: "ej-uppnatt", whole: "av")
  }
}

extension Survey {
  /// The counts of a question: who answered positively, who did not, and all who answered it.
  public func cells(of question: Question) -> PartCells {
    PartCells("enkat/\(id)/\(year)/\(question.id)", part: "positiva", rest: "ej-positiva", whole: "svar")
  }

  /// How many were asked.
  public var askedCell: CountCell { CountCell("enkat/\(id)/\(year)/tillfragade") }
  /// How many answered.
  public var answeredCell: CountCell { CountCell("enkat/\(id)/\(year)/svarande") }
}

extension Activity {
  /// How many took part; the second activity of a title is told apart by its number.
  public func cell(number: Int) -> CountCell {
    CountCell("aktivitet/\(title)/\(year)/\(number)/deltagare")
  }
}

extension Insats {
  /// How many took part in a year, as a cost is divided by.
  public func participantsCell(year: Int) -> CountCell { CountCell("insats/\(id)/\(year)/deltagare") }
}
