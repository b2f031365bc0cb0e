import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// The links by which insatser and groups report without signing in: made here, shown once, and ended here.
enum ListObstacleChannels {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(try page(asked, faults: [])) }

  /// Makes a link and shows it, this once, with a QR code to print.
  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let association = try asked.store.association()
    var reading = FormReading(asked.form)
    let name = reading.text("grupp", "Gruppens namn", byteCountMax: LiftPart.subjectBytesMax)
    let chosen = asked.form.choice("insats")
    let insats = association.insatser.first { $0.id == chosen }
    if insats == nil, name.isEmpty {
      reading.add("Länken har ingen avsändare. Välj en insats eller skriv en grupps namn.", at: "insats")
    }
    if insats != nil, !name.isEmpty {
      reading.add("Länken har två avsändare. Välj en insats eller skriv en grupps namn, inte båda.", at: "grupp")
    }
    guard !reading.hasFaults else {
      return .page(try page(asked, faults: reading.faults), status: .unprocessableContent)
    }
    let group = LiftPart.groups(association).first { $0.title == name }?.id ?? name
    let origin: Obstacle.Origin = insats.map { .insats($0.id) } ?? .group(group)
    let code = ObstacleSecret.make(asked)
    _ = try asked.store.together(by: asked.actor, at: asked.now) {
      try $0.openChannel(from: origin, digest: ObstacleSecret.channelDigest(code))
    }
    return .page(sheet(asked, code, LiftPart.words(origin, association)))
  }

  static func end(_ asked: Asked, _ id: Int64) throws -> Answer {
    do {
      try asked.store.together(by: asked.actor, at: asked.now) { try $0.endChannel(id) }
      return .see(Addresses.obstacleChannels.path(), notice: "Länken är stängd. Kvitton som har lämnats gäller ännu.")
    } catch let refusal as Obstacle.Refusal {
      return .page(
        try page(asked, faults: [FieldFault(field: "", message: Words.sentence(refusal))]),
        status: .unprocessableContent)
    }
  }

  private static var trail: [Page.Link] {
    LiftPart.trail() + [Page.Link("Rapportlänkar", Addresses.obstacleChannels.path())]
  }

  private static func sheet(_ asked: Asked, _ code: SurveyCode, _ origin: String) -> Page {
    let link = asked.office.settings.publicAddress + Addresses.obstacleReporting.path(code.text)
    return Page(
      title: "Rapportlänk för \(origin)", section: .obstacles, trail: trail,
      main: .joined([
        asked.visitor.isPractising
          ? tag("p", [.class("warning")], .text("I övningen går länken inte att rapportera med.")) : .empty,
        tag(
          "p", [.class("warning no-print")],
          .text("Skriv ut bladet eller kopiera länken nu. Den sparas inte och visas bara den här gången.")),
        tag(
          "p", [.class("toolbar no-print")],
          tag("button", [.other("type", "button"), .other("data-print", ""), .other("hidden", "")], .text("Skriv ut"))),
        tag(
          "ul", [.class("slips")],
          tag(
            "li", [.class("slip")], QRPicture.html(of: link, words: "QR-kod till \(link)"),
            tag(
              "div", tag("strong", .text("Möter du ett hinder?")),
              tag("p", .text("Rikta kameran mot rutan och rapportera på en minut. Ingen inloggning, inga namn.")),
              tag("p", [.class("code")], .text(link))))),
      ]))
  }

  private static func page(_ asked: Asked, faults: [FieldFault]) throws -> Page {
    let association = try asked.store.association()
    let channels = try asked.store.obstacleChannels().reversed()
    let rows = channels.map { channel -> [HTML] in
      [
        .text(LiftPart.words(channel.origin, association)),
        .text("\(SwedishTime.day(channel.at)), \(channel.by)"), .text("\(channel.reportCount)"),
        channel.isEnded
          ? tag("span", [.class("badge")], .text("Stängd"))
          : FormPart.form(
            to: Addresses.obstacleChannelEnd.path(channel.id), asked.visitor,
            each: [
              tag(
                "button",
                [
                  .class("secondary"), .other("type", "submit"),
                  .label("Stäng länken för \(LiftPart.words(channel.origin, association))"),
                ],
                .text("Stäng länken"))
            ]),
      ]
    }
    return Page(
      title: "Rapportlänkar", section: .obstacles, trail: LiftPart.trail(),
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            "Med en länk rapporterar en insats eller ett konsultationsteam hinder utan att logga in. Den som rapporterar får en egen adress att läsa svaret på."
          )),
        rows.isEmpty
          ? tag("p", [.class("empty")], .text("Ingen länk är gjord än."))
          : MoneyPart.table(
            "Rapportlänkar",
            [
              MoneyPart.Column("Från"), MoneyPart.Column("Gjord"), MoneyPart.Column("Rapporter", isNumber: true),
              MoneyPart.Column("Läge"),
            ], rows: Array(rows)),
        tag("h2", .text("Ny länk")),
        FormPart.form(
          to: Addresses.obstacleChannels.path(), asked.visitor,
          each: [
            FormPart.select(
              "insats", "Insats", options: [("", "Ingen: en grupp")] + association.insatser.map { ($0.id, $0.name) },
              chosen: asked.form.choice("insats"), faults: faults),
            FormPart.field(
              FormPart.Field(
                name: "grupp", label: "Eller en grupp", value: asked.form.choice("grupp"),
                hint: "Ett konsultationsteam eller en annan grupp, till exempel Konsultationsteam väst.",
                others: [.other("list", "grupper")]), faults: faults),
            tag(
              "datalist", [.id("grupper")],
              each: LiftPart.groups(association).map { tag("option", [.other("value", $0.title)]) }),
            FormPart.button("Gör länken"),
          ]),
      ]))
  }
}
