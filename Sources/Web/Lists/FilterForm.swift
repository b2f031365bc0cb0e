import Ledger
import Press
import Store

/// The form that narrows a list, and the shortcuts to months and quarters beneath it. It is sent by GET, so that what
/// is shown has an address of its own.
struct FilterForm {
  let request: ListRequest
  /// Where it is sent.
  let path: String
  /// Which fields it has besides the days.
  var fields: Set<Field> = [.accounts, .object, .text]
  /// Makes the path of a shortcut, with those days in place of the filter's.
  let periodPath: (_ from: String, _ through: String) -> String

  enum Field { case accounts, object, text }

  /// The form of a list that stands at the request's own address.
  init(_ request: ListRequest, fields: Set<Field> = [.accounts, .object, .text]) {
    self.request = request
    path = request.address.path(request.year.number)
    self.fields = fields
    periodPath = { request.path((ListFilter.Name.from, $0), (ListFilter.Name.through, $1)) }
  }

  /// The form of a list with an address of another kind, which has days alone.
  init(_ request: ListRequest, at path: String) {
    self.request = request
    self.path = path
    fields = []
    periodPath = { path + Percent.query([(ListFilter.Name.from, $0), (ListFilter.Name.through, $1)]) }
  }

  private var filter: ListFilter { request.filter }

  func html() -> HTML {
    var parts = [day(ListFilter.Name.from, "Från och med"), day(ListFilter.Name.through, "Till och med")]
    if fields.contains(.accounts) {
      parts.append(
        field(ListFilter.Name.accounts, "Konto", hint: "Nummer, spann eller ord"))
    }
    if fields.contains(.object), !request.objects.isEmpty { parts.append(objects()) }
    if fields.contains(.text) {
      parts.append(field(ListFilter.Name.text, "Text", hint: "Ord, nummer eller belopp"))
    }
    let hidden = request.kept + [(ListFilter.Name.side, filter.side?.rawValue ?? "")]
    parts += hidden.filter { !$0.1.isEmpty }.map { name, value in
      FormPart.hidden(name, value)
    }
    parts.append(
      tag(
        "div", [.class("field act")], FormPart.button("Visa"),
        filter.isEmpty && filter.faults.isEmpty
          ? .empty : tag("a", [.href(.path(path))], .text("Rensa"))))
    return FormPart.summary(of: filter.faults)
      + tag(
        "form",
        [.class("filter list-filter"), .other("method", "get"), .other("action", path), .label("Urval")], each: parts)
      + periods()
  }

  private func day(_ name: String, _ label: String) -> HTML {
    field(name, label, hint: "Dag eller månad")
  }

  private func field(_ name: String, _ label: String, hint: String) -> HTML {
    FormPart.field(
      FormPart.Field(name: name, label: label, value: filter.written[name] ?? "", hint: hint), faults: filter.faults)
  }

  private func objects() -> HTML {
    let objects = request.objects.map { object in
      let dimension = object.reference.dimension
      let kind = dimension.usualName ?? "Dimension \(dimension.number)"
      return (dimension: dimension.number, value: object.reference.written, words: "\(kind): \(object.name)")
    }
    let sorted = objects.sorted { left, right in
      left.dimension == right.dimension
        ? left.words.swedishOrder.lexicographicallyPrecedes(right.words.swedishOrder) : left.dimension < right.dimension
    }
    let options = [(value: "", words: "Alla")] + sorted.map { (value: $0.value, words: $0.words) }
    return FormPart.select(
      ListFilter.Name.object, "Insats, part, projekt", options: options,
      chosen: filter.written[ListFilter.Name.object] ?? "", faults: filter.faults)
  }

  /// The year, its quarters and its months as links.
  private func periods() -> HTML {
    let year = request.year
    let months = year.months
    var html = [period("Hela året", nil, nil)]
    for start in stride(from: 0, to: months.count - 2, by: 3) {
      html.append(period("Kvartal \(start / 3 + 1)", months[start], months[start + 2]))
    }
    html += months.map { period(FilterForm.monthNames[$0.month - 1], $0, $0) }
    return tag("nav", [.class("pages periods"), .label("Period")], tag("ul", each: html))
  }

  private func period(_ words: String, _ first: Month?, _ last: Month?) -> HTML {
    let year = request.year
    let from = first.flatMap { CalendarDate(year: $0.year, month: $0.month, day: 1) }
    let through = last.flatMap {
      CalendarDate(
        year: $0.year, month: $0.month, day: CalendarDate.dayCount(ofMonth: $0.month, year: $0.year))
    }
    return ListPart.link(
      words, periodPath(from?.text ?? "", through?.text ?? ""),
      isCurrent: (from ?? year.first) == filter.first && (through ?? year.last) == filter.last)
  }

  static let monthNames = [
    "jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec",
  ]
}

extension String {
  /// What a text is sorted by: small letters, with å, ä and ö in that order after z.
  fileprivate var swedishOrder: [UInt8] {
    lowercased().unicodeScalars.flatMap { scalar -> [UInt8] in
      switch scalar {
      case "å": [0xFD]
      case "ä": [0xFE]
      case "ö": [0xFF]
      default: UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
  }
}
