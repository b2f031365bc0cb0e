import Desk
import Ledger
import Press

/// What cannot be written in a SIE file as it stands, and the two ways on.
enum ExportPage {
  static func page(_ year: FiscalYear, type: Int, _ diagnostics: [Diagnostic]) -> Page {
    func path(_ pair: (String, String)) -> String {
      Addresses.sieExport.path(year.number, query: [("typ", "\(type)"), pair])
    }
    let shown = diagnostics.prefix(20)
    return Page(
      title: "Några tecken ryms inte i SIE", section: .imports,
      trail: [Page.Link("Inläsningar", Addresses.imports.path())],
      main: .joined([
        tag(
          "p", [.class("lead")],
          .text(
            "SIE skrivs med teckenuppsättningen PC8, som saknar en del tecken. Boken ändras inte; det gäller bara filen."
          )),
        tag("ul", each: shown.map { tag("li", .text($0.message)) }),
        shown.count < diagnostics.count
          ? tag("p", .text("… och \(Words.count(diagnostics.count - shown.count, "ställe", "ställen")) till."))
          : .empty,
        tag(
          "p", [.class("toolbar")],
          tag(
            "a", [.class("button primary"), .href(.path(path(("anda", "ja"))))],
            .text("Hämta filen, med tecknen ersatta")),
          tag(
            "a", [.class("button"), .href(.path(path(("tecken", "utf-8"))))],
            .text("Hämta i UTF-8, med alla tecken"))),
        tag("p", [.class("hint")], .text("UTF-8 följer inte standarden, men många program läser det.")),
      ]))
  }
}
