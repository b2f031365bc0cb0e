import Association
import Desk
import Ledger
import Press
import Report
import Statements
import Store

/// The minutes of a meeting of the board, with what is needed to show and print them.
struct MinutesPlace {
  let association: Association
  let meeting: BoardMeeting
  let held: BoardMeeting.Opened
  let minutes: MinutesCase

  /// The minutes of that meeting; nil where there is none that has been opened.
  init?(_ asked: Asked, meeting id: Int64) throws {
    guard let meeting = try asked.store.boardMeeting(ID(rawValue: id)), let held = meeting.held,
      let minutes = try asked.store.minutes(of: meeting)
    else { return nil }
    association = try asked.store.association()
    self.meeting = meeting
    self.held = held
    self.minutes = minutes
  }

  var endedAt: String {
    if case .closed(let closed) = meeting.stage { closed.endedAt } else { "" }
  }

  var paper: MinutesPaper {
    MinutesPaper(
      association: association, meeting: held, endedAt: endedAt, notes: minutes.notes, state: minutes.state,
      notices: minutes.notices)
  }

  var gaps: [MinutesGap] { MinutesGap.gaps(in: held, notes: minutes.notes) }

  /// Whether the user may read them: what is not adjusted is not yet the association's word.
  static func mayRead(_ minutes: MinutesCase, _ user: User) -> Bool {
    minutes.state.adjusted != nil || Access.questioners.admits(user)
  }
}

/// What is shown of minutes wherever they are.
enum MinutesPart {
  static let trail = [Page.Link("Protokoll", Addresses.minutesList.path())]

  static func badge(_ minutes: MinutesCase) -> HTML {
    func badge(_ words: String, _ kind: StaticString) -> HTML { tag("span", [.class(kind)], .text(words)) }
    return switch minutes.state {
    case .draft: badge("Skrivs", "badge")
    case .closed(let closed): badge("Väntar på \(closed.waiting.count) av \(closed.signers.count)", "badge warn")
    case .adjusted(let adjusted): badge("Justerat \(adjusted.adjustedOn.text)", "badge good")
    }
  }

  /// What follows a meeting, for its own page and those of its decisions: its papers, its minutes, and when what was
  /// decided gains force. Nothing of minutes where the meeting has not been opened, or the user may not read them.
  static func ways(of meeting: BoardMeeting, _ asked: Asked) throws -> HTML {
    let id = meeting.id.rawValue
    var parts: [HTML] = []
    if Access.questioners.admits(asked.user), !meeting.plan.agenda.isEmpty {
      parts.append(MoneyPart.link("Kallelse och handlingar som PDF", Addresses.boardPapers.path(id)))
    }
    if let minutes = try asked.store.minutes(of: meeting), MinutesPlace.mayRead(minutes, asked.user) {
      parts.append(MoneyPart.link("Protokollet", Addresses.minutes.path(id)) + .text(" ") + badge(minutes))
      parts.append(.text(NoticeWords.sentence(minutes.gainsForce, in: try asked.store.association())))
    }
    return parts.isEmpty ? .empty : tag("ul", each: parts.map { tag("li", $0) })
  }

  /// The paragraphs of a meeting as a notice names them; empty for the auditors' minutes.
  static func paragraphs(_ minutes: MinutesCase, _ store: Store) throws -> String {
    guard let id = minutes.meeting, let numbers = try store.boardMeeting(id)?.decisions.map(\.paragraph),
      let first = numbers.first, let last = numbers.last
    else { return "" }
    return first == last ? "§ \(first)" : "§§ \(first)–\(last)"
  }

  static func noticeRows(
    _ minutes: MinutesCase, _ notice: Notice, _ association: Association, _ store: Store
  ) throws -> [NoticeWords.Row] {
    guard let adjusted = minutes.state.adjusted else { return [] }
    return NoticeWords.rows(
      association: association.name, body: minutes.kind == .board ? "Styrelsen" : "Revisorerna",
      heldOn: minutes.state.heldOn, adjustedOn: adjusted.adjustedOn, paragraphs: try paragraphs(minutes, store),
      keptAt: minutes.notes.keptAt, posting: notice.standing)
  }

  static func prose(_ chapter: Chapter) -> HTML {
    var prose = ProsePart(
      place: chapter.id, level: 2, title: chapter.title, figure: { _, _, printed, _ in .text(printed) },
      table: { table, heading in
        TablePart(
          table, isTitleAbove: Headings.says(heading, title: table.title), noteLink: { _ in nil }
        ) { _, printed, _ in .text(printed) }.html()
      })
    let number = chapter.number.isEmpty ? "" : chapter.number + " "
    return tag("h2", [.id(chapter.id)], .text(number + chapter.title)) + prose.html(of: chapter.blocks)
  }

  /// What a step with minutes was refused for, as faults; other errors go on.
  static func attempt(_ asked: Asked, _ body: (Store.Writing) throws -> Void) throws -> [FieldFault] {
    do {
      try asked.store.together(by: asked.actor, at: asked.now, body)
      return []
    } catch let refusal as MinutesRefusal {
      return [FieldFault(field: "", message: Words.sentence(refusal))]
    }
  }
}
