import Association
import Desk
import Ledger
import Press
import Report
import Statements
import Store

/// The page of the forecast.
struct ForecastPage {
  let asked: Asked
  let association: Association
  /// The insatser that the visitor may see.
  let own: [Insats]
  let request: ForecastRequest
  /// The forecast, with what is tried.
  let forecast: YearForecast
  let faults: [FieldFault]
  /// What was typed of a performer's forecast that could not be kept.
  let draft: Form

  private var isPerformer: Bool { asked.user.role == .performer }
  private var number: Int { forecast.year.number }
  private var frames: [YearForecast.FrameLine] {
    let ids = Set(own.map(\.id))
    return isPerformer ? forecast.frames.filter { ids.contains($0.insatsID) } : forecast.frames
  }

  func page() -> Page {
    Page(
      title: "Prognos \(number)", section: .forecast,
      print: Page.PrintHead(period: "Efter \(MonthName.text(forecast.month))", unit: "Belopp i hela kronor"),
      isWide: true, scripts: ["lists.js"],
      main: .joined([
        FormPart.summary(of: faults), isPerformer ? .empty : lead(), tools(),
        tag("h2", .text("Insatserna mot sina ramar")), insatser(),
        isPerformer ? .empty : tag("h2", .text("Intäkter och kostnader")) + result() + diagram(),
        mayTell ? telling() : .empty, method(),
      ]))
  }

  // What it comes to.

  private func lead() -> HTML {
    let closing = Numerals.kronor(forecast.closingEquity)
    var lines = [
      tag(
        "p", [.class("lead")],
        .text(
          "Eget kapital blir \(closing) vid årets slut, om \(number) fortsätter som det ser ut efter "
            + "\(MonthName.text(forecast.month))."))
    ]
    if let cap = forecast.cap {
      let isOver = forecast.overCap > .zero
      let words =
        isOver
        ? "Det är \(Numerals.kronor(forecast.overCap)) över det rekommenderade taket \(Numerals.kronor(cap)). Så mycket "
          + "behöver beviljas eller betalas tillbaka före årets slut."
        : "Det är \(Numerals.kronor(cap - forecast.closingEquity)) under det rekommenderade taket "
          + "\(Numerals.kronor(cap))."
      lines.append(tag("p", [.class(isOver ? "warning" : "good-news")], .text(words)))
    } else {
      lines.append(
        tag(
          "p", [.class("warning")],
          .text("Taket kan inte räknas ut än: inga intäkter är bokförda eller budgeterade.")))
    }
    if !request.trials.isEmpty {
      lines.append(
        tag(
          "p", [.class("warning")],
          .text(
            "Med det du prövar ändras eget kapital med \(Numerals.kronor(-forecast.tried)), från "
              + "\(Numerals.kronor(forecast.closingEquity + forecast.tried)). Ingenting är sparat.")))
    }
    return .joined(lines)
  }

  private var ownPath: String {
    Addresses.forecast.path(number, query: [(ForecastRequest.Name.month, forecast.month.text)])
  }

  private func tools() -> HTML {
    let months = forecast.year.months.map { (value: $0.text, words: MonthName.capital($0)) }
    return tag(
      "form",
      [.class("filter"), .other("method", "get"), .other("action", Addresses.forecast.path(number)), .id("prova")],
      FormPart.select(
        ForecastRequest.Name.month, "Efter", options: months, chosen: forecast.month.text, faults: faults),
      FormPart.button("Visa", kind: "secondary"),
      tag(
        "button", [.class("plain"), .other("type", "button"), .other("data-print", ""), .other("hidden", "")],
        .text("Skriv ut")))
  }

  private func diagram() -> HTML {
    let source = "Prognosen efter \(forecast.month.text)"
    func figure(_ amount: Money) -> Figure {
      Figure(.amount(amount), origin: .fact(title: "Eget kapital", source: source))
    }
    let known = forecast.months.map { $0.isForecast ? nil : figure($0.equity) }
    let expected = forecast.months.map { $0.isForecast ? figure($0.equity) : nil }
    var series = [
      Diagram.Series(title: "Bokfört", values: known), Diagram.Series(title: "Prognos", values: expected),
    ]
    if let cap = forecast.cap {
      series.append(Diagram.Series(title: "Tak", values: forecast.months.map { _ in figure(cap) }))
    }
    let picture = Diagram(
      id: "prognos", title: "Eget kapital mot taket, månad för månad", form: .bars, unit: .thousands,
      categories: forecast.months.map { String(MonthName.name($0.month).prefix(3)) }, series: series)
    return DiagramPart(picture).html() + monthTable()
  }

  /// The table behind the picture.
  private func monthTable() -> HTML {
    let rows = HTML.written { html in
      for point in forecast.months {
        html.raw("<tr><th scope=\"row\">")
        html.text(MonthName.capital(point.month))
        html.raw("</th>")
        html.kronor(point.equity)
        html.raw("<td>")
        html.text(point.isForecast ? "prognos" : "bokfört")
        html.raw("</td></tr>")
      }
    }
    return tag(
      "details", tag("summary", .text("Visa månaderna som tabell")),
      ListPart.scroll(
        "Eget kapital månad för månad",
        tag(
          "table", [.class("list months")],
          tag("caption", [.class("unseen")], .text("Eget kapital vid varje månads slut")),
          head([("Månad", false), ("Eget kapital", true), ("Enligt", false)]), tag("tbody", rows))))
  }

  private func head(_ headings: [(words: String, isNumber: Bool)]) -> HTML {
    tag(
      "thead",
      tag(
        "tr",
        each: headings.map { heading in
          let kind: [Attribute] = heading.isNumber ? [.class("number")] : []
          return tag("th", [.other("scope", "col")] + kind, .text(heading.words))
        }))
  }

  // The insatser.

  private func insatser() -> HTML {
    guard !frames.isEmpty else {
      return tag("p", [.class("empty")], .text("Ingen insats har en ram eller en kostnad \(number)."))
    }
    var headings = [
      ("Insats", false), ("Beviljat", true), ("Upparbetat", true), ("Prognos", true), ("Kvar", true), ("Enligt", false),
    ]
    if mayTry { headings.append(("Pröva", true)) }
    let rows = HTML.written { html in
      var seen: Set<String> = []
      for frame in frames { write(frame, isFirst: seen.insert(frame.insatsID).inserted, into: &html) }
    }
    let sums = HTML.written { html in
      html.raw("<tr><th scope=\"row\">Summa</th>")
      html.kronor(frames.compactMap(\.granted).sum())
      html.kronor(frames.map(\.drawn).sum())
      html.kronor(frames.map(\.forecast).sum())
      html.kronor(frames.map(\.left).sum())
      html.raw(mayTry ? "<td></td><td></td></tr>" : "<td></td></tr>")
    }
    let table = tag(
      "table", [.class("list forecast")],
      tag("caption", [.class("unseen")], .text("Beviljat, upparbetat, prognos och kvar för varje insats")),
      head(headings),
      tag("tbody", rows), tag("tfoot", sums))
    return ListPart.scroll("Insatserna mot sina ramar", table)
      + (mayTry
        ? tag(
          "p", [.class("toolbar")],
          tag(
            "button", [.class("secondary"), .other("type", "submit"), .other("form", "prova")],
            .text("Pröva beloppen")),
          request.typed.isEmpty
            ? .empty
            : tag(
              "a",
              [.href(.path(ownPath))],
              .text("Ta bort det som prövas")),
          tag(
            "span", [.class("hint")],
            .text("Skriv vad en insats kan få (eller, med minus, lämna) i resten av året. Inget sparas.")))
        : .empty)
  }

  private var mayTry: Bool { !isPerformer }

  private func write(_ frame: YearForecast.FrameLine, isFirst: Bool, into html: inout HTMLWriter) {
    let title = association.title(of: frame)
    let object = ObjectReference(dimension: .insats, object: frame.insatsID)
    let path = frame.insatsID.isEmpty ? nil : ListLink.object(number, object)
    html.raw("<tr><th scope=\"row\">")
    if let path { html.link(title, path) } else { html.text(title) }
    html.raw("</th>")
    if let granted = frame.granted {
      html.kronor(granted)
    } else {
      html.raw("<td class=\"number quiet\">ingen ram</td>")
    }
    if let path { html.kronor(frame.drawn, path: path) } else { html.kronor(frame.drawn) }
    html.kronor(frame.forecast)
    html.raw("<td class=\"number\">")
    html.text(Numerals.whole(frame.left.rounded(toUnitsOf: 100)))
    if frame.isOverrun { html.raw("<div><span class=\"badge alarm\">över ramen</span></div>") }
    html.raw("</td><td>")
    html.text(frame.rule.rawValue)
    html.raw("</td>")
    if mayTry {
      html.raw("<td class=\"number\">")
      // An insats with several receivers is tried as a whole.
      if isFirst, own.contains(where: { $0.id == frame.insatsID }) { html.add(trial(frame.insatsID, title)) }
      html.raw("</td>")
    }
    html.raw("</tr>\n")
  }

  private func trial(_ insatsID: String, _ title: String) -> HTML {
    let field = ForecastRequest.Name.trial + insatsID
    let fault = faults.first { $0.field == field }
    return voidTag(
      "input",
      [
        .id(field), .other("name", field), .other("form", "prova"), .other("inputmode", "text"),
        .other("autocomplete", "off"), .other("size", "10"), .label("Pröva ett belopp för \(title)"),
        .other("value", request.typed[insatsID] ?? ""),
      ] + (fault == nil ? [] : [.other("aria-invalid", "true"), .other("aria-describedby", "fel")]))
  }

  private func result() -> HTML {
    let rows = HTML.written { html in
      for line in forecast.lines {
        html.raw("<tr><th scope=\"row\">")
        html.text(line.title)
        html.raw("</th>")
        if let expected = line.expected { html.kronor(expected) } else { html.raw("<td></td>") }
        html.kronor(line.booked)
        html.kronor(line.forecast)
        html.raw("<td>")
        html.text(line.id == "insatser" ? "tabellen ovan" : line.rule.rawValue)
        html.raw("</td></tr>\n")
      }
    }
    let sums = HTML.written { html in
      html.raw("<tr><th scope=\"row\">Årets resultat</th><td></td>")
      html.kronor(forecast.lines.map(\.booked).sum())
      html.kronor(forecast.result)
      html.raw("<td></td></tr>")
    }
    let headings = [
      ("Post", false), ("Budget eller ram", true), ("Bokfört", true), ("Prognos", true), ("Enligt", false),
    ]
    return ListPart.scroll(
      "Intäkter och kostnader",
      tag(
        "table", [.class("list outcome")],
        tag("caption", [.class("unseen")], .text("Budgeterat, bokfört och prognos för intäkter och kostnader")),
        head(headings), tag("tbody", rows), tag("tfoot", sums)))
  }

  // What a performer says.

  private var mayTell: Bool { Access.forecasters.admits(asked.user) && !places.isEmpty }

  private var places: [(value: String, words: String)] {
    frames.filter { frame in own.contains { $0.id == frame.insatsID } }.map {
      ("\($0.insatsID)/\($0.receiverID)", association.title(of: $0))
    }
  }

  private func telling() -> HTML {
    let chosen = draft.choice(SaveForecast.Name.insats)
    let months = forecast.year.months.map { (value: $0.text, words: MonthName.capital($0)) }
    let month = draft.choice(SaveForecast.Name.month)
    return tag(
      "section", [.labelled(by: "utforarens")],
      tag("h2", [.id("utforarens")], .text(isPerformer ? "Din prognos" : "Utförarens prognos")),
      tag(
        "p",
        .text(
          "Vad hela \(number) väntas kosta enligt den som driver insatsen. Den går före vår beräkning, från den månad den "
            + "lämnas efter.")),
      said(),
      FormPart.form(
        to: Addresses.forecast.path(number), asked.visitor,
        each: [
          FormPart.select(SaveForecast.Name.insats, "Insats", options: places, chosen: chosen, faults: faults),
          FormPart.select(
            SaveForecast.Name.month, "Efter", options: months, chosen: month.isEmpty ? forecast.month.text : month,
            faults: faults),
          FormPart.field(
            FormPart.Field(
              name: SaveForecast.Name.amount, label: "Hela årets kostnad, i kronor",
              value: draft.choice(SaveForecast.Name.amount), hint: "Till exempel 1 650 000. Det går att räkna i fältet."
            ),
            faults: faults),
          FormPart.field(
            FormPart.Field(
              name: SaveForecast.Name.reason, label: "Varför", value: draft.choice(SaveForecast.Name.reason),
              hint: "Till exempel: En tjänst är vakant till augusti."), faults: faults),
          FormPart.button("Spara prognosen"),
        ]))
  }

  private func said() -> HTML {
    let ids = Set(own.map(\.id))
    let all = association.performerForecasts.filter { $0.year == number && ids.contains($0.insatsID) }
      .sorted { $1.month < $0.month }
    guard !all.isEmpty else { return .empty }
    return tag(
      "ul",
      each: all.map { said in
        let name = own.first { $0.id == said.insatsID }?.name ?? said.insatsID
        let reason = said.reason.isEmpty ? "" : " \(said.reason)"
        return tag(
          "li", .text("\(name), efter \(MonthName.text(said.month)): \(Numerals.kronor(said.expected)).\(reason)"))
      })
  }

  private func method() -> HTML {
    tag(
      "p", [.class("hint")],
      .text("Så räknas prognosen, och så fel har den haft: "),
      tag("a", [.href(.path(Addresses.handbookPage.path("prognos.md")))], .text("handboken om prognosen")), .text("."))
  }
}

extension HTMLWriter {
  /// An amount in whole kronor: a forecast knows no öre.
  fileprivate mutating func kronor(_ amount: Money, path: String? = nil) {
    let words = Numerals.whole(amount.rounded(toUnitsOf: 100))
    raw("<td class=\"number\">")
    if let path { link(words, path) } else { text(words) }
    raw("</td>")
  }
}
