import Association
import Ledger

/// `grupper.yaml`: the groups in which the parties meet, who sits in them, and per year what is set aside for the local
/// ones.
extension Association {
  static let groupFileKeys = ["grupper", "avsatt"]

  mutating func readGroups(_ section: Section) {
    groups = section.entries("grupper", keys: Group.fileKeys, named: "id").map(Group.init)
    localAllocations = section.yearEntries("avsatt", keys: LocalAllocation.fileKeys).map {
      LocalAllocation($0.entry, year: $0.year)
    }
  }

  var groupFile: YAMLValue? {
    guard !groups.isEmpty || !localAllocations.isEmpty else { return nil }
    return .section([
      ("grupper", .listIfAny(groups.map(\.file))),
      ("avsatt", .byYear(localAllocations, year: \.year, file: \.file)),
    ])
  }
}

extension Group {
  fileprivate static let fileKeys = ["id", "namn", "slag", "kommun", "från", "till", "ledamöter"]

  fileprivate init(_ section: Section) {
    let municipality = section.member("kommun")
    self.init(
      id: section.id(), title: section.text("namn"), kind: section.choice("slag") ?? .network,
      memberID: municipality.isEmpty ? nil : municipality, from: section.dateIfSaid("från"),
      until: section.dateIfSaid("till"),
      members: section.entries("ledamöter", keys: GroupMember.fileKeys).map(GroupMember.init))
  }

  fileprivate var file: YAMLValue {
    .section([
      ("id", .text(id)), ("namn", .text(title)), ("slag", .word(kind)), ("kommun", memberID.map { .text($0) }),
      ("från", from.map { .date($0) }), ("till", until.map { .date($0) }),
      ("ledamöter", .listIfAny(members.map(\.file))),
    ])
  }
}

extension GroupMember {
  fileprivate static let fileKeys = ["namn", "funktion", "part", "från", "till"]

  fileprivate init(_ section: Section) {
    self.init(
      name: section.textIfSaid("namn"), function: section.textIfSaid("funktion"),
      partyID: section.member("part", isRequired: true), from: section.dateIfSaid("från"),
      until: section.dateIfSaid("till"))
  }

  fileprivate var file: YAMLValue {
    .section([
      ("namn", .textIfSaid(name)), ("funktion", .textIfSaid(function)), ("part", .text(partyID)),
      ("från", from.map { .date($0) }), ("till", until.map { .date($0) }),
    ])
  }
}

extension LocalAllocation {
  fileprivate static let fileKeys = ["belopp", "beslut"]

  fileprivate init(_ section: Section, year: Int) {
    self.init(year: year, amount: section.amount("belopp"), decision: section.decision("beslut"))
  }

  fileprivate var file: YAMLValue { .section([("belopp", .amount(amount)), ("beslut", .decision(decision))]) }
}
