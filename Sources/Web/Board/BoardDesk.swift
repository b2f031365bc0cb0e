import Association
import Desk
import Ledger
import Press
import Report
import Store

/// What the pages of the board have in common: the association, what is recorded, and how seats and meetings are called.
struct BoardDesk {
  let asked: Asked
  let association: Association
  let record: BoardRecord

  init(_ asked: Asked) throws {
    self.asked = asked
    self.association = try asked.store.association()
    self.record = try asked.store.boardRecord()
  }

  var mayWrite: Bool { Access.bookkeepers.admits(asked.user) }

  func meeting(_ id: Int64) -> BoardMeeting? { record.meetings.first { $0.id.rawValue == id } }

  func memberName(_ id: String) -> String { association.members.first { $0.id == id }?.name ?? id }

  /// `Ledamot, Norrby`, with the name before it where there is one.
  func words(_ seat: MeetingSeat) -> String {
    let place = [seat.function, memberName(seat.memberID)].filter { !$0.isEmpty }.joined(separator: ", ")
    return seat.name.isEmpty ? place : "\(seat.name) (\(place))"
  }

  /// The seat of that number at a meeting.
  func seat(_ number: Int, _ meeting: BoardMeeting?) -> String {
    meeting?.held?.seat(number).map { words($0) } ?? "Plats \(number)"
  }

  func seats(_ numbers: [Int], _ meeting: BoardMeeting) -> String {
    numbers.map { seat($0, meeting) }.joined(separator: "; ")
  }

  /// The seat that whoever is signed in sits in on the day; nil where none.
  func ownSeat(on day: CalendarDate) -> Seat? {
    let mail = asked.user.mail.lowercased()
    return association.seats(on: day).first { !$0.account.isEmpty && $0.account.lowercased() == mail }
  }

  /// Why a step is not taken, with seats by name.
  func fault(_ refusal: MeetingRefusal, _ meeting: BoardMeeting?, seats: [MeetingSeat]? = nil, at field: String = "")
    -> FieldFault
  {
    FieldFault(
      field: field,
      message: Words.sentence(refusal) { number in
        (seats ?? meeting?.held?.seats)?.first { $0.number == number }.map { words($0) } ?? "Plats \(number)"
      })
  }

  static let trail = Page.Link("Styrelsen", Addresses.board.path())
  static let meetingsTrail = [trail, Page.Link("Möten", Addresses.boardMeetings.path())]

  /// `Möte 3, 2026-05-12`.
  static func title(_ plan: MeetingPlan) -> String { "Möte \(plan.number), \(plan.day.text)" }

  static func trail(_ meeting: BoardMeeting) -> [Page.Link] {
    meetingsTrail + [Page.Link(title(meeting.plan), Addresses.boardMeeting.path(meeting.id.rawValue))]
  }

  /// The page of a decision.
  static func path(_ decision: BoardDecision) -> String {
    Addresses.boardDecision.path(Pair(decision.day.text, decision.paragraph))
  }
}

/// The pieces that pages of the board are made of.
enum BoardPart {
  /// Text in Markdown; markup in it is left out.
  static func prose(_ text: String) -> HTML {
    guard !text.strippedOfBlanks.isEmpty else { return .empty }
    return tag("div", [.class("prose")], ManualPart.page(markdown: "\n\n" + text).body)
  }

  static func badge(_ place: BoardMeeting.Place) -> HTML {
    let kind: StaticString =
      switch place {
      case .planned: "badge"
      case .called, .opened: "badge warn"
      case .closed: "badge good"
      case .cancelled: "badge alarm"
      }
    return tag("span", [.class(kind)], .text(Words.words(place).capitalisedFirst))
  }

  static func documents(_ documents: [AgendaItem.Document]) -> HTML {
    guard !documents.isEmpty else { return .empty }
    return tag(
      "ul", [.class("documents")],
      each: documents.map { document in
        tag("li", tag("a", [.href(.path(Addresses.document.path(document.sha256)))], .text(document.name)))
      })
  }

  /// What a decision tells, as its page and the minutes have it.
  static func decision(_ decision: BoardDecision, _ meeting: BoardMeeting, _ desk: BoardDesk) -> HTML {
    let abstained = decision.serving.filter { decision.vote(of: $0) == .abstain }
    var pairs: [(String, HTML)] = [
      ("Utfall", .text(decision.outcome.rawValue.capitalisedFirst)),
      ("Förslag", .text(decision.said.proposals)), ("Propositionsordning", .text(decision.said.propositions)),
    ]
    if let ballot = decision.said.ballot {
      let tally = ballot.tally
      pairs.append(("Ja betyder", .text(ballot.yesMeans)))
      pairs.append(("Nej betyder", .text(ballot.noMeans)))
      pairs.append(
        (
          "Omröstning",
          .text(
            "\(tally.yes) ja, \(tally.no) nej, \(tally.abstain) avstår"
              + (tally.yes != tally.no
                ? "" : decision.kind == .election ? "; lotten avgjorde" : "; ordförandens utslagsröst avgjorde"))
        ))
      if case .open(let votes) = ballot.votes {
        for vote in BoardDecision.Vote.allCases {
          let those = decision.serving.filter { votes[$0] == vote }
          if !those.isEmpty { pairs.append((vote.rawValue.capitalisedFirst, .text(desk.seats(those, meeting)))) }
        }
      }
    } else if !abstained.isEmpty {
      pairs.append(("Avstod från att delta", .text(desk.seats(abstained, meeting))))
    }
    let disqualified = meeting.held?.attendance.conflicts.filter { $0.item == decision.said.item } ?? []
    pairs.append(
      (
        "Jäv",
        .text(
          disqualified.map { desk.seat($0.seat, meeting) + ($0.ground.isEmpty ? "" : " (\($0.ground))") }
            .joined(separator: "; "))
      ))
    pairs.append(
      ("Tjänstgörande", .text("\(decision.serving.count) av \(decision.memberCount) ledamöter")))
    pairs.append(
      (
        "Reservation",
        .text(
          decision.reservations.map { desk.seat($0.seat, meeting) + ($0.words.isEmpty ? "" : ": \($0.words)") }
            .joined(separator: "; "))
      ))
    if let consulted = decision.consultedOn { pairs.append(("Samråd med medlemmarna", .text(consulted.text))) }
    return prose(decision.said.wording) + MoneyPart.facts(pairs)
  }
}

extension String {
  /// The text with its first letter as a capital.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
