import ArgumentParser
import Desk
import Ledger
import Store

/// `finsam lock BOOK`: closes a month, or opens it again with a reason.
struct LockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock", abstract: "Stänger en månad, eller öppnar den igen med ett skäl.")

  @Argument(help: "Bokens fil.")
  var book: String

  @Option(name: .long, help: "Månaden, ÅÅÅÅ-MM.")
  var month: String

  @Flag(name: .long, help: "Öppna i stället för att stänga.")
  var open = false

  @Option(name: .long, help: "Varför den öppnas.")
  var because: String?

  @Option(name: .long, help: "Vem; står i historiken.")
  var by: String?

  func run() throws {
    let world = World.real()
    let period = try Month.read(month)
    let store = try Store(opening: book)
    if open {
      guard let because else {
        throw Failure(.use, "Att öppna en stängd månad kräver ett skäl, som sparas i historiken. Ange --because \"…\".")
      }
      try Words.checkText(because, called: "--because")
      try store.reopen(period, because: because, by: world.actor(by), at: world.now())
      world.say("\(MonthName.capital(period)) är öppen igen. Skäl: \(because)")
    } else {
      do {
        try store.close(period, by: world.actor(by), at: world.now())
      } catch Store.Refusal.periodClosed(let month) where month == period {
        throw Failure(.input, "\(MonthName.capital(month)) är redan stängd, så den behöver inte stängas en gång till.")
      }
      world.say("\(MonthName.capital(period)) är stängd.")
    }
  }
}
