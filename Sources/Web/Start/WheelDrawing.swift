import Association
import Ledger
import Press

/// The year as a ring, with a mark for each duty, a small one outside for the day of whatever else falls then, and a hand
/// at today. A decoration beside the list, which says the
/// same in words; so it is hidden from those who have it read aloud.
struct WheelDrawing {
  let year: Int
  let things: [DueThing]
  let today: CalendarDate

  private static let size = 320
  private static let middle = 160
  private static let ring = 118

  var html: HTML {
    tag(
      "svg",
      [
        .class("wheel"), .other("viewBox", "0 0 \(WheelDrawing.size) \(WheelDrawing.size)"),
        .other("aria-hidden", "true"), .other("focusable", "false"),
      ],
      each: [circle("ring", radius: WheelDrawing.ring), circle("hub", radius: 74)] + (0..<12).flatMap(month) + [hand]
        + marks + others + [middle])
  }

  private func circle(_ name: StaticString, radius: Int) -> HTML {
    tag(
      "circle",
      [
        .class(name), .other("cx", "\(WheelDrawing.middle)"), .other("cy", "\(WheelDrawing.middle)"),
        .other("r", "\(radius)"),
      ])
  }

  /// A month's border and its name outside the ring.
  private func month(_ index: Int) -> [HTML] {
    let border = index * 300
    let name = WheelDrawing.point(border + 150, radius: WheelDrawing.ring + 24)
    return [
      line(
        "tick", from: WheelDrawing.point(border, radius: 74), to: WheelDrawing.point(border, radius: WheelDrawing.ring)),
      tag(
        "text", [.other("x", "\(name.x)"), .other("y", "\(name.y + 4)"), .other("text-anchor", "middle")],
        .text(FilterForm.monthNames[index])),
    ]
  }

  private func line(_ name: StaticString, from: (x: Int, y: Int), to: (x: Int, y: Int)) -> HTML {
    tag(
      "line",
      [
        .class(name), .other("x1", "\(from.x)"), .other("y1", "\(from.y)"), .other("x2", "\(to.x)"),
        .other("y2", "\(to.y)"),
      ])
  }

  private var hand: HTML {
    guard today.year == year else { return .empty }
    let angle = WheelDrawing.angle(of: today)
    return line(
      "hand", from: WheelDrawing.point(angle, radius: 60), to: WheelDrawing.point(angle, radius: WheelDrawing.ring + 10)
    )
  }

  /// The things that fall in the year: those that the wheel itself asks for, or all else.
  private func dated(isDuty: Bool) -> [(day: CalendarDate, thing: DueThing)] {
    things.compactMap { thing in
      guard let day = thing.day, day.year == year, (thing.basis != nil) == isDuty else { return nil }
      return (day, thing)
    }
  }

  /// A mark per duty: several on one day stand inwards, one after another. Form tells what colour also does.
  private var marks: [HTML] {
    var taken: [Int32: Int] = [:]
    return dated(isDuty: true).map { day, thing in
      let place = taken[day.yyyymmdd, default: 0]
      taken[day.yyyymmdd] = place + 1
      let point = WheelDrawing.point(WheelDrawing.angle(of: day), radius: WheelDrawing.ring - 9 - place * 14)
      return mark(thing, at: point)
    }
  }

  /// A small mark per day on which anything else falls, outside the ring, so that they do not crowd the duties: the
  /// most urgent of the day.
  private var others: [HTML] {
    let byDay = Dictionary(grouping: dated(isDuty: false), by: \.day)
    return byDay.keys.sorted().map { day in
      let (x, y) = WheelDrawing.point(WheelDrawing.angle(of: day), radius: WheelDrawing.ring + 7)
      let all = (byDay[day] ?? []).map(\.thing)
      if all.contains(where: { $0.isLate(on: today) }) { return dot("late", x, y, radius: 3) }
      return dot(all.allSatisfy(\.isDone) ? "done" : "coming", x, y, radius: 2)
    }
  }

  private func mark(_ thing: DueThing, at point: (x: Int, y: Int)) -> HTML {
    let (x, y) = point
    guard case .dated(let state) = thing.state(on: today) else { return .empty }
    switch state {
    case .late:
      return tag(
        "path", [.class("late"), .other("d", "M\(x) \(y - 7)L\(x + 7) \(y + 5)L\(x - 7) \(y + 5)Z")])
    case .done: return dot("done", x, y, radius: 4)
    case .soon:
      return tag(
        "rect",
        [
          .class("soon"), .other("x", "\(x - 5)"), .other("y", "\(y - 5)"), .other("width", "10"),
          .other("height", "10"),
        ])
    case .coming: return dot("coming", x, y, radius: 5)
    }
  }

  private func dot(_ name: StaticString, _ x: Int, _ y: Int, radius: Int) -> HTML {
    tag(
      "circle", [.class(name), .other("cx", "\(x)"), .other("cy", "\(y)"), .other("r", "\(radius)")])
  }

  private var middle: HTML {
    tag(
      "text",
      [
        .class("year"), .other("x", "\(WheelDrawing.middle)"), .other("y", "\(WheelDrawing.middle + 10)"),
        .other("text-anchor", "middle"),
      ], .text("\(year)"))
  }

  /// The place of a day, in tenths of a degree from the top: every month is a twelfth.
  private static func angle(of day: CalendarDate) -> Int {
    let days = CalendarDate.dayCount(ofMonth: day.month, year: day.year)
    return (day.month - 1) * 300 + (2 * day.day - 1) * 150 / days
  }

  /// A point at that angle and distance from the middle.
  private static func point(_ angle: Int, radius: Int) -> (x: Int, y: Int) {
    (middle + sine(angle) * radius / 1000, middle - sine(angle + 900) * radius / 1000)
  }

  /// A thousand times the sine of an angle in tenths of a degree, by Bhaskara's formula: within 2 of what it should be,
  /// and a drawing needs no more.
  private static func sine(_ angle: Int) -> Int {
    let turned = ((angle % 3600) + 3600) % 3600
    let half = turned % 1800
    let product = half * (1800 - half)
    let value = 4000 * product / (4_050_000 - product)
    return turned < 1800 ? value : -value
  }
}
