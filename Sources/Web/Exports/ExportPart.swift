import Ledger
import Press

/// The forms that the book is written out by. They change nothing, so they are questions, not acts.
enum ExportPart {
  static func html(years: [FiscalYear], visitor: Visitor) -> HTML {
    guard !years.isEmpty else { return .empty }
    let links = years.map { year in
      tag(
        "li",
        .joined(
          [tag("a", [.href(.path(path(year, 4)))], .text("SIE typ 4 för \(year.number)"))]
            + (1...3).map { type in
              .text(type == 1 ? " (eller " : ", ")
                + tag(
                  "a", [.href(.path(path(year, type))), .label("SIE typ \(type) för \(year.number)")],
                  .text("typ \(type)"))
            }), .text(")"))
    }
    let isInsider = Access.insiders.admits(visitor.user)
    return .joined([
      tag("h2", .text("Skriv ut boken som filer")),
      tag(
        "p",
        .text(
          "SIE typ 4 har årets alla verifikationer och kan läsas av varje svenskt bokföringsprogram. Typ 1 till 3 har "
            + "bara saldon: per år, per månad, per objekt.")),
      tag("ul", each: links),
      isInsider
        ? tag(
          "p",
          tag("a", [.href(.path(Addresses.folderExport.path()))], .text("Hela förbundet som en förbundsmapp (zip)")),
          .text(
            ": uppgifter, texter, underlag, alla inlästa filer som de kom och det som är bokfört här. Ur mappen kan boken "
              + "göras om från början."))
        : .empty,
    ])
  }

  static func path(_ year: FiscalYear, _ type: Int) -> String {
    Addresses.sieExport.path(year.number, query: [("typ", "\(type)")])
  }
}
