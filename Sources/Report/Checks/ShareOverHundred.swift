import Ledger
import Statements

extension Check {
  static let shareOverHundred = Check(
    code: "andel-over-hundra", .error,
    question: "Ligger varje andel av personer, svar och tillgångar mellan 0 och 100 procent?",
    reason: "En del kan inte vara större än sitt hela.",
    mend: "Rätta täljaren eller nämnaren.",
    slips: { report in
      let named = report.figures.sorted { $0.key < $1.key }.compactMap { name, named -> Slip? in
        guard ["antal.", "mal.", "enkat."].contains(where: { name.utf8.starts(with: $0.utf8) }),
          let share = named.figure.share, !share.isPart
        else { return nil }
        return .share(share, at: "figurer/\(name)", title: named.title)
      }
      let printed = report.tables.filter { !$0.mayExceedWhole }.flatMap { table in
        table.rows.flatMap { row in
          row.cells.compactMap(\.figure?.share).filter { !$0.isPart }.map { share in
            Slip.share(share, at: "\(table.id)/\(row.id)", title: row.title)
          }
        }
      }
      return named + printed
    },
    spoil: { report in
      guard let share = Share(12, of: 10) else { return }
      let figure = Figure(.share(share), origin: .nothing(why: "Exempel."))
      report.figures["mal.exempel.andel"] = AnnualReport.NamedFigure(title: "Exempel", figure: figure)
    })
}

extension Share {
  fileprivate var isPart: Bool { numerator >= 0 && numerator <= denominator }
}

extension Table {
  /// Shares of equity in contributions, or of outcome in a frame, may pass the whole.
  fileprivate var mayExceedWhole: Bool {
    !(id == "maluppfyllelse" || id.utf8.starts(with: "antal-".utf8) || id.utf8.starts(with: "enkat-".utf8))
  }
}

extension Slip {
  fileprivate static func share(_ share: Share, at place: String, title: String) -> Slip {
    let stated = Numerals.percentWithDecimal(share)
    return Slip(
      at: place, stated: stated, expected: "0–100 %",
      "\(title) är \(stated) (\(share.numerator) av \(share.denominator)), men en andel ligger mellan 0 och 100 "
        + "procent. Rätta täljaren eller nämnaren.")
  }
}
