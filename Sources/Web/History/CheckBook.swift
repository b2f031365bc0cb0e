import Desk
import Press
import Report
import Store

/// Reckons the whole book again, and says in words whether something differs.
enum CheckBook {
  static func run(_ asked: Asked, _: Nothing) async throws -> Answer {
    let store = asked.store
    let verification = try await LongWork.run { try store.verify() }
    return .page(
      Page(
        title: verification.isWhole ? "Boken stämmer" : "Boken stämmer inte", section: .history,
        trail: [Page.Link("Historik", Addresses.history.path())],
        print: Page.PrintHead(period: SwedishTime.text(asked.now), unit: "Antal"),
        main: .joined([verdict(verification), facts(verification, asked)])))
  }

  private static func verdict(_ verification: Verification) -> HTML {
    guard !verification.isWhole else {
      return tag(
        "p", [.class("notice")],
        .text(
          "Varje saldo, avtryck, underlag och inläst fil har räknats om, och allt är som när det sparades."))
    }
    return .joined([
      tag(
        "p", [.class("warning")],
        .text(
          "Något i filen har ändrats utanför programmet, eller skadats. Ändra ingenting mer. Spara den här filen och ta "
            + "fram den senaste säkerhetskopian.")),
      tag("h2", .text("Vad som skiljer")),
      tag("ul", each: verification.findings.map { tag("li", .text(Words.sentence($0))) }),
    ])
  }

  private static func facts(_ verification: Verification, _ asked: Asked) -> HTML {
    let pairs = [
      ("Kontrollerad", SwedishTime.text(asked.now)),
      ("Verifikationer", Numerals.whole(Int64(verification.voucherCount))),
      ("Rader i historiken", Numerals.whole(Int64(verification.lineCount))),
      ("Uppgifter", Numerals.whole(Int64(verification.factCount))),
    ]
    return .joined([
      tag("dl", [.class("facts")], each: pairs.map { tag("div", tag("dt", .text($0.0)), tag("dd", .text($0.1))) }),
      tag("h2", .text("Sista avtrycket")),
      tag("p", tag("code", .text(verification.lastHash))),
      tag(
        "p", [.class("quiet")],
        .text(
          "Skriv upp det eller skriv ut sidan. Så länge en senare historik innehåller samma avtryck har inget före det "
            + "ändrats eller klippts bort.")),
    ])
  }
}
