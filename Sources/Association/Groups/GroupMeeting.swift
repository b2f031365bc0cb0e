public import Ledger

/// A meeting that a group has held: when, how, who was there, what was noted. A meeting that has been recorded is never
/// changed; a correction is a meeting that points to the one it is recorded instead of, with its reason.
public struct GroupMeeting: Hashable, Sendable {
  /// How it was held.
  public enum Form: String, CaseIterable, Sendable {
    /// All in one place.
    case inPerson = "plats"
    /// All at a distance.
    case remote = "distans"
    /// Some here, some there.
    case mixed = "båda"
  }

  /// Somebody who was there, as they were then. An official of a party, never a participant.
  public struct Attendance: Hashable, Sendable {
    /// The name; empty where the association writes functions only.
    public var name: String
    /// The function.
    public var function: String
    /// Which party, as an id of the association's members; empty for a guest of none.
    public var partyID: String
    /// Whether it was a guest, who has no place in the group.
    public var isGuest: Bool

    /// Somebody who was there.
    public init(name: String, function: String, partyID: String, isGuest: Bool = false) {
      self.name = name
      self.function = function
      self.partyID = partyID
      self.isGuest = isGuest
    }
  }

  /// What is said of a meeting before it is known that it can have been.
  public struct Draft: Hashable, Sendable {
    /// Which group.
    public var groupID: String
    /// When.
    public var day: CalendarDate
    /// How.
    public var form: Form
    /// Where; may be empty at a distance.
    public var place: String
    /// What was said and agreed, Markdown.
    public var notes: String
    /// Who was there.
    public var attendances: [Attendance]

    /// What is said of a meeting.
    public init(
      groupID: String, day: CalendarDate, form: Form, place: String = "", notes: String = "",
      attendances: [Attendance]
    ) {
      self.groupID = groupID
      self.day = day
      self.form = form
      self.place = place
      self.notes = notes
      self.attendances = attendances
    }
  }

  /// Why a meeting is not recorded, as facts; the words stand in `Desk/Words+Groups.swift`.
  public enum Refusal: Error, Hashable, Sendable {
    /// The association has no such group.
    case unknownGroup(String)
    /// The group was not there on that day.
    case notStanding(CalendarDate, from: CalendarDate?, until: CalendarDate?)
    /// A meeting is recorded when it has been held.
    case notHeldYet(CalendarDate, today: CalendarDate)
    /// Nobody was there.
    case nobodyThere
    /// A member of the group is of one of the association's members.
    case unknownParty(String)
    /// Somebody is neither named nor said by function.
    case nobody(place: Int)
    /// A correction, and a withdrawal, say why.
    case reasonMissing
    /// A correction says something else than what it corrects.
    case nothingChanged
    /// The book has no such meeting.
    case unknownMeeting
    /// The meeting has been corrected already, by this one.
    case corrected(by: Int64)
    /// The meeting has been withdrawn.
    case withdrawn
  }

  /// What is said of it.
  public let draft: Draft

  /// A meeting that can have been, or why it cannot.
  public init(_ draft: Draft, in association: Association, today: CalendarDate) throws(Refusal) {
    guard let group = association.groups.first(where: { $0.id == draft.groupID }) else {
      throw .unknownGroup(draft.groupID)
    }
    guard group.isStanding(on: draft.day) else { throw .notStanding(draft.day, from: group.from, until: group.until) }
    guard draft.day <= today else { throw .notHeldYet(draft.day, today: today) }
    guard !draft.attendances.isEmpty else { throw .nobodyThere }
    for (index, attendance) in draft.attendances.enumerated() {
      guard !attendance.name.isEmpty || !attendance.function.isEmpty else { throw .nobody(place: index + 1) }
      let isFree = attendance.isGuest && attendance.partyID.isEmpty
      guard isFree || association.members.contains(where: { $0.id == attendance.partyID }) else {
        throw .unknownParty(attendance.partyID)
      }
    }
    self.draft = draft
  }

  /// A meeting as the book has it: it could have been when it was recorded.
  package init(recorded draft: Draft) { self.draft = draft }

  /// Whether all four parties were there, guests of a party among them.
  public func parties(in association: Association) -> FourParties {
    FourParties(
      present: draft.attendances.map(\.partyID), members: association.members,
      municipalityID: association.groups.first { $0.id == draft.groupID }?.memberID)
  }
}
