import Ledger
import Press
import Report
import Store

/// The words and small pieces that the report's pages have in common.
enum ReportWords {
  static func state(_ state: ReportProgress.State) -> HTML {
    switch state {
    case .ready: tag("span", [.class("badge good")], .text("Klar"))
    case .written: tag("span", [.class("badge")], .text("Skriven"))
    case .missing: tag("span", [.class("badge alarm")], .text("Saknas"))
    case .automatic: tag("span", [.class("badge good")], .text("Görs av sig själv"))
    case .leftOut: tag("span", [.class("badge")], .text("Trycks inte"))
    }
  }

  /// The same in a sentence.
  static func sentence(_ state: ReportProgress.State) -> String {
    switch state {
    case .ready(let by, let at): "Märkt som klar av \(by) \(SwedishTime.day(at))."
    case .written: "Kapitlet har en text, som ingen har märkt som klar."
    case .missing: "Lagen kräver kapitlet, men det saknar text. Finns inget att säga, skriv det med en mening."
    case .automatic: "Kapitlet görs av bokföringen och uppgifterna. Du kan lägga till en egen text."
    case .leftOut: "Kapitlet är frivilligt och trycks först när det har en text."
    }
  }

  static func severity(_ severity: Diagnostic.Severity, isAnswered: Bool) -> HTML {
    if isAnswered { return tag("span", [.class("badge")], .text("Besvarad")) }
    return switch severity {
    case .error: tag("span", [.class("badge alarm")], .text("Fel"))
    case .warning: tag("span", [.class("badge warn")], .text("Varning"))
    case .note: tag("span", [.class("badge")], .text("Upplysning"))
    }
  }

  /// The year's report, for the trail above a page.
  static func trail(_ year: Int) -> [Page.Link] { [Page.Link("Årsredovisning \(year)", Addresses.report.path(year))] }

  /// A number and its title, `1.3 Händelser`.
  static func title(_ number: String, _ title: String) -> String { number.isEmpty ? title : "\(number) \(title)" }

  /// So many of something, or a dash where there is none.
  static func count(_ count: Int) -> String { count == 0 ? "–" : "\(count)" }
}
