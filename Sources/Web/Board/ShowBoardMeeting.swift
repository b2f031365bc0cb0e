import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// A meeting as its members read it, on a phone too: when and where, the agenda with its papers, and what was decided.
enum ShowBoardMeeting {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let meeting = desk.meeting(id) else { return .notFound }
    let plan = meeting.plan
    return .page(
      Page(
        title: BoardDesk.title(plan), section: .board, trail: BoardDesk.meetingsTrail,
        main: .joined([
          desk.mayWrite ? acts(meeting) : .empty, try MinutesPart.ways(of: meeting, asked), facts(desk, meeting),
          attendance(desk, meeting), try agenda(desk, meeting),
        ])))
  }

  private static func acts(_ meeting: BoardMeeting) -> HTML {
    let id = meeting.id.rawValue
    var links: [(String, String, Bool)] = []
    switch meeting.place {
    case .planned:
      links = [
        ("Dagordning", Addresses.boardAgenda.path(id), false), ("Kallelse", Addresses.boardCall.path(id), true),
        ("Mötets uppgifter", Addresses.boardPlan.path(id), false),
      ]
    case .called:
      links = [
        ("Öppna mötet", Addresses.boardOpening.path(id), true), ("Dagordning", Addresses.boardAgenda.path(id), false),
        ("Kallelse", Addresses.boardCall.path(id), false), ("Mötets uppgifter", Addresses.boardPlan.path(id), false),
      ]
    case .opened:
      links = [
        ("Mötesrummet", Addresses.boardRoom.path(id), true), ("Dagordning", Addresses.boardAgenda.path(id), false),
      ]
    case .closed:
      links = [
        ("Kallelse", Addresses.boardCall.path(id), false),
        ("Arvoden för mötet", Addresses.fees.path(query: [(MeetingFees.meeting, "\(id)")]), false),
      ]
    case .cancelled: break
    }
    guard !links.isEmpty else { return .empty }
    return tag(
      "p", [.class("toolbar")],
      each: links.map { words, path, isFirst in
        tag("a", [.class(isFirst ? "button primary" : "button"), .href(.path(path))], .text(words))
      })
  }

  private static func facts(_ desk: BoardDesk, _ meeting: BoardMeeting) -> HTML {
    let plan = meeting.plan
    var called = ""
    switch meeting.stage {
    case .called(let stage): called = stage.calledOn.text
    case .opened(let stage): called = stage.calledOn.text
    case .closed(let stage): called = stage.meeting.calledOn.text
    case .planned, .cancelled: break
    }
    var ended = ""
    if case .closed(let closed) = meeting.stage { ended = closed.endedAt }
    var reason = ""
    if case .cancelled(let cancelled) = meeting.stage { reason = cancelled.reason }
    let link = DecisionLink(desk.record)
    return MoneyPart.facts([
      ("Läge", BoardPart.badge(meeting.place)), ("Inställt för att", .text(reason)),
      ("När", .text("\(plan.day.text) kl. \(plan.time)" + (ended.isEmpty ? "" : "–\(ended)"))),
      ("Var", .text(plan.place)), ("Kallelsen skickad", .text(called)),
      ("Offentligt", .text(plan.isPublic ? "ja, alla får lyssna (§ 19)" : "")),
      (
        "På distans",
        plan.remote.map { .text("\($0.extent) (beslut ") + link.html($0.decision) + .text(", § 19 a)") } ?? .empty
      ),
    ])
  }

  static func attendance(_ desk: BoardDesk, _ meeting: BoardMeeting) -> HTML {
    guard let held = meeting.held else { return .empty }
    let attendance = held.attendance
    let rows = held.seats.map { seat -> [HTML] in
      let presence = attendance.presences.first { $0.seat == seat.number }
      let services = attendance.services.filter { $0.substitute == seat.number }
      return [
        .text(desk.words(seat)),
        .text(presence.map { $0.mode == .sound ? "på distans, enbart ljud" : $0.mode.rawValue } ?? "frånvarande"),
        .text(
          services.map { "för \(desk.seat($0.seat, meeting))\(stretch($0.from, $0.through))" }.joined(separator: "; ")),
        .text(presence.map { stretch($0.from, $0.through).drop { $0 == "," || $0 == " " } }.map { String($0) } ?? ""),
        .text(
          attendance.conflicts.filter { $0.seat == seat.number }.map { "punkt \($0.item)" }.joined(separator: ", ")),
      ]
    }
    return tag("h2", .text("Närvaro"))
      + MoneyPart.table(
        "Närvaro",
        [
          MoneyPart.Column("Plats"), MoneyPart.Column("Närvaro"), MoneyPart.Column("Tjänstgör"),
          MoneyPart.Column("Del av mötet"), MoneyPart.Column("Jävig"),
        ], rows: rows)
      + MoneyPart.facts([
        ("Ordförande", .text(desk.seat(attendance.chair, meeting))), ("Sekreterare", .text(attendance.secretary)),
        ("Justerare", .text(desk.seats(attendance.adjusters, meeting))),
      ])
  }

  private static func stretch(_ from: Int, _ through: Int?) -> String {
    switch (from, through) {
    case (1, nil): ""
    case (1, let last?): ", till och med punkt \(last)"
    case (_, nil): ", från punkt \(from)"
    case (_, let last?): from == last ? ", punkt \(from)" : ", punkt \(from)–\(last)"
    }
  }

  private static func agenda(_ desk: BoardDesk, _ meeting: BoardMeeting) throws -> HTML {
    guard !meeting.plan.agenda.isEmpty else {
      return tag("p", [.class("empty")], .text("Dagordningen är inte skriven än."))
    }
    let delegated = try desk.asked.store.delegatedDecisions()
    let items = meeting.plan.agenda.enumerated().map { index, item -> HTML in
      let decisions = meeting.decisions.filter { $0.said.item == index + 1 }
      return tag(
        "section", [.labelled(by: "punkt-\(index + 1)")],
        tag("h3", [.id("punkt-\(index + 1)")], .text("\(index + 1). \(item.title)")),
        item.presenter.isEmpty ? .empty : tag("p", [.class("quiet")], .text("Föredragande: \(item.presenter)")),
        BoardPart.prose(item.background),
        item.kind == .delegation ? DelegationPart.list(delegated, for: meeting, item: index + 1) : .empty,
        BoardPart.documents(item.documents),
        decisions.isEmpty && !item.proposal.isEmpty
          ? tag("p", tag("strong", .text("Förslag till beslut"))) + BoardPart.prose(item.proposal) : .empty,
        .joined(
          decisions.map { decision in
            tag("p", tag("strong", MoneyPart.link("§ \(decision.paragraph)", BoardDesk.path(decision))))
              + BoardPart.decision(decision, meeting, desk)
          }))
    }
    return tag("h2", .text(meeting.held == nil ? "Dagordning" : "Dagordning och beslut")) + .joined(items)
  }
}

/// Decisions taken on the board's behalf, as an item of the agenda lists them.
enum DelegationPart {
  /// Those that the item reported; before it is decided, those that wait.
  static func list(_ all: [KeptDelegatedDecision], for meeting: BoardMeeting, item: Int) -> HTML {
    let paragraphs = meeting.decisions.filter { $0.said.item == item }.map(\.decision)
    let shown =
      paragraphs.isEmpty
      ? all.filter { $0.reported == nil && $0.decision.day <= meeting.day }
      : all.filter { $0.reported.map { paragraphs.contains($0) } ?? false }
    guard !shown.isEmpty else { return tag("p", [.class("quiet")], .text("Inga delegationsbeslut att anmäla.")) }
    return tag(
      "ul",
      each: shown.map {
        tag("li", .text("\($0.decision.day.text), \($0.decision.by) (\($0.decision.ground)): \($0.decision.words)"))
      })
  }
}
