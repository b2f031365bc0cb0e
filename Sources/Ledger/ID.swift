/// The key of one stored thing. An id of a voucher cannot be given where an id of a member is asked for.
/// An id is never printed; what is printed is a number.
public struct ID<Owner>: Hashable, Sendable {
  /// The row number in the store.
  public let rawValue: Int64

  /// The id with that row number.
  public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Who does an act: the name that stands in the history beside it, such as `förbundschef` or a user's name.
public struct Actor: Hashable, Sendable {
  /// The name as it is printed.
  public let name: String

  /// An actor of that name.
  public init(name: String) { self.name = name }
}
