import Ledger
import Statements

/// A whole number in the unit it is printed in.
struct Printed: Hashable {
  var units: Int64
  var unit: Table.Unit

  /// The number with its unit, as a sentence says it.
  var text: String {
    switch unit {
    case .kronor: Numerals.kronor(units: units)
    case .thousands: Numerals.thousands(units: units)
    case .none: Numerals.whole(units)
    }
  }

  /// The same amount in another unit, halves away from zero; nil where a unit is no amount's.
  func converted(to other: Table.Unit) -> Int64? {
    if unit == other { return units }
    guard unit != .none, other != .none else { return nil }
    let (ore, overflow) = units.multipliedReportingOverflow(by: unit.ore)
    guard !overflow, ore.magnitude < UInt64(Int64.max - other.ore) else { return nil }
    return Money(ore: ore).rounded(toUnitsOf: other.ore)
  }
}

/// Two numbers of a report that should be the same.
struct Relation {
  let place: String
  let stated: Printed
  let expected: Printed
  let difference: Printed
  private let lead: String
  private let remedy: String

  /// `what` is put between the two numbers: `Not 2 summerar till %s men raden Verksamhetens kostnader säger %e`.
  /// Numbers of different units are compared in the larger. Nil where they cannot be compared.
  init?(at place: String, _ lead: String, stated: Printed, expected: Printed, remedy: String) {
    let unit: Table.Unit = stated.unit == .thousands || expected.unit == .thousands ? .thousands : stated.unit
    guard let left = stated.converted(to: unit), let right = expected.converted(to: unit) else { return nil }
    let (difference, overflow) = left.subtractingReportingOverflow(right)
    guard !overflow else { return nil }
    self.place = place
    self.stated = stated
    self.expected = expected
    self.difference = Printed(units: difference, unit: unit)
    self.lead = lead
    self.remedy = remedy
  }

  /// Whether the numbers are not the same.
  var differs: Bool { difference.units != 0 }

  /// Whether they are amounts that differ by one printed unit.
  var isRounding: Bool { difference.unit != .none && difference.units.magnitude == 1 }

  /// The finding's words.
  var slip: Slip {
    Slip(
      at: place, stated: stated.text, expected: expected.text, difference: difference.text,
      "\(sentence): \(distance) skiljer. \(remedy)")
  }

  /// The comparison without what to do about it.
  var sentence: String { lead.replacing("%s", by: stated.text).replacing("%e", by: expected.text) }

  /// How far apart the numbers are, without sign.
  var distance: String { Printed(units: Int64(clamping: difference.units.magnitude), unit: difference.unit).text }
}

extension Table.Row {
  /// The heading as a sentence can quote it: without the stop that a goal's words end in.
  var name: String {
    title.ends(in: ".") ? String(decoding: title.utf8.dropLast(), as: UTF8.self) : title
  }
}

extension Table {
  /// The whole number printed in a row and column: an amount in the table's unit, or a count. Nil for an empty cell.
  func printed(_ row: String, _ column: String = "current") -> Printed? {
    guard let row = self.row(row), let index = columns.firstIndex(where: { $0.id == column }) else { return nil }
    return printed(row, at: index)
  }

  /// The whole number printed in a row's cell at that index.
  func printed(_ row: Row, at index: Int) -> Printed? {
    guard index < row.cells.count, let figure = row.cells[index].figure else { return nil }
    if let units = printedUnits(of: figure) { return Printed(units: units, unit: unit == .none ? .kronor : unit) }
    return figure.count.map { Printed(units: $0, unit: .none) }
  }

  /// Whether the figure of a row's cell at that index is withheld.
  func isWithheld(_ row: Row, at index: Int) -> Bool {
    index < row.cells.count && row.cells[index].figure?.withheld != nil
  }

  /// The columns of a statement's two years that the table has.
  var yearColumns: [Column] { columns.filter { $0.id == "current" || $0.id == "previous" } }

  /// The sum of the rows that a row's `sumOf` names, in one column, and how many of them have a number there; none
  /// where one of them is withheld, for then the sum is not known.
  func sum(of terms: [String], at index: Int) -> (sum: Printed, count: Int) {
    var sum = Printed(units: 0, unit: unit == .none ? .kronor : unit)
    var count = 0
    guard !terms.contains(where: { row($0.withoutSign).map { isWithheld($0, at: index) } ?? false }) else {
      return (sum, 0)
    }
    for term in terms {
      guard let row = self.row(term.withoutSign), let printed = printed(row, at: index) else { continue }
      sum.unit = printed.unit
      sum.units &+= term.utf8.first == UInt8(ascii: "-") ? 0 &- printed.units : printed.units
      count += 1
    }
    return (sum, count)
  }
}

extension String {
  /// A term of a sum without its plus or minus.
  var withoutSign: String {
    guard let first = utf8.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else { return self }
    return String(decoding: utf8.dropFirst(), as: UTF8.self)
  }
}
