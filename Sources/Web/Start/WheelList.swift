import Association
import Desk
import Ledger
import Press

/// What falls in a year, month by month: the list that the drawing decorates.
struct WheelList {
  let year: Int
  let things: [DueThing]
  let asked: Asked

  var html: HTML {
    let dated = things.compactMap { thing in thing.day.map { (day: $0, thing: thing) } }
    let months = Dictionary(grouping: dated) { $0.day.year * 100 + $0.day.month }
    return tag(
      "ol", [.class("wheel-list")],
      each: months.keys.sorted().map { key in
        let title = MonthName.capital(key / 100, key % 100)
        return tag(
          "li", tag("h3", .text(key / 100 == year ? String(title.split(separator: " ")[0]) : title)),
          tag("ul", each: (months[key] ?? []).map { row($0.day, $0.thing) }))
      })
  }

  private func row(_ day: CalendarDate, _ thing: DueThing) -> HTML {
    tag(
      "li", tag("span", [.class("day")], .text("\(day.day)/\(day.month)")), WheelList.link(thing, asked),
      DeadlineWords.badge(thing, on: asked.today))
  }

  /// What it is, as a link to where it is read about.
  static func link(_ thing: DueThing, _ asked: Asked) -> HTML {
    let link = DueLink(thing.about ?? thing.place)
    guard link.access.admits(asked.user) else { return tag("span", .text(thing.title)) }
    return tag("a", [.href(.path(link.path))], .text(thing.title))
  }
}
