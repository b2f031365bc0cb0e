import Association
import Ledger
import Store
import Testing

@testable import Web

/// A meeting of the example's board that has ended, for the tests of what follows it.
struct MinutesKit {
  let kit: OfficeKit
  let meeting: ID<BoardMeeting>
  /// The seats: the chair, an adjuster, one more, and a substitute who was not there.
  static let names = ["Ann-Kristin Ek", "Bo Ask", "Cilla Alm", "Dan Björk"]

  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// A meeting on 15 January 2026: § 1 with a vote, § 2 with a reservation; one took part from afar. The chair signs in
  /// as the board's member.
  init(
    _ office: OfficeKit? = nil, isEnded: Bool = true, documents: [AgendaItem.Document] = [], bytes: [[UInt8]] = []
  ) throws {
    let kit = try office ?? OfficeKit()
    let actor = Actor(name: "Testet")
    let day = try Self.day("2026-01-15")
    let (agenda, attendance) = (Self.agenda(documents), Self.attendance)
    meeting = try kit.store.together(by: actor, at: kit.clock.now) { writing in
      var association = try writing.association()
      let members = association.members.prefix(3).map(\.id)
      association.seats = zip(["Ordförande", "Ledamot", "Ledamot"], members).enumerated().map { index, seat in
        Seat(
          function: seat.0, name: Self.names[index], memberID: seat.1,
          account: index == 0 ? "\(Role.boardMember.rawValue)@example.se" : "")
      }
      association.seats.append(Seat(function: "Ersättare", name: Self.names[3], memberID: members[1]))
      try writing.record(association)
      for (document, bytes) in zip(documents, bytes) {
        try writing.attach(bytes, name: document.name, mediaType: "application/pdf")
      }
      let id = try writing.plan(
        MeetingPlan(
          number: 1, day: day, time: "09.00", place: "Rådhuset, Karlskrona",
          remote: RemoteRule(
            decision: Decision(date: try Self.day("2025-02-01"), paragraph: "§ 9"), extent: "Högst en tredjedel."),
          agenda: agenda))
      try writing.take(.called(on: try Self.day("2026-01-08")), in: id)
      try writing.take(
        .opened(
          BoardMeeting.Opening(
            seats: MeetingSeat.roll(of: association.seats, on: day), memberCount: 3, firstParagraph: 1,
            attendance: attendance)), in: id)
      try writing.take(
        .decided(
          BoardDecision.Draft(
            paragraph: 1, item: 1, wording: "Styrelsen beslutar att *Samsa* får **650 000 kronor** för 2026.",
            ballot: BoardDecision.Ballot(
              yesMeans: "Bifall till förslaget", noMeans: "Avslag", votes: .open([1: .yes, 2: .yes, 3: .no]))),
          consultedOn: nil), in: id)
      try writing.take(
        .decided(
          BoardDecision.Draft(
            paragraph: 2, item: 2, wording: "Styrelsen noterar informationen.", outcome: .noted), consultedOn: nil),
        in: id)
      try writing.take(.reserved(paragraph: 1, BoardDecision.Reservation(seat: 3, words: "För dyrt.")), in: id)
      if isEnded { try writing.take(.closed(at: "11.40"), in: id) }
      return id
    }
    self.kit = kit
  }

  private static func agenda(_ documents: [AgendaItem.Document]) -> [AgendaItem] {
    [
      AgendaItem(
        title: "Medel till Samsa", background: "Samsa söker medel för ett tredje år. Se bilagan.",
        proposal: "Att Samsa får 650 000 kronor.", presenter: "Förbundschefen", documents: documents),
      AgendaItem(title: "Rapport från förbundschefen", presenter: "Förbundschefen"),
    ]
  }

  private static let attendance = Attendance(
    presences: [
      Attendance.Presence(seat: 1), Attendance.Presence(seat: 2), Attendance.Presence(seat: 3, mode: .remote),
    ], chair: 1, secretary: "Förbundschefen", adjusters: [2, 3])

  private static let notes = MinutesNotes(
    keptAt: "Förbundets kansli",
    paragraphs: [
      1: MinutesNotes.Note(proposals: "Cilla Alm yrkar avslag.", propositions: "Bifall ställs mot avslag.")
    ])

  /// Closed for adjustment; the id of the minutes.
  func closed() throws -> Int64 {
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      try writing.note(Self.notes, in: meeting)
      return try writing.closeMinutes(of: meeting)
    }
  }

  /// Adjusted by all on 20 January.
  func adjusted() throws -> Int64 {
    let id = try closed()
    let day = try Self.day("2026-01-20")
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      for position in 0...2 { try writing.adjust(id, by: position, on: day) }
    }
    return id
  }

  /// Minutes in an office that has much else: the address of a notice's own page, for whoever has it.
  static func fill(_ kit: OfficeKit) throws -> String {
    let world = try MinutesKit(kit)
    let id = try world.adjusted()
    let secret = Secret.make(kit.office.randomBytes)
    try kit.store.keepNoticeLink(Secret.digest(of: secret), minutes: id, memberID: "REG")
    return Addresses.noticeConfirmation.path(secret)
  }
}
