/// Unpacks what zip archives are packed with (DEFLATE, RFC 1951), byte by byte and never beyond a size that is told.
struct Inflate {
  /// Why it stops.
  enum Fault: Error, Hashable {
    /// The bytes end, or say what the format does not have.
    case broken
    /// More comes out than was allowed.
    case tooLarge
  }

  private let bytes: ArraySlice<UInt8>
  private let byteCountMax: Int
  private var place: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var out: [UInt8] = []

  private init(_ bytes: ArraySlice<UInt8>, byteCountMax: Int) {
    self.bytes = bytes
    self.byteCountMax = byteCountMax
    place = bytes.startIndex
  }

  /// What the bytes unpack to, at most so much.
  static func unpacked(_ bytes: ArraySlice<UInt8>, byteCountMax: Int) throws(Fault) -> [UInt8] {
    var inflate = Inflate(bytes, byteCountMax: byteCountMax)
    while try !inflate.block() {}
    return inflate.out
  }

  /// Reads a block; true when it was the last.
  private mutating func block() throws(Fault) -> Bool {
    let isLast = try take(1) == 1
    switch try take(2) {
    case 0: try stored()
    case 1: try packed(Inflate.fixed.lengths, Inflate.fixed.distances)
    case 2:
      let (lengths, distances) = try tables()
      try packed(lengths, distances)
    default: throw .broken
    }
    return isLast
  }

  private mutating func take(_ count: Int) throws(Fault) -> Int {
    while bitCount < count {
      guard place < bytes.endIndex else { throw .broken }
      bits |= UInt32(bytes[place]) << UInt32(bitCount)
      place += 1
      bitCount += 8
    }
    let value = bits & ((1 << UInt32(count)) - 1)
    bits >>= UInt32(count)
    bitCount -= count
    return Int(value)
  }

  private mutating func stored() throws(Fault) {
    (bits, bitCount) = (0, 0)
    guard place + 4 <= bytes.endIndex else { throw .broken }
    let count = Int(bytes[place]) | Int(bytes[place + 1]) << 8
    let check = Int(bytes[place + 2]) | Int(bytes[place + 3]) << 8
    place += 4
    guard count ^ check == 0xFFFF, place + count <= bytes.endIndex else { throw .broken }
    guard out.count + count <= byteCountMax else { throw .tooLarge }
    out += bytes[place..<(place + count)]
    place += count
  }

  /// A Huffman code as how many codes there are of each length, and the symbols in the order of their codes.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    init?(_ lengths: ArraySlice<Int>) {
      for length in lengths { counts[length] += 1 }
      // More codes of a length than there is room for mean nothing.
      var left = 1
      for length in 1..<16 {
        left = left << 1 - counts[length]
        if left < 0 { return nil }
      }
      var offsets = [Int](repeating: 0, count: 16)
      for length in 1..<15 { offsets[length + 1] = offsets[length] + counts[length] }
      symbols = [Int](repeating: 0, count: lengths.count)
      for (symbol, length) in lengths.enumerated() where length > 0 {
        symbols[offsets[length]] = symbol
        offsets[length] += 1
      }
      counts[0] = 0
    }
  }

  private mutating func symbol(_ code: Code) throws(Fault) -> Int {
    var (value, first, index) = (0, 0, 0)
    for length in 1..<16 {
      value |= try take(1)
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw .broken
  }

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
  private static let orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// The codes that a block without tables of its own has (RFC 1951, 3.2.6).
  private static let fixed: (lengths: Code, distances: Code) = {
    let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
    let distances = [Int](repeating: 5, count: 30)
    guard let first = Code(lengths[...]), let second = Code(distances[...]) else {
      preconditionFailure("The fixed codes of RFC 1951 are codes.")
    }
    return (first, second)
  }()

  private mutating func tables() throws(Fault) -> (Code, Code) {
    let lengthCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let codeCount = try take(4) + 4
    guard lengthCount <= 286, distanceCount <= 30 else { throw .broken }
    var lengths = [Int](repeating: 0, count: 19)
    for index in 0..<codeCount { lengths[Inflate.orderOfLengths[index]] = try take(3) }
    guard let code = Code(lengths[...]) else { throw .broken }
    var all: [Int] = []
    while all.count < lengthCount + distanceCount {
      let symbol = try symbol(code)
      switch symbol {
      case 16:
        guard let last = all.last else { throw .broken }
        all += Array(repeating: last, count: 3 + (try take(2)))
      case 17: all += Array(repeating: 0, count: 3 + (try take(3)))
      case 18: all += Array(repeating: 0, count: 11 + (try take(7)))
      default: all.append(symbol)
      }
    }
    guard all.count == lengthCount + distanceCount, all[256] > 0, let first = Code(all[..<lengthCount]),
      let second = Code(Array(all[lengthCount...])[...])
    else { throw .broken }
    return (first, second)
  }

  private mutating func packed(_ lengths: Code, _ distances: Code) throws(Fault) {
    while true {
      let symbol = try symbol(lengths)
      if symbol == 256 { return }
      if symbol < 256 {
        guard out.count < byteCountMax else { throw .tooLarge }
        out.append(UInt8(symbol))
        continue
      }
      let place = symbol - 257
      guard place < Inflate.lengthBases.count else { throw .broken }
      let length = Inflate.lengthBases[place] + (try take(Inflate.lengthBits[place]))
      let index = try self.symbol(distances)
      guard index < Inflate.distanceBases.count else { throw .broken }
      let distance = Inflate.distanceBases[index] + (try take(Inflate.distanceBits[index]))
      guard distance <= out.count else { throw .broken }
      guard out.count + length <= byteCountMax else { throw .tooLarge }
      for _ in 0..<length { out.append(out[out.count - distance]) }
    }
  }
}
