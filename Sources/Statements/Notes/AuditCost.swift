public import Association
public import Ledger

/// The total cost of the auditors' audit, this year and the year before (LKBR 9:13).
public func auditCost(_ books: Books, previous: Books?, mapping: Mapping) -> Table {
  let spec = StatementSpec(
    id: "revisionskostnad", title: "Kostnad för räkenskapsrevision", unit: .kronor,
    lines: [StatementSpec.Line(id: "revisionskostnad", title: "Sammanlagd kostnad för räkenskapsrevision")])
  func figures(_ books: Books) -> [String: Figure] {
    let balances = SortedBooks(books, mapping: mapping).of(mapping.resultLineIDs)
    return [
      "revisionskostnad": books.figure(
        balances.filter { mapping.auditCosts.counts($0) }, .change, isTurned: false)
    ]
  }
  return spec.table([
    StatementSpec.Column(heading: .current(of: books.year), figures: figures(books)),
    StatementSpec.Column(heading: .previous(of: books.year, previous), figures: previous.map(figures)),
  ])
}
