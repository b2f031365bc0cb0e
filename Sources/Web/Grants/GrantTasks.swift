import Association
import Ledger
import Press
import Store

/// What the office has to do with applications and reports, on the start page.
struct GrantTasks {
  private let items: [HTML]

  init(_ asked: Asked, _ grants: [GrantCase], _ association: Association) {
    guard Access.bookkeepers.admits(asked.user) else {
      items = []
      return
    }
    func item(_ grant: GrantCase, _ words: String, _ hint: String, _ path: String? = nil) -> HTML {
      tag(
        "li",
        tag(
          "p", [.class("what")],
          tag(
            "a", [.href(.path(path ?? Addresses.application.path(grant.id.rawValue)))],
            .text("\(words): \(grant.name(in: association))"))), tag("p", [.class("quiet")], .text(hint)))
    }
    items = grants.flatMap { grant -> [HTML] in
      let since = grant.steps.last.map { "Sedan \(SwedishTime.day($0.at))." } ?? ""
      switch grant.state {
      case .applied: return [item(grant, "Bereda ansökan", since)]
      case .prepared: return [item(grant, "Styrelsens beslut om ansökan", since)]
      case .granted: return [item(grant, "Skriv avtal", since)]
      case .agreed:
        return grant.state.dues.compactMap { due in
          guard case .waiting = due.state else { return nil }
          return item(grant, "Läs \(due.title.lowercased())", "Inlämnad och väntar på svar.", due.path(in: grant))
        }
      case .rejected, .withdrawn, .finished: return []
      }
    }
  }

  var html: HTML {
    guard !items.isEmpty else { return .empty }
    return tag(
      "section", tag("h2", .text("Insatser (\(items.count))")),
      tag("ul", [.class("tasks")], each: Array(items.prefix(StartView.countMax))),
      items.count > StartView.countMax
        ? tag(
          "p", tag("a", [.href(.path(Addresses.applications.path()))], .text("Alla ansökningar")), .text(" · "),
          tag("a", [.href(.path(Addresses.reports.path()))], .text("Alla rapporter")))
        : .empty)
  }
}
