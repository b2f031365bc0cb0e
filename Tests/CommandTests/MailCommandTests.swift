import Foundation
import Ledger
import Store
import Testing

/// `finsam mail` on the example association, run as a user runs it.
struct MailCommandTests {
  private func book(_ program: Program) throws -> Store {
    let source = Program.root.appendingPathComponent("Examples/blekinge-2022").path
    #expect(try program.run("import", source, "--book", "bok.finsam").code == 0)
    let store = try Store(opening: program.folder.appendingPathComponent("bok.finsam").path)
    let now = Moment(secondsSince1970: 1_771_146_000)
    let user = try store.record(
      user: nil, name: "Chefen", mail: "chefen@example.se", role: .director, insatser: [], isActive: true,
      by: Actor(name: "Testet"), at: now)
    _ = try store.comment(
      "Stämmer det?", at: "rapport/2022/kapitel/handelser", to: user.id, by: Actor(name: "Revisorn"), at: now)
    return store
  }

  @Test func `a dry run prints the letters and notes nothing`() throws {
    try Program.inFolder { program in
      let store = try book(program)

      let run = try program.run(
        "mail", "bok.finsam", "--weekly", "--dry-run", "--address", "https://kontor.example.se/")

      #expect(run.code == 0, "\(run.problems)")
      #expect(run.output.contains("Till: chefen@example.se\nÄmne: Att göra i "))
      #expect(run.output.contains("- Fråga från Revisorn om kapitlet"))
      #expect(run.output.contains("  https://kontor.example.se/rapport/2022/kapitel/handelser\n"))
      #expect(run.output.hasSuffix("1 brev; inget är skickat.\n"))
      #expect(!run.output.contains("Stämmer det?"))
      let user = try #require(store.users().first)
      #expect(try store.weeklyMails(of: user.id).isEmpty)
    }
  }

  @Test func `what is missing is said`() throws {
    try Program.inFolder { program in
      _ = try book(program)
      let no = try program.run("mail", "bok.finsam")
      #expect(no.code == 64 && no.problems.contains("--weekly"))
      let homeless = try program.run("mail", "bok.finsam", "--weekly")
      #expect(homeless.code == 64 && homeless.problems.contains("--address"))
      let mute = try program.run("mail", "bok.finsam", "--weekly", "--address", "https://kontor.example.se")
      #expect(mute.code == 64 && mute.problems.contains("sendmail"))
    }
  }

  @Test func `the letters are handed to the mail program, once`() throws {
    try Program.inFolder { program in
      _ = try book(program)
      let path = try program.write(Data("#!/bin/sh\ncat >> brev\n".utf8), to: "sendmail")
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
      let environment = ["FINSAM_SENDMAIL": path, "FINSAM_AVSANDARE": "kontoret@example.se"]
      func run() throws -> String {
        let run = try program.run(
          "mail", "bok.finsam", "--weekly", "--address", "https://kontor.example.se", environment: environment)
        #expect(run.code == 0, "\(run.problems)")
        return run.output
      }

      #expect(try run() == "1 brev skickat.\n")
      #expect(try run() == "0 brev skickade.\n")
      let letters = try String(contentsOf: program.folder.appendingPathComponent("brev"), encoding: .utf8)
      #expect(letters.components(separatedBy: "To: <chefen@example.se>").count == 2)
    }
  }
}
