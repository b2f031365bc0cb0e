import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// An obstacle: what was reported, its whole way up and down, what it is joined with and about, and what can be done now.
enum ShowObstacle {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    switch try ObstacleView.find(asked, id) {
    case .answered(let answer): answer
    case .view(let view): .page(try ObstaclePage(view: view).page)
    }
  }
}

/// The page of an obstacle.
struct ObstaclePage {
  let view: ObstacleView
  var faults: [FieldFault] = []

  private var asked: Asked { view.asked }
  private var obstacle: ObstacleCase { view.obstacle }
  private var isKeeper: Bool { Access.bookkeepers.admits(asked.user) }

  var page: Page {
    get throws {
      let root = try view.root()
      return Page(
        title: obstacle.report.subject, section: .obstacles, trail: LiftPart.trail(),
        main: .joined([
          FormPart.summary(of: faults), facts(root), said,
          root.id == obstacle.id
            ? .empty
            : tag(
              "p", [.class("notice")], .text("Hindret räknas till "), link(root),
              .text(". Svaret där gäller också det här.")),
          tag("h2", .text("Upp och ner i hissen")), LiftPart.way(root, decisions: DecisionLink(asked)),
          root.id == obstacle.id && view.mayAnswer ? forms : .empty, references, isKeeper ? try joins(root) : .empty,
        ]))
    }
  }

  private func link(_ other: ObstacleCase) -> HTML {
    let words = "hinder \(other.id): \(other.report.subject)"
    return ObstacleView.isOpen(other, to: asked)
      ? MoneyPart.link(words, Addresses.obstacle.path(other.id)) : .text(words)
  }

  private func facts(_ root: ObstacleCase) -> HTML {
    let state = root.state
    return MoneyPart.facts([
      ("Läge", LiftPart.badge(root, on: asked.today)), ("Nivå", .text(state.level.title)),
      ("Ägare", .text(state.waiting?.charge.owner ?? "")), ("Svar senast", .text(state.waiting?.charge.due.text ?? "")),
      (
        "Har väntat på nivån",
        .text(
          state.waiting.map { Words.count($0.since.days(until: asked.today), "dag", "dagar") } ?? "")
      ),
      ("Rapporterat", .text(Words.count(root.reportCount, "gång", "gånger"))),
      ("Nummer", .text("\(obstacle.id)")),
    ])
  }

  private var said: HTML {
    let report = obstacle.report
    return tag("h2", .text("Hindret"))
      + MoneyPart.facts([
        ("Vad som stoppar", .text(report.stops)),
        ("Vems regler eller system", .text(LiftPart.owners(report, view.association))),
        ("Hur ofta", .text(LiftPart.words(report.frequency))), ("Provat", .text(report.tried)),
        ("Skulle lösa det", .text(report.solution)),
        ("Från", .text(LiftPart.words(report.origin, view.association))),
      ])
  }

  // What the level does.

  private func value(_ name: String, _ usual: String = "") -> String {
    asked.form.has(name) ? asked.form.choice(name) : usual
  }

  private func field(_ name: String, _ label: String, _ usual: String = "", hint: String = "", lists: Bool = false)
    -> HTML
  {
    FormPart.field(
      FormPart.Field(
        name: name, label: label, value: value(name, usual), hint: hint,
        others: lists ? [.other("list", "agare-forslag")] : []), faults: faults)
  }

  /// A month is a usual time for a group to meet within.
  private static let usualDays = 30

  private var forms: HTML {
    let level = obstacle.state.level
    let hidden = FormPart.hidden(AnswerObstacle.Name.level, "\(level.rawValue)")
    let next = asked.today.adding(days: Self.usualDays).text
    guard let waiting = obstacle.state.waiting else {
      return tag(
        "details", tag("summary", .text("Ta upp hindret igen")),
        FormPart.form(
          to: Addresses.obstacleAnswer.path(obstacle.id), asked.visitor,
          each: [
            hidden, FormPart.hidden(AnswerObstacle.Name.kind, Obstacle.Event.Kind.reopening.rawValue),
            FormPart.area(
              AnswerObstacle.Name.words, "Varför?", value: value(AnswerObstacle.Name.words), rows: 2, faults: faults),
            field(AnswerObstacle.Name.owner, "Ägare på nivån", level.title, lists: true),
            field(AnswerObstacle.Name.due, "Svar senast", next), LiftPart.ownerList(view.association),
            FormPart.button("Ta upp hindret igen", kind: "secondary"),
          ]))
    }
    let isBoard = level == .board
    var choices = [
      (Obstacle.Event.Kind.solution.rawValue, "Löst: så här"), (Obstacle.Event.Kind.refusal.rawValue, "Nej: därför"),
    ]
    if let above = level.above {
      choices.insert((Obstacle.Event.Kind.passage.rawValue, "Vidare till \(Words.inSentence(above)): därför"), at: 1)
    }
    return .joined([
      tag("h2", [.id("svara")], .text("\(level.title) svarar")),
      FormPart.form(
        to: Addresses.obstacleAnswer.path(obstacle.id), asked.visitor,
        each: [
          hidden,
          FormPart.select(
            AnswerObstacle.Name.kind, "Svar", options: [("", "Välj")] + choices,
            chosen: value(AnswerObstacle.Name.kind), faults: faults),
          FormPart.area(
            AnswerObstacle.Name.words, "Hur, eller varför?", value: value(AnswerObstacle.Name.words),
            hint: "Svaret läses av dem som rapporterade.", rows: 3, faults: faults),
          field(
            AnswerObstacle.Name.decidedOn, "Sammanträdesdag",
            hint: isBoard ? "Styrelsen svarar genom beslut." : "Om det är ett beslut av styrelsen. Annars tomt."),
          field(AnswerObstacle.Name.paragraph, "Paragraf", hint: "§ 45"),
          level.above == nil
            ? .empty
            : tag(
              "fieldset", tag("legend", .text("Om det går vidare")),
              field(AnswerObstacle.Name.owner, "Ägare på nästa nivå", level.above?.title ?? "", lists: true),
              field(AnswerObstacle.Name.due, "Svar senast", next)),
          LiftPart.ownerList(view.association), FormPart.button("Svara"),
        ]),
      tag(
        "details", tag("summary", .text("Byt ägare eller svarsdag")),
        FormPart.form(
          to: Addresses.obstacleAnswer.path(obstacle.id), asked.visitor,
          each: [
            hidden, FormPart.hidden(AnswerObstacle.Name.kind, Obstacle.Event.Kind.assignment.rawValue),
            FormPart.field(
              FormPart.Field(
                name: AnswerObstacle.Name.newOwner, label: "Ägare",
                value: value(AnswerObstacle.Name.newOwner, waiting.charge.owner), hint: "En funktion eller en grupp.",
                others: [.other("list", "agare-forslag")]), faults: faults),
            field(AnswerObstacle.Name.newDue, "Svar senast", waiting.charge.due.text),
            FormPart.button("Spara", kind: "secondary"),
          ])),
    ])
  }

  // What it is about.

  private var references: HTML {
    let items = obstacle.references.map { reference in
      tag(
        "li", tag("p", [.class("what")], words(reference.reference)),
        isKeeper
          ? FormPart.form(
            to: Addresses.obstacleReference.path(obstacle.id), asked.visitor,
            each: [
              FormPart.hidden(ReferObstacle.Name.end, "\(reference.id)"),
              FormPart.button("Ta bort kopplingen", kind: "secondary"),
            ]) : .empty)
    }
    guard isKeeper || !items.isEmpty else { return .empty }
    return .joined([
      tag("h2", [.id("kopplat")], .text("Kopplat till hindret")),
      items.isEmpty ? tag("p", [.class("quiet")], .text("Inget än.")) : tag("ul", [.class("tasks")], each: items),
      isKeeper ? referenceForm : .empty,
    ])
  }

  private func words(_ reference: ObstacleReference) -> HTML {
    switch reference {
    case .insats(let id):
      return .text("Insats: \(view.association.insatser.first { $0.id == id }?.name ?? id)")
    case .figure(let name):
      return .text("Siffra: ")
        + MoneyPart.link(name, Addresses.figure.path(Pair(WorkingYear.of(asked), name)))
    case .decision(let decision): return DecisionLink(asked).html(decision, LiftPart.decision(decision))
    case .document(let sha256, let name): return MoneyPart.link(name, Addresses.document.path(sha256))
    case .diary(let number): return .text("Diariet: \(number)")
    }
  }

  private var referenceForm: HTML {
    tag(
      "details", tag("summary", .text("Koppla något till hindret")),
      FormPart.form(
        to: Addresses.obstacleReference.path(obstacle.id), asked.visitor, hasFiles: true,
        each: [
          FormPart.select(
            ReferObstacle.Name.insats, "Insats",
            options: [("", "Ingen")] + view.association.insatser.map { ($0.id, $0.name) },
            chosen: value(ReferObstacle.Name.insats), faults: faults),
          field(ReferObstacle.Name.figure, "Siffra", hint: "Namnet på en siffra i årsredovisningen."),
          field(ReferObstacle.Name.decidedOn, "Beslutets sammanträdesdag"),
          field(ReferObstacle.Name.paragraph, "Beslutets paragraf"),
          field(ReferObstacle.Name.diary, "Diarienummer", hint: "FS 2026/12"),
          FormPart.field(
            FormPart.Field(
              name: UploadedDocuments.field, label: "Dokument",
              hint: "PDF eller bild. Högst \(FileSize.words(asked.office.settings.documentBytesMax)).", type: "file",
              others: [.other("multiple", "")]), faults: faults),
          FormPart.button("Koppla", kind: "secondary"),
        ]))
  }

  // What it is the same as.

  private func joins(_ root: ObstacleCase) throws -> HTML {
    let path = Addresses.obstacleJoin.path(obstacle.id)
    if obstacle.keptID != nil {
      return tag("h2", .text("Sammanfört"))
        + FormPart.form(
          to: path, asked.visitor,
          each: [
            FormPart.hidden(JoinObstacle.Name.apart, "ja"), FormPart.button("Skilj ut det igen", kind: "secondary"),
          ])
    }
    let joined = try obstacle.joinedIDs.prefix(50).compactMap { try asked.store.obstacle($0) }
    let own = Set(obstacle.joinedIDs + [obstacle.id])
    let similar = try asked.store.obstacles(like: ObstacleForm.words(obstacle.report), limit: 6).filter {
      !own.contains($0.id)
    }.prefix(5)
    return .joined([
      tag("h2", [.id("samma")], .text("Samma hinder")),
      joined.isEmpty
        ? .empty : tag("p", .text("Sammanförda hit:")) + tag("ul", each: joined.map { tag("li", link($0)) }),
      similar.isEmpty
        ? .empty
        : tag("p", .text("Liknande hinder. Det som förs samman räknas med och besvaras där:"))
          + tag(
            "ul", [.class("tasks")],
            each: similar.map { other in
              tag(
                "li", tag("p", [.class("what")], link(other)),
                FormPart.form(
                  to: path, asked.visitor,
                  each: [
                    FormPart.hidden(JoinObstacle.Name.kept, "\(other.id)"),
                    tag(
                      "button",
                      [
                        .class("secondary"), .other("type", "submit"),
                        .label("För samman med hinder \(other.id): \(other.report.subject)"),
                      ], .text("För samman")),
                  ]))
            }),
      tag(
        "details", tag("summary", .text("För samman med ett annat")),
        FormPart.form(
          to: path, asked.visitor,
          each: [
            field(JoinObstacle.Name.kept, "Hindrets nummer"), FormPart.button("För samman", kind: "secondary"),
          ])),
    ])
  }
}
