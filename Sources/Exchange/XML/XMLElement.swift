/// An element of an XML file: what a bank statement and an e-invoice are made of.
///
/// Elements are known by their local names. Which version of a format the namespace says is asked once, of the root:
/// banks write half a dozen versions of camt.053 whose elements we need are the same.
struct XMLElement: Hashable, Sendable {
  /// The local name, without prefix.
  var name: String
  /// The namespace; empty where there is none.
  var namespace: String
  /// The attributes by local name.
  var attributes: [String: String]
  /// The text that stands directly in it, as it stands there.
  var text: String
  /// The elements in it, in order.
  var children: [XMLElement]
  /// The line it begins on, from 1.
  var line: Int
  /// The column it begins in, in bytes, from 1.
  var column: Int

  init(
    _ name: String, namespace: String = "", attributes: [String: String] = [:], text: String = "",
    children: [XMLElement] = [], line: Int = 0, column: Int = 0
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.text = text
    self.children = children
    self.line = line
    self.column = column
  }

  /// The elements in it with that name.
  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The first element down that path, or nil.
  func first(_ path: String...) -> XMLElement? { first(path[...]) }

  private func first(_ path: ArraySlice<String>) -> XMLElement? {
    guard let name = path.first else { return self }
    for child in children where child.name == name {
      if let found = child.first(path.dropFirst()) { return found }
    }
    return nil
  }

  /// The words of the first element down that path, each run of blanks as one; empty where there is none.
  func words(_ path: String...) -> String { first(path[...])?.words ?? "" }

  /// Its own words, each run of blanks as one.
  var words: String {
    text.utf8.split { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }.map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }
}
