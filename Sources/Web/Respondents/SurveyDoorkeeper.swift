import Ledger
import Synchronization

/// Counts codes that there are not, by the network that they come from, so that nobody may go on guessing. In memory
/// alone: who answers a survey is written down nowhere, and neither is who misread a code.
final class SurveyDoorkeeper: Sendable {
  private struct Hour {
    var number: Int64 = 0
    var misses: [String: Int] = [:]
  }

  /// So many may be wrong in an hour from one network; a whole office may share one.
  static let missCountMax = 30
  private let hour = Mutex(Hour())

  /// Whether the network must wait for the next hour.
  func isTired(of remote: String, at now: Moment) -> Bool {
    hour.withLock {
      $0.number == now.secondsSince1970 / 3600
        && $0.misses[Patience.network(of: remote), default: 0] >= Self.missCountMax
    }
  }

  /// Counts a code that there is not.
  func noteMiss(from remote: String, at now: Moment) {
    hour.withLock { hour in
      let number = now.secondsSince1970 / 3600
      if hour.number != number { hour = Hour(number: number) }
      hour.misses[Patience.network(of: remote), default: 0] += 1
    }
  }
}
