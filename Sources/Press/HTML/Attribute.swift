/// An attribute of an element. Its name is ours; its value is escaped when it is written.
public struct Attribute: Hashable, Sendable {
  /// Where a link leads. A web address that is neither https nor mailto is no address.
  public struct Address: Hashable, Sendable {
    let text: String

    /// A place on the same page.
    public static func fragment(_ id: String) -> Address { Address(text: "#" + id) }

    /// A path of our own, from the root; what does not begin with exactly one slash leads to the root.
    public static func path(_ text: String) -> Address {
      let slash = UInt8(ascii: "/")
      let second = text.utf8.dropFirst().first
      let isOwn = text.utf8.first == slash && second != slash && second != UInt8(ascii: "\\")
      return Address(text: isOwn ? text : "/")
    }

    /// A web page or a mail address, or nil for anything else (`javascript:`, `file:`, `http:`).
    public static func web(_ text: String) -> Address? {
      let allowed = ["https://", "mailto:"]
      return allowed.contains { Array(text.utf8.prefix($0.utf8.count)) == Array($0.utf8) } ? Address(text: text) : nil
    }
  }

  /// Which cells a table heading speaks for.
  public enum Scope: String, Sendable {
    /// The column beneath.
    case column = "col"
    /// The columns beneath.
    case columnGroup = "colgroup"
    /// The row.
    case row
    /// The rows of the same body.
    case rowGroup = "rowgroup"
  }

  let name: StaticString
  let value: String?
  let isPresent: Bool

  init(_ name: StaticString, _ value: String?, isPresent: Bool = true) {
    self.name = name
    self.value = value
    self.isPresent = isPresent
  }

  /// The name as words: `StaticString` cannot be compared.
  private var key: String { name.description }

  /// Attributes are equal when name and value are.
  public static func == (left: Attribute, right: Attribute) -> Bool {
    left.key == right.key && left.value == right.value && left.isPresent == right.isPresent
  }

  /// By name and value.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(value)
  }

  /// The element's name on the page.
  public static func id(_ id: String) -> Attribute { Attribute("id", id) }
  /// A class of the stylesheet; left out when empty.
  public static func `class`(_ name: StaticString) -> Attribute {
    Attribute("class", name.description, isPresent: name.utf8CodeUnitCount > 0)
  }
  /// Where the link leads.
  public static func href(_ address: Address) -> Attribute { Attribute("href", address.text) }
  /// Which cells the heading speaks for.
  public static func scope(_ scope: Scope) -> Attribute { Attribute("scope", scope.rawValue) }
  /// Over how many columns the cell reaches; left out for one.
  public static func columns(_ count: Int) -> Attribute { Attribute("colspan", "\(count)", isPresent: count > 1) }
  /// Over how many rows the cell reaches; left out for one.
  public static func rows(_ count: Int) -> Attribute { Attribute("rowspan", "\(count)", isPresent: count > 1) }
  /// A name for those who do not see.
  public static func label(_ words: String) -> Attribute { Attribute("aria-label", words) }
  /// The element that names this one.
  public static func labelled(by id: String) -> Attribute { Attribute("aria-labelledby", id) }
  /// What the element is, where its tag does not say.
  public static func role(_ role: StaticString) -> Attribute { Attribute("role", role.description) }
  /// The language.
  public static func lang(_ code: StaticString) -> Attribute { Attribute("lang", code.description) }
  /// Reached by the keyboard (0), or only by a link to it (−1).
  public static func tabIndex(_ index: Int) -> Attribute { Attribute("tabindex", "\(index)") }
  /// Any other attribute, by a name that stands in our own source.
  public static func other(_ name: StaticString, _ value: String) -> Attribute { Attribute(name, value) }
}
