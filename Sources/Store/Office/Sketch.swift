public import Ledger

/// A voucher as far as it has come: a draft to go on with, or a template for what comes again. Everything is text as it
/// was typed, so that nothing is lost and anything may still be wrong. No fact: it is changed and thrown away.
public struct Sketch: Hashable, Sendable {
  /// What it is for.
  public enum Kind: String, Sendable {
    /// A voucher not yet recorded.
    case draft
    /// A voucher that comes again.
    case template
  }

  /// A row as typed.
  public struct Row: Hashable, Sendable {
    /// The account's number.
    public var account: String
    /// The insats, by its object number.
    public var insats: String
    /// The party, by its object number.
    public var party: String
    /// The amount in debit.
    public var debit: String
    /// The amount in credit.
    public var credit: String
    /// The row's own text.
    public var text: String

    /// A row of what was typed; an empty one where nothing was.
    public init(
      account: String = "", insats: String = "", party: String = "", debit: String = "", credit: String = "",
      text: String = ""
    ) {
      self.account = account
      self.insats = insats
      self.party = party
      self.debit = debit
      self.credit = credit
      self.text = text
    }
  }

  /// What it is for.
  public var kind: Kind
  /// A template's name; empty for a draft.
  public var name: String
  /// The series it is to have its number in.
  public var series: String
  /// The day.
  public var date: String
  /// What has happened.
  public var text: String
  /// With whom.
  public var counterparty: String
  /// Its rows, as many as were shown.
  public var rows: [Row]
  /// Documents kept in the book, by SHA-256.
  public var documents: [String]
  /// The voucher that this one corrects, as `2025/A-17`, with the reason; empty where it corrects none.
  public var corrects: String
  /// Why it corrects it.
  public var reason: String

  /// A sketch of what was typed.
  public init(
    kind: Kind, name: String = "", series: String = "", date: String = "", text: String = "",
    counterparty: String = "", rows: [Row] = [], documents: [String] = [], corrects: String = "", reason: String = ""
  ) {
    self.kind = kind
    self.name = name
    self.series = series
    self.date = date
    self.text = text
    self.counterparty = counterparty
    self.rows = rows
    self.documents = documents
    self.corrects = corrects
    self.reason = reason
  }
}

/// A sketch in the book: with its key, its revision, and who changed it last.
public struct KeptSketch: Hashable, Sendable {
  /// Its key; never another's, though it be thrown away.
  public let id: ID<Sketch>
  /// Grows by one with each change; a save says which one it was made over.
  public let revision: Int64
  /// What it says.
  public let sketch: Sketch
  /// Who changed it last.
  public let changedBy: String
  /// When.
  public let changedAt: Moment

  /// A sketch as it stands in the book.
  public init(id: ID<Sketch>, revision: Int64, sketch: Sketch, changedBy: String, changedAt: Moment) {
    self.id = id
    self.revision = revision
    self.sketch = sketch
    self.changedBy = changedBy
    self.changedAt = changedAt
  }
}

/// What became of a save.
public enum SketchSave: Hashable, Sendable {
  /// It was saved, or stood so already.
  case saved(KeptSketch)
  /// Somebody changed it meanwhile: what now stands. Nothing was saved.
  case changedMeanwhile(KeptSketch)
  /// Somebody threw it away, or recorded it, meanwhile.
  case gone
}
