import Association
import Ledger
import Press

/// A FINSAM plan as it is typed.
struct FinsamPlanForm {
  enum Name {
    static let frame = "ram"
    static let goals = "mal"
    static let reason = "skal"
    static let insats = "insats"
    static let title = "namn"
    static let amount = "belopp"
  }

  let association: Association
  let form: Form
  /// Whether it changes what is decided, and so needs a reason.
  let isChange: Bool
  var rows: TypedRows
  var faults: [FieldFault] = []

  /// The form of what is written or holds; or as it was typed.
  init(_ state: FinsamPlan.State?, _ association: Association, typed: Form? = nil) {
    self.association = association
    isChange = state?.decided != nil
    let columns = [
      TypedRows.Column(
        name: Name.insats, label: "Insats i registret",
        options: [("", "Ingen än")] + association.insatser.map { ($0.id, $0.name) }),
      TypedRows.Column(name: Name.title, label: "Namn"),
      TypedRows.Column(name: Name.amount, label: "Belopp i kronor", isNumber: true),
    ]
    if let typed {
      form = typed
      rows = TypedRows(columns, typed: typed)
      return
    }
    let content = state?.written ?? state?.content
    var fields: [(name: String, value: String)] = []
    if let content { fields = [(Name.frame, AmountText.field(content.frame)), (Name.goals, content.goals)] }
    if case .changing(let changing)? = state { fields.append((Name.reason, changing.reason)) }
    form = Form(fields: fields)
    rows = TypedRows(
      columns, rows: (content?.items ?? []).map { [$0.insatsID, $0.title, AmountText.field($0.amount)] })
  }

  /// What was typed, and why it changes what is decided; nil where something is wrong.
  mutating func read() -> (content: FinsamPlan.Content, reason: String)? {
    var reading = FormReading(form)
    let frame = reading.amount(Name.frame, "Ramen")
    let goals = GroupPart.markdown(&reading, form, Name.goals, "Målen")
    let reason = isChange ? reading.text(Name.reason, "Skälet", isRequired: true, byteCountMax: 500) : ""
    var items: [FinsamPlan.Item] = []
    for (place, cells) in rows.filled(&reading) {
      if cells[0].isEmpty, cells[1].isEmpty {
        reading.add(
          "Rad \(place) har varken insats eller namn. Välj en insats, eller skriv vad den ska heta.",
          at: "\(Name.title)-\(place)")
      }
      switch AmountExpression.evaluate(cells[2]) {
      case .amount(let amount) where amount >= .zero:
        items.append(FinsamPlan.Item(title: cells[1], insatsID: cells[0], amount: amount))
      default:
        reading.add(
          "Beloppet på rad \(place) är ”\(cells[2].excerpt)”. Skriv kronor, till exempel 850 000.",
          at: "\(Name.amount)-\(place)")
      }
    }
    faults = reading.faults
    guard let frame, !reading.hasFaults else { return nil }
    return (FinsamPlan.Content(frame: frame, goals: goals, items: items), reason)
  }

  func fields() -> [HTML] {
    [
      FormPart.field(
        FormPart.Field(
          name: Name.frame, label: "Ram i kronor", value: form.choice(Name.frame),
          hint: "Vad gruppen får använda under året.", isRequired: true, inputMode: "decimal"), faults: faults),
      rows.html("Planerade insatser", blanks: rows.rows.isEmpty ? 5 : 2, faults: faults),
      tag(
        "p", [.class("hint")],
        .text("Ett namn räcker innan insatsen finns i registret. Den kopplas när den har beviljats medel.")),
      FormPart.area(
        Name.goals, "Mål och hur de följs upp", value: form.choice(Name.goals),
        hint: "Rubriker och listor går bra (Markdown).", rows: 8, faults: faults),
    ]
      + (isChange
        ? [
          FormPart.field(
            FormPart.Field(
              name: Name.reason, label: "Varför ändras planen?", value: form.choice(Name.reason), isRequired: true),
            faults: faults)
        ] : [])
  }
}
