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
    public var account: String
    /// The insats, by its object number.
    public var insats: String
    /// The party, by its object number.
    public var party: String
    public var debit: String
    public var credit: String
    public var text: String

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

  public var kind: Kind
  /// A template's name; empty for a draft.
  public var name: String
  public var series: String
  public var date: String
  public var text: String
  public var counterparty: String
  public var rows: [Row]
  /// Documents kept in the book, by SHA-256.
  public var documents: [String]
  /// The voucher that this one corrects, as `2025/A-17`, with the reason; empty where it corrects none.
  public var corrects: String
  public var reason: String

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
  public let id: ID<Sketch>
  /// Grows by one with each change; a save says which one it was made over.
  public let revision: Int64
  public let sketch: Sketch
  public let changedBy: String
  public let changedAt: Moment

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
  case saved(KeptSketch)
  /// Somebody changed it meanwhile: what now stands. Nothing was saved.
  case changedMeanwhile(KeptSketch)
  /// Somebody threw it away, or recorded it, meanwhile.
  case gone
}

extension Store {
  /// The drafts or the templates, latest changed first.
  public func sketches(_ kind: Sketch.Kind) throws(Refusal) -> [KeptSketch] { preconditionFailure("M0002") }

  public func sketch(_ id: ID<Sketch>) throws(Refusal) -> KeptSketch? { preconditionFailure("M0002") }

  /// Keeps a new sketch.
  public func keep(_ sketch: Sketch, by actor: Actor, at moment: Moment) throws(Refusal) -> KeptSketch {
    preconditionFailure("M0002")
  }

  /// Saves a sketch over that revision of it.
  public func save(
    _ sketch: Sketch, as id: ID<Sketch>, over revision: Int64, by actor: Actor, at moment: Moment
  ) throws(Refusal) -> SketchSave { preconditionFailure("M0002") }

  public func discard(_ id: ID<Sketch>) throws(Refusal) { preconditionFailure("M0002") }
}

extension Store.Writing {
  /// Throws away a sketch in the same transaction as what became of it: false where it was gone already, so that one
  /// draft is never recorded twice.
  public func discard(_ id: ID<Sketch>) throws -> Bool { preconditionFailure("M0002") }
}
