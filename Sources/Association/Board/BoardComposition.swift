public import Ledger

/// What the law asks of a board and its seats on a day do not have.
public enum BoardFault: Hashable, Sendable {
  /// The member has no ledamot (lag 2003:1210 § 10).
  case noMember(memberID: String)
  /// The member has no substitute (§ 10).
  case noSubstitute(memberID: String)
  /// There are not as many substitutes as members of the board (§ 10).
  case uneven(members: Int, substitutes: Int)
  /// There is no chair, or more than one (§ 17).
  case chairs(Int)
  /// There are not one or two vice chairs (§ 17).
  case viceChairs(Int)
  /// It is not said in which order a member's substitutes are called (§ 12).
  case orderMissing(memberID: String)
  /// A term is longer than four years (§ 13).
  case termTooLong(Seat)
  /// A seat's appointing member is none that the association has.
  case unknownMember(Seat)
}

/// The board's term: four years from 1 April the year after the general election (lag 2003:1210 § 13).
public enum BoardTerm {
  /// The term that a day falls in, where the förbundsordning says nothing else.
  public static func around(_ day: CalendarDate) -> ClosedRange<CalendarDate>? {
    // General elections are held in 2022, 2026, 2030; terms begin the year after.
    let year = day.month < 4 ? day.year - 1 : day.year
    let first = year - ((year - 2023) % 4 + 4) % 4
    guard let from = CalendarDate(year: first, month: 4, day: 1),
      let until = CalendarDate(year: first + 4, month: 3, day: 31)
    else { return nil }
    return from...until
  }

  /// The last day that a term of four years from a day can have.
  static func last(from day: CalendarDate) -> CalendarDate? {
    CalendarDate(year: day.year + 4, month: day.month, day: day.day)
      ?? CalendarDate(year: day.year + 4, month: day.month, day: day.day - 1)
  }
}

extension Association {
  /// The seats that are held on the day.
  public func seats(on day: CalendarDate) -> [Seat] { seats.filter { $0.isHeld(on: day) } }

  /// What the law asks of the board on the day and is not so, in the order of the law; nothing where no seat is said.
  public func boardFaults(on day: CalendarDate) -> [BoardFault] {
    let held = seats(on: day)
    guard !held.isEmpty else { return [] }
    let present = members.filter { ($0.joined.map { $0 <= day } ?? true) && ($0.left.map { $0 > day } ?? true) }
    var faults: [BoardFault] = []
    for member in present {
      let own = held.filter { $0.memberID == member.id }
      if !own.contains(where: { !$0.isSubstitute }) { faults.append(.noMember(memberID: member.id)) }
      if !own.contains(where: \.isSubstitute) { faults.append(.noSubstitute(memberID: member.id)) }
      let substitutes = own.filter(\.isSubstitute)
      if substitutes.count > 1, substitutes.contains(where: { $0.substituteOrder == nil }) {
        faults.append(.orderMissing(memberID: member.id))
      }
    }
    let substitutes = held.count(where: \.isSubstitute)
    if substitutes * 2 != held.count {
      faults.append(.uneven(members: held.count - substitutes, substitutes: substitutes))
    }
    for seat in held {
      if let from = seat.from, let until = seat.until, let last = BoardTerm.last(from: from), until >= last {
        faults.append(.termTooLong(seat))
      }
      if !members.contains(where: { $0.id == seat.memberID }) { faults.append(.unknownMember(seat)) }
    }
    let chairs = held.count(where: \.isChair)
    if chairs != 1 { faults.append(.chairs(chairs)) }
    let vice = held.count(where: \.isViceChair)
    if !(1...2).contains(vice) { faults.append(.viceChairs(vice)) }
    return faults
  }
}
