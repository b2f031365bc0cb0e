import Association
import Ledger

extension Check {
  static let frameMissing = Check(
    code: "insats-utan-ram", .warning,
    question: "Har varje insats som kostat pengar under året en ram?",
    reason: "Lag 2003:1210 § 7: förbundet finansierar det som styrelsen har beslutat.",
    mend: "Lägg till ramen med dess beslut, eller rätta bokföringen om kostnaden hör till en annan insats.",
    slips: { report in
      guard let source = report.source else { return [] }
      let framed = Set(source.association.frames.filter { $0.year == report.year.number }.map(\.insatsID))
      return source.association.insatser.compactMap { insats in
        guard !framed.contains(insats.id) else { return nil }
        let cost = source.books.balances.filter { balance in
          balance.objects[.insats] == insats.id
            && source.mapping.insatsCosts.contains { $0.counts(balance.account, balance.objects) }
        }.map(\.change).sum()
        guard cost != .zero else { return nil }
        return Slip(
          at: "ramar/\(insats.id)", stated: "ingen ram", expected: "en ram",
          "\(insats.name) har kostat \(Numerals.kronor(cost)) under \(report.year.number) men har ingen ram för året. "
            + "Lägg till ramen med dess beslut.")
      }
    },
    spoil: { $0.alterAssociation { $0.frames = [] } })
}
