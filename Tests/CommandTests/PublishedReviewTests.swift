import Association
import Desk
import Foundation
import Ledger
import Press
import Report
import Review
import Store
import Testing

@testable import finsam

/// Reports before `finsam review`, as a user runs it.
struct PublishedReviewTests {
  @Test(.enabled(if: Program.python != nil, "script/setup has not made the PDF engine"))
  func `our own report comes out clean as web page, JSON, PDF and text`() throws {
    try Program.inFolder { program in
      let example = Program.root.appendingPathComponent("Examples/blekinge-2022").path
      #expect(try program.run("import", example, "--book", "b.finsam").code == 0)
      #expect(try program.run("report", "b.finsam", "--year", "2022", "--out", "ut").code == 0)
      let text = HTMLText.text(
        of: try String(
          contentsOf: program.folder.appendingPathComponent("ut/arsredovisning-2022.html"), encoding: .utf8))
      try Data(text.utf8).write(to: program.folder.appendingPathComponent("ut/arsredovisning-2022.txt"))

      for kind in ["html", "json", "pdf", "txt"] {
        let outcome = try program.run("review", "ut/arsredovisning-2022.\(kind)")
        #expect(outcome.code == 0, "\(kind): \(outcome.output)")
        #expect(outcome.output.contains("Inget att anmärka."), "\(kind)")
        #expect(outcome.output.contains("Samordningsförbundet i Blekinge län, 2022"), "\(kind)")
      }
    }
  }

  @Test func `what a report can give a book is shown, and taken when asked`() throws {
    try Program.inFolder { program in
      try Data(SoundExample.text.utf8).write(to: program.folder.appendingPathComponent("rapport.txt"))
      let path = program.folder.appendingPathComponent("b.finsam").path
      let store = try Store.create(
        at: path, association: Association(name: "Nya förbundet", organisationNumber: "222000-0000"),
        by: Actor(name: "Testet"), at: Moment(secondsSince1970: 1_700_000_000))

      let shown = try program.run("review", "rapport.txt", "--take-into", "b.finsam")
      #expect(shown.code == 0)
      #expect(shown.output.contains("ar-2023: Intäkter, kostnader och resultat 2023"))
      #expect(shown.output.contains("läst: sida 1, rad "))
      #expect(try store.association().history.isEmpty)

      let missing = try program.run("review", "rapport.txt", "--take-into", "b.finsam", "--take", "nyckel-2023")
      #expect(missing.code == 64 && missing.problems.contains("behövs för något som är valt"), "\(missing)")

      let taken = try program.run(
        "review", "rapport.txt", "--take-into", "b.finsam", "--take", "ar-2023,ar-2023-eget-kapital", "--by", "Chefen")
      #expect(taken.code == 0 && taken.output.contains("2 uppgifter är intagna"), "\(taken)")
      #expect(try store.association().history.map(\.year) == [2023])
      #expect(try store.history().contains { $0.subject == "granskad årsredovisning rapport.txt, sida 1" })

      let again = try program.run("review", "rapport.txt", "--take-into", "b.finsam", "--take", "allt")
      #expect(again.code == 0)
      #expect(try store.association().history.map(\.year) == [2021, 2022, 2023])
      #expect(try program.run("verify", "b.finsam").code == 0)
    }
  }
}
