public import Association
public import Ledger

/// An insats's case: from application, or from the decision that it was registered with, to the final report.
public struct GrantCase: Hashable, Sendable {
  /// A step as it was taken.
  public struct Step: Hashable, Sendable {
    /// Its number among all steps of the book.
    public let id: Int64
    /// What was done.
    public let event: Grant.Event
    /// By whom.
    public let by: String
    /// When.
    public let at: Moment
    /// Its line of history.
    public let sequence: Int64
  }

  /// The key under which the book knows it.
  public let id: ID<GrantCase>
  /// The user who applied, where a performer did so here.
  public let user: ID<User>?
  /// What has been done, the first first.
  public let steps: [Step]
  /// How it stands.
  public let state: Grant.State

  /// The insats, once it is granted.
  public var insatsID: String? { state.granted?.standing.insatsID }

  /// What it is called: the name that was applied for, or the insats.
  public func name(in association: Association) -> String {
    let insats = association.insatser.first { $0.id == insatsID }
    return insats?.name ?? state.application?.name ?? insatsID ?? ""
  }

  /// The member that runs it, or would.
  public func ownerID(in association: Association) -> String {
    let insats = association.insatser.first { $0.id == insatsID }
    return insats?.ownerID ?? state.application?.ownerID ?? ""
  }

  /// The insats's case: `insatsID` may have several, and the one that is not finished is asked for, else the latest.
  public static func current(of insatsID: String, among cases: [GrantCase]) -> GrantCase? {
    let own = cases.filter { $0.insatsID == insatsID }
    return own.last { $0.state.kind != .finished } ?? own.last
  }
}

/// How an insats stands in Försäkringskassan's system Uppföljning Finsam. Direction, method and ESF are locked there once
/// they have been entered, and so they are here.
public struct InsatsFollowUp: Hashable, Sendable {
  /// Whether it is an individual's insats or one of structures: a mixed one is registered as two.
  public enum Direction: String, CaseIterable, Sendable {
    /// Individinriktad.
    case individual = "individ"
    /// Strukturinriktad.
    case structural = "struktur"
  }

  /// Which insats.
  public var insatsID: String
  /// Inriktning; locked.
  public var direction: Direction
  /// Preciserad inriktning.
  public var preciseDirection: String
  /// Uppföljningsmetod; locked.
  public var method: String
  /// Whether the European Social Fund finances it; locked.
  public var isESF: Bool

  /// What is registered of an insats.
  public init(insatsID: String, direction: Direction, preciseDirection: String, method: String, isESF: Bool) {
    self.insatsID = insatsID
    self.direction = direction
    self.preciseDirection = preciseDirection
    self.method = method
    self.isESF = isESF
  }
}
