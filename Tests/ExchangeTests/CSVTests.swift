import Ledger
import Testing

@testable import Exchange

@Suite struct CSVTableTests {
  static func texts(_ text: String) -> [[String]] {
    CSVTable.read(Array(text.utf8), named: "a.csv").value.rows.map { $0.map(\.text) }
  }

  @Test func `cells are told apart by whichever separator the first line has`() {
    #expect(Self.texts("a;b,c\r\n1;2\r\n") == [["a", "b,c"], ["1", "2"]])
    #expect(Self.texts("a,b\n1,\"2,5\"\n") == [["a", "b"], ["1", "2,5"]])
    #expect(Self.texts("a\tb\n1\t2") == [["a", "b"], ["1", "2"]])
  }

  @Test func `quotes hold separators, line ends and quotes`() {
    #expect(Self.texts("a;b\n\"x;\"\"y\"\"\nz\"; 2 \n\n;\n") == [["a", "b"], ["x;\"y\"\nz", "2"]])
  }

  @Test func `a table is the same when it has been written and read again`() {
    let rows = [["a", "b"], ["x;\"y\"\r\nz", " två "], ["", "ö"]]
    let table = CSVTable(rows: rows.map { $0.map { CSVTable.Cell(text: $0) } })
    let again = CSVTable.read(table.bytes(), named: "a.csv").value
    #expect(again.rows.map { $0.map(\.text) } == rows)
    #expect(again.encoding == .utf8)
  }

  @Test func `Windows-1252 is told from its bytes`() {
    let table = CSVTable.read(Array("konto;ben".utf8) + [0xE4] + Array("mning\n".utf8), named: "a.csv").value
    #expect(table.encoding == .codePage1252)
    #expect(table.rows.first?.last?.text == "benämning")
  }

  @Test(
    arguments: [
      ("1234,50", 123_450), ("-1 234,50", -123_450), ("\u{2212}1\u{A0}234", -123_400), ("1234.5", 123_450),
      ("1.234,50", 123_450), ("1,234.50", 123_450), ("1.234.567", 123_456_700), ("5 kr", 500), ("", 0), ("–", 0),
      ("0,05", 5), (",5", 50), ("+5", nil), ("1.234", nil), ("1,234", nil), ("1,2,3", nil), ("(5)", nil), ("abc", nil),
      ("99999999999999", nil),
    ] as [(String, Int64?)])
  func `an amount is read as people write it, and never guessed at`(text: String, ore: Int64?) {
    #expect(SwedishAmount.read(text)?.ore == ore)
  }
}

@Suite struct BalanceCSVTests {
  static func read(_ text: String) -> Reading<BalanceFile> { BalanceCSV.read(Array(text.utf8), named: "a.csv") }

  @Test func `last year's published figures are enough`() {
    let reading = Self.read(
      """
      Utgående;Konto;Benämning;Ingående
      3 120 000,50;1930;Bank;2 600 000
      -2 600 000;2010;Eget kapital;−2 600 000
      -5 000 000,50;3010;Medlemsbidrag;
      4 480 000;5010;Insatser;
      """)

    #expect(reading.diagnostics == [])
    #expect(reading.value.lines.map(\.opening.ore) == [260_000_000, -260_000_000, 0, 0])
    #expect(reading.value.lines.map(\.closing.ore) == [312_000_050, -260_000_000, -500_000_050, 448_000_000])
    #expect(reading.value.accounts.map(\.name) == ["Bank", "Eget kapital", "Medlemsbidrag", "Insatser"])
  }

  @Test func `an account may be split by insats and party`() {
    let reading = Self.read("konto;insats;part;förändring\n5010;VÄG;FK;100\n5010;VÄG;;50\n1930;;;-150\n")
    let insats = ObjectReference(dimension: .insats, object: "VÄG")
    let party = ObjectReference(dimension: .party, object: "FK")
    #expect(reading.value.lines.map(\.objects) == [.none, ObjectSet([insats]), ObjectSet([insats, party])])
    #expect(reading.diagnostics.map(\.code) == ["csv-utan-ingaende"])
  }

  static let placed: [(code: String, marked: String)] = [
    ("csv-belopp", "konto;ingående;utgående\n1930;0;1️⃣1.234\n"),
    ("csv-konto", "konto;ingående;utgående\n1️⃣Summa;0;0\n"),
    ("csv-kontotyp", "konto;kontotyp;ingående;utgående\n1️⃣1930;X;0;0\n"),
    ("csv-konto-dubblett", "konto;ingående;utgående\n1930;0;0\n1️⃣1930;0;0\n"),
    ("csv-rad-obalans", "konto;ingående;förändring;utgående\n1️⃣1930;0;5;6\n"),
    ("csv-kolumn-okand", "konto;ingående;utgående;1️⃣färg\n"),
    ("csv-kolumn-dubblett", "konto;ingående;utgående;1️⃣UB\n"),
    ("csv-kolumn-saknas", "1️⃣konto;ingående\n"),
    ("csv-kolumn-saknas", "1️⃣ingående;utgående\n"),
    ("csv-ingaende-resultat", "konto;ingående;utgående\n1️⃣3010;5;5\n1930;-5;-5\n"),
    ("csv-citattecken", "konto;ingående;utgående\n1️⃣\"1930;0;0\n"),
  ]

  @Test(arguments: placed.indices)
  func `what is wrong is said where it stands`(index: Int) {
    let (code, marked) = Self.placed[index]
    let source = SIEMarkedSource(marked)
    let found = Self.read(source.text).diagnostics.filter { $0.code == code }
    #expect(
      found.contains { $0.place.line == source.line && ($0.place.column == 0 || $0.place.column == source.column) },
      "\(found)")
  }

  @Test func `a table that does not add up is told with the difference and a hint`() {
    let reading = Self.read("konto;ingående;utgående\n1930;100;250\n2010;100;100\n")
    let messages = reading.diagnostics.map { $0.message.replacing("\u{A0}", with: " ") }
    #expect(reading.diagnostics.map(\.code) == ["csv-ingaende-obalans", "csv-utgaende-obalans"])
    #expect(messages[0].contains("200,00 kr, men ska vara noll"))
    #expect(messages[0].contains("kredit (skulder, eget kapital och intäkter) ska skrivas med minus"))
    #expect(messages[1].contains("350,00 kr, men ska vara noll"))
    #expect(Self.read("").diagnostics.map(\.code) == ["csv-tom"])
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `balances are the same when they have been written and read again`(seed: UInt64) {
    var numbers = SIESeededNumbers(seed: seed)
    let accounts = (0..<20).map { index in
      Account(
        number: AccountNumber("\(1000 + index * 400)"), name: ["Bank", "a;b", "\"x\"", "Åäö, m.m.", ""][index % 5],
        kind: AccountKind.allCases.randomElement(using: &numbers))
    }
    let dimensions = [Dimension.insats, .party, .kind, Dimension(number: 7)]
    let lines = (0..<60).map { _ in
      BalanceFile.Line(
        account: AccountNumber("\(1000 + Int.random(in: 0..<20, using: &numbers) * 400)"),
        objects: ObjectSet(
          dimensions.filter { _ in Bool.random(using: &numbers) }.map { ObjectReference(dimension: $0, object: "Å 1") }),
        opening: Money(ore: Int64.random(in: -1_000_000...1_000_000, using: &numbers)),
        change: Money(ore: Int64.random(in: -1_000_000...1_000_000, using: &numbers)))
    }
    let file = BalanceFile(accounts: accounts, lines: lines)

    let reading = BalanceCSV.read(BalanceCSV.write(file), named: "a.csv")

    #expect(reading.value == file, "seed \(seed)")
    #expect(
      Set(reading.diagnostics.map(\.code)).isSubset(
        of: ["csv-ingaende-obalans", "csv-utgaende-obalans", "csv-ingaende-resultat"]))
  }

  @Test func `books give a table, and the table gives books`() throws {
    let example = try SIEFileBooksTests.Example()
    let file = BalanceFile(example.books)
    let books = BalanceCSV.read(BalanceCSV.write(file), named: "a.csv").value
      .books(of: example.books.year, standard: .bas)

    #expect(books.balances.map(\.closing) == example.books.balances.map(\.closing))
    #expect(books.balances.map(\.objects) == example.books.balances.map(\.objects))
    #expect(books.chart.accounts.map(\.name) == example.books.chart.accounts.map(\.name))
  }
}
