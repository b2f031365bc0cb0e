import Ledger

/// Years and days in headings and sentences.
enum Period {
  /// The year that stands at that byte, alone or at the head of a date; nil where none does.
  static func year(_ bytes: [UInt8], at: Int) -> Int? {
    guard at + 4 <= bytes.count, at == 0 || !bytes[at - 1].isWordByte else { return nil }
    let size = NumberScanner.digits(bytes, at, bytes.count)
    guard size == 4 || size == 8 else { return nil }
    var year = 0
    for index in at..<(at + 4) { year = year * 10 + Int(bytes[index] - 48) }
    guard (1994...2099).contains(year) else { return nil }
    if size == 8 {
      var day = 0
      for index in (at + 4)..<(at + 8) { day = day * 10 + Int(bytes[index] - 48) }
      guard (101...1231).contains(day) else { return nil }
    } else if at + 4 < bytes.count, bytes[at + 4] == 58 || (bytes[at + 4].isLetterByte) {
      return nil
    }
    return year
  }

  /// Every year, with where it begins and ends.
  static func years(in bytes: [UInt8], from start: Int = 0, before stop: Int? = nil) -> [(year: Int, range: Range<Int>)]
  {
    var found: [(Int, Range<Int>)] = []
    let stop = stop ?? bytes.count
    var at = start
    while at < stop {
      guard bytes[at].isDigit else {
        at += 1
        continue
      }
      if let year = year(bytes, at: at) {
        var end = at + NumberScanner.digits(bytes, at, bytes.count)
        while end + 2 < bytes.count, bytes[end] == 45, bytes[end + 1].isDigit, bytes[end + 2].isDigit,
          NumberScanner.digits(bytes, end + 1, bytes.count) == 2
        {
          end += 3
        }
        found.append((year, at..<end))
        at = end
      } else {
        while at < stop, bytes[at].isDigit { at += 1 }
      }
    }
    return found
  }

  static let months = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
  ]

  /// Every day: `2022-12-31`, `31 december 2022`; and what looks like one and is none.
  static func days(in bytes: [UInt8]) -> [(date: CalendarDate?, range: Range<Int>)] {
    var found: [(CalendarDate?, Range<Int>)] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at].isDigit, at == 0 || !bytes[at - 1].isWordByte else {
        at += 1
        continue
      }
      let size = NumberScanner.digits(bytes, at, bytes.count)
      let end = at + size
      if size == 4, let year = year(bytes, at: at), end + 5 < bytes.count + 0, bytes[end] == 45,
        NumberScanner.digits(bytes, end + 1, bytes.count) == 2, bytes[end + 3] == 45,
        NumberScanner.digits(bytes, end + 4, bytes.count) == 2
      {
        let month = Int(bytes[end + 1] - 48) * 10 + Int(bytes[end + 2] - 48)
        let day = Int(bytes[end + 4] - 48) * 10 + Int(bytes[end + 5] - 48)
        found.append((CalendarDate(year: year, month: month, day: day), at..<(end + 6)))
        at = end + 6
        continue
      }
      if size <= 2 {
        var next = end
        while next < bytes.count, bytes[next] == 32 || bytes[next] == 46 { next += 1 }
        if bytes.find("e ", from: end, before: Swift.min(bytes.count, end + 3)) == end { next = end + 2 }
        for (index, month) in months.enumerated()
        where bytes.find(month, from: next, before: Swift.min(bytes.count, next + month.utf8.count)) == next {
          var after = next + month.utf8.count
          while after < bytes.count, bytes[after] == 32 { after += 1 }
          var day = 0
          for index in at..<end { day = day * 10 + Int(bytes[index] - 48) }
          if after < bytes.count, bytes[after].isDigit, let year = year(bytes, at: after) {
            found.append((CalendarDate(year: year, month: index + 1, day: day), at..<(after + 4)))
            at = after + 4
          }
          break
        }
      }
      at = Swift.max(at, end)
    }
    return found
  }
}
