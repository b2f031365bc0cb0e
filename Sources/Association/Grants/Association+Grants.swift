import Ledger

extension Association {
  /// Puts the frames that a decision grants in the place of those that the one before it granted. A frame that is the
  /// same keeps the decision that first granted it.
  public mutating func grant(_ decision: GrantDecision, insteadOf before: [GrantAmount]) {
    var old = before
    var new: [GrantAmount] = []
    for amount in decision.amounts {
      let isKept = frames.contains { $0.isGrant(amount, of: decision.insatsID) && $0.granted == amount.amount }
      if isKept, let same = old.firstIndex(of: amount) {
        old.remove(at: same)
      } else {
        new.append(amount)
      }
    }
    var place: Int?
    for amount in old {
      let exact = frames.firstIndex {
        $0.isGrant(amount, of: decision.insatsID) && $0.granted == amount.amount
      }
      // Somebody may have written another amount in the association's folder: the decision is for that year and receiver.
      guard let found = exact ?? frames.firstIndex(where: { $0.isGrant(amount, of: decision.insatsID) }) else {
        continue
      }
      frames.remove(at: found)
      place = min(place ?? found, found)
    }
    frames.insert(
      contentsOf: new.map {
        Frame(
          insatsID: decision.insatsID, receiverID: $0.receiverID, year: $0.year, granted: $0.amount,
          decision: decision.decision)
      }, at: min(place ?? frames.count, frames.count))
  }

  /// The frames of an insats, as amounts: what a decision about it begins with.
  public func frameAmounts(of insatsID: String) -> [GrantAmount] {
    frames.filter { $0.insatsID == insatsID }.map {
      GrantAmount(year: $0.year, receiverID: $0.receiverID, amount: $0.granted)
    }
  }

  /// The insatser that an insats goes on from, the nearest first, itself not among them; and none twice.
  public func formerInsatser(of id: String) -> [InsatsOrigin] {
    var found: [InsatsOrigin] = []
    var ids = [id]
    var seen: Set<InsatsOrigin> = []
    while let next = ids.popLast() {
      for origin in insatsOrigins.reversed() where origin.insatsID == next && seen.insert(origin).inserted {
        found.append(origin)
        if origin.formerID != next { ids.append(origin.formerID) }
      }
    }
    return found
  }

  /// The ids that belong to one series with an insats: itself first, then those it goes on from.
  public func series(of id: String) -> [String] {
    formerInsatser(of: id).map(\.formerID).reduce(into: [id]) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension Frame {
  fileprivate func isGrant(_ amount: GrantAmount, of insatsID: String) -> Bool {
    self.insatsID == insatsID && year == amount.year && receiverID == amount.receiverID
  }
}
