import Desk
import Ledger
import Press
import Store

/// A file that the book did not take: why, and that nothing was stored.
enum RefusalPage {
  static func page(_ upload: Upload, _ outcome: ImportOutcome, _ visitor: Visitor) -> Page {
    let errors = outcome.diagnostics.filter { $0.severity == .error }
    var sentences = outcome.refusal.map { [$0.message] } ?? []
    if !errors.isEmpty {
      sentences.append(
        "Filen har \(Words.count(errors.count, "fel", "fel")). De står nedan, rad för rad.")
    }
    let main: [HTML] = [
      tag(
        "div", [.class("faults"), .role("alert"), .tabIndex(-1), .id("fel")],
        tag("h2", .text("Inget har lästs in")),
        tag("ul", each: sentences.map { tag("li", .text($0)) })),
      tag("p", .text("Boken är som den var. Filen väntar kvar, så att du kan granska den igen när hindret är borta.")),
      tag(
        "p", [.class("toolbar")],
        tag(
          "a", [.class("button"), .href(.path(Addresses.upload.path(upload.id.rawValue)))], .text("Granska filen igen")),
        tag("a", [.href(.path(Addresses.imports.path()))], .text("Till inläsningarna"))),
      errors.isEmpty ? .empty : RemarksPart.html(ImportPreview.remarks(errors, counts: [:])),
    ]
    return Page(
      title: "\(upload.name) lästes inte in", section: .imports,
      trail: [Page.Link("Inläsningar", Addresses.imports.path())], main: .joined(main))
  }
}
