import Association
import Desk
import Ledger
import Press
import Report
import Statements
import Store

extension Walk {
  /// The association in figures, each leading down to what it is made of.
  static func figures(_ walk: Walk) throws -> WalkPart? {
    let (association, year) = (walk.association, walk.year)
    let frames = association.frames.filter { $0.year == year }
    let economy = try EconomyNow.of(walk.asked, association: association, states: walk.states)
    var rows: [(String, HTML)] = [
      ("Medlemmar", link("\(association.members.count)", Addresses.members.path(year)))
    ]
    // The pages of a year are there once the book has it.
    if walk.book.years.contains(year) {
      rows += [
        (
          "Insatser med pengar \(year)",
          link("\(Set(frames.map(\.insatsID)).count)", Addresses.objects.path(year))
        ),
        ("Beviljat \(year)", link(Numerals.kronor(frames.map(\.granted).sum()), Addresses.followUp.path(year))),
      ]
    }
    if let budget = association.budget(for: year) {
      rows.append(("Budgetens resultat \(year)", link(Numerals.kronor(budget.result()), Addresses.budget.path(year))))
    }
    if let economy {
      let number = economy.year.number
      func figure(_ words: String, _ amount: Money, _ name: String) {
        rows.append((words, link(Numerals.kronor(amount), Addresses.figure.path(Pair(number, name)))))
      }
      figure("Årets resultat \(number)", economy.result, "arets-resultat")
      figure("Likvida medel", economy.cash, "likvida-medel")
      figure("Eget kapital", economy.equity, "eget-kapital")
      if let cap = economy.cap {
        figure("Rekommenderat tak", cap, "eget-kapital-tak")
        let distance = economy.isOver ? economy.equity - cap : cap - economy.equity
        rows.append(
          (
            economy.isOver ? "Över taket" : "Under taket",
            link(Numerals.kronor(distance), Addresses.forecast.path(number))
          )
        )
      }
    }
    rows.append(
      (
        "Räkenskapsår i boken",
        link(
          walk.states.isEmpty ? "inga än" : walk.states.map { "\($0.year.number)" }.joined(separator: ", "),
          Addresses.years.path())
      ))
    return WalkPart(
      id: "siffror", title: "\(association.name) i siffror",
      html: tag("dl", [.class("facts")], each: rows.map { tag("div", tag("dt", .text($0.0)), tag("dd", $0.1)) }))
  }

  /// What has its day within three months, whoever is to do it.
  static func coming(_ walk: Walk) -> WalkPart? {
    let coming = walk.things.filter { thing in
      guard let day = thing.day, !thing.isDone, !thing.isOfPerformer else { return false }
      return (0...daysAhead).contains(walk.today.days(until: day))
    }
    return WalkPart(
      id: "framover", title: "De närmaste tre månaderna",
      html: (coming.isEmpty
        ? nothing("Inget har sin dag inom tre månader.")
        : walk.table("Vad som ska göras de närmaste tre månaderna", coming))
        + tag("p", link("Hela årshjulet \(walk.today.year)", Addresses.wheel.path(walk.today.year))))
  }

  /// What is late, and what has waited long.
  static func late(_ walk: Walk) -> WalkPart? {
    let late = walk.things.filter { thing in
      guard !thing.isOfPerformer else { return false }
      if case .waiting(_, true) = thing.state(on: walk.today) { return true }
      return thing.isLate(on: walk.today)
    }
    return WalkPart(
      id: "forsenat", title: "Försenat, och det som väntat länge",
      html: late.isEmpty ? nothing("Inget är försenat.") : walk.table("Vad som är försenat", late))
  }

  private func table(_ caption: String, _ things: [DueThing]) -> HTML {
    MoneyPart.table(
      caption, ["Vad", "Dag", "Läge", "Vem", "Grund"].map { MoneyPart.Column($0) },
      rows: things.map { thing in
        [
          WheelList.link(thing, asked), .text(thing.day?.text ?? thing.since.map { "sedan \($0.text)" } ?? ""),
          DeadlineWords.badge(thing, on: today), .text(words(thing.doer)), .text(thing.detail.firstWords(120)),
        ]
      })
  }

  private func words(_ doer: DueThing.Doer) -> String {
    switch doer {
    case .office: "Kansliet"
    case .officeBut(let name): name.isEmpty ? "Kansliet" : "Kansliet, inte \(name)"
    case .approvers: "Förbundschef eller styrelse"
    case .performer: "Utföraren"
    case .user(let id): names[id] ?? "En användare"
    case .answerers(let name): "Alla utom \(name)"
    case .asker(let name): name
    case .lift(let level): level.title
    }
  }

  /// The users' names by key; none where the book cannot say them, and then the page itself says so.
  private var names: [Int64: String] {
    Dictionary(((try? asked.office.store.users()) ?? []).map { ($0.id.rawValue, $0.name) }) { first, _ in first }
  }

  /// What the board has decided lately, with the page that shows what it is used for.
  static func decided(_ walk: Walk) throws -> WalkPart? {
    let record = try walk.asked.store.boardRecord()
    let used = DecisionPlace.all(walk.association).filter { $0.decision.date != nil }
    // A decision that something points to stands by what it is of; the board's others by what they were about.
    let others = record.decisions.filter { _, decision in
      !used.contains { record.decision(for: $0.decision) == decision }
    }
    let places =
      (used
      + others.map { meeting, decision in
        DecisionPlace(
          decision: decision.decision, title: meeting.plan.agenda[decision.said.item - 1].title,
          path: BoardDesk.path(decision))
      })
      .enumerated().sorted { left, right in
        let (l, r) = (left.element.decision.date, right.element.decision.date)
        return l == r ? left.offset < right.offset : (r ?? walk.today) < (l ?? walk.today)
      }.map(\.element)
    guard !places.isEmpty else {
      return WalkPart(id: "beslut", title: "Beslutat på sistone", html: nothing("Boken har inga beslut än."))
    }
    let rows = places.prefix(decisionCountMax).map { place -> [HTML] in
      [
        place.year.map { walk.book.years.contains($0) } ?? true
          ? link(place.title, place.path)
          : record.decision(for: place.decision).map { link(place.title, BoardDesk.path($0)) } ?? .text(place.title),
        .text(place.decision.date?.text ?? ""), .text(place.decision.paragraph),
      ]
    }
    return WalkPart(
      id: "beslut", title: "Beslutat på sistone",
      html: MoneyPart.table(
        "Vad styrelsen har beslutat, det senaste först", ["Vad", "Dag", "Paragraf"].map { MoneyPart.Column($0) },
        rows: Array(rows))
        + (places.count > decisionCountMax
          ? nothing("Och \(places.count - decisionCountMax) äldre. Sök på § och nummer, eller på dagen, med Ctrl+K.")
          : .empty))
  }
}

extension DueThing {
  /// Whether it is a performer's own task.
  var isOfPerformer: Bool { if case .performer = doer { true } else { false } }
}
