import Ledger

/// Reads a JSON file (RFC 8259), strictly: it is read whole or not at all, for a program wrote it.
struct JSONReader {
  /// What keeps the bytes from being JSON, and where.
  struct Fault: Error {
    let place: Place
    let message: String
  }

  private let bytes: [UInt8]
  private let file: String
  private var index = 0
  private var line = 1
  private var lineStart = 0

  /// How deep values may lie in one another. What is read here lies in four levels.
  private static let depthMax = 16

  /// The value that the bytes hold.
  static func read(_ bytes: [UInt8], named file: String) throws(Fault) -> JSONNode {
    var reader = JSONReader(bytes: bytes, file: file)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
    reader.skipBlanks()
    let node = try reader.node(depth: 0)
    reader.skipBlanks()
    guard reader.index == bytes.count else {
      throw reader.fault("Här borde filen vara slut, men den fortsätter.")
    }
    return node
  }

  private init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  private var place: Place { Place(file: file, line: line, column: index - lineStart + 1) }
  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func fault(_ message: String) -> Fault { Fault(place: place, message: message) }

  private mutating func skipBlanks() {
    while let byte, byte == 32 || byte == 9 || byte == 10 || byte == 13 {
      index += 1
      if byte == 10 {
        line += 1
        lineStart = index
      }
    }
  }

  private mutating func node(depth: Int) throws(Fault) -> JSONNode {
    guard depth < JSONReader.depthMax else { throw fault("Här ligger värden i fler än \(JSONReader.depthMax) nivåer.") }
    let start = place
    switch byte {
    case UInt8(ascii: "{"): return JSONNode(value: try object(depth: depth), place: start)
    case UInt8(ascii: "["): return JSONNode(value: try array(depth: depth), place: start)
    case UInt8(ascii: "\""): return JSONNode(value: .string(try string()), place: start)
    case UInt8(ascii: "t"): return JSONNode(value: try word("true", .bool(true)), place: start)
    case UInt8(ascii: "f"): return JSONNode(value: try word("false", .bool(false)), place: start)
    case UInt8(ascii: "n"): return JSONNode(value: try word("null", .null), place: start)
    case .some(UInt8(ascii: "0")...UInt8(ascii: "9")), UInt8(ascii: "-"):
      return JSONNode(value: .number(try number()), place: start)
    case nil: throw fault("Filen tar slut här, mitt i.")
    default: throw fault("Här borde ett värde börja.")
    }
  }

  private mutating func object(depth: Int) throws(Fault) -> JSONNode.Value {
    var members: [JSONNode.Member] = []
    index += 1
    skipBlanks()
    if byte == UInt8(ascii: "}") {
      index += 1
      return .object(members)
    }
    while true {
      let place = place
      guard byte == UInt8(ascii: "\"") else { throw fault("Här borde en nyckel inom citattecken stå.") }
      let key = try string()
      skipBlanks()
      guard byte == UInt8(ascii: ":") else { throw fault("Här borde ett kolon stå.") }
      index += 1
      skipBlanks()
      members.append(JSONNode.Member(key: key, keyPlace: place, node: try node(depth: depth + 1)))
      if try isEnd(UInt8(ascii: "}")) { return .object(members) }
    }
  }

  private mutating func array(depth: Int) throws(Fault) -> JSONNode.Value {
    var nodes: [JSONNode] = []
    index += 1
    skipBlanks()
    if byte == UInt8(ascii: "]") {
      index += 1
      return .array(nodes)
    }
    while true {
      nodes.append(try node(depth: depth + 1))
      if try isEnd(UInt8(ascii: "]")) { return .array(nodes) }
    }
  }

  /// Whether that ends what is read; else a comma has been passed.
  private mutating func isEnd(_ end: UInt8) throws(Fault) -> Bool {
    skipBlanks()
    if byte == end {
      index += 1
      return true
    }
    guard byte == UInt8(ascii: ",") else { throw fault("Här borde ett kommatecken eller slutet stå.") }
    index += 1
    skipBlanks()
    return false
  }

  private mutating func word(_ word: StaticString, _ value: JSONNode.Value) throws(Fault) -> JSONNode.Value {
    let letters = word.withUTF8Buffer { Array($0) }
    guard bytes[index...].starts(with: letters) else { throw fault("Här borde ett värde börja.") }
    index += letters.count
    return value
  }

  private mutating func number() throws(Fault) -> String {
    let start = index
    if byte == UInt8(ascii: "-") { index += 1 }
    let whole = digits()
    var isNumber = whole > 0 && (whole == 1 || bytes[index - whole] != UInt8(ascii: "0"))
    if byte == UInt8(ascii: ".") {
      index += 1
      isNumber = digits() > 0 && isNumber
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      index += 1
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { index += 1 }
      isNumber = digits() > 0 && isNumber
    }
    guard isNumber else { throw fault("Talet är inte skrivet som JSON skriver tal.") }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = index
    while let byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    return index - start
  }

  private mutating func string() throws(Fault) -> String {
    var text: [UInt8] = []
    index += 1
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        guard let text = String(validating: text, as: UTF8.self) else {
          throw fault("Texten som slutar här är inte UTF-8.")
        }
        return text
      case UInt8(ascii: "\\"):
        index += 1
        text.append(contentsOf: String(try escaped()).utf8)
      case 0..<32: throw fault("Här står ett styrtecken i en text.")
      default:
        text.append(byte)
        index += 1
      }
    }
    throw fault("Filen tar slut mitt i en text.")
  }

  private mutating func escaped() throws(Fault) -> Unicode.Scalar {
    guard let byte else { throw fault("Filen tar slut mitt i en text.") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try unit()
      guard (0xD800..<0xDC00).contains(first) else {
        guard let scalar = Unicode.Scalar(first) else { throw fault("Tecknets nummer finns inte.") }
        return scalar
      }
      guard bytes[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
        throw fault("Tecknets andra halva saknas.")
      }
      index += 2
      let second = try unit()
      guard (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      else { throw fault("Tecknets andra halva saknas.") }
      return scalar
    default: throw fault("Efter \\ står ett tecken som JSON inte känner.")
    }
  }

  private mutating func unit() throws(Fault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Hexadecimal.value(of: byte) else { throw fault("Fyra hexadecimala siffror saknas.") }
      unit = unit << 4 | UInt32(digit)
      index += 1
    }
    return unit
  }
}

/// Bytes as small hexadecimal digits, two to a byte.
enum Hexadecimal {
  static func text(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The bytes; nil where the text is anything but pairs of digits.
  static func bytes(of text: String) -> [UInt8]? {
    let digits = text.utf8.compactMap(value)
    guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
