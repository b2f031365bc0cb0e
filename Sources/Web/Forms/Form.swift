import Ledger

/// The fields of a form or a query, in order, and the files that came with it. What stands in a field is read through a
/// `FormReading`, which finds what may not be said.
struct Form: Sendable {
  fileprivate let fields: [(name: String, value: String)]
  /// The files, with the name of their field.
  let files: [UploadedFile]

  init(fields: [(name: String, value: String)] = [], files: [UploadedFile] = []) {
    self.fields = fields
    self.files = files
  }

  /// What stands in a field that is no text of the user's: an id, a choice, a token. Empty where there is none.
  func choice(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

  /// The same for a field that may stand several times.
  func choices(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  /// Whether the field is there: a box that is ticked, a button that was pressed.
  func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  /// All pairs but the token, for a form that is shown again as it was.
  var pairs: [(name: String, value: String)] { fields.filter { $0.name != Form.tokenName } }

  /// The field that carries the visitor's token.
  static let tokenName = "_nyckel"
}

/// A file that was sent with a form.
struct UploadedFile: Sendable {
  let field: String
  let name: String
  let mediaType: String
  let bytes: [UInt8]
}

/// Reads a form field by field and collects every fault, so that all are told at once.
struct FormReading {
  private let form: Form
  /// What is wrong, in the order of the fields.
  private(set) var faults: [FieldFault] = []

  init(_ form: Form) { self.form = form }

  var hasFaults: Bool { !faults.isEmpty }

  /// Adds a fault that only the whole form shows.
  mutating func add(_ message: String, at field: String = "") {
    faults.append(FieldFault(field: field, message: message))
  }

  /// A text: without blanks around it, on one line unless `isLong`, without a personnummer.
  mutating func text(
    _ field: String, _ label: String, isRequired: Bool = false, isLong: Bool = false, byteCountMax: Int = 500
  ) -> String {
    let text = form.choice(field).strippedOfBlanks
    examine(text, field: field, label: label, isLong: isLong, byteCountMax: byteCountMax)
    if isRequired, text.isEmpty { add("\(label) saknas. Fyll i fältet.", at: field) }
    return text
  }

  /// The texts of a field that stands once per row, each examined; the place of a fault is `field-1`, `field-2` ….
  mutating func texts(_ field: String, _ label: String, byteCountMax: Int = 500) -> [String] {
    form.choices(field).enumerated().map { index, raw in
      let text = raw.strippedOfBlanks
      examine(
        text, field: "\(field)-\(index + 1)", label: "\(label) på rad \(index + 1)", isLong: false,
        byteCountMax: byteCountMax)
      return text
    }
  }

  /// A secret, as it was typed: a password, a code.
  func secret(_ field: String) -> String { form.choice(field) }

  /// A day in any of the ways that people type one; without its year it is of the year that is given, if one is.
  mutating func date(_ field: String, _ label: String, year: Int? = nil) -> CalendarDate? {
    let text = form.choice(field).strippedOfBlanks
    guard !text.isEmpty else {
      add("\(label) saknas. Skriv en dag, till exempel 2025-03-31.", at: field)
      return nil
    }
    if let day = CalendarDate(typed: text, year: year) { return day }
    add("\(label) är ”\(text)”, som inte är någon dag. Skriv den som 2025-03-31.", at: field)
    return nil
  }

  /// An amount in kronor in any of the ways that people type one, sums among them. Nil where there is none: a fault where
  /// one is required, and where the text is no amount or is below zero without leave.
  mutating func amount(
    _ field: String, _ label: String, isRequired: Bool = true, mayBeNegative: Bool = false
  ) -> Money? {
    let typed = form.choice(field).strippedOfBlanks
    switch AmountExpression.evaluate(typed) {
    case .empty:
      if isRequired { add("\(label) saknas. Skriv ett belopp i kronor, till exempel 1 650 000.", at: field) }
    case .amount(let money) where mayBeNegative || money >= .zero: return money
    case .amount: add("\(label) är ”\(typed.excerpt)”. Skriv ett belopp som inte är under noll.", at: field)
    case .fault(let fault): add(fault.words(at: label, typed: typed), at: field)
    }
    return nil
  }

  private mutating func examine(_ text: String, field: String, label: String, isLong: Bool, byteCountMax: Int) {
    if text.utf8.count > byteCountMax {
      add("\(label) är för lång: \(text.utf8.count) byte, och högst \(byteCountMax) får plats. Korta den.", at: field)
    }
    let isAllowed = text.unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control || (isLong && ["\n", "\r", "\t"].contains($0))
    }
    if !isAllowed { add("\(label) innehåller ett styrtecken. Skriv texten på nytt.", at: field) }
    if !PersonalNumber.find(in: text).isEmpty {
      add("\(label) innehåller ett personnummer. Inga personnummer får sparas. Ta bort numret.", at: field)
    }
  }
}

/// What is wrong in one field, in a whole sentence.
struct FieldFault: Hashable, Sendable {
  /// The field's name; empty for the form as a whole.
  let field: String
  let message: String
  /// Two or three words for a narrow place beside the field, where the sentence stands above the form; empty where the
  /// sentence stands there too.
  var brief = ""

  /// What is said at the field.
  var atField: String { brief.isEmpty ? message : brief }
}

extension String {
  /// Whether something in it is never seen: a control character, or one that turns the text around and makes the name
  /// of a file seem another.
  var hasUnseenScalars: Bool {
    unicodeScalars.contains { [.control, .format].contains($0.properties.generalCategory) }
  }

  /// The text without blanks and line ends at its ends, and with every line end as one LF.
  var strippedOfBlanks: String {
    var bytes: [UInt8] = []
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == 13 {
        bytes.append(10)
      } else if !(byte == 10 && previous == 13) {
        bytes.append(byte)
      }
      previous = byte
    }
    let isBlank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 || $0 == 10 }
    return String(decoding: bytes.drop(while: isBlank).reversed().drop(while: isBlank).reversed(), as: UTF8.self)
  }
}
