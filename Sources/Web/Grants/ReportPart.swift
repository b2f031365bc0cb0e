import Association
import Ledger
import Press
import Store

/// A report in a list.
enum ReportPart {
  static func item(_ due: ReportDue, _ view: GrantView, showsName: Bool = false) -> HTML {
    let words = showsName ? "\(view.name): \(due.title.lowercased())" : due.title
    let isThere = due.last <= view.asked.today || due.kept != nil || due.isFinal
    return tag(
      "li",
      tag(
        "p", [.class("what")],
        isThere ? tag("a", [.href(.path(due.path(in: view.grant)))], .text(words)) : tag("span", .text(words)),
        due.badge(on: view.asked.today)),
      tag("p", [.class("quiet")], .text("Senast \(due.dueOn.text).")))
  }
}

/// All reports that are asked for: what is late, what the office has to read, what is to come.
enum ListReports {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let association = try asked.store.association()
    let all = try GrantView.all(asked).flatMap { grant in
      let view = GrantView(asked: asked, grant: grant, association: association)
      return grant.state.dues.map { (view: view, due: $0) }
    }.sorted { $0.due.dueOn < $1.due.dueOn }
    let today = asked.today
    let waiting = all.filter { if case .waiting = $0.due.state { true } else { false } }
    let open = all.filter { $0.due.isOpen(on: today) }
    let coming = all.filter { $0.due.isWanted && !$0.due.isOpen(on: today) && !$0.due.isFinal }
    let accepted = all.filter { if case .accepted = $0.due.state { true } else { false } }
    func list(_ heading: String, _ items: [(view: GrantView, due: ReportDue)]) -> HTML {
      guard !items.isEmpty else { return .empty }
      return tag(
        "section", tag("h2", .text("\(heading) (\(items.count))")),
        tag("ul", [.class("tasks")], each: items.map { ReportPart.item($0.due, $0.view, showsName: true) }))
    }
    return .page(
      Page(
        title: "Lägesrapporter", section: .applications,
        trail: [Page.Link("Ansökningar", Addresses.applications.path())],
        main: .joined([
          all.isEmpty
            ? tag(
              "div", [.class("empty")],
              tag("p", .text("Inga rapporter väntas. De kommer när ett avtal säger hur ofta utföraren rapporterar.")))
            : .empty,
          list("Att läsa", waiting), list("Ska skrivas", open), list("Kommer", Array(coming.prefix(20))),
          list("Godkända", accepted.reversed()),
        ])))
  }
}
