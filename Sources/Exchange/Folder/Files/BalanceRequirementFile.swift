import Association
import Ledger

/// `balanskrav/2022.yaml`: what turns the result into the balanskravsresultat, and what is decided beside it.
extension BalanceRequirement {
  static let fileKeys = [
    "realisationsvinster", "undantag-vinster", "undantag-förluster", "orealiserade", "återföring-orealiserade",
    "förändring-resultatreserv", "synnerliga-skäl", "återställning",
  ]
  private static let exceptionalKeys = ["belopp", "skäl", "beslut"]

  init(_ section: Section, year: Int) {
    self.init(year: year)
    realisedGains = section.amountIfSaid("realisationsvinster") ?? .zero
    exemptGains = section.amountIfSaid("undantag-vinster") ?? .zero
    exemptLosses = section.amountIfSaid("undantag-förluster") ?? .zero
    unrealised = section.amountIfSaid("orealiserade") ?? .zero
    unrealisedReversed = section.amountIfSaid("återföring-orealiserade") ?? .zero
    reserveChange = section.amountIfSaid("förändring-resultatreserv") ?? .zero
    if let exceptional = section.section("synnerliga-skäl", keys: BalanceRequirement.exceptionalKeys) {
      exceptionalAmount = exceptional.amountIfSaid("belopp") ?? .zero
      exceptionalReason = exceptional.textIfSaid("skäl")
      exceptionalDecision = exceptional.decision("beslut")
    }
    restoration = section.textIfSaid("återställning")
  }

  var file: YAMLValue {
    .section([
      ("realisationsvinster", .amount(realisedGains)), ("undantag-vinster", .amount(exemptGains)),
      ("undantag-förluster", .amount(exemptLosses)), ("orealiserade", .amount(unrealised)),
      ("återföring-orealiserade", .amount(unrealisedReversed)), ("förändring-resultatreserv", .amount(reserveChange)),
      ("synnerliga-skäl", exceptionalFile), ("återställning", .textIfSaid(restoration)),
    ])
  }

  private var exceptionalFile: YAMLValue? {
    guard exceptionalAmount != .zero || !exceptionalReason.isEmpty || exceptionalDecision != Decision() else {
      return nil
    }
    return .section([
      ("belopp", .amount(exceptionalAmount)), ("skäl", .textIfSaid(exceptionalReason)),
      ("beslut", .decision(exceptionalDecision)),
    ])
  }
}
