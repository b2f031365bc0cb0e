/// A figure of a table as it was read.
public struct ReadCell: Hashable, Sendable {
  /// The number; nil where the report prints a dash or a word for nothing.
  public var value: Number?
  /// As it was printed.
  public var printed: String
  /// Its own unit, where it has one that the table does not say: a percentage among amounts.
  public var unit: Unit?
  /// How sure the reading is, in hundredths.
  public var confidence: Int

  /// A figure.
  public init(value: Number?, printed: String, unit: Unit? = nil, confidence: Int = 98) {
    self.value = value
    self.printed = printed
    self.unit = unit
    self.confidence = confidence
  }

  /// What it counts as in a sum: a dash is nought.
  var thousandths: Int64 { value?.thousandths ?? 0 }
}

/// A row of a table as it was read.
public struct ReadRow: Hashable, Sendable {
  /// Where it stands.
  public var place: Place
  /// Its label as printed.
  public var label: String
  /// Its label as it is compared: without signs, numbering and the note.
  public var folded: [UInt8]
  /// What it means in a table of its kind, if that is known.
  public var key: String?
  /// How sure the meaning is, in hundredths.
  public var keyConfidence = 0
  /// The note it refers to.
  public var note: String?
  /// Whether it says that it adds others.
  public var isSum: Bool
  /// A figure, a dash or nothing for each column.
  public var cells: [ReadCell?]
  /// The words of cells that are no figures.
  public var words: [String]
  /// The row as it stands in the text.
  public var quote: String

  /// Whether it has no figures at all.
  public var isHeading: Bool { cells.allSatisfy { $0 == nil } }
  /// The number of that column.
  public func value(_ column: Int) -> Number? { column < cells.count ? cells[column]?.value : nil }
  /// What the column counts as in a sum, where anything is printed.
  func term(_ column: Int) -> Int64? { column < cells.count ? cells[column].map(\.thousandths) : nil }
  func has(_ words: String) -> Bool { folded.find(words, from: 0, before: folded.count) != nil }
}

/// A column of a table as its heading says it.
public struct ReadColumn: Hashable, Sendable {
  /// What it is about.
  public enum Role: String, Hashable, Sendable {
    case current, previous, budget, deviation, granted, outcome, forecast, plan, women, men, total, percent, other
  }
  /// Which side, where a column of money is split.
  public enum Part: String, Hashable, Sendable { case income, cost, net }

  /// The heading.
  public var title: String
  /// What it is about.
  public var role: Role
  /// The year it says.
  public var year: Int?
  /// Which side.
  public var part: Part?
}

/// A table as it was read.
public struct ReadTable: Hashable, Sendable {
  /// Its number among the report's tables, from 0.
  public var id: Int
  /// What it is.
  public var kind: TableKind
  /// How sure that is, in hundredths.
  public var kindConfidence: Int
  /// Its title as printed.
  public var title: String
  /// The number of the note, for one that is a note.
  public var noteNumber: String?
  /// In what its amounts are, as far as they can be.
  public var unit: Unit
  /// In what it says that they are, and where.
  public var statedUnit: Unit?
  /// Where the unit or the headings stand.
  public var headingPlaces: [Place]
  /// The words of the headings.
  public var headingQuote: String
  /// Its columns of figures.
  public var columns: [ReadColumn]
  /// Its rows in order.
  public var rows: [ReadRow]
  /// Where it begins.
  public var place: Place
  /// One unit of the last place that its amounts are printed with, in thousandths: 1000, or 10 where they have two
  /// decimals. No two of its figures agree better than that.
  var grain: Int64 = 1000

  /// The first row of that meaning.
  public func row(_ key: String) -> ReadRow? {
    rows.first { $0.key == key && !$0.isHeading } ?? rows.first { $0.key == key }
  }
  /// The last row of that meaning.
  public func lastRow(_ key: String) -> ReadRow? { rows.last { $0.key == key } }
  /// Whether some count in it is withheld to protect people. A dash may then be one too, and nothing can be added up.
  public var withholdsCounts: Bool {
    kind != .incomeStatement && kind != .balanceSheet
      && rows.contains { row in
        row.folded.hasAny(Vocabulary.withheld)
          || row.words.contains { Fold($0).bytes.hasAny(Vocabulary.withheld) }
      }
  }
  /// The first column of that role.
  public func column(_ role: ReadColumn.Role) -> Int? { columns.firstIndex { $0.role == role } }
  /// How many kronor one of its amounts is.
  public var kronor: Int64 { unit.kronor ?? 1 }
  /// The name of the table in a sentence.
  public var name: String {
    switch kind {
    case .note: noteNumber.map { "not \($0)" } ?? "noten"
    case .other: title.isEmpty ? "tabellen" : "tabellen ”\(title)”"
    default: kind.swedish
    }
  }
  /// The heading of a column in a sentence.
  func columnName(_ column: Int) -> String {
    guard column < columns.count else { return "" }
    let title = columns[column].title
    if columns.count == 1 { return "" }
    return title.isEmpty ? " i kolumn \(column + 1)" : " i kolumnen \(title)"
  }
}
