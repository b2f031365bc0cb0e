/// A value to be written as YAML: block style, keys in the order given, quoted only where needed.
indirect enum YAMLValue {
  /// A text, quoted where YAML or another program would take it for something else.
  case text(String)
  /// A number, a day, a word of ours: never quoted.
  case plain(String)
  /// Keys with values.
  case keys([(String, YAMLValue)])
  /// A list.
  case list([YAMLValue])
  /// Keys with plain values in one line, `{kvinnor: 17, män: 28}`.
  case inlineKeys([(String, String)])
  /// Plain words in one line, `[insats, part]`.
  case inlineList([String])

  /// Keys with values; a key whose value is nil is left out.
  static func section(_ pairs: [(String, YAMLValue?)]) -> YAMLValue {
    .keys(pairs.compactMap { key, value in value.map { (key, $0) } })
  }

  /// A text, or nothing where it is empty.
  static func textIfSaid(_ text: String) -> YAMLValue? { text.isEmpty ? nil : .text(text) }

  /// A list, or nothing where it is empty.
  static func listIfAny(_ values: [YAMLValue]) -> YAMLValue? { values.isEmpty ? nil : .list(values) }

  /// Keys with values, or nothing where there are none.
  static func keysIfAny(_ pairs: [(String, YAMLValue)]) -> YAMLValue? { pairs.isEmpty ? nil : .keys(pairs) }

  /// The file: the value at the margin, ended by a line feed.
  var document: String {
    var text = ""
    switch self {
    case .keys(let pairs) where !pairs.isEmpty: YAMLValue.write(pairs, indent: 0, isFirstLineOpen: false, to: &text)
    default: text += "{}\n"
    }
    return text
  }

  private static func write(_ pairs: [(String, YAMLValue)], indent: Int, isFirstLineOpen: Bool, to text: inout String) {
    for (index, (key, value)) in pairs.enumerated() {
      if index > 0 || !isFirstLineOpen { text += blanks(indent) }
      text += YAMLText.key(key) + ":"
      value.write(afterKeyAt: indent, to: &text)
    }
  }

  private func write(afterKeyAt indent: Int, to text: inout String) {
    switch self {
    case .keys(let pairs) where !pairs.isEmpty:
      text += "\n"
      YAMLValue.write(pairs, indent: indent + 2, isFirstLineOpen: false, to: &text)
    case .list(let values) where !values.isEmpty:
      text += "\n"
      for value in values { value.write(asEntryAt: indent + 2, to: &text) }
    default: writeInLine(indent: indent, to: &text)
    }
  }

  private func write(asEntryAt indent: Int, to text: inout String) {
    text += YAMLValue.blanks(indent) + "-"
    switch self {
    case .keys(let pairs) where !pairs.isEmpty:
      text += " "
      YAMLValue.write(pairs, indent: indent + 2, isFirstLineOpen: true, to: &text)
    case .list(let values) where !values.isEmpty:
      text += "\n"
      for value in values { value.write(asEntryAt: indent + 2, to: &text) }
    default: writeInLine(indent: indent, to: &text)
    }
  }

  private func writeInLine(indent: Int, to text: inout String) {
    switch self {
    case .text(let value): text += " " + (YAMLText.block(value, indent: indent + 2) ?? YAMLText.inLine(value)) + "\n"
    case .plain(let value): text += " " + value + "\n"
    case .keys: text += " {}\n"
    case .list: text += " []\n"
    case .inlineKeys(let pairs): text += " {" + pairs.map { "\($0): \($1)" }.joined(separator: ", ") + "}\n"
    case .inlineList(let words): text += " [" + words.joined(separator: ", ") + "]\n"
    }
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
