import Association
import Foundation
import HTTPTypes
import Ledger
import Statements
import Store
import Testing

@testable import Web

/// Every page of the office before a real browser and axe.
@Suite(.enabled(if: LiveBrowser.isThere, LiveBrowser.absence), .serialized)
struct AxeTests {
  struct Visit: Codable {
    let path: String
    let role: String
  }

  /// A page of each kind that needs a value.
  static let places = [
    Addresses.handbookPage.path("bokfora.md"), Addresses.vouchers.path(2022), Addresses.ledger.path(2022),
    Addresses.trialBalance.path(2022), Addresses.forecast.path(2022), Addresses.objects.path(2022),
    Addresses.followUp.path(2022), Addresses.accrual.path(2022), Addresses.repayments.path(2022),
    Addresses.finalCosts.path(2022), Addresses.newRequisition.path(query: [("insats", "SAMSA"), ("ar", "2022")]),
    Addresses.object.path(Pair(2022, "SAMSA")), Addresses.insatsFacts.path(Pair(2022, "SAMSA")),
    Addresses.newInsats.path(query: [("insats", "SAMSA")]),
    Addresses.chart.path(2022), Addresses.year.path(2022), Addresses.report.path(2022),
    Addresses.chapter.path(Pair(2022, "handelser")), Addresses.figure.path(Pair(2022, "eget-kapital")),
    Addresses.figures.path(2022), Addresses.findings.path(2022), Addresses.reportFacts.path(2022),
    Addresses.versions.path(2022), Addresses.lastYearsTexts.path(2022), Addresses.historyLine.path(1),
    Addresses.user.path(1), "/verifikationer/2022/A-24", "/verifikationer/2022/L-31/rattelse",
    Addresses.vatStatement.path(2022), Addresses.consolidation.path(2022), Addresses.bankAccount.path("1930"),
    Addresses.search.path(query: [("ord", "hyra")]),
    Addresses.budget.path(2022), Addresses.budget.path(2023), "/budget/2023/forslag/1", Addresses.goals.path(2022),
    Addresses.goal.path(Pair(2022, "tak")), Addresses.newGoal.path(2022), Addresses.lastYearsGoals.path(2023),
    Addresses.goal.path(Pair(2022, "deltagarmal-1")), Addresses.activities.path(2022),
    Addresses.activity.path(Pair(2022, 1)), Addresses.counts.path(Pair(2022, "progression")),
    Addresses.counts.path(Pair(2022, "konsultationer")),
    Addresses.newDelivery.path(query: [("insats", "SAMSA")]), Addresses.delivery.path(1),
    Addresses.members.path(2022), Addresses.member.path("FK"),
    Addresses.contributionKey.path("2021-01-01"), Addresses.statistics.path(2022),
    Addresses.statisticsAppendix.path(2022), Addresses.handOvers.path(2022),
    Addresses.handOver.path(Pair(2022, "SAMSA")), Addresses.group.path(GroupFill.group.id),
    Addresses.groupChange.path(GroupFill.group.id), Addresses.newGroupMeeting.path(GroupFill.group.id),
    Addresses.groupMeeting.path(Pair(GroupFill.group.id, 1)), Addresses.finsamPlans.path(2022),
    Addresses.finsamPlan.path(Pair(2022, GroupFill.group.id)),
    Addresses.finsamPlanChange.path(Pair(2022, GroupFill.group.id)),
    Addresses.contributionCall.path(2022, query: [("fran", "stat"), ("belopp", "6940000")]),
    Addresses.internalControl.path(2022), Addresses.control.path(Pair(2022, 1)), Addresses.deviations.path(2022),
    Addresses.deviation.path(Pair(2022, 1)),
    Addresses.survey.path(1), Addresses.survey.path(2), Addresses.surveyPaper.path(1), Addresses.surveyTexts.path(2),
    Addresses.newInstrument.path(query: [("fran", "avslut")]), Addresses.instrument.path(1),
    Addresses.obstacle.path(1),
    Addresses.diaryYear.path(2026), "/diarium/2026/FS-1", Addresses.governingDocument.path(1),
    Addresses.governingNewVersion.path(1), Addresses.governingVersion.path(Pair(1, 1)),
    Addresses.boardMeeting.path(2), Addresses.boardPlan.path(2), Addresses.boardAgenda.path(2),
    Addresses.boardItem.path(Pair(2, 2)), Addresses.boardCall.path(2), Addresses.boardRoom.path(2),
    Addresses.boardAttendance.path(2), Addresses.boardItemDecision.path(Pair(2, 2)),
    Addresses.boardDecision.path(Pair("2022-11-18", 1)), Addresses.boardSeat.path(1),
    Addresses.minutes.path(1), Addresses.adjustment.path(1), Addresses.notices.path(1),
    Addresses.notice.path(Pair(1, "REG")),
  ]

  /// An open survey and a closed one with something written; the address of one who answers the first.
  private static func survey(_ kit: OfficeKit) throws -> String {
    let code = SurveyCode(kit.office.randomBytes)
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      let open = try writing.open(AnswerSurveyTests.round(), asked: 9)
      try writing.makeCodes([code.digest], for: open)
    }
    try AnswerSurveyTests.closed(kit, key: "stangd")
    return Addresses.answer.path(code.text)
  }

  @Test func `axe finds nothing on any page, wide or narrow, light or dark, and none scrolls sideways`() async throws {
    let kit = try OfficeKit()
    // A proposal for a budget, in its grid.
    try kit.store.begin(
      try #require(try kit.store.association().budget(for: 2022)).copied(
        to: 2023, .plan, expectedOpeningEquity: Money(kronor: 1_611_554)), origin: "", by: Actor(name: "Testet"),
      at: kit.clock.now)
    let first = try #require(CalendarDate(year: 2022, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 2022, month: 12, day: 31))
    _ = try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) {
      try $0.deliver(CountDelivery(insatsID: "SAMSA", period: first...last, adviceCalls: 3), from: .page)
    }
    try GroupFill.fill(kit)
    try DiaryPageTests.fill(kit)
    let notice = try MinutesKit.fill(kit)
    try BoardSamples.open(kit)
    try OrderSamples.fill(kit)
    // A page of each kind that needs no value, as the one who sees most of it.
    let plain = Door.all.filter { door in
      door.method == .get && !door.pattern.contains("{") && door.access.admits(kit.users[.director])
    }
    // What answers with no page: words for machines and scripts, files to be saved, a provider that is not set up.
    let others: Set<String> = [
      Addresses.health.pattern, Addresses.folderExport.pattern, Addresses.historyFile.pattern,
      Addresses.publicData.pattern, Addresses.accountChoices.pattern, Addresses.openIDStart.pattern,
      Addresses.openIDReturn.pattern,
    ]
    let visits =
      plain.filter { !others.contains($0.pattern) }.map {
        Visit(path: $0.pattern, role: $0.access.isOpen ? "" : Role.director.rawValue)
      } + AxeTests.places.map { Visit(path: $0, role: Role.director.rawValue) }
      + [Visit(path: try AxeTests.survey(kit), role: ""), Visit(path: notice, role: "")]
      + (try ObstaclePageTests.links(kit)).map { Visit(path: $0, role: "") }
    let json = String(decoding: try JSONEncoder().encode(visits), as: UTF8.self)

    try await kit.serve { address, cookies in
      _ = try await LiveBrowser.run("axe.py", try OfficeKit.variables(address, cookies, ["FINSAM_VISITS": json]))
    }
  }
}
