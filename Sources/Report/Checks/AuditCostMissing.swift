import Ledger
import Statements

extension Check {
  static let auditCostMissing = Check(
    code: "revisionskostnad-saknas", .error,
    question: "Säger rapporten vad revisionen av räkenskaperna har kostat?",
    reason: "LKBR 9:13; tre av fem granskade rapporter saknade upplysningen.",
    mend: "Bokför revisionen på ett konto som räknas som revision i kontoplanens indelning i rapportrader.",
    slips: { report in
      let table = report.table("revisionskostnad")
      let amounts = table.map { table in
        table.rows.compactMap { row in
          row.role == .heading ? nil : table.columns.first.flatMap { table.printed(row.id, $0.id) }
        }
      }
      guard amounts?.contains(where: { $0.units != 0 }) != true else { return [] }
      return [
        Slip(
          at: "revisionskostnad", stated: table == nil ? "ingen upplysning" : "0", expected: "ett belopp",
          "Rapporten säger inte vad revisionen har kostat. Lagen kräver det (LKBR 9:13). Bokför kostnaden på ett "
            + "konto som räknas som revision, så skrivs noten.")
      ]
    },
    spoil: { $0.removeTable("revisionskostnad") })
}
