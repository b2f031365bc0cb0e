import Association
import Desk
import Ledger
import Press
import Report
import Store

/// The pieces that the pages of FINSAM plans are made of.
enum FinsamPlanPart {
  static func badge(_ state: FinsamPlan.State) -> HTML {
    switch state {
    case .draft: tag("span", [.class("badge warn")], .text("utkast"))
    case .decided: tag("span", [.class("badge good")], .text("beslutad"))
    case .changing: tag("span", [.class("badge warn")], .text("ändras"))
    }
  }

  /// What leads from an insats to the rows that it has cost.
  static func object(_ insatsID: String, _ year: Int, _ years: Set<Int>) -> String? {
    guard !insatsID.isEmpty, years.contains(year) else { return nil }
    return ListLink.object(year, ObjectReference(dimension: .insats, object: insatsID))
  }

  /// The group and its plan of a year at that place.
  static func find(
    _ asked: Asked, _ place: Pair<Int, String>
  ) throws -> (group: Group, plan: RecordedPlan?, association: Association)? {
    let association = try asked.store.association()
    guard (1990...2150).contains(place.first), let group = association.groups.first(where: { $0.id == place.second })
    else { return nil }
    let plan = try asked.store.finsamPlans().first { $0.plan.groupID == group.id && $0.plan.year == place.first }
    return (group, plan, association)
  }

  static func trail(_ place: Pair<Int, String>, _ group: Group, isInner: Bool = false) -> [Page.Link] {
    [Page.Link("FINSAM-planer \(place.first)", Addresses.finsamPlans.path(place.first))]
      + (isInner ? [Page.Link(group.title, Addresses.finsamPlan.path(place))] : [])
  }
}
