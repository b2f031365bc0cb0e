public import Association
public import Ledger

/// Bank statements as files: camt.053 (ISO 20022) from any bank, and the CSV files that Swedish banks and Skatteverket
/// (skattekontot) let one save.
public enum BankFile {
  /// The largest file that is read.
  public static let byteCountMax = XMLReader.byteCountMax

  /// The statements in the file, and everything that is not as it should be. There is nothing it refuses to look at:
  /// what cannot be read gives no statement and a reason.
  public static func read(_ bytes: [UInt8], named name: String) -> Reading<[BankStatement]> {
    let file = Place(file: name)
    guard bytes.count <= byteCountMax else {
      return Reading(value: [], diagnostics: [.bankSize(at: file, byteCount: bytes.count)])
    }
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0x00, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
    guard let first = bytes.first(where: { !blanks.contains($0) }) else {
      return Reading(value: [], diagnostics: [.bankEmpty(at: file)])
    }
    guard !bytes.starts(with: Array("%PDF-".utf8)), !bytes.starts(with: [0x50, 0x4B, 3, 4]) else {
      return Reading(value: [], diagnostics: [.bankUnknown(at: file)])
    }
    let reading: Reading<[BankStatement]>
    if first == UInt8(ascii: "<") {
      let tree = XMLReader.read(bytes, named: name)
      var camt = CamtReader(file: name)
      let statements = tree.value.map { camt.read($0) } ?? []
      reading = Reading(value: statements, diagnostics: tree.diagnostics + camt.diagnostics)
    } else {
      let table = CSVTable.read(bytes, named: name)
      var reader = BankTableReader(file: name)
      let statement = reader.read(table.value)
      reading = Reading(
        value: statement.map { [$0] } ?? [], diagnostics: table.diagnostics + reader.diagnostics)
    }
    return masked(reading, file)
  }

  /// The statements without personal identity numbers, which payments to and from people may carry: the file is kept as
  /// it came, but no list of ours shows one.
  private static func masked(_ reading: Reading<[BankStatement]>, _ file: Place) -> Reading<[BankStatement]> {
    var result = reading
    var count = 0
    func mask(_ text: inout String) {
      guard !PersonalNumber.find(in: text).isEmpty else { return }
      text = PersonalNumber.masked(text)
      count += 1
    }
    for statement in result.value.indices {
      for line in result.value[statement].lines.indices {
        mask(&result.value[statement].lines[line].text)
        mask(&result.value[statement].lines[line].counterparty)
        mask(&result.value[statement].lines[line].reference)
      }
    }
    if count > 0 { result.diagnostics.append(.bankPersonalNumber(at: file, count: count)) }
    return result
  }
}

extension Diagnostic {
  fileprivate static func bankSize(at place: Place, byteCount: Int) -> Diagnostic {
    Diagnostic(
      code: "bank-storlek", severity: .error, place: place,
      message:
        "Filen är \(byteCount) byte, och högst \(BankFile.byteCountMax) läses. Hämta kontoutdraget i kortare perioder.")
  }

  fileprivate static func bankEmpty(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "bank-tom", severity: .error, place: place,
      message: "Filen är tom. Hämta kontoutdraget på nytt, som camt.053 eller CSV.")
  }

  static func bankUnknown(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "bank-okant", severity: .error, place: place,
      message:
        "Filen är inget kontoutdrag som kan läsas. Hämta det som camt.053 (XML) eller som CSV; ett utdrag i PDF eller Excel "
        + "går inte att läsa.")
  }

  fileprivate static func bankPersonalNumber(at place: Place, count: Int) -> Diagnostic {
    Diagnostic(
      code: "bank-personnummer", severity: .note, place: place,
      message:
        "\(count == 1 ? "En text" : "\(count) texter") på utdraget ser ut att innehålla ett personnummer, som visas som "
        + "stjärnor här. Filen själv sparas som den kom.")
  }

  static func bankBalanceOff(at place: Place, opening: Money, change: Money, closing: Money) -> Diagnostic {
    Diagnostic(
      code: "bank-saldo", severity: .error, place: place,
      message:
        "Ingående saldo \(opening.decimalText) och raderna \(change.decimalText) ger \((opening + change).decimalText), men "
        + "utdragets utgående saldo är \(closing.decimalText). Rader saknas eller är fel: hämta utdraget på nytt.")
  }

  static func bankNoBalance(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "bank-utan-saldo", severity: .warning, place: place,
      message:
        "Filen säger inget saldo. Skriv det utgående saldot från banken när du läser in den, så att avstämningen går att göra."
    )
  }

  static func bankDay(at place: Place, _ text: String) -> Diagnostic {
    Diagnostic(
      code: "bank-dag", severity: .error, place: place,
      message: text.isEmpty
        ? "Raden har ingen dag. Hämta utdraget på nytt med bokföringsdag."
        : "Dagen är ”\(text)”, som inte kan läsas. Den ska stå som 2025-03-31.")
  }

  static func bankAmount(at place: Place, _ text: String) -> Diagnostic {
    Diagnostic(
      code: "bank-belopp", severity: .error, place: place,
      message: text.isEmpty
        ? "Raden har inget belopp. Hämta utdraget på nytt med belopp på varje rad."
        : "Beloppet är ”\(text)”, som inte kan läsas. Det ska stå som -1234,50.")
  }
}
