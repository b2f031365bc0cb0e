import Desk
import Ledger
import Press
import Report
import Store

/// What stands in the way of a file, or that nothing does: at the top of its preview, before the button.
enum ObstaclePart {
  static func html(_ preview: ImportPreview) -> HTML {
    guard !preview.obstacles.isEmpty else {
      let remarks = preview.remarks.filter { $0.severity == .warning }.reduce(0) { $0 + $1.count }
      let looking =
        remarks == 0
        ? "Stäm av de sex summorna nedan mot byråns papper och läs sedan in filen."
        : "Stäm av de sex summorna nedan mot byråns papper, och titta på \(Words.count(remarks, "varning", "varningar")), innan du läser in filen."
      return tag(
        "p", [.class("notice")], tag("strong", .text("Inget hindrar att filen läses in.")), .raw(" "), .text(looking))
    }
    return tag(
      "div", [.class("faults"), .role("alert"), .tabIndex(-1), .id("fel")],
      tag("h2", .text("Filen kan inte läsas in")),
      tag("ul", each: preview.obstacles.map { tag("li", item($0)) }))
  }

  private static func item(_ obstacle: ImportObstacle) -> HTML {
    switch obstacle {
    case .unreadable(let sentence), .refused(let sentence): return .text(sentence)
    case .faults(let count):
      return .text(
        "Filen har \(Words.count(count, "fel", "fel")) som måste rättas i programmet som skrev den. ")
        + tag("a", [.href(.fragment("anmarkningar"))], .text("Läs vad som är fel, rad för rad")) + .text(".")
    case .yearMissing:
      return .text("Filen säger inte vilket räkenskapsår saldona gäller. Skriv året i fältet nedan.")
    case .otherAssociation(let have, let got):
      return .text(
        "Filen gäller organisationsnummer \(got), men den här boken är \(have). Kontrollera att det är rätt fil.")
    case .yearOverlaps(let year, let existing):
      return .text(
        "Filens räkenskapsår \(year.text) överlappar \(existing.text), som finns i boken. Kontrollera filens "
          + "räkenskapsår (#RAR) i programmet som skrev den.")
    case .yearClosed(let year):
      return .text("Räkenskapsåret \(year.text) är stängt, och filen har verifikationer i det. ")
        + link(year, "Se året och öppna det, om det ska ändras") + .text(".")
    case .monthsClosed(let months, let count):
      let names = months.map { MonthName.text($0) }.joined(separator: ", ")
      return .text(
        "\(Words.count(count, "verifikation", "verifikationer")) i filen ligger i en stängd period (\(names)). Öppna "
          + "perioden, eller exportera en fil som börjar efter den. ")
        + tag("a", [.href(.path(Addresses.years.path()))], .text("Se räkenskapsåren")) + .text(".")
    case .openingsDiffer(let year, let openings): return differing(year, openings)
    case .alreadyImported(let receipt):
      return .text("Exakt samma fil är redan inläst: ") + link(receipt)
        + .text(". Inget behöver göras. Ska den läsas in på nytt, ångra först den inläsningen.")
    case .overlaps(let receipt, let first, let last):
      let numbers =
        first == last ? "Verifikation \(first.text)" : "Verifikationer mellan \(first.text) och \(last.text)"
      return .text("\(numbers) finns redan i boken")
        + (receipt.map { .text(", ur ") + link($0) } ?? .text(", bokförda här"))
        + .text(
          receipt == nil
            ? ". Exportera en fil som börjar efter dem."
            : ". Exportera en fil som börjar efter dem, eller ångra den inläsningen och läs in den här i stället.")
    }
  }

  private static func differing(_ year: FiscalYear, _ openings: [ImportObstacle.Opening]) -> HTML {
    let shown = openings.prefix(10).map { opening in
      tag(
        "li",
        .text(
          "Konto \(opening.account): \(Numerals.ore(opening.have)) i boken, \(Numerals.ore(opening.got)) i filen"))
    }
    let rest =
      openings.count > 10
      ? [tag("li", .text("och \(Words.count(openings.count - 10, "konto", "konton")) till"))] : []
    return .text("Året \(year.text) börjar med andra balanser i boken än i filen. Ta reda på vilka som är rätt:")
      + tag("ul", each: shown + rest)
  }

  private static func link(_ receipt: ImportReceipt) -> HTML {
    tag(
      "a", [.href(.path(Addresses.importReceipt.path(receipt.sequence)))],
      .text("\(receipt.name), inläst \(SwedishTime.day(receipt.moment)) av \(receipt.actor.name)"))
  }

  private static func link(_ year: FiscalYear, _ words: String) -> HTML {
    tag("a", [.href(.path(Addresses.year.path(year.number)))], .text(words))
  }
}
