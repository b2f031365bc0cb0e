import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// Words and pieces that the pages of obstacles share.
enum LiftPart {
  static func words(_ frequency: Obstacle.Frequency) -> String {
    switch frequency {
    case .weekly: "Varje vecka"
    case .monthly: "Varje månad"
    case .single: "Enstaka gånger"
    }
  }

  /// From where it is reported, by the name it has now.
  static func words(_ origin: Obstacle.Origin, _ association: Association) -> String {
    switch origin {
    case .insats(let id): association.insatser.first { $0.id == id }?.name ?? id
    case .group(let id): groups(association).first { $0.id == id }?.title ?? id
    case .office: "Kansliet"
    }
  }

  /// The groups that obstacles are reported from, and that own them.
  static func groups(_ association: Association) -> [(id: String, title: String)] {
    association.groups.map { ($0.id, $0.title) }
  }

  /// Whose rules or system it is.
  static func owners(_ report: Obstacle.Report, _ association: Association) -> String {
    let members = report.memberIDs.map { id in association.members.first { $0.id == id }?.name ?? id }
    return (members + (report.others.isEmpty ? [] : [report.others])).joined(separator: ", ")
  }

  /// How it stands, as a badge.
  static func badge(_ obstacle: ObstacleCase, on today: CalendarDate) -> HTML {
    let (words, name): (String, StaticString) =
      switch obstacle.state {
      case _ where obstacle.keptID != nil: ("Sammanfört", "badge")
      case .waiting where obstacle.isLate(on: today): ("Försenat", "badge alarm")
      case .waiting: ("Väntar", "badge warn")
      case .answered(let answer) where answer.isSolved: ("Löst", "badge good")
      case .answered: ("Avslaget", "badge")
      }
    return tag("span", [.class(name)], .text(words))
  }

  /// `§ 12, 2026-03-01`, or nothing.
  static func decision(_ decision: Decision?) -> String {
    guard let decision, let date = decision.date else { return "" }
    return "Styrelsens beslut \(date.text) \(decision.paragraph)."
  }

  /// What a step says, as a heading: `Styrelsen löste hindret`.
  static func words(_ step: ObstacleCase.Step) -> String {
    let level = step.level.title
    return switch step.event {
    case .reported: "Rapporterat"
    case .assigned(let charge): "\(level): \(charge.owner) svarar senast \(charge.due.text)"
    case .solved: "\(level) har löst hindret"
    case .declined: "\(level) har svarat nej"
    case .passedUp: "\(level) har skickat hindret vidare till \(step.level.above.map(Words.inSentence) ?? "")"
    case .reopened: "\(level) har tagit upp hindret igen"
    }
  }

  /// The way up and down, step by step, with the board's decisions as links. Whoever has a receipt is not told who typed
  /// what, and is led nowhere: there `decisions` is nil.
  static func way(_ obstacle: ObstacleCase, decisions: DecisionLink? = nil) -> HTML {
    tag(
      "ol", [.class("steps")],
      each: obstacle.steps.map { step in
        let decided = step.event.verdict?.decision
        let words = decision(decided)
        let charge = step.event.kind == .assignment ? nil : step.event.charge
        return tag(
          "li", tag("p", [.class("what")], .text(LiftPart.words(step))),
          step.event.verdict.map { tag("p", .text($0.words)) } ?? .empty,
          words.isEmpty
            ? .empty : tag("p", decided.flatMap { decisions?.html($0, words) } ?? .text(words)),
          charge.map { tag("p", .text("\($0.owner) svarar senast \($0.due.text).")) } ?? .empty,
          tag("p", [.class("quiet")], .text(decisions != nil ? "\(step.day.text), \(step.by)" : step.day.text)))
      })
  }

  static func trail(_ obstacle: ObstacleCase? = nil) -> [Page.Link] {
    [Page.Link("Hinder", Addresses.obstacles.path())]
      + (obstacle.map { [Page.Link("Hinder \($0.id)", Addresses.obstacle.path($0.id))] } ?? [])
  }

  /// Who may own an obstacle, to choose among; anything else can be typed.
  static func ownerList(_ association: Association) -> HTML {
    let names =
      ["Kansliet"] + groups(association).map(\.title) + ["Beredningsgruppen", "Styrelsen", "Nationella nätverket"]
    return tag("datalist", [.id("agare-forslag")], each: names.map { tag("option", [.other("value", $0)]) })
  }

  static let textBytesMax = 4_000
  static let subjectBytesMax = 200
}

/// An obstacle as a visitor may see it.
struct ObstacleView {
  let asked: Asked
  let obstacle: ObstacleCase
  let association: Association

  /// What a visitor gets who asks for an obstacle.
  enum Found {
    case view(ObstacleView)
    case answered(Answer)
  }

  /// The obstacle, where there is one and the visitor may see it: a performer their own alone.
  static func find(_ asked: Asked, _ id: Int64) throws -> Found {
    guard let obstacle = try asked.store.obstacle(id) else { return .answered(.notFound) }
    guard isOpen(obstacle, to: asked) else { return .answered(.forbidden) }
    return .view(ObstacleView(asked: asked, obstacle: obstacle, association: try asked.store.association()))
  }

  static func isOpen(_ obstacle: ObstacleCase, to asked: Asked) -> Bool {
    guard asked.user.role == .performer else { return true }
    if case .insats(let id) = obstacle.report.origin, asked.user.insatser.contains(id) { return true }
    // In the practice book nobody is a user: there it is whoever has the name.
    return asked.visitor.isPractising
      ? obstacle.steps.first?.by == asked.user.name : obstacle.user == asked.user.id
  }

  var path: String { Addresses.obstacle.path(obstacle.id) }

  /// Whether the visitor may answer for the level that it stands on: the office for every level, a member of the board
  /// for the board.
  var mayAnswer: Bool {
    Access.bookkeepers.admits(asked.user) || (asked.user.role == .boardMember && obstacle.state.level == .board)
  }

  /// The obstacle that answers for this one: itself, or what it is joined with.
  func root() throws -> ObstacleCase {
    var root = obstacle
    while let kept = root.keptID, let next = try asked.store.obstacle(kept) { root = next }
    return root
  }

  /// Runs an act and goes back to the page; where it is refused, the page says why with what was typed.
  func act(_ notice: String, _ body: (Store.Writing) throws -> Void) throws -> Answer {
    do {
      try asked.store.together(by: asked.actor, at: asked.now, body)
      return .see(path, notice: notice)
    } catch let refusal as Obstacle.Refusal {
      return try again([FieldFault(field: "", message: Words.sentence(refusal))])
    }
  }

  /// The page with what was typed, and what is wrong with it.
  func again(_ faults: [FieldFault]) throws -> Answer {
    .page(try ObstaclePage(view: self, faults: faults).page, status: .unprocessableContent)
  }
}
