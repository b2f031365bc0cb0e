import Ledger
import Press
import Report
import Store

/// All years, latest first, with how each stands and the way to open the next.
struct YearListPage {
  let states: [YearState]
  let asked: Asked
  /// What stands in the field of a first year.
  let typed: String
  let faults: [FieldFault]

  var page: Page {
    Page(
      title: "Räkenskapsår", section: .years,
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            "Ett år eller en månad som är stängd tar inte emot någon bokföring, vare sig för hand, genom rättelse eller "
              + "genom inläsning. Ett stängt år kan öppnas igen, med ett skäl som sparas. Ett avslutat år, där bokslutet är "
              + "gjort, öppnas inte.")),
        states.isEmpty ? empty : table, opening,
      ]))
  }

  private var mayWrite: Bool { Access.bookkeepers.admits(asked.user) }

  private var empty: HTML {
    tag(
      "div", [.class("empty")],
      tag("p", .text("Boken har inget räkenskapsår än. Läs in en SIE-fil, så öppnas filens år, eller öppna ett här.")))
  }

  private var table: HTML {
    tag(
      "div", [.class("scroll")],
      tag(
        "table", [.class("list")], tag("caption", .text("Bokens räkenskapsår")),
        tag(
          "thead",
          tag(
            "tr", tag("th", [.scope(.column)], .text("År")), tag("th", [.scope(.column)], .text("Dagar")),
            tag("th", [.scope(.column)], .text("Läge")),
            tag("th", [.scope(.column), .class("number")], .text("Stängda månader")),
            tag("th", [.scope(.column), .class("number")], .text("Verifikationer")))),
        tag("tbody", each: states.reversed().map(row))))
  }

  private func row(_ state: YearState) -> HTML {
    let number = state.year.number
    let months = state.year.months
    return tag(
      "tr",
      tag("th", [.scope(.row)], tag("a", [.href(.path(Addresses.year.path(number)))], .text("\(number)"))),
      tag("td", .text(state.year.text)), tag("td", YearBadge.html(state)),
      tag("td", [.class("number")], .text("\(months.count { state.isClosed($0) }) av \(months.count)")),
      tag(
        "td", [.class("number")],
        tag("a", [.href(.path(Addresses.vouchers.path(number)))], .text(Numerals.whole(Int64(state.voucherCount))))))
  }

  private var opening: HTML {
    guard mayWrite else { return .empty }
    if let last = states.last {
      let next = last.year.following
      return tag(
        "section", tag("h2", .text("Nästa år")),
        tag(
          "p",
          .text(
            "\(next.number) kan öppnas innan \(last.year.number) är avslutat. De ingående balanserna kommer med bokslutet "
              + "för \(last.year.number).")),
        FormPart.form(
          to: Addresses.years.path(), asked.visitor,
          each: [FormPart.button("Öppna räkenskapsåret \(next.number)", name: "ar", value: "\(next.number)")]))
    }
    return tag(
      "section", tag("h2", .text("Öppna ett första år")),
      FormPart.form(
        to: Addresses.years.path(), asked.visitor,
        each: [
          FormPart.field(
            FormPart.Field(
              name: "ar", label: "Kalenderår", value: typed, hint: "Fyra siffror. Året är januari till december.",
              inputMode: "numeric"), faults: faults),
          FormPart.button("Öppna räkenskapsåret"),
        ]))
  }
}

/// How a year stands, in a word.
enum YearBadge {
  static func html(_ state: YearState) -> HTML {
    if state.isEnded { return tag("span", [.class("badge good")], .text("Avslutat")) }
    if state.isClosed { return tag("span", [.class("badge good")], .text("Stängt")) }
    return tag("span", [.class("badge")], .text("Öppet"))
  }
}
