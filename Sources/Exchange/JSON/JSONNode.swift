import Ledger

/// A value of a JSON file (RFC 8259) and where it stands.
struct JSONNode {
  /// What the value is.
  enum Value {
    case object([Member])
    case array([JSONNode])
    case string(String)
    /// A number as it is written.
    case number(String)
    case bool(Bool)
    case null
  }

  /// A key of an object and what it holds.
  struct Member {
    let key: String
    let keyPlace: Place
    let node: JSONNode
  }

  let value: Value
  let place: Place

  /// What it is, in words, for a message.
  var words: String {
    switch value {
    case .object: "ett objekt"
    case .array: "en lista"
    case .string(let text): "texten ”\(PersonalNumber.masked(text))”"
    case .number(let text): "talet \(PersonalNumber.masked(text))"
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .null: "null"
    }
  }
}
