import Association
import Ledger

/// `historik.yaml`: adopted figures of years that are not in the book, by year.
extension YearFigures {
  private static let fileKeys = [
    "intäkter", "kostnader", "resultat", "eget-kapital", "tillgångar", "soliditet", "anställda",
  ]

  static func all(_ section: Section) -> [YearFigures] {
    section.years().map { year, node in
      YearFigures(Section(node, keys: fileKeys, log: section.log), year: year)
    }
  }

  private init(_ section: Section, year: Int) {
    self.init(
      year: year, income: section.amount("intäkter"), costs: section.amount("kostnader"),
      result: section.amount("resultat"), equity: section.amountIfSaid("eget-kapital"),
      assets: section.amountIfSaid("tillgångar"), solidityPermille: section.permilleIfSaid("soliditet"),
      employees: section.countIfSaid("anställda"))
    if costs > .zero, let node = section.value("kostnader") { section.log.costsWithoutMinus(node, costs) }
  }

  /// The file, or nil where no year is known.
  static func file(_ years: [YearFigures]) -> YAMLValue? {
    .keysIfAny(years.sorted { $0.year < $1.year }.map { ("\($0.year)", $0.file) })
  }

  private var file: YAMLValue {
    .section([
      ("intäkter", .amount(income)), ("kostnader", .amount(costs)), ("resultat", .amount(result)),
      ("eget-kapital", equity.map { .amount($0) }), ("tillgångar", assets.map { .amount($0) }),
      ("soliditet", solidityPermille.map { .permille($0) }), ("anställda", employees.map { .count($0) }),
    ])
  }
}

extension FileLog {
  fileprivate func costsWithoutMinus(_ node: YAMLNode, _ costs: Money) {
    add(
      "mapp-minus", at: node,
      "Kostnaderna är \(Written.text(of: costs)) utan minus. Här skrivs de med minus, så att intäkter plus kostnader blir "
        + "resultatet. Skriv -\(Written.text(of: costs)).")
  }
}
