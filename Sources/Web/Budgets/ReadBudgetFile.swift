import Association
import Exchange
import Ledger
import Report
import Statements
import Store

/// Reads a file into the grid of a proposal, so that it can be looked at. Nothing is kept until the grid is saved.
enum ReadBudgetFile {
  static let fileName = "fil"

  static func read(_ asked: Asked, _ place: Pair<Int, Int64>) async throws -> Answer {
    guard let desk = try BudgetDesk(asked, place.first),
      let recorded = ShowBudgetProposal.find(desk, place.second)
    else { return .notFound }
    let present = recorded.version.proposal
    guard let file = asked.form.files.first(where: { $0.field == fileName }), !file.bytes.isEmpty else {
      let fault = FieldFault(
        field: fileName, message: "Ingen fil är vald. Välj en CSV-fil eller ett kalkylblad (.xlsx).")
      return try await ShowBudgetProposal.page(desk, recorded, form: BudgetForm(present), faults: [fault])
    }
    let name = file.name.hasUnseenScalars || file.name.isEmpty ? "filen" : String(file.name.prefix(200))
    let (association, activities, year, bytes) = (desk.association, desk.activities, desk.year, file.bytes)
    let reading = try await LongWork.run {
      BudgetFileFormat.read(bytes, named: name, year: year, association: association, activities: activities)
    }
    var content = present.content
    if let read = reading.value, !reading.hasErrors {
      content = read
      // A file that says no equity leaves what stands.
      if read.expectedOpeningEquity == .zero { content.expectedOpeningEquity = present.content.expectedOpeningEquity }
    }
    return try await ShowBudgetProposal.page(
      desk, recorded, form: BudgetForm(content, revision: present.revision),
      reading: BudgetFileReading(
        name: name, diagnostics: reading.diagnostics,
        changes: reading.hasErrors ? [] : changes(from: present.content, to: content.filled)))
  }

  /// What a file changes, line by line, in words.
  private static func changes(from old: Budget, to new: Budget) -> [String] {
    func amounts(_ line: Budget.Line) -> String { line.amounts.map(Numerals.kronor).joined(separator: ", ") }
    var words: [String] = []
    for line in new.lines {
      guard let before = old.lines.first(where: { $0.id == line.id }) else {
        words.append("Ny rad: \(line.title), \(amounts(line)).")
        continue
      }
      guard before != line else { continue }
      words.append(
        before.amounts == line.amounts
          ? "\(line.title): rubrik, grupp, medlem, insats eller verksamhet är ändrad."
          : "\(line.title): \(amounts(before)) blir \(amounts(line)).")
    }
    for line in old.lines where !new.lines.contains(where: { $0.id == line.id }) {
      words.append("Raden försvinner: \(line.title), \(amounts(line)).")
    }
    if old.expectedOpeningEquity != new.expectedOpeningEquity {
      words.append(
        "Ingående eget kapital: \(Numerals.kronor(old.expectedOpeningEquity)) blir "
          + "\(Numerals.kronor(new.expectedOpeningEquity)).")
    }
    if old.statedClosingEquity != new.statedClosingEquity {
      words.append("Det utgående eget kapital som styrelsen anger är ändrat.")
    }
    return words
  }
}
