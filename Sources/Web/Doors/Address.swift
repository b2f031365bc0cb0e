/// An address of the office: one pattern gives both the path that links use and the values that are read out of a
/// path, so no path is written twice.
struct Address<Value: AddressValue>: Sendable {
  /// The path with a `{name}` for each segment of the value: `/verifikationer/{ar}/{nummer}`.
  let pattern: String
  /// Its segments, nil for one of the value's: read once, for a list writes a path or two for every row.
  private let parts: [String?]

  init(_ pattern: String) {
    self.pattern = pattern
    parts = PathPattern.parts(of: pattern)
  }

  /// The path of that value, each segment percent-encoded.
  func path(_ value: Value, query: [(String, String)] = []) -> String {
    var rest = value.segments[...]
    var path = parts.isEmpty ? "/" : ""
    for part in parts {
      path += "/"
      path += part ?? Percent.encoded(rest.popFirst() ?? "")
    }
    return path + Percent.query(query)
  }

  /// The value in a path that has the pattern's form, or nil.
  func read(_ path: String) -> Value? {
    guard let segments = PathPattern(pattern).values(in: path) else { return nil }
    return Value(segments: segments)
  }
}

extension Address where Value == Nothing {
  /// The path of a page there is one of.
  func path(query: [(String, String)] = []) -> String { path(Nothing(), query: query) }
}

/// What stands in the variable segments of an address.
protocol AddressValue: Sendable {
  init?(segments: [String])
  var segments: [String] { get }
}

/// The value of an address without variables.
struct Nothing: AddressValue, Hashable {
  init() {}
  init?(segments: [String]) { guard segments.isEmpty else { return nil } }
  var segments: [String] { [] }
}

extension String: AddressValue {
  init?(segments: [String]) {
    guard segments.count == 1, let only = segments.first else { return nil }
    self = only
  }

  var segments: [String] { [self] }
}

extension Int64: AddressValue {
  init?(segments: [String]) {
    guard segments.count == 1, let only = segments.first, let number = Int64(typed: only, in: TypedRange.id)
    else { return nil }
    self = number
  }

  var segments: [String] { ["\(self)"] }
}

/// A whole number in an address is a year or a month; what is kept in the book is an `Int64`.
extension Int: AddressValue {
  init?(segments: [String]) {
    guard segments.count == 1, let only = segments.first, let number = Int(typed: only, in: TypedRange.year)
    else { return nil }
    self = number
  }

  var segments: [String] { ["\(self)"] }
}

/// Two values after one another: `/rapport/{ar}/{kapitel}`.
struct Pair<First: AddressValue, Second: AddressValue>: AddressValue {
  let first: First
  let second: Second

  init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  init?(segments: [String]) {
    guard segments.count == 2, let first = First(segments: [segments[0]]), let second = Second(segments: [segments[1]])
    else { return nil }
    self.init(first, second)
  }

  var segments: [String] { first.segments + second.segments }
}

/// A path's form, read once.
struct PathPattern: Hashable, Sendable {
  private let parts: [String?]

  init(_ pattern: String) { parts = PathPattern.parts(of: pattern) }

  /// The segments of a pattern, nil for each that is variable.
  static func parts(of pattern: String) -> [String?] {
    pattern.split(separator: "/").map { $0.utf8.first == UInt8(ascii: "{") ? nil : String($0) }
  }

  /// What stands in the variable segments of that path, decoded; nil where the path has another form.
  func values(in path: String) -> [String]? {
    let segments = path.split(separator: "/")
    guard segments.count == parts.count else { return nil }
    var values: [String] = []
    for (part, segment) in zip(parts, segments) {
      if let part {
        guard part.utf8.elementsEqual(segment.utf8) else { return nil }
      } else {
        guard let value = Percent.decoded(segment) else { return nil }
        values.append(value)
      }
    }
    return values
  }
}
