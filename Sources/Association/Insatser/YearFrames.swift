public import Ledger

/// What is reckoned against one frame: an insats, and the receiver where the insats has a frame for each. The note of
/// the annual report, the living note, the forecast and the requisitions all reckon by it.
public struct FrameKey: Hashable, Comparable, Sendable {
  /// Which insats; empty for grants that say none.
  public let insatsID: String
  /// Which receiver; empty where the receivers share the frame.
  public let receiverID: String

  /// The part of an insats that a receiver draws, or the whole of it.
  public init(insatsID: String, receiverID: String = "") {
    self.insatsID = insatsID
    self.receiverID = receiverID
  }

  /// By insats, then by receiver.
  public static func < (left: FrameKey, right: FrameKey) -> Bool {
    left.insatsID == right.insatsID ? left.receiverID < right.receiverID : left.insatsID < right.insatsID
  }
}

/// The frames of one year, looked up by what is reckoned against them.
public struct YearFrames: Hashable, Sendable {
  /// The calendar year.
  public let year: Int
  /// What is reckoned by itself and has a frame, in the order the frames were granted.
  public let keys: [FrameKey]
  private let frames: [FrameKey: [Frame]]
  /// The receivers of the insatser that have a frame for each.
  private let receivers: [String: Set<String>]

  /// The association's frames of that year.
  public init(_ association: Association, year: Int) {
    self.year = year
    let ofYear = association.frames.filter { $0.year == year }
    let receivers = Dictionary(grouping: ofYear, by: \.insatsID).mapValues { Set($0.map(\.receiverID)) }
      .filter { $0.value.count > 1 }
    var keys: [FrameKey] = []
    var frames: [FrameKey: [Frame]] = [:]
    for frame in ofYear {
      let isSplit = receivers[frame.insatsID] != nil
      let key = FrameKey(insatsID: frame.insatsID, receiverID: isSplit ? frame.receiverID : "")
      if frames[key] == nil { keys.append(key) }
      frames[key, default: []].append(frame)
    }
    self.keys = keys
    self.frames = frames
    self.receivers = receivers
  }

  /// By what a grant to a receiver of an insats is reckoned: the whole insats where it has one frame or none; else the
  /// receiver, or what the others share where they share a frame of their own.
  public func key(_ insatsID: String, _ receiverID: String) -> FrameKey {
    guard let own = receivers[insatsID] else { return FrameKey(insatsID: insatsID) }
    return FrameKey(
      insatsID: insatsID, receiverID: own.contains(receiverID) || !own.contains("") ? receiverID : "")
  }

  /// What is granted; nil where nothing is.
  public func granted(_ key: FrameKey) -> Money? { frames[key].map { $0.map(\.granted).sum() } }

  /// The frames that make it.
  public func frames(_ key: FrameKey) -> [Frame] { frames[key] ?? [] }
}
