import Association
import Testing

@testable import Store

/// The register of what has been told of counts of people.
struct CountReleaseTests {
  /// A year's counts, with one that is small.
  private func association(_ men: Int) -> Association {
    var association = Association.example
    association.countTables = [
      CountTable(
        id: "alder", year: 2025, title: "Ålder", kind: .parts, rowHeading: "Ålder",
        rows: [
          .init(id: "ung", title: "Unga", tally: Tally(women: 17, men: 28)),
          .init(id: "mogen", title: "Mogna", tally: Tally(women: 32, men: men)),
        ])
    ]
    return association
  }

  @Test func `what is kept is what is read`() throws {
    let book = try Book()
    let first = CountProtection(association(3), year: 2025).release
    #expect(first.hasNews)

    #expect(try book.store.keep(first, knowing: 0, by: .tester, at: .now2))
    let again = CountProtection(association(4), year: 2025, earlier: [first]).release
    #expect(try book.store.keep(again, knowing: 1, by: .tester, at: .now2))

    try book.reopen()
    #expect(try book.store.countReleases() == [first, again])
    #expect(try book.store.verify().findings == [])
  }

  @Test func `what tells nothing new leaves no line of history`() throws {
    let book = try Book()
    let first = CountProtection(association(3), year: 2025).release
    #expect(try book.store.keep(first, knowing: 0, by: .tester, at: .now2))
    let lines = try book.ask("SELECT COUNT(*) FROM history")

    let again = CountProtection(association(3), year: 2025, earlier: [first]).release

    #expect(try book.store.keep(again, knowing: 1, by: .tester, at: .now2))
    #expect(try book.ask("SELECT COUNT(*) FROM history") == lines)
  }

  @Test func `a report made before another left is not let out`() throws {
    let book = try Book()
    let first = CountProtection(association(3), year: 2025).release
    #expect(try book.store.keep(first, knowing: 0, by: .tester, at: .now2))
    let blind = CountProtection(association(4), year: 2025).release

    #expect(try book.store.keep(blind, knowing: 0, by: .tester, at: .now2) == false)
    #expect(try book.store.countReleases() == [first])
  }

  @Test func `the register is not changed, and a change of its file is found`() throws {
    let book = try Book()
    let first = CountProtection(association(3), year: 2025).release
    #expect(try book.store.keep(first, knowing: 0, by: .tester, at: .now2))

    for table in M0012.factTables.map(\.name) {
      #expect(try book.ask("SELECT COUNT(*) > 0 FROM \(table)") == ["1"], "\(table)")
      for sql in [
        "UPDATE \(table) SET history_sequence = history_sequence", "DELETE FROM \(table)",
        "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)",
      ] {
        #expect(throws: (any Error).self, "\(sql)") { try book.attack(sql) }
      }
    }
    for sql in [
      "UPDATE count_release SET year = 2024", "UPDATE count_release_cell SET count = 2 WHERE count = 3",
      "UPDATE count_release_term SET sign = -sign",
    ] {
      let path = try book.tampered(sql)
      #expect(try Store(opening: path).verify().firstDifference?.sequence == 2, "\(sql)")
      #expect(try VerifyTests.script(path).code == 1, "\(sql)")
    }
  }
}
