import Desk
import Ledger
import Press
import Report
import Store

/// The year end before it is done: what will happen, what speaks against it, the accounts, and the button.
struct YearEndPage {
  let book: YearBook
  let plan: YearEndPlan
  let obstacles: [YearEndObstacle]
  let form: YearEndForm
  let chart: Chart
  let asked: Asked

  var page: Page {
    Page(
      title: "Bokslut för \(book.number)", section: .years,
      trail: [
        Page.Link("Räkenskapsår", Addresses.years.path()),
        Page.Link("\(book.number)", Addresses.year.path(book.number)),
      ],
      print: Page.PrintHead(period: book.year.text),
      main: .joined([FormPart.summary(of: form.faults), effects, against, deed, openings]))
  }

  private var effects: HTML {
    let carried =
      plan.toCarry == .zero
      ? "\(told) är redan fört till eget kapital i boken, så ingen verifikation behövs."
      : "\(told) förs till eget kapital: \(Numerals.ore(plan.toCarry)) från konto \(plan.accounts.result.text) till "
        + "konto \(plan.accounts.yearResult.text), med en verifikation i serie \(form.series) daterad \(book.year.last.text)."
    let next = book.year.following
    return tag(
      "section", tag("h2", .text("Det här händer")),
      tag(
        "ol", tag("li", .text(carried)),
        tag("li", .text("\(book.number) stängs och öppnas inte igen. Det som behöver rättas rättas i \(next.number).")),
        tag(
          "li",
          .text(
            "\(next.number) öppnas med de utgående balanserna. Årets resultat ligger då på konto "
              + "\(plan.accounts.retained.text).")),
        tag("li", .text("\(book.number) finns kvar som jämförelseår i årsredovisningen för \(next.number)."))))
  }

  private var told: String {
    let words = plan.result == .zero ? "Resultatet" : plan.result > .zero ? "Överskottet" : "Underskottet"
    return "\(words) \(Numerals.ore(plan.result.magnitude))"
  }

  private var against: HTML {
    guard !obstacles.isEmpty else {
      return tag("section", tag("h2", .text("Det som talar emot")), tag("p", .text("Ingenting.")))
    }
    return tag(
      "section", tag("h2", .text("Det som talar emot")),
      tag("ul", [.class("against")], each: obstacles.map { tag("li", sentence($0)) }))
  }

  private func sentence(_ obstacle: YearEndObstacle) -> HTML {
    func link(_ words: String, _ path: String) -> HTML { tag("a", [.href(.path(path))], .text(words)) }
    switch obstacle {
    case .earlierYearOpen(let year):
      return link("\(year.number)", Addresses.year.path(year.number))
        + .text(" är varken avslutat eller stängt. Börja med det äldsta året.")
    case .notOver(let year): return .text("Året är inte slut än: sista dagen är \(year.last.text).")
    case .drafts(let count):
      return link(count == 1 ? "Ett utkast" : "\(count) utkast", Addresses.drafts.path())
        + .text(
          count == 1
            ? " är daterat i året och går inte att bokföra i det sedan. Bokför eller kasta det först."
            : " är daterade i året och går inte att bokföra i det sedan. Bokför eller kasta dem först.")
    case .findings(let count):
      return link(count == 1 ? "Ett fel" : "\(count) fel", Addresses.findings.path(book.number))
        + .text(
          " i årsredovisningen är varken \(count == 1 ? "rättat eller besvarat" : "rättade eller besvarade"). Ett som sitter i bokföringen rättas före bokslutet."
        )
    case .monthsOpen(let count):
      return link(count == 1 ? "En månad" : "\(count) månader", Addresses.year.path(book.number))
        + .text(count == 1 ? " är öppen. Den stängs med året." : " är öppna. De stängs med året.")
    case .lastMonthClosed(let month):
      return .text(
        "\(MonthName.capital(month)) är stängd. Den öppnas för bokslutets verifikation, med skälet ”Bokslut för "
          + "\(book.number)” i historiken, och stängs med året.")
    case .openingDiffers(let differences):
      let rows = differences.prefix(10).map { difference in
        tag(
          "li",
          .text(
            "Konto \(difference.account.text): \(Numerals.ore(difference.have)) i \(book.year.following.number), men "
              + "\(Numerals.ore(difference.expected)) efter bokslutet."))
      }
      return .text(
        "\(book.year.following.number) har redan ingående balanser, och de är andra än de som bokslutet ger på "
          + "\(differences.count == 1 ? "ett konto" : "\(differences.count) konton"). Rätta det år som är fel, eller stäng "
          + "\(book.number) utan bokslut om det är gjort i ett annat program.")
        + tag("ul", each: Array(rows))
    }
  }

  private var deed: HTML {
    let stops = obstacles.contains(where: \.stops)
    let hints = [
      "Ett konto som bara för över resultatet och inte räknas i resultaträkningen.",
      "I eget kapital. Här står årets resultat när året är slut.",
      "I eget kapital. Hit kommer årets resultat när nästa år börjar.",
    ]
    let labels = [
      "Resultatet förs från konto", "till konto för årets resultat", "och i nästa år till balanserat resultat",
    ]
    let fields = zip(zip(YearEndForm.fields, labels), zip(form.typed, hints)).map { name, rest in
      let account = chart[AccountNumber(rest.0)]?.name ?? ""
      return FormPart.field(
        FormPart.Field(
          name: name.0, label: name.1, value: rest.0, hint: (account.isEmpty ? "" : "\(account). ") + rest.1,
          isRequired: true, inputMode: "numeric"), faults: form.faults)
    }
    let series = FormPart.field(
      FormPart.Field(
        name: YearEndForm.seriesField, label: "Verifikationens serie", value: form.series,
        hint: "Serien som ni själva bokför i, inte en som ett annat program har för bank eller leverantörer.",
        isRequired: true), faults: form.faults)
    return tag(
      "section", tag("h2", .text("Konton och serie")),
      FormPart.form(
        to: Addresses.yearEnd.path(book.number), asked.visitor,
        each: [tag("div", [.class("accounts")], each: fields + (plan.toCarry == .zero ? [] : [series])), confirmation]
          + (stops ? [] : [FormPart.button("Avsluta \(book.number) och öppna \(book.year.following.number)")])))
  }

  private var confirmation: HTML {
    guard !obstacles.isEmpty, !obstacles.contains(where: \.stops) else { return .empty }
    let fault = form.faults.first { $0.field == "bekrafta" }
    return .joined([
      fault.map { tag("p", [.class("fault"), .id("bekrafta-fel")], .text($0.message)) } ?? .empty,
      FormPart.box(
        "bekrafta", "Jag har läst det som talar emot och gör bokslutet ändå",
        isTicked: asked.form.has("bekrafta")),
    ])
  }

  private var openings: HTML {
    let rows = plan.openings.map { opening in
      tag(
        "tr", tag("th", [.scope(.row)], .text(opening.account.text)), tag("td", .text(opening.name)),
        tag("td", [.class("number")], .text(Numerals.ore(opening.amount))))
    }
    return tag(
      "details", tag("summary", .text("Ingående balanser \(book.year.following.number)")),
      tag(
        "div", [.class("scroll")],
        tag(
          "table", [.class("list")],
          tag("caption", .text("Så här öppnar \(book.year.following.number). Skulder och eget kapital är minus.")),
          tag(
            "thead",
            tag(
              "tr", tag("th", [.scope(.column)], .text("Konto")), tag("th", [.scope(.column)], .text("Namn")),
              tag("th", [.scope(.column), .class("number")], .text("Belopp")))),
          tag("tbody", each: rows))))
  }
}
