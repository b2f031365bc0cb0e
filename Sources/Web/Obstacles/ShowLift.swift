import Association
import Desk
import Ledger
import Press
import Report
import Store

/// The lift as the board sees it: where obstacles stand, how long they have waited, what was solved and by whom.
enum ShowLift {
  /// So many answers are shown.
  static let answerCountMax = 20

  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let obstacles = try asked.store.obstacles().filter { $0.keptID == nil }
    let floors = Obstacle.Level.allCases.reversed().map { Floor($0, obstacles, on: asked.today) }
    return .page(
      Page(
        title: "Hissen nu", section: .obstacles, trail: LiftPart.trail(),
        print: Page.PrintHead(period: asked.today.text, unit: "Antal hinder och dagar"), isWide: true,
        main: .joined([
          tag("p", [.class("lead")], .text(lead(obstacles, on: asked.today))), lift(floors), answers(obstacles),
        ])))
  }

  /// How long obstacles wait on a level.
  struct Floor: Hashable {
    let level: Obstacle.Level
    /// The days each has waited there, the shortest first.
    let days: [Int]
    let lateCount: Int

    init(_ level: Obstacle.Level, _ obstacles: [ObstacleCase], on today: CalendarDate) {
      let waiting = obstacles.compactMap(\.state.waiting).filter { $0.level == level }
      self.level = level
      days = waiting.map { max($0.since.days(until: today), 0) }.sorted()
      lateCount = waiting.count { $0.isLate(on: today) }
    }

    /// The middle one; of an even number the longer of the two in the middle.
    var medianDays: Int? { days.isEmpty ? nil : days[days.count / 2] }
  }

  private static func lead(_ obstacles: [ObstacleCase], on today: CalendarDate) -> String {
    let waiting = obstacles.count { $0.state.waiting != nil }
    let late = obstacles.count { $0.isLate(on: today) }
    let answered = obstacles.compactMap { one in
      one.state.answered.map { max(one.day.days(until: $0.day), 0) }
    }.sorted()
    let median =
      answered.isEmpty
      ? "" : " Ett svar har tagit \(Words.count(answered[answered.count / 2], "dag", "dagar")) i median."
    return "\(Words.count(waiting, "hinder väntar", "hinder väntar")) på svar, och \(late) har väntat för länge."
      + median
  }

  /// The floors, the highest first, each with a bar as long as its share of all that wait.
  private static func lift(_ floors: [Floor]) -> HTML {
    let most = max(floors.map(\.days.count).max() ?? 0, 1)
    return MoneyPart.table(
      "Var hindren står, med nationella nätverket överst",
      [
        MoneyPart.Column("Nivå"), MoneyPart.Column("Väntar"), MoneyPart.Column("Försenade", isNumber: true),
        MoneyPart.Column("Väntetid, median", isNumber: true), MoneyPart.Column("Längst väntan", isNumber: true),
      ],
      rows: floors.map { floor in
        [
          MoneyPart.link(
            floor.level.title, Addresses.obstacles.path(query: [(ListObstacles.Name.level, "\(floor.level.rawValue)")])),
          tag(
            "progress",
            [
              .other("value", "\(floor.days.count)"), .other("max", "\(most)"),
              .label("\(floor.level.title): \(Words.count(floor.days.count, "hinder väntar", "hinder väntar"))"),
            ], .text("\(floor.days.count)")) + .text(" \(floor.days.count)"),
          .text("\(floor.lateCount)"),
          .text(floor.medianDays.map { Words.count($0, "dag", "dagar") } ?? "–"),
          .text(floor.days.last.map { Words.count($0, "dag", "dagar") } ?? "–"),
        ]
      })
  }

  /// The last answers: what was solved, and by whom.
  private static func answers(_ obstacles: [ObstacleCase]) -> HTML {
    let answered = obstacles.compactMap { one in one.state.answered.map { (one, $0) } }
      .sorted { ($0.1.day, $0.0.id) > ($1.1.day, $1.0.id) }
    guard !answered.isEmpty else { return tag("p", [.class("empty")], .text("Inget hinder är besvarat än.")) }
    let heading = tag("h2", .text("Senaste svaren"))
    return heading
      + MoneyPart.table(
        "Senaste svaren", ["Hinder", "Svarade", "Dag", "Svar", "Beslut"].map { MoneyPart.Column($0) },
        rows: answered.prefix(answerCountMax).map { one, answer in
          [
            MoneyPart.link("\(one.id). \(one.report.subject)", Addresses.obstacle.path(one.id)),
            .text(owner(one, answer)), .text(answer.day.text),
            .text((answer.isSolved ? "Löst: " : "Nej: ") + answer.verdict.words.firstWords(160)),
            .text(answer.verdict.decision?.paragraph ?? ""),
          ]
        })
  }

  /// The level that answered, and who owned the obstacle there.
  private static func owner(_ obstacle: ObstacleCase, _ answer: Obstacle.Answered) -> String {
    let owner = obstacle.steps.last { $0.event.charge != nil }?.event.charge?.owner ?? ""
    return owner.isEmpty || owner == answer.level.title ? answer.level.title : "\(answer.level.title) (\(owner))"
  }
}
