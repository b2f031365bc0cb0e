import Desk
import Ledger
import Press
import Store

/// The way back from an import: the form where nothing stands on it, else what does and what to do about it.
enum UndoPart {
  static func html(_ model: ReceiptPage.Model) -> HTML {
    guard model.undone == nil else { return .empty }
    let heading = tag("h2", [.id("angra")], .text("Ångra inläsningen"))
    guard model.dependencies.isEmpty else {
      return .joined([
        heading,
        tag(
          "p",
          .text(
            "Inläsningen kan inte ångras, för annat bygger på den. Rätta enskilda verifikationer i stället, eller ta "
              + "bort det som hindrar:")),
        tag("ul", each: model.dependencies.map { tag("li", words($0)) }),
      ])
    }
    guard model.isBookkeeper else {
      return heading + tag("p", .text("Inget bygger på inläsningen. Den som bokför kan ångra den."))
    }
    return .joined([
      heading,
      tag(
        "p",
        .text(
          "Allt som filen förde in slutar att räknas, på en gång: verifikationer, ingående balanser och år. Inget tas "
            + "bort ur historiken, och samma fil kan läsas in på nytt.")),
      FormPart.form(
        to: Addresses.importUndoing.path(model.receipt.sequence), model.visitor,
        each: [
          FormPart.field(
            FormPart.Field(
              name: "skal", label: "Skäl", value: model.reason,
              hint: "Sparas i historiken, till exempel: byrån har skickat en rättad fil.", isRequired: true),
            faults: model.faults),
          FormPart.button("Ångra inläsningen", kind: "danger"),
        ]),
    ])
  }

  private static func words(_ dependency: ImportDependency) -> HTML {
    switch dependency {
    case .reversed(let number, let year):
      link(number, year) + .text(" är rättad här i boken. En rättelse kan inte tas tillbaka.")
    case .followed(let number, let year):
      link(number, year) + .text(" är bokförd efter inläsningen, i samma serie. Numren skulle få en lucka.")
    case .monthClosed(let month):
      .text("\(MonthName.capital(month)) är stängd. ") + years("Öppna månaden under Räkenskapsår") + .text(".")
    case .yearClosed(let year):
      .text("Räkenskapsåret \(year.text) är stängt. ")
        + tag("a", [.href(.path(Addresses.year.path(year.number)))], .text("Öppna det, om det inte är avslutat"))
        + .text(".")
    case .imported(let receipt):
      tag("a", [.href(.path(Addresses.importReceipt.path(receipt.sequence)))], .text(receipt.name))
        + .text(" är inläst senare, i samma år. Ångra den först.")
    case .documented(let number, let year):
      link(number, year) + .text(" har fått ett underlag här i boken.")
    }
  }

  private static func link(_ number: Voucher.Number, _ year: FiscalYear) -> HTML {
    let place = VoucherPlace(year: year.number, number: number)
    return tag("a", [.href(.path(Addresses.voucher.path(place)))], .text("Verifikation \(number.text) \(year.number)"))
  }

  private static func years(_ words: String) -> HTML {
    tag("a", [.href(.path(Addresses.years.path()))], .text(words))
  }
}
