import Ledger

/// Account numbers by their bytes, so that a number that has been met before costs no text. An account's index is its
/// place in `numbers`, and in the tallies that the checks keep.
struct SIEAccountTable {
  /// The accounts met, in the order they were met.
  private(set) var numbers: [AccountNumber] = []
  private var keys = [UInt64](repeating: 0, count: 1024)
  private var indices = [Int32](repeating: -1, count: 1024)
  private var others: [String: Int] = [:]

  /// The account with those bytes, which must be ASCII.
  mutating func index(_ line: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    let count = end - start
    guard count <= 7 else {
      return index(String(decoding: UnsafeBufferPointer(start: line + start, count: count), as: UTF8.self))
    }
    var key = UInt64(count + 1) << 56
    for offset in 0..<count { key |= UInt64(line[start + offset]) << UInt64(offset * 8) }
    var slot = Self.slot(key, keys.count)
    while indices[slot] >= 0 {
      if keys[slot] == key { return Int(indices[slot]) }
      slot = (slot + 1) & (keys.count - 1)
    }
    let text = String(decoding: UnsafeBufferPointer(start: line + start, count: count), as: UTF8.self)
    numbers.append(AccountNumber(text))
    insert(key, numbers.count - 1)
    return numbers.count - 1
  }

  /// The account with that text, for numbers that are long or not ASCII.
  mutating func index(_ text: String) -> Int {
    if let known = others[text] { return known }
    numbers.append(AccountNumber(text))
    others[text] = numbers.count - 1
    return numbers.count - 1
  }

  private mutating func insert(_ key: UInt64, _ index: Int) {
    if numbers.count * 2 > keys.count {
      let old = zip(keys, indices).filter { $0.1 >= 0 }
      keys = [UInt64](repeating: 0, count: keys.count * 2)
      indices = [Int32](repeating: -1, count: keys.count)
      for (key, index) in old { place(key, index) }
    }
    place(key, Int32(truncatingIfNeeded: index))
  }

  private mutating func place(_ key: UInt64, _ index: Int32) {
    var slot = Self.slot(key, keys.count)
    while indices[slot] >= 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    indices[slot] = index
  }

  private static func slot(_ key: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
  }
}

/// Object lists by the bytes between their braces, so that a list that has been met before costs no array.
struct SIEObjectTable {
  private var pool: [UInt8] = []
  private var entries: [(hash: UInt64, start: Int, count: Int, objects: ObjectSet)] = []
  private var slots = [Int32](repeating: -1, count: 1024)
  /// No more lists than this are remembered: a file with an invoice number on every row must not fill the memory.
  private static let entryCountMax = 65_536

  /// The objects of those bytes, if they have been met.
  func objects(_ line: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> ObjectSet? {
    let hash = Self.hash(line, start, end)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, entry.count == end - start,
        (0..<entry.count).allSatisfy({ pool[entry.start + $0] == line[start + $0] })
      {
        return entry.objects
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Remembers the objects of those bytes.
  mutating func insert(_ objects: ObjectSet, _ line: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    guard entries.count < Self.entryCountMax else { return }
    let hash = Self.hash(line, start, end)
    entries.append((hash, pool.count, end - start, objects))
    pool.append(contentsOf: UnsafeBufferPointer(start: line + start, count: end - start))
    if entries.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for index in entries.indices { place(index) }
    } else {
      place(entries.count - 1)
    }
  }

  private mutating func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: index)
  }

  private static func hash(_ line: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in start..<end { hash = (hash ^ UInt64(line[index])) &* 0x0000_0100_0000_01B3 }
    return hash ^ hash >> 32
  }
}

/// Which numbers of a series have been met: one bit a number, so that a million numbers in order take some 400 kB.
struct SIESeries {
  /// The last number met.
  private(set) var last: Int?
  private var lowest = Int.max
  private var highest = Int.min
  private var bits: [Int: UInt64] = [:]
  /// The line of the first number that was not higher than the one before it.
  private(set) var firstOutOfOrderLine: Int?

  /// Takes a number; false where it has been met before.
  mutating func insert(_ number: Int, line: Int) -> Bool {
    if let last, number < last, firstOutOfOrderLine == nil { firstOutOfOrderLine = line }
    last = number
    lowest = min(lowest, number)
    highest = max(highest, number)
    let bit = UInt64(1) << UInt64(number & 63)
    let word = bits[number >> 6, default: 0]
    guard word & bit == 0 else { return false }
    bits[number >> 6] = word | bit
    return true
  }

  /// The numbers missing between the lowest and the highest: how many, and the first few as ranges.
  func gaps(rangeCountMax: Int) -> (count: Int, ranges: [ClosedRange<Int>]) {
    guard lowest <= highest else { return (0, []) }
    var ranges: [ClosedRange<Int>] = []
    var count = 0
    var expected = lowest
    for key in bits.keys.sorted() {
      var word = bits[key] ?? 0
      while word != 0 {
        let number = key << 6 + word.trailingZeroBitCount
        word &= word - 1
        if number > expected {
          count += number - expected
          if ranges.count < rangeCountMax { ranges.append(expected...(number - 1)) }
        }
        expected = number + 1
      }
    }
    return (count, ranges)
  }
}
