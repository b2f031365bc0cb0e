import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// A secret in an address: of a link for reports, or of a receipt. Sixteen signs, as a survey's code; the book has only
/// its digest.
enum ObstacleSecret {
  static func make(_ asked: Asked) -> SurveyCode { SurveyCode(asked.office.randomBytes) }
  static func channelDigest(_ code: SurveyCode) -> String { Secret.digest(of: "hinderlänk " + code.signs) }
  static func receiptDigest(_ code: SurveyCode) -> String { Secret.digest(of: "hinderkvitto " + code.signs) }
}

/// An obstacle is reported by whoever has an insats's or a group's link, without signing in. No mail address is asked for:
/// whoever reports gets an address of a receipt, where the answer is read later.
enum ReportByLink {
  /// Texts of the largest size, as browsers encode them.
  static let bodyBytesMax = 64 << 10

  static func show(_ asked: Asked, _ typed: String) throws -> Answer {
    switch try admit(asked, typed) {
    case .turnedAway(let answer): answer
    case .admitted(let channel): .bare(page(asked, channel, try asked.office.store.association()))
    }
  }

  static func save(_ asked: Asked, _ typed: String) throws -> Answer {
    let channel: ObstacleChannel
    switch try admit(asked, typed) {
    case .turnedAway(let answer): return answer
    case .admitted(let found): channel = found
    }
    let (store, form) = (asked.office.store, asked.form)
    let association = try store.association()
    let kept = try Int64(typed: form.choice(ObstacleForm.Name.same), in: TypedRange.id).flatMap {
      try store.obstacle($0)
    }
    let read = ObstacleForm.read(form, association, from: channel.origin, sameAs: kept)
    if form.has(ObstacleForm.Name.look) {
      return .bare(
        page(asked, channel, association, similar: try store.obstacles(like: ObstacleForm.words(read.report))))
    }
    guard read.faults.isEmpty else {
      return .bare(page(asked, channel, association, faults: read.faults), status: .unprocessableContent)
    }
    if kept == nil, !form.has(ObstacleForm.Name.isSeen) {
      let similar = try store.obstacles(like: ObstacleForm.words(read.report))
      let suspicions = ObstacleForm.suspicions(read.report, association)
      if !similar.isEmpty || !suspicions.isEmpty {
        return .bare(
          page(asked, channel, association, similar: similar, suspicions: suspicions, isSeen: true))
      }
    }
    let receipt = ObstacleSecret.make(asked)
    let by = Actor(name: "rapportlänk, \(LiftPart.words(channel.origin, association))")
    do {
      _ = try store.together(by: by, at: asked.now) {
        try $0.report(
          read.report, on: asked.today, channel: channel.id, receipt: ObstacleSecret.receiptDigest(receipt),
          sameAs: kept?.id)
      }
    } catch let refusal as Obstacle.Refusal {
      return .bare(RespondentPage(asked).words("Hindret är inte sparat", Words.sentence(refusal)), status: .gone)
    }
    // A link that has come astray is no way to fill the book: reports count as misses do, thirty in an hour.
    asked.office.reportDoorkeeper.noteMiss(from: asked.remote, at: asked.now)
    return .see(Addresses.obstacleReceipt.path(receipt.text))
  }

  private enum Admission {
    case admitted(ObstacleChannel)
    case turnedAway(Answer)
  }

  private static func admit(_ asked: Asked, _ typed: String) throws -> Admission {
    guard !asked.office.reportDoorkeeper.isTired(of: asked.remote, at: asked.now) else {
      return .turnedAway(ObstacleReceipt.tired(asked))
    }
    guard let code = SurveyCode(typed: typed),
      let channel = try asked.office.store.obstacleChannel(digest: ObstacleSecret.channelDigest(code))
    else {
      asked.office.reportDoorkeeper.noteMiss(from: asked.remote, at: asked.now)
      return .turnedAway(
        .bare(
          RespondentPage(asked).words("Länken finns inte", "Kontrollera adressen, eller be kansliet om en ny länk."),
          status: .notFound))
    }
    guard !channel.isEnded else {
      return .turnedAway(
        .bare(
          RespondentPage(asked).words("Länken är stängd", Words.sentence(Obstacle.Refusal.channelEnded)), status: .gone
        ))
    }
    return .admitted(channel)
  }

  private static func page(
    _ asked: Asked, _ channel: ObstacleChannel, _ association: Association, similar: [ObstacleCase]? = nil,
    suspicions: [String] = [], isSeen: Bool = false, faults: [FieldFault] = []
  ) -> HTML {
    let fields = RespondentFields(form: asked.form, faults: faults)
    let found = similar.map { similar in
      similar.isEmpty
        ? tag("p", [.role("status")], .text("Inget liknande hinder är rapporterat."))
        : ObstacleForm.similar(similar) { _ in nil }
    }
    return RespondentPage(asked).page(
      "Rapportera ett hinder",
      .joined([
        fields.summary,
        tag(
          "p", [.class("lead")],
          .text(
            "Från \(LiftPart.words(channel.origin, association)). Skriv vad som stoppar i regler, system eller samarbete. Skriv inga namn, personnummer eller annat som pekar ut någon."
          )),
        tag(
          "form", [.other("method", "post"), .other("action", asked.path), .other("novalidate", "")],
          each: [
            ObstacleForm.usualButton, ObstacleForm.warning(suspicions), found ?? .empty,
            fields.line(ObstacleForm.Name.subject, "Rubrik"),
            fields.area(ObstacleForm.Name.stops, "Vad stoppar?", rows: 4),
            fields.choices(
              ObstacleForm.Name.members, "Vems regler eller system?", type: "checkbox",
              association.members.map { ($0.id, $0.name) }),
            fields.line(ObstacleForm.Name.others, "Någon annans regler eller system (om så är)"),
            fields.choices(
              ObstacleForm.Name.frequency, "Hur ofta?", type: "radio",
              Obstacle.Frequency.allCases.map { ($0.rawValue, LiftPart.words($0)) }),
            fields.area(ObstacleForm.Name.tried, "Vad har ni provat? (om ni vill)", rows: 2),
            fields.area(ObstacleForm.Name.solution, "Vad skulle lösa det? (om ni vill)", rows: 2),
            isSeen ? FormPart.hidden(ObstacleForm.Name.isSeen, "ja") : .empty,
            tag(
              "p",
              tag("button", [.other("type", "submit")], .text(isSeen ? "Rapportera som ett nytt hinder" : "Rapportera"))
            ),
            tag(
              "p",
              tag(
                "button",
                [.other("type", "submit"), .other("name", ObstacleForm.Name.look), .other("value", "ja")],
                .text("Sök liknande"))),
          ]),
        tag(
          "p", [.class("quiet")],
          .text(
            "Ingen e-postadress behövs. När du har rapporterat får du en egen adress, där du kan läsa svaret.")),
      ]))
  }
}

/// The fields of a form for whoever comes, as large as a respondent's.
struct RespondentFields {
  let form: Form
  let faults: [FieldFault]

  var summary: HTML {
    guard !faults.isEmpty else { return .empty }
    return tag(
      "div", [.class("faults"), .role("alert")],
      tag("h2", .text("Något behöver rättas. Det du har skrivit står kvar.")),
      tag(
        "ul",
        each: faults.map { fault in
          tag(
            "li",
            fault.field.isEmpty
              ? .text(fault.message) : tag("a", [.href(.fragment(fault.field))], .text(fault.message)))
        }))
  }

  func line(_ name: String, _ label: String) -> HTML {
    frame(name, label) { attributes in
      voidTag(
        "input",
        attributes + [.other("type", "text"), .other("value", form.choice(name)), .other("autocomplete", "off")])
    }
  }

  func area(_ name: String, _ label: String, rows: Int) -> HTML {
    frame(name, label) { attributes in
      tag(
        "textarea", attributes + [.other("rows", "\(rows)"), .other("autocomplete", "off")],
        .text("\n" + form.choice(name)))
    }
  }

  func choices(_ name: String, _ legend: String, type: StaticString, _ options: [(String, String)]) -> HTML {
    guard !options.isEmpty else { return .empty }
    let chosen = Set(form.choices(name))
    let fault = faults.first { $0.field == name }
    return tag(
      "fieldset", [.class(fault == nil ? "question" : "question faulty"), .id(name)],
      tag("legend", .text(legend)), fault.map { tag("p", [.class("fault")], .text($0.message)) } ?? .empty,
      .joined(
        options.map { value, words in
          tag(
            "label", [.class("choice")],
            voidTag(
              "input",
              [.other("type", "\(type)"), .other("name", name), .other("value", value)]
                + (chosen.contains(value) ? [.other("checked", "")] : [])),
            tag("span", .text(words)))
        }))
  }

  private func frame(_ name: String, _ label: String, _ control: ([Attribute]) -> HTML) -> HTML {
    let fault = faults.first { $0.field == name }
    let described: [Attribute] =
      fault == nil ? [] : [.other("aria-invalid", "true"), .other("aria-describedby", name + "-fel")]
    return tag(
      "div", [.class(fault == nil ? "question" : "question faulty")],
      tag("label", [.other("for", name), .class("text")], .text(label)),
      fault.map { tag("p", [.class("fault"), .id(name + "-fel")], .text($0.message)) } ?? .empty,
      control([.id(name), .other("name", name)] + described))
  }
}

/// The receipt of a report: where it is, and what has been answered. Whoever has its address reads it.
enum ObstacleReceipt {
  static func show(_ asked: Asked, _ typed: String) throws -> Answer {
    let store = asked.office.store
    guard !asked.office.reportDoorkeeper.isTired(of: asked.remote, at: asked.now) else { return tired(asked) }
    guard let code = SurveyCode(typed: typed),
      let own = try store.obstacle(receipt: ObstacleSecret.receiptDigest(code))
    else {
      asked.office.reportDoorkeeper.noteMiss(from: asked.remote, at: asked.now)
      return .bare(
        RespondentPage(asked).words("Kvittot finns inte", "Kontrollera att adressen är rätt avskriven."),
        status: .notFound)
    }
    var root = own
    while let kept = root.keptID, let next = try store.obstacle(kept) { root = next }
    let address = asked.office.settings.publicAddress + Addresses.obstacleReceipt.path(code.text)
    return .bare(
      RespondentPage(asked).page(
        "Ditt hinder",
        .joined([
          tag("p", [.class("lead")], .text(lead(root.state, root.reportCount))),
          tag("h2", .text("Du rapporterade")), tag("p", .text(own.report.subject)),
          root.id == own.id
            ? .empty : tag("p", .text("Det räknas till hinder \(root.id): \(root.report.subject)")),
          tag("h2", .text("Vad som har hänt")), LiftPart.way(root),
          tag("h2", .text("Läs svaret här")),
          tag("p", .text("Spara adressen. Den som har den kan läsa svaret, och ingen annan får veta vem som frågade.")),
          tag("p", .text(address)), QRPicture.html(of: address, words: "QR-kod till kvittot"),
        ])))
  }

  private static func lead(_ state: Obstacle.State, _ count: Int) -> String {
    let times = count == 1 ? "" : " Samma hinder är rapporterat \(count) gånger."
    return switch state {
    case .waiting(let waiting):
      "Hindret är mottaget. Nu väntar det på svar från \(Words.inSentence(waiting.level)), senast \(waiting.charge.due.text)."
        + times
    case .answered(let answer):
      (answer.isSolved ? "Hindret är löst." : "Hindret är besvarat: det går inte att lösa så.")
        + " \(answer.level.title) svarade \(answer.day.text)." + times
    }
  }

  static func tired(_ asked: Asked) -> Answer {
    .bare(
      RespondentPage(asked).words(
        "Vänta en stund",
        "Det har kommit många rapporter eller felskrivna adresser härifrån. Försök igen om en timme."),
      status: .tooManyRequests)
  }
}
