import Ledger

/// An amount as it was written: what it is, and how it departs from the form SIE 4B 5.9 asks for.
enum SIEAmount {
  /// As it should be.
  case exact(Int64)
  /// In a form the specification does not allow, but with only one meaning.
  case deviating(Int64, Deviation)
  /// Not an amount, or one that cannot be told.
  case unreadable(Fault)

  /// How a readable amount departs.
  enum Deviation {
    case comma, plus, thousands, decimals, bare
  }

  /// Why an amount cannot be read.
  enum Fault {
    case empty, text, fractionOfOre, tooLarge
  }

  /// Reads the bytes in `line[start..<end]`.
  static func read(_ line: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> SIEAmount {
    var index = start
    guard index < end else { return .unreadable(.empty) }
    let isNegative = line[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var kronor: Int64 = 0
    let first = index
    while index < end, line[index] &- 48 <= 9 {
      kronor = kronor * 10 + Int64(line[index] &- 48)
      guard kronor <= Money.oreMax / 100 else { return lenient(line, start, end) }
      index += 1
    }
    guard index > first else { return lenient(line, start, end) }
    var ore = kronor * 100
    if index < end, line[index] == UInt8(ascii: ".") {
      index += 1
      if index < end, line[index] &- 48 <= 9 {
        ore += Int64(line[index] &- 48) * 10
        index += 1
        if index < end, line[index] &- 48 <= 9 {
          ore += Int64(line[index] &- 48)
          index += 1
        }
      }
    }
    guard index == end, ore <= Money.oreMax else { return lenient(line, start, end) }
    return .exact(isNegative ? -ore : ore)
  }

  /// The same for what is not in form: slower, and it says what it met.
  private static func lenient(_ line: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> SIEAmount {
    var bytes = Array(UnsafeBufferPointer(start: line + start, count: end - start))
    while let last = bytes.last, last == 32 || last == 9 { bytes.removeLast() }
    while let first = bytes.first, first == 32 || first == 9 { bytes.removeFirst() }
    guard !bytes.isEmpty else { return .unreadable(.empty) }
    var deviation = Deviation.thousands
    var isNegative = false
    if bytes.first == UInt8(ascii: "+") {
      deviation = .plus
      bytes.removeFirst()
    } else if bytes.first == UInt8(ascii: "-") {
      isNegative = true
      bytes.removeFirst()
    }
    let mark = bytes.lastIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    let whole = mark.map { bytes[..<$0] } ?? bytes[...]
    let fraction = mark.map { bytes[($0 + 1)...] } ?? []
    if let mark, bytes[mark] == UInt8(ascii: ",") { deviation = .comma }
    guard fraction.allSatisfy({ $0 &- 48 <= 9 }), whole.count + fraction.count > 0 else { return .unreadable(.text) }
    var kronor: Int64 = 0
    var group: Int?
    for byte in whole {
      if byte == 32 || byte == 0xA0 {
        guard group ?? 3 == 3 else { return .unreadable(.text) }
        deviation = .thousands
        group = 0
        continue
      }
      guard byte &- 48 <= 9 else { return .unreadable(.text) }
      group = group.map { $0 + 1 }
      kronor = kronor * 10 + Int64(byte &- 48)
      guard kronor <= Money.oreMax / 100 else { return .unreadable(.tooLarge) }
    }
    guard group ?? 3 == 3 else { return .unreadable(.text) }
    guard fraction.dropFirst(2).allSatisfy({ $0 == 48 }) else { return .unreadable(.fractionOfOre) }
    if fraction.count > 2 { deviation = .decimals }
    if whole.isEmpty { deviation = .bare }
    let tenths = Int64((fraction.first ?? 48) &- 48)
    let hundredths = Int64((fraction.dropFirst().first ?? 48) &- 48)
    let ore = kronor * 100 + tenths * 10 + hundredths
    guard ore <= Money.oreMax else { return .unreadable(.tooLarge) }
    return .deviating(isNegative ? -ore : ore, deviation)
  }
}

/// The small numbers of a SIE record, read from bytes.
enum SIENumber {
  /// A whole number with at most 15 digits and perhaps a minus.
  static func integer(_ line: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var index = start
    let isNegative = index < end && line[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    guard index < end, end - index <= 15 else { return nil }
    var number = 0
    while index < end {
      let digit = line[index] &- 48
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
      index += 1
    }
    return isNegative ? -number : number
  }

  /// A quantity in thousandths, and whether more decimals were cut off. Nil where it is no number.
  static func thousandths(_ line: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> (Int64, isCut: Bool)? {
    var index = start
    let isNegative = index < end && line[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    guard index < end, end - index <= 40 else { return nil }
    var number: Int64 = 0
    var decimals: Int?
    var isCut = false
    while index < end {
      let byte = line[index]
      index += 1
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), decimals == nil {
        decimals = 0
        continue
      }
      let digit = byte &- 48
      guard digit <= 9 else { return nil }
      if let count = decimals {
        if count == 3 {
          if digit != 0 { isCut = true }
          continue
        }
        decimals = count + 1
      }
      number = number * 10 + Int64(digit)
      guard number < 1_000_000_000_000_000 else { return nil }
    }
    for _ in (decimals ?? 0)..<3 { number *= 10 }
    return (isNegative ? -number : number, isCut)
  }

  /// A day written `20251231`, or `2025-12-31`, which SIE does not allow.
  static func date(_ line: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> (CalendarDate, isISO: Bool)? {
    if end - start == 8 {
      return integer(line, start, end).flatMap { CalendarDate(yyyymmdd: $0) }.map { ($0, false) }
    }
    guard end - start == 10, line[start + 4] == UInt8(ascii: "-"), line[start + 7] == UInt8(ascii: "-"),
      let year = integer(line, start, start + 4), let month = integer(line, start + 5, start + 7),
      let day = integer(line, start + 8, end), let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return (date, true)
  }

  /// A month written `202512`.
  static func month(_ line: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Month? {
    guard end - start == 6, let number = integer(line, start, end) else { return nil }
    return Month(year: number / 100, month: number % 100)
  }
}
