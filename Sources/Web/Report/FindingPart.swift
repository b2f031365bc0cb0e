import Association
import Ledger
import Press
import Report
import Store

/// One finding: how grave, what stands and what was expected, how it is mended, why it may stand.
struct FindingPart {
  let finding: Finding
  let place: FindingPlace
  /// The mend that can be put in the text beside it; nil where somebody must think.
  var mend: Mend?
  let year: Int
  /// Where an answer leads back to: `kapitel:handelser`, or empty for the list of all.
  let back: String
  let asked: Asked

  func item() -> HTML {
    let measured = FindingsPart.measured(finding)
    return tag(
      "li", [.class(finding.answer == nil ? "finding" : "finding answered"), .id(FindingPart.id(finding))],
      tag(
        "p", [.class("head")], ReportWords.severity(finding.severity, isAnswered: finding.answer != nil),
        .raw(" "), standing()),
      tag("p", .text(finding.message)),
      measured.isEmpty ? .empty : tag("p", [.class("quiet")], .text(measured)),
      tag("p", [.class("how")], tag("strong", .text("Gör så här: ")), .text(FindingsPart.mend(finding.code))),
      mendButton(), answer())
  }

  private func standing() -> HTML {
    place.path.map { tag("a", [.href(.path($0))], .text(place.words)) }
      ?? tag("span", [.class("quiet")], .text(place.words))
  }

  /// An id that is the same as long as the finding is.
  static func id(_ finding: Finding) -> String {
    let letters = "\(finding.code)-\(finding.place)".unicodeScalars.map { scalar -> Unicode.Scalar in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? scalar : "-"
    }
    return "anm-" + String(String.UnicodeScalarView(letters))
  }

  private func mendButton() -> HTML {
    guard let mend else { return .empty }
    return tag(
      "p",
      tag(
        "button",
        [
          .class("secondary"), .other("type", "submit"), .other("form", "kapitelform"),
          .other("formaction", Addresses.chapterPreview.path(Pair(year, chapterID))), .other("name", "ratta"),
          .other("value", "\(finding.code) \(finding.place)"), .other("data-stands", mend.stands),
          .other("data-replacement", mend.replacement),
        ], .text("Byt \(mend.stands) mot \(mend.replacement)")))
  }

  private var chapterID: String { String(back.split(separator: ":", maxSplits: 1).last ?? "") }

  private func answer() -> HTML {
    let said = finding.answer.map { answer in
      tag("p", [.class("answer")], .text("Besvarad av \(answer.by) \(answer.on.text): \(answer.reason)"))
    }
    guard Access.bookkeepers.admits(asked.user) else { return said ?? .empty }
    let id = FindingPart.id(finding) + "-skal"
    let form = FormPart.form(
      to: Addresses.findings.path(year), asked.visitor,
      each: [
        FormPart.hidden("kod", finding.code), FormPart.hidden("plats", finding.place),
        FormPart.hidden("tillbaka", back),
        tag(
          "div", [.class("field")],
          tag("label", [.other("for", id)], .text("Varför får det stå så?")),
          tag(
            "textarea", [.id(id), .other("name", "skal"), .other("rows", "3")],
            .text("\n" + (finding.answer?.reason ?? "")))),
        tag(
          "div", [.class("toolbar")], FormPart.button("Spara svaret", kind: "secondary"),
          finding.answer == nil
            ? .empty : FormPart.button("Ta tillbaka svaret", name: "ta-tillbaka", value: "ja", kind: "plain")),
      ])
    let summary = tag(
      "summary", .text(finding.answer == nil ? "Svara i stället" : "Ändra svaret"),
      tag("span", [.class("unseen")], .text(", \(place.words)")))
    return (said ?? .empty) + tag("details", summary, form)
  }
}
