extension ExitReason {
  /// The common reason that a performer's own code says by itself: the code is one of the common ones, or begins with
  /// one and a full stop (`arbete.deltid`). Nil for a code that is the performer's alone.
  public init?(code: String) {
    self.init(rawValue: code.split(separator: ".", maxSplits: 1).first.map { String($0) } ?? "")
  }
}
