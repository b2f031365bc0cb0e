import Desk
import Ledger
import Press
import Report
import Store

/// The months of a year, each with how it stands and what can be done with it.
struct YearMonths {
  let book: YearBook
  let asked: Asked
  let faults: [FieldFault]
  let typed: [String: String]

  var html: HTML {
    tag(
      "div", [.class("scroll")],
      tag(
        "table", [.class("list cards-on-phone months")], tag("caption", .text("Månader")),
        tag(
          "thead",
          tag(
            "tr", tag("th", [.scope(.column)], .text("Månad")),
            tag("th", [.scope(.column), .class("number")], .text("Verifikationer")),
            tag("th", [.scope(.column)], .text("Läge")), tag("th", [.scope(.column)], .text("Vem och när")),
            mayWrite ? tag("th", [.scope(.column)], .text("Ändra")) : .empty)),
        tag("tbody", each: book.year.months.map(row))))
  }

  private var mayWrite: Bool { Access.bookkeepers.admits(asked.user) && !book.state.isClosed }

  private func row(_ month: Month) -> HTML {
    let isClosed = book.state.isClosed(month)
    let drafts = book.drafts[month] ?? 0
    return tag(
      "tr", tag("th", [.scope(.row)], .text(MonthName.capital(month))),
      tag(
        "td", [.class("number"), .other("data-label", "Verifikationer")],
        tag(
          "a", [.class("amount"), .href(.path(vouchers(of: month)))],
          .text(Numerals.whole(Int64(book.counts[month] ?? 0))))),
      tag(
        "td", [.other("data-label", "Läge")],
        tag("span", [.class(isClosed ? "badge good" : "badge")], .text(isClosed ? "Stängd" : "Öppen")),
        drafts == 0 || !Access.insiders.admits(asked.user)
          ? .empty
          : .raw(" ")
            + tag(
              "a", [.href(.path(Addresses.drafts.path()))],
              .text(drafts == 1 ? "1 utkast" : "\(drafts) utkast"))),
      tag("td", [.other("data-label", "Vem och när")], .text(who(month))),
      mayWrite ? tag("td", act(month)) : .empty)
  }

  private func vouchers(of month: Month) -> String {
    let last = CalendarDate.dayCount(ofMonth: month.month, year: month.year)
    return Addresses.vouchers.path(
      book.number, query: [("fran", "\(month.text)-01"), ("till", "\(month.text)-\(last)")])
  }

  private func who(_ month: Month) -> String {
    guard let lock = book.lastLock(month) else { return book.state.isClosed ? "Stängd med året" : "" }
    return "\(lock.closes ? "Stängd" : "Öppnad igen") \(SwedishTime.text(lock.at)) av \(lock.by)"
  }

  private func act(_ month: Month) -> HTML {
    let path = Addresses.monthLock.path(Pair(book.number, month.month))
    guard book.state.closedMonths.contains(month) else {
      return FormPart.form(
        to: path, asked.visitor,
        each: [
          tag(
            "button",
            [
              .class("secondary"), .other("type", "submit"), .other("name", "gor"), .other("value", "stang"),
              .label("Stäng \(MonthName.text(month))"),
            ], .text("Stäng"))
        ])
    }
    return ReopenForm(
      to: path, field: "skal-\(month.month)", summary: "Öppna igen", unseen: MonthName.text(month),
      button: "Öppna \(MonthName.text(month))",
      visitor: asked.visitor, faults: faults, typed: typed
    ).html
  }
}
