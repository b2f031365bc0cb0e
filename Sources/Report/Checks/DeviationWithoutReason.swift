import Association
import Ledger
import Statements

extension Check {
  static let deviationWithoutReason = Check(
    code: "avvikelse-utan-skal", .error,
    question: "Har varje avvikelse från en rekommendation sitt skäl?",
    reason: "LKBR 4:3: avvikelsen och skälen för den ska stå i en not.",
    mend: "Skriv skälet.",
    slips: { report in
      let facts = report.source?.association.deviations.filter { $0.year == report.year.number } ?? []
      let slips = facts.filter { $0.reason.isBlank }.map { Slip.deviation($0.recommendation) }
      guard report.source == nil, let table = report.table("avvikelser") else { return slips }
      return table.rows.filter { row in
        row.role == .row
          && row.cells.prefix(1).allSatisfy { cell in
            if case .text(let text) = cell { text.isBlank } else { cell == .empty }
          }
      }.map { Slip.deviation($0.title) }
    },
    spoil: { report in
      let year = report.year.number
      report.alterAssociation {
        $0.deviations.append(Deviation(year: year, recommendation: "RKR R5 Leasing", reason: ""))
      }
    })
}

extension Slip {
  fileprivate static func deviation(_ recommendation: String) -> Slip {
    Slip(
      at: "avvikelser/\(recommendation)", stated: "inget skäl", expected: "ett skäl",
      "Avvikelsen från \(recommendation) saknar skäl, men lagen kräver att det står i en not (LKBR 4:3). Skriv skälet.")
  }
}
