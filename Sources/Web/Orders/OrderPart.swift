import Association
import Ledger
import Press
import Report
import Store

/// The pieces that the pages of orders are made of: attestordning, delegationsordning, dokumenthanteringsplan.
enum OrderPart {
  enum Name {
    static let day = "dag"
    static let paragraph = "paragraf"
    static let validFrom = "galler"
  }

  /// What the board decided, as it is typed.
  struct Decided {
    let day: CalendarDate
    let paragraph: String
    let validFrom: CalendarDate
  }

  /// Reads the decision; nil where something of it is missing.
  static func decided(_ reading: inout FormReading, _ asked: Asked) throws -> Decided? {
    let day = reading.date(Name.day, "Beslutsdagen", year: asked.today.year)
    let paragraph = reading.text(Name.paragraph, "Paragrafen", isRequired: true, byteCountMax: 60)
    let valid = reading.date(Name.validFrom, "Första dagen", year: asked.today.year)
    if let day, day > asked.today {
      reading.add("Beslutsdagen \(day.text) har inte varit än. Skriv dagen då styrelsen beslutade.", at: Name.day)
    }
    try DecisionChoice.check(&reading, asked, day, paragraph, at: Name.paragraph)
    guard let day, let valid, !reading.hasFaults else { return nil }
    return Decided(day: day, paragraph: paragraph, validFrom: valid)
  }

  /// The fields of the decision.
  static func fields(_ asked: Asked, _ faults: [FieldFault]) -> [HTML] {
    [
      FormPart.field(
        FormPart.Field(
          name: Name.day, label: "Styrelsen beslutade den", value: asked.form.choice(Name.day), hint: "2025-11-19"),
        faults: faults),
      FormPart.field(
        FormPart.Field(
          name: Name.paragraph, label: "Paragraf", value: asked.form.choice(Name.paragraph), hint: "§ 45"),
        faults: faults),
      FormPart.field(
        FormPart.Field(
          name: Name.validFrom, label: "Gäller från", value: asked.form.choice(Name.validFrom),
          hint: "Tidigast beslutsdagen. Den förra versionen gäller till dess."), faults: faults),
    ]
  }

  /// Which version is shown: what was decided, and from when it holds.
  static func lead<Content>(_ version: OrderVersion<Content>, _ asked: Asked) -> HTML {
    tag(
      "p", [.class("lead")],
      .text(
        "Version \(version.version), beslutad \(version.decidedOn.text) \(version.paragraph). "
          + (version.validFrom > asked.today
            ? "Börjar gälla \(version.validFrom.text)." : "Gäller från \(version.validFrom.text).")))
  }

  /// The version that is asked for by its number, else the one that holds, else the one that is to.
  static func shown<Content>(_ all: [OrderVersion<Content>], _ asked: Asked) -> OrderVersion<Content>? {
    let number = Int(typed: asked.query.choice("version"), in: 1...10_000)
    return all.first { $0.version == number } ?? all.inForce(on: asked.today) ?? all.last
  }

  /// The versions, each a link.
  static func versions<Content>(
    _ all: [OrderVersion<Content>], shown: OrderVersion<Content>?, _ address: Address<Nothing>
  ) -> HTML {
    guard all.count > 1 else { return .empty }
    return tag(
      "section", [.labelled(by: "versioner")], tag("h2", [.id("versioner")], .text("Versioner")),
      tag(
        "ul",
        each: all.reversed().map { version in
          tag(
            "li",
            version.version == shown?.version
              ? tag("strong", .text("Version \(version.version)"))
              : MoneyPart.link(
                "Version \(version.version)", address.path(query: [("version", "\(version.version)")])),
            .text(", beslutad \(version.decidedOn.text) \(version.paragraph), gäller från \(version.validFrom.text)"))
        }))
  }

  /// An amount that is a limit.
  static func limit(_ limit: Money?) -> HTML { .text(limit.map { Numerals.ore($0) } ?? "Ingen gräns") }
}
