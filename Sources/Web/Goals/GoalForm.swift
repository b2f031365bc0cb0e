import Association
import Ledger
import Report
import Statements

/// A goal as it is typed.
struct GoalForm {
  enum Name {
    static let kind = "slag"
    static let title = "rubrik"
    static let text = "mal"
    static let definition = "definition"
    static let rule = "regel"
    static let figure = "tal"
    static let limit = "grans"
    static let number = "niva"
    static let judged = "bedomning"
    static let comment = "kommentar"
    static let breakReason = "avbrott"
    static let digest = "avtryck"
  }

  /// The kinds of rule, as they are chosen.
  static let rules: [(value: String, words: String)] = [
    ("tal-hogst", "En siffra är högst en annan siffra"), ("tal-minst", "En siffra är minst en annan siffra"),
    ("andel", "En andel är minst så många procent"), ("antal", "Ett antal är minst så stort"),
    ("bedoms", "Styrelsen bedömer"),
  ]

  var kind = Goal.Kind.financial.rawValue
  var title = ""
  var text = ""
  var definition = ""
  var rule = "tal-hogst"
  var figure = ""
  var limit = ""
  var number = ""
  var judged = ""
  var comment = ""
  var breakReason = ""
  var outcomes: [OutcomeForm] = []
  /// The digest of the goal that the form was opened with; empty for a new one.
  var digest = ""
  var faults: [FieldFault] = []

  init() {}

  /// The goal as it is stored.
  init(_ goal: Goal) {
    kind = goal.kind.rawValue
    (title, text, definition, comment) = (goal.title, goal.text, goal.definition, goal.comment)
    switch goal.rule {
    case .figureAtMost(let name, let most): (rule, figure, limit) = ("tal-hogst", name, most)
    case .figureAtLeast(let name, let least): (rule, figure, limit) = ("tal-minst", name, least)
    case .shareAtLeast(let permille): (rule, number) = ("andel", GoalWords.percent(permille))
    case .countAtLeast(let count): (rule, number) = ("antal", "\(count)")
    case .judged: rule = "bedoms"
    }
    breakReason = goal.breakReason
    outcomes = goal.outcomes.map { OutcomeForm($0) }
    judged = goal.judgedMet.map { $0 ? "ja" : "nej" } ?? ""
    digest = GoalForm.digest(of: goal)
  }

  static func digest(of goal: Goal) -> String { Secret.digest(of: "\(goal)") }

  /// Reads what was typed over a goal, whose insats and short name stand, and its outcomes where the form says nothing of
  /// them; nil where something is wrong.
  static func read(_ form: Form, over goal: Goal, _ catalogue: FigureCatalogue?) -> (form: GoalForm, goal: Goal?) {
    var reading = FormReading(form)
    var typed = GoalForm()
    typed.kind = form.choice(Name.kind)
    typed.title = reading.text(Name.title, "Rubriken", isRequired: true, byteCountMax: 200)
    typed.text = reading.text(Name.text, "Målet", isRequired: true, isLong: true, byteCountMax: 2000)
    typed.definition = reading.text(Name.definition, "Vad som räknas", isLong: true, byteCountMax: 2000)
    typed.rule = form.choice(Name.rule)
    typed.figure = reading.text(Name.figure, "Siffran", byteCountMax: 200)
    typed.limit = reading.text(Name.limit, "Gränsen", byteCountMax: 200)
    typed.number = reading.text(Name.number, "Nivån", byteCountMax: 40)
    typed.judged = form.choice(Name.judged)
    typed.comment = reading.text(Name.comment, "Kommentaren", isLong: true, byteCountMax: 20_000)
    typed.breakReason = reading.text(Name.breakReason, "Varför serien bryts", isLong: true, byteCountMax: 1000)
    typed.digest = form.choice(Name.digest)
    var read = goal
    typed.outcomes = goal.outcomes.map { OutcomeForm($0) }
    if OutcomeForm.isSaid(form) { (typed.outcomes, read.outcomes) = OutcomeForm.read(form, &reading) }
    guard let kind = Goal.Kind(rawValue: typed.kind) else {
      reading.add("Slaget är inte ett av dem som finns. Välj i listan.", at: Name.kind)
      typed.faults = reading.faults
      return (typed, nil)
    }
    let rule = typed.rule(&reading, catalogue)
    (read.kind, read.title, read.text, read.definition) = (kind, typed.title, typed.text, typed.definition)
    read.comment = typed.comment
    if form.has(Name.breakReason) { read.breakReason = typed.breakReason }
    if let rule { read.rule = rule }
    read.judgedMet = read.rule == .judged && !typed.judged.isEmpty ? typed.judged == "ja" : nil
    typed.faults = reading.faults
    return (typed, reading.hasFaults ? nil : read)
  }

  private func rule(_ reading: inout FormReading, _ catalogue: FigureCatalogue?) -> Goal.Rule? {
    switch rule {
    case "bedoms": return .judged
    case "antal":
      guard let count = Int(typed: number.replacing(" ", with: ""), in: 0...1_000_000) else {
        reading.add("Nivån är ”\(number)”. Skriv ett antal, till exempel 100.", at: Name.number)
        return nil
      }
      return .countAtLeast(count)
    case "andel":
      guard let permille = GoalForm.permille(number) else {
        reading.add(
          "Nivån är ”\(number)”. Skriv procent med högst en decimal, till exempel 60 eller 62,5.", at: Name.number)
        return nil
      }
      return .shareAtLeast(permille: permille)
    case "tal-hogst", "tal-minst":
      let first = known(figure, Name.figure, "Siffran", &reading, catalogue)
      let second = known(limit, Name.limit, "Gränsen", &reading, catalogue)
      guard let first, let second else { return nil }
      return rule == "tal-hogst"
        ? .figureAtMost(figure: first, limit: second) : .figureAtLeast(figure: first, limit: second)
    default:
      reading.add("Regeln är inte en av dem som finns. Välj i listan.", at: Name.rule)
      return nil
    }
  }

  /// The name of a figure, as it is chosen from the list. Where the year has no books yet any name may stand.
  private func known(
    _ name: String, _ field: String, _ label: String, _ reading: inout FormReading, _ catalogue: FigureCatalogue?
  ) -> String? {
    guard !name.isEmpty else {
      reading.add("\(label) saknas. Välj en av siffrorna, till exempel eget-kapital.", at: field)
      return nil
    }
    guard let catalogue, catalogue[name] == nil else { return name }
    reading.add("\(label) är ”\(name)”, som ingen siffra i årsredovisningen heter. Välj en i listan.", at: field)
    return nil
  }

  /// `62,5 %` as 625.
  private static func permille(_ text: String) -> Int? {
    let bytes = text.utf8.filter { $0 != UInt8(ascii: "%") && $0 != 32 && $0 < 128 }
    let parts = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    func number(_ part: some Sequence<UInt8>) -> Int? {
      Int(typed: String(decoding: Array(part), as: UTF8.self), in: 0...100)
    }
    guard (1...2).contains(parts.count), let whole = number(parts[0]) else { return nil }
    guard parts.count == 2 else { return whole * 10 }
    guard parts[1].count == 1, let tenth = number(parts[1]), whole * 10 + tenth <= 1000 else { return nil }
    return whole * 10 + tenth
  }
}
