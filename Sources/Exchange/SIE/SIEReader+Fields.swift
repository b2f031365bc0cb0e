import Ledger

/// From the fields of a line to values. What departs from the form is said, once, where it stands.
extension SIEReader {
  /// The text of a field; empty where there is none.
  mutating func text(_ index: Int, _ base: UnsafePointer<UInt8>) -> String {
    guard index < fields.count else { return "" }
    return text(fields[index], base)
  }

  /// The text of a field.
  mutating func text(_ field: SIEFields.Field, _ base: UnsafePointer<UInt8>) -> String {
    let count = field.end - field.start
    guard count > 0 else { return "" }
    if field.marks.contains(.strayQuote) { log.add(.sieStrayQuote(at: spot(field.start))) }
    if field.marks.contains(.unterminated) { log.add(.sieOpenQuote(at: spot(field.start))) }
    let bytes = UnsafeBufferPointer(start: base + field.start, count: count)
    watch(bytes, at: field.start)
    if field.marks.contains(.escaped) {
      let plain = SIEReader.unescaped(bytes)
      return plain.withUnsafeBufferPointer { decoded($0, isHigh: field.marks.contains(.high)) }
    }
    return decoded(bytes, isHigh: field.marks.contains(.high))
  }

  /// What stands from the beginning of one field to the end of the line, as one text.
  mutating func rest(from index: Int, to end: Int, _ base: UnsafePointer<UInt8>) -> String {
    guard index < fields.count else { return "" }
    guard index + 1 < fields.count else { return text(index, base) }
    // Two fields where one belongs: a name without quotes, or one with quotes inside.
    log.add(.sieUnquoted(at: spot(fields[index].start)))
    var last = end
    if fields[index].marks.contains(.quoted), last > fields[index].start, base[last - 1] == UInt8(ascii: "\"") {
      last -= 1
    }
    let written = UnsafeBufferPointer(start: base + fields[index].start, count: last - fields[index].start)
    watch(written, at: fields[index].start)
    let bytes = SIEReader.unescaped(written)
    return bytes.withUnsafeBufferPointer { decoded($0, isHigh: true) }
  }

  /// Says where a text holds somebody's personal identity number. It is read all the same: bookkeeping stays as it
  /// was booked. `#ORGNR` of a private firm is such a number by right.
  private mutating func watch(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    // Nearly every text ends here: it is too short, or has fewer digits than such a number.
    guard bytes.count >= 10, bytes.reduce(0, { $0 + ($1 &- 48 <= 9 ? 1 : 0) }) >= 10 else { return }
    guard let first = PersonalNumber.find(in: Array(bytes)).first, !line.starts(with: "#ORGNR".utf8) else { return }
    log.add(.siePersonalNumber(at: spot(index + first.lowerBound)))
  }

  private mutating func decoded(_ bytes: UnsafeBufferPointer<UInt8>, isHigh: Bool) -> String {
    if isHigh { garble.look(at: bytes, encoding: form.encoding, line: lineNumber) }
    // Programs repeat the voucher's text on every row; texts of at most 15 bytes cost no memory of their own.
    guard bytes.count > 15 else { return isHigh ? form.encoding.text(bytes) : String(decoding: bytes, as: UTF8.self) }
    if bytes.count == repeatedBytes.count, repeatedBytes.elementsEqual(bytes) { return repeatedText }
    let text = isHigh ? form.encoding.text(bytes) : String(decoding: bytes, as: UTF8.self)
    repeatedBytes.removeAll(keepingCapacity: true)
    repeatedBytes.append(contentsOf: bytes)
    repeatedText = text
    return text
  }

  /// The bytes with `\"` turned into `"`, the only escape there is (SIE 4B 5.7).
  static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == UInt8(ascii: "\""), plain.last == UInt8(ascii: "\\") { plain.removeLast() }
      plain.append(byte)
    }
    return plain
  }

  /// The account in a field, as an index in the table.
  mutating func account(_ index: Int, _ base: UnsafePointer<UInt8>) -> Int {
    guard index < fields.count else {
      let account = accounts.index("")
      checks.grow(to: accounts.numbers.count)
      return account
    }
    let field = fields[index]
    let plain = field.marks.isDisjoint(with: [.high, .escaped, .strayQuote, .unterminated])
    let known = accounts.numbers.count
    let account = plain ? accounts.index(base, field.start, field.end) : accounts.index(text(field, base))
    if accounts.numbers.count > known {
      checks.grow(to: accounts.numbers.count)
      let number = accounts.numbers[account].text
      if !number.isEmpty, !number.utf8.allSatisfy({ $0 &- 48 <= 9 }) {
        log.add(.sieAccountNotNumeric(at: spot(field.start), number))
      }
    }
    return account
  }

  /// The objects in a list.
  mutating func objects(_ index: Int, _ base: UnsafePointer<UInt8>) -> ObjectSet {
    let field = fields[index]
    var start = field.start
    while start < field.end, base[start] == 32 || base[start] == 9 { start += 1 }
    guard start < field.end else { return .none }
    if let known = objectSets.objects(base, field.start, field.end) { return known }
    inner.split(base, from: field.start, to: field.end, lists: false)
    var references: [ObjectReference] = []
    for pair in 0..<(inner.count / 2) {
      let dimension = inner[pair * 2]
      guard let number = SIENumber.integer(base, dimension.start, dimension.end), number > 0 else {
        log.add(.sieObjectList(at: spot(field.start)))
        return ObjectSet(references)
      }
      references.append(
        ObjectReference(dimension: Dimension(number: number), object: text(inner[pair * 2 + 1], base)))
    }
    if inner.count % 2 == 1 { log.add(.sieObjectList(at: spot(field.start))) }
    let set = ObjectSet(references)
    for reference in references { checks.use(reference, line: lineNumber) }
    objectSets.insert(set, base, field.start, field.end)
    return set
  }

  /// The amount in a field. Nil, and an error, where it cannot be read: nothing is taken for zero.
  mutating func amount(_ index: Int, _ base: UnsafePointer<UInt8>, label: String) -> Money? {
    guard index < fields.count, !fields[index].marks.contains(.list) else {
      log.add(.sieAmount(at: spot(line.count), label: label, text: "", .empty))
      return nil
    }
    let field = fields[index]
    switch SIEAmount.read(base, field.start, field.end) {
    case .exact(let ore):
      guard !isThousands(index, base, label: label) else {
        let written = "\(text(index, base)) \(text(index + 1, base))"
        log.add(.sieAmount(at: spot(field.start), label: label, text: written, .text))
        return nil
      }
      return Money(ore: ore)
    case .deviating(let ore, let deviation):
      log.add(.sieAmountForm(at: spot(field.start), text: text(index, base), Money(ore: ore), deviation))
      return Money(ore: ore)
    case .unreadable(let fault):
      log.add(.sieAmount(at: spot(field.start), label: label, text: text(index, base), fault))
      return nil
    }
  }

  /// Whether the field and the next are the two halves of an amount such as `1 000.00`, written without quotes.
  private func isThousands(_ index: Int, _ base: UnsafePointer<UInt8>, label: String) -> Bool {
    guard index + 1 < fields.count, !fields[index].marks.contains(.quoted) else { return false }
    let next = fields[index + 1]
    let count = next.end - next.start
    guard !next.marks.contains(.quoted), count == 3 || count == 6 else { return false }
    // In a row the next field is a day, in a balance it may be a quantity, which seldom has two decimals.
    guard count == 6 || label.hasSuffix("TRANS") else { return false }
    guard (0..<3).allSatisfy({ base[next.start + $0] &- 48 <= 9 }) else { return false }
    if count == 6, base[next.start + 3] != UInt8(ascii: "."), base[next.start + 3] != UInt8(ascii: ",") { return false }
    let digits = fields[index].end - fields[index].start - (base[fields[index].start] == UInt8(ascii: "-") ? 1 : 0)
    return (1...3).contains(digits)
      && (fields[index].start..<fields[index].end).allSatisfy { base[$0] != UInt8(ascii: ".") }
  }

  /// The quantity in a field, in thousandths.
  mutating func quantity(_ index: Int, _ base: UnsafePointer<UInt8>) -> Int64? {
    guard index < fields.count, fields[index].end > fields[index].start else { return nil }
    guard let (number, isCut) = SIENumber.thousandths(base, fields[index].start, fields[index].end) else {
      log.add(.sieQuantity(at: spot(fields[index].start), text: text(index, base)))
      return nil
    }
    if isCut { log.add(.sieQuantityCut(at: spot(fields[index].start), text: text(index, base))) }
    return number
  }

  /// Whether there is a field there with something in it.
  func isFilled(_ index: Int) -> Bool { index < fields.count && fields[index].end > fields[index].start }

  /// Whether there is a list there.
  func isList(_ index: Int) -> Bool { index < fields.count && fields[index].marks.contains(.list) }

  /// The day in a field without a word about it.
  func quietDate(_ index: Int, _ base: UnsafePointer<UInt8>) -> (CalendarDate, isISO: Bool)? {
    guard index < fields.count else { return nil }
    return SIENumber.date(base, fields[index].start, fields[index].end)
  }

  /// The day in a field; nil, and a warning where something stands there that is no day.
  mutating func date(_ index: Int, _ base: UnsafePointer<UInt8>, label: String) -> CalendarDate? {
    guard isFilled(index) else { return nil }
    guard let (date, isISO) = quietDate(index, base) else {
      log.add(.sieDate(at: spot(fields[index].start), label: label, text: text(index, base)))
      return nil
    }
    if isISO { log.add(.sieDateForm(at: spot(fields[index].start), date)) }
    return date
  }

  /// The fields after the last one that SIE 4B knows, as they stood.
  mutating func extra(from index: Int, _ base: UnsafePointer<UInt8>) -> [SIEUnknown.Field] {
    guard index < fields.count else { return [] }
    return (index..<fields.count).map { unknownField($0, base) }
  }

  /// A field as it stood.
  mutating func unknownField(_ index: Int, _ base: UnsafePointer<UInt8>) -> SIEUnknown.Field {
    let field = fields[index]
    guard field.marks.contains(.list) else { return .text(text(field, base)) }
    inner.split(base, from: field.start, to: field.end, lists: false)
    return .list((0..<inner.count).map { text(inner[$0], base) })
  }
}

extension Diagnostic {
  fileprivate static func siePersonalNumber(at spot: SIEReader.Spot) -> Diagnostic {
    Diagnostic(
      "personnummer", .warning, spot,
      "Här står ett personnummer eller samordningsnummer. Det som är bokfört läses in som det står, men numret ska inte "
        + "stå där: byt ut det i bokföringsprogrammet och exportera på nytt, eller be byrån om det.")
  }

  fileprivate static func sieStrayQuote(at spot: SIEReader.Spot) -> Diagnostic {
    Diagnostic(
      "sie-citattecken", .note, spot,
      "Texten innehåller ett citattecken som inte är skrivet \\\". Det har behållits. Ofta har ett å, ä eller ö blivit "
        + "citattecken i programmet som skrev filen; rätta i så fall texten där.")
  }

  fileprivate static func sieOpenQuote(at spot: SIEReader.Spot) -> Diagnostic {
    Diagnostic(
      "sie-citattecken-oppet", .warning, spot,
      "Det avslutande citattecknet, eller den avslutande klammern, saknas. Fältet har lästs till radens slut; kontrollera "
        + "att inget på raden har kapats.")
  }

  fileprivate static func sieUnquoted(at spot: SIEReader.Spot) -> Diagnostic {
    Diagnostic(
      "sie-citattecken-saknas", .note, spot,
      "Texten innehåller blanktecken men står inte inom citattecken. Resten av raden har lästs som en enda text; "
        + "kontrollera att den stämmer.")
  }

  fileprivate static func sieAccountNotNumeric(at spot: SIEReader.Spot, _ number: String) -> Diagnostic {
    Diagnostic(
      "sie-konto-nummer", .warning, spot,
      "Kontonumret \(number) består inte bara av siffror, som SIE kräver. Det har behållits som det står; kontrollera att "
        + "kontot hör hemma i bokföringen.")
  }

  fileprivate static func sieObjectList(at spot: SIEReader.Spot) -> Diagnostic {
    Diagnostic(
      "sie-objektlista-fel", .error, spot,
      "Objektlistan går inte att läsa: den ska bestå av par av dimensionens nummer och objektets nummer, till exempel "
        + "{\"1\" \"100\"}. Rätta raden i programmet som skrev filen och exportera på nytt.")
  }

  fileprivate static func sieAmount(
    at spot: SIEReader.Spot, label: String, text: String, _ fault: SIEAmount.Fault
  ) -> Diagnostic {
    let what =
      switch fault {
      case .empty: "Beloppet saknas i #\(label)."
      case .text: "Beloppet ”\(text)” i #\(label) går inte att läsa; det ska skrivas som 1234.50 eller -1234.50."
      case .fractionOfOre: "Beloppet ”\(text)” i #\(label) har delar av ett öre; SIE tillåter högst två decimaler."
      case .tooLarge:
        "Beloppet ”\(text)” i #\(label) är större än \(Money(ore: Money.oreMax).spoken), som är det största finsam läser."
      }
    return Diagnostic(
      "sie-belopp", .error, spot,
      what + " Raden är inte medräknad. Rätta den i programmet som skrev filen och exportera på nytt.")
  }

  fileprivate static func sieAmountForm(
    at spot: SIEReader.Spot, text: String, _ amount: Money, _ deviation: SIEAmount.Deviation
  ) -> Diagnostic {
    let what =
      switch deviation {
      case .comma: "med decimalkomma i stället för punkt"
      case .plus: "med plustecken"
      case .thousands: "med blanktecken mellan siffrorna"
      case .decimals: "med fler än två decimaler"
      case .bare: "utan siffra före decimalpunkten"
      }
    return Diagnostic(
      "sie-belopp-form", .warning, spot,
      "Beloppet ”\(text)” är skrivet \(what), vilket SIE inte tillåter. Det har lästs som \(amount.spoken); "
        + "kontrollera att det stämmer.")
  }

  fileprivate static func sieQuantity(at spot: SIEReader.Spot, text: String) -> Diagnostic {
    Diagnostic(
      "sie-kvantitet", .warning, spot,
      "Kvantiteten ”\(text)” är inget tal och har utelämnats. Beloppet är läst; rätta kvantiteten om den behövs.")
  }

  fileprivate static func sieQuantityCut(at spot: SIEReader.Spot, text: String) -> Diagnostic {
    Diagnostic(
      "sie-kvantitet-decimaler", .note, spot,
      "Kvantiteten \(text) har fler än tre decimaler. finsam behåller tre; beloppet påverkas inte.")
  }

  fileprivate static func sieDate(at spot: SIEReader.Spot, label: String, text: String) -> Diagnostic {
    Diagnostic(
      "sie-datum", .warning, spot,
      "”\(text)” i #\(label) är inget datum; det ska skrivas med åtta siffror, som 20251231, och finnas i almanackan. "
        + "Datumet har utelämnats; rätta det i programmet som skrev filen.")
  }

  fileprivate static func sieDateForm(at spot: SIEReader.Spot, _ date: CalendarDate) -> Diagnostic {
    Diagnostic(
      "sie-datum-form", .warning, spot,
      "Datumet är skrivet med bindestreck; i SIE ska det skrivas \(date.yyyymmdd). Det har lästs som \(date.text).")
  }
}
