import Association
import Ledger
import Statements

extension Check {
  static let textAgainstFigure = Check(
    code: "text-motsager-tabell", .warning,
    question: "Säger texten samma belopp som tabellerna?",
    reason:
      "2022 sa texten 17 103 tkr i budget mot 16 839 tkr i tabellen; 2023 sa den 308 788 kr i resultat mot 301 436 kr.",
    mend: "Rätta texten, helst med talets namn, eller säg vad beloppet är i stället.",
    slips: { report in
      let shares = SharesOfGoals(report)
      return report.typedPassages.filter { !$0.passage.isHeading }.flatMap { passage, numbers in
        numbers.compactMap { number -> Slip? in
          if number.unit == .percent { return report.shareSlip(number, in: passage, shares) }
          guard number.isAmount, number.ore >= 1_000_000,
            !report.figures.values.contains(where: { named in
              number.matches(named.figure, slack: 1)
            }), let near = report.figureNear(number)
          else { return nil }
          let size = near.amount.magnitude
          let right = number.unit == .kronor ? Numerals.kronor(size) : Numerals.thousands(size)
          let off = Money(ore: abs(number.ore - size.ore))
          let difference = number.unit == .kronor ? Numerals.kronor(off) : Numerals.thousands(off)
          return Slip(
            at: passage.place, stated: number.text, expected: right, difference: difference, figureName: near.name,
            "Texten under \(passage.chapterTitle) säger \(number.text), men \(near.title) är \(right): "
              + "\(difference) skiljer. Skriv {{\(near.name)}}, eller säg vad beloppet är i stället.")
        }
      }
    },
    spoil: { report in
      guard let result = report.figures["arets-resultat"]?.figure.amount?.magnitude else { return }
      let wrong = Money(ore: result.ore + max(result.ore / 40, 1000))
      report.type("Årets resultat blev \(Numerals.kronor(wrong)).")
    })
}

/// What a typed per cent is held against, found once for all of them.
private struct SharesOfGoals {
  let named: [String: AnnualReport.NamedFigure]
  /// The numbers that goals and surveys state in their own words.
  let stated: Set<String>

  init(_ report: AnnualReport) {
    named = report.figures.filter { name, named in
      named.figure.share != nil && ["mal.", "enkat."].contains { name.utf8.starts(with: $0.utf8) }
    }
    stated = Set(report.source?.association.statedNumbers(in: report.year.number) ?? [])
  }
}

extension AnnualReport {
  /// A typed per cent that is one unit from a share of goals or surveys and equal to none: rounded twice.
  fileprivate func shareSlip(_ number: TypedNumber, in passage: Passage, _ shares: SharesOfGoals) -> Slip? {
    guard number.digits > 0, number.sentence.words.isDisjoint(with: Check.aimWords),
      !figures.values.contains(where: { number.matches($0.figure) }),
      !shares.stated.contains(number.key),
      let near = shares.named.filter({ number.matches($0.value.figure, slack: 1) }).min(by: { $0.key < $1.key }),
      let share = near.value.figure.share
    else { return nil }
    let right = number.decimals == 0 ? Numerals.percent(share) : Numerals.percentWithDecimal(share)
    return Slip(
      at: passage.place, stated: number.text, expected: right, figureName: near.key,
      "Texten under \(passage.chapterTitle) säger \(number.text), men \(share.numerator) av \(share.denominator) är "
        + "\(right). Skriv {{\(near.key)}}, så avrundas talet en gång.")
  }

  /// The figure, of those the sentence seems to speak of, that comes nearest to a typed amount; nil where none is
  /// within a fifth.
  fileprivate func figureNear(_ number: TypedNumber) -> (name: String, title: String, amount: Money)? {
    var near: (name: String, title: String, amount: Money)?
    for (stems, named) in Check.figureWords where number.sentence.hasAny(stems) {
      for (name, title) in named {
        guard let amount = figures[name]?.figure.amount, amount != .zero else { continue }
        let off = abs(number.ore - amount.magnitude.ore)
        guard off > number.oreEach, off <= amount.magnitude.ore / 5 else { continue }
        if let near, abs(number.ore - near.amount.magnitude.ore) <= off { continue }
        near = (name, title, amount)
      }
    }
    return near
  }
}

extension Check {
  /// Words of a sentence that says what is aimed at, not what came of it.
  fileprivate static let aimWords: Set<String> = [
    "minst", "högst", "ska", "skall", "mål", "målet", "målen", "förväntas",
  ]

  /// Which figures a sentence speaks of, by the stems of its words, and what each is called in a message.
  fileprivate static let figureWords: [(stems: [String], figures: KeyValuePairs<String, String>)] = [
    (
      ["resultat", "underskott", "överskott"],
      ["arets-resultat": "årets resultat", "balanskravsresultat": "balanskravsresultatet"]
    ),
    (["kostnad"], ["verksamhetens-kostnader": "verksamhetens kostnader", "nettokostnad": "nettokostnaden"]),
    (["intäkt"], ["verksamhetens-intakter": "verksamhetens intäkter"]),
    (["medlemsbidrag", "medlemsavgift"], ["medlemsbidrag": "medlemsbidragen"]),
    (["eget kapital"], ["eget-kapital": "eget kapital", "ingaende-eget-kapital": "ingående eget kapital"]),
    (
      ["likvida", "kassa", "banktillgod"],
      ["likvida-medel": "likvida medel", "arets-kassaflode": "årets kassaflöde"]
    ),
    (["tillgångar"], ["summa-tillgangar": "summan av tillgångarna"]),
    (["avrop", "återför", "återflöde", "outnyttja", "ej utnyttja"], ["ej-utnyttjat": "det som inte har utnyttjats"]),
    (["bevilja"], ["beviljat": "det som har beviljats"]),
    (
      ["budget"],
      [
        "budgeterade-kostnader": "de budgeterade kostnaderna", "budgeterat-resultat": "det budgeterade resultatet",
        "budgetavvikelse": "avvikelsen mot budget",
      ]
    ),
    (["revision"], ["revisionskostnad": "kostnaden för revision"]),
  ]
}
