import Desk
import Exchange
import Ledger
import Press
import Report
import Store

/// What a file holds and what reading it would mean, before anything is recorded.
enum PreviewPage {
  static func page(_ upload: Upload, _ preview: ImportPreview, year: String, _ visitor: Visitor) -> Page {
    Page(
      title: (preview.obstacles.isEmpty ? "Granska " : "Kan inte läsas in: ") + upload.name, section: .imports,
      trail: [Page.Link("Inläsningar", Addresses.imports.path())],
      print: preview.years.first.map { Page.PrintHead(period: $0.year.text) }, isWide: true,
      main: .joined([
        ObstaclePart.html(preview),
        acts(upload, preview, year: year, visitor),
        preview.obstacles.contains { if case .unreadable = $0 { true } else { false } }
          ? .empty
          : .joined([
            TotalsPart.html(preview), contents(preview), neighbours(preview), RemarksPart.html(preview.remarks),
            ChartPart.html(preview.chart), unknown(preview),
          ]),
      ]))
  }

  /// The buttons, above all that may be read first; a table of balances may be given another year.
  private static func acts(_ upload: Upload, _ preview: ImportPreview, year: String, _ visitor: Visitor) -> HTML {
    let number = upload.id.rawValue
    let reading =
      preview.obstacles.isEmpty
      ? FormPart.form(
        to: Addresses.uploadImport.path(number), visitor,
        each: [
          FormPart.hidden("ar", year),
          FormPart.button("Läs in"),
        ]) : .empty
    let removal = FormPart.form(
      to: Addresses.uploadRemoval.path(number), visitor,
      each: [FormPart.button(preview.obstacles.isEmpty ? "Läs inte in, kasta filen" : "Kasta filen", kind: "secondary")]
    )
    let another =
      preview.form == nil
      ? tag(
        "form", [.class("filter"), .other("method", "get"), .other("action", Addresses.upload.path(number))],
        FormPart.field(
          FormPart.Field(
            name: "ar", label: "Räkenskapsår", value: year.isEmpty ? ownYear(preview) : year, inputMode: "numeric")),
        FormPart.button("Granska som det året", kind: "secondary")) : .empty
    return another + tag("div", [.class("toolbar")], reading, removal)
  }

  private static func ownYear(_ preview: ImportPreview) -> String {
    preview.years.first { $0.isOwn }.map { "\($0.year.number)" } ?? ""
  }

  private static func contents(_ preview: ImportPreview) -> HTML {
    let content = preview.content
    var facts: [(String, String)] = [("Fil", "\(preview.name), \(FileSize.words(preview.byteCount))")]
    facts.append(("Slag", kind(content.kind)))
    if let form = preview.form {
      facts.append(("Tecken", EncodingWords.words(form, preview.evidence, stated: content.statedFormat)))
    }
    if !content.program.isEmpty {
      facts.append(("Skriven av", content.program + (content.generatedOn.map { ", \($0.text)" } ?? "")))
    }
    if !content.company.isEmpty || content.organisationNumber != nil {
      facts.append(
        (
          "Gäller",
          [content.company, content.organisationNumber.map { "org.nr \($0)" } ?? "utan org.nr"].filter { !$0.isEmpty }
            .joined(separator: ", ")
        ))
    }
    for year in preview.years {
      let meaning =
        year.isOwn ? "läses in" : year.isRead ? "läses in som jämförelseår" : "finns i boken; jämförs bara"
      facts.append((year.isOwn ? "Räkenskapsår" : "Året före", "\(year.year.text), \(meaning)"))
    }
    facts.append(("Konton", Numerals.whole(Int64(content.accounts.count))))
    facts.append(("Objekt (insatser, projekt)", Numerals.whole(Int64(content.objects.count))))
    facts.append(("Verifikationer", vouchers(content)))
    facts.append(("Rader", Numerals.whole(Int64(content.rowCount))))
    return tag("h2", .text("Vad filen innehåller"))
      + tag(
        "dl", [.class("facts")],
        // What stands in a file may be anything, a person's number too; it is not spread further.
        each: facts.map { tag("div", tag("dt", .text($0.0)), tag("dd", .text(PersonalNumber.masked($0.1)))) })
  }

  private static func vouchers(_ content: FileContent) -> String {
    let count = Numerals.whole(Int64(content.voucherCount))
    guard let first = content.firstDate, let last = content.lastDate else { return count }
    return "\(count), \(first == last ? first.text : "\(first.text) till \(last.text)")"
  }

  private static func kind(_ kind: FileContent.Kind) -> String {
    switch kind {
    case .balances: "Tabell med saldon (CSV): läses in som ingående balanser och årets förändring per konto"
    case .sie(_, true): "SIE typ 4I: verifikationer som läggs till ett år"
    case .sie(4, _): "SIE typ 4: kontoplan, saldon och alla verifikationer"
    case .sie(3, _): "SIE typ 3: saldon per konto och objekt, inga verifikationer"
    case .sie(2, _): "SIE typ 2: saldon per konto och månad, inga verifikationer"
    case .sie(let type, _): "SIE typ \(type): årets saldon per konto, inga verifikationer"
    }
  }

  private static func neighbours(_ preview: ImportPreview) -> HTML {
    guard !preview.neighbours.isEmpty else { return .empty }
    let items = preview.neighbours.map { receipt in
      let days =
        receipt.firstDate.flatMap { first in receipt.lastDate.map { ", \(first.text) till \($0.text)" } } ?? ""
      return tag(
        "li", tag("a", [.href(.path(Addresses.importReceipt.path(receipt.sequence)))], .text(receipt.name)),
        .text(", \(Words.count(receipt.voucherCount, "verifikation", "verifikationer"))\(days)"))
    }
    return .joined([
      tag("h2", .text("Tidigare inläsningar av samma år")),
      tag(
        "p",
        .text(
          "Året är redan helt eller delvis inläst. En verifikation som finns i boken läses aldrig in en gång till; finns "
            + "någon av filens verifikationer redan, läses ingenting in.")),
      tag("ul", each: items),
    ])
  }

  private static func unknown(_ preview: ImportPreview) -> HTML {
    guard !preview.content.unknown.isEmpty else { return .empty }
    let items = preview.content.unknown.sorted { $0.key < $1.key }.map { label, count in
      tag(
        "li", tag("code", .text("#\(PersonalNumber.masked(label))")), .text(", \(Words.count(count, "post", "poster"))")
      )
    }
    return .joined([
      tag("h2", .text("Poster som inte hör till SIE")),
      tag("p", .text("Programmet som skrev filen har lagt till dem. De sparas som de är men påverkar inga siffror.")),
      tag("ul", each: items),
    ])
  }
}
