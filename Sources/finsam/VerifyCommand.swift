import ArgumentParser
import Desk
import Store

/// `finsam verify BOOK`: re-reckons every balance and every hash.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Räknar om hela boken och säger om något skiljer.")

  @Argument(help: "Bokens fil.")
  var book: String

  @Flag(name: .long, help: "Skriv som JSON.")
  var json = false

  func run() throws {
    let world = World.real()
    let store = try Store(opening: book)
    let verification = try store.verify { world.progress("Räknar om: \($0) poster") }
    world.progress("")
    if json {
      world.say(
        try Output.json(
          VerificationOutput(
            isSound: verification.isWhole, vouchers: verification.voucherCount, historyLines: verification.lineCount,
            lastHash: verification.lastHash, findings: verification.findings.map(Words.sentence))))
    } else if verification.isWhole {
      world.say(
        "Boken stämmer: \(verification.voucherCount) verifikationer, \(verification.lineCount) rader i historiken.")
      world.say("Sista avtrycket: \(verification.lastHash)")
    } else {
      for finding in verification.findings { world.say(Words.sentence(finding)) }
    }
    guard verification.isWhole else { throw Failure(.findings) }
  }
}

private struct VerificationOutput: Encodable {
  let isSound: Bool
  let vouchers: Int
  let historyLines: Int
  let lastHash: String
  let findings: [String]
}
