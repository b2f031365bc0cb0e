import Association
import Desk
import Ledger
import Press
import Report
import Statements
import Store

/// The page of projektuppföljningen: a row per frame with its receivers beneath, the tie-out to the ledger, and what has
/// been drawn against the frames over the year.
struct FollowUpPage {
  let request: ListRequest
  let association: Association
  let followUp: FollowUp
  /// The insatser that the visitor may see; nil for all.
  let own: Set<String>?
  /// What has been used by the end of each month of the year.
  let path: [Money]
  /// By how much each frame has been said to be exceeded.
  let said: [FrameKey: Money]

  private var year: Int { request.year.number }
  private var opens: Bool { Access.readers.admits(request.asked.user) }
  private var lines: [FollowUp.Line] {
    followUp.lines.filter { own?.contains($0.insatsID) ?? true }
  }
  private var granted: Money { lines.compactMap(\.granted).sum() }

  func html() -> HTML {
    let form = ListPart.years(request) + FilterForm(request, fields: []).html()
    guard !request.filter.isUnread else { return form }
    guard !lines.isEmpty else {
      return form + ListPart.nothing(request, "Ingen insats har en ram eller en kostnad \(year).")
    }
    return .joined([
      form, lead(), ListPart.tools(request, others: others),
      ListPart.scroll("Projektuppföljning", table()), hint(), own == nil ? tie() : .empty, diagram(),
    ])
  }

  private var others: [Page.Link] {
    let all = [
      Page.Link("Rekvisitioner", Addresses.requisitions.path()), Page.Link("Prognos", Addresses.forecast.path(year)),
    ]
    return own == nil
      ? all + [Page.Link("Noten i årsredovisningen", Addresses.chapter.path(Pair(year, "noter")))] : all
  }

  private func lead() -> HTML {
    let over = lines.filter(\.isOverrun)
    let words =
      "Av \(Numerals.kronor(granted)) är \(Numerals.kronor(lines.map { $0.before + $0.outcome }.sum())) använda till och med "
      + "\(request.filter.last.text)."
    return tag("p", [.class("lead")], .text(words))
      + (over.isEmpty
        ? .empty
        : tag(
          "p", [.class("warning")],
          .text(
            "Över ramen: "
              + over.map { line in
                let amount = line.before + line.outcome - (line.granted ?? .zero)
                let isSaid = (said[line.key] ?? .zero) >= amount
                return
                  "\(line.title) med \(Numerals.kronor(amount)) (\(isSaid ? "sagt varför" : "ingen har sagt varför"))"
              }.joined(separator: "; ") + ".")))
  }

  // The table.

  private static let columns: [(words: String, isNumber: Bool)] = [
    ("Insats", false), ("Beviljat", true), ("Avropat", true), ("Upplupet", true), ("Utfall", true), ("Kvar", true),
    ("Prognos", true), ("Kvar enligt prognos", true),
  ]

  private func table() -> HTML {
    let used = lines.map { $0.before + $0.outcome }.sum()
    let expected = lines.compactMap(\.forecast).sum()
    let sums: [Money?] = [
      granted, lines.map(\.drawn).sum(), lines.map(\.accrued).sum(), lines.map(\.outcome).sum(), granted - used,
      expected,
      granted - expected,
    ]
    return tag(
      "table", [.class("list cards-on-phone")],
      tag("caption", [.class("unseen")], .text("Beviljat, avropat, upplupet, utfall, kvar och prognos för varje ram")),
      ListPart.head(request, FollowUpPage.columns), tag("tbody", each: lines.flatMap(rows)),
      tag("tfoot", tag("tr", tag("th", [.scope(.row)], .text("Summa")), cells(sums))))
  }

  /// The cells of a row after its heading, in the order of the columns; the links stand beside the amounts.
  private func cells(_ amounts: [Money?], paths: [String?] = []) -> HTML {
    .joined(
      amounts.enumerated().map { index, amount in
        let label = FollowUpPage.columns[index + 1].words
        return amount == nil
          ? tag("td", [.class("number quiet"), .other("data-label", label)], .text(index == 0 ? "ingen ram" : "–"))
          : MoneyPart.amount(label, amount, path: paths.count > index ? paths[index] : nil)
      })
  }

  /// The row of a line, and of each of its receivers where it has several.
  private func rows(_ line: FollowUp.Line) -> [HTML] {
    let (object, debts) = (objectPath(line.insatsID), debtPath(line.insatsID))
    let mark =
      line.isOverrun ? .text(" ") + tag("span", [.class("badge alarm")], .text("över ramen")) : HTML.empty
    let own = tag(
      "tr",
      tag(
        "th", [.scope(.row)], object.map { tag("a", [.href(.path($0))], .text(line.title)) } ?? .text(line.title), mark),
      cells(
        [
          line.granted, line.drawn, line.accrued, line.outcome, line.left, line.forecast, line.forecastLeft,
        ], paths: [object, object, debts, object, nil, Addresses.forecast.path(year), nil]))
    // One receiver whom the line itself names needs no row of its own.
    guard line.parts.count > 1 || (line.key.receiverID.isEmpty && line.parts.contains { !$0.receiverID.isEmpty }) else {
      return [own]
    }
    return [own] + line.parts.map { row($0, object: object, debts: debts) }
  }

  private func row(_ part: FollowUp.Part, object: String?, debts: String?) -> HTML {
    let name =
      part.receiverID.isEmpty
      ? "utan part" : association.members.first { $0.id == part.receiverID }?.name ?? part.receiverID
    return tag(
      "tr", tag("th", [.scope(.row), .class("quiet")], .text("– \(name)")), tag("td"),
      MoneyPart.amount("Avropat", part.drawn, path: object),
      MoneyPart.amount("Upplupet", part.accrued, path: debts),
      MoneyPart.amount("Utfall", part.outcome, path: object), tag("td"), tag("td"), tag("td"))
  }

  /// The rows behind what an insats has cost in the period.
  private func objectPath(_ insatsID: String) -> String? {
    guard !insatsID.isEmpty else { return nil }
    return ListLink.object(year, ObjectReference(dimension: .insats, object: insatsID))
      + Percent.query([
        (ListFilter.Name.from, request.filter.from?.text ?? ""),
        (ListFilter.Name.through, request.filter.through?.text ?? ""),
      ])
  }

  private func debtPath(_ insatsID: String) -> String? {
    guard opens, !insatsID.isEmpty else { return nil }
    return ledgerPath(
      association.accountNumber(for: .insatsDebts).text,
      object: ObjectReference(dimension: .insats, object: insatsID).written)
  }

  private func ledgerPath(_ account: String, object: String = "") -> String {
    ListLink.ledger(
      year, account: account, from: request.filter.from?.text ?? "", through: request.filter.through?.text ?? "",
      object: object)
  }

  private func hint() -> HTML {
    tag(
      "p", [.class("hint")],
      .text(
        "Avropat är begärt och bokfört, upplupet är skulder som inte är betalda, och utfallet är båda: årets kostnad. Kvar är "
          + "ramen minus det som använts från årets början. "),
      tag("a", [.href(.path(Addresses.handbookPage.path("projektuppfoljning.md")))], .text("Så läses uppföljningen")),
      .text("."))
  }

  // The tie-out.

  private func tie() -> HTML {
    let labels = ["Enligt bokföringen", "På insatser", "Utan insats"]
    let known = followUp.ties.map(\.known).sum()
    let rows = followUp.ties.map { tie in
      let path = ledgerPath(tie.account.text)
      return tag(
        "tr", tag("th", [.scope(.row)], tag("a", [.href(.path(path))], .text("\(tie.account.text) \(tie.name)"))),
        MoneyPart.amount(labels[0], tie.ledger, path: path), MoneyPart.amount(labels[1], tie.known),
        MoneyPart.amount(labels[2], tie.ledger - tie.known, path: tie.ledger == tie.known ? nil : path))
    }
    let sums = zip(labels, [followUp.ledger, known, followUp.ledger - known]).map { MoneyPart.amount($0, $1) }
    return tag("h2", .text("Avstämning mot bokföringen")) + verdict(known)
      + ListPart.scroll(
        "Avstämning mot bokföringen",
        tag(
          "table", [.class("list cards-on-phone")],
          tag("caption", [.class("unseen")], .text("Insatsernas konton enligt bokföringen och i uppföljningen")),
          MoneyPart.head([("Konto", false)] + labels.map { ($0, true) }), tag("tbody", each: rows),
          tag("tfoot", tag("tr", tag("th", [.scope(.row)], .text("Summa")), .joined(sums))))) + debts()
  }

  private func verdict(_ known: Money) -> HTML {
    guard followUp.difference == .zero else {
      return tag(
        "p", [.class("warning")],
        .text(
          "Uppföljningen och bokföringen skiljer \(Numerals.ore(followUp.difference)). Kontrollera vilka konton som räknas som "
            + "insatser."))
    }
    let without = followUp.ledger - known
    return tag(
      "p", [.class(without == .zero ? "good-news" : "warning")],
      .text(
        "Utfallet \(Numerals.ore(followUp.outcome)) är det som kontona har."
          + (without == .zero ? "" : " \(Numerals.ore(without)) är bokförda utan insats och står på en egen rad.")))
  }

  private func debts() -> HTML {
    let account = association.accountNumber(for: .insatsDebts).text
    let rest = followUp.debts - followUp.accrued
    return tag(
      "p", .text("Skulder samverkansinsatser vid periodens slut: "),
      tag("a", [.href(.path(ledgerPath(account)))], .text(Numerals.ore(followUp.debts))),
      .text(
        ", varav \(Numerals.ore(followUp.accrued)) upplupet i perioden på insatser."
          + (rest == .zero ? "" : " \(Numerals.ore(rest)) är äldre eller bokfört utan insats.")))
  }

  // The diagram.

  private func diagram() -> HTML {
    let months = request.year.months
    guard path.count == months.count, path.contains(where: { $0 != .zero }) else { return .empty }
    func figure(_ amount: Money, _ title: String) -> Figure {
      Figure(.amount(amount), origin: .fact(title: title, source: "Bokföringen \(year)"))
    }
    let picture = Diagram(
      id: "projektuppfoljning", title: "Använt mot ramarna, månad för månad", form: .lines, unit: .thousands,
      categories: months.map { String(MonthName.name($0).prefix(3)) },
      series: [
        Diagram.Series(title: "Använt", values: path.map { figure($0, "Använt") }),
        Diagram.Series(title: "Beviljat", values: path.map { _ in figure(granted, "Beviljat") }),
      ])
    let rows = zip(months, path).map { month, used in
      tag(
        "tr", tag("th", [.scope(.row)], .text(MonthName.capital(month))),
        MoneyPart.amount("Använt", used), MoneyPart.amount("Kvar", granted - used))
    }
    return tag("h2", .text("Använt mot ramarna")) + DiagramPart(picture).html()
      + tag(
        "details", tag("summary", .text("Visa månaderna som tabell")),
        ListPart.scroll(
          "Använt månad för månad",
          tag(
            "table", [.class("list cards-on-phone")],
            tag("caption", [.class("unseen")], .text("Använt av ramarna vid varje månads slut")),
            MoneyPart.head([("Månad", false), ("Använt", true), ("Kvar", true)]), tag("tbody", each: rows))))
  }

  func csv() -> [[String]] {
    [FollowUpPage.columns.map(\.words)]
      + lines.flatMap { line in
        [
          [line.title]
            + [line.granted, line.drawn, line.accrued, line.outcome, line.left, line.forecast, line.forecastLeft]
            .map { $0.map(CSVPress.decimal) ?? "" }
        ]
          + line.parts.filter { !$0.receiverID.isEmpty && line.key.receiverID.isEmpty }.map { part in
            [
              "\(line.title) – \(part.receiverID)", "", CSVPress.decimal(part.drawn), CSVPress.decimal(part.accrued),
              CSVPress.decimal(part.outcome), "", "", "",
            ]
          }
      }
  }
}
