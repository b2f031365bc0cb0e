package import Association
import Ledger
package import Press
package import Report
import Statements

/// The minutes of a meeting of the board, with everything that KL 5:65–67 asks for: one list of chapters, that the page
/// and the PDF both print.
package struct MinutesPaper {
  let association: Association
  let meeting: BoardMeeting.Opened
  /// When it ended, `15.10`; empty while it goes on.
  let endedAt: String
  let notes: MinutesNotes
  let state: MinutesState
  let notices: [Notice]

  /// The minutes of a meeting, as far as they have come.
  package init(
    association: Association, meeting: BoardMeeting.Opened, endedAt: String, notes: MinutesNotes, state: MinutesState,
    notices: [Notice]
  ) {
    self.association = association
    self.meeting = meeting
    self.endedAt = endedAt
    self.notes = notes
    self.state = state
    self.notices = notices
  }

  /// The minutes as they are printed.
  package var sheet: PaperSheet {
    let title = "Styrelsens protokoll \(meeting.plan.day.text)"
    let isAdjusted = state.adjusted != nil
    return PaperSheet(
      association: association.name, organisationNumber: association.organisationNumber,
      heading: "Protokoll", title: title, day: state.adjusted?.adjustedOn ?? meeting.plan.day,
      stamp: isAdjusted ? "" : "EJ JUSTERAT",
      stampWords: isAdjusted ? "" : "Protokollet gäller inte förrän det är justerat.",
      facts: facts, chapters: chapters.map { PaperSheet.Part($0) })
  }

  /// When, where, which paragraphs, and where the minutes are kept.
  package var facts: [InvoiceSheet.Fact] {
    let plan = meeting.plan
    var facts = [InvoiceSheet.Fact("Sammanträde", "Styrelsen, möte \(plan.number) år \(plan.day.year)")]
    facts.append(
      InvoiceSheet.Fact(
        "Tid", "\(plan.day.text) kl. \(plan.time)" + (endedAt.isEmpty || endedAt == plan.time ? "" : "–\(endedAt)")))
    if !plan.place.isEmpty { facts.append(InvoiceSheet.Fact("Plats", plan.place)) }
    if plan.isPublic { facts.append(InvoiceSheet.Fact("Öppet möte", "Alla fick lyssna (lag 2003:1210, 19 §).")) }
    facts.append(InvoiceSheet.Fact("Kallelse", "Skickad \(meeting.calledOn.text)"))
    if let first = meeting.decisions.first?.paragraph, let last = meeting.decisions.last?.paragraph {
      facts.append(InvoiceSheet.Fact("Paragrafer", first == last ? "§ \(first)" : "§§ \(first)–\(last)"))
    }
    if !meeting.attendance.secretary.isEmpty {
      facts.append(InvoiceSheet.Fact("Sekreterare", meeting.attendance.secretary))
    }
    if !notes.keptAt.isEmpty { facts.append(InvoiceSheet.Fact("Protokollet förvaras", notes.keptAt)) }
    if let day = GainsForce(adjusted: state.adjusted, notices: notices).day {
      facts.append(InvoiceSheet.Fact("Vinner laga kraft", "\(day.text), om ingen överklagar"))
    }
    return facts
  }

  /// What stands in the minutes: attendance, each paragraph, the adjustment and, once adjusted, the proof of the notices.
  package var chapters: [Chapter] {
    [attendance] + meeting.decisions.map { chapter(of: $0) } + [adjustment] + (state.adjusted.map { [proof($0)] } ?? [])
  }

  // Who was there.

  private var attendance: Chapter {
    let attendance = meeting.attendance
    let rows = meeting.seats.enumerated().map { index, seat in
      Table.Row(
        id: "plats-\(seat.number)", title: name(seat.number),
        cells: [
          .text(seat.function), .text(member(seat.memberID)), .text(presence(seat.number)), .text(service(seat)),
        ])
    }
    var blocks: [Block] = [
      .table(
        Table(
          id: "narvaro", title: "Närvaro", unit: .none, rowHeading: "Namn",
          columns: [
            Table.Column(id: "funktion", title: "Funktion"), Table.Column(id: "utsedd", title: "Utsedd av"),
            Table.Column(id: "narvaro", title: "Närvaro"), Table.Column(id: "tjanst", title: "Tjänstgjorde"),
          ], rows: rows))
    ]
    blocks.append(
      MinutesPaper.words(
        "Styrelsen har \(meeting.memberCount) ledamöter och är beslutför när minst \(meeting.quorum) tjänstgör "
          + "(kommunallagen 6 kap. 27 § genom lag 2003:1210, 19 §)."))
    if let remote = meeting.plan.remote, attendance.presences.contains(where: { $0.mode != .present }) {
      let decided = [remote.decision.date?.text ?? "", remote.decision.paragraph].filter { !$0.isEmpty }
      blocks.append(
        MinutesPaper.words(
          "Deltagande på distans skedde med ljud och bild i realtid enligt styrelsens beslut "
            + "\(decided.joined(separator: ", ")) (lag 2003:1210, 19 a §): \(remote.extent)"
            + (remote.soundReasons.isEmpty ? "" : " Särskilda skäl för enbart ljud: \(remote.soundReasons)")))
    }
    let conflicts = attendance.conflicts.map { conflict in
      "Punkt \(conflict.item): \(name(conflict.seat)) deltog inte på grund av jäv"
        + (conflict.ground.isEmpty ? "." : " (\(conflict.ground)).")
    }
    if !conflicts.isEmpty {
      blocks.append(.heading(level: 1, [.text("Jäv")]))
      blocks.append(MinutesPaper.list(conflicts))
    }
    return Chapter(id: "narvaro", number: "", title: "Närvaro", level: 1, blocks: blocks)
  }

  private func presence(_ seat: Int) -> String {
    let stretches = meeting.attendance.presences.filter { $0.seat == seat }
    guard !stretches.isEmpty else { return "Frånvarande" }
    return stretches.map { presence in
      let mode =
        switch presence.mode {
        case .present: "På plats"
        case .remote: "På distans"
        case .sound: "På distans, enbart ljud"
        }
      return mode + MinutesPaper.stretch(presence.from, presence.through, itemCount: meeting.plan.agenda.count)
    }.joined(separator: "; ")
  }

  private func service(_ seat: MeetingSeat) -> String {
    guard seat.isSubstitute else { return meeting.attendance.mode(of: seat.number) == nil ? "Nej" : "Ja" }
    let services = meeting.attendance.services.filter { $0.substitute == seat.number }
    guard !services.isEmpty else { return "Nej" }
    return services.map { service in
      "Ja, för \(name(service.seat))"
        + MinutesPaper.stretch(service.from, service.through, itemCount: meeting.plan.agenda.count)
    }.joined(separator: "; ")
  }

  private static func stretch(_ from: Int, _ through: Int?, itemCount: Int) -> String {
    let last = through ?? itemCount
    if from == 1, last >= itemCount { return "" }
    return from == last ? ", punkt \(from)" : ", punkt \(from)–\(last)"
  }

  // What was decided.

  private func chapter(of decision: BoardDecision) -> Chapter {
    let item =
      meeting.plan.agenda.indices.contains(decision.said.item - 1)
      ? meeting.plan.agenda[decision.said.item - 1] : nil
    var blocks: [Block] = []
    func add(_ title: String, _ words: String) {
      let found = Markdown().blocks(of: words, file: title).value
      guard !found.isEmpty else { return }
      blocks.append(.heading(level: 1, [.text(title)]))
      blocks += found
    }
    var lead = "Punkt \(decision.said.item) på dagordningen."
    if let presenter = item?.presenter, !presenter.isEmpty { lead += " Föredragande: \(presenter)." }
    if decision.chair != meeting.attendance.chair { lead += " Ordförande vid ärendet: \(name(decision.chair))." }
    blocks.append(MinutesPaper.words(lead))
    add("Ärendet", item?.background ?? "")
    add("Förslag i kallelsen", item?.proposal ?? "")
    add("Förslag och yrkanden", notes.proposals(of: decision))
    add("Propositionsordning", notes.propositions(of: decision))
    if let ballot = decision.said.ballot { blocks += self.blocks(of: ballot, in: decision) }
    add("Beslut", decision.said.wording)
    blocks.append(MinutesPaper.words("\(MinutesPaper.words(decision.outcome)) \(part(in: decision))"))
    let documents = item?.documents.map(\.name) ?? []
    if !documents.isEmpty {
      blocks.append(.heading(level: 1, [.text("Handlingar i ärendet")]))
      blocks.append(MinutesPaper.list(documents))
    }
    if !decision.reservations.isEmpty {
      blocks.append(.heading(level: 1, [.text("Reservationer")]))
      blocks.append(
        MinutesPaper.list(
          decision.reservations.map { reservation in
            name(reservation.seat) + (reservation.words.isEmpty ? "" : ": \(reservation.words)")
          }))
    }
    add("Antecknas", notes.paragraphs[decision.paragraph]?.remark ?? "")
    return Chapter(
      id: "paragraf-\(decision.paragraph)", number: "§ \(decision.paragraph)", title: item?.title ?? "Beslut", level: 1,
      blocks: blocks)
  }

  private func blocks(of ballot: BoardDecision.Ballot, in decision: BoardDecision) -> [Block] {
    let (yes, no, abstain) = ballot.tally
    var blocks: [Block] = [
      .heading(level: 1, [.text("Omröstning")]),
      MinutesPaper.list(["Ja-röst: \(ballot.yesMeans)", "Nej-röst: \(ballot.noMeans)"]),
    ]
    let result = "Resultat: \(yes) ja, \(no) nej och \(abstain) som avstod."
    switch ballot.votes {
    case .open(let votes):
      let rows = decision.serving.map { seat in
        Table.Row(
          id: "rost-\(seat)", title: name(seat),
          cells: [.text(votes[seat]?.rawValue.capitalizedFirst ?? "Röstade inte")])
      }
      blocks.append(
        .table(
          Table(
            id: "omrostning-\(decision.paragraph)", title: "Hur var och en röstade", unit: .none, rowHeading: "Namn",
            columns: [Table.Column(id: "rost", title: "Röst")], rows: rows, remark: result)))
      if yes == no { blocks.append(MinutesPaper.words("Rösterna var lika. Ordförandens röst avgjorde.")) }
    case .closed(_, _, _, let lot):
      blocks.append(MinutesPaper.words("Omröstningen var sluten. \(result)"))
      if let lot { blocks.append(MinutesPaper.words("Rösterna var lika. Lotten avgjorde: \(lot ? "ja" : "nej").")) }
    }
    return blocks
  }

  private static func words(_ outcome: BoardDecision.Outcome) -> String {
    switch outcome {
    case .adopted: "Förslaget bifölls."
    case .rejected: "Förslaget avslogs."
    case .referred: "Ärendet återremitterades."
    case .tabled: "Ärendet bordlades."
    case .noted: "Informationen noterades."
    }
  }

  /// Who took part in the decision (KL 5:67).
  private func part(in decision: BoardDecision) -> String {
    let abstained = decision.serving.filter { !decision.takingPart.contains($0) }
    let taking = decision.takingPart.map { name($0) }.joined(separator: ", ")
    return "I beslutet deltog \(taking)."
      + (abstained.isEmpty ? "" : " Avstod: \(abstained.map { name($0) }.joined(separator: ", ")).")
  }

  // What followed.

  private var adjustment: Chapter {
    let signers = state.closed?.signers ?? meeting.minutesSigners(in: association)
    let rows = signers.enumerated().map { index, signer in
      let day = state.closed?.adjustments.first { $0.position == index }?.day
      return Table.Row(
        id: "justering-\(index + 1)", title: signer.name,
        cells: [.text(signer.function), .text(day.map { "Justerat \($0.text)" } ?? "Har inte justerat")])
    }
    var blocks: [Block] = [
      .table(
        Table(
          id: "justering", title: "Justering", unit: .none, rowHeading: "Namn",
          columns: [
            Table.Column(id: "funktion", title: "Funktion"), Table.Column(id: "dag", title: "Justering"),
          ], rows: rows))
    ]
    if let adjusted = state.adjusted {
      blocks.append(MinutesPaper.words("Protokollet är justerat \(adjusted.adjustedOn.text)."))
    } else {
      blocks.append(
        MinutesPaper.words(
          "Protokollet ska vara justerat senast \(MinutesRules.adjustBy(heldOn: meeting.plan.day).text) "
            + "(kommunallagen 5 kap. 69 § genom 6 kap. 35 §)."))
      blocks.append(
        .signatures(signers.map { ReportFacts.Signatory(function: $0.function, name: $0.name) }))
    }
    return Chapter(id: "justering", number: "", title: "Justering", level: 1, blocks: blocks)
  }

  private func proof(_ adjusted: MinutesState.Adjusted) -> Chapter {
    Chapter(
      id: "anslagsbevis", number: "", title: "Bevis om anslag", level: 1,
      blocks: [
        MinutesPaper.words(NoticeWords.lead), .table(noticeTable),
        MinutesPaper.words(
          NoticeWords.sentence(GainsForce(adjusted: adjusted, notices: notices), in: association)),
      ])
  }

  private var noticeTable: Table {
    let rows = notices.flatMap { notice in
      (notice.postings.isEmpty ? [nil] : notice.postings.map { Optional($0) }).enumerated().map { index, posting in
        Table.Row(
          id: "anslag-\(notice.memberID)-\(index + 1)", title: member(notice.memberID),
          cells: [
            .text(posting?.postedOn.text ?? "Inte uppsatt"),
            .text(posting?.confirmation.map { "\($0.by), \($0.day.text)" } ?? "–"),
            .text(posting?.takeDownFrom.text ?? "–"),
            .text(
              posting?.takenDownOn.map { $0.text + (posting?.wasTakenDownEarly == true ? ", för tidigt" : "") } ?? "–"),
          ])
      }
    }
    return Table(
      id: "anslag", title: "Anslag", unit: .none, rowHeading: "Medlem",
      columns: [
        Table.Column(id: "uppsatt", title: "Uppsatt"), Table.Column(id: "bekraftat", title: "Bekräftat av"),
        Table.Column(id: "tas-ned", title: "Tas ned tidigast"), Table.Column(id: "nedtaget", title: "Nedtaget"),
      ], rows: rows)
  }

  // Words.

  private func name(_ number: Int) -> String {
    meeting.seat(number).map { association.words(for: $0) } ?? "Plats \(number)"
  }

  private func member(_ id: String) -> String { association.members.first { $0.id == id }?.name ?? id }

  static func words(_ words: String) -> Block { .paragraph([.text(words)]) }

  static func list(_ items: [String]) -> Block { .list(isOrdered: false, items.map { [words($0)] }) }
}
