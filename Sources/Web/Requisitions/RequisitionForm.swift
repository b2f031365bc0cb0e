import Association
import Desk
import Ledger
import Press
import Report
import Store

/// The form by which money is asked for: as short as it can be, for a phone.
struct RequisitionForm {
  enum Name {
    static let year = "ar"
    static let insats = "insats"
    static let receiver = "mottagare"
    static let first = "fran"
    static let last = "till"
    static let cost = "kostnad-"
    static let amount = "belopp"
    static let vat = "moms"
    static let vatStands = "moms-star-kvar"
    static let note = "meddelande"
    static let over = "skal"
  }

  let ground: RequisitionGround
  let year: FiscalYear
  let insats: Insats
  /// Who may be paid.
  let receivers: [Member]
  let standing: FrameStanding
  /// What is answered, where it is asked again.
  let returned: RequisitionCase?
  /// What stands in the fields.
  let typed: Form
  var faults: [FieldFault] = []

  private var asked: Asked { ground.asked }

  /// The fields as they are when nothing has been typed: the months since what was last asked for, or what was asked for
  /// before.
  static func start(
    _ ground: RequisitionGround, _ year: FiscalYear, _ insats: Insats, receiver: String, _ returned: RequisitionCase?
  ) throws -> Form {
    if let said = returned?.requisition.said {
      return Form(
        fields: [
          (Name.receiver, said.receiverID), (Name.first, said.firstMonth.text), (Name.last, said.lastMonth.text),
          (Name.amount, Numerals.plain(said.amount)), (Name.vat, said.vat == .zero ? "" : Numerals.plain(said.vat)),
          (Name.note, said.note), (Name.over, said.overReason),
        ] + said.costs.rows.map { (Name.cost + $0.kind.rawValue, Numerals.plain($0.amount)) })
    }
    let before = try ground.asked.store.requisitions(ofYear: year.number).filter {
      $0.requisition.insatsID == insats.id && (receiver.isEmpty || $0.requisition.receiverID == receiver)
        && $0.state.place != .withdrawn
    }.map(\.requisition.said.lastMonth).max()
    let months = year.months
    let first = before.flatMap { last in months.first { $0 > last } } ?? months[0]
    let today = Month(of: ground.asked.today)
    let last = months.last { $0 < today && $0 >= first } ?? first
    return Form(fields: [
      (Name.receiver, receiver), (Name.first, (before == months.last ? months[months.count - 1] : first).text),
      (Name.last, last.text),
    ])
  }

  func page() -> Page {
    let title = ground.title(insats.id, receivers.count == 1 ? receivers[0].id : "")
    return Page(
      title: returned == nil ? "Begär pengar" : "Svara och begär igen", section: .requisitions,
      trail: [Page.Link("Rekvisitioner", Addresses.requisitions.path())],
      main: .joined([
        tag("p", [.class("lead")], .text("\(title), \(year.number)")), question(), FormPart.summary(of: faults),
        frame(),
        form(),
      ]))
  }

  private func question() -> HTML {
    guard case .returned(let state)? = returned?.state else { return .empty }
    return tag("p", [.class("warning")], .text("\(state.mark.by.name) frågar: \(state.question)"))
  }

  /// What can be asked for, before anything is typed.
  private func frame() -> HTML {
    let rows: [(String, Money?)] = [
      ("Beviljat", standing.granted), ("Använt", standing.used), ("Begärt", standing.pending),
      ("Kvar att begära", standing.left),
    ]
    return tag(
      "dl", [.class("facts")],
      each: rows.map { words, amount in
        tag("div", tag("dt", .text(words)), tag("dd", .text(amount.map { Numerals.ore($0) } ?? "ingen ram")))
      })
  }

  private func form() -> HTML {
    let months = year.months.map { (value: $0.text, words: MonthName.capital($0)) }
    let needsReason =
      faults.contains { $0.field == Name.over } || !typed.choice(Name.over).isEmpty || standing.left <= .zero
    let path = returned.map { Addresses.requisitionVersion.path($0.id.rawValue) } ?? Addresses.newRequisition.path()
    return FormPart.form(
      to: path, asked.visitor, hasFiles: true,
      each: [
        FormPart.hidden("ar", "\(year.number)"), FormPart.hidden("insats", insats.id), receiverField(),
        tag(
          "fieldset", tag("legend", .text("Period")),
          FormPart.select(Name.first, "Från", options: months, chosen: typed.choice(Name.first), faults: faults),
          FormPart.select(Name.last, "Till och med", options: months, chosen: typed.choice(Name.last), faults: faults)),
        tag(
          "fieldset", tag("legend", .text("Vad pengarna har gått till, i kronor utan moms")),
          .joined(CostReport.Kind.allCases.map { amount(Name.cost + $0.rawValue, $0.title) })),
        amount(Name.amount, "Belopp att betala ut", hint: "Lämnas det tomt räknas raderna ihop."),
        needsReason
          ? FormPart.area(
            Name.over, "Varför mer än ramen", value: typed.choice(Name.over),
            hint: "Överskridandet sparas och syns för kansliet och styrelsen.", rows: 2, faults: faults) : .empty,
        amount(Name.vat, "Moms i beloppet", hint: "En part drar själv av sin moms; begär pengar utan moms."),
        faults.contains { $0.field == Name.vat } && typed.choice(Name.vat) != ""
          ? FormPart.box(
            Name.vatStands, "Momsen ska stå kvar i beloppet", isTicked: typed.has(Name.vatStands)) : .empty,
        FormPart.field(
          FormPart.Field(
            name: Name.note, label: "Meddelande eller er referens", value: typed.choice(Name.note),
            hint: "Behövs inte."), faults: faults),
        FormPart.field(
          FormPart.Field(
            name: UploadedDocuments.field, label: "Underlag",
            hint: "Behövs inte. Högst \(FileSize.words(asked.office.settings.documentBytesMax)) per fil.", type: "file",
            others: [.other("multiple", "")]), faults: faults),
        FormPart.button(returned == nil ? "Skicka" : "Skicka igen"),
      ])
  }

  private func receiverField() -> HTML {
    if let returned { return FormPart.hidden("mottagare", returned.requisition.receiverID) }
    guard receivers.count > 1 else { return FormPart.hidden("mottagare", receivers.first?.id ?? "") }
    return FormPart.select(
      Name.receiver, "Vem ska få pengarna", options: receivers.map { ($0.id, $0.name) },
      chosen: typed.choice(Name.receiver), faults: faults)
  }

  private func amount(_ name: String, _ label: String, hint: String = "") -> HTML {
    FormPart.field(
      FormPart.Field(
        name: name, label: label, value: typed.choice(name), hint: hint, inputMode: "decimal"), faults: faults)
  }

  /// What the form says; nil where something is wrong, and then the faults say what.
  mutating func read(documents: [String]) -> Requisition.Draft? {
    var reading = FormReading(typed)
    let receiver = returned?.requisition.receiverID ?? typed.choice(Name.receiver)
    if !receivers.contains(where: { $0.id == receiver }) {
      reading.add("Mottagaren är inte vald. Välj vem som ska få pengarna.", at: Name.receiver)
    }
    let first = year.months.first { $0.text == typed.choice(Name.first) }
    let last = year.months.first { $0.text == typed.choice(Name.last) }
    if first == nil {
      reading.add("Den första månaden hör inte till \(year.number). Välj en i listan.", at: Name.first)
    }
    if last == nil { reading.add("Den sista månaden hör inte till \(year.number). Välj en i listan.", at: Name.last) }
    var rows: [CostReport.Row] = []
    for kind in CostReport.Kind.allCases {
      let cost = reading.amount(Name.cost + kind.rawValue, kind.title, isRequired: false)
      if let cost, cost > .zero { rows.append(CostReport.Row(kind: kind, amount: cost)) }
    }
    let costs = CostReport(rows)
    let whole = reading.amount(Name.amount, "Beloppet", isRequired: false)
    let vat = reading.amount(Name.vat, "Momsen", isRequired: false) ?? .zero
    if rows.isEmpty, !reading.hasFaults {
      reading.add("Kostnaderna saknas. Skriv vad pengarna har gått till på minst en rad.", at: Name.cost + "personal")
    }
    if vat > .zero, !typed.has(Name.vatStands) {
      reading.add(
        "\(Numerals.ore(vat)) av beloppet är moms. En part drar av sin egen moms, så den ska inte betalas av förbundet. Ta "
          + "bort den ur raderna, eller kryssa i att den ska stå kvar.", at: Name.vat)
    }
    let note = reading.text(Name.note, "Meddelandet")
    let reason = reading.text(Name.over, "Skälet", isLong: true, byteCountMax: 1000)
    faults += reading.faults
    guard let first, let last, !reading.hasFaults else { return nil }
    return Requisition.Draft(
      year: year.number, insatsID: insats.id, receiverID: receiver, firstMonth: first, lastMonth: last,
      amount: whole ?? costs.total, costs: costs, vat: vat, note: note, overReason: reason, documents: documents)
  }

  /// Where on the form a refusal is told.
  static func fault(_ refusal: RequisitionRefusal) -> FieldFault {
    let field =
      switch refusal {
      case .costsDiffer, .amountNotPositive: Name.amount
      case .overUnexplained: Name.over
      case .periodBackwards, .periodOutsideYear: Name.first
      case .vatTooLarge: Name.vat
      case .receiverMissing: Name.receiver
      default: ""
      }
    return FieldFault(field: field, message: Words.sentence(refusal))
  }
}

extension Numerals {
  /// An amount as it is typed, without the unit.
  fileprivate static func plain(_ amount: Money) -> String { bareOre(amount) }
}
