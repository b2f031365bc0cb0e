import Association
import Desk
import Ledger
import Press

/// The deadlines of a year month by month: the list that the drawing decorates.
struct WheelList {
  let year: Int
  let deadlines: [Deadline]

  var html: HTML {
    let months = Dictionary(grouping: deadlines) { $0.day.year * 100 + $0.day.month }
    return tag(
      "ol", [.class("wheel-list")],
      each: months.keys.sorted().map { key in
        let title = MonthName.capital(key / 100, key % 100)
        return tag(
          "li", tag("h3", .text(key / 100 == year ? String(title.split(separator: " ")[0]) : title)),
          tag("ul", each: (months[key] ?? []).map(row)))
      })
  }

  private func row(_ deadline: Deadline) -> HTML {
    tag(
      "li",
      tag("span", [.class("day")], .text("\(deadline.day.day)/\(deadline.day.month)")),
      tag(
        "a", [.href(.path(DeadlineWords.own(deadline)))], .text(deadline.title)),
      DeadlineWords.badge(deadline))
  }
}
