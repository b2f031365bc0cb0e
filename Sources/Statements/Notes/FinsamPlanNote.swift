public import Association
public import Ledger

/// The year's FINSAM plans: what each local group may use, what of that the board has granted to the plan's insatser, what
/// those have cost by the ledger, and what is left to grant. Nil where no plan is decided: a plan that is being written is
/// nobody's yet.
public func finsamPlanNote(_ books: Books, mapping: Mapping, association: Association, plans: [LocalPlan]) -> Table? {
  let decided = plans.filter { $0.year == books.year.number && $0.state.decided != nil }
  guard !decided.isEmpty else { return nil }
  let followUp = FollowUp(books, mapping: mapping, association: association)
  let year = PlanYear(association, year: books.year.number, plans: decided, drawn: followUp.drawnByInsats)
  var lines = year.plans.map { StatementSpec.Line(id: $0.groupID, title: $0.title) }
  if lines.count > 1 {
    lines.append(StatementSpec.Line(id: "summa", title: "Summa", role: .total, sumOf: lines.map { "+" + $0.id }))
  }
  let spec = StatementSpec(
    id: "finsamplaner", title: "FINSAM-planer \(year.year)", unit: .kronor, rowHeading: "Grupp", lines: lines)
  func column(_ figure: (PlanYear.Standing) -> Figure) -> [String: Figure] {
    spec.finished(Dictionary(year.plans.map { ($0.groupID, figure($0)) }) { first, _ in first })
  }
  let frames = column { plan in
    Figure(
      .amount(plan.frame),
      origin: .fact(
        title: "Ram för \(plan.title) \(year.year)",
        source: "FINSAM-planen, beslut \(plan.state.decided?.standing.decision.words ?? "")"))
  }
  let granted = column { plan in
    Figure(
      .amount(plan.granted),
      origin: .fact(title: "Beviljat till insatserna i planen för \(plan.title)", source: "Styrelsens beslut om ramar"))
  }
  let outcome = column { plan in
    guard !plan.lines.contains(where: \.isShared) else {
      return Figure(
        .amount(plan.drawn),
        origin: .fact(
          title: "Kostnaden för insatserna i planen för \(plan.title)",
          source: "Bokföringen; det som delas med en annan plan efter vad planerna avser"))
    }
    let ids = Set(plan.lines.map(\.insatsID)).subtracting([""])
    return books.figure(
      followUp.lines.filter { ids.contains($0.insatsID) }.flatMap(\.parts).flatMap(\.costs), .change, isTurned: false)
  }
  let columns: [(id: String, title: String, figures: [String: Figure])] = [
    ("frame", "Ram", frames), ("granted", "Beviljat", granted), ("outcome", "Använt", outcome),
    ("left", "Kvar av ramen", spec.difference(frames, granted, titles: ("Ram", "Beviljat"))),
  ]
  return spec.table(
    columns.map {
      StatementSpec.Column(
        heading: Table.Column(id: $0.id, title: $0.title, year: year.year), figures: $0.figures)
    })
}

extension Decision {
  /// `2025-11-19 § 45`.
  fileprivate var words: String { [date?.text ?? "", paragraph].filter { !$0.isEmpty }.joined(separator: " ") }
}
