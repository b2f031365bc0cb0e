import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// The local groups' FINSAM plans of a year beside what the board has set aside for them.
enum ListFinsamPlans {
  enum Name {
    static let amount = "belopp"
    static let day = "dag"
    static let paragraph = "paragraf"
  }

  static func show(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard asked.query.choice(ListFilter.Name.form) == "csv", (1990...2150).contains(year) else {
      return try await page(asked, year, faults: [])
    }
    let store = asked.store
    let plans = try await LongWork.run { try FinsamPlans.year(of: store, year) }
    return .file(
      FileAnswer(
        bytes: CSVPress.csv(of: csv(plans)), name: "finsamplaner-\(year).csv", mediaType: "text/csv; charset=utf-8"))
  }

  /// A row for each insats of each plan; the frame stands in the plan's own row.
  private static func csv(_ plans: PlanYear) -> [[String]] {
    var lines = [["Grupp", "Insats", "Läge", "Ram", "Planerat", "Beviljat", "Använt", "Kvar av ramen"]]
    for plan in plans.plans {
      let amounts: [Money] = [plan.frame, plan.planned, plan.granted, plan.drawn, plan.remaining]
      lines.append([plan.title, "", Words.name(of: plan.state.kind)] + amounts.map(CSVPress.decimal))
      for line in plan.lines {
        let parts: [Money] = [line.planned, line.granted, line.drawn]
        lines.append([plan.title, line.title, "", ""] + parts.map(CSVPress.decimal) + [""])
      }
    }
    return lines
  }

  /// What the board has set aside; the history has what stood before.
  static func save(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard (1990...2150).contains(year) else { return .notFound }
    var reading = FormReading(asked.form)
    let amount = reading.amount(Name.amount, "Beloppet")
    let day =
      asked.form.choice(Name.day).strippedOfBlanks.isEmpty
      ? nil : reading.date(Name.day, "Sammanträdesdagen", year: year - 1)
    let paragraph = reading.text(Name.paragraph, "Paragrafen", byteCountMax: 60)
    try DecisionChoice.check(&reading, asked, day, paragraph, at: Name.paragraph)
    guard let amount, !reading.hasFaults else { return try await page(asked, year, faults: reading.faults) }
    try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      association.localAllocations.removeAll { $0.year == year }
      let place = association.localAllocations.firstIndex { $0.year > year } ?? association.localAllocations.count
      association.localAllocations.insert(
        LocalAllocation(year: year, amount: amount, decision: Decision(date: day, paragraph: paragraph)), at: place)
      try writing.record(association)
    }
    return .see(Addresses.finsamPlans.path(year), notice: "Det som är avsatt för \(year) är sparat.")
  }

  private static func page(_ asked: Asked, _ year: Int, faults: [FieldFault]) async throws -> Answer {
    guard (1990...2150).contains(year) else { return .notFound }
    let store = asked.store
    let plans = try await LongWork.run { try FinsamPlans.year(of: store, year) }
    let association = try store.association()
    let years = Set(try store.fiscalYears().map(\.number))
    let told = years.union(association.localAllocations.map(\.year))
      .union(try store.finsamPlans().map(\.plan.year)).union([year, asked.today.year, asked.today.year + 1])
    let mayWrite = Access.bookkeepers.admits(asked.user)
    return .page(
      Page(
        title: "FINSAM-planer \(year)", section: .groups,
        trail: [Page.Link("Grupper", Addresses.groups.path())], isWide: true,
        main: .joined([
          FormPart.summary(of: faults),
          FollowUpPart.years(Array(told), year) { Addresses.finsamPlans.path($0) },
          plans.plans.isEmpty
            ? tag("p", [.class("empty")], .text("Ingen grupp har en plan för \(year)."))
            : sums(plans) + tools(year) + table(plans, years),
          mayWrite ? begin(plans, association, asked.today) : .empty,
          mayWrite ? form(asked, plans, faults) : .empty,
          tag(
            "p", [.class("hint")],
            MoneyPart.link("Handboken om FINSAM-planer", Addresses.handbookPage.path("finsamplaner.md"))),
        ])), status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  private static func tools(_ year: Int) -> HTML {
    tag(
      "p", [.class("toolbar list-tools")],
      tag(
        "a",
        [.class("button"), .href(.path(Addresses.finsamPlans.path(year, query: [(ListFilter.Name.form, "csv")])))],
        .text("Hämta som CSV")))
  }

  /// How the plans stand against what is set aside, and each that has been granted more than its frame.
  private static func sums(_ plans: PlanYear) -> HTML {
    tag("p", [.class(plans.over > .zero ? "warning" : "lead")], .text(Words.sentence(plans)))
      + .joined(plans.plans.compactMap(Words.overdraw).map { tag("p", [.class("warning")], .text($0)) })
  }

  private static func table(_ plans: PlanYear, _ years: Set<Int>) -> HTML {
    let columns =
      [MoneyPart.Column("Grupp"), MoneyPart.Column("Läge")]
      + ["Ram", "Planerat", "Beviljat", "Använt", "Kvar av ramen"].map { MoneyPart.Column($0, isNumber: true) }
    func amount(_ money: Money) -> HTML { MoneyPart.amount(money) }
    return MoneyPart.table(
      "FINSAM-planer \(plans.year)", columns,
      rows: plans.plans.flatMap { plan -> [[HTML]] in
        let own: [HTML] = [
          MoneyPart.link(plan.title, Addresses.finsamPlan.path(Pair(plans.year, plan.groupID))),
          FinsamPlanPart.badge(plan.state), amount(plan.frame), amount(plan.planned), amount(plan.granted),
          amount(plan.drawn), amount(plan.remaining),
        ]
        return [own]
          + plan.lines.map { line in
            let path = FinsamPlanPart.object(line.insatsID, plans.year, years)
            return [
              tag(
                "span", [.class("quiet")], .text("– "), path.map { MoneyPart.link(line.title, $0) } ?? .text(line.title)
              ),
              .empty, .empty, amount(line.planned), MoneyPart.amount(line.granted, path: path),
              MoneyPart.amount(line.drawn, path: path), .empty,
            ]
          }
      },
      sums: [
        .text("Summa"), .empty, amount(plans.frames), amount(plans.plans.map(\.planned).sum()), amount(plans.granted),
        amount(plans.drawn), amount(plans.plans.map(\.remaining).sum()),
      ])
  }

  /// The local groups that have no plan yet.
  private static func begin(_ plans: PlanYear, _ association: Association, _ today: CalendarDate) -> HTML {
    let groups = association.groups.filter { group in
      group.kind == .localGroup && (group.until?.year ?? plans.year) >= plans.year
        && !plans.plans.contains { $0.groupID == group.id }
    }
    guard !groups.isEmpty else { return .empty }
    return tag("h2", .text("Grupper utan plan"))
      + tag(
        "ul",
        each: groups.map {
          tag(
            "li",
            MoneyPart.link(
              "Skriv planen för \($0.title)", Addresses.finsamPlanChange.path(Pair(plans.year, $0.id))))
        })
  }

  private static func form(_ asked: Asked, _ plans: PlanYear, _ faults: [FieldFault]) -> HTML {
    let typed = asked.form
    let present = plans.allocation
    func value(_ name: String, _ stored: String) -> String { typed.has(name) ? typed.choice(name) : stored }
    return tag(
      "section", [.labelled(by: "avsatt")], tag("h2", [.id("avsatt")], .text("Avsatt till lokala grupper")),
      FormPart.form(
        to: Addresses.finsamPlansAllocation.path(plans.year), asked.visitor,
        each: [
          FormPart.field(
            FormPart.Field(
              name: Name.amount, label: "Belopp i kronor",
              value: value(Name.amount, present.map { AmountText.field($0.amount) } ?? ""),
              hint: "För alla grupper tillsammans, till exempel 12 700 000.", isRequired: true, inputMode: "decimal"),
            faults: faults),
          FormPart.field(
            FormPart.Field(
              name: Name.day, label: "Styrelsens sammanträdesdag",
              value: value(Name.day, present?.decision.date?.text ?? ""), hint: "Kan lämnas tom."), faults: faults),
          FormPart.field(
            FormPart.Field(
              name: Name.paragraph, label: "Paragraf", value: value(Name.paragraph, present?.decision.paragraph ?? ""),
              hint: "§ 60"), faults: faults), FormPart.button("Spara det som är avsatt"),
        ]))
  }
}
