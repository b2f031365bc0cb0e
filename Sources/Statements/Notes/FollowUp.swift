public import Association
public import Ledger

/// Projektuppföljning: what each insats was granted, has drawn, is owed by the year-end accrual, is expected to draw and
/// has left, reckoned from the ledger alone. The note of the annual report, the living note in the office, the list of
/// insatser and the performers' pages are all printed from it, and the forecast reckons by the same keys.
public struct FollowUp: Hashable, Sendable {
  /// What one receiver has of a line.
  public struct Part: Hashable, Sendable {
    /// Which member; empty where the rows say none.
    public let receiverID: String
    /// The period's cost by the ledger.
    public let outcome: Money
    /// What of that is owed as skuld samverkansinsatser: accrued, and not settled.
    public let accrued: Money
    /// What of it has been drawn: asked for and booked.
    public var drawn: Money { outcome - accrued }
    /// The balances that make the outcome.
    let costs: [Books.Balance]
  }

  /// What is reckoned against one frame.
  public struct Line: Hashable, Sendable {
    /// Which insats, and which receiver where it has a frame for each.
    public let key: FrameKey
    /// The name.
    public let title: String
    /// The year's frames; nil where nothing is granted.
    public let granted: Money?
    /// The year's cost before the period begins.
    public let before: Money
    /// What the year is expected to end with; nil where nobody has reckoned.
    public let forecast: Money?
    /// Receiver by receiver; empty where nothing has been booked.
    public let parts: [Part]
    let frames: [Frame]

    /// Which insats; empty for grants that say none.
    public var insatsID: String { key.insatsID }
    /// The period's cost.
    public var outcome: Money { parts.map(\.outcome).sum() }
    /// What of it is accrued and not settled.
    public var accrued: Money { parts.map(\.accrued).sum() }
    /// What of it has been asked for and booked.
    public var drawn: Money { outcome - accrued }
    /// What is left of the frame at the end of the period: below nought where more is used than was granted. Nil where
    /// nothing is granted.
    public var left: Money? { granted.map { $0 - before - outcome } }
    /// What will be left by the forecast.
    public var forecastLeft: Money? {
      guard let granted, let forecast else { return nil }
      return granted - forecast
    }
    /// Whether more is used than was granted.
    public var isOverrun: Bool { before + outcome > max(granted ?? .zero, .zero) }
  }

  /// What the ledger has on one account of grants, and what of it the lines have: the two are to be the same.
  public struct Tie: Hashable, Sendable {
    /// The account.
    public let account: AccountNumber
    /// Its name.
    public let name: String
    /// The period's change by the ledger.
    public let ledger: Money
    /// What of it stands in the lines of insatser; the rest stands in the line without insats.
    public let known: Money
  }

  /// The books of the period.
  public let books: Books
  /// The lines in the order of the note: the association's own insatser first, those it does not know after them, grants
  /// without an insats last.
  public let lines: [Line]
  /// The accounts of grants, one by one.
  public let ties: [Tie]
  /// The ledger's skulder samverkansinsatser at the end of the period, whatever objects they have.
  public let debts: Money

  /// The follow-up of a period. `before` are the books of the same year before it, where the period is not the year from
  /// its first day; `forecast` is what the year is expected to end with.
  public init(
    _ books: Books, mapping: Mapping, association: Association, before: Books? = nil, forecast: YearForecast? = nil
  ) {
    self.books = books
    let frames = YearFrames(association, year: books.year.number)
    let costs = Dictionary(grouping: insatsCosts(books, mapping: mapping)) { frames.key($0.objects) }
    let earlier = before.map {
      Dictionary(grouping: insatsCosts($0, mapping: mapping)) { frames.key($0.objects) }
        .mapValues { $0.map(\.change).sum() }
    }
    let expected = forecast.map { forecast in
      Dictionary(forecast.frames.map { ($0.key, $0.forecast) }) { $0 + $1 }
    }
    let debtAccount = association.accountNumber(for: .insatsDebts)
    let debts = books.balances.filter { $0.account == debtAccount }
    self.debts = -debts.map(\.closing).sum()
    let accrued = Dictionary(
      debts.map { (AccrualPlan.Place($0.objects), FollowUp.accrued($0)) }
    ) { $0 + $1 }
    let names = FollowUpNames(association, books)
    let keys = FollowUp.keys(association, frames: frames, booked: Set(costs.keys).union((earlier ?? [:]).keys))
    lines = keys.compactMap { key in
      let balances = costs[key] ?? []
      let granted = frames.granted(key)
      let used = earlier?[key] ?? .zero
      guard granted != nil || !balances.isEmpty || used != .zero else { return nil }
      return Line(
        key: key, title: names.title(key), granted: granted, before: used, forecast: expected?[key],
        parts: FollowUp.parts(of: balances, insats: key.insatsID, accrued), frames: frames.frames(key))
    }
    ties = FollowUp.ties(books, mapping: mapping, lines: lines)
  }

  /// The sum of the lines.
  public var outcome: Money { lines.map(\.outcome).sum() }
  /// What the accounts of grants have by the ledger.
  public var ledger: Money { ties.map(\.ledger).sum() }
  /// What the ledger has and the lines do not: nought, or the note is not the ledger's.
  public var difference: Money { ledger - outcome }
  /// What the lines have as accrued.
  public var accrued: Money { lines.map(\.accrued).sum() }

  /// All that is reckoned of one insats, as one line; nil where it has neither frame nor cost.
  public func whole(ofInsats id: String) -> Line? {
    let own = lines.filter { $0.insatsID == id }
    guard own.count != 1 else { return own[0] }
    guard let first = own.first else { return nil }
    let granted = own.compactMap(\.granted)
    return Line(
      key: FrameKey(insatsID: id), title: first.title, granted: granted.isEmpty ? nil : granted.sum(),
      before: own.map(\.before).sum(), forecast: own.compactMap(\.forecast).sum(), parts: own.flatMap(\.parts),
      frames: own.flatMap(\.frames))
  }

  /// Of what is owed at the end of the period on one balance, that which arose in it: what was owed before is settled
  /// first.
  private static func accrued(_ balance: Books.Balance) -> Money {
    let owedBefore = max(-balance.opening, .zero)
    return balance.credit - max(balance.debit - owedBefore, .zero)
  }

  private static func parts(
    of balances: [Books.Balance], insats: String, _ accrued: [AccrualPlan.Place: Money]
  ) -> [Part] {
    let byReceiver = Dictionary(grouping: balances) { $0.objects[.party] ?? "" }
    return byReceiver.sorted { $0.key < $1.key }.map { receiver, balances in
      Part(
        receiverID: receiver, outcome: balances.map(\.change).sum(),
        // Debts that say no insats are none of any line's.
        accrued: insats.isEmpty
          ? .zero : accrued[AccrualPlan.Place(insatsID: insats, receiverID: receiver)] ?? .zero, costs: balances)
    }
  }

  private static func keys(_ association: Association, frames: YearFrames, booked: Set<FrameKey>) -> [FrameKey] {
    let order = Dictionary(association.insatser.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let granted = Dictionary(frames.keys.enumerated().map { ($1, $0) }) { first, _ in first }
    func place(_ key: FrameKey) -> (Int, String, Int, String) {
      (
        order[key.insatsID] ?? (key.insatsID.isEmpty ? .max : .max - 1), key.insatsID, granted[key] ?? .max,
        key.receiverID
      )
    }
    return Set(frames.keys).union(booked).map { (key: $0, place: place($0)) }.sorted { $0.place < $1.place }.map(\.key)
  }

  /// Reckoned account by account from the ledger, and not from the lines.
  private static func ties(_ books: Books, mapping: Mapping, lines: [Line]) -> [Tie] {
    var known: [AccountNumber: Money] = [:]
    for line in lines where !line.insatsID.isEmpty {
      for balance in line.parts.flatMap(\.costs) { known[balance.account, default: .zero] += balance.change }
    }
    var ledger: [AccountNumber: Money] = [:]
    for balance in books.balances where mapping.insatsCosts.counts(balance) {
      ledger[balance.account, default: .zero] += balance.change
    }
    return ledger.filter { $0.value != .zero || known[$0.key] != nil }.sorted { $0.key < $1.key }.map {
      Tie(account: $0.key, name: books.name(of: $0.key), ledger: $0.value, known: known[$0.key] ?? .zero)
    }
  }
}

/// The balances of the result that are grants to insatser.
func insatsCosts(_ books: Books, mapping: Mapping) -> [Books.Balance] {
  SortedBooks(books, mapping: mapping).of(mapping.resultLineIDs)
    .filter { mapping.insatsCosts.counts($0) && $0.change != .zero }
}

extension YearFrames {
  /// By what a balance with those objects is reckoned.
  func key(_ objects: ObjectSet) -> FrameKey { key(objects[.insats] ?? "", objects[.party] ?? "") }
}

extension AccrualPlan.Place {
  fileprivate init(_ objects: ObjectSet) {
    self.init(insatsID: objects[.insats] ?? "", receiverID: objects[.party] ?? "")
  }
}

/// The names of insatser and receivers, looked up once.
private struct FollowUpNames {
  private let insatser: [String: String]
  private let members: [String: String]
  private let objects: [ObjectReference: String]

  init(_ association: Association, _ books: Books) {
    insatser = Dictionary(association.insatser.map { ($0.id, $0.name) }) { first, _ in first }
    members = Dictionary(association.members.map { ($0.id, $0.name) }) { first, _ in first }
    objects = Dictionary(books.objects.map { ($0.reference, $0.name) }) { first, _ in first }
  }

  func title(_ key: FrameKey) -> String {
    guard !key.insatsID.isEmpty else { return "Utan insats" }
    let name = insatser[key.insatsID] ?? object(.insats, key.insatsID)
    guard !key.receiverID.isEmpty else { return name }
    return "\(name) – \(members[key.receiverID] ?? object(.party, key.receiverID))"
  }

  private func object(_ dimension: Dimension, _ id: String) -> String {
    objects[ObjectReference(dimension: dimension, object: id)] ?? id
  }
}

extension FollowUp {
  /// What each insats has used by the end of the period.
  public var drawnByInsats: [String: Money] {
    Dictionary(lines.map { ($0.insatsID, $0.before + $0.outcome) }) { $0 + $1 }
  }
}
