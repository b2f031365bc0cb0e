import Ledger
import Statements

extension Check {
  static let solidity = Check(
    code: "soliditet", .error,
    question: "Är soliditeten eget kapital delat med tillgångarna?",
    reason: "LKBR 11:9; soliditet är eget kapital genom totala tillgångar.",
    mend: "Räkna om soliditeten från balansräkningen.",
    slips: { report in
      guard let balance = report.table("balansrakning"), let overview = report.table("oversikt") else { return [] }
      return balance.yearColumns.compactMap { column in
        guard let year = column.year, let stated = overview.figure("soliditet", "\(year)")?.share,
          let equity = balance.printed("utgaende-eget-kapital", column.id)?.units,
          let assets = balance.printed("summa-tillgangar", column.id)?.units, let right = Share(equity, of: assets)
        else { return nil }
        let isWhole = stated.denominator == 100
        let isRight = isWhole ? stated.percent == right.percent : abs(stated.permille - right.permille) <= 1
        guard !isRight else { return nil }
        let said = isWhole ? Numerals.percent(stated) : Numerals.percentWithDecimal(stated)
        return Slip(
          at: "oversikt/soliditet/\(year)", stated: said, expected: Numerals.percentWithDecimal(right),
          difference: "\(Numerals.tenths(stated.permille - right.permille)) procentenheter",
          "Soliditeten \(year) är \(said) i översikten, men \(Numerals.kronor(units: equity)) av "
            + "\(Numerals.kronor(units: assets)) är \(Numerals.percentWithDecimal(right)). Rätta soliditeten.")
      }
    },
    spoil: { report in
      let year = report.year.number
      report.alterTable("oversikt") { table in
        guard let share = Share(777, of: 1000) else { return }
        table.alter("soliditet", "\(year)") { $0.value = .share(share) }
      }
    })
}
