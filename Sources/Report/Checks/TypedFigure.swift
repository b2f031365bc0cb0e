import Association
import Ledger
import Statements

extension Check {
  static let typedFigure = Check(
    code: "siffra-i-text", .warning,
    question: "Är varje belopp, procent och antal i texten bundet till ett tal?",
    reason:
      "Ett tal som skrivs för hand följer inte med när det ändras; de flesta fel i granskade rapporter var sådana.",
    mend: "Skriv talets namn i stället, till exempel {{arets-resultat|tkr}}. Ett tal från andra läggs in som citat.",
    slips: { report in
      guard let source = report.source else { return [] }
      let allowed = Set(source.association.statedNumbers(in: report.year.number))
      return report.typedPassages.filter { !$0.passage.isHeading }.flatMap { passage, numbers in
        numbers.compactMap { number -> Slip? in
          guard number.unit != .none || number.digits > 12, !allowed.contains(number.key) else { return nil }
          let name = report.nameOfFigure(matching: number)
          return Slip(
            at: passage.place, stated: number.text, expected: name.map { "{{\($0)}}" } ?? "ett namngivet tal",
            figureName: name ?? "",
            "Texten under \(passage.chapterTitle) har \(number.text) skrivet för hand. "
              + (name.map { "Det är lika med {{\($0)}}: skriv det, så följer talet med." }
                ?? "Nämn ett tal i rapporten, eller lägg in det som citat med källa."))
        }
      }
    },
    spoil: { $0.type("Under året betalades 123 456 789 kr, eller 87,3 procent, till 4 711 mottagare.") })
}

extension TypedNumber {
  /// The number and its unit, by which numbers are compared.
  var key: String {
    switch unit {
    case .percent: "\(digits)/\(decimals) %"
    case .kronor, .thousands, .millions: "\(ore) öre"
    case .none: "\(digits)/\(decimals)"
    }
  }
}

extension Association {
  /// Numbers that are terms and not outcomes, so that they may be typed: goals' and insatser's own words, the cap.
  func statedNumbers(in year: Int) -> [String] {
    var texts = goals.filter { $0.year == year }.flatMap { [$0.title, $0.text, $0.definition, $0.breakReason] }
    // What others have printed stands as they printed it, with its source.
    texts += quotedShares.flatMap { [$0.words, $0.source] }
    texts += progressions.flatMap { [$0.instrument, $0.indicator] } + caseCounts.flatMap { [$0.place, $0.ground] }
    texts += insatser.flatMap { [$0.name, $0.purpose, $0.targetGroup] }
    texts += countTables.flatMap { [$0.title, $0.remark] + $0.rows.map(\.title) }
    texts += surveys.flatMap { [$0.title, $0.population] + $0.scale + $0.questions.map(\.text) }
    texts.append(
      "\(settings.capLowPermille / 10) % \(settings.capHighPermille / 10) % \(settings.capStep.ore / 100) kr 100 % 50 % 25 %"
    )
    return texts.flatMap { $0.typedNumbers.map(\.key) }
  }
}

extension AnnualReport {
  /// The shortest name of a figure that the typed number equals.
  func nameOfFigure(matching number: TypedNumber) -> String? {
    let minimum: Int64 = number.isAmount ? 10 : 1
    guard number.digits >= minimum else { return nil }
    return figures.filter { number.matches($0.value.figure) }.keys
      .min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }
}
