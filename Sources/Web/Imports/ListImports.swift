import Desk
import Ledger
import Store

/// Shows what has been read into the book, what waits, and the form for a new file.
enum ListImports {
  static func show(_ asked: Asked, _ nothing: Nothing) async throws -> Answer {
    .page(ImportsPage.page(try model(asked)))
  }

  static func model(_ asked: Asked, faults: [FieldFault] = [], year: String = "") throws -> ImportsPage.Model {
    let undone = try asked.store.undoneImports()
    let isBookkeeper = Access.bookkeepers.admits(asked.user)
    let lines = try asked.store.imports().reversed().map { receipt in
      ImportsPage.Line(receipt: receipt, undoneAt: undone[receipt.sequence]?.at)
    }
    return ImportsPage.Model(
      lines: lines, uploads: isBookkeeper ? try asked.store.uploads() : [], isBookkeeper: isBookkeeper,
      years: try asked.store.fiscalYears().reversed(), bytesMax: asked.office.settings.importBytesMax, faults: faults,
      year: year, visitor: asked.visitor)
  }
}
