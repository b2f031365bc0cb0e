import Association
import Ledger
import Statements

extension Check {
  static let employeesAgree = Check(
    code: "anstallda-lika", .error,
    question: "Säger översikten, personaluppgifterna och texten samma antal anställda?",
    reason: "LKBR 11:5; 2022 stod 2 anställda i översikten och tre i texten.",
    mend: "Rätta det ställe som är fel. Säg i texten om det är personer eller årsarbetare som räknas.",
    slips: { report in
      let year = report.year.number
      guard let stated = report.table("oversikt")?.figure("anstallda", "\(year)")?.count else { return [] }
      var slips: [Slip] = []
      let staff = report.source?.association.staff.filter { $0.year == year } ?? []
      let employed = staff.filter { $0.isEmployedByAssociation }.reduce(0) { $0 + $1.headcount.total }
      if !staff.isEmpty, Int64(employed) != stated {
        slips.append(
          Slip(
            at: "oversikt/anstallda/\(year)", stated: "\(stated)", expected: "\(employed)",
            difference: Numerals.whole(stated &- Int64(employed)),
            "Översikten säger \(stated) anställda \(year), men personaluppgifterna har \(employed) som förbundet "
              + "självt anställer. Rätta det som är fel."))
      }
      for passage in report.passages {
        guard let said = passage.typed.employees(in: year), said != stated else { continue }
        slips.append(
          Slip(
            at: passage.place, stated: "\(said)", expected: "\(stated)", difference: Numerals.whole(said &- stated),
            "Texten under \(passage.chapterTitle) säger \(said) anställda, men översikten säger \(stated) för \(year). "
              + "Rätta det som är fel, eller säg om det är årsarbetare som räknas."))
      }
      return slips
    },
    spoil: { report in
      let year = report.year.number
      report.alterTable("oversikt") { $0.add(1, to: "anstallda", "\(year)") }
      report.type("Förbundet har nio anställda.")
    })
}

extension StaffFact {
  /// Whether the association itself employs.
  fileprivate var isEmployedByAssociation: Bool { employer.lowercased() == "förbundet" }
}

extension String {
  /// How many employed a text says there are, where it says so and speaks of no other year.
  fileprivate func employees(in year: Int) -> Int64? {
    for sentence in pieces(separatedBy: ". ") where sentence.years.allSatisfy({ $0 == year }) {
      let words = sentence.words
      for (index, word) in words.enumerated() where word == "anställda" && index > 0 {
        let number = words[index - 1]
        if let count = Int64(number) { return count }
        if let count = (2...12).first(where: { Numerals.words($0) == number }) { return count }
      }
    }
    return nil
  }
}
