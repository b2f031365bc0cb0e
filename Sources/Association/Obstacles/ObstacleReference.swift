/// What an obstacle is about besides its words.
public enum ObstacleReference: Hashable, Sendable {
  /// An insats, by its id.
  case insats(String)
  /// A figure of the report, by its name.
  case figure(String)
  /// A decision of the board.
  case decision(Decision)
  /// A document in the book, by its SHA-256, and its name.
  case document(sha256: String, name: String)
  /// An entry in the diary, by its number.
  case diary(String)

  /// Which sort it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// An insats.
    case insats = "insats"
    /// A figure.
    case figure = "siffra"
    /// A decision.
    case decision = "beslut"
    /// A document.
    case document = "dokument"
    /// An entry in the diary.
    case diary = "diarium"
  }

  /// Which sort it is.
  public var kind: Kind {
    switch self {
    case .insats: .insats
    case .figure: .figure
    case .decision: .decision
    case .document: .document
    case .diary: .diary
    }
  }
}
