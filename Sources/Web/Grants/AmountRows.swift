import Association
import Ledger
import Press

/// The rows of a form with an amount per year and receiver, as they were typed.
struct AmountRows {
  enum Name {
    static let year = "ar"
    static let receiver = "mottagare"
    static let amount = "belopp"
    /// The button that gives more rows, and how many there are.
    static let more = "fler"
    static let count = "rader"
  }

  /// So many rows a form begins with: three years, two receivers.
  static let countUsual = 6
  /// More than a decision has: ten years and ten receivers.
  static let countMax = 100

  private var rows: [(year: String, receiver: String, amount: String)]

  /// The rows of what is there.
  init(_ amounts: [GrantAmount]) {
    rows = amounts.map { ("\($0.year)", $0.receiverID, AmountText.field($0.amount)) }
  }

  /// The rows as they were typed.
  init(typed form: Form) {
    let (years, receivers, amounts) = (form.choices(Name.year), form.choices(Name.receiver), form.choices(Name.amount))
    rows = (0..<min(max(years.count, amounts.count), AmountRows.countMax)).map { row in
      (
        row < years.count ? years[row] : "", row < receivers.count ? receivers[row] : "",
        row < amounts.count ? amounts[row] : ""
      )
    }
    if form.has(Name.more) { rows += Array(repeating: ("", "", ""), count: AmountRows.countUsual) }
  }

  /// Reads the rows; those without year and amount are none.
  static func read(_ reading: inout FormReading, _ form: Form, members: [Member]) -> [GrantAmount] {
    var amounts: [GrantAmount] = []
    for (index, row) in AmountRows(typed: form).rows.enumerated() {
      let (yearText, amountText) = (row.year.strippedOfBlanks, row.amount.strippedOfBlanks)
      if amountText.isEmpty { continue }
      let place = index + 1
      guard let year = Int(typed: yearText, in: 1990...2150) else {
        reading.add(
          "Året på rad \(place) är ”\(yearText)”. Skriv det med fyra siffror.", at: "\(Name.year)-\(place)")
        continue
      }
      guard row.receiver.isEmpty || members.contains(where: { $0.id == row.receiver }) else {
        reading.add(
          "Mottagaren på rad \(place) är inte medlem. Välj en i listan.", at: "\(Name.receiver)-\(place)")
        continue
      }
      switch AmountExpression.evaluate(amountText) {
      case .amount(let amount) where amount > .zero:
        amounts.append(GrantAmount(year: year, receiverID: row.receiver, amount: amount))
      case .amount(.zero), .empty: continue
      default:
        reading.add(
          "Beloppet på rad \(place) är ”\(amountText)”. Skriv kronor, till exempel 1 650 000.",
          at: "\(Name.amount)-\(place)")
      }
    }
    return amounts
  }

  func html(_ caption: String, members: [Member], faults: [FieldFault]) -> HTML {
    let filled = rows + Array(repeating: ("", "", ""), count: max(AmountRows.countUsual - rows.count, 1))
    let receivers = [(id: "", name: "Gemensamt")] + members.map { (id: $0.id, name: $0.name) }
    let body = filled.enumerated().map { index, row in
      let place = index + 1
      return tag(
        "tr", cell("År", place, input(Name.year, "År", place, row.year, faults)),
        cell(
          "Mottagare", place,
          tag(
            "select",
            [.id("\(Name.receiver)-\(place)"), .other("name", Name.receiver), .label("Mottagare, rad \(place)")],
            each: receivers.map { receiver in
              tag(
                "option",
                [.other("value", receiver.id)] + (receiver.id == row.receiver ? [.other("selected", "")] : []),
                .text(receiver.name))
            })),
        cell("Belopp i kronor", place, input(Name.amount, "Belopp", place, row.amount, faults)))
    }
    return tag(
      "table", [.class("list cards-on-phone")], tag("caption", .text(caption)),
      tag(
        "thead",
        tag("tr", each: ["År", "Mottagare", "Belopp i kronor"].map { tag("th", [.scope(.column)], .text($0)) })),
      tag("tbody", each: body))
      + tag("p", FormPart.button("Fler rader", name: Name.more, value: "ja", kind: "secondary"))
  }

  private func cell(_ label: String, _ place: Int, _ control: HTML) -> HTML {
    tag("td", [.other("data-label", label)], control)
  }

  private func input(_ name: String, _ label: String, _ place: Int, _ value: String, _ faults: [FieldFault]) -> HTML {
    let fault = faults.first { $0.field == "\(name)-\(place)" }
    return voidTag(
      "input",
      [
        .id("\(name)-\(place)"), .other("name", name), .other("type", "text"), .other("value", value),
        .other("autocomplete", "off"), .other("inputmode", name == Name.year ? "numeric" : "text"),
        .label("\(label), rad \(place)"),
      ] + (fault == nil ? [] : [.other("aria-invalid", "true")]))
  }
}
