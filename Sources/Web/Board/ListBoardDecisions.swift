import Association
import Ledger
import Press
import Store

/// Every decision of the board in the book, the latest first.
enum ListBoardDecisions {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let desk = try BoardDesk(asked)
    let decisions = Array(desk.record.decisions.reversed())
    let rows = decisions.map { meeting, decision -> [HTML] in
      [
        MoneyPart.link("§ \(decision.paragraph)", BoardDesk.path(decision)),
        .text(decision.day.text), .text(meeting.plan.agenda[decision.said.item - 1].title),
        .text(decision.outcome.rawValue.capitalisedFirst),
      ]
    }
    return .page(
      Page(
        title: "Styrelsens beslut", section: .board, trail: [BoardDesk.trail],
        main: rows.isEmpty
          ? tag(
            "p", [.class("empty")],
            .text("Inga beslut är införda. De förs in i mötesrummet när ett möte pågår."))
          : MoneyPart.table(
            "Styrelsens beslut",
            [
              MoneyPart.Column("Paragraf"), MoneyPart.Column("Dag"), MoneyPart.Column("Ärende"),
              MoneyPart.Column("Utfall"),
            ], rows: rows)))
  }
}

/// One decision: what it says, and everything that points to it.
enum ShowBoardDecision {
  static func show(_ asked: Asked, _ place: Pair<String, Int>) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let day = CalendarDate(place.first),
      case .recorded(let meeting, let decision) = desk.record.finding(
        of: Decision(date: day, paragraph: "§ \(place.second)"))
    else { return .notFound }
    let item = meeting.plan.agenda[decision.said.item - 1]
    let uses = try DecisionUse.all(asked).filter {
      $0.decision.date == day && $0.decision.paragraphNumber == decision.paragraph
    }
    return .page(
      Page(
        title: "§ \(decision.paragraph), \(day.text)", section: .board,
        trail: [BoardDesk.trail, Page.Link("Beslut", Addresses.boardDecisions.path())],
        main: .joined([
          tag(
            "p", [.class("lead")], .text(item.title + ". "),
            MoneyPart.link(
              BoardDesk.title(meeting.plan), Addresses.boardMeeting.path(meeting.id.rawValue))),
          try MinutesPart.ways(of: meeting, asked), BoardPart.decision(decision, meeting, desk),
          item.documents.isEmpty ? .empty : tag("h2", .text("Handlingar")) + BoardPart.documents(item.documents),
          tag("h2", .text("Det som vilar på beslutet")),
          uses.isEmpty
            ? tag("p", [.class("empty")], .text("Inget i boken pekar på beslutet."))
            : tag("ul", each: uses.map { tag("li", MoneyPart.link($0.title, $0.path)) }),
        ])))
  }
}

/// Something that points to a decision of the board, with the page where it stands.
struct DecisionUse {
  let decision: Decision
  let title: String
  let path: String

  /// Everything in the book that does: what the association says, and what was done step by step.
  static func all(_ asked: Asked) throws -> [DecisionUse] {
    let store = asked.store
    let association = try store.association()
    var uses = DecisionPlace.all(association).map {
      DecisionUse(decision: $0.decision, title: $0.title, path: $0.path)
    }
    for grant in try store.grantCases() {
      let path = Addresses.application.path(grant.id.rawValue)
      let name = grant.name(in: association)
      for granted in grant.state.granted?.decisions ?? [] {
        uses.append(DecisionUse(decision: granted.decision, title: "Beviljat: \(name)", path: path))
      }
      if case .rejected(let rejected) = grant.state {
        uses.append(
          DecisionUse(
            decision: Decision(date: rejected.rejection.day, paragraph: rejected.rejection.paragraph),
            title: "Avslag: \(name)", path: path))
      }
    }
    for year in Set(try store.fiscalYears().map(\.number)).sorted() {
      if let call = try store.fixedCall(of: year) {
        uses.append(
          DecisionUse(
            decision: call.decision, title: "Fastställda medlemsbidrag \(year)",
            path: Addresses.contributionCall.path(year)))
      }
    }
    for meeting in try store.boardRecord().meetings {
      guard let remote = meeting.plan.remote else { continue }
      uses.append(
        DecisionUse(
          decision: remote.decision, title: "Deltagande på distans, \(BoardDesk.title(meeting.plan))",
          path: Addresses.boardMeeting.path(meeting.id.rawValue)))
    }
    for delegated in try store.delegatedDecisions() {
      guard let reported = delegated.reported else { continue }
      uses.append(
        DecisionUse(
          decision: reported, title: "Anmält delegationsbeslut \(delegated.decision.day.text)",
          path: Addresses.delegatedDecisions.path()))
    }
    return try uses + documents(store) + obstacles(store)
      + association.deviations.map {
        DecisionUse(
          decision: $0.decision, title: "Avvikelse \($0.year): \($0.recommendation)",
          path: Addresses.deviations.path($0.year))
      }
  }

  /// The documents and orders that the board has decided.
  private static func documents(_ store: Store) throws -> [DecisionUse] {
    var uses = try store.governingDocuments().flatMap { document in
      document.versions.map { version in
        DecisionUse(
          decision: version.draft.decision, title: "\(document.title), version \(version.number)",
          path: Addresses.governingDocument.path(document.id.rawValue))
      }
    }
    func add(_ title: String, _ name: OrderName, _ path: String) {
      uses.append(
        DecisionUse(
          decision: Decision(date: name.decidedOn, paragraph: name.paragraph),
          title: "\(title), version \(name.version)", path: path))
    }
    for order in try store.attestOrders() { add("Attestordning", order.name, Addresses.attestOrder.path()) }
    for order in try store.delegationOrders() {
      add("Delegationsordning", order.name, Addresses.delegationOrder.path())
    }
    for plan in try store.retentionPlans() { add("Dokumenthanteringsplan", plan.name, Addresses.retention.path()) }
    return uses
  }

  /// The obstacles that the board has answered, or that somebody has laid the decision to.
  private static func obstacles(_ store: Store) throws -> [DecisionUse] {
    try store.obstacles().flatMap { obstacle in
      var decisions = obstacle.steps.compactMap { $0.event.verdict?.decision }
      for kept in obstacle.references {
        if case .decision(let decision) = kept.reference, !decisions.contains(decision) { decisions.append(decision) }
      }
      return decisions.map {
        DecisionUse(
          decision: $0, title: "Hinder \(obstacle.id): \(obstacle.report.subject)",
          path: Addresses.obstacle.path(obstacle.id))
      }
    }
  }
}
