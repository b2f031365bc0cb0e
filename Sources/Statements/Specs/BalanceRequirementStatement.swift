public import Association
public import Ledger

extension StatementSpec {
  /// Balanskravsutredningen in the order of LKBR 11:10. Synnerliga skäl stand below the line: no law puts them in the
  /// sum (slip DB4).
  static let balanceRequirement = StatementSpec(
    id: "balanskrav", title: "Balanskravsutredning", unit: .kronor,
    lines: [
      Line(id: "arets-resultat", title: "Årets resultat enligt resultaträkningen"),
      Line(id: "realisationsvinster", title: "Samtliga realisationsvinster"),
      Line(id: "undantag-vinster", title: "Realisationsvinster enligt undantagsmöjlighet"),
      Line(id: "undantag-forluster", title: "Realisationsförluster enligt undantagsmöjlighet"),
      Line(id: "orealiserade", title: "Orealiserade vinster och förluster i värdepapper"),
      Line(
        id: "aterforing-orealiserade", title: "Återföring av orealiserade vinster och förluster i värdepapper"),
      Line(
        id: "resultat-efter-justeringar", title: "Årets resultat efter balanskravsjusteringar", role: .subtotal,
        sumOf: [
          "+arets-resultat", "+realisationsvinster", "+undantag-vinster", "+undantag-forluster", "+orealiserade",
          "+aterforing-orealiserade",
        ]),
      Line(id: "forandring-resultatreserv", title: "Förändring av resultatreserv"),
      Line(
        id: "balanskravsresultat", title: "Balanskravsresultat", role: .total,
        sumOf: ["+resultat-efter-justeringar", "+forandring-resultatreserv"]),
      Line(
        id: "synnerliga-skal", title: "Synnerliga skäl att inte återställa, enligt styrelsens beslut", role: .memo),
      Line(id: "att-aterstalla", title: "Att återställa", role: .memo),
    ])
}

/// Balanskravsutredningen, this year and the year before (LKBR 11:10–11).
public func balanceRequirement(
  _ books: Books, previous: Books?, mapping: Mapping, association: Association
) -> Table {
  let income = incomeStatement(books, previous: previous, mapping: mapping)
  func column(_ id: String, year: Int) -> [String: Figure]? {
    guard let result = income.figure("arets-resultat", id) else { return nil }
    let stated = association.balanceRequirements.first { $0.year == year }
    var figures = (stated ?? BalanceRequirement(year: year)).figures(isStated: stated != nil)
    figures["arets-resultat"] = result
    let total = StatementSpec.balanceRequirement.finished(figures)["balanskravsresultat"]
    figures["att-aterstalla"] = toRestore(total, figures["synnerliga-skal"])
    return figures
  }
  return StatementSpec.balanceRequirement.table(
    income.columns.map { heading in
      StatementSpec.Column(
        heading: heading, figures: column(heading.id, year: heading.year ?? books.year.number))
    })
}

/// What is left to restore: a negative balanskravsresultat less what the board has decided not to restore.
private func toRestore(_ total: Figure?, _ exceptional: Figure?) -> Figure {
  guard let total, let amount = total.amount, amount < .zero else {
    return Figure(.amount(.zero), origin: .nothing(why: "Balanskravsresultatet är inte negativt."))
  }
  let rest = Figure(
    adding: [Origin.Operand(sign: "−", title: "Balanskravsresultat", figure: total)]
      + (exceptional.map { [Origin.Operand(sign: "−", title: "Synnerliga skäl", figure: $0)] } ?? []))
  guard let left = rest.amount, left > .zero else {
    return Figure(
      .amount(.zero), origin: .nothing(why: "Styrelsen har beslutat att hela beloppet inte ska återställas."))
  }
  return rest
}

extension BalanceRequirement {
  /// The adjustments as the statement prints them: what is taken away is negative.
  fileprivate func figures(isStated: Bool) -> [String: Figure] {
    func fact(_ title: String, _ amount: Money, _ decision: Decision = Decision()) -> Figure {
      guard isStated, amount != .zero else {
        return Figure(.amount(.zero), origin: .nothing(why: "Inget belopp är uppgivet för \(year)."))
      }
      let source = decision.text.isEmpty ? "Förbundets uppgifter till balanskravsutredningen" : decision.text
      return Figure(.amount(amount), origin: .fact(title: "\(title) \(year)", source: source))
    }
    return [
      "realisationsvinster": fact("Samtliga realisationsvinster", -realisedGains),
      "undantag-vinster": fact("Realisationsvinster enligt undantagsmöjlighet", exemptGains),
      "undantag-forluster": fact("Realisationsförluster enligt undantagsmöjlighet", exemptLosses),
      "orealiserade": fact("Orealiserade vinster och förluster", unrealised),
      "aterforing-orealiserade": fact("Återföring av orealiserade vinster och förluster", unrealisedReversed),
      "forandring-resultatreserv": fact("Förändring av resultatreserv", reserveChange),
      "synnerliga-skal": fact("Synnerliga skäl", exceptionalAmount, exceptionalDecision),
    ]
  }
}

extension Decision {
  /// The decision as it is cited, `Styrelsens beslut 2021-11-19 § 45`; empty where nothing is said of it.
  var text: String {
    let parts = [date?.text ?? "", paragraph].filter { !$0.isEmpty }
    return parts.isEmpty ? "" : "Styrelsens beslut " + parts.joined(separator: " ")
  }
}
