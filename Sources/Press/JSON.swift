/// A JSON value whose members keep the order they are written in: the same value gives the same bytes.
package enum JSON: Hashable, Sendable {
  case object([Member])
  case array([JSON])
  case string(String)
  case number(Int64)
  /// A number with decimals, as its digits.
  case written(String)
  case bool(Bool)
  case null

  /// A named value of an object.
  package struct Member: Hashable, Sendable {
    let name: String
    let value: JSON
  }

  /// An object whose members are those that have a value, in the order given.
  package static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
  }

  /// Words, or no member at all where there are none.
  package static func words(_ words: String) -> JSON? { words.isEmpty ? nil : .string(words) }

  /// A list, or no member at all where it is empty.
  package static func list(_ values: [JSON]) -> JSON? { values.isEmpty ? nil : .array(values) }

  /// A number as its digits: `-20.1`.
  package static func plain(_ digits: String) -> JSON { .written(digits) }

  /// So many hundredths: 95 is `0.95`.
  package static func decimal(_ hundredths: Int) -> JSON {
    .written("\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)")
  }

  /// The bytes on one line, for programs.
  package var line: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes, depth: nil)
    return bytes
  }

  /// The bytes with one member a line, for people, ended by a line break.
  var text: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes, depth: 0)
    bytes.append(10)
    return bytes
  }

  private func write(into bytes: inout [UInt8], depth: Int?) {
    switch self {
    case .object(let members):
      JSON.write(members, "{", "}", into: &bytes, depth: depth) { member, bytes, depth in
        JSON.write(member.name, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        if depth != nil { bytes.append(32) }
        member.value.write(into: &bytes, depth: depth)
      }
    case .array(let values):
      JSON.write(values, "[", "]", into: &bytes, depth: depth) { $0.write(into: &$1, depth: $2) }
    case .string(let words): JSON.write(words, into: &bytes)
    case .number(let number): bytes += Array(String(number).utf8)
    case .written(let digits): bytes += Array(digits.utf8)
    case .bool(let isTrue): bytes += Array((isTrue ? "true" : "false").utf8)
    case .null: bytes += Array("null".utf8)
    }
  }

  private static func write<Part>(
    _ parts: [Part], _ open: Unicode.Scalar, _ close: Unicode.Scalar, into bytes: inout [UInt8], depth: Int?,
    each: (Part, inout [UInt8], Int?) -> Void
  ) {
    func newLine(_ depth: Int?) {
      guard let depth else { return }
      bytes.append(10)
      bytes += Array(repeating: 32, count: depth * 2)
    }
    bytes.append(UInt8(ascii: open))
    for (index, part) in parts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      newLine(depth.map { $0 + 1 })
      each(part, &bytes, depth.map { $0 + 1 })
    }
    if !parts.isEmpty { newLine(depth) }
    bytes.append(UInt8(ascii: close))
  }

  /// A string by RFC 8259: quotation mark, backslash and controls are written as escapes, all else as it is.
  private static func write(_ words: String, into bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 10: bytes += Array("\\n".utf8)
      case 13: bytes += Array("\\r".utf8)
      case 9: bytes += Array("\\t".utf8)
      case 0..<32, 127: bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
