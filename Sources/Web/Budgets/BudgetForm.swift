import Association
import Ledger
import Statements

/// A proposal as it is typed: every field as it was written, so that nothing is lost where something is wrong.
struct BudgetForm {
  struct Row {
    var id = ""
    var group: Budget.Line.Group
    var title = ""
    var memberID = ""
    var insatsID = ""
    var activityID = ""
    /// As typed, one for each year.
    var amounts = Array(repeating: "", count: Budget.yearCount)
    /// What they come to; nil for what cannot be reckoned.
    var reckoned: [Money?] = Array(repeating: .zero, count: Budget.yearCount)
  }

  enum Name {
    static let revision = "sparning"
    static let id = "id"
    static let group = "grupp"
    static let title = "rubrik"
    static let member = "medlem"
    static let insats = "insats"
    static let activity = "verksamhet"
    static let opening = "ingaende"
    static let act = "gor"
    static func amount(_ offset: Int) -> String { "belopp-\(offset + 1)" }
    static func closing(_ offset: Int) -> String { "utgaende-\(offset + 1)" }
  }

  var rows: [Row]
  var opening: String
  var closings: [String]
  /// Over which revision it is typed.
  var revision: Int
  var faults: [FieldFault] = []
  /// What it comes to as far as it can be reckoned, for the sums on the page.
  private(set) var budget: Budget
  /// Which row is to have the focus, from 1; nil for none.
  var focus: Int?

  /// The form of a proposal as it stands.
  init(_ proposal: BudgetProposal) { self.init(proposal.content, revision: proposal.revision) }

  init(_ content: Budget, revision: Int) {
    let content = content.filled
    rows = BudgetForm.inOrder(
      content.lines.map { line in
        Row(
          id: line.id, group: line.group, title: line.title, memberID: line.memberID, insatsID: line.insatsID,
          activityID: line.activityID, amounts: line.amounts.map(BudgetWords.field), reckoned: line.amounts)
      })
    opening = BudgetWords.field(content.expectedOpeningEquity)
    closings = (0..<Budget.yearCount).map { offset in
      guard offset < content.statedClosingEquity.count else { return "" }
      let stated = content.statedClosingEquity[offset]
      // One that only says what the lines say stands there for the sake of a later year.
      return stated == content.openingEquity(yearOffset: offset) + content.result(yearOffset: offset)
        ? "" : BudgetWords.field(stated)
    }
    self.revision = revision
    budget = content
  }

  /// Group by group, in the order of the appendix; in a group as they came.
  static func inOrder(_ rows: [Row]) -> [Row] {
    Budget.Line.Group.inOrder.flatMap { group in rows.filter { $0.group == group } }
  }

  /// Reads what was typed: the form, and the budget where nothing is wrong with it.
  static func read(_ form: Form, _ desk: BudgetDesk) -> (form: BudgetForm, content: Budget?) {
    var reading = FormReading(form)
    var typed = BudgetForm(
      Budget(year: desk.year, lines: []), revision: Int(typed: form.choice(Name.revision), in: 0...1_000_000) ?? 0)
    let groups = form.choices(Name.group).prefix(Budget.lineCountMax)
    func column(_ name: String) -> [String] { form.choices(name) }
    let titles = reading.texts(Name.title, "Rubriken")
    let (ids, members, insatser, activities) = (
      column(Name.id), column(Name.member), column(Name.insats), column(Name.activity)
    )
    let amounts = (0..<Budget.yearCount).map { column(Name.amount($0)) }
    func at(_ values: [String], _ index: Int) -> String { index < values.count ? values[index] : "" }
    if form.choices(Name.group).count > Budget.lineCountMax {
      reading.add("Budgeten har fler än \(Budget.lineCountMax) rader, som är det mesta. Slå ihop rader.")
    }
    for (index, raw) in groups.enumerated() {
      guard let group = Budget.Line.Group(rawValue: raw) else { continue }
      var row = Row(group: group)
      row.id = String(at(ids, index).prefix(80))
      row.title = at(titles, index)
      row.memberID = desk.association.members.first { $0.id == at(members, index) }?.id ?? ""
      row.insatsID = desk.association.insatser.first { $0.id == at(insatser, index) }?.id ?? ""
      row.activityID = desk.activities.first { $0.id == at(activities, index) }?.id ?? ""
      row.amounts = (0..<Budget.yearCount).map { at(amounts[$0], index).strippedOfBlanks }
      typed.rows.append(row)
    }
    typed.rows = inOrder(typed.rows)
    for index in typed.rows.indices {
      typed.rows[index].reckoned = (0..<Budget.yearCount).map { offset in
        amount(
          typed.rows[index].amounts[offset], at: "\(Name.amount(offset))-\(index + 1)",
          "Beloppet för \(desk.year + offset) på rad \(index + 1)", &reading)
      }
    }
    typed.opening = form.choice(Name.opening).strippedOfBlanks
    let opening = amount(typed.opening, at: Name.opening, "Ingående eget kapital", &reading)
    typed.closings = (0..<Budget.yearCount).map { form.choice(Name.closing($0)).strippedOfBlanks }
    let closings = typed.closings.enumerated().map { offset, text -> Money? in
      text.isEmpty
        ? nil : amount(text, at: Name.closing(offset), "Angivet utgående eget kapital \(desk.year + offset)", &reading)
    }
    typed.budget = typed.reckon(year: desk.year, opening: opening ?? .zero, closings: closings)
    typed.checkTitles(&reading)
    typed.faults = reading.faults
    return (typed, reading.hasFaults ? nil : typed.budget)
  }

  /// The budget as far as it can be reckoned. A row without title and amounts is no line.
  private mutating func reckon(year: Int, opening: Money, closings: [Money?]) -> Budget {
    var taken: Set<String> = []
    var lines: [Budget.Line] = []
    for index in rows.indices where !rows[index].isBlank {
      let isFree = !rows[index].id.isEmpty && !taken.contains(rows[index].id) && !Budget.sumIDs.contains(rows[index].id)
      if !isFree { rows[index].id = Budget.lineID(for: rows[index].title, among: taken.union(rows.map(\.id))) }
      taken.insert(rows[index].id)
      let row = rows[index]
      lines.append(
        Budget.Line(
          id: row.id, title: row.title, group: row.group, memberID: row.memberID, insatsID: row.insatsID,
          activityID: row.activityID, amounts: row.reckoned.map { $0 ?? .zero }))
    }
    var budget = Budget(year: year, lines: lines, expectedOpeningEquity: opening)
    // What is stated for a year is stated for those before it too: as they are reckoned, where nothing else is said.
    let count = (closings.lastIndex { $0 != nil } ?? -1) + 1
    for offset in 0..<count {
      budget.statedClosingEquity.append(closings[offset] ?? budget.closingEquity(yearOffset: offset))
    }
    return budget
  }

  private func checkTitles(_ reading: inout FormReading) {
    for (index, row) in rows.enumerated() where row.title.isEmpty && !row.isBlank {
      reading.add("Rubriken på rad \(index + 1) saknas. Skriv vad raden heter.", at: "\(Name.title)-\(index + 1)")
    }
  }

  private static func amount(_ text: String, at field: String, _ label: String, _ reading: inout FormReading) -> Money?
  {
    switch AmountExpression.evaluate(text) {
    case .empty: return .zero
    case .amount(let amount): return amount
    case .fault(let fault):
      reading.add(fault.words(at: label, typed: text), at: field)
      return nil
    }
  }
}

extension BudgetForm.Row {
  /// Whether nothing is said in it, so that it is no line.
  var isBlank: Bool { title.isEmpty && amounts.allSatisfy(\.isEmpty) }
}
