import Association
import Desk
import Exchange
import HTTPTypes
import Ledger
import Report
import Store

/// Takes a bank's file into the book: the bytes as a document, and its statements as facts. With an error in the file
/// nothing is kept.
enum KeepStatement {
  static func save(_ asked: Asked, _: Nothing) async throws -> Answer {
    var reading = FormReading(asked.form)
    let account = account(asked, &reading)
    let closing =
      asked.form.choice("saldo").strippedOfBlanks.isEmpty
      ? nil : reading.amount("saldo", "Utgående saldo", mayBeNegative: true)
    let through =
      asked.form.choice("till").strippedOfBlanks.isEmpty ? nil : reading.date("till", "Dagen som utdraget gäller till")
    if let through, through > asked.today {
      reading.add("Dagen \(through.text) har inte varit än. Skriv dagen som utdraget gäller till.", at: "till")
    }
    let file = asked.form.files.first { $0.field == "fil" && !$0.bytes.isEmpty }
    if let file {
      if file.bytes.count > BankFile.byteCountMax {
        reading.add(
          "Filen är \(FileSize.words(file.bytes.count)), och högst \(FileSize.words(BankFile.byteCountMax)) läses. Hämta "
            + "utdraget i kortare perioder.", at: "fil")
      }
      if !PersonalNumber.find(in: file.name).isEmpty || file.name.utf8.count > 200 || file.name.hasUnseenScalars {
        reading.add("Filens namn är för långt eller innehåller något som inte får sparas. Döp om filen.", at: "fil")
      } else {
        for words in file.dangers() { reading.add(words, at: "fil") }
      }
    } else {
      reading.add("Ingen fil är vald. Välj kontoutdraget och läs in igen.", at: "fil")
    }
    guard let file, let account, !reading.hasFaults else { return try again(asked, reading.faults) }
    let read = try await LongWork.run { BankFile.read(file.bytes, named: file.name) }
    guard !read.hasErrors, !read.value.isEmpty else {
      return try again(
        asked, [FieldFault(field: "fil", message: "Filen gick inte att läsa in. Inget är sparat; se Om filen.")],
        remarks: read.diagnostics)
    }
    // A file of rows alone covers no more than its rows; that it was asked for longer is said by who asked.
    let statements = read.value.enumerated().map { index, statement in
      var statement = statement
      if let through, index == read.value.count - 1 { statement.last = max(statement.last, through) }
      return statement
    }
    let moment = asked.now
    var gaps: [String] = []
    do {
      try asked.store.together(by: asked.actor, at: moment) { writing in
        let document = try writing.attach(
          file.bytes, name: file.name.isEmpty ? "kontoutdrag" : file.name,
          mediaType: file.bytes.first == UInt8(ascii: "<") ? "application/xml" : "text/csv")
        for statement in statements {
          gaps += try writing.bankBook(of: account).joints(of: statement).compactMap(\.words)
          try writing.keep(statement, of: account, closing: closing, document: document)
        }
      }
    } catch {
      return try again(asked, [try MoneyFault.of(error)], remarks: read.diagnostics)
    }
    let count = read.value.map(\.lines.count).reduce(0, +)
    return .see(
      Addresses.bankAccount.path(account.text),
      notice: "Kontoutdraget är inläst: \(Words.count(count, "rad", "rader"))." + gaps.map { " \($0)" }.joined())
  }

  private static func account(_ asked: Asked, _ reading: inout FormReading) -> AccountNumber? {
    let chosen = asked.form.choice("konto").strippedOfBlanks
    if !chosen.isEmpty { return account(chosen, field: "konto", &reading) }
    let typed = asked.form.choice("annat-konto").strippedOfBlanks
    if typed.isEmpty { reading.add("Kontot saknas. Välj ett i listan, eller skriv dess nummer.", at: "konto") }
    return typed.isEmpty ? nil : account(typed, field: "annat-konto", &reading)
  }

  private static func account(_ text: String, field: String, _ reading: inout FormReading) -> AccountNumber? {
    guard (3...8).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }), text.utf8.first == 49
    else {
      reading.add("Kontot är ”\(text)”. Skriv ett konto som börjar på 1, till exempel 1930.", at: field)
      return nil
    }
    return AccountNumber(text)
  }

  private static func again(_ asked: Asked, _ faults: [FieldFault], remarks: [Diagnostic] = []) throws -> Answer {
    .page(try ShowBank.page(asked, faults: faults, remarks: remarks), status: .unprocessableContent)
  }
}

extension BankJoint {
  /// What is said where a statement does not join its neighbours; nil where it cannot be kept at all, which the book says.
  var words: String? {
    switch self {
    case .overlaps: nil
    case .jumpsFrom(let other, let opening):
      "Utdraget börjar på \(Numerals.ore(opening)), men det föregående slutade \(other.last.text) på "
        + "\(Numerals.ore(other.closing)). Ett utdrag däremellan saknas: läs in det också."
    case .jumpsTo(let other, let closing):
      "Utdraget slutar på \(Numerals.ore(closing)), men det följande börjar \(other.first.text) på "
        + "\(Numerals.ore(other.opening)). Ett utdrag däremellan saknas: läs in det också."
    }
  }
}
