import Association
import HTTPTypes
import Ledger
import Press
import Store

/// A report on an insats: written by the performer, on a phone if need be, and answered by the office.
enum WriteReport {
  static func show(_ asked: Asked, _ place: Pair<Int64, String>) throws -> Answer {
    try with(asked, place) { view, due in page(view, due, faults: []) }
  }

  static func save(_ asked: Asked, _ place: Pair<Int64, String>) throws -> Answer {
    try with(asked, place) { view, due in
      var reading = FormReading(asked.form)
      func text(_ field: String, _ label: String, _ isRequired: Bool = false) -> String {
        reading.text(field, label, isRequired: isRequired, isLong: true, byteCountMax: ApplicationForm.textBytesMax)
      }
      let happened = text("hant", due.isFinal ? "Vad som nåtts" : "Vad som hänt", true)
      let obstacles = text("hinder", "Vad som hindrar")
      let goals = text("mal", "Målen")
      let permanent = due.isFinal ? text("bestar", "Vad som består", true) : ""
      guard !reading.hasFaults else { return page(view, due, faults: reading.faults) }
      let report = GrantReport(
        isFinal: due.isFinal, first: due.first, last: due.last, happened: happened, obstacles: obstacles, goals: goals,
        permanent: permanent)
      return try view.take(.reported(report, on: asked.today), notice: "\(due.title) är inlämnad. Tack!") {
        page(view, due, faults: $0)
      }
    }
  }

  /// The office accepts the report, or returns it with a question. An accepted final report ends the insats.
  static func answer(_ asked: Asked, _ place: Pair<Int64, String>) throws -> Answer {
    try with(asked, place) { view, due in
      var reading = FormReading(asked.form)
      let isAccepted = asked.form.choice("svar") != "fraga"
      let words = reading.text("ord", "Frågan", isRequired: !isAccepted, isLong: true, byteCountMax: 2000)
      guard !reading.hasFaults else { return page(view, due, faults: reading.faults) }
      let event = Grant.Event.answered(
        last: due.last, isFinal: due.isFinal, GrantAnswer(isAccepted: isAccepted, words: words))
      let notice = isAccepted ? "Rapporten är godkänd." : "Rapporten är återsänd med din fråga."
      guard due.isFinal, isAccepted else {
        return try view.take(event, notice: notice) { page(view, due, faults: $0) }
      }
      return try end(view, due, event)
    }
  }

  /// Ends the insats with its case: no later than its final report says.
  private static func end(_ view: GrantView, _ due: ReportDue, _ event: Grant.Event) throws -> Answer {
    try view.asked.store.together(by: view.asked.actor, at: view.asked.now) { writing in
      try writing.take(event, in: view.grant.id)
      var association = try writing.association()
      if let place = association.insatser.firstIndex(where: { $0.id == view.grant.insatsID }),
        association.insatser[place].ended.map({ due.last < $0 }) ?? true
      {
        association.insatser[place].ended = due.last
        try writing.record(association)
      }
    }
    return .see(view.path, notice: "Slutrapporten är godkänd och insatsen avslutad.")
  }

  private static func with(
    _ asked: Asked, _ place: Pair<Int64, String>, _ body: (GrantView, ReportDue) throws -> Answer
  ) throws -> Answer {
    switch try GrantView.find(asked, place.first) {
    case .answered(let answer): return answer
    case .view(let view):
      let due = view.grant.state.dues.first {
        $0.isFinal ? place.second == "slut" : $0.last.text == place.second
      }
      return try due.map { try body(view, $0) } ?? .notFound
    }
  }

  private static func page(_ view: GrantView, _ due: ReportDue, faults: [FieldFault]) -> Answer {
    let main: HTML
    if due.isWanted, view.mayWrite {
      main = form(view, due, faults)
    } else if due.isWanted {
      main = tag("p", [.class("empty")], .text("Rapporten är inte skriven än."))
    } else {
      main = shown(due)
    }
    return .page(
      Page(
        title: "\(due.title): \(view.name)", section: .applications, trail: view.trail,
        main: .joined([
          FormPart.summary(of: faults),
          tag(
            "p", due.badge(on: view.asked.today), .raw(" "),
            .text("Ska vara inne senast \(due.dueOn.text).")),
          question(due), main, answerForm(view, due, faults),
        ])), status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  private static func question(_ due: ReportDue) -> HTML {
    guard let answer = due.kept?.answer, !answer.words.isEmpty else { return .empty }
    return tag(
      "div", [.class(answer.isAccepted ? "notice" : "warning")],
      tag("p", .text("\(answer.isAccepted ? "Kansliet skriver" : "Kansliet frågar"): \(answer.words)")))
  }

  private static func form(_ view: GrantView, _ due: ReportDue, _ faults: [FieldFault]) -> HTML {
    let before = due.kept?.report
    let typed = view.asked.form
    func area(_ name: String, _ label: String, _ hint: String, _ old: String?) -> HTML {
      FormPart.area(
        name, label, value: typed.has(name) ? typed.choice(name) : old ?? "", hint: hint, rows: 5, faults: faults)
    }
    return FormPart.form(
      to: due.path(in: view.grant), view.asked.visitor,
      each: [
        area(
          "hant", due.isFinal ? "Vad nådde insatsen?" : "Vad har hänt?",
          "Skriv kort. Inget om enskilda personer.", before?.happened),
        area("hinder", "Vad hindrar?", "Det som parterna eller förbundet behöver hjälpa till med.", before?.obstacles),
        area("mal", "Hur går det mot målen?", "", before?.goals),
        due.isFinal
          ? area(
            "bestar", "Vad har blivit kvar i ordinarie verksamhet?",
            "Arbetssätt, tjänster eller rutiner som parterna har tagit över, och vilken part.", before?.permanent)
          : .empty,
        FormPart.button("Lämna in rapporten"),
      ])
  }

  private static func shown(_ due: ReportDue) -> HTML {
    guard let report = due.kept?.report else { return .empty }
    return .joined([
      GrantParts.text(due.isFinal ? "Vad insatsen nådde" : "Vad som har hänt", report.happened),
      GrantParts.text("Vad som hindrar", report.obstacles), GrantParts.text("Mot målen", report.goals),
      GrantParts.text("Vad som består", report.permanent),
    ])
  }

  private static func answerForm(_ view: GrantView, _ due: ReportDue, _ faults: [FieldFault]) -> HTML {
    guard view.isKeeper, case .waiting = due.state else { return .empty }
    return tag(
      "section", tag("h2", .text("Svara utföraren")),
      FormPart.form(
        to: Addresses.grantReportAnswer.path(Pair(view.grant.id.rawValue, due.isFinal ? "slut" : due.last.text)),
        view.asked.visitor,
        each: [
          FormPart.area(
            "ord", "Fråga eller hälsning", value: view.asked.form.choice("ord"),
            hint: due.isFinal ? "När slutrapporten godkänns avslutas insatsen." : "", rows: 3, faults: faults),
          tag(
            "div", [.class("toolbar")], FormPart.button("Godkänn rapporten", name: "svar", value: "godkand"),
            FormPart.button("Skicka tillbaka med frågan", name: "svar", value: "fraga", kind: "secondary")),
        ]))
  }
}
