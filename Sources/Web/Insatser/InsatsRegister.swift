import Association
import Ledger
import Press
import Store

/// What the list of insatser says of each besides its money: who runs it, how its case stands, which report is next.
struct InsatsRegister {
  private let asked: Asked
  private let association: Association
  private let grants: [GrantCase]

  init(_ asked: Asked) throws {
    self.asked = asked
    association = try asked.store.association()
    grants = try asked.store.grantCases()
  }

  var tools: HTML {
    guard Access.bookkeepers.admits(asked.user) else { return .empty }
    return tag(
      "div", [.class("toolbar")],
      tag("a", [.class("button"), .href(.path(Addresses.newInsats.path()))], .text("Registrera en insats")),
      tag("a", [.class("button"), .href(.path(Addresses.applications.path()))], .text("Ansökningar")))
  }

  /// The insatser by direction, each direction in the association's own order; those it does not know last.
  func groups(_ results: [ObjectResult]) -> [(title: String, results: [ObjectResult])] {
    let kinds = Dictionary(association.insatser.map { ($0.id, $0.kind) }) { first, _ in first }
    var groups = Insats.Kind.allCases.map { kind in
      (title: kind.plural, results: results.filter { kinds[$0.reference.object] == kind })
    }
    groups.append((title: "Inte i registret", results: results.filter { kinds[$0.reference.object] == nil }))
    return groups.filter { !$0.results.isEmpty }
  }

  /// The line beneath an insats's name.
  func line(of id: String) -> HTML? {
    guard let insats = association.insatser.first(where: { $0.id == id }) else { return nil }
    var words: [String] = []
    if let owner = association.members.first(where: { $0.id == insats.ownerID }) { words.append(owner.name) }
    if let ended = insats.ended, ended < asked.today { words.append("slutade \(ended.text)") }
    let grant = GrantCase.current(of: id, among: grants)
    if let next = grant?.state.dues.first(where: \.isWanted) {
      words.append(
        next.isLate(on: asked.today)
          ? "rapport försenad sedan \(next.dueOn.text)" : "nästa rapport \(next.dueOn.text)")
    }
    guard !words.isEmpty || grant != nil else { return nil }
    return tag(
      "div", [.class("quiet")], .text(words.joined(separator: " · ") + (words.isEmpty ? "" : " ")),
      grant?.state.kind.badge ?? .empty)
  }
}

extension Insats.Kind {
  /// A heading for several of them.
  fileprivate var plural: String {
    switch self {
    case .individual: "Individinriktade"
    case .structural: "Strukturövergripande"
    case .consultation: "Konsultationsteam"
    case .preStudy: "Förstudier"
    }
  }
}
