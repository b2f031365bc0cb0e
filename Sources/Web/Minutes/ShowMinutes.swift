import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// The minutes of one meeting: as they will be printed, what the law still asks for, and the secretary's words.
enum ShowMinutes {
  enum Name {
    static let keptAt = "forvaras"
    static func proposals(_ paragraph: Int) -> String { "yrkanden-\(paragraph)" }
    static func propositions(_ paragraph: Int) -> String { "propositioner-\(paragraph)" }
    static func remark(_ paragraph: Int) -> String { "anteckning-\(paragraph)" }
  }

  /// A speech that was asked to be written down.
  private static let noteBytesMax = 8000

  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let place = try MinutesPlace(asked, meeting: id) else { return .notFound }
    guard MinutesPlace.mayRead(place.minutes, asked.user) else { return .forbidden }
    return .page(page(asked, place, notes: place.minutes.notes, faults: []))
  }

  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let place = try MinutesPlace(asked, meeting: id) else { return .notFound }
    var reading = FormReading(asked.form)
    var notes = MinutesNotes(keptAt: reading.text(Name.keptAt, "Var protokollet förvaras"))
    for paragraph in place.held.decisions.map(\.paragraph) {
      func text(_ field: String, _ label: String) -> String {
        reading.text(field, "\(label) § \(paragraph)", isLong: true, byteCountMax: noteBytesMax)
      }
      notes.paragraphs[paragraph] = MinutesNotes.Note(
        proposals: text(Name.proposals(paragraph), "Yrkanden"),
        propositions: text(Name.propositions(paragraph), "Propositionsordning"),
        remark: text(Name.remark(paragraph), "Antecknas"))
    }
    var faults = reading.faults
    if faults.isEmpty { faults = try MinutesPart.attempt(asked) { try $0.note(notes, in: place.meeting.id) } }
    guard faults.isEmpty else {
      return .page(page(asked, place, notes: notes, faults: faults), status: .unprocessableContent)
    }
    return .see(Addresses.minutes.path(id), notice: "Protokollets texter är sparade.")
  }

  /// Closes the minutes for adjustment.
  static func close(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let place = try MinutesPlace(asked, meeting: id) else { return .notFound }
    var closed: Int64 = 0
    let faults = try MinutesPart.attempt(asked) { closed = try $0.closeMinutes(of: place.meeting.id) }
    guard faults.isEmpty else {
      return .page(page(asked, place, notes: place.minutes.notes, faults: faults), status: .unprocessableContent)
    }
    return .see(
      Addresses.adjustment.path(closed),
      notice: "Protokollet är lämnat till justering. Det ska vara justerat senast "
        + "\(MinutesRules.adjustBy(heldOn: place.meeting.day).text).")
  }

  private static func page(_ asked: Asked, _ place: MinutesPlace, notes: MinutesNotes, faults: [FieldFault]) -> Page {
    let paper = place.paper
    let isOffice = Access.bookkeepers.admits(asked.user)
    let force = NoticeWords.sentence(place.minutes.gainsForce, in: place.association)
    return Page(
      title: place.minutes.title, section: .minutes, trail: MinutesPart.trail,
      main: .joined([
        FormPart.summary(of: faults), tag("p", MinutesPart.badge(place.minutes)),
        tag("p", [.class("hint")], .text(force)), ways(place), gaps(place),
        isOffice && place.minutes.id == nil ? closing(asked, place) : .empty,
        MoneyPart.facts(paper.facts.map { ($0.title, .text($0.value)) }),
        tag("div", [.class("printed")], each: paper.chapters.map { MinutesPart.prose($0) }),
        isOffice && place.minutes.id == nil ? form(asked, place, notes, faults) : .empty,
      ]))
  }

  private static func ways(_ place: MinutesPlace) -> HTML {
    var links = [
      MoneyPart.link("Protokollet som PDF", Addresses.minutesPDF.path(place.meeting.id.rawValue)),
      MoneyPart.link("Kallelse och handlingar som PDF", Addresses.boardPapers.path(place.meeting.id.rawValue)),
    ]
    if let id = place.minutes.id {
      links.append(MoneyPart.link("Justering", Addresses.adjustment.path(id)))
      if place.minutes.state.adjusted != nil {
        links.append(MoneyPart.link("Anslag", Addresses.notices.path(id)))
      }
    }
    return tag("ul", [.class("plain")], each: links.map { tag("li", $0) })
  }

  private static func gaps(_ place: MinutesPlace) -> HTML {
    guard place.minutes.id == nil, !place.gaps.isEmpty else { return .empty }
    let isStopped = place.gaps.contains(where: \.isRequired)
    return tag(
      "div", [.class(isStopped ? "warning" : "hint")],
      tag(
        "p", .text(isStopped ? "Det här saknas innan protokollet kan justeras:" : "Se över det här före justeringen:")),
      tag(
        "ul",
        each: place.gaps.map { tag("li", tag("strong", .text($0.place)), .text(": \($0.sentence) (\($0.law))")) }))
  }

  private static func closing(_ asked: Asked, _ place: MinutesPlace) -> HTML {
    guard place.meeting.place == .closed else {
      return tag("p", [.class("hint")], .text("Protokollet lämnas till justering när mötet är avslutat."))
    }
    let names = place.held.minutesSigners(in: place.association).map { "\($0.name) (\($0.function))" }
    return tag("h2", .text("Lämna till justering"))
      + tag("p", .text("Protokollet justeras av \(names.joined(separator: ", ")). Sedan ändras det inte mer."))
      + FormPart.form(
        to: Addresses.minutesClosing.path(place.meeting.id.rawValue), asked.visitor,
        each: [FormPart.button("Lämna till justering")])
  }

  private static func form(
    _ asked: Asked, _ place: MinutesPlace, _ notes: MinutesNotes, _ faults: [FieldFault]
  ) -> HTML {
    let paragraphs = place.held.decisions.map { decision in
      let (number, note) = (decision.paragraph, notes.paragraphs[decision.paragraph] ?? MinutesNotes.Note())
      return tag(
        "details", note.isEmpty ? [] : [.other("open", "")],
        tag("summary", .text("§ \(number)")),
        FormPart.area(
          Name.proposals(number), "Yrkanden som inte togs tillbaka, § \(number)", value: note.proposals,
          hint: decision.said.proposals.isEmpty ? "" : "Vid mötet antecknades: \(decision.said.proposals)", rows: 3,
          faults: faults),
        FormPart.area(
          Name.propositions(number), "Propositionsordning, § \(number)", value: note.propositions,
          hint: decision.said.propositions.isEmpty ? "" : "Vid mötet antecknades: \(decision.said.propositions)",
          rows: 2, faults: faults),
        FormPart.area(Name.remark(number), "Antecknas, § \(number)", value: note.remark, rows: 3, faults: faults))
    }
    return tag("h2", .text("Sekreterarens texter"))
      + FormPart.form(
        to: Addresses.minutes.path(place.meeting.id.rawValue), asked.visitor,
        each: [
          FormPart.field(
            FormPart.Field(
              name: Name.keptAt, label: "Var protokollet förvaras", value: notes.keptAt,
              hint: "Till exempel: Förbundets kansli, Storgatan 1, Norrby. Står i anslaget."), faults: faults)
        ] + paragraphs + [FormPart.button("Spara texterna")])
  }
}

/// Papers as files: the call with its documents, and the minutes.
enum MeetingFiles {
  static func papers(_ asked: Asked, _ id: Int64) async throws -> Answer {
    guard let meeting = try asked.store.boardMeeting(ID(rawValue: id)) else { return .notFound }
    var files: [String: BoardPapers.File] = [:]
    var withheld: Set<String> = []
    for digest in Set(meeting.plan.agenda.flatMap { $0.documents.map(\.sha256) }) {
      // As where it is opened by itself: what lies at a marked entry of the diary is for the office and the auditors.
      if !Access.insiders.admits(asked.user), try asked.store.isSecret(document: digest) {
        withheld.insert(digest)
      } else if let found = try asked.store.attachment(digest) {
        files[digest] = BoardPapers.File(mediaType: found.mediaType, bytes: found.bytes)
      }
    }
    let calledOn: CalendarDate? =
      switch meeting.stage {
      case .called(let called): called.calledOn
      default: meeting.held?.calledOn
      }
    let (association, press, kept, hidden) = (try asked.store.association(), asked.office.press, files, withheld)
    return try await made(asked, "handlingar-\(meeting.day.text).pdf", back: Addresses.minutesList.path()) {
      try press.pdf(
        of: BoardPapers.sheet(
          of: meeting.plan, calledOn: calledOn, association: association, files: kept, withheld: hidden))
    }
  }

  static func minutes(_ asked: Asked, _ id: Int64) async throws -> Answer {
    guard let place = try MinutesPlace(asked, meeting: id) else { return .notFound }
    guard MinutesPlace.mayRead(place.minutes, asked.user) else { return .forbidden }
    let (paper, press) = (place.paper, asked.office.press)
    return try await made(asked, "protokoll-\(place.meeting.day.text).pdf", back: Addresses.minutes.path(id)) {
      try press.pdf(of: paper.sheet)
    }
  }

  private static func made(
    _ asked: Asked, _ name: String, back: String, _ body: @escaping @Sendable () throws -> [UInt8]
  ) async throws -> Answer {
    do {
      let bytes = try await LongWork.run(body)
      return .file(FileAnswer(bytes: bytes, name: name, mediaType: "application/pdf", isShown: true))
    } catch let failure as PDFPress.Failure {
      return .page(
        Page(
          title: "PDF-filen kunde inte göras", section: .minutes, trail: MinutesPart.trail,
          main: tag("p", [.class("faults")], .text(failure.sentence))
            + tag("p", MoneyPart.link("Tillbaka", back))), status: .unprocessableContent)
    }
  }
}
