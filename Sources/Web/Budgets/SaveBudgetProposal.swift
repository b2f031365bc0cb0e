import Association
import Ledger
import Statements
import Store

/// Saves a proposal as it is typed; or adds a line to it, takes one away, or reckons it anew, and keeps nothing.
enum SaveBudgetProposal {
  static func save(_ asked: Asked, _ place: Pair<Int, Int64>) async throws -> Answer {
    guard let desk = try BudgetDesk(asked, place.first),
      let recorded = ShowBudgetProposal.find(desk, place.second)
    else { return .notFound }
    var (form, content) = BudgetForm.read(asked.form, desk)
    let act = asked.form.choice(BudgetForm.Name.act).split(separator: " ", maxSplits: 1).map { String($0) }
    switch act.first {
    case "lagg-till":
      guard let group = Budget.Line.Group(rawValue: act.count > 1 ? act[1] : "") else { break }
      form.faults = []
      form.rows.append(BudgetForm.Row(group: group))
      form.rows = BudgetForm.inOrder(form.rows)
      form.focus = (form.rows.lastIndex { $0.group == group } ?? 0) + 1
      return try await ShowBudgetProposal.page(desk, recorded, form: form)
    case "ta-bort":
      guard let number = Int(typed: act.count > 1 ? act[1] : "", in: 1...Budget.lineCountMax), number <= form.rows.count
      else { break }
      var rows = form.rows
      rows.remove(at: number - 1)
      form = form.with(rows: rows, desk)
      form.focus = min(number, form.rows.count)
      return try await ShowBudgetProposal.page(desk, recorded, form: form)
    case "rakna":
      return try await ShowBudgetProposal.page(desk, recorded, form: form)
    default: break
    }
    guard let content else { return try await ShowBudgetProposal.page(desk, recorded, form: form) }
    let base = form.revision
    do {
      try asked.store.together(by: asked.actor, at: asked.now) { writing in
        let present = try writing.budget(recorded.id)?.proposal.revision ?? 0
        guard present == base else { throw BudgetProposal.Refusal.savedMeanwhile(revision: present) }
        try writing.take(.saved(content), with: recorded.id)
      }
    } catch {
      guard let words = BudgetRefusal.words(error) else { throw error }
      // The form keeps what was typed over what now stands: saving it anew is a choice.
      form.revision = try asked.store.budget(recorded.id)?.version.proposal.revision ?? base
      form.faults = [FieldFault(field: "", message: words)]
      return try await ShowBudgetProposal.page(desk, recorded, form: form)
    }
    return .see(Addresses.budgetProposal.path(place), notice: "Förslaget är sparat.")
  }
}

extension BudgetForm {
  /// The form with other rows, reckoned anew.
  fileprivate func with(rows: [Row], _ desk: BudgetDesk) -> BudgetForm {
    var pairs: [(name: String, value: String)] = [
      (Name.revision, "\(revision)"), (Name.opening, opening),
    ]
    for (offset, closing) in closings.enumerated() { pairs.append((Name.closing(offset), closing)) }
    for row in rows {
      pairs += [
        (Name.id, row.id), (Name.group, row.group.rawValue), (Name.title, row.title), (Name.member, row.memberID),
        (Name.insats, row.insatsID), (Name.activity, row.activityID),
      ]
      for (offset, amount) in row.amounts.enumerated() { pairs.append((Name.amount(offset), amount)) }
    }
    var form = BudgetForm.read(Form(fields: pairs), desk).form
    form.faults = []
    return form
  }
}
