import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// A case as a visitor may see it.
struct GrantView {
  let asked: Asked
  let grant: GrantCase
  let association: Association

  /// What a visitor gets who asks for a case.
  enum Found {
    case view(GrantView)
    case answered(Answer)
  }

  /// The case, where there is one and the visitor may see it: a performer their own alone.
  static func find(_ asked: Asked, _ id: Int64) throws -> Found {
    guard let grant = try asked.store.grantCase(ID(rawValue: id)) else { return .answered(.notFound) }
    guard isOpen(grant, to: asked) else { return .answered(.forbidden) }
    return .view(GrantView(asked: asked, grant: grant, association: try asked.store.association()))
  }

  /// The cases that the visitor may see.
  static func all(_ asked: Asked) throws -> [GrantCase] {
    try asked.store.grantCases().filter { isOpen($0, to: asked) }
  }

  private static func isOpen(_ grant: GrantCase, to asked: Asked) -> Bool {
    guard asked.user.role == .performer else { return true }
    // In the practice book nobody is a user: there it is whoever has the name.
    let applied =
      asked.visitor.isPractising ? grant.steps.first?.by == asked.user.name : grant.user == asked.user.id
    return applied || grant.insatsID.map(asked.user.insatser.contains) ?? false
  }

  var name: String { grant.name(in: association) }
  var path: String { Addresses.application.path(grant.id.rawValue) }
  var trail: [Page.Link] {
    [Page.Link("Ansökningar", Addresses.applications.path()), Page.Link(name, path)]
  }
  var isKeeper: Bool { Access.bookkeepers.admits(asked.user) }
  var mayWrite: Bool { Access.forecasters.admits(asked.user) }

  func member(_ id: String) -> String {
    id.isEmpty ? "Gemensamt" : association.members.first { $0.id == id }?.name ?? id
  }

  /// Takes the step and goes back to the case; where the state refuses it, `again` shows the form with the reason.
  func take(_ event: Grant.Event, notice: String, again: ([FieldFault]) throws -> Answer) throws -> Answer {
    do {
      _ = try asked.store.together(by: asked.actor, at: asked.now) { try $0.take(event, in: grant.id) }
      return .see(path, notice: notice)
    } catch let refusal as Grant.Refusal {
      return try again([FieldFault(field: "", message: Words.sentence(refusal))])
    } catch let refusal as OrderRefusal {
      return try again([FieldFault(field: "", message: Words.sentence(refusal))])
    }
  }
}

extension Grant.State.Kind {
  /// The state as a badge says it.
  var badge: HTML {
    let (words, name): (String, StaticString) =
      switch self {
      case .applied: ("Ansökt", "badge warn")
      case .prepared: ("Beredd", "badge warn")
      case .rejected: ("Avslagen", "badge")
      case .withdrawn: ("Återkallad", "badge")
      case .granted: ("Beviljad", "badge warn")
      case .agreed: ("Avtalad", "badge good")
      case .finished: ("Slutredovisad", "badge")
      }
    return tag("span", [.class(name)], .text(words))
  }
}

extension ReportRhythm {
  /// How often, in words.
  var words: String {
    switch self {
    case .month: "varje månad"
    case .quarter: "varje kvartal"
    case .tertial: "varje tertial"
    case .halfYear: "varje halvår"
    case .finalOnly: "bara slutrapport"
    }
  }
}

extension GrantPreparation.Recommendation {
  /// What is recommended, in words.
  var words: String {
    switch self {
    case .grant: "Bifall"
    case .grantInPart: "Bifall i delar"
    case .reject: "Avslag"
    }
  }
}

extension ReportDue {
  /// `Lägesrapport 2025-01-01–2025-03-31` or `Slutrapport`.
  var title: String { isFinal ? "Slutrapport" : "Lägesrapport \(first.text)–\(last.text)" }

  /// How it stands, as a badge.
  func badge(on today: CalendarDate) -> HTML {
    let (words, name): (String, StaticString) =
      switch state {
      case .missing where dueOn < today: ("Försenad", "badge alarm")
      case .missing where last <= today: ("Ska skrivas", "badge warn")
      case .missing: ("Kommer", "badge")
      case .returned: ("Fråga att svara på", "badge alarm")
      case .waiting: ("Inlämnad", "badge warn")
      case .accepted: ("Godkänd", "badge good")
      }
    return tag("span", [.class(name)], .text(words))
  }

  /// Where it is written and read.
  func path(in grant: GrantCase) -> String {
    Addresses.grantReport.path(Pair(grant.id.rawValue, isFinal ? "slut" : last.text))
  }
}
