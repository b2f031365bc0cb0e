import Association
import Ledger

/// A column of a note: the balances to divide and the line they must add up to.
struct NoteColumn {
  var heading: Table.Column
  var books: Books
  var balances: [Books.Balance]
  var isKnown: Bool
  var line: Figure?
  var amount: Origin.Column
}

/// One note being made.
struct NoteTable {
  /// A row to print: one of the mapping's, or one combination of objects of a row that is split.
  struct Printed: Hashable {
    var rowIndex: Int
    var objects: [String?]
  }

  let note: Mapping.Note
  let kind: NoteKind
  let columns: [NoteColumn]
  let association: Association

  var table: Table {
    let divided = columns.map { column in
      Dictionary(grouping: column.balances) { printed(row: $0) }
        .mapValues { column.books.figure($0, column.amount, isTurned: kind.isTurned) }
        .filter { $0.value.isSomething }
    }
    let rows = Set(divided.flatMap(\.keys)).sorted(by: precedes)
    let spec = StatementSpec(
      id: "not-\(note.lineID)", title: note.title, unit: .kronor, lines: lines(of: rows))
    let filled = zip(columns, divided).map { column, figures in
      guard column.isKnown else { return StatementSpec.Column(heading: column.heading, figures: nil) }
      var byID: [String: Figure] = [:]
      for row in rows { byID[id(of: row)] = figures[row] ?? Figure.none(in: column.books.year) }
      let units = column.line?.printedUnits.map { kind.isTurnedFromLine ? -$0 : $0 }
      return StatementSpec.Column(
        heading: column.heading, figures: byID, pins: units.map { ["summa": $0] } ?? [:])
    }
    return spec.table(filled)
  }

  /// The row that has a balance: the first that counts it, else the row of the rest, which comes last.
  private func printed(row balance: Books.Balance) -> Printed {
    guard let index = note.rows.firstIndex(where: { $0.counts.counts(balance) }) else {
      return Printed(rowIndex: note.rows.count, objects: [])
    }
    return Printed(rowIndex: index, objects: note.rows[index].splitBy.map { balance.objects[$0] })
  }

  private func lines(of rows: [Printed]) -> [StatementSpec.Line] {
    var lines: [StatementSpec.Line] = []
    var total: [String] = []
    var groupNumber = 0
    let groups = rows.split { group(of: $0) != group(of: $1) }
    for rows in groups {
      guard let first = rows.first else { continue }
      let heading = group(of: first)
      if !heading.isEmpty {
        groupNumber += 1
        lines.append(StatementSpec.Line(id: "grupp-\(groupNumber)", title: heading, role: .heading))
      }
      lines += rows.map { StatementSpec.Line(id: id(of: $0), title: title(of: $0)) }
      let terms = rows.map { "+" + id(of: $0) }
      if heading.isEmpty || groups.count == 1 {
        total += terms
      } else {
        let subtotal = "delsumma-\(groupNumber)"
        lines.append(
          StatementSpec.Line(id: subtotal, title: "Summa \(heading.lowercased())", role: .subtotal, sumOf: terms))
        total.append("+" + subtotal)
      }
    }
    return lines + [StatementSpec.Line(id: "summa", title: "Summa", role: .total, sumOf: total)]
  }

  private func group(of row: Printed) -> String { row.rowIndex < note.rows.count ? note.rows[row.rowIndex].group : "" }

  private func id(of row: Printed) -> String {
    guard row.rowIndex < note.rows.count else {
      return note.rows.contains { $0.id == "ovrigt" } ? "ovrigt-utan-rad" : "ovrigt"
    }
    return ([note.rows[row.rowIndex].id] + row.objects.map { $0 ?? "-" }).joined(separator: ".")
  }

  private func title(of row: Printed) -> String {
    guard row.rowIndex < note.rows.count else {
      return note.rows.contains { $0.title == "Övrigt" } ? "Övrigt, utan egen rad" : "Övrigt"
    }
    let source = note.rows[row.rowIndex]
    let names = zip(source.splitBy, row.objects).compactMap { dimension, object in
      object.map { association.name(of: ObjectReference(dimension: dimension, object: $0), in: columns.map(\.books)) }
    }
    return names.isEmpty ? source.title : names.joined(separator: " – ")
  }

  /// In the mapping's order; the rows of a split in the association's order of insatser and members.
  private func precedes(_ left: Printed, _ right: Printed) -> Bool {
    guard left.rowIndex == right.rowIndex else { return left.rowIndex < right.rowIndex }
    let dimensions = left.rowIndex < note.rows.count ? note.rows[left.rowIndex].splitBy : []
    for (dimension, (one, other)) in zip(dimensions, zip(left.objects, right.objects)) where one != other {
      return association.rank(of: one, in: dimension) < association.rank(of: other, in: dimension)
    }
    return false
  }
}

extension Figure {
  /// A row that has nothing in a year.
  static func none(in year: FiscalYear) -> Figure {
    Figure(.amount(.zero), origin: .nothing(why: "Inget konto som räknas hit har något belopp \(year.number)."))
  }
}

extension Association {
  /// The name of an insats or a member, else the name the books give the object, else its number.
  func name(of reference: ObjectReference, in books: [Books]) -> String {
    if reference.dimension == .insats, let insats = insatser.first(where: { $0.id == reference.object }) {
      return insats.name
    }
    if reference.dimension == .party, let member = members.first(where: { $0.id == reference.object }) {
      return member.name
    }
    let names = books.map { $0.name(of: reference) }
    return names.first { $0 != reference.object } ?? reference.object
  }

  /// Where an object stands among the association's own, those it does not know after, a missing one last.
  fileprivate func rank(of object: String?, in dimension: Dimension) -> (Int, String) {
    guard let object else { return (Int.max, "") }
    let known =
      switch dimension {
      case .insats: insatser.firstIndex { $0.id == object }
      case .party: members.firstIndex { $0.id == object }
      default: nil as Int?
      }
    return (known ?? Int.max - 1, object)
  }
}

extension Array {
  /// The elements in runs, cut where the two neighbours differ.
  fileprivate func split(where differ: (Element, Element) -> Bool) -> [[Element]] {
    var runs: [[Element]] = []
    for element in self {
      if let last = runs.last?.last, !differ(last, element) {
        runs[runs.count - 1].append(element)
      } else {
        runs.append([element])
      }
    }
    return runs
  }
}
