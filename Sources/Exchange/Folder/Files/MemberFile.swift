import Association
import Ledger

/// `medlemmar.yaml`: the members and the keys by which they pay.
extension Association {
  static let memberFileKeys = ["medlemmar", "fördelningsnycklar"]

  mutating func readMembers(_ section: Section) {
    members = section.entries("medlemmar", keys: Member.fileKeys, named: "id").map(Member.init)
  }

  /// Read after the members are known.
  mutating func readContributionKeys(_ section: Section) {
    contributionKeys = section.entries("fördelningsnycklar", keys: ContributionKey.fileKeys, named: "från")
      .compactMap(ContributionKey.init)
  }

  var memberFile: YAMLValue? {
    guard !members.isEmpty || !contributionKeys.isEmpty else { return nil }
    return .section([
      ("medlemmar", .listIfAny(members.map(\.file))),
      ("fördelningsnycklar", .listIfAny(contributionKeys.map(\.file))),
    ])
  }
}

extension Member {
  fileprivate static let fileKeys = ["id", "namn", "slag", "från", "till"]

  fileprivate init(_ section: Section) {
    self.init(
      id: section.id(), name: section.text("namn"), kind: section.choice("slag") ?? .municipality,
      joined: section.dateIfSaid("från"), left: section.dateIfSaid("till"))
  }

  fileprivate var file: YAMLValue {
    .section([
      ("id", .text(id)), ("namn", .text(name)), ("slag", .word(kind)), ("från", joined.map { .date($0) }),
      ("till", left.map { .date($0) }),
    ])
  }
}

extension ContributionKey {
  fileprivate static let fileKeys = ["från", "andelar", "avrundning-bärs-av", "avrundas-till", "beslut"]

  /// Nil where the day from which it holds cannot be read, which has been logged.
  fileprivate init?(_ section: Section) {
    let from = section.date("från")
    let parts = section.parts("andelar")
    let rounding = section.member("avrundning-bärs-av", isRequired: true)
    let unit = section.unit("avrundas-till")
    let decision = section.decision("beslut")
    guard let from else { return nil }
    self.init(validFrom: from, parts: parts, roundingMemberID: rounding, unitOre: unit, decision: decision)
  }

  fileprivate var file: YAMLValue {
    .section([
      ("från", .date(validFrom)),
      ("andelar", .keys(parts.map { ($0.memberID, .plain("\($0.numerator)/\($0.denominator)")) })),
      ("avrundning-bärs-av", .text(roundingMemberID)), ("avrundas-till", .amount(Money(ore: unitOre))),
      ("beslut", .decision(decision)),
    ])
  }
}

extension Section {
  /// Members' parts of the whole, as fractions.
  fileprivate func parts(_ key: String) -> [ContributionKey.Part] {
    guard value(key) != nil else {
      logMissing(key)
      return []
    }
    return (section(key, keys: nil)?.pairs ?? []).compactMap { key, name, value in
      if let ids = known.members, !ids.contains(name) {
        log.unknownID(key, name, among: ids.sorted(), what: "medlem", file: "medlemmar.yaml")
      }
      guard let (numerator, denominator) = value.text.flatMap(Written.fraction) else {
        log.notAFraction(value)
        return nil
      }
      return ContributionKey.Part(memberID: name, numerator: numerator, denominator: denominator)
    }
  }

  /// The unit of rounding, in öre; whole kronor where nothing is said.
  fileprivate func unit(_ key: String) -> Int64 {
    guard let amount = amountIfSaid(key) else { return 100 }
    if amount > .zero { return amount.ore }
    if let node = value(key) { log.unitNotPositive(node) }
    return 100
  }
}

extension FileLog {
  fileprivate func notAFraction(_ node: YAMLNode) {
    let said = node.text.map { "”\($0)”" } ?? "Det som står här"
    add("mapp-brak", at: node, "\(said) är inte ett bråk. Skriv delen som 1/2 eller 3/12.")
  }

  fileprivate func unitNotPositive(_ node: YAMLNode) {
    add("mapp-belopp", at: node, "Avrundningen ska vara större än noll. Skriv 1 för hela kronor.")
  }
}
