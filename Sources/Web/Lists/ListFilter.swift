import Ledger
import Store

/// What a list is asked to show: the filter as the store takes it, each field as the user wrote it, and what in them
/// makes no sense. A field that makes no sense is told of, and no list is shown.
struct ListFilter {
  /// The names of the fields in a list's address.
  enum Name {
    static let from = "fran"
    static let through = "till"
    static let accounts = "konto"
    static let object = "objekt"
    static let text = "text"
    static let side = "slag"
    static let page = "sida"
    static let form = "form"
  }

  /// Which side of an account's rows is shown.
  enum Side: String {
    case debit = "debet"
    case credit = "kredit"
  }

  let year: FiscalYear
  var from: CalendarDate?
  var through: CalendarDate?
  var accounts: AccountChoice?
  var object: DeclaredObject?
  var text = ""
  var side: Side?
  /// The page of a list in pages, from 1.
  var page = 1
  /// Whether the whole list is asked for on one page, to be printed.
  var isWhole = false
  var faults: [FieldFault] = []
  /// The fields as they were written.
  var written: [String: String] = [:]

  /// The filter as the store takes it.
  var voucherFilter: VoucherFilter {
    VoucherFilter(
      year: year, from: from, through: through, accounts: accounts?.range, object: object?.reference, text: text)
  }

  /// The first and last day shown.
  var first: CalendarDate { from ?? year.first }
  var last: CalendarDate { through ?? year.last }
  var period: String { "\(first.text)–\(last.text)" }

  /// Whether the list holds all of the year's rows in its period: sums are then to be nought.
  var keepsAllRows: Bool { accounts == nil && object == nil && text.isEmpty }

  /// Whether something in it could not be read: then no list is shown, for its sum would be of something else.
  var isUnread: Bool { faults.contains { !$0.field.isEmpty } }

  /// Whether it holds the whole year, with nothing left out.
  var isEmpty: Bool { keepsAllRows && side == nil && from == nil && through == nil }

  /// What the list was filtered by, for the sheet's head: the period first.
  var words: String {
    var parts = [period]
    if let accounts { parts.append(accounts.words) }
    if let object { parts.append("\(object.name) (\(object.reference.object))") }
    if !text.isEmpty { parts.append("”\(text)”") }
    if let side { parts.append("endast \(side.rawValue)") }
    return parts.joined(separator: ", ")
  }

  /// The filter as the pairs of an address, with those said here put in place of its own; what is empty is left out.
  func query(_ changes: [(String, String)] = []) -> [(String, String)] {
    let own = [
      (Name.from, from?.text ?? ""), (Name.through, through?.text ?? ""), (Name.accounts, accounts?.written ?? ""),
      (Name.object, object?.reference.written ?? ""), (Name.text, text), (Name.side, side?.rawValue ?? ""),
    ]
    return own.map { pair in changes.first { $0.0 == pair.0 } ?? pair }
      + changes.filter { change in !own.contains { $0.0 == change.0 } }
  }
}

extension ListFilter {
  /// Reads a list's query. Accounts and objects are those of the book; accounts are looked up only where one is asked for.
  init(_ query: Form, year: FiscalYear, objects: [DeclaredObject], accounts: () throws -> [Account]) rethrows {
    self.init(year: year)
    var reading = FormReading(query)
    text = reading.text(Name.text, "Sökordet", byteCountMax: 200)
    faults += reading.faults
    if !faults.isEmpty { text = "" }
    readPeriod(query)
    let account = query.choice(Name.accounts).strippedOfBlanks
    if !account.isEmpty {
      switch AccountChoice.read(account, among: try accounts()) {
      case .success(let choice): self.accounts = choice
      case .failure(let fault): add(fault.message, at: Name.accounts)
      }
    }
    readObject(query, objects)
    let side = query.choice(Name.side)
    self.side = Side(rawValue: side)
    if self.side == nil, !side.isEmpty {
      add("Slaget är ”\(side.excerpt)”, men bara debet och kredit finns. Båda visas.", at: "")
    }
    readPage(query.choice(Name.page))
    for name in [Name.from, Name.through, Name.accounts, Name.object, Name.text] {
      written[name] = query.choice(name).strippedOfBlanks
    }
  }

  private mutating func add(_ message: String, at field: String) {
    faults.append(FieldFault(field: field, message: message))
  }

  private mutating func readPeriod(_ query: Form) {
    from = day(query, Name.from, "Från och med", isLast: false)
    through = day(query, Name.through, "Till och med", isLast: true)
    if let first = from, let last = through, last < first {
      add(
        "Till och med är \(last.text), som kommer före från och med, \(first.text). Byt plats på dem, eller ta bort en.",
        at: Name.through)
      through = nil
    }
  }

  /// A day of the year, or a month of it: `2025-03`.
  private mutating func day(_ query: Form, _ field: String, _ label: String, isLast: Bool) -> CalendarDate? {
    let text = query.choice(field).strippedOfBlanks
    guard !text.isEmpty else { return nil }
    guard let day = CalendarDate(typed: text, year: year.number) ?? CalendarDate(month: text, isLast: isLast) else {
      add(
        "\(label) är ”\(text.excerpt)”, som inte är någon dag. Skriv den som \(year.last.text), eller en månad som "
          + "\(Month(of: year.last).text).", at: field)
      return nil
    }
    guard year.contains(day) else {
      add("\(label) är \(day.text), som ligger utanför räkenskapsåret \(year.text). Välj en dag i året.", at: field)
      return nil
    }
    return day
  }

  private mutating func readObject(_ query: Form, _ objects: [DeclaredObject]) {
    let text = query.choice(Name.object).strippedOfBlanks
    guard !text.isEmpty else { return }
    guard let reference = ObjectReference(written: text),
      let found = objects.first(where: { $0.reference == reference })
    else {
      add("Objektet ”\(text.excerpt)” finns inte i boken. Välj ett i listan.", at: Name.object)
      return
    }
    object = found
  }

  private mutating func readPage(_ text: String) {
    if text == "alla" {
      isWhole = true
    } else if let number = Int(typed: text, in: TypedRange.page) {
      page = number
    } else if !text.isEmpty {
      add("Sidan ”\(text.excerpt)” finns inte. Här visas den första.", at: "")
    }
  }
}

extension CalendarDate {
  /// The first or the last day of a month as people type it: `2025-03`, `202503`.
  init?(month text: String, isLast: Bool) {
    let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
    guard digits.count == 6, let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    let (year, month) = (number / 100, number % 100)
    guard (1...12).contains(month) else { return nil }
    self.init(year: year, month: month, day: isLast ? CalendarDate.dayCount(ofMonth: month, year: year) : 1)
  }
}

extension ObjectReference {
  /// The object as it stands in an address: `20:SAMSA`.
  var written: String { "\(dimension.number):\(object)" }

  init?(written text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(typed: parts[0], in: TypedRange.dimension), !parts[1].isEmpty else {
      return nil
    }
    self.init(dimension: Dimension(number: number), object: String(parts[1]))
  }
}

extension String {
  /// As much of it as a message may quote.
  var excerpt: String {
    unicodeScalars.count <= 60 ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(60))) + "…"
  }
}
