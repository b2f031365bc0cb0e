import Association
import Ledger
import Store

extension DueBook {
  /// The local groups' FINSAM plans that nobody has decided, and those of years that are over and that nobody has followed
  /// up, a month after the year.
  static func plans(_ book: DueBook) throws -> [DueThing] {
    try book.store.finsamPlans().compactMap { one in
      let plan = one.plan
      let name = book.association.groups.first { $0.id == plan.groupID }?.title ?? plan.groupID
      let place = DueThing.Place.plan(plan.year, groupID: plan.groupID)
      switch plan.state {
      case .draft, .changing:
        return DueThing(
          .plan, "Beslut om FINSAM-planen \(plan.year) för \(name)", since: one.steps.last?.at.dayInSweden, place: place
        )
      case .decided(let decided):
        guard decided.outcome == nil, plan.year < book.today.year else { return nil }
        return DueThing(
          .plan, "Följ upp FINSAM-planen \(plan.year) för \(name)",
          day: CalendarDate(year: plan.year + 1, month: 1, day: 31), place: place)
      }
    }
  }
}
