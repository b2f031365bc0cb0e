import ArgumentParser
import Association
import Desk
import Ledger
import Store

/// `finsam new BOOK`: an empty book for an association.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Gör en ny, tom bok för ett förbund.",
    discussion: """
      Boken är en enda fil. Läs sedan in bokföring (SIE), saldon (CSV) eller en förbundsmapp med finsam import.
      """)

  @Argument(help: "Bokens fil, till exempel forbund.finsam.")
  var book: String

  @Option(name: .long, help: "Förbundets namn.")
  var name: String

  @Option(name: .customLong("orgnr"), help: "Organisationsnumret, NNNNNN-NNNN.")
  var organisationNumber: String

  @Option(name: .long, help: "BAS eller Kommun-Bas.")
  var chart = "BAS"

  @Option(name: .long, help: "Vem som gör det; står i historiken.")
  var by: String?

  func run() throws {
    let world = World.real()
    guard let standard = Chart.Standard.allCases.first(where: { $0.rawValue.lowercased() == chart.lowercased() }) else {
      throw Failure(.use, "Kontoplanen ”\(chart)” finns inte. Ange BAS eller Kommun-Bas.")
    }
    guard OrganisationNumber.isWellFormed(organisationNumber) else {
      throw Failure(
        .use,
        "Organisationsnumret ”\(organisationNumber)” har inte formen NNNNNN-NNNN med rätt kontrollsiffra. "
          + "Skriv det som på förbundets årsredovisning, till exempel 222000-2451.")
    }
    try Words.checkName(name, called: "--name")
    try NewBook.check(path: book)
    let association = Association(name: name, organisationNumber: organisationNumber, chart: standard)
    _ = try Store.create(at: book, association: association, by: world.actor(by), at: world.now())
    world.say("Boken \(book) är gjord för \(name) (\(organisationNumber)).")
    world.say("Nästa steg: finsam import FIL --book \(book)")
  }
}

/// The form of a Swedish organisation number: ten digits with a hyphen, third digit at least 2, the last by Luhn.
enum OrganisationNumber {
  static func isWellFormed(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 11, bytes[6] == UInt8(ascii: "-") else { return false }
    let digits = (bytes[..<6] + bytes[7...]).map { Int($0) - 48 }
    guard digits.count == 10, digits.allSatisfy({ (0...9).contains($0) }), digits[2] >= 2 else { return false }
    return CheckDigit.isRight(digits)
  }
}
