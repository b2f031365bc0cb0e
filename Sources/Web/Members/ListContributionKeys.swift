import Association
import Ledger
import Press
import Store

/// The keys by which members pay, the latest first.
enum ListContributionKeys {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let association = try asked.store.association()
    let keys = association.contributionKeys.sorted { $1.validFrom < $0.validFrom }
    let rows = keys.map { key in
      tag(
        "tr",
        tag(
          "th", [.scope(.row)],
          tag(
            "a", [.href(.path(Addresses.contributionKey.path(key.validFrom.text)))], .text("Från \(key.validFrom.text)")
          )),
        MoneyPart.cell(
          "Kommunerna delar efter",
          .text(key.population.map { "invånare \($0.year)" } ?? "överenskomna delar")),
        MoneyPart.cell("Avrundas till", .text(MemberWords.unit(key.unitOre))),
        MoneyPart.cell("Beslut", .text(MemberWords.decision(key.decision))))
    }
    let columns = [("Gäller", false), ("Kommunerna delar efter", false), ("Avrundas till", false), ("Beslut", false)]
    return .page(
      Page(
        title: "Fördelningsnycklar", section: .members, trail: MemberWords.trail(WorkingYear.of(asked)),
        main: .joined([
          tag(
            "p",
            .text(
              "Staten betalar hälften, regionerna en fjärdedel och kommunerna en fjärdedel (5 § lagen 2003:1210 om "
                + "finansiell samordning). En nyckel gäller från sin dag tills nästa börjar.")),
          Access.bookkeepers.admits(asked.user)
            ? tag(
              "p", [.class("toolbar")],
              tag(
                "a", [.class("button primary"), .href(.path(Addresses.newContributionKey.path()))], .text("Ny nyckel")))
            : .empty,
          rows.isEmpty
            ? tag("p", [.class("empty")], .text("Förbundet har ingen fördelningsnyckel än."))
            : MemberTable.table("Fördelningsnycklarna", columns, rows: rows),
        ])))
  }
}
