import Association
import Ledger
import Press
import Report
import Statements

/// The lines of a proposal as they are typed, group by group, with the sums of three years: a table of fields that works
/// as it stands, and reckons while one types with `budget.js`.
struct BudgetGridPart {
  let desk: BudgetDesk
  let form: BudgetForm
  let plan: [BudgetPlan]
  let beside: YearForecast?

  private var years: [Int] { (0..<Budget.yearCount).map { desk.year + $0 } }
  /// The budget whose lines are shown beside: last year's, or for a revised one the one that it revises.
  private var before: Budget? { desk.standing ?? desk.lastYears }
  private var hasActivities: Bool { !desk.activities.isEmpty }
  /// Columns before the amounts: title, member, insats, and activity where there are any.
  private var leadCount: Int { hasActivities ? 4 : 3 }
  private var tailCount: Int { 1 + (before == nil ? 0 : 1) + (beside == nil ? 0 : 1) }

  func html() -> HTML {
    let settings = desk.association.settings
    var bodies: [HTML] = []
    var number = 0
    for group in Budget.Line.Group.inOrder {
      let rows = form.rows.filter { $0.group == group }.map { row in
        number += 1
        return self.row(row, number)
      }
      bodies.append(body(group, rows))
    }
    return tag(
      "div", [.class("scroll"), .role("region"), .label("Budgetens rader"), .tabIndex(0)],
      tag(
        "table",
        [
          .class("list budget"), .id("budget"), .other("data-amounts", Asset.path("grid.js")),
          .other("data-base", settings.capBase == .income ? "income" : "contributions"),
          .other("data-step", "\(settings.capStep.ore)"), .other("data-low", "\(settings.capLowPermille)"),
          .other("data-high", "\(settings.capHighPermille)"),
        ],
        tag("caption", [.class("unseen")], .text("Budgetens rader, kronor. Intäkter och kostnader skrivs utan minus.")),
        head(), .joined(bodies), foot()))
  }

  private func head() -> HTML {
    var headings: [(String, Bool)] = [("Rad", false), ("Medlem", false), ("Insats", false)]
    if hasActivities { headings.append(("Verksamhet", false)) }
    headings += years.enumerated().map { ($0.offset == 0 ? "Budget \($0.element)" : "Plan \($0.element)", true) }
    if let before { headings.append((before.year == desk.year ? "Gäller nu" : "Budget \(before.year)", true)) }
    if let beside { headings.append(("Prognos \(beside.year.number)", true)) }
    return tag(
      "thead",
      tag(
        "tr",
        each: headings.map { tag("th", [.scope(.column), .class($0.1 ? "number" : "")], .text($0.0)) }
          + [tag("td", .empty)]))
  }

  private func body(_ group: Budget.Line.Group, _ rows: [HTML]) -> HTML {
    let sums = years.indices.map { offset in
      output("summa-\(group.sumID)-\(offset + 1)", offset < plan.count ? plan[offset].sums[group] ?? .zero : .zero)
    }
    return tag(
      "tbody", [.other("data-group", group.sumID)],
      each: [
        tag(
          "tr", [.class("heading")],
          tag(
            "th", [.scope(.rowGroup), .columns(leadCount + years.count + tailCount)],
            .text(group.title)))
      ] + rows + [
        tag(
          "tr", [.class("subtotal")],
          each: [
            tag(
              "th", [.scope(.row), .columns(leadCount)], .text("Summa \(group.title.lowercased()) "),
              tag(
                "button",
                [
                  .class("plain"), .other("type", "submit"), .other("name", BudgetForm.Name.act),
                  .other("value", "lagg-till \(group.rawValue)"),
                  .label("Lägg till en rad i \(group.title.lowercased())"),
                ], .text("Lägg till rad")))
          ] + sums + tail())
      ])
  }

  private func tail() -> [HTML] { [tag("td", [.columns(tailCount)])] }

  private func row(_ row: BudgetForm.Row, _ number: Int) -> HTML {
    let focus: [Attribute] = form.focus == number ? [.other("autofocus", "")] : []
    var cells = [
      tag(
        "td", FormPart.hidden(BudgetForm.Name.id, row.id), FormPart.hidden(BudgetForm.Name.group, row.group.rawValue),
        input(BudgetForm.Name.title, "Rubrik", row.title, number, focus + [.class("title")])),
      tag(
        "td",
        select(
          BudgetForm.Name.member, "Medlem", desk.association.members.map { ($0.id, $0.name) }, row.memberID, number)),
      tag(
        "td",
        row.group == .contributions
          ? FormPart.hidden(BudgetForm.Name.insats, row.insatsID)
          : select(
            BudgetForm.Name.insats, "Insats", desk.association.insatser.map { ($0.id, $0.name) }, row.insatsID, number)),
    ]
    if hasActivities {
      cells.append(
        tag(
          "td",
          select(
            BudgetForm.Name.activity, "Verksamhet", desk.activities.map { ($0.id, $0.title) }, row.activityID, number)))
    }
    for (offset, year) in years.enumerated() {
      cells.append(
        tag(
          "td", [.class("number")],
          input(
            BudgetForm.Name.amount(offset), "\(year)", row.amounts[offset], number,
            [.class("amount"), .other("inputmode", "decimal")])))
    }
    if before != nil { cells.append(known(row, of: before)) }
    if beside != nil { cells.append(forecast(row)) }
    cells.append(
      tag(
        "td",
        tag(
          "button",
          [
            .class("plain"), .other("type", "submit"), .other("name", BudgetForm.Name.act),
            .other("value", "ta-bort \(number)"),
            .label("Ta bort rad \(number)\(row.title.isEmpty ? "" : ", \(row.title)")"),
          ], .text("Ta bort"))))
    return tag("tr", [.other("data-line", "")], each: cells)
  }

  private func input(
    _ name: String, _ label: String, _ value: String, _ number: Int, _ others: [Attribute]
  ) -> HTML {
    let id = "\(name)-\(number)"
    let fault = form.faults.first { $0.field == id }
    return voidTag(
      "input",
      [
        .id(id), .other("name", name), .other("type", "text"), .other("value", value), .other("autocomplete", "off"),
        .label("\(label), rad \(number)"),
      ] + others
        + (fault == nil ? [] : [.other("aria-invalid", "true"), .other("aria-describedby", id + "-fel")]))
      + (fault.map { tag("p", [.class("fault"), .id(id + "-fel")], .text($0.atField)) } ?? .empty)
  }

  private func select(
    _ name: String, _ label: String, _ options: [(id: String, name: String)], _ chosen: String, _ number: Int
  ) -> HTML {
    let all = [(id: "", name: "–")] + options
    return tag(
      "select", [.id("\(name)-\(number)"), .other("name", name), .label("\(label), rad \(number)")],
      each: all.map { option in
        tag(
          "option", [.other("value", option.id)] + (option.id == chosen ? [.other("selected", "")] : []),
          .text(option.name))
      })
  }

  private func known(_ row: BudgetForm.Row, of budget: Budget?) -> HTML {
    guard let budget, let amount = budget.lines.first(where: { $0.id == row.id })?.amounts.first else {
      return tag("td", [.class("number quiet")])
    }
    let words = Numerals.whole(amount.rounded(toUnitsOf: 100))
    return tag(
      "td", [.class("number quiet")], tag("a", [.href(.path(Addresses.budget.path(budget.year)))], .text(words)))
  }

  /// What the insats of a line is going to cost, of that receiver where the forecast tells them apart.
  private func forecast(_ row: BudgetForm.Row) -> HTML {
    guard let beside, !row.insatsID.isEmpty else { return tag("td", [.class("number quiet")]) }
    let frames = beside.frames.filter { $0.insatsID == row.insatsID }
    let own = frames.filter { $0.receiverID == row.memberID }
    let chosen = own.isEmpty ? frames : own
    guard !chosen.isEmpty else { return tag("td", [.class("number quiet")]) }
    let path = ListLink.object(
      beside.year.number, ObjectReference(dimension: .insats, object: row.insatsID))
    return tag(
      "td", [.class("number quiet")],
      tag("a", [.href(.path(path))], .text(Numerals.whole(chosen.map(\.forecast).sum().rounded(toUnitsOf: 100)))))
  }

  private func output(_ id: String, _ amount: Money?) -> HTML {
    tag(
      "td", [.class("number")],
      tag("output", [.id(id)], .text(amount.map { Numerals.whole($0.rounded(toUnitsOf: 100)) } ?? "")))
  }

  private func foot() -> HTML {
    func line(_ title: String, _ id: String, _ role: StaticString, _ value: (BudgetPlan) -> Money?) -> HTML {
      tag(
        "tr", [.class(role)],
        each: [tag("th", [.scope(.row), .columns(leadCount)], .text(title))]
          + years.indices.map { offset in output("\(id)-\(offset + 1)", offset < plan.count ? value(plan[offset]) : nil)
          }
          + tail())
    }
    return tag(
      "tfoot", line("Summa kostnader", "kostnader", "subtotal") { -$0.costs },
      line("Årets resultat", "resultat", "total") { $0.result }, opening(),
      line("Utgående eget kapital enligt raderna", "enligt", "") { $0.reckonedClosing }, closing(),
      line("Rekommenderat tak", "tak", "") { $0.cap },
      line("Utrymme under taket (minus: över)", "utrymme", "") { plan in plan.cap.map { $0 - plan.closing } })
  }

  private func opening() -> HTML {
    let fault = form.faults.first { $0.field == BudgetForm.Name.opening }
    let field =
      voidTag(
        "input",
        [
          .id(BudgetForm.Name.opening), .other("name", BudgetForm.Name.opening), .other("type", "text"),
          .class("amount"), .other("inputmode", "decimal"), .other("autocomplete", "off"),
          .other("value", form.opening),
          .label("Ingående eget kapital \(desk.year)"),
        ] + (fault == nil ? [] : [.other("aria-invalid", "true"), .other("aria-describedby", "ingaende-fel")]))
      + (fault.map { tag("p", [.class("fault"), .id("ingaende-fel")], .text($0.atField)) } ?? .empty)
    return tag(
      "tr",
      each: [
        tag("th", [.scope(.row), .columns(leadCount)], .text("Ingående eget kapital")),
        tag("td", [.class("number")], field),
      ]
        + years.indices.dropFirst().map { offset in
          output("ingaende-\(offset + 1)", offset < plan.count ? plan[offset].opening : nil)
        } + tail())
  }

  /// What the board states instead, where it does.
  private func closing() -> HTML {
    tag(
      "tr",
      each: [
        tag(
          "th", [.scope(.row), .columns(leadCount)], .text("Annat utgående eget kapital"),
          tag("span", [.class("hint")], .text(" Bara om styrelsen anger ett annat än raderna ger.")))
      ]
        + years.enumerated().map { offset, year in
          let name = BudgetForm.Name.closing(offset)
          let fault = form.faults.first { $0.field == name }
          return tag(
            "td", [.class("number")],
            voidTag(
              "input",
              [
                .id(name), .other("name", name), .other("type", "text"), .class("amount"),
                .other("inputmode", "decimal"),
                .other("autocomplete", "off"), .other("value", form.closings[offset]),
                .label("Annat utgående eget kapital \(year)"),
              ] + (fault == nil ? [] : [.other("aria-invalid", "true")])),
            fault.map { tag("p", [.class("fault")], .text($0.atField)) } ?? .empty)
        } + tail())
  }
}
