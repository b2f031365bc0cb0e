import Ledger
import Press
import Store

/// The report's desk as a page.
struct ReportPage {
  let progress: ReportProgress
  /// The years of the book.
  let years: [Int]
  let versions: [ReportVersion]
  /// How many comments on its chapters and figures have not ended.
  let openCommentCount: Int
  let canWrite: Bool
  /// Whether last year has texts that can be copied.
  let hasLastYear: Bool

  private var year: Int { progress.year }

  func page() -> Page {
    Page(
      title: "Årsredovisning \(year)", section: .report, isWide: true, scripts: ["report.js"],
      main: HTML.joined([
        yearSwitch(), standing(), tools(),
        tag("div", [.class("columns")], chapters(), tag("div", [.class("aside")], files(), board(), more())),
      ]))
  }

  private func yearSwitch() -> HTML {
    guard years.count > 1 else { return .empty }
    let items = years.map { number in
      tag(
        "li",
        tag(
          "a",
          [.href(.path(Addresses.report.path(number)))] + (number == year ? [.other("aria-current", "page")] : []),
          .text("\(number)")))
    }
    return tag("nav", [.class("pages"), .label("Räkenskapsår")], tag("ul", each: items))
  }

  private func standing() -> HTML {
    let draft =
      progress.isDraft
      ? tag("span", [.class("badge warn")], .text("Utkast")) : tag("span", [.class("badge good")], .text("Utan fel"))
    return tag(
      "section", [.class("standing"), .label("Hur långt årsredovisningen har kommit")],
      tag("p", [.class("lead")], tag("strong", .text(progress.words)), .raw(" "), draft),
      tag(
        "progress",
        [
          .label(progress.words), .other("max", "\(max(progress.count, 1))"),
          .other("value", "\(progress.readyCount)"),
        ], .text(progress.words)),
      progress.rest.isEmpty ? .empty : tag("p", .text(progress.rest)),
      progress.isDraft
        ? tag(
          "p", [.class("hint")],
          .text("Den heter utkast tills varje fel är rättat eller besvarat."))
        : .empty)
  }

  private func tools() -> HTML {
    var links = [
      (words: "Läs den som den trycks", path: Addresses.printedReport.path(year)),
      (words: "Alla anmärkningar", path: Addresses.findings.path(year)),
      (words: "Siffror", path: Addresses.figures.path(year)),
      (words: "Uppgifter om rapporten", path: Addresses.reportFacts.path(year)),
    ]
    if canWrite, hasLastYear {
      links.append((words: "Hämta texter från \(year - 1)", path: Addresses.lastYearsTexts.path(year)))
    }
    return tag(
      "div", [.class("toolbar")],
      each: links.map { tag("a", [.class("button"), .href(.path($0.path))], .text($0.words)) })
  }

  private func chapters() -> HTML {
    func heading(_ words: String) -> HTML { tag("th", [.scope(.column)], .text(words)) }
    return tag(
      "div",
      tag(
        "table", [.class("list cards-on-phone parts")], tag("caption", .text("Delar, i mallens ordning")),
        tag(
          "thead",
          tag(
            "tr", heading("Del"), heading("Läge"), heading("Anmärkningar"), heading("Kommentarer"),
            versions.isEmpty ? .empty : heading("Sedan styrelsen såg den"))),
        tag("tbody", each: progress.parts.map(row))))
  }

  private func row(_ part: ReportProgress.Part) -> HTML {
    tag(
      "tr", [.class(part.level == 1 ? "one" : part.level == 2 ? "two" : "three")],
      tag(
        "th", [.scope(.row)],
        tag("a", [.href(.path(part.path))], .text(ReportWords.title(part.number, part.title)))),
      tag("td", [.other("data-label", "Läge")], ReportWords.state(part.state)),
      cell("Anmärkningar", findings(part)), cell("Kommentarer", ReportWords.count(part.commentCount)),
      versions.isEmpty
        ? .empty
        : part.isChangedSinceBoard
          ? tag(
            "td", [.other("data-label", "Sedan styrelsen såg den")],
            tag("span", [.class("badge warn")], .text("Ändrad")))
          : cell("Sedan styrelsen såg den", "–"))
  }

  /// A cell with its heading for a phone, where one that has nothing to say is left out.
  private func cell(_ label: String, _ words: String) -> HTML {
    tag("td", [.class(words == "–" ? "nothing" : ""), .other("data-label", label)], .text(words))
  }

  private func findings(_ part: ReportProgress.Part) -> String {
    let words = [
      part.errorCount > 0 ? "\(part.errorCount) fel" : "",
      part.warningCount > 0 ? "\(part.warningCount) att se efter" : "",
    ].filter { !$0.isEmpty }
    return words.isEmpty ? "–" : words.joined(separator: ", ")
  }

  private func files() -> HTML {
    let kinds = [("pdf", "PDF för arkiv och underskrift"), ("html", "Webbsida i en fil"), ("json", "Data (JSON)")]
    return tag(
      "section", [.labelled(by: "filer")], tag("h2", [.id("filer")], .text("Filer")),
      tag(
        "ul",
        each: kinds.map { kind, words in
          tag(
            "li",
            tag(
              "a", [.href(.path(Addresses.reportFile.path(Pair(year, kind)))), .other("data-file", words)], .text(words)
            ))
        }),
      tag("p", [.id("filbesked"), .role("status"), .class("hint")], .text("PDF-filen tar några sekunder att göra.")))
  }

  private func board() -> HTML {
    let last = versions.last.map { version in
      tag(
        "p",
        tag(
          "a", [.href(.path(Addresses.version.path(Pair(year, version.sequence))))],
          .text("\(version.name): vad som har ändrats sedan dess")))
    }
    return tag(
      "section", [.labelled(by: "styrelsen")], tag("h2", [.id("styrelsen")], .text("Vad styrelsen har sett")),
      last ?? tag("p", .text("Ingen version är sparad än.")),
      tag("p", tag("a", [.href(.path(Addresses.versions.path(year)))], .text("Alla sparade versioner"))))
  }

  private func more() -> HTML {
    let open = openCommentCount
    return tag(
      "section", [.labelled(by: "samtal")], tag("h2", [.id("samtal")], .text("Kommentarer och frågor")),
      tag(
        "p",
        tag(
          "a", [.href(.path(Addresses.comments.path()))],
          .text(
            open == 0
              ? "Inga öppna kommentarer om kapitel eller siffror"
              : open == 1
                ? "En öppen kommentar om kapitel och siffror" : "\(open) öppna kommentarer om kapitel och siffror"))))
  }
}
