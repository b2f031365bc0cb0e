import Ledger
import Statements

extension Check {
  static let percentIsCount = Check(
    code: "procent-i-text-ar-antal", .error,
    question: "Är ingen procentsats i texten i själva verket ett antal?",
    reason: "2023 sa texten 72 procent; 72 var antalet av 92, och andelen var 78 procent.",
    mend: "Skriv andelen, helst som {{mal.<id>.andel}}.",
    slips: { report in
      let shares = report.personShares
      let stated = Set(report.source?.association.statedNumbers(in: report.year.number) ?? [])
      return report.typedPassages.flatMap { passage, numbers in
        numbers.compactMap { number -> Slip? in
          guard number.unit == .percent, number.decimals == 0, number.digits > 0,
            !stated.contains(number.key),
            !shares.contains(where: { $0.percent == number.digits }),
            let share = shares.first(where: { $0.numerator == number.digits })
          else { return nil }
          let right = Numerals.percent(share)
          return Slip(
            at: passage.place, stated: number.text, expected: right,
            difference: "\(Numerals.whole(number.digits - share.percent)) procentenheter",
            "Texten under \(passage.chapterTitle) säger \(number.text), men \(number.digits) är ett antal: "
              + "\(share.numerator) av \(share.denominator) är \(right). Skriv andelen.")
        }
      }
    },
    spoil: { report in
      let shares = report.personShares
      let share = shares.first { share in !shares.contains { $0.percent == share.numerator } && share.numerator > 0 }
      guard let share else { return }
      report.type("Av dem som avslutades tog \(share.numerator) procent ett steg framåt.")
    })
}

extension AnnualReport {
  /// Every share of persons that the report knows, and the goals' outcomes taken together.
  fileprivate var personShares: [Share] {
    let named = figures.sorted { $0.key < $1.key }.filter { name, _ in
      ["mal.", "antal.", "enkat."].contains { name.utf8.starts(with: $0.utf8) }
    }
    let outcomes = named.filter { $0.key.ends(in: ".andel") && $0.key.utf8.starts(with: "mal.".utf8) }
      .compactMap(\.value.figure.share)
    let all =
      outcomes.count > 1
      ? Share(outcomes.map(\.numerator).reduce(0, +), of: outcomes.map(\.denominator).reduce(0, +)) : nil
    return named.compactMap(\.value.figure.share) + (all.map { [$0] } ?? [])
  }
}
