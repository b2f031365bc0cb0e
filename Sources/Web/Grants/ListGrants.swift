import Association
import Ledger
import Press
import Report
import Store

/// The applications and what has become of them, the latest first; a performer sees their own.
enum ListGrants {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let association = try asked.store.association()
    let grants = try GrantView.all(asked).reversed().map {
      GrantView(asked: asked, grant: $0, association: association)
    }
    let mayApply = Access.forecasters.admits(asked.user)
    return .page(
      Page(
        title: "Ansökningar", section: .applications, isWide: true,
        main: .joined([
          tag(
            "div", [.class("toolbar")],
            mayApply
              ? tag(
                "a", [.class("button primary"), .href(.path(Addresses.newApplication.path()))], .text("Ny ansökan"))
              : .empty,
            tag("a", [.class("button"), .href(.path(Addresses.reports.path()))], .text("Lägesrapporter"))),
          grants.isEmpty
            ? tag(
              "div", [.class("empty")],
              tag("p", .text("Inga ansökningar än. En ansökan följs här från behov till slutrapport.")))
            : ListPart.scroll("Ansökningar", table(grants)),
        ])))
  }

  private static func table(_ grants: [GrantView]) -> HTML {
    tag(
      "table", [.class("list cards-on-phone")],
      tag("caption", [.class("unseen")], .text("Ansökningar, den senaste först")),
      tag(
        "thead",
        tag(
          "tr", tag("th", [.scope(.column)], .text("Insats")), tag("th", [.scope(.column)], .text("Huvudman")),
          tag("th", [.scope(.column)], .text("Läge")), tag("th", [.scope(.column), .class("number")], .text("Sökt")),
          tag("th", [.scope(.column), .class("number")], .text("Beviljat")),
          tag("th", [.scope(.column)], .text("Senast")))),
      tag("tbody", each: grants.map(row)))
  }

  private static func row(_ view: GrantView) -> HTML {
    let state = view.grant.state
    func amount(_ label: String, _ amounts: [GrantAmount]?, _ fragment: String) -> HTML {
      tag(
        "td", [.class("number"), .other("data-label", label)],
        amounts.map { tag("a", [.href(.path(view.path + fragment))], .text(Numerals.kronor($0.sum))) } ?? .empty)
    }
    let last = view.grant.steps.last
    return tag(
      "tr", tag("th", [.scope(.row)], tag("a", [.href(.path(view.path))], .text(view.name))),
      tag("td", [.other("data-label", "Huvudman")], .text(view.member(view.grant.ownerID(in: view.association)))),
      tag("td", [.other("data-label", "Läge")], state.kind.badge),
      amount("Sökt", state.application?.amounts, "#sokt"),
      amount("Beviljat", state.granted?.standing.amounts, "#beviljat"),
      tag("td", [.other("data-label", "Senast")], .text(last.map { SwedishTime.day($0.at) } ?? "")))
  }
}
