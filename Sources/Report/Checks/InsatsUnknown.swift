import Association
import Ledger

extension Check {
  static let insatsUnknown = Check(
    code: "insats-saknas-i-registret", .error,
    question: "Finns varje insats som bokföringen nämner i förbundets register?",
    reason: "Utan namn, ägare och ram kan kostnaden inte redovisas i projektnoten.",
    mend: "Lägg till insatsen i registret, eller rätta objektet i bokföringen.",
    slips: { report in
      guard let source = report.source else { return [] }
      let known = Set(source.association.insatser.map(\.id))
      var unknown: [String: Money] = [:]
      for balance in source.books.balances {
        guard let object = balance.objects[.insats], !known.contains(object) else { continue }
        unknown[object, default: .zero] += balance.change
      }
      return unknown.sorted { $0.key < $1.key }.map { object, amount in
        let name = source.books.name(of: ObjectReference(dimension: .insats, object: object))
        return Slip(
          at: "insatser/\(object)", stated: name, expected: "en insats i registret",
          "Bokföringen nämner insatsen \(name) (\(object)) med \(Numerals.kronor(amount)), men den finns inte i "
            + "registret. Lägg till den, eller rätta objektet.")
      }
    },
    spoil: { $0.alterAssociation { $0.insatser = [] } })
}
