import Association
import Ledger

extension Noun {
  static let group = Noun(
    table: "association_group",
    rows: {
      $0.groups.numbered {
        [
          .text($0.id), .text($0.title), .text($0.kind.rawValue), .optionalText($0.memberID), .date($0.from),
          .date($0.until),
        ]
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.groups.append(
        Group(
          id: try row.text(), title: try row.text(), kind: try row.choice(Group.Kind.self),
          memberID: try row.optionalText(), from: try row.optionalDate(), until: try row.optionalDate()))
    })

  static let groupMember = Noun(
    table: "association_group_member",
    depth: 2,
    rows: {
      $0.groups.numbered(parts: \.members) {
        [.text($0.name), .text($0.function), .text($0.partyID), .date($0.from), .date($0.until)]
      }
    },
    read: { association, row in
      let group = try row.position(in: association.groups.count)
      _ = try row.integer()
      association.groups[group].members.append(
        GroupMember(
          name: try row.text(), function: try row.text(), partyID: try row.text(), from: try row.optionalDate(),
          until: try row.optionalDate()))
    })

  static let localAllocation = Noun(
    table: "local_allocation",
    rows: {
      $0.localAllocations.numbered {
        [.integer($0.year), .money($0.amount)] + Field.decision($0.decision)
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.localAllocations.append(
        LocalAllocation(year: try row.integer(), amount: try row.money(), decision: try row.decision()))
    })

  static let caseCountGroup = Noun(
    table: "case_count_group",
    rows: { association in
      association.caseCounts.enumerated().filter { !$0.element.groupID.isEmpty }.map {
        [.integer($0.offset), .text($0.element.groupID)]
      }
    },
    read: { association, row in
      let count = try row.position(in: association.caseCounts.count)
      association.caseCounts[count].groupID = try row.text()
    })
}

extension Field {
  fileprivate static func optionalText(_ text: String?) -> Field { text.map { .text($0) } ?? .null }
}
