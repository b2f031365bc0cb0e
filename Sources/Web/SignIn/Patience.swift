import Foundation
import Ledger
import Store

/// How long one must wait before the next attempt: nothing for the first ones, then longer each time, and never for
/// ever. What is counted is what failed; who counts is the book, so that it is the same after a restart.
struct Patience {
  let key: String
  private let freeCount: Int
  private let secondsMax: Int64

  /// How long the first that is not free waits, and those after it, in minutes.
  private static let waits: [Int64] = [1, 2, 4, 8, 15, 30, 60]

  /// For one who signs in, by the address typed and the place it comes from: five are free in a day. The address is
  /// kept as its digest, for people type their password in the wrong field.
  static func mail(_ mail: String, from remote: String) -> Patience {
    Patience(
      key: "mail \(Secret.digest(of: mail)) " + network(of: remote), freeCount: 5, secondsMax: 86_400)
  }

  /// For the address typed, wherever it comes from: many places are not to guess together. It is given ten times as
  /// much, so that nobody is shut out by somebody who only knows their address.
  static func mail(_ mail: String) -> Patience {
    Patience(key: "mail " + Secret.digest(of: mail), freeCount: 50, secondsMax: 86_400)
  }

  /// For one who is signed in and says who they are once more.
  static func confirmation(_ user: ID<User>) -> Patience {
    Patience(key: "confirm \(user.rawValue)", freeCount: 5, secondsMax: 86_400)
  }

  /// For the code of one whose password was right.
  static func code(_ user: ID<User>) -> Patience {
    Patience(key: "code \(user.rawValue)", freeCount: 5, secondsMax: 86_400)
  }

  /// For the place it comes from: a whole office may share one, so it is given more.
  static func remote(_ remote: String) -> Patience {
    Patience(key: "remote " + network(of: remote), freeCount: 30, secondsMax: 3600)
  }

  /// For letters to one who has forgotten the password, by address and by place.
  static func letter(to mail: String) -> Patience {
    Patience(key: "letter " + Secret.digest(of: mail), freeCount: 3, secondsMax: 3600)
  }

  static func letters(from remote: String) -> Patience {
    Patience(key: "letters " + network(of: remote), freeCount: 10, secondsMax: 3600)
  }

  /// How many minutes are left to wait; 0 where one may try.
  func minutesLeft(in store: Store, at now: Moment) throws -> Int64 {
    let count = try store.attempts(key: key, since: ago(secondsMax, now))
    guard count >= freeCount else { return 0 }
    let wait = Patience.waits[min(count - freeCount, Patience.waits.count - 1)]
    // The latest attempt is so long ago as there are minutes without any.
    var (low, high) = (Int64(0), wait)
    while low < high {
      let middle = (low + high) / 2
      if try store.attempts(key: key, since: ago((wait - middle) * 60 - 1, now)) == 0 {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  private func ago(_ seconds: Int64, _ now: Moment) -> Moment {
    Moment(secondsSince1970: now.secondsSince1970 - seconds)
  }

  /// Somebody who has one address of IPv6 has 2^64 of them: they are counted as one. An address of IPv4 is the same
  /// however it is written, and what is no address is all one place.
  static func network(of remote: String) -> String {
    let address = bare(remote)
    if let bytes = bytes(of: address, AF_INET, count: 4) { return bytes.map { "\($0)" }.joined(separator: ".") }
    guard let bytes = bytes(of: address, AF_INET6, count: 16) else { return "?" }
    if bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF] {
      return bytes.suffix(4).map { "\($0)" }.joined(separator: ".")
    }
    return (0..<4).map { String(Int(bytes[2 * $0]) << 8 | Int(bytes[2 * $0 + 1]), radix: 16) }.joined(separator: ":")
  }

  /// The address without its brackets, port and zone: `[2001:db8::1]:443`, `192.0.2.1:5000`, `fe80::1%eth0`.
  private static func bare(_ remote: String) -> String {
    let text = remote.strippedOfBlanks
    if text.utf8.first == UInt8(ascii: "[") {
      return text.dropFirst().split(separator: "]").first.map { String($0) } ?? ""
    }
    let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
    if pieces.count == 2 { return String(pieces[0]) }
    return text.split(separator: "%").first.map { String($0) } ?? ""
  }

  private static func bytes(of address: String, _ family: Int32, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return inet_pton(family, address, &bytes) == 1 ? bytes : nil
  }

  /// What is said to one who must wait.
  static func words(minutes: Int64) -> String {
    "Det har blivit många försök som inte stämt. Vänta \(minutes) \(minutes == 1 ? "minut" : "minuter") och försök igen."
  }
}
