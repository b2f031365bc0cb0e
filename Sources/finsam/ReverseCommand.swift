import ArgumentParser
import Desk
import Ledger
import Store

/// `finsam reverse BOOK`: a correction, as a new voucher that points back (LKBR 3:7).
struct ReverseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverse", abstract: "Rättar en bokförd verifikation med en ny som vänder den.")

  @Argument(help: "Bokens fil.")
  var book: String

  @OptionGroup var year: YearOption

  @Option(name: .long, help: "Verifikationens serie och nummer, till exempel \"A 17\".")
  var number: String

  @Option(name: .long, help: "Rättelsens dag, ÅÅÅÅ-MM-DD; den måste ligga i en öppen period.")
  var date: String

  @Option(name: .long, help: "Varför.")
  var because: String

  @Option(name: .long, help: "Vem som rättar; står i historiken.")
  var by: String?

  func run() throws {
    let world = World.real()
    guard let day = CalendarDate(date) else {
      throw Failure(.use, "”\(date)” är ingen dag. Skriv den som 2025-11-03.")
    }
    let words = number.split(separator: " ")
    guard let last = words.last.flatMap({ Int($0) }) else {
      throw Failure(.use, "”\(number)” är inget verifikationsnummer. Skriv serie och nummer, till exempel \"A 17\".")
    }
    let wanted = Voucher.Number(series: words.dropLast().joined(separator: " "), number: last)
    try Words.checkText(because, called: "--because")
    let store = try Store(opening: book)
    let fiscalYear = try year.fiscalYear(in: store)
    if let original = try store.voucher(wanted, in: fiscalYear), day < original.voucher.date {
      throw Failure(
        .input,
        "Rättelsens dag, \(day.text), ligger före den verifikation som rättas: \(wanted.text) är bokförd "
          + "\(original.voucher.date.text). Ange den dag då rättelsen görs.")
    }
    let reversal = try store.reverse(
      wanted, in: fiscalYear, on: day, because: because, by: world.actor(by), at: world.now())
    world.say("\(wanted.text) är rättad av \(reversal.number.text), \(day.text). Skäl: \(because)")
  }
}
