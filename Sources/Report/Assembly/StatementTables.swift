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
  }

  subscript(id: String) -> Table? { byID[id] }

  /// The tables in order.
  var all: [Table] { ids.compactMap { byID[$0] } }

  /// The table of costs per participant as it may be printed: where the participants are withheld, so is what each
  /// cost, for it would tell how many they are.
  mutating func protect(_ association: Association, year: Int, _ protection: CountProtection) {
    guard var table = byID["kostnad-per-deltagare"],
      let participants = table.columns.firstIndex(where: { $0.id == "participants" }),
      let perHead = table.columns.firstIndex(where: { $0.id == "per-participant" })
    else { return }
    for (index, row) in table.rows.enumerated() {
      guard let insats = association.insatser.first(where: { $0.id == row.id }),
        let figure = row.cells[participants].figure, let count = figure.count
      else { continue }
      let printed = protection.printed(Int(count), insats.participantsCell(year: year))
      guard printed.count == nil else { continue }
      let told = Figure.told(
        Int(count), as: printed, "Deltagare i \(insats.name) \(year)", in: "Förbundets uppgifter om deltagare")
      table.rows[index].cells[participants] = .figure(told)
      table.rows[index].cells[perHead] = .figure(
        Figure(
          .withheld(.amount),
          origin: .nothing(why: "Kostnaden per deltagare visas inte, för att antalet deltagare inte visas.")))
    }
    byID["kostnad-per-deltagare"] = table.explained
  }

  private mutating func add(_ table: Table?) {
    guard let table, byID[table.id] == nil else { return }
    byID[table.id] = table
    ids.append(table.id)
  }
}
