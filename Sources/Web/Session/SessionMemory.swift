import Ledger
import Store
import Synchronization

/// The sessions that have been looked up lately, so that not every page asks the book who is there. What another
/// process changes is seen within `secondsMax`; what we change ourselves is forgotten at once.
final class SessionMemory: Sendable {
  private struct Seen {
    let session: Session
    let user: User
    let at: Moment
  }

  private static let secondsMax: Int64 = 5
  /// More sessions than an office has; when it is full, all are forgotten.
  private static let countMax = 1000

  private let seen = Mutex<[String: Seen]>([:])

  func find(_ digest: String, at moment: Moment) -> (session: Session, user: User)? {
    seen.withLock { seen in
      guard let known = seen[digest],
        (0...SessionMemory.secondsMax).contains(moment.secondsSince1970 - known.at.secondsSince1970)
      else { return nil }
      return (known.session, known.user)
    }
  }

  func keep(_ session: Session, _ user: User, at moment: Moment) {
    seen.withLock { seen in
      if seen.count >= SessionMemory.countMax { seen.removeAll() }
      seen[session.digest] = Seen(session: session, user: user, at: moment)
    }
  }

  /// Forgets all: called whenever a user, a session or a role has been changed.
  func forget() { seen.withLock { $0.removeAll() } }
}
