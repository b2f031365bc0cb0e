import Desk
import Ledger
import Press
import Report
import Store

/// A year: how it stands, its months, and what can be done with them.
struct YearPage {
  let book: YearBook
  let asked: Asked
  /// What was wrong with the reason that was given, and the reason itself, by field.
  var faults: [FieldFault] = []
  var typed: [String: String] = [:]

  var page: Page {
    Page(
      title: "Räkenskapsåret \(book.number)", section: .years,
      trail: [Page.Link("Räkenskapsår", Addresses.years.path())],
      print: Page.PrintHead(period: book.year.text, unit: "Antal"),
      main: .joined([
        FormPart.summary(of: faults), facts, closeThrough,
        YearMonths(book: book, asked: asked, faults: faults, typed: typed).html,
        whole, log,
      ]))
  }

  private var mayWrite: Bool { Access.bookkeepers.admits(asked.user) }

  private var facts: HTML {
    var pairs: [(String, HTML)] = [
      ("Dagar", .text(book.year.text)), ("Läge", YearBadge.html(book.state)),
      (
        "Verifikationer",
        tag(
          "a", [.href(.path(Addresses.vouchers.path(book.number)))],
          .text(Numerals.whole(Int64(book.state.voucherCount))))
      ),
      (
        "Saldon",
        tag("a", [.href(.path(Addresses.trialBalance.path(book.number)))], .text("Saldobalans \(book.number)"))
      ),
    ]
    pairs.append(
      (
        "Medlemmarna",
        tag(
          "a", [.href(.path(Addresses.consolidation.path(book.number)))], .text("Underlag för sammanställd redovisning")
        )
      ))
    if let ending = book.ending {
      pairs.append(("Avslutat", .text("\(SwedishTime.text(ending.at)) av \(ending.by)")))
    } else if book.state.isClosed, let lock = book.lastYearLock {
      pairs.append(("Stängt", .text("\(SwedishTime.text(lock.at)) av \(lock.by)")))
    }
    return tag("dl", [.class("facts")], each: pairs.map { tag("div", tag("dt", .text($0.0)), tag("dd", $0.1)) })
  }

  private var closeThrough: HTML {
    guard mayWrite, book.openMonths.count > 1, !book.state.isClosed else { return .empty }
    let options = book.openMonths.map { (value: "\($0.month)", words: MonthName.text($0)) }
    // What is over is what one closes; the month that is running is left open.
    let over = book.openMonths.last { $0 < Month(of: asked.today) } ?? book.openMonths[0]
    return FormPart.form(
      to: Addresses.yearLock.path(book.number), asked.visitor, id: "stang-till",
      each: [
        tag(
          "div", [.class("filter")],
          FormPart.select(
            "till", "Stäng alla öppna månader till och med", options: options, chosen: "\(over.month)"),
          FormPart.button("Stäng månaderna", name: "gor", value: "manader", kind: "secondary"))
      ])
  }

  private var whole: HTML {
    tag("section", tag("h2", .text("Hela året")), book.ending.map(ended) ?? (book.state.isClosed ? closed : open))
  }

  private func ended(_ ending: YearEnding) -> HTML {
    let voucher = ending.voucher.map { number in
      tag(
        "p", .text("Resultatet fördes till eget kapital med verifikation "),
        tag(
          "a", [.href(.path(Addresses.voucher.path(VoucherPlace(year: book.number, number: number))))],
          .text(number.text)), .text("."))
    }
    return .joined([
      voucher
        ?? tag("p", .text("Det fanns inget resultat kvar att föra till eget kapital, så ingen verifikation behövdes.")),
      tag(
        "p", .text("Året är avslutat och öppnas inte igen. Det som behöver rättas rättas i "),
        tag("a", [.href(.path(Addresses.year.path(ending.next.number)))], .text("\(ending.next.number)")),
        .text(
          ", som har öppnats med de utgående balanserna härifrån. \(book.number) finns kvar som jämförelseår i "
            + "årsredovisningen.")),
    ])
  }

  private var open: HTML {
    guard mayWrite else { return tag("p", .text("Året är öppet.")) }
    return .joined([
      tag(
        "p",
        tag(
          "a", [.class("button"), .href(.path(Addresses.yearEnd.path(book.number)))],
          .text("Gör bokslut för \(book.number)"))),
      tag(
        "details", tag("summary", .text("Stäng året utan bokslut")),
        tag(
          "p",
          .text(
            "För ett år som har bokförts och avslutats i ett annat program. Alla månader stängs på en gång, resultatet förs "
              + "inte till eget kapital och nästa år får inga ingående balanser härifrån. Året kan öppnas igen med ett "
              + "skäl.")),
        FormPart.form(
          to: Addresses.yearLock.path(book.number), asked.visitor,
          each: [
            FormPart.button("Stäng \(book.number) utan bokslut", name: "gor", value: "stang", kind: "secondary")
          ])),
    ])
  }

  private var closed: HTML {
    guard mayWrite else { return tag("p", .text("Året är stängt.")) }
    return .joined([
      tag("p", .text("Året är stängt utan bokslut.")),
      ReopenForm(
        to: Addresses.yearLock.path(book.number), field: "skal-aret", summary: "Öppna året igen",
        button: "Öppna \(book.number)", visitor: asked.visitor, faults: faults, typed: typed
      ).html,
    ])
  }

  private var log: HTML {
    guard !book.locks.isEmpty else { return .empty }
    let items = book.locks.reversed().map { lock in
      let what = lock.month.map { MonthName.capital($0) } ?? "Hela året"
      let how = lock.closes ? "stängdes" : "öppnades igen"
      let link = tag(
        "a", [.href(.path(Addresses.historyLine.path(lock.sequence)))], .text("\(what) \(how)"))
      let words = " \(SwedishTime.text(lock.at)) av \(lock.by)\(lock.closes ? "." : ". Skäl: \(lock.reason)")"
      return tag(
        "li",
        (Access.insiders.admits(asked.user) ? link : .text("\(what) \(how)")) + .text(words))
    }
    return tag(
      "section", tag("h2", .text("Vem har stängt och öppnat")), tag("ul", [.class("log")], each: items))
  }
}
