import Press
import Report
import Store

/// A chapter's page: the text to the left, what it becomes to the right, and beside them what the checks and the
/// readers have to say. On a narrow screen they stand after one another.
struct ChapterPage {
  let view: ChapterView
  let asked: Asked
  /// What an act that saved nothing has to say.
  var notice = ""

  private var canWrite: Bool { Access.bookkeepers.admits(asked.user) && view.chapter.isWritten }
  private var place: Pair<Int, String> { Pair(view.year, view.chapter.id) }

  func page() -> Page {
    Page(
      title: ReportWords.title(view.chapter.number, view.chapter.title), section: .report,
      trail: ReportWords.trail(view.year), isWide: true, scripts: ["report.js"],
      main: HTML.joined([
        FormPart.summary(of: view.faults + view.talkDraft.faults),
        notice.isEmpty ? .empty : tag("p", [.class("warning"), .role("status")], .text(notice)),
        view.conflict.map(conflict) ?? .empty, standing(),
        tag(
          "div", [.class(canWrite ? "writing" : "columns")], canWrite ? editor() : .empty, preview(),
          tag("div", [.class("margin")], canWrite ? FigurePicker.panel(year: view.year) : .empty, margin(), talk())),
        neighbours(),
      ]))
  }

  /// What a text that is being written changes, each piece under the id of the one it replaces.
  func pieces() -> HTML {
    HTML.joined([
      tag("template", [.other("data-for", "forhandsvisning")], previewContent()),
      tag("template", [.other("data-for", "anmarkningar")], marginContent()),
      tag("template", [.other("data-for", "samtal")], view.talk.html(asked)),
      tag("template", [.other("data-for", "besked")], .text(notice)),
    ])
  }

  // How it stands.

  private func standing() -> HTML {
    let state = progressState
    return tag(
      "div", [.class("toolbar")], ReportWords.state(state), tag("p", .text(ReportWords.sentence(state))),
      Access.bookkeepers.admits(asked.user) ? markForm() : .empty,
      HistoryLink.html(HistoryLink.chapter(view.chapter.id, year: view.year), for: asked.user))
  }

  private var progressState: ReportProgress.State {
    if let mark = view.mark, mark.isReady { return .ready(by: mark.by, at: mark.at) }
    if view.findings.contains(where: { $0.code == "obligatoriskt-kapitel-saknar-text" && $0.answer == nil }) {
      return .missing
    }
    return !view.text.isEmpty ? .written : view.chapter.isPrinted ? .automatic : .leftOut
  }

  private func markForm() -> HTML {
    let isReady = view.mark?.isReady ?? false
    return FormPart.form(
      to: Addresses.chapterMark.path(place), asked.visitor,
      each: [
        FormPart.button(
          isReady ? "Ta bort märket Klar" : "Märk som klart", name: "lage", value: isReady ? "inte" : "klar",
          kind: "secondary")
      ])
  }

  // The text.

  private func editor() -> HTML {
    tag(
      "section", [.class("editor"), .labelled(by: "text-rubrik")], tag("h2", [.id("text-rubrik")], .text("Texten")),
      FormPart.form(
        to: Addresses.chapter.path(place), asked.visitor, id: "kapitelform",
        each: [
          FormPart.hidden("avtryck", view.digest),
          FormPart.area(
            "text", "Kapitlets text", value: view.text,
            hint: "#### gör en rubrik, en tom rad ett nytt stycke, - en lista, **fet**. Siffror skrivs {{namn}}.",
            rows: 22, faults: view.faults,
            others: [
              .other("spellcheck", "true"), .other("data-preview", Addresses.chapterPreview.path(place)),
              .other("data-unsaved", view.isUnsaved ? "ja" : ""),
            ]),
          tag(
            "div", [.class("toolbar")], FormPart.button("Spara"),
            FormPart.button("Spara och märk som klart", name: "klar", value: "ja", kind: "secondary"),
            tag(
              "button",
              [
                .class("secondary without-script"), .other("type", "submit"),
                .other("formaction", Addresses.chapterPreview.path(place)),
              ], .text("Förhandsgranska")),
            view.conflict == nil
              ? .empty
              : FormPart.button("Lägg den andras text före min", name: "bada", value: "ja", kind: "secondary")),
          tag(
            "p", [.id("besked"), .role("status"), .class("hint")],
            .text(view.isUnsaved ? "Texten är inte sparad." : "")),
        ]),
      lastYear())
  }

  private func lastYear() -> HTML {
    guard !view.lastYearsText.isEmpty else { return .empty }
    return tag(
      "details", [.class("last-year")], tag("summary", .text("Texten i årsredovisningen \(view.year - 1)")),
      tag("div", [.class("words")], .text(view.lastYearsText)))
  }

  private func conflict(_ conflict: ChapterView.Conflict) -> HTML {
    let who = conflict.by.isEmpty ? "" : " Senast ändrat i förbundets texter och uppgifter: \(conflict.by)."
    return tag(
      // Focus is led here; an alert would read both texts out in one breath.
      "section", [.class("faults conflict"), .tabIndex(-1), .id("fel"), .labelled(by: "krock-rubrik")],
      tag("h2", [.id("krock-rubrik")], .text("Någon har ändrat texten medan du skrev")),
      tag(
        "p",
        .text(
          "Din text är inte sparad, men den står kvar i rutan.\(who) Välj: spara det som står i rutan, lägg den andras "
            + "text före din och redigera dem till en, eller behåll den sparade.")),
      tag("h3", .text("Från den sparade texten till din")),
      TextDifference(from: conflict.stored, to: view.text).html(),
      tag(
        "details", tag("summary", .text("Den sparade texten")), tag("div", [.class("words")], .text(conflict.stored))),
      tag(
        "p",
        tag(
          "a", [.href(.path(Addresses.chapter.path(place)))],
          .text("Behåll den sparade texten och släng det som står i rutan"))))
  }

  // What it becomes.

  private func preview() -> HTML {
    tag(
      "section", [.class("preview"), .labelled(by: "forhandsvisning-rubrik")],
      tag(
        "h2", [.id("forhandsvisning-rubrik")], .text(canWrite ? "Så trycks kapitlet" : "Kapitlet")),
      tag("div", [.id("forhandsvisning")], previewContent()))
  }

  private func previewContent() -> HTML {
    let changed =
      view.isUnsaved && view.faults.isEmpty
      ? tag("p", [.class("hint")], .text("Här syns texten som den står i rutan, också det som inte är sparat."))
      : .empty
    return changed + PreviewPart(workbench: view.workbench, year: view.year, chapterID: view.chapter.id).html()
  }

  // What is said of it.

  private func margin() -> HTML {
    tag(
      "section", [.class("findings"), .labelled(by: "anmarkningar-rubrik")],
      tag("h2", [.id("anmarkningar-rubrik"), .tabIndex(-1)], .text("Anmärkningar")),
      tag("div", [.id("anmarkningar")], marginContent()))
  }

  private func marginContent() -> HTML {
    let findings = view.findings
    guard !findings.isEmpty else {
      return tag("p", [.class("quiet")], .text("Kontrollerna har inget att säga om kapitlet."))
    }
    let shown = findings.prefix(ChapterPage.findingCountMax)
    let rest =
      findings.count > shown.count
      ? tag(
        "p", [.class("quiet")],
        .text("Här visas de \(shown.count) första av \(findings.count) anmärkningar. Rätta dem, så visas de nästa."))
      : .empty
    return tag(
      "ul", [.class("finding-list")],
      each: shown.map { finding in
        FindingPart(
          finding: finding,
          place: FindingPlace(finding, in: view.workbench.report, year: view.year, isOnChapter: true),
          mend: canWrite ? view.workbench.mend(of: finding, in: view.text) : nil,
          year: view.year, back: "kapitel:\(view.chapter.id)", asked: asked
        ).item()
      }) + rest
  }

  /// The most findings that stand beside a chapter: each is looked for in the text, to be mended there.
  private static let findingCountMax = 50

  private func talk() -> HTML { tag("div", [.id("samtal")], view.talk.html(asked, draft: view.talkDraft)) }

  private func neighbours() -> HTML {
    let all = DeskChapter.all(in: view.workbench)
    guard let index = all.firstIndex(where: { $0.id == view.chapter.id }) else { return .empty }
    func link(_ words: String, _ chapter: DeskChapter?) -> HTML {
      chapter.map { chapter in
        tag(
          "a", [.href(.path(Addresses.chapter.path(Pair(view.year, chapter.id))))],
          .text("\(words): \(chapter.title)"))
      } ?? .empty
    }
    return tag(
      "nav", [.class("toolbar neighbours"), .label("Kapitlen före och efter")],
      link("Förra", index > 0 ? all[index - 1] : nil), link("Nästa", index + 1 < all.count ? all[index + 1] : nil))
  }
}
