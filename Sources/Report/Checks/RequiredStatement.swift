import Ledger
import Statements

extension Check {
  static let requiredStatement = Check(
    code: "rakning-saknas", .error,
    question:
      "Har rapporten resultaträkning, balansräkning, kassaflödesanalys, driftredovisning, översikt och balanskrav?",
    reason: "LKBR 4:1, 11:1 och 11:10.",
    mend: "Lägg till den del som fattas.",
    slips: { report in
      let parts = [
        ("resultatrakning", "resultaträkning", "LKBR 4:1"), ("balansrakning", "balansräkning", "LKBR 4:1"),
        ("kassaflode", "kassaflödesanalys", "LKBR 4:1"), ("driftredovisning", "driftredovisning", "LKBR 4:1"),
        ("oversikt", "översikt över verksamhetens utveckling", "LKBR 11:1"),
        ("balanskrav", "balanskravsutredning", "LKBR 11:10"),
      ]
      return parts.filter { report.table($0.0) == nil }.map { id, name, law in
        Slip(
          at: id, stated: "fattas", expected: name,
          "Rapporten saknar \(name). Den krävs enligt \(law): lägg till den.")
      }
    },
    spoil: { $0.removeTable("kassaflode") })
}
