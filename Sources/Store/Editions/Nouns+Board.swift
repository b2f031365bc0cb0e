import Association
import Ledger

extension Noun {
  static let seat = Noun(
    table: "seat",
    rows: {
      $0.seats.numbered {
        [.text($0.function), .text($0.name), .text($0.memberID), .date($0.from), .date($0.until)]
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.seats.append(
        Seat(
          function: try row.text(), name: try row.text(), memberID: try row.text(), from: try row.optionalDate(),
          until: try row.optionalDate()))
    })

  static let seatDetail = Noun(
    table: "seat_detail",
    rows: { association in
      association.seats.enumerated().filter { $0.element.substituteOrder != nil || !$0.element.account.isEmpty }.map {
        [.integer($0.offset), .integer($0.element.substituteOrder), .text($0.element.account)]
      }
    },
    read: { association, row in
      let seat = try row.position(in: association.seats.count)
      association.seats[seat].substituteOrder = try row.optionalInteger()
      association.seats[seat].account = try row.text()
    })

  static let staff = Noun(
    table: "staff",
    rows: {
      $0.staff.numbered {
        [.integer($0.year), .text($0.function), .text($0.employer)] + Field.tally($0.headcount)
          + [.integer($0.fullTimePercent)]
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.staff.append(
        StaffFact(
          year: try row.integer(), function: try row.text(), employer: try row.text(), headcount: try row.tally(),
          fullTimePercent: try row.integer()))
    })

  static let meetingCount = Noun(
    table: "meeting_count",
    rows: { $0.meetings.numbered { [.text($0.id), .integer($0.year), .text($0.title), .integer($0.count)] } },
    read: { association, row in
      _ = try row.integer()
      association.meetings.append(
        MeetingCount(
          id: try row.text(), year: try row.integer(), title: try row.text(), count: try row.integer()))
    })

  static let yearFigures = Noun(
    table: "year_figures",
    rows: {
      $0.history.numbered {
        [
          .integer($0.year), .money($0.income), .money($0.costs), .money($0.result), .money($0.equity),
          .money($0.assets), .integer($0.solidityPermille), .integer($0.employees),
        ]
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.history.append(
        YearFigures(
          year: try row.integer(), income: try row.money(), costs: try row.money(), result: try row.money(),
          equity: try row.optionalMoney(), assets: try row.optionalMoney(),
          solidityPermille: try row.optionalInteger(), employees: try row.optionalInteger()))
    })

  static let deviation = Noun(
    table: "deviation",
    rows: { $0.deviations.numbered { [.integer($0.year), .text($0.recommendation), .text($0.reason)] } },
    read: { association, row in
      _ = try row.integer()
      association.deviations.append(
        Deviation(year: try row.integer(), recommendation: try row.text(), reason: try row.text()))
    })

  static let deviationDecision = Noun(
    table: "deviation_decision",
    rows: { association in
      association.deviations.enumerated().filter { $0.element.decision != Decision() }.map {
        [.integer($0.offset)] + Field.decision($0.element.decision)
      }
    },
    read: { association, row in
      let deviation = try row.position(in: association.deviations.count)
      association.deviations[deviation].decision = try row.decision()
    })

  static let balanceRequirement = Noun(
    table: "balance_requirement",
    rows: {
      $0.balanceRequirements.numbered {
        [
          .integer($0.year), .money($0.realisedGains), .money($0.exemptGains), .money($0.exemptLosses),
          .money($0.unrealised), .money($0.unrealisedReversed), .money($0.reserveChange),
          .money($0.exceptionalAmount), .text($0.exceptionalReason),
        ] + Field.decision($0.exceptionalDecision) + [.text($0.restoration)]
      }
    },
    read: { association, row in
      _ = try row.integer()
      var requirement = BalanceRequirement(year: try row.integer())
      requirement.realisedGains = try row.money()
      requirement.exemptGains = try row.money()
      requirement.exemptLosses = try row.money()
      requirement.unrealised = try row.money()
      requirement.unrealisedReversed = try row.money()
      requirement.reserveChange = try row.money()
      requirement.exceptionalAmount = try row.money()
      requirement.exceptionalReason = try row.text()
      requirement.exceptionalDecision = try row.decision()
      requirement.restoration = try row.text()
      association.balanceRequirements.append(requirement)
    })

  static let reportFacts = Noun(
    table: "report_facts",
    rows: {
      $0.reports.numbered {
        [.integer($0.year)] + Field.decision($0.decision) + [.date($0.signedOn), .text($0.diaryNumber)]
      }
    },
    read: { association, row in
      _ = try row.integer()
      association.reports.append(
        ReportFacts(
          year: try row.integer(), decision: try row.decision(), signedOn: try row.optionalDate(),
          diaryNumber: try row.text()))
    })

  static let signatory = Noun(
    table: "signatory",
    depth: 3,
    rows: { association in
      association.reports.enumerated().flatMap { report in
        [report.element.signatories, report.element.auditors].numbered(parts: { $0 }) {
          [.text($0.function), .text($0.name), .text($0.appointedBy)]
        }.map { [.integer(report.offset)] + $0 }
      }
    },
    read: { association, row in
      let report = try row.position(in: association.reports.count)
      let isAuditor = try row.integer() != 0
      _ = try row.integer()
      let signatory = ReportFacts.Signatory(
        function: try row.text(), name: try row.text(), appointedBy: try row.text())
      if isAuditor {
        association.reports[report].auditors.append(signatory)
      } else {
        association.reports[report].signatories.append(signatory)
      }
    })
}
