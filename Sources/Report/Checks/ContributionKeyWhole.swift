import Association
import Ledger

extension Check {
  static let contributionKeyWhole = Check(
    code: "fordelningsnyckel-summa", .error,
    question: "Blir delarna i medlemmarnas fördelningsnyckel tillsammans ett helt?",
    reason: "Lag 2003:1210 § 5: delarna är en hälft, en fjärdedel och en fjärdedel.",
    mend: "Rätta delarna i den nyckel som gäller för året.",
    slips: { report in
      guard let source = report.source else { return [] }
      let keys = source.association.contributionKeys.filter { $0.validFrom <= report.year.last }
      guard let key = keys.max(by: { $0.validFrom < $1.validFrom }), !key.parts.isEmpty else { return [] }
      guard let sum = key.sum, sum.numerator != sum.denominator else { return [] }
      let stated = "\(sum.numerator)/\(sum.denominator)"
      return [
        Slip(
          at: "medlemmar/nyckel-\(key.validFrom.text)", stated: stated, expected: "1",
          "Delarna i fördelningsnyckeln från \(key.validFrom.text) blir \(stated) och inte ett helt. Rätta delarna.")
      ]
    },
    spoil: { report in
      report.alterAssociation { association in
        for index in association.contributionKeys.indices where !association.contributionKeys[index].parts.isEmpty {
          association.contributionKeys[index].parts[0].numerator += 1
        }
      }
    })
}

extension ContributionKey {
  /// The parts added as fractions; nil where they have no sensible common denominator.
  fileprivate var sum: (numerator: Int64, denominator: Int64)? {
    func divisor(_ a: Int64, _ b: Int64) -> Int64 { b == 0 ? a : divisor(b, a % b) }
    var numerator: Int64 = 0
    var denominator: Int64 = 1
    for part in parts {
      guard part.denominator > 0 else { return nil }
      let (left, leftOver) = numerator.multipliedReportingOverflow(by: part.denominator)
      let (right, rightOver) = part.numerator.multipliedReportingOverflow(by: denominator)
      let (below, belowOver) = denominator.multipliedReportingOverflow(by: part.denominator)
      guard !leftOver, !rightOver, !belowOver else { return nil }
      let common = max(1, divisor(abs(left &+ right), below))
      numerator = (left &+ right) / common
      denominator = below / common
    }
    return (numerator, denominator)
  }
}
