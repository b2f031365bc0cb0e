import Association
import HTTPTypes
import Ledger
import Press
import Store

/// Records a decision on an item: its paragraph, words, proposals, vote and outcome.
enum DecideBoardItem {
  private enum Name {
    static let paragraph = "paragraf"
    static let wording = "beslut"
    static let proposals = "yrkanden"
    static let propositions = "propositioner"
    static let outcome = "utfall"
    static let chair = "ordforande"
    static let abstaining = "avstar"
    static let ballot = "omrostning"
    static let yesMeans = "ja-betyder"
    static let noMeans = "nej-betyder"
    static let ifYes = "ja-utfall"
    static let ifNo = "nej-utfall"
    static let vote = "rost-"
    static let yes = "antal-ja"
    static let no = "antal-nej"
    static let abstain = "antal-avstar"
    static let lot = "lott"
  }

  static func show(_ asked: Asked, _ place: Pair<Int64, Int>) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let meeting = desk.meeting(place.first) else { return .notFound }
    guard case .opened(let held) = meeting.stage else { return .see(Addresses.boardMeeting.path(place.first)) }
    guard held.plan.agenda.indices.contains(place.second - 1) else { return .notFound }
    return .page(page(desk, meeting, held, place.second, typed: nil, faults: []))
  }

  static func save(_ asked: Asked, _ place: Pair<Int64, Int>) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let meeting = desk.meeting(place.first) else { return .notFound }
    guard case .opened(let held) = meeting.stage else {
      return .see(
        Addresses.boardMeeting.path(place.first), notice: desk.fault(.doesNotFollow(meeting.place), meeting).message)
    }
    guard held.plan.agenda.indices.contains(place.second - 1) else { return .notFound }
    var reading = FormReading(asked.form)
    let draft = read(&reading, asked.form, held, place.second)
    var faults = reading.faults
    if let draft, faults.isEmpty {
      do {
        try asked.store.together(by: asked.actor, at: asked.now) {
          _ = try $0.take(.decided(draft, consultedOn: nil), in: meeting.id)
        }
        return .see(Addresses.boardRoom.path(place.first), notice: "§ \(draft.paragraph) är införd.")
      } catch let refusal as MeetingRefusal {
        faults = [desk.fault(refusal, meeting)]
      }
    }
    return .page(
      page(desk, meeting, held, place.second, typed: asked.form, faults: faults), status: .unprocessableContent)
  }

  private static func read(
    _ reading: inout FormReading, _ form: Form, _ held: BoardMeeting.Opened, _ item: Int
  ) -> BoardDecision.Draft? {
    let typed = form.choice(Name.paragraph).strippedOfBlanks
    let paragraph = Int(typed: typed.drop { $0 == "§" || $0 == " " }, in: 1...9999)
    if paragraph == nil {
      reading.add("Paragrafen är ”\(typed.excerpt)”. Skriv ett tal, till exempel 45.", at: Name.paragraph)
    }
    let wording = reading.text(Name.wording, "Beslutet", isRequired: true, isLong: true, byteCountMax: 40_000)
    // The usual items leave something to fill in; as it stands it decides nothing.
    if wording.contains("…"), wording == held.plan.agenda[item - 1].proposal {
      reading.add(
        "Beslutet har … kvar från förslaget. Skriv det som styrelsen valde eller beslutade.", at: Name.wording)
    }
    let proposals = reading.text(Name.proposals, "Förslagen", isLong: true, byteCountMax: 10_000)
    let propositions = reading.text(Name.propositions, "Propositionsordningen", isLong: true, byteCountMax: 10_000)
    var draft = BoardDecision.Draft(
      paragraph: paragraph ?? 0, item: item, wording: wording, proposals: proposals, propositions: propositions,
      outcome: outcome(form, Name.outcome, .adopted), chair: Int(typed: form.choice(Name.chair), in: 1...999))
    if form.has(Name.ballot) {
      draft.ballot = BoardDecision.Ballot(
        yesMeans: reading.text(Name.yesMeans, "Vad ja betyder", byteCountMax: 500),
        noMeans: reading.text(Name.noMeans, "Vad nej betyder", byteCountMax: 500),
        ifYes: outcome(form, Name.ifYes, .adopted), ifNo: outcome(form, Name.ifNo, .rejected),
        votes: votes(&reading, form, held, item))
    } else {
      draft.abstaining = Set(form.choices(Name.abstaining).compactMap { Int(typed: $0, in: 1...999) })
    }
    return reading.hasFaults ? nil : draft
  }

  private static func votes(
    _ reading: inout FormReading, _ form: Form, _ held: BoardMeeting.Opened, _ item: Int
  ) -> BoardDecision.Ballot.Votes {
    guard held.plan.agenda[item - 1].kind == .election else {
      var votes: [Int: BoardDecision.Vote] = [:]
      for seat in held.seats {
        if let vote = BoardDecision.Vote(rawValue: form.choice(Name.vote + "\(seat.number)")) {
          votes[seat.number] = vote
        }
      }
      return .open(votes)
    }
    func count(_ name: String, _ label: String) -> Int {
      let typed = form.choice(name).strippedOfBlanks
      if typed.isEmpty { return 0 }
      if let number = Int(typed: typed, in: 0...999) { return number }
      reading.add("\(label) är ”\(typed.excerpt)”. Skriv ett antal.", at: name)
      return 0
    }
    let lot: Bool? =
      switch form.choice(Name.lot) {
      case "ja": true
      case "nej": false
      default: nil
      }
    return .closed(
      yes: count(Name.yes, "Antalet ja"), no: count(Name.no, "Antalet nej"),
      abstain: count(Name.abstain, "Antalet som avstår"), lotSaysYes: lot)
  }

  private static func outcome(_ form: Form, _ name: String, _ usual: BoardDecision.Outcome) -> BoardDecision.Outcome {
    BoardDecision.Outcome(rawValue: form.choice(name)) ?? usual
  }

  private static func page(
    _ desk: BoardDesk, _ meeting: BoardMeeting, _ held: BoardMeeting.Opened, _ number: Int, typed: Form?,
    faults: [FieldFault]
  ) -> Page {
    let item = held.plan.agenda[number - 1]
    let serving = held.serving(at: number)
    let hasQuorum = held.hasQuorum(at: number)
    let form =
      typed
      ?? Form(fields: [
        (Name.paragraph, "\(held.nextParagraph)"), (Name.wording, item.proposal),
        (Name.outcome, BoardDecision.Outcome.adopted.rawValue),
        (Name.chair, serving.contains(held.attendance.chair) ? "\(held.attendance.chair)" : ""),
      ])
    let outcomes = BoardDecision.Outcome.allCases.map { (value: $0.rawValue, words: $0.rawValue.capitalisedFirst) }
    let seats = serving.map { (value: "\($0)", words: desk.seat($0, meeting)) }
    let fields: [HTML] = [
      FormPart.field(
        FormPart.Field(
          name: Name.paragraph, label: "Paragraf", value: form.choice(Name.paragraph), inputMode: "numeric"),
        faults: faults),
      FormPart.area(Name.wording, "Styrelsens beslut", value: form.choice(Name.wording), rows: 5, faults: faults),
      FormPart.select(
        Name.outcome, "Utfall", options: outcomes, chosen: form.choice(Name.outcome),
        hint: "Vid omröstning säger den utfallet.", faults: faults),
      FormPart.area(
        Name.proposals, "Förslag och yrkanden", value: form.choice(Name.proposals),
        hint: "De som inte tagits tillbaka, och vem som lagt dem (KL 5:67).", rows: 2, faults: faults),
      FormPart.area(
        Name.propositions, "Propositionsordning", value: form.choice(Name.propositions),
        hint: "I vilken ordning ordföranden ställt förslagen (KL 5:67).", rows: 2, faults: faults),
      FormPart.select(
        Name.chair, "Leder punkten", options: [("", "Välj")] + seats, chosen: form.choice(Name.chair), faults: faults),
      tag(
        "fieldset", tag("legend", .text("Deltar inte i beslutet")),
        tag("p", [.class("hint")], .text("Var och en får avstå; ordföranden ska rösta när det behövs (KL 4:25).")),
        .joined(
          seats.map { seat in
            FormPart.box(
              Name.abstaining, seat.words, isTicked: form.choices(Name.abstaining).contains(seat.value),
              value: seat.value, id: "\(Name.abstaining)-\(seat.value)")
          })),
      ballot(form, item, seats, outcomes, faults), FormPart.button("För in beslutet"),
    ]
    return Page(
      title: "Beslut på punkt \(number)", section: .board,
      trail: BoardDesk.trail(meeting) + [Page.Link("Mötesrummet", Addresses.boardRoom.path(meeting.id.rawValue))],
      main: .joined([
        FormPart.summary(of: faults), tag("p", [.class("lead")], .text(item.title)),
        tag(
          "p",
          tag(
            "span", [.class(hasQuorum ? "badge good" : "badge alarm")],
            .text("\(serving.count) av \(held.memberCount) tjänstgör" + (hasQuorum ? "" : ", inte beslutsför")))),
        FormPart.form(
          to: Addresses.boardItemDecision.path(Pair(meeting.id.rawValue, number)), desk.asked.visitor, each: fields),
      ]))
  }

  private static func ballot(
    _ form: Form, _ item: AgendaItem, _ seats: [(value: String, words: String)],
    _ outcomes: [(value: String, words: String)], _ faults: [FieldFault]
  ) -> HTML {
    func field(_ name: String, _ label: String, mode: StaticString = "") -> HTML {
      FormPart.field(
        FormPart.Field(name: name, label: label, value: form.choice(name), inputMode: mode), faults: faults)
    }
    let votes: [HTML] =
      item.kind == .election
      ? [
        tag(
          "p", [.class("hint")],
          .text("Val avgörs med sluten omröstning; vid lika röster med lottning (KL 5:54, 5:56).")),
        field(Name.yes, "Antal ja", mode: "numeric"), field(Name.no, "Antal nej", mode: "numeric"),
        field(Name.abstain, "Antal som avstår", mode: "numeric"),
        FormPart.select(
          Name.lot, "Lotten", options: [("", "Ingen lottning"), ("ja", "Visade ja"), ("nej", "Visade nej")],
          chosen: form.choice(Name.lot), faults: faults),
      ]
      : seats.map { seat in
        FormPart.select(
          Name.vote + seat.value, seat.words,
          options: [("", "–")] + BoardDecision.Vote.allCases.map { ($0.rawValue, $0.rawValue.capitalisedFirst) },
          chosen: form.choice(Name.vote + seat.value), faults: faults)
      }
    return tag(
      "details", form.has(Name.ballot) ? [.other("open", "")] : [], tag("summary", .text("Omröstning")),
      FormPart.box(Name.ballot, "Omröstning begärdes", isTicked: form.has(Name.ballot)),
      field(Name.yesMeans, "Ja är röst för"), field(Name.noMeans, "Nej är röst för"),
      FormPart.select(
        Name.ifYes, "Utfall om ja vinner", options: outcomes,
        chosen: outcome(form, Name.ifYes, .adopted).rawValue, faults: faults),
      FormPart.select(
        Name.ifNo, "Utfall om nej vinner", options: outcomes, chosen: outcome(form, Name.ifNo, .rejected).rawValue,
        faults: faults), .joined(votes))
  }
}
