import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// A local group's FINSAM plan for a year: how it stands against its frame, its insatser with their money, what it is to
/// reach and what came of it, and every version.
struct ShowFinsamPlan {
  let asked: Asked
  let place: Pair<Int, String>
  let group: Group
  let plan: RecordedPlan
  let standing: PlanYear.Standing
  let year: PlanYear
  let association: Association
  let grants: [GrantCase]
  let years: Set<Int>
  let faults: [FieldFault]

  private var state: FinsamPlan.State { plan.plan.state }
  private var mayWrite: Bool { Access.bookkeepers.admits(asked.user) }

  static func show(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    try await page(asked, place, faults: [])
  }

  static func page(_ asked: Asked, _ place: Pair<Int, String>, faults: [FieldFault]) async throws -> Answer {
    guard let (group, plan, association) = try FinsamPlanPart.find(asked, place) else { return .notFound }
    let store = asked.store
    let title = "FINSAM-plan \(place.first) för \(group.title)"
    let year = try await LongWork.run { try FinsamPlans.year(of: store, place.first) }
    guard let plan, let standing = year.plans.first(where: { $0.groupID == group.id }) else {
      let isLocal = group.kind == .localGroup
      return .page(
        Page(
          title: title, section: .groups, trail: FinsamPlanPart.trail(place, group),
          main: tag(
            "p", [.class("empty")],
            .text(
              isLocal
                ? "Gruppen har ingen plan för \(place.first). "
                : "En FINSAM-plan är en lokal samverkansgrupps, och \(group.title) är ingen sådan."),
            isLocal && Access.bookkeepers.admits(asked.user)
              ? MoneyPart.link("Skriv planen", Addresses.finsamPlanChange.path(place)) : .empty)))
    }
    let page = ShowFinsamPlan(
      asked: asked, place: place, group: group, plan: plan, standing: standing, year: year, association: association,
      grants: try store.grantCases(), years: Set(try store.fiscalYears().map(\.number)), faults: faults)
    return .page(
      Page(
        title: title, section: .groups, trail: FinsamPlanPart.trail(place, group), isWide: true, main: page.html()),
      status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  private func html() -> HTML {
    let content = state.content
    return .joined([
      FormPart.summary(of: faults),
      MoneyPart.facts([
        ("Läge", FinsamPlanPart.badge(state)),
        ("Beslut", .text(state.decided.map { MemberWords.decision($0.standing.decision) } ?? "")),
        ("Grupp", MoneyPart.link(group.title, Addresses.group.path(group.id))),
        ("Ram", .text(Numerals.kronor(standing.frame))), ("Planerat", .text(Numerals.kronor(standing.planned))),
        ("Beviljat", .text(Numerals.kronor(standing.granted))), ("Använt", .text(Numerals.kronor(standing.drawn))),
        ("Kvar av ramen", .text(Numerals.kronor(standing.remaining))),
      ]), warnings(),
      tag("h2", .text("Insatser")), insatser(),
      content.goals.isEmpty
        ? .empty
        : tag("h2", .text("Mål och uppföljning")) + GroupPart.notes(content.goals, title: "Mål och uppföljning"),
      outcome(), changing(), mayWrite ? next() : .empty, versions(), timeLine(),
    ])
  }

  private func warnings() -> HTML {
    var words: [String] = []
    if let overdraw = Words.overdraw(standing) { words.append(overdraw) }
    if standing.planned > standing.frame {
      words.append(
        "Insatserna tar \(Numerals.kronor(standing.planned - standing.frame)) mer än ramen. Planen kan inte beslutas så."
      )
    }
    if year.over > .zero { words.append(Words.sentence(year)) }
    return .joined(words.map { tag("p", [.class("warning")], .text($0)) })
  }

  // The insatser.

  private func insatser() -> HTML {
    guard !standing.lines.isEmpty else {
      return tag("p", [.class("empty")], .text("Planen har inga insatser än."))
    }
    let mayLink = mayWrite && state.kind == .decided && standing.lines.contains { $0.insatsID.isEmpty }
    let columns =
      [MoneyPart.Column("Insats")]
      + ["Planerat", "Beviljat", "Använt"].map { MoneyPart.Column($0, isNumber: true) }
      + [MoneyPart.Column("Beslut om medel")] + (mayLink ? [MoneyPart.Column("")] : [])
    return MoneyPart.table(
      "Insatser i planen", columns,
      rows: standing.lines.enumerated().map { index, line in
        let path = FinsamPlanPart.object(line.insatsID, place.first, years)
        let name = path.map { MoneyPart.link(line.title, $0) } ?? .text(line.title)
        return [
          line.isShared ? name + tag("span", [.class("quiet")], .text(" (delas med en annan plan)")) : name,
          MoneyPart.amount(line.planned), MoneyPart.amount(line.granted, path: path),
          MoneyPart.amount(line.drawn, path: path), decisions(line.insatsID),
        ] + (mayLink ? [line.insatsID.isEmpty ? link(index, line.title) : .empty] : [])
      },
      sums: [
        .text("Summa"), MoneyPart.amount(standing.planned), MoneyPart.amount(standing.granted),
        MoneyPart.amount(standing.drawn), .empty,
      ] + (mayLink ? [.empty] : []))
      + (standing.lines.contains(where: \.isShared)
        ? tag(
          "p", [.class("hint")],
          .text("Det som är beviljat och använt av en insats i flera planer delas mellan dem efter vad de planerar."))
        : .empty)
  }

  /// The board's decisions on the insats's frames, leading to its case where there is one.
  private func decisions(_ insatsID: String) -> HTML {
    guard !insatsID.isEmpty else { return .text("ingen insats än") }
    let frames = association.frames.filter { $0.insatsID == insatsID && $0.year == place.first }
    guard !frames.isEmpty else { return .text("inga medel beviljade") }
    var words: [String] = []
    for decision in frames.map({ MemberWords.decision($0.decision) }) where !words.contains(decision) {
      words.append(decision)
    }
    let text = words.filter { !$0.isEmpty }.joined(separator: ", ")
    let shown = text.isEmpty ? "beviljat" : text
    return GrantCase.current(of: insatsID, among: grants).map {
      MoneyPart.link(shown, Addresses.application.path($0.id.rawValue))
    } ?? .text(shown)
  }

  private func link(_ index: Int, _ title: String) -> HTML {
    let taken = Set(standing.lines.map(\.insatsID))
    return FormPart.form(
      to: Addresses.finsamPlanLink.path(place), asked.visitor,
      each: [
        FormPart.hidden(StepFinsamPlan.Name.place, "\(index)"),
        FormPart.select(
          "\(StepFinsamPlan.Name.insats)-\(index)", "Koppla \(title) till",
          options: [("", "Välj insats")]
            + association.insatser.filter { !taken.contains($0.id) }.map { ($0.id, $0.name) },
          chosen: asked.form.choice("\(StepFinsamPlan.Name.insats)-\(index)"), faults: faults),
        FormPart.button("Koppla", kind: "secondary"),
      ])
  }

  // What follows.

  private func outcome() -> HTML {
    guard let outcome = state.decided?.outcome else { return .empty }
    return tag("h2", .text("Vad som blev av planen"))
      + tag("p", [.class("quiet")], .text("Skrivet \(outcome.day.text)"))
      + GroupPart.notes(outcome.text, title: "Vad som blev av planen")
  }

  /// The version that is being written, where one is.
  private func changing() -> HTML {
    guard case .changing(let changing) = state else { return .empty }
    let rows = changing.content.items.map { item in
      [
        HTML.text(association.insatser.first { $0.id == item.insatsID }?.name ?? item.title),
        MoneyPart.amount(item.amount),
      ]
    }
    return tag(
      "section", [.labelled(by: "andring")], tag("h2", [.id("andring")], .text("Ändring som inte är beslutad")),
      tag("p", .text("Skäl: \(changing.reason)")),
      tag("p", .text("Ram: \(Numerals.kronor(changing.content.frame)).")),
      MoneyPart.table(
        "Insatser enligt ändringen", [MoneyPart.Column("Insats"), MoneyPart.Column("Planerat", isNumber: true)],
        rows: rows, sums: [.text("Summa"), MoneyPart.amount(changing.content.planned)]),
      changing.content.goals == state.content.goals
        ? .empty : GroupPart.notes(changing.content.goals, title: "Ändring som inte är beslutad", level: 3))
  }

  private func next() -> HTML {
    let change = tag(
      "p", [.class("toolbar")],
      tag(
        "a", [.class("button"), .href(.path(Addresses.finsamPlanChange.path(place)))],
        .text(state.kind == .changing ? "Fortsätt på ändringen" : "Ändra planen")))
    switch state {
    case .draft: return change + decide()
    case .changing:
      return change + decide()
        + FormPart.form(
          to: Addresses.finsamPlanDrop.path(place), asked.visitor,
          each: [FormPart.button("Kassera ändringen", kind: "secondary")])
    case .decided(let decided):
      let typed = asked.form.has(StepFinsamPlan.Name.outcome)
      return change
        + tag(
          "section", [.labelled(by: "folj-upp")], tag("h2", [.id("folj-upp")], .text("Följ upp planen")),
          FormPart.form(
            to: Addresses.finsamPlanOutcome.path(place), asked.visitor,
            each: [
              FormPart.area(
                StepFinsamPlan.Name.outcome, "Vad som blev av planen",
                value: typed ? asked.form.choice(StepFinsamPlan.Name.outcome) : decided.outcome?.text ?? "",
                hint: "Inga uppgifter om deltagare.", rows: 6, faults: faults),
              FormPart.button("Spara uppföljningen"),
            ]))
    }
  }

  private func decide() -> HTML {
    tag(
      "section", [.labelled(by: "besluta")], tag("h2", [.id("besluta")], .text("För in beslutet")),
      tag("p", [.class("hint")], .text("Sedan är planen låst, och en ändring blir en ny version.")),
      FormPart.form(
        to: Addresses.finsamPlanDecision.path(place), asked.visitor,
        each: [
          FormPart.field(
            FormPart.Field(
              name: StepFinsamPlan.Name.day, label: "Sammanträdesdag",
              value: asked.form.choice(StepFinsamPlan.Name.day), hint: "2025-11-19", isRequired: true), faults: faults),
          FormPart.field(
            FormPart.Field(
              name: StepFinsamPlan.Name.paragraph, label: "Paragraf",
              value: asked.form.choice(StepFinsamPlan.Name.paragraph), hint: "§ 45", isRequired: true), faults: faults),
          FormPart.button("För in beslutet"),
        ]))
  }

  // What was.

  private func versions() -> HTML {
    let versions = state.decided?.versions ?? []
    guard versions.count > 1 else { return .empty }
    return tag("h2", .text("Versioner"))
      + MoneyPart.table(
        "Planens versioner",
        [
          MoneyPart.Column("Version"), MoneyPart.Column("Beslut"), MoneyPart.Column("Ram", isNumber: true),
          MoneyPart.Column("Planerat", isNumber: true), MoneyPart.Column("Varför"),
        ],
        rows: versions.enumerated().reversed().map { index, version in
          [
            .text("\(index + 1)"), .text(MemberWords.decision(version.decision)),
            MoneyPart.amount(version.content.frame), MoneyPart.amount(version.content.planned), .text(version.reason),
          ]
        })
  }

  private func timeLine() -> HTML {
    let isInsider = Access.insiders.admits(asked.user)
    let items = plan.steps.enumerated().map { index, step in
      let words = sentence(step.event, isFirst: index == 0)
      return tag(
        "li",
        isInsider ? MoneyPart.link(words, Addresses.historyLine.path(step.sequence)) : .text(words),
        tag("span", [.class("quiet")], .text("\(SwedishTime.text(step.at)), \(step.by)")))
    }
    return tag("section", tag("h2", .text("Vad som har hänt")), tag("ol", [.class("happened")], each: items))
  }

  private func sentence(_ event: FinsamPlan.Event, isFirst: Bool) -> String {
    switch event {
    case .saved(let content, let reason):
      (isFirst ? "Planen skriven" : reason.isEmpty ? "Utkastet ändrat" : "Ändring skriven")
        + ": ram \(Numerals.kronor(content.frame))" + (reason.isEmpty ? "" : ". \(reason)")
    case .decided(let decision): "Beslutad \(MemberWords.decision(decision))"
    case .dropped: "Ändringen kasserad"
    case .linked(_, let id): "Kopplad till \(association.insatser.first { $0.id == id }?.name ?? id)"
    case .followedUp(_, let day): "Uppföljd \(day.text)"
    }
  }
}
