import Association
import Exchange
import HTTPTypes
import Ledger
import Statements
import Store

/// A version of a budget on its way: the grid it is made in for those who make it, else the table it becomes.
enum ShowBudgetProposal {
  static func show(_ asked: Asked, _ place: Pair<Int, Int64>) async throws -> Answer {
    guard let desk = try BudgetDesk(asked, place.first), let recorded = find(desk, place.second) else {
      return .notFound
    }
    return try await page(desk, recorded, form: BudgetForm(recorded.version.proposal))
  }

  static func find(_ desk: BudgetDesk, _ id: Int64) -> RecordedBudget? { desk.recorded.first { $0.id.rawValue == id } }

  /// The page with what is typed, what is wrong with it, and what a file said.
  static func page(
    _ desk: BudgetDesk, _ recorded: RecordedBudget, form: BudgetForm, faults: [FieldFault] = [],
    warnings: [BudgetWarning] = [], reading: BudgetFileReading? = nil
  ) async throws -> Answer {
    let beside = try await desk.beside()
    let view = BudgetProposalPage(
      desk: desk, recorded: recorded, form: form, stepFaults: faults, warnings: warnings, reading: reading,
      beside: beside)
    let isFaulty = !form.faults.isEmpty || !faults.isEmpty || !warnings.isEmpty || reading?.hasErrors == true
    return .page(view.page(), status: isFaulty ? .unprocessableContent : .ok)
  }
}

/// What was read in a file, before anything of it is kept.
struct BudgetFileReading {
  let name: String
  let diagnostics: [Diagnostic]
  /// What the file would change in the proposal.
  let changes: [String]

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
