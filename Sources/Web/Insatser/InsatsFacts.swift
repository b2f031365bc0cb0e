import Association
import HTTPTypes
import Ledger
import Press
import Store

/// What is said of an insats besides its money: another name, what it goes on from, its end, Försäkringskassan's register.
enum ShowInsatsFacts {
  static func show(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    guard let insats = try find(asked, place) else { return .notFound }
    return try page(asked, place, insats, faults: [])
  }

  static func find(_ asked: Asked, _ place: Pair<Int, String>) throws -> Insats? {
    try asked.store.association().insatser.first { $0.id == ListLink.reference(of: place.second).object }
  }

  /// Changes the insats in the association, and goes back to its page.
  static func change(
    _ asked: Asked, _ place: Pair<Int, String>, notice: String, _ body: (inout Association, Int) -> Void
  ) throws -> Answer {
    let id = ListLink.reference(of: place.second).object
    try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      guard let index = association.insatser.firstIndex(where: { $0.id == id }) else { return }
      body(&association, index)
      try writing.record(association)
    }
    return .see(Addresses.object.path(place), notice: notice)
  }

  static func page(
    _ asked: Asked, _ place: Pair<Int, String>, _ insats: Insats, faults: [FieldFault]
  ) throws -> Answer {
    let association = try asked.store.association()
    let followUp = try asked.store.followUps().first { $0.insatsID == insats.id }
    let form = asked.form
    func value(_ name: String, _ usual: String) -> String { form.has(name) ? form.choice(name) : usual }
    func field(_ name: String, _ label: String, _ usual: String = "", hint: String = "") -> HTML {
      FormPart.field(
        FormPart.Field(name: name, label: label, value: value(name, usual), hint: hint), faults: faults)
    }
    func section(_ title: String, _ words: String, _ path: String, _ children: [HTML]) -> HTML {
      tag(
        "section", tag("h2", .text(title)), words.isEmpty ? .empty : tag("p", [.class("hint")], .text(words)),
        FormPart.form(to: path, asked.visitor, each: children))
    }
    let others = association.insatser.filter { $0.id != insats.id }
    return .page(
      Page(
        title: "Uppgifter om \(insats.name)", section: .insatser,
        trail: [
          Page.Link("Insatser \(place.first)", Addresses.objects.path(place.first)),
          Page.Link(insats.name, Addresses.object.path(place)),
        ],
        main: .joined([
          FormPart.summary(of: faults),
          section(
            "Byt namn", "Det gamla namnet finns kvar i insatsens historia.", Addresses.insatsName.path(place),
            [
              field("namn", "Nytt namn", insats.name), field("namn-dag", "Från och med", asked.today.text),
              field("namn-skal", "Varför"), FormPart.button("Byt namn"),
            ]),
          section(
            "Fortsätter en annan insats", "Då visas de i samma serie, år för år.", Addresses.insatsOrigin.path(place),
            [
              FormPart.select(
                "fore", "Insatsen före", options: [("", "Välj")] + others.map { ($0.id, $0.name) },
                chosen: value("fore", ""), faults: faults),
              field("fore-dag", "Från och med", insats.started?.text ?? ""), FormPart.button("Spara"),
            ]),
          section(
            "Avsluta", "En insats som slutredovisas avslutas av sin slutrapport.", Addresses.insatsEnd.path(place),
            [field("slut", "Sista dag", insats.ended?.text ?? ""), FormPart.button("Spara sista dagen")]),
          followUpSection(section, field, followUp, insats, place, form, faults),
        ])), status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  private static func followUpSection(
    _ section: (String, String, String, [HTML]) -> HTML, _ field: (String, String, String, String) -> HTML,
    _ followUp: InsatsFollowUp?, _ insats: Insats, _ place: Pair<Int, String>, _ form: Form, _ faults: [FieldFault]
  ) -> HTML {
    let precise = field(
      "preciserad", "Preciserad inriktning", followUp?.preciseDirection ?? "",
      "Så som den heter i Försäkringskassans lista.")
    if let followUp {
      let locked = tag(
        "dl", [.class("facts")],
        each: followUp.pairs.map { tag("div", tag("dt", .text($0.0)), tag("dd", .text($0.1))) })
      return section(
        "Uppföljning Finsam", "Inriktning, metod och ESF är låsta, som i Försäkringskassans system.",
        Addresses.insatsFollowUp.path(place), [locked, precise, FormPart.button("Spara preciserad inriktning")])
    }
    return section(
      "Uppföljning Finsam",
      "Så som insatsen läggs upp hos Försäkringskassan. Inriktning, metod och ESF kan inte ändras när de är sparade.",
      Addresses.insatsFollowUp.path(place),
      [
        FormPart.select(
          "inriktning", "Inriktning", options: [("", "Välj"), ("individ", "Individ"), ("struktur", "Struktur")],
          chosen: form.choice("inriktning"), faults: faults), precise,
        field("metod", "Uppföljningsmetod", "", ""),
        FormPart.box("esf", "Finansieras också av ESF", isTicked: form.has("esf")), FormPart.button("Spara registret"),
      ])
  }
}

/// The insats gets another name; the old one is kept.
enum RenameInsats {
  static func save(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    guard let insats = try ShowInsatsFacts.find(asked, place) else { return .notFound }
    var reading = FormReading(asked.form)
    let name = reading.text("namn", "Namnet", isRequired: true, byteCountMax: 120)
    let since = reading.date("namn-dag", "Dagen", year: asked.today.year)
    let words = reading.text("namn-skal", "Skälet", byteCountMax: 1000)
    if name == insats.name { reading.add("Namnet är redan \(name). Skriv det nya namnet.", at: "namn") }
    guard !reading.hasFaults else { return try ShowInsatsFacts.page(asked, place, insats, faults: reading.faults) }
    return try ShowInsatsFacts.change(asked, place, notice: "\(insats.name) heter nu \(name).") { association, index in
      association.insatser[index].name = name
      association.insatsOrigins.append(
        InsatsOrigin(insatsID: insats.id, formerID: insats.id, formerName: insats.name, since: since, words: words))
    }
  }
}

/// The insats goes on from another one.
enum ContinueInsats {
  static func save(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    guard let insats = try ShowInsatsFacts.find(asked, place) else { return .notFound }
    let association = try asked.store.association()
    var reading = FormReading(asked.form)
    let former = association.insatser.first { $0.id == asked.form.choice("fore") && $0.id != insats.id }
    if let former {
      if association.series(of: former.id).contains(insats.id) {
        reading.add("\(former.name) fortsätter redan \(insats.name). Välj en annan insats.", at: "fore")
      } else if association.formerInsatser(of: insats.id).contains(where: { $0.formerID == former.id }) {
        reading.add("\(insats.name) fortsätter redan \(former.name).", at: "fore")
      }
    } else {
      reading.add("Insatsen före är inte vald. Välj en i listan.", at: "fore")
    }
    let since = reading.date("fore-dag", "Dagen", year: asked.today.year)
    guard let former, !reading.hasFaults else {
      return try ShowInsatsFacts.page(asked, place, insats, faults: reading.faults)
    }
    return try ShowInsatsFacts.change(asked, place, notice: "\(insats.name) fortsätter \(former.name).") { book, _ in
      book.insatsOrigins.append(
        InsatsOrigin(insatsID: insats.id, formerID: former.id, formerName: former.name, since: since))
    }
  }
}

/// The insats's last day.
enum EndInsats {
  static func save(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    guard let insats = try ShowInsatsFacts.find(asked, place) else { return .notFound }
    var reading = FormReading(asked.form)
    let day = reading.date("slut", "Sista dagen", year: asked.today.year)
    if let day, let started = insats.started, day < started {
      reading.add("Insatsen började \(started.text), så den kan inte sluta \(day.text). Kontrollera dagen.", at: "slut")
    }
    guard let day, !reading.hasFaults else {
      return try ShowInsatsFacts.page(asked, place, insats, faults: reading.faults)
    }
    return try ShowInsatsFacts.change(asked, place, notice: "\(insats.name) slutar \(day.text).") {
      $0.insatser[$1].ended = day
    }
  }
}

/// How the insats stands in Uppföljning Finsam.
enum SaveFollowUp {
  static func save(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    guard let insats = try ShowInsatsFacts.find(asked, place) else { return .notFound }
    let before = try asked.store.followUps().first { $0.insatsID == insats.id }
    var reading = FormReading(asked.form)
    let precise = reading.text("preciserad", "Preciserad inriktning", byteCountMax: 200)
    var followUp = before
    if before == nil {
      let direction = InsatsFollowUp.Direction(rawValue: asked.form.choice("inriktning"))
      if direction == nil { reading.add("Inriktningen är inte vald. Välj en i listan.", at: "inriktning") }
      let method = reading.text("metod", "Uppföljningsmetoden", isRequired: true, byteCountMax: 200)
      followUp = direction.map {
        InsatsFollowUp(
          insatsID: insats.id, direction: $0, preciseDirection: precise, method: method, isESF: asked.form.has("esf"))
      }
    }
    followUp?.preciseDirection = precise
    guard let followUp, !reading.hasFaults else {
      return try ShowInsatsFacts.page(asked, place, insats, faults: reading.faults)
    }
    if followUp != before {
      try asked.store.together(by: asked.actor, at: asked.now) { try $0.record(followUp) }
    }
    return .see(Addresses.object.path(place), notice: "Registret är sparat.")
  }
}
