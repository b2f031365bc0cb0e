public import Ledger

/// A seat of the board as it was when a meeting was opened.
public struct MeetingSeat: Hashable, Sendable {
  /// By which it is known at the meeting, from 1.
  public var number: Int
  /// Ordförande, Vice ordförande, Ledamot, Ersättare.
  public var function: String
  /// The name; empty where the association does without names.
  public var name: String
  /// The member that appointed.
  public var memberID: String
  /// Whether it is a substitute's (ersättare).
  public var isSubstitute: Bool

  /// A seat.
  public init(number: Int, function: String, name: String, memberID: String, isSubstitute: Bool) {
    self.number = number
    self.function = function
    self.name = name
    self.memberID = memberID
    self.isSubstitute = isSubstitute
  }

  /// The seats that are held on a day, members of the board first and substitutes in their order after them.
  public static func roll(of seats: [Seat], on day: CalendarDate) -> [MeetingSeat] {
    let held = seats.enumerated().filter { $0.element.isHeld(on: day) }
    let ordered = held.sorted { left, right in
      let (one, two) = (left.element, right.element)
      if one.isSubstitute != two.isSubstitute { return !one.isSubstitute }
      if one.rank != two.rank { return one.rank < two.rank }
      if one.substituteOrder != two.substituteOrder {
        return (one.substituteOrder ?? .max) < (two.substituteOrder ?? .max)
      }
      return left.offset < right.offset
    }
    return ordered.enumerated().map { index, seat in
      MeetingSeat(
        number: index + 1, function: seat.element.function, name: seat.element.name, memberID: seat.element.memberID,
        isSubstitute: seat.element.isSubstitute)
    }
  }
}

extension Seat {
  /// Whether somebody sits in it on the day.
  public func isHeld(on day: CalendarDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { $0 >= day } ?? true)
  }

  /// Whether it is a substitute's: what it is called says so.
  public var isSubstitute: Bool { function.lowercased().contains("ersättare") || function.lowercased() == "suppleant" }

  /// Whether it is the chair's (ordförande).
  public var isChair: Bool { function.lowercased() == "ordförande" }

  /// Whether it is a vice chair's (vice ordförande, of whom there may be two: § 17).
  public var isViceChair: Bool { !isChair && !isSubstitute && function.lowercased().contains("vice ordförande") }

  /// The chair first, then vice chairs, then the rest.
  var rank: Int { isChair ? 0 : isViceChair ? 1 : 2 }
}
