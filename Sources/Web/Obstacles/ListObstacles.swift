import Association
import Desk
import Ledger
import Press
import Report
import Store

/// The obstacles, by level, state and words; a performer sees their own insatser's. Those joined with another stand with
/// the one that is kept.
enum ListObstacles {
  enum Name {
    static let level = "niva"
    static let state = "lage"
    static let text = "ord"
  }

  /// What is shown of them.
  enum State: String, CaseIterable {
    case waiting = "vantar"
    case late = "forsenade"
    case answered = "besvarade"
    case all = "alla"

    var words: String {
      switch self {
      case .waiting: "Väntar på svar"
      case .late: "Försenade"
      case .answered: "Besvarade"
      case .all: "Alla"
      }
    }

    func holds(_ obstacle: ObstacleCase, on today: CalendarDate) -> Bool {
      switch self {
      case .waiting: obstacle.state.waiting != nil
      case .late: obstacle.isLate(on: today)
      case .answered: obstacle.state.answered != nil
      case .all: true
      }
    }
  }

  /// So many rows are shown; who looks for more searches.
  static let rowCountMax = 200

  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let level = Int(typed: asked.query.choice(Name.level), in: 0...4).flatMap { Obstacle.Level(rawValue: $0) }
    let state = State(rawValue: asked.query.choice(Name.state)) ?? .waiting
    let text = String(asked.query.choice(Name.text).prefix(200)).strippedOfBlanks
    let all = try asked.store.obstacles()
    var obstacles = all.filter {
      ObstacleView.isOpen($0, to: asked) && state.holds($0, on: asked.today)
        && (level == nil || $0.state.level == level)
    }
    if asked.user.role != .performer { obstacles.removeAll { $0.keptID != nil } }
    if !text.isEmpty {
      let found = Set(try roots(of: asked.store.obstacleIDs(searching: text), among: all))
      obstacles.removeAll { !found.contains($0.id) }
    }
    // What is due first stands first; what is answered, the latest first.
    let sorted = obstacles.sorted { left, right in
      switch (left.state.waiting, right.state.waiting) {
      case (let left?, let right?): left.charge.due < right.charge.due
      case (nil, nil): left.id > right.id
      case (let waiting, _): waiting != nil
      }
    }
    return .page(
      Page(
        title: "Hinder", section: .obstacles,
        print: Page.PrintHead(period: state.words, unit: "Hinder"), isWide: true,
        main: .joined([
          tag(
            "p", [.class("lead")],
            .text(
              "Ett hinder är något i regler, system eller samarbete som insatserna inte själva kan lösa. Det åker uppåt i hissen tills någon svarar, och svaret åker ner till dem som rapporterade."
            )),
          tools(asked), filter(level, state, text),
          sorted.isEmpty
            ? tag(
              "p", [.class("empty")], .text(all.isEmpty ? "Inget hinder är rapporterat än." : "Inga hinder i urvalet."))
            : table(Array(sorted.prefix(rowCountMax)), asked, try asked.store.association()),
          sorted.count > rowCountMax
            ? tag("p", [.class("quiet")], .text("\(rowCountMax) av \(sorted.count) visas. Sök för att hitta de andra."))
            : .empty,
          tag(
            "p", [.class("hint")], .text("Läs mer i "),
            MoneyPart.link("handboken om hissen", Addresses.handbookPage.path("hissen.md")), .text(".")),
        ])))
  }

  private static func roots(of ids: [Int64], among all: [ObstacleCase]) -> [Int64] {
    let kept = all.reduce(into: [Int64: Int64]()) { kept, one in
      if let root = one.keptID { kept[one.id] = root }
    }
    return ids.flatMap { id in
      var way = [id]
      while let last = way.last, let next = kept[last] { way.append(next) }
      return way
    }
  }

  private static func tools(_ asked: Asked) -> HTML {
    tag(
      "p", [.class("toolbar")],
      Access.reporters.admits(asked.user)
        ? tag(
          "a", [.class("button primary"), .href(.path(Addresses.newObstacle.path()))], .text("Rapportera ett hinder"))
        : .empty,
      Access.readers.admits(asked.user) ? MoneyPart.link("Hissen nu", Addresses.lift.path()) : .empty,
      Access.bookkeepers.admits(asked.user)
        ? MoneyPart.link("Rapportlänkar", Addresses.obstacleChannels.path()) : .empty)
  }

  private static func filter(_ level: Obstacle.Level?, _ state: State, _ text: String) -> HTML {
    tag(
      "form",
      [
        .class("filter list-filter"), .other("method", "get"), .other("action", Addresses.obstacles.path()),
        .label("Urval"),
      ],
      FormPart.select(
        Name.state, "Läge", options: State.allCases.map { ($0.rawValue, $0.words) }, chosen: state.rawValue),
      FormPart.select(
        Name.level, "Nivå",
        options: [("", "Alla nivåer")] + Obstacle.Level.allCases.map { ("\($0.rawValue)", $0.title) },
        chosen: level.map { "\($0.rawValue)" } ?? ""),
      FormPart.field(FormPart.Field(name: Name.text, label: "Ord", value: text, type: "search")),
      tag("div", [.class("field act")], FormPart.button("Visa")))
  }

  private static func table(_ obstacles: [ObstacleCase], _ asked: Asked, _ association: Association) -> HTML {
    MoneyPart.table(
      "Hinder",
      [
        MoneyPart.Column("Hinder"), MoneyPart.Column("Nivå"), MoneyPart.Column("Ägare"),
        MoneyPart.Column("Svar senast"), MoneyPart.Column("Rapporter", isNumber: true), MoneyPart.Column("Från"),
        MoneyPart.Column("Läge"),
      ],
      rows: obstacles.map { one in
        [
          MoneyPart.link("\(one.id). \(one.report.subject)", Addresses.obstacle.path(one.id)),
          .text(one.state.level.title), .text(one.state.waiting?.charge.owner ?? ""),
          .text(one.state.waiting?.charge.due.text ?? ""), .text("\(one.reportCount)"),
          .text(LiftPart.words(one.report.origin, association)), LiftPart.badge(one, on: asked.today),
        ]
      })
  }
}
