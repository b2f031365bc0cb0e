import Desk
import Exchange
import Foundation
import Ledger
import Store
import Testing

/// What becomes of an import that is undone, seen from outside the book.
struct UndoneImportTests {
  private static let actor = Actor(name: "ekonom")
  private static let moment = Moment(secondsSince1970: 1_770_000_000)

  private func importFile(_ name: String, _ lines: [String], into store: Store) throws {
    let source = ByteSource.bytes(SmallSIE.bytes(lines))
    let file = SIEImport(source: source, name: name, progress: { _ in })
    var documents = Documents()
    try store.together(by: Self.actor, at: Self.moment) {
      _ = try file.run(in: $0, form: try file.form(), documents: &documents)
    }
  }

  private func undoLast(in store: Store) throws {
    let last = try #require(try store.imports().last)
    try store.undoImport(last.sequence, because: "Fel fil", by: Self.actor, at: Self.moment)
  }

  /// The book as a folder: the names of its bookkeeping files.
  private func bookkeeping(of store: Store) throws -> [String] {
    let day = try #require(CalendarDate("2026-02-15"))
    return try BookFolder.files(of: store, on: day).map(\.path).filter { $0.hasPrefix("bokforing/") }
  }

  @Test func `an undone import is left out of the folder, and the same file is in it when it is imported again`() throws
  {
    try Program.inFolder { program in
      try LedgerLifeTests.imported(in: program)
      let store = try Store(opening: program.path("bok.finsam"))
      let year = try #require(FiscalYear(calendarYear: 2025))
      let before = try store.books(of: year)
      #expect(try bookkeeping(of: store) == ["bokforing/2025.se"])

      try undoLast(in: store)
      #expect(try bookkeeping(of: store) == [])
      #expect(try program.run("verify", "bok.finsam").code == 0)
      try importFile("2025.se", SmallSIE.lines, into: store)

      #expect(try bookkeeping(of: store) == ["bokforing/2025.se"])
      #expect(try store.books(of: year) == before)
      #expect(try program.run("verify", "bok.finsam").code == 0)
    }
  }

  @Test func `a year that another file compares with gives way to its own file, and stands again when that is undone`()
    throws
  {
    try Program.inFolder { program in
      try ImportTests.book(in: program)
      let store = try Store(opening: program.path("bok.finsam"))
      let compared = SmallSIE.lines.flatMap { line in
        line == "#RAR 0 20250101 20251231"
          ? [
            line, "#RAR -1 20240101 20241231", "#IB -1 1930 90000.00", "#IB -1 2068 -90000.00", "#UB -1 1930 100000.00",
            "#UB -1 2068 -90000.00", "#RES -1 3985 -10000.00",
          ] : [line]
      }
      try importFile("2025.se", compared, into: store)
      let year = try #require(FiscalYear(calendarYear: 2024))
      let before = try store.books(of: year)
      let own = [
        "#FLAGGA 0", "#FORMAT PC8", "#SIETYP 4", "#ORGNR 222000-0000", "#RAR 0 20240101 20241231",
        "#IB 0 1930 90000.00",
        "#IB 0 2068 -90000.00", "#UB 0 1930 100000.00", "#UB 0 2068 -90000.00", "#RES 0 3985 -10000.00",
        "#VER A 1 20240115 \"Medlemsbidrag\" 20240115", "{", "#TRANS 1930 {} 10000.00", "#TRANS 3985 {} -10000.00", "}",
      ]

      try importFile("2024.se", own, into: store)
      #expect(try store.hasVouchers(in: year))
      #expect(try store.books(of: year).balances.map(\.closing) == before.balances.map(\.closing))
      try undoLast(in: store)

      #expect(try !store.hasVouchers(in: year))
      #expect(try store.books(of: year) == before)
      #expect(try program.run("verify", "bok.finsam").code == 0)
    }
  }

  @Test func `why an import cannot be undone is said with what to do`() throws {
    try Program.inFolder { program in
      try LedgerLifeTests.imported(in: program)
      let store = try Store(opening: program.path("bok.finsam"))
      let receipt = try #require(try store.imports().last)
      try store.close(try #require(Month(year: 2025, month: 3)), by: Self.actor, at: Self.moment)
      do {
        try undoLast(in: store)
        Issue.record("not refused")
      } catch let refusal as Store.Refusal {
        #expect(
          Words.sentence(refusal)
            == "Inläsningen kan inte ångras, för annat vilar på den: Mars 2025 är stängd. Öppna månaden först, om den ska ändras."
        )
        #expect(Words.failure(for: refusal)?.kind == .input)
      }
      #expect(
        Words.sentence(.importUndone(receipt))
          == "Inläsning \(receipt.sequence) av 2025.se är redan ångrad. Samma fil kan läsas in på nytt.")
    }
  }
}
