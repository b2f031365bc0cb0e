import Desk
import Ledger
import Press
import Review
import Store

/// The pages of reviewed reports: one with its text and what was found beside it, many as a table, and one that could
/// not be read.
enum ReviewedPage {
  static let trail = Page.Link("Granska en årsredovisning", Addresses.reviews.path())

  /// `Samordningsförbundet Provet, 2023 (rapport.pdf)`.
  static func words(_ file: ReviewedFile) -> String {
    guard let report = file.review?.report else { return file.name }
    let name = [report.organisation, report.year.map { "\($0)" }].compactMap { $0 }.joined(separator: ", ")
    return name.isEmpty ? file.name : "\(name) (\(file.name))"
  }

  static func one(
    _ file: ReviewedFile, _ review: Review, across: [Finding], against: [Int: [Int]], _ place: Pair<Int64, Int64>,
    _ job: ReviewJob, isBookkeeper: Bool, _ visitor: Visitor
  ) -> Page {
    Page(
      title: ReviewPress.title(review, source: file.name), section: .reviews, trail: trail(of: job), isWide: true,
      main: .joined([
        tag("p", [.class("lead")], .text(ReviewPress.summary(review, across))),
        review.report.isCut
          ? tag("p", .text("Texten är längre än vad som läses; resten är inte granskad.")) : .empty,
        tag(
          "p", [.class("toolbar")],
          isBookkeeper
            ? tag(
              "a", [.class("button"), .href(.path(Addresses.reviewedHistory.path(place)))],
              .text("Ta in siffrorna i boken")) : .empty,
          tag(
            "a", [.href(.path(Addresses.reviewedReport.path(place, query: [("form", "json")])))],
            .text("Hämta allt läst som JSON"))),
        throwing(job, visitor),
        ReviewPress.body(review, acrossYears: across, checkedAgainst: against),
      ]))
  }

  static func unread(_ file: ReviewedFile, _ job: ReviewJob, _ visitor: Visitor) -> Page {
    guard case .unread(let sentence) = file.outcome else { preconditionFailure("The page is of what was not read.") }
    return Page(
      title: "\(file.name) kunde inte läsas", section: .reviews, trail: trail(of: job),
      main: .joined([
        tag(
          "div", [.class("faults"), .role("alert"), .tabIndex(-1), .id("fel")],
          tag("h2", .text("Filen är inte granskad")), tag("p", .text(sentence))),
        tag("p", tag("a", [.href(.path(Addresses.reviews.path()))], .text("Välj en annan fil"))),
      ]))
  }

  static func many(_ job: ReviewJob, _ visitor: Visitor) -> Page {
    let heads = [
      "Rapport", "År", "Anmärkningar", "Intäkter", "Kostnader", "Årets resultat", "Eget kapital", "Soliditet, %",
    ]
    let names = ["operating_income", "operating_costs", "result_for_year", "equity", "solidity_percent"]
    let rows = (1...max(job.fileCount, 1)).compactMap { number -> HTML? in
      guard let (file, across) = job.file(Int64(number)) else { return nil }
      let link = tag(
        "th", [.scope(.row)],
        tag("a", [.href(.path(Addresses.reviewedReport.path(Pair(job.id, Int64(number)))))], .text(words(file))))
      guard let review = file.review else {
        return tag("tr", link, tag("td", [.columns(heads.count - 1)], .text("Kunde inte läsas.")))
      }
      let figures = Dictionary(review.keyFigures.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      let cells =
        [review.report.year.map { "\($0)" } ?? "–", "\(review.findings.count + across.count)"]
        + names.map { (figures[$0] ?? nil)?.text ?? "–" }
      return tag(
        "tr",
        each: [link]
          + zip(heads.dropFirst(), cells).map { head, cell in
            tag("td", [.class("number"), .other("data-label", head)], .text(cell))
          })
    }
    let unread = job.files.count { $0.review == nil }
    return Page(
      title: "\(job.fileCount) granskade rapporter", section: .reviews, trail: [trail], isWide: true,
      main: .joined([
        tag(
          "p", [.class("lead")],
          .text(
            "Nyckeltalen så som de står i rapporterna, i kronor. Flera rapporter från samma förbund är också jämförda med "
              + "varandra."
              + (unread == 0 ? "" : " \(unread == 1 ? "1 fil" : "\(unread) filer") kunde inte läsas."))),
        tag(
          "p", [.class("toolbar list-tools")],
          tag(
            "a", [.class("button"), .href(.path(Addresses.review.path(job.id, query: [("form", "csv")])))],
            .text("Hämta som CSV")),
          tag("a", [.href(.path(Addresses.review.path(job.id, query: [("form", "json")])))], .text("JSON"))),
        throwing(job, visitor),
        ListPart.scroll(
          "Nyckeltal per rapport",
          tag(
            "table", [.class("list cards-on-phone")],
            tag("caption", [.class("unseen")], .text("Nyckeltal per rapport, i den ordning filerna valdes")),
            tag(
              "thead",
              tag(
                "tr",
                each: heads.enumerated().map {
                  tag("th", [.scope(.column), .class($0.offset == 0 ? "" : "number")], .text($0.element))
                })),
            tag("tbody", each: rows))),
      ]))
  }

  /// The sending's own page, where it has several reports.
  private static func trail(of job: ReviewJob) -> [Page.Link] {
    job.fileCount == 1
      ? [trail] : [trail, Page.Link("\(job.fileCount) rapporter", Addresses.review.path(job.id))]
  }

  private static func throwing(_ job: ReviewJob, _ visitor: Visitor) -> HTML {
    FormPart.form(
      to: Addresses.reviewRemoval.path(job.id), visitor,
      each: [
        tag(
          "p", [.class("hint")],
          .text(
            "Det lästa är arbetsmaterial som bara du ser, och kan ha antal som är för små för att publiceras. ")),
        FormPart.button("Kasta det lästa", kind: ""),
      ])
  }
}
