public import Ledger

/// A file that the association lays out for everybody.
public struct Publication: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// Årsredovisning.
    case annualReport = "årsredovisning"
    /// Revisionsberättelse.
    case audit = "revisionsberättelse"
    /// Förslag till budget, from the announcement of the meeting that decides it (KL 8:14).
    case budgetProposal = "budgetförslag"
    /// Adopted budget.
    case budget = "budget"
    /// Adjusted minutes.
    case minutes = "protokoll"
    /// Another.
    case other = "annat"
  }

  /// The key in the book.
  public let id: ID<Publication>
  /// What it is.
  public let kind: Kind
  /// The year that it is about.
  public let year: Int
  /// What it is called.
  public let title: String
  /// The file: SHA-256.
  public let file: String
  /// Who laid it out, and when.
  public let mark: StepMark

  /// A file that is laid out.
  public init(id: ID<Publication>, kind: Kind, year: Int, title: String, file: String, _ mark: StepMark) {
    self.id = id
    self.kind = kind
    self.year = year
    self.title = title
    self.file = file
    self.mark = mark
  }
}

/// Why a file was not laid out for everybody.
public enum PublicationRefusal: Error, Hashable, Sendable {
  /// It is among the documents of an entry in the diary that is marked as secret.
  case secret
  /// It has no title.
  case titleMissing
  /// The file is not in the book.
  case fileMissing
  /// It is not laid out.
  case unknown
}
