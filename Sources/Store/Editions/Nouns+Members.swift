import Association
import Ledger

extension Noun {
  static let member = Noun(
    table: "member",
    rows: {
      $0.members.numbered {
        [.text($0.id), .text($0.name), .text($0.kind.rawValue), .date($0.joined), .date($0.left)]
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.members.append(
        Member(
          id: try row.text(), name: try row.text(), kind: try row.choice(Member.Kind.self),
          joined: try row.optionalDate(), left: try row.optionalDate()))
    })

  static let contributionKey = Noun(
    table: "contribution_key",
    rows: {
      $0.contributionKeys.numbered {
        [.date($0.validFrom), .text($0.roundingMemberID), .integer($0.unitOre)] + Field.decision($0.decision)
      }
    },
    read: { association, row in
      _ = try row.integer()
      let validFrom = try row.date()
      let roundingMemberID = try row.text()
      association.contributionKeys.append(
        ContributionKey(
          validFrom: validFrom, parts: [], roundingMemberID: roundingMemberID, unitOre: Int64(try row.integer()),
          decision: try row.decision()))
    })

  static let contributionPart = Noun(
    table: "contribution_part",
    depth: 2,
    rows: {
      $0.contributionKeys.numbered(parts: \.parts) {
        [.text($0.memberID), .integer($0.numerator), .integer($0.denominator)]
      }
    },
    read: { association, row in
      let key = try row.position(in: association.contributionKeys.count)
      _ = try row.integer()
      association.contributionKeys[key].parts.append(
        ContributionKey.Part(
          memberID: try row.text(), numerator: Int64(try row.integer()), denominator: Int64(try row.integer())))
    })

  static let insats = Noun(
    table: "insats",
    rows: {
      $0.insatser.numbered {
        [
          .text($0.id), .text($0.name), .text($0.kind.rawValue), .text($0.ownerID), .text($0.purpose),
          .text($0.targetGroup), .date($0.started), .date($0.ended),
        ]
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.insatser.append(
        Insats(
          id: try row.text(), name: try row.text(), kind: try row.choice(Insats.Kind.self), ownerID: try row.text(),
          purpose: try row.text(), targetGroup: try row.text(), started: try row.optionalDate(),
          ended: try row.optionalDate()))
    })

  static let frame = Noun(
    table: "frame",
    rows: {
      $0.frames.numbered {
        [.text($0.insatsID), .text($0.receiverID), .integer($0.year), .money($0.granted)]
          + Field.decision($0.decision)
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.frames.append(
        Frame(
          insatsID: try row.text(), receiverID: try row.text(), year: try row.integer(), granted: try row.money(),
          decision: try row.decision()))
    })

  static let performerForecast = Noun(
    table: "performer_forecast",
    rows: {
      $0.performerForecasts.numbered {
        [
          .text($0.insatsID), .text($0.receiverID), .integer($0.year), .integer($0.month.yyyymm), .money($0.expected),
          .text($0.reason),
        ]
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.performerForecasts.append(
        PerformerForecast(
          insatsID: try row.text(), receiverID: try row.text(), year: try row.integer(), month: try row.month(),
          expected: try row.money(), reason: try row.text()))
    })

  static let roleAccount = Noun(
    table: "role_account",
    rows: { $0.roleAccounts.numbered { [.text($0.role.rawValue), .text($0.number.text)] } },
    read: { association, row in
      _ = try row.integer()
      association.roleAccounts.append(
        RoleAccount(role: try row.choice(AccountRole.self), number: AccountNumber(try row.text())))
    })
}
