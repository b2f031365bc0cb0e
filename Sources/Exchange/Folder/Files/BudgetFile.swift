import Association
import Ledger

/// `budget/2022.yaml`, and `budget/2022-2.yaml` for a second version.
extension Budget {
  static let fileKeys = ["beslut", "samråd", "ingående-eget-kapital", "rader", "utgående-eget-kapital"]

  init(_ section: Section, year: Int, version: Int) {
    self.init(
      year: year, version: version, decision: section.decision("beslut"), consultedOn: section.dateIfSaid("samråd"),
      lines: section.entries("rader", keys: Line.fileKeys, named: "id").map { Line($0, year: year) },
      expectedOpeningEquity: section.amountIfSaid("ingående-eget-kapital") ?? .zero,
      statedClosingEquity: section.value("utgående-eget-kapital").map { section.amounts(of: $0, from: year) } ?? [])
  }

  var file: YAMLValue {
    .section([
      ("beslut", .decision(decision)), ("samråd", consultedOn.map { .date($0) }),
      ("ingående-eget-kapital", .amountIfNotZero(expectedOpeningEquity)),
      ("rader", .list(lines.map { $0.file(year: year) })),
      ("utgående-eget-kapital", statedClosingEquity.isEmpty ? nil : .amounts(statedClosingEquity, from: year)),
    ])
  }

  var path: String { "budget/\(year)\(version == 1 ? "" : "-\(version)").yaml" }
}

extension Budget.Line {
  fileprivate static let fileKeys = ["id", "rubrik", "grupp", "medlem", "insats", "verksamhet", "belopp"]

  fileprivate init(_ section: Section, year: Int) {
    self.init(
      id: section.id(), title: section.text("rubrik"), group: section.choice("grupp") ?? .commonCosts,
      memberID: section.member("medlem"), insatsID: section.insats(), activityID: section.activity("verksamhet"),
      amounts: section.amounts("belopp", from: year))
  }

  fileprivate func file(year: Int) -> YAMLValue {
    .section([
      ("id", .text(id)), ("rubrik", .text(title)), ("grupp", .word(group)), ("medlem", .textIfSaid(memberID)),
      ("insats", .textIfSaid(insatsID)), ("verksamhet", .textIfSaid(activityID)),
      ("belopp", .amounts(amounts, from: year)),
    ])
  }
}

extension Section {
  fileprivate func amounts(_ key: String, from year: Int) -> [Money] {
    guard let node = value(key) else {
      logMissing(key)
      return []
    }
    return amounts(of: node, from: year)
  }

  /// An amount for the budget year and each of the two plan years, or for the first of them.
  fileprivate func amounts(of node: YAMLNode, from year: Int) -> [Money] {
    if node.text != nil { return [amount(of: node)] }
    let years = Section(node, keys: (year...year + 2).map { "\($0)" }, log: log)
    var amounts: [Money] = []
    for offset in 0...2 {
      guard let value = years.value("\(year + offset)") else { continue }
      if amounts.count < offset { log.missingKey("\(year + amounts.count)", in: node) }
      amounts.append(amount(of: value))
    }
    return amounts
  }
}
