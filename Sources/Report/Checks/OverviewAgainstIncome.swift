import Ledger
import Statements

extension SumCheck {
  static let overviewAgainstIncome = SumCheck(
    code: "oversikt-mot-resultatrakning",
    question: "Säger flerårsöversikten samma intäkter, kostnader och resultat som resultaträkningen?",
    reason: "LKBR 11:1; 2022 var en rad som sades vara kostnader minskad med de finansiella intäkterna, 46 953 kr.",
    mend: "Rätta översikten, eller radens namn så att det säger vad den innehåller.",
    relations: { report in
      guard let overview = report.table("oversikt"), let income = report.table("resultatrakning") else { return [] }
      return income.yearColumns.flatMap { column -> [Relation] in
        guard let year = column.year, let index = income.columns.firstIndex(where: { $0.id == column.id }) else {
          return []
        }
        return overview.rows.compactMap { row -> Relation? in
          guard let terms = row.overviewTerms, let stated = overview.printed(row.id, "\(year)") else { return nil }
          let sum = income.sum(of: terms, at: index)
          guard sum.count > 0 else { return nil }
          return Relation(
            at: "oversikt/\(row.id)/\(year)",
            "Översikten säger %s på raden \(row.title) för \(year), men resultaträkningen ger %e", stated: stated,
            expected: sum.sum, remedy: "Rätta översikten, eller radens namn så att det säger vad den innehåller.")
        }
      }
    },
    spoil: { report in
      let year = report.year.number
      report.alterTable("oversikt") { $0.add(47_000, to: "kostnader", "\(year)") }
    })
}

extension Table.Row {
  /// Which lines of the income statement a row of the overview adds, by its own words: a row that says *finansiella
  /// kostnader* has no financial income in it.
  fileprivate var overviewTerms: [String]? {
    let costs = ["+verksamhetens-kostnader", "+avskrivningar"]
    switch id {
    case "intakter": return ["+verksamhetens-intakter", "+skatteintakter", "+generella-statsbidrag"]
    case "resultat": return ["+arets-resultat"]
    case "kostnader" where hasOnlyFinancialCosts: return costs + ["+finansiella-kostnader"]
    case "kostnader" where title.lowercased().hasAny(["finans"]):
      return costs + ["+finansiella-intakter", "+finansiella-kostnader", "+extraordinara-poster"]
    case "kostnader":
      return ["+arets-resultat", "-verksamhetens-intakter", "-skatteintakter", "-generella-statsbidrag"]
    default: return nil
    }
  }

  /// Whether the row says that it holds financial costs and nothing of financial income.
  var hasOnlyFinancialCosts: Bool {
    let words = title.lowercased()
    return words.has("finansiella kostnader") && !words.hasAny(["finansiella intäkter", "netto", "poster"])
  }
}
