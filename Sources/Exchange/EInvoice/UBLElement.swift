/// An element of a UBL document, by its name with the usual prefix: `cbc:` for basic components, `cac:` for aggregate
/// ones, none for the document itself (`Invoice`, `CreditNote`). Whatever prefixes a file declares are turned into these
/// by its reader, so that rules are written once.
public struct UBLElement: Hashable, Sendable {
  /// An attribute of an element.
  public struct Attribute: Hashable, Sendable {
    /// Its name, without a prefix.
    public var name: String
    /// What it says.
    public var value: String

    /// An attribute.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The name with its prefix.
  public var name: String
  /// The attributes, in order.
  public var attributes: [Attribute]
  /// The text, for one without children.
  public var text: String
  /// The elements in it, in order.
  public var children: [UBLElement]

  /// An element with what stands in it.
  public init(_ name: String, attributes: [Attribute] = [], text: String = "", children: [UBLElement] = []) {
    self.name = name
    self.attributes = attributes
    self.text = text
    self.children = children
  }

  /// What an attribute says; nil where it is not there.
  public func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The elements at the end of a path of names, `cac:TaxTotal/cac:TaxSubtotal`, in order.
  public func all(_ path: String) -> [UBLElement] {
    path.split(separator: "/").reduce([self]) { found, name in
      found.flatMap { element in element.children.filter { $0.name == name } }
    }
  }

  /// The first element at the end of a path; nil where there is none.
  public func first(_ path: String) -> UBLElement? { all(path).first }

  /// The text at the end of a path without blanks around it; empty where there is none.
  public func text(_ path: String) -> String { first(path)?.trimmed ?? "" }

  /// The number at the end of a path; nil where there is none, or it is none.
  public func number(_ path: String) -> ExactNumber? { first(path).flatMap { ExactNumber($0.trimmed) } }

  /// The text without blanks and line ends around it.
  public var trimmed: String {
    let isBlank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
    let bytes = text.utf8.drop(while: isBlank)
    return String(decoding: Array(bytes).reversed().drop(while: isBlank).reversed(), as: UTF8.self)
  }

  /// The element and all beneath it, each with the path that leads to it: `Invoice/cac:InvoiceLine[2]/cbc:ID`.
  public var everything: [(path: String, element: UBLElement)] {
    var found: [(path: String, element: UBLElement)] = []
    func walk(_ element: UBLElement, _ path: String) {
      found.append((path, element))
      var counts: [String: Int] = [:]
      for child in element.children {
        counts[child.name, default: 0] += 1
        let count = counts[child.name] ?? 1
        walk(child, path + "/" + child.name + (count > 1 ? "[\(count)]" : ""))
      }
    }
    walk(self, name)
    return found
  }
}
