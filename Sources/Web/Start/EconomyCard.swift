import Desk
import Ledger
import Press
import Report

/// Result, cash and equity against the cap, each leading down to what it is made of.
struct EconomyCard {
  let economy: EconomyNow
  let today: CalendarDate

  private var year: Int { economy.year.number }

  var html: HTML {
    tag(
      "section", [.class("card economy")], tag("h2", .text("Ekonomin \(year)")),
      tag("p", [.class("quiet")], .text(period)),
      tag(
        "dl", [.class("economy")],
        each: [
          row(economy.result < .zero ? "Underskott" : "Överskott", economy.result.magnitude, "arets-resultat"),
          row("Likvida medel", economy.cash, "likvida-medel"), row("Eget kapital", economy.equity, "eget-kapital"),
        ] + (economy.cap.map { [row("Rekommenderat tak", $0, "eget-kapital-tak")] } ?? [])),
      economy.cap.map(cap)
        ?? tag("p", .text("Taket kan inte räknas ut än: \(economy.missingBaseWords).")))
  }

  private func cap(_ cap: Money) -> HTML {
    let distance = economy.isOver ? economy.equity - cap : cap - economy.equity
    return tag(
      "p", [.class(economy.isOver ? "warning" : "")],
      .text("Eget kapital är \(Numerals.kronor(distance)) \(economy.isOver ? "över" : "under") taket."))
      + tag(
        "details", tag("summary", .text("Så räknas taket")),
        tag(
          "p",
          .text(
            "\(economy.capWords) blir \(Numerals.kronor(cap)). Underlaget är \(economy.baseWords), "
              + "\(Numerals.kronor(economy.base)).")),
        tag(
          "p",
          tag(
            "a", [.href(.path(Addresses.figure.path(Pair(year, "eget-kapital-tak"))))],
            .text("Taket i årsredovisningen \(year), led för led"))))
  }

  private var period: String {
    guard let month = economy.month else { return "Inget är bokfört än." }
    let isRunning = today <= economy.year.last
    return isRunning ? "Bokfört till och med \(MonthName.text(month))." : "Hela året, enligt bokföringen."
  }

  private func row(_ words: String, _ amount: Money, _ figure: String) -> HTML {
    tag(
      "div", tag("dt", .text(words)),
      tag(
        "dd",
        tag(
          "a", [.class("amount"), .href(.path(Addresses.figure.path(Pair(year, figure))))],
          .text(Numerals.kronor(amount)))))
  }
}
