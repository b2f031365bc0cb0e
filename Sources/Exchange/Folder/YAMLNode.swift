/// A piece of a YAML file: a text, a list or keys with values, and where it stands.
struct YAMLNode {
  indirect enum Content {
    /// A text as it is meant, and whether it stood without quotation marks.
    case scalar(String, isPlain: Bool)
    case list([YAMLNode])
    case keys([(key: YAMLNode, value: YAMLNode)])
  }

  var content: Content
  /// The line, from 1.
  var line: Int
  /// The column in Unicode scalars, from 1.
  var scalar: Int

  /// The text, or nil where it is a list or has keys.
  var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// Whether nothing is said: `key:` with nothing after it, `~` or `null`.
  var isNothing: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// What it is, for a message.
  var kindInWords: String {
    switch content {
    case .scalar: "en text"
    case .list: "en lista"
    case .keys: "nycklar med värden"
    }
  }
}
