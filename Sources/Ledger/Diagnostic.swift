/// A place in something that was read: which file, which line, which column, all counted from 1. Zero means "the whole".
public struct Place: Hashable, Comparable, Sendable {
  /// The file's name, as the user gave it.
  public var file: String
  /// The line, from 1; 0 for the whole file.
  public var line: Int
  /// The column in bytes, from 1; 0 for the whole line.
  public var column: Int

  /// A place.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// By file, line and column.
  public static func < (left: Place, right: Place) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

/// Something about the input that is not right, and what to do about it. A value: collected, never thrown.
public struct Diagnostic: Hashable, Sendable {
  /// How grave it is.
  public enum Severity: String, Hashable, Comparable, Sendable {
    /// Worth knowing.
    case note
    /// Read, but look at it.
    case warning
    /// Nothing is stored until it is mended.
    case error

    /// Graver is larger.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A stable name such as `sie-amount`, by which the manual lists it.
  public var code: String
  /// How grave it is.
  public var severity: Severity
  /// Where.
  public var place: Place
  /// What is, what was expected, what to do: whole sentences in Swedish, with the figures.
  public var message: String
  /// The line it stands on, for the marker beneath; empty where there is none.
  public var excerpt: String
  /// The character of the excerpt that the marker stands under, from 1; 0 for no marker. The place's column will not do:
  /// it counts the bytes of the file, of which an å is one or two.
  public var marker: Int

  /// A diagnostic. Where no marker is given, the excerpt is taken to be the line of a file in UTF-8, and the marker
  /// stands under the place's column.
  public init(
    code: String, severity: Severity, place: Place, message: String, excerpt: String = "", marker: Int? = nil
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.message = message
    self.excerpt = excerpt
    self.marker = marker ?? Diagnostic.marker(under: place.column, of: excerpt)
  }

  private static func marker(under column: Int, of excerpt: String) -> Int {
    guard column > 0 else { return 0 }
    // Characters, not scalars: an a with a ring of its own is two scalars and one column on the screen.
    return String(decoding: excerpt.utf8.prefix(column - 1), as: UTF8.self).count + 1
  }

  /// The one printed form: `file:line:column: fel: message [code]`, then the line and a marker beneath it.
  public var text: String {
    var head = place.file
    if place.line > 0 { head += ":\(place.line)" }
    if place.line > 0, place.column > 0 { head += ":\(place.column)" }
    let grade =
      switch severity {
      case .note: "upplysning"
      case .warning: "varning"
      case .error: "fel"
      }
    var text = "\(head): \(grade): \(message) [\(code)]"
    if !excerpt.isEmpty {
      text += "\n  \(excerpt)"
      if marker > 0 { text += "\n  " + String(repeating: " ", count: marker - 1) + "^" }
    }
    return text
  }
}

/// What a reader gives: the value it could make, and everything it had to say about the input.
public struct Reading<Value> {
  /// What could be made.
  public var value: Value
  /// What is not right, in order of place.
  public var diagnostics: [Diagnostic]

  /// A reading.
  public init(value: Value, diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// Whether anything is so wrong that nothing may be stored.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Reading: Sendable where Value: Sendable {}
