import Association
import HTTPTypes
import Ledger
import Report
import Store

/// Shows a goal, changes it, or sets a new one.
enum SaveGoal {
  static func show(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    guard let goal = find(try asked.store.association(), place) else { return .notFound }
    return try await page(asked, goal)
  }

  /// The page of a goal that is in the book, perhaps with what is wrong with a percentage that was to stand beside it.
  static func page(_ asked: Asked, _ goal: Goal, quoteFaults: [FieldFault] = []) async throws -> Answer {
    let catalogue = try await asked.workbench(goal.year)?.catalogue
    return .page(
      GoalPage(
        asked: asked, year: goal.year, goal: goal, isStored: true, form: GoalForm(goal), catalogue: catalogue,
        association: try asked.store.association().measured, quoteFaults: quoteFaults
      ).page(), status: quoteFaults.isEmpty ? .ok : .unprocessableContent)
  }

  static func showNew(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard ListGoals.isShown(year) else { return .notFound }
    var form = GoalForm()
    let count = try asked.store.association().goals.count { $0.year == year && $0.kind == .financial }
    form.title = "Finansiellt mål \(count + 1)"
    let catalogue = try await asked.workbench(year)?.catalogue
    return .page(
      GoalPage(
        asked: asked, year: year, goal: nil, isStored: false, form: form, catalogue: catalogue,
        association: try asked.store.association().measured
      ).page())
  }

  static func find(_ association: Association, _ place: Pair<Int, String>) -> Goal? {
    association.goals.first { $0.year == place.first && $0.id == place.second }
  }

  static func save(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    guard let goal = find(try asked.store.association(), place) else { return .notFound }
    return try await keep(asked, over: goal, isStored: true)
  }

  static func saveNew(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard ListGoals.isShown(year) else { return .notFound }
    return try await keep(
      asked, over: Goal(id: "", year: year, kind: .financial, title: "", text: "", rule: .judged), isStored: false)
  }

  private static func keep(_ asked: Asked, over goal: Goal, isStored: Bool) async throws -> Answer {
    let year = goal.year
    let catalogue = try await asked.workbench(year)?.catalogue
    let association = try asked.store.association().measured
    var (form, read) = GoalForm.read(asked.form, over: goal, catalogue)
    func page(_ shown: Goal?, isTried: Bool) -> Answer {
      .page(
        GoalPage(
          asked: asked, year: year, goal: shown, isStored: isStored, form: form, catalogue: catalogue,
          association: association, isTried: isTried
        ).page(), status: form.faults.isEmpty ? .ok : .unprocessableContent)
    }
    guard let read else { return page(isStored ? goal : nil, isTried: false) }
    if asked.form.choice("gor") == "prova" { return page(read, isTried: true) }
    let changed = try asked.store.together(by: asked.actor, at: asked.now) { writing -> Goal? in
      var association = try writing.association()
      if let index = association.goals.firstIndex(where: { $0.year == year && $0.id == goal.id && isStored }) {
        let present = association.goals[index]
        // Somebody saved between: what stands is shown, and the next save is made over it.
        guard present == read || GoalForm.digest(of: present) == form.digest else { return present }
        association.goals[index] = read
      } else {
        var new = read
        // The same form sent twice is the same goal.
        let isThere = association.goals.contains { present in
          new.id = present.id
          return present == new
        }
        guard !isThere else { return nil }
        new.id = Budget.lineID(for: read.title, among: Set(association.goals.filter { $0.year == year }.map(\.id)))
        let next = association.goals.firstIndex { $0.year > year } ?? association.goals.count
        association.goals.insert(new, at: next)
      }
      try writing.record(association)
      return nil
    }
    guard let changed else { return .see(Addresses.goals.path(year), notice: "Målet är sparat.") }
    form.digest = GoalForm.digest(of: changed)
    form.faults = [
      FieldFault(
        field: "",
        message:
          "Någon har ändrat målet medan du skrev. Överst står hur det är sparat nu; det du skrev står kvar i formuläret. "
          + "Spara igen, så gäller ditt.")
    ]
    return page(changed, isTried: false)
  }
}
