import Association
import Exchange
import HTTPTypes
import Ledger
import Press
import Store

/// The forms: those in the book, version by version, and those that are shipped.
enum ListInstruments {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(try page(asked)) }

  static func page(_ asked: Asked, faults: [FieldFault] = [], diagnostics: [Diagnostic] = []) throws -> Page {
    let kept = try asked.store.surveyInstruments()
    let mayWrite = Access.bookkeepers.admits(asked.user)
    let own = kept.map { one -> [HTML] in
      [
        MoneyPart.link(one.instrument.title, Addresses.instrument.path(one.id.rawValue)), .text("\(one.version)"),
        .text(SurveyPart.words(one.instrument.respondents)), .text("\(one.instrument.questions.count)"),
        .text(one.instrument.source),
      ]
    }
    let shipped = SurveyInstrument.shipped.map { one -> [HTML] in
      [
        mayWrite
          ? MoneyPart.link(one.title, Addresses.newInstrument.path(query: [("fran", one.key)])) : .text(one.title),
        .text(SurveyPart.words(one.respondents)), .text("\(one.questions.count)"),
      ]
    }
    return Page(
      title: "Enkätformulär", section: .surveys, trail: SurveyPart.trail(), isWide: true,
      main: .joined([
        FormPart.summary(of: faults), found(diagnostics),
        tag(
          "p", [.class("lead")],
          .text(
            "Ett formulär ändras genom en ny version. En enkät som är öppnad behåller den version den öppnades med.")),
        mayWrite
          ? tag(
            "p", [.class("toolbar")],
            tag("a", [.class("button"), .href(.path(Addresses.newInstrument.path()))], .text("Nytt formulär")))
          : .empty,
        tag("h2", .text("I boken")),
        own.isEmpty
          ? tag("p", [.class("empty")], .text("Inget formulär är sparat än. De som följer med sparas när de används."))
          : MoneyPart.table(
            "Formulär i boken", ["Formulär", "Version", "Vilka", "Frågor", "Källa"].map { MoneyPart.Column($0) },
            rows: own),
        tag("h2", .text("Som följer med")),
        MoneyPart.table(
          "Formulär som följer med", ["Formulär", "Vilka", "Frågor"].map { MoneyPart.Column($0) }, rows: shipped),
        mayWrite ? reading(asked) : .empty,
      ]))
  }

  private static func reading(_ asked: Asked) -> HTML {
    tag(
      "section", [.labelled(by: "las-in")], tag("h2", [.id("las-in")], .text("Läs in ett formulär")),
      tag(
        "p", [.class("hint")],
        .text(
          "NNS frågor följer inte med, för de är NNS egna. Har förbundet avtal kan ni läsa in dem ur en egen fil. Hur den ser ut står i "
        ),
        MoneyPart.link("handboken", Addresses.handbookPage.path("enkater.md")), .text(".")),
      FormPart.form(
        to: Addresses.instrumentReading.path(), asked.visitor, hasFiles: true,
        each: [
          tag(
            "div", [.class("field")],
            tag("label", [.other("for", ReadInstrument.field)], .text("Fil (YAML eller JSON)")),
            voidTag(
              "input",
              [
                .id(ReadInstrument.field), .other("name", ReadInstrument.field), .other("type", "file"),
                .other("accept", ".yaml,.yml,.json"),
              ])), FormPart.button("Läs in"),
        ]))
  }

  private static func found(_ diagnostics: [Diagnostic]) -> HTML {
    guard !diagnostics.isEmpty else { return .empty }
    return tag(
      "div", [.class("faults"), .role("alert"), .id("fel"), .tabIndex(-1)],
      tag("h2", .text("Formuläret är inte inläst")),
      tag(
        "ul",
        each: diagnostics.prefix(100).map { one in
          tag("li", .text(one.place.line > 0 ? "Rad \(one.place.line): \(one.message)" : one.message))
        }))
  }
}

/// Reads an instrument from a file of the association's own.
enum ReadInstrument {
  static let field = "fil"
  /// Sixty questions with eleven steps each are some fifty kibibytes.
  static let byteCountMax = 1 << 20

  static func read(_ asked: Asked, _: Nothing) throws -> Answer {
    guard let file = asked.form.files.first(where: { $0.field == field }), !file.bytes.isEmpty else {
      let fault = FieldFault(field: field, message: "Ingen fil är vald. Välj en fil i YAML eller JSON.")
      return .page(try ListInstruments.page(asked, faults: [fault]), status: .unprocessableContent)
    }
    let name = file.name.hasUnseenScalars || file.name.isEmpty ? "filen" : String(file.name.prefix(200))
    let reading = SurveyInstrument.read(file.bytes, named: name)
    guard let instrument = reading.value else {
      return .page(try ListInstruments.page(asked, diagnostics: reading.diagnostics), status: .unprocessableContent)
    }
    let kept = try asked.store.together(by: asked.actor, at: asked.now) { try $0.keep(instrument) }
    return .see(
      Addresses.instrument.path(kept.id.rawValue), notice: "Formuläret är inläst som version \(kept.version).")
  }
}

/// A version of an instrument, as it is asked, and as a file.
enum ShowInstrument {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let kept = try find(asked, id) else { return .notFound }
    let instrument = kept.instrument
    let rows = instrument.questions.enumerated().map { index, question -> [HTML] in
      [
        .text("\(index + 1). \(question.text)"), .text(SurveyPart.words(question.scale.kind)),
        .text(question.scale.steps.joined(separator: ", ")), .text(SurveyPart.cut(question)), .text(question.id),
      ]
    }
    return .page(
      Page(
        title: "\(instrument.title), version \(kept.version)", section: .surveys,
        trail: SurveyPart.trail() + [Page.Link("Formulär", Addresses.instruments.path())], isWide: true,
        main: .joined([
          MoneyPart.facts([
            ("Vilka", .text(SurveyPart.words(instrument.respondents))), ("Kortnamn", .text(instrument.key)),
            ("Källa", .text(instrument.source)),
            ("Kön", .text(instrument.respondents.areParticipants ? "Frågas sist, frivilligt" : "Frågas inte")),
          ]), instrument.introduction.isEmpty ? .empty : tag("p", .text(instrument.introduction)),
          tag(
            "p", [.class("toolbar")],
            Access.bookkeepers.admits(asked.user)
              ? tag(
                "a",
                [.class("button"), .href(.path(Addresses.newInstrument.path(query: [("fran", instrument.key)])))],
                .text("Ändra i en ny version")) : .empty,
            MoneyPart.link("Hämta som fil", Addresses.instrumentFile.path(id))),
          MoneyPart.table(
            "Frågorna", ["Fråga", "Skala", "Steg", "Positivt", "Kortnamn"].map { MoneyPart.Column($0) }, rows: rows),
        ])))
  }

  static func file(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let kept = try find(asked, id) else { return .notFound }
    return .file(
      FileAnswer(
        bytes: Array(kept.instrument.file.utf8), name: "\(kept.instrument.key)-\(kept.version).yaml",
        mediaType: "application/yaml; charset=utf-8"))
  }

  private static func find(_ asked: Asked, _ id: Int64) throws -> KeptInstrument? {
    try asked.store.surveyInstruments().first { $0.id.rawValue == id }
  }
}
