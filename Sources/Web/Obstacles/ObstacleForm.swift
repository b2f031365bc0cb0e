import Association
import Ledger
import Press
import Report
import Store

/// The form by which an obstacle is reported: the same fields for whoever is signed in and whoever has a link.
struct ObstacleForm {
  enum Name {
    static let origin = "fran"
    static let subject = "rubrik"
    static let stops = "stoppar"
    static let members = "part"
    static let others = "andra"
    static let frequency = "ofta"
    static let tried = "provat"
    static let solution = "losning"
    /// The button that only looks for similar ones.
    static let look = "sok"
    /// The obstacle that it is one more of.
    static let same = "samma"
    /// That similar ones and warnings have been seen.
    static let isSeen = "granskat"
  }

  /// What was typed, and what is wrong with it.
  struct Read {
    var report: Obstacle.Report
    var faults: [FieldFault]
  }

  /// Reads the form. One that is the same as another says what is missing by the other's words.
  static func read(
    _ form: Form, _ association: Association, from origin: Obstacle.Origin, sameAs kept: ObstacleCase?
  ) -> Read {
    var reading = FormReading(form)
    func text(_ name: String, _ label: String, isRequired: Bool = false) -> String {
      reading.text(
        name, label, isRequired: isRequired && kept == nil, isLong: true, byteCountMax: LiftPart.textBytesMax)
    }
    var subject = reading.text(
      Name.subject, "Rubriken", isRequired: kept == nil, byteCountMax: LiftPart.subjectBytesMax)
    var stops = text(Name.stops, "Vad som stoppar", isRequired: true)
    if let kept, subject.isEmpty { subject = kept.report.subject }
    if let kept, stops.isEmpty { stops = kept.report.stops }
    let members = form.choices(Name.members)
    let known = association.members.map(\.id).filter { members.contains($0) }
    let others = reading.text(Name.others, "Någon annan", byteCountMax: LiftPart.subjectBytesMax)
    let frequency = Obstacle.Frequency(rawValue: form.choice(Name.frequency)) ?? kept?.report.frequency
    if frequency == nil {
      reading.add("Det är inte valt hur ofta hindret möter er. Välj ett av alternativen.", at: Name.frequency)
    }
    let (tried, solution) = (text(Name.tried, "Vad ni har provat"), text(Name.solution, "Vad som skulle lösa det"))
    return Read(
      report: Obstacle.Report(
        origin: origin, subject: subject, stops: stops, memberIDs: known, others: others,
        frequency: frequency ?? .single, tried: tried, solution: solution), faults: reading.faults)
  }

  /// What in the texts may be a person, quoted: a warning, for it may as well be a place.
  static func suspicions(_ report: Obstacle.Report, _ association: Association) -> [String] {
    let names =
      association.members.map(\.name) + association.insatser.map(\.name)
      + LiftPart.groups(association).map(\.title) + [report.others, association.name]
    let known = Set(names.flatMap { words(of: $0) })
    var found: [String] = []
    for text in [report.subject, report.stops, report.tried, report.solution] {
      let bytes = Array(text.utf8)
      for finding in FreeTextScreen.findings(in: text) {
        let quoted = String(decoding: bytes[finding.range], as: UTF8.self)
        if !words(of: quoted).allSatisfy(known.contains), !found.contains(quoted) { found.append(quoted) }
      }
    }
    return found
  }

  /// The words in small letters, without the genitive's s.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map {
      $0.hasSuffix("s") ? String($0.dropLast()) : String($0)
    }
  }

  /// What is looked at when similar ones are sought.
  static func words(_ report: Obstacle.Report) -> String {
    [report.subject, report.stops, report.others].joined(separator: " ")
  }

  // The fields, as the office shows them.

  static func fields(_ form: Form, _ association: Association, faults: [FieldFault]) -> [HTML] {
    [
      FormPart.field(
        FormPart.Field(
          name: Name.subject, label: "Rubrik", value: form.choice(Name.subject),
          hint: "En rad: vad hindret är, inte vem det gäller.", isRequired: true), faults: faults),
      FormPart.area(
        Name.stops, "Vad stoppar?", value: form.choice(Name.stops),
        hint: "Skriv inga namn, personnummer eller annat som pekar ut någon.", rows: 3, faults: faults),
      members(form, association),
      FormPart.field(
        FormPart.Field(
          name: Name.others, label: "Någon annans regler eller system", value: form.choice(Name.others),
          hint: "En myndighet, en lag eller ett system. Kan lämnas tomt."), faults: faults),
      frequency(form, faults),
      FormPart.area(
        Name.tried, "Vad har ni provat?", value: form.choice(Name.tried), hint: "Kan lämnas tomt.", rows: 2,
        faults: faults),
      FormPart.area(
        Name.solution, "Vad skulle lösa det?", value: form.choice(Name.solution), hint: "Kan lämnas tomt.", rows: 2,
        faults: faults),
    ]
  }

  private static func members(_ form: Form, _ association: Association) -> HTML {
    guard !association.members.isEmpty else { return .empty }
    let chosen = Set(form.choices(Name.members))
    return tag(
      "fieldset", tag("legend", .text("Vems regler eller system?")),
      .joined(
        association.members.enumerated().map { index, member in
          FormPart.box(
            Name.members, member.name, isTicked: chosen.contains(member.id), value: member.id,
            id: "\(Name.members)-\(index + 1)")
        }))
  }

  private static func frequency(_ form: Form, _ faults: [FieldFault]) -> HTML {
    FormPart.select(
      Name.frequency, "Hur ofta?",
      options: [("", "Välj")] + Obstacle.Frequency.allCases.map { ($0.rawValue, LiftPart.words($0)) },
      chosen: form.choice(Name.frequency), faults: faults)
  }

  /// The obstacles that are like it, each with a button that counts this report with it.
  static func similar(_ similar: [ObstacleCase], path: (ObstacleCase) -> String?) -> HTML {
    guard !similar.isEmpty else { return .empty }
    return tag(
      "section", [.labelled(by: "liknande")], tag("h2", [.id("liknande")], .text("Är det ett av de här?")),
      tag(
        "p", .text("Då behövs inget nytt hinder: din rapport räknas med, och du får samma svar.")),
      tag(
        "ul", [.class("tasks")],
        each: similar.map { one in
          let title = "Hinder \(one.id): \(one.report.subject)"
          return tag(
            "li",
            tag("p", [.class("what")], path(one).map { MoneyPart.link(title, $0) } ?? .text(title)),
            tag(
              "p", [.class("quiet")],
              .text(one.reportCount == 1 ? "Rapporterat en gång." : "Rapporterat \(one.reportCount) gånger.")),
            tag(
              "button",
              [
                .class("secondary"), .other("type", "submit"), .other("name", Name.same), .other("value", "\(one.id)"),
                .label("Samma hinder som hinder \(one.id) – räkna med mitt"),
              ], .text("Samma hinder – räkna med mitt")))
        }))
  }

  /// The button that Enter in a field presses: the first of the form, unseen, so that Enter never counts a report with
  /// another obstacle.
  static var usualButton: HTML {
    tag(
      "button",
      [.class("unseen"), .other("type", "submit"), .tabIndex(-1), .other("aria-hidden", "true")], .text("Rapportera"))
  }

  /// What may be a person, to be looked at once more.
  static func warning(_ suspicions: [String]) -> HTML {
    guard !suspicions.isEmpty else { return .empty }
    let quoted = suspicions.prefix(8).map { "”\($0)”" }.joined(separator: ", ")
    return tag(
      "div", [.class("warning"), .role("status")],
      tag(
        "p",
        .text(
          "Det här kan peka ut någon: \(quoted). Ta bort det om det är en person. Är det en ort eller ett system kan det stå kvar."
        )))
  }
}
