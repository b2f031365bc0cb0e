import Desk
import Ledger
import Press
import Report
import Store

/// The receipt of a file that has been read: what came of it, the file itself, and the way back.
enum ReceiptPage {
  struct Undone {
    let at: Moment
    let by: String
    let reason: String
  }

  struct Model {
    let receipt: ImportReceipt
    let contents: ImportContents
    /// The years that it has vouchers in, as they stand in the book now.
    let totals: [(year: FiscalYear, totals: ImportTotals)]
    let unknown: [String]
    let undone: Undone?
    let dependencies: [ImportDependency]
    let isBookkeeper: Bool
    let faults: [FieldFault]
    let reason: String
    let visitor: Visitor
  }

  static func page(_ model: Model) -> Page {
    let receipt = model.receipt
    return Page(
      title: "Inläsning \(receipt.sequence): \(receipt.name)", section: .imports,
      trail: [Page.Link("Inläsningar", Addresses.imports.path())],
      print: Page.PrintHead(period: days(receipt) ?? "filens saldon"),
      main: .joined([
        FormPart.summary(of: model.faults), undone(model), facts(model), vouchers(model), years(model), totals(model),
        unknown(model), UndoPart.html(model),
      ]))
  }

  private static func undone(_ model: Model) -> HTML {
    guard let undone = model.undone else { return .empty }
    return tag(
      "div", [.class("warning")],
      tag(
        "p", tag("strong", .text("Inläsningen är ångrad")),
        .text(" av \(undone.by) \(SwedishTime.text(undone.at)). Skäl: \(undone.reason)")),
      tag(
        "p",
        .text(
          "Inget av den räknas längre med i boken. Uppgifterna nedan visar vad som lästes in då. Samma fil kan läsas in "
            + "på nytt.")))
  }

  private static func facts(_ model: Model) -> HTML {
    let receipt = model.receipt
    var facts: [(String, HTML)] = [
      ("Inläst", .text("\(SwedishTime.text(receipt.moment)) av \(receipt.actor.name)")),
      ("Verifikationer", .text(Numerals.whole(Int64(receipt.voucherCount)))),
      ("Rader", .text(Numerals.whole(Int64(receipt.rowCount)))),
      ("Summa debet", .text(Numerals.ore(receipt.debit))),
    ]
    if let days = days(receipt) { facts.append(("Dagar", .text(days))) }
    facts.append(("Konton, nya eller ändrade", .text(Numerals.whole(Int64(model.contents.accountCount)))))
    facts.append(("Objekt, nya eller ändrade", .text(Numerals.whole(Int64(model.contents.objectCount)))))
    if !receipt.organisationNumber.isEmpty { facts.append(("Filens org.nr", .text(receipt.organisationNumber))) }
    facts.append(
      (
        "Filen som den kom",
        tag(
          "a", [.href(.path(Addresses.importFile.path(receipt.sequence)))],
          .text("Hämta \(receipt.name), \(FileSize.words(receipt.byteCount))"))
      ))
    facts.append(("Filens avtryck (SHA-256)", tag("code", .text(receipt.sha256))))
    return tag("h2", .text("Vad som lästes in"))
      + tag("dl", [.class("facts")], each: facts.map { tag("div", tag("dt", .text($0.0)), tag("dd", $0.1)) })
  }

  private static func days(_ receipt: ImportReceipt) -> String? {
    guard let first = receipt.firstDate, let last = receipt.lastDate else { return nil }
    return first == last ? first.text : "\(first.text) till \(last.text)"
  }

  private static func vouchers(_ model: Model) -> HTML {
    let series = model.contents.series.filter { !$0.isBalances }
    guard !series.isEmpty else { return .empty }
    return tag("h2", .text("Verifikationer"))
      + tag("ul", each: series.map { tag("li", words($0, isStanding: model.undone == nil)) })
  }

  private static func words(_ series: ImportContents.Series, isStanding: Bool) -> HTML {
    let count = Words.count(series.count, "verifikation", "verifikationer")
    let name = series.series.isEmpty ? "utan serie" : "serie \(series.series)"
    let (first, last) = (number(series, series.first), number(series, series.last))
    let span: HTML =
      if series.first == series.last {
        first(isStanding)
      } else {
        first(isStanding) + .text("–") + last(isStanding)
      }
    let list =
      isStanding
      ? .text(", i ")
        + tag(
          "a", [.href(.path(Addresses.vouchers.path(series.year.number)))],
          .text("verifikationerna \(series.year.number)"))
      : .text(", \(series.year.text)")
    return .text("\(count) \(name), ") + span + list
  }

  private static func number(_ series: ImportContents.Series, _ number: Int) -> (Bool) -> HTML {
    let number = Voucher.Number(series: series.series, number: number)
    return { isStanding in
      guard isStanding else { return .text(number.text) }
      let place = VoucherPlace(year: series.year.number, number: number)
      return tag("a", [.href(.path(Addresses.voucher.path(place)))], .text(number.text))
    }
  }

  /// The years, and those that stand by their balances alone.
  private static func years(_ model: Model) -> HTML {
    let contents = model.contents
    var items: [HTML] = contents.years.map { .text("Räkenskapsåret \($0.text) är nytt i boken.") }
    items += contents.openings.sorted { $0.key < $1.key }.map { year, count in
      .text("\(year.text) börjar med ingående balanser på \(Words.count(count, "konto", "konton")).")
    }
    items += contents.series.filter(\.isBalances).map { series in
      .text(
        "\(series.year.text) finns som saldon, utan verifikationer: årets förändring står i \(series.series) "
          + "\(series.first). Läses årets egen fil in senare, tar den dess plats.")
    }
    guard !items.isEmpty else { return .empty }
    return tag("h2", .text("År och balanser")) + tag("ul", each: items.map { tag("li", $0) })
  }

  private static func totals(_ model: Model) -> HTML {
    guard !model.totals.isEmpty else { return .empty }
    return .joined(
      [tag("h2", .text("Sex summor att stämma av"))]
        + model.totals.map { year, totals in
          TotalsPart.html(totals, of: year)
            + tag(
              "p",
              tag("a", [.href(.path(Addresses.trialBalance.path(year.number)))], .text("Saldobalansen \(year.number)")),
              .text(" visar summorna konto för konto."))
        })
  }

  private static func unknown(_ model: Model) -> HTML {
    guard !model.unknown.isEmpty else { return .empty }
    let shown = model.unknown.prefix(200)
    return .joined([
      tag("h2", .text("Poster som inte hör till SIE")),
      tag(
        "p",
        .text(
          "Programmet som skrev filen har lagt till dem. De är sparade som de stod och påverkar inga siffror.")),
      tag(
        "details",
        tag("summary", .text("Visa \(Words.count(model.unknown.count, "post", "poster"))")),
        tag(
          "ul", each: shown.map { tag("li", tag("code", .text(PersonalNumber.masked($0)))) }),
        shown.count < model.unknown.count
          ? tag("p", .text("… och \(Numerals.whole(Int64(model.unknown.count - shown.count))) till, i filen.")) : .empty
      ),
    ])
  }
}
