import Association
import Ledger
import Statements

/// Every table that Statements makes of a source, each made once.
struct StatementTables {
  /// The tables by id.
  private(set) var byID: [String: Table] = [:]
  /// The ids, in the order the tables were made.
  private(set) var ids: [String] = []
  /// The ids of the notes that specify lines, in order.
  let noteIDs: [String]

  init(_ source: AnnualReport.Source) {
    let books = source.books
    let previous = source.previousBooks
    let mapping = source.mapping
    let association = source.association
    let notes = Statements.notes(books, previous: previous, mapping: mapping, association: association)
    noteIDs = notes.map(\.id)
    add(incomeStatement(books, previous: previous, mapping: mapping))
    add(balanceSheet(books, previous: previous, mapping: mapping))
    add(cashFlowStatement(books, previous: previous, mapping: mapping))
    add(operatingStatement(books, previous: previous, mapping: mapping, association: association))
    add(investmentStatement(books, previous: previous, mapping: mapping))
    add(balanceRequirement(books, previous: previous, mapping: mapping, association: association))
    for note in notes { add(note) }
    add(insatsNote(books, previous: previous, mapping: mapping, association: association))
    add(multiYearOverview(books, previous: previous, mapping: mapping, association: association))
    add(equityCap(books, previous: previous, mapping: mapping, association: association))
    add(contributions(books, previous: previous, mapping: mapping, association: association))
    add(auditCost(books, previous: previous, mapping: mapping))
    add(costPerParticipant(books, previous: previous, mapping: mapping, association: association))
    add(budgetAppendix(association, year: books.year.number))
    add(finsamPlanNote(books, mapping: mapping, association: association, plans: source.plans))
    add(association.groupMeetingTable(year: books.year.number, source.groupMeetings))
  }

  subscript(id: String) -> Table? { byID[id] }

  /// The tables in order.
  var all: [Table] { ids.compactMap { byID[$0] } }

  /// The table of costs per participant as it may be printed: where the participants are withheld, so is what each
  /// cost, for it would tell how many they are.
  mutating func protect(_ association: Association, year: Int, _ protection: CountProtection) {
    byID["kostnad-per-deltagare"] = byID["kostnad-per-deltagare"]?.protectedCost(association, year: year, protection)
  }

  private mutating func add(_ table: Table?) {
    guard let table, byID[table.id] == nil else { return }
    byID[table.id] = table
    ids.append(table.id)
  }
}
