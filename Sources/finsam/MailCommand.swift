import ArgumentParser
import Desk
import Logging
import Store
import Web

/// `finsam mail BOOK --weekly`: sends each user the week's mail, for those who have a scheduler of their own.
struct MailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail", abstract: "Skickar veckobrevet till dem som har något att göra.")

  @Argument(help: "Bokens fil.")
  var book: String

  @Flag(name: .long, help: "Skicka veckobrevet till dem vars veckodag har kommit och som inte har fått det i veckan.")
  var weekly = false

  @Flag(name: .customLong("dry-run"), help: "Skriv ut allas brev i stället för att skicka dem; inget noteras.")
  var isDryRun = false

  @Option(name: .long, help: "Adressen som användarna når kontoret på; står i länkarna.")
  var address: String?

  func run() async throws {
    let world = World.real()
    guard weekly else { throw Failure(.use, "Säg vilket brev: --weekly.") }
    let address = address ?? world.settings.address
    guard !address.isEmpty else {
      throw Failure(
        .use, "Breven behöver kontorets adress för sina länkar. Ange --address, eller inställningen adress.")
    }
    let store = try Store(opening: book)
    let mail = WeeklyMail(
      store, address: String(address.utf8.last == UInt8(ascii: "/") ? address.dropLast() : address[...]),
      now: world.now(), today: world.today())
    if try store.isPractice() {
      world.say("Boken är en övningsbok: ingen får veckobrev ur den.")
      return
    }
    if isDryRun {
      let letters = try mail.letters()
      for letter in letters { world.say("Till: \(letter.to)\nÄmne: \(letter.subject)\n\n\(letter.text)") }
      world.say("\(Words.count(letters.count, "brev", "brev")); inget är skickat.")
      return
    }
    guard let mailer = world.settings.mailer() else {
      throw Failure(.use, "Det finns inget att skicka brev med. Ange inställningarna sendmail och avsandare.")
    }
    let log = Logger(label: "finsam") { StreamLogHandler.standardError(label: $0) }
    let outcome = try await mail.send(by: mailer, log: log)
    world.say("\(Words.count(outcome.sent, "brev skickat", "brev skickade"))\(failures(outcome)).")
    if outcome.failed > 0 {
      throw Failure(
        .file, "\(Words.count(outcome.failed, "brev", "brev")) gick inte att skicka. De prövas igen nästa gång.")
    }
  }

  private func failures(_ outcome: WeeklyMail.Outcome) -> String {
    outcome.idle > 0 ? "; \(Words.count(outcome.idle, "användare", "användare")) hade inget att göra" : ""
  }
}
