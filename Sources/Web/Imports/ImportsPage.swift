import Desk
import Ledger
import Press
import Report
import Store

/// The files that have been read into the book, those that wait, and what the book can be written out as.
enum ImportsPage {
  struct Line {
    let receipt: ImportReceipt
    let undoneAt: Moment?
  }

  struct Model {
    let lines: [Line]
    let uploads: [Upload]
    let isBookkeeper: Bool
    let years: [FiscalYear]
    let bytesMax: Int
    let faults: [FieldFault]
    /// What stood in the field for the year.
    let year: String
    let visitor: Visitor
  }

  static func page(_ model: Model) -> Page {
    Page(
      title: "Inläsningar", section: .imports, print: Page.PrintHead(period: "alla inläsningar"), isWide: true,
      scripts: ["imports.js"],
      main: .joined([
        FormPart.summary(of: model.faults),
        model.isBookkeeper ? sending(model) : .empty,
        waiting(model),
        list(model),
        ExportPart.html(years: model.years, visitor: model.visitor),
      ]))
  }

  private static func sending(_ model: Model) -> HTML {
    FormPart.form(
      to: Addresses.uploads.path(), model.visitor, id: "skicka", hasFiles: true,
      each: [
        tag("h2", .text("Läs in en fil")),
        tag(
          "p",
          .text(
            "En SIE-fil (typ 1 till 4) ur ett bokföringsprogram eller från redovisningsbyrån, eller en CSV-fil med saldon. "
              + "Först visas vad filen innehåller. Inget bokförs förrän du har sett det och tryckt Läs in.")),
        tag(
          "div", [.class("import-drop"), .other("data-import-drop", "")],
          FormPart.field(
            FormPart.Field(
              name: "fil", label: "Fil",
              hint: "Högst \(FileSize.words(model.bytesMax)). Välj filen, eller dra den hit.", type: "file",
              isRequired: true, others: [.other("accept", ".se,.si,.sie,.csv,.txt")]),
            faults: model.faults)),
        FormPart.field(
          FormPart.Field(
            name: "ar", label: "Räkenskapsår, bara för en CSV-fil", value: model.year,
            hint: "Behövs inte om året står i filens namn, som i saldon-2025.csv.", inputMode: "numeric",
            others: [.class("import-year")]),
          faults: model.faults),
        FormPart.button("Granska filen"),
      ])
  }

  private static func waiting(_ model: Model) -> HTML {
    guard !model.uploads.isEmpty else { return .empty }
    let items = model.uploads.map { upload in
      tag(
        "li",
        tag("a", [.href(.path(Addresses.upload.path(upload.id.rawValue)))], .text("Granska \(upload.name)")),
        .text(", \(FileSize.words(upload.byteCount)), skickad av \(upload.by) \(SwedishTime.text(upload.at))"))
    }
    return .joined([
      tag("h2", .text("Filer som väntar")),
      tag("p", .text("De är inte inlästa. En fil som ingen läser in tas bort efter ett dygn.")),
      tag("ul", each: items),
    ])
  }

  private static func list(_ model: Model) -> HTML {
    let heading = tag("h2", .text("Inlästa filer"))
    guard !model.lines.isEmpty else {
      return heading
        + tag(
          "div", [.class("empty")],
          tag("p", .text("Ingen fil är inläst än. Börja med förra årets SIE-fil, så finns det något att jämföra med.")))
    }
    let head = ["Fil", "Inläst", "Av", "Verifikationer", "Rader", "Debet", "Läge"]
    return heading
      + tag(
        "div", [.class("scroll"), .tabIndex(0), .role("region"), .label("Inlästa filer")],
        tag(
          "table", [.class("list cards-on-phone")],
          tag("caption", [.class("unseen")], .text("Inlästa filer, den senaste först")),
          tag(
            "thead",
            tag(
              "tr",
              each: head.enumerated().map { index, words in
                tag("th", [.scope(.column), .class((3...5).contains(index) ? "number" : "")], .text(words))
              })),
          tag("tbody", each: model.lines.map(row))))
  }

  private static func row(_ line: Line) -> HTML {
    let receipt = line.receipt
    let state =
      line.undoneAt.map { tag("span", [.class("badge warn")], .text("ångrad \(SwedishTime.day($0))")) }
      ?? tag("span", [.class("badge good")], .text("står"))
    return tag(
      "tr",
      tag(
        "th", [.scope(.row)],
        tag("a", [.href(.path(Addresses.importReceipt.path(receipt.sequence)))], .text(receipt.name)),
        tag("span", [.class("quiet")], .text(" \(receipt.kind)"))),
      cell("Inläst", SwedishTime.text(receipt.moment), "date"),
      cell("Av", receipt.actor.name),
      cell("Verifikationer", Numerals.whole(Int64(receipt.voucherCount)), "number"),
      cell("Rader", Numerals.whole(Int64(receipt.rowCount)), "number"),
      cell("Debet", Numerals.ore(receipt.debit), "number"),
      tag("td", [.other("data-label", "Läge")], state))
  }

  private static func cell(_ label: String, _ words: String, _ kind: StaticString = "") -> HTML {
    tag("td", [.class(kind), .other("data-label", label)], .text(words))
  }
}
