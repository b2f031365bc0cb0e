import Ledger
import Testing

@testable import Exchange

@Suite struct SIEReaderTests {
  static let head = """
    #FLAGGA 0
    #PROGRAM "p" 1
    #FORMAT PC8
    #GEN 20250101
    #SIETYP 4
    #FNAMN "Förbundet"
    #RAR 0 20250101 20251231
    #KONTO 1930 "Bank"
    #KONTO 3010 "Bidrag"
    #UB 0 1930 100.00
    #RES 0 3010 -100.00
    #VER A 1 20250102 "Bidrag"
    {
    #TRANS 1930 {} 100.00
    #TRANS 3010 {} -100.00
    }

    """

  static func read(_ text: String) -> Reading<SIEFile> { SIEFile.read(Array(text.utf8), named: "a.se") }

  @Test func `a file that follows the specification has nothing said about it`() {
    #expect(Self.read(Self.head).diagnostics == [])
  }

  /// A voucher that balances, with its rows.
  static func voucher(_ rows: String, head: String = "#VER A 2 20250103 \"x\"") -> String { "\(head)\n{\n\(rows)\n}\n" }
  static let pair = "#TRANS 1930 {} 0.00"

  /// What stands after `head`, and the code that is to point at the mark.
  static let placed: [(code: String, marked: String)] = [
    ("sie-belopp", voucher("#TRANS 1930 {} 1️⃣abc")),
    ("sie-belopp", voucher("#TRANS 19301️⃣")),
    ("sie-belopp", voucher("#TRANS 1930 {} 1️⃣1 000.00")),
    ("sie-belopp", voucher("#TRANS 1930 {} 1️⃣10.005")),
    ("sie-belopp", voucher("#TRANS 1930 {} 1️⃣99999999999999.00")),
    ("sie-belopp-form", voucher("#TRANS 1930 {} 1️⃣0,00")),
    ("sie-belopp-form", voucher("#TRANS 1930 {} 1️⃣+0.00")),
    ("sie-belopp-form", voucher("#TRANS 1930 {} \"1️⃣0 000.00\"")),
    ("sie-belopp-form", voucher("#TRANS 1930 {} 1️⃣0.000")),
    ("sie-verifikation-obalans", "1️⃣" + voucher("#TRANS 1930 {} 5.00")),
    ("sie-verifikation-tom", "1️⃣" + voucher("")),
    ("sie-verifikation-datum", "1️⃣" + voucher(pair, head: "#VER A 2 \"\" \"x\"")),
    ("sie-verifikation-datum-ur-rad", "1️⃣" + voucher(pair + " 20250103", head: "#VER A 2")),
    ("sie-datum-utanfor-ar", "1️⃣" + voucher(pair, head: "#VER A 2 20240103")),
    ("sie-datum", voucher(pair, head: "#VER A 2 1️⃣20250230")),
    ("sie-datum-form", voucher(pair, head: "#VER A 2 1️⃣2025-01-03")),
    ("sie-serie-saknas", voucher(pair, head: "#VER 1️⃣2 20250103 \"x\" 20250103")),
    ("sie-nummer-dubblett", "1️⃣" + voucher(pair, head: "#VER A 1 20250103")),
    ("sie-nummer-ordning", voucher(pair, head: "#VER A 3 20250103") + "1️⃣" + voucher(pair)),
    ("sie-text-for-datum", voucher("#TRANS 1930 {} 0.00 \"1️⃣Hyra\"")),
    ("sie-kvantitet", voucher(pair + " 20250103 \"x\" 1️⃣många")),
    ("sie-kvantitet-decimaler", voucher(pair + " 20250103 \"x\" 1️⃣0.33333")),
    ("sie-objektlista", voucher("#TRANS 1930 1️⃣0.00")),
    ("sie-faltordning", voucher("#TRANS 1930 1️⃣0.00 {}")),
    ("sie-objektlista-fel", voucher("#TRANS 1930 {1️⃣\"x\" \"1\"} 0.00")),
    ("sie-citattecken", "#KONTO 5000 \"1️⃣Ack \"veravskrivning\""),
    ("sie-citattecken-oppet", "#KONTO 5000 \"1️⃣Avskuren te"),
    ("sie-citattecken-saknas", "#KONTO 5000 1️⃣Hyra av lokal"),
    ("sie-konto-dubblett", "1️⃣#KONTO 1930 \"Postgiro\""),
    ("sie-konto-nummer", "#KONTO 1️⃣FEL \"Fel\""),
    ("sie-konto-utan-nummer", "1️⃣#KONTO \"\" \"Fel\""),
    ("sie-konto-tomt", voucher("#TRANS \"1️⃣\" {} 0.00")),
    ("sie-konto-saknas", voucher("1️⃣#TRANS {} 0.00")),
    ("sie-konto-odeklarerat", voucher("1️⃣#TRANS 4711 {} 0.00")),
    ("sie-rad-utanfor", "1️⃣#TRANS 1930 {} 0.00"),
    ("sie-rad-okand", "1️⃣fortsättning på en text"),
    ("sie-klammer-lost", "1️⃣}"),
    ("sie-klammer-saknas", "#VER A 2 20250103\n1️⃣\(pair)\n}"),
    ("sie-klammer-rad", "#VER A 2 20250103 \"x\" {1️⃣\n\(pair)\n}"),
    ("sie-rtrans-tvilling", voucher("1️⃣#RTRANS 1930 {} 5.00\n\(pair)")),
    ("sie-avkortad", "1️⃣#VER A 2 20250103\n{\n\(pair)"),
    ("sie-post", "1️⃣#KTYP 1930 X"),
    ("sie-post-okand", "1️⃣#NYHET 1 2"),
    ("sie-post-gemener", "1️⃣#ktyp 1930 T"),
    ("sie-valuta", "1️⃣#VALUTA EUR"),
    ("sie-orgnr", "1️⃣#ORGNR"),
    ("sie-adress", "1️⃣#ADRESS \"\" \"Gatan 1\" \"\""),
    ("sie-saldo", "#KONTO 1940 \"x\"\n1️⃣#UB 0 1940 5.00"),
    ("sie-ingaende", "#KONTO 1940 \"x\"\n1️⃣#IB 0 1940 0.00\n#UB -1 1940 5.00"),
    ("sie-periodsaldo", "#KONTO 1940 \"x\"\n1️⃣#IB 0 1940 0.00\n#PSALDO 0 202501 1940 {} 5.00"),
    ("sie-faltordning", "#PSALDO 0 1️⃣1930 202501 {} 100.00"),
    ("sie-objektlista", "#PBUDGET 0 202501 1930 1️⃣100.00"),
    ("sie-objekt-odeklarerat", "#OBJEKT 20 A \"A\"\n" + voucher("1️⃣#TRANS 1930 {\"20\" \"B\"} 0.00")),
    ("sie-ksumma", "#KSUMMA\n#PROSA \"x\"\n1️⃣#KSUMMA 123456789"),
    ("sie-ksumma-oppnas-ej", "1️⃣#KSUMMA 123456789"),
    ("personnummer", voucher(pair, head: "#VER A 2 20250103 \"Ersättning 1️⃣19121212-1212\"")),
    ("personnummer", voucher(pair + " 20250103 \"1️⃣121212-1212\"")),
    ("personnummer", "#OBJEKT 1 5 \"Kim 1️⃣191212121212\""),
    ("personnummer", "#KONTO 5000 1️⃣19121212-1212 Kim"),
    ("sie-tecken-forstorda", "1️⃣#PROSA \"F\u{FFFD}rbundet\""),
    ("sie-tecken-felkodade", "1️⃣#PROSA \"F\u{201D}rbundet\""),
  ]

  @Test(arguments: placed.indices)
  func `what is wrong is said where it stands`(index: Int) {
    let (code, marked) = Self.placed[index]
    // Only ASCII in the head where the checksum must be sure of the encoding.
    let head = code == "sie-ksumma" ? Self.head.replacing("ö", with: "o") : Self.head
    let source = SIEMarkedSource(head + marked)
    let found = Self.read(source.text).diagnostics.filter { $0.code == code }

    #expect(
      found.contains { $0.place.line == source.line && ($0.place.column == 0 || $0.place.column == source.column) },
      "\(code) at \(source.line):\(source.column), but: \(found.map(\.text))")
  }

  @Test func `a personal identity number is said without being shown, and the voucher is read as it was booked`() {
    let head = "#ORGNR 121212-1212\n" + Self.head
    let reading = Self.read(head + Self.voucher(Self.pair, head: "#VER A 2 20250103 \"Ersättning 19121212-1212\""))

    let found = reading.diagnostics.filter { $0.code == "personnummer" }
    #expect(found.map(\.severity) == [.warning])
    #expect(found.allSatisfy { !$0.text.contains("1212-1212") && $0.excerpt.contains("xxxxxxxx-xxxx") })
    #expect(reading.value.vouchers.last?.text == "Ersättning 19121212-1212")
  }

  /// What is said of the file as a whole.
  static let whole: [(code: String, text: String)] = [
    ("sie-post-saknas", head.replacing("#FNAMN \"Förbundet\"\n", with: "")),
    ("sie-post-otillaten", head.replacing("#SIETYP 4", with: "#SIETYP 1")),
    ("sie-rar-saknas", head.replacing("#RAR 0 20250101 20251231\n", with: "")),
    ("sie-nummer-lucka", head + voucher(pair, head: "#VER A 4 20250103")),
    ("sie-saldosumma", head + "#UB 0 1930 1.00"),
    ("sie-saldosumma", head + "#IB 0 1930 1.00"),
    ("sie-flagga", head.replacing("#FLAGGA 0", with: "#FLAGGA 1")),
    ("sie-ksumma-osaker", head + "#KSUMMA\n#PROSA \"Å\"\n#KSUMMA 5"),
    ("sie-avkortad", head + "#KSUMMA"),
  ]

  @Test(arguments: whole.indices)
  func `what only the whole file shows is said`(index: Int) {
    let (code, text) = Self.whole[index]
    #expect(Self.read(text).diagnostics.contains { $0.code == code })
  }

  @Test func `an unbalanced voucher is told with its sums and its difference`() {
    let rows = "#TRANS 1930 {} 1000.00\n#TRANS 3010 {} -900.00"
    let text = Self.head + Self.voucher(rows, head: "#VER A 17 20250103 \"x\"")
    let found = Self.read(text).diagnostics.first { $0.code == "sie-verifikation-obalans" }

    #expect(
      found?.message.replacing("\u{A0}", with: " ")
        == "Verifikation A 17 är inte i balans: debet 1 000,00 kr, kredit 900,00 kr, skillnad 100,00 kr. Rätta "
        + "verifikationen i programmet som skrev filen och exportera på nytt.")
  }

  @Test(arguments: [TextEncoding.codePage437, .codePage1252, .utf8])
  func `the marker stands under the right character, however å, ä and ö are written`(encoding: TextEncoding) {
    let line = "#KONTO 5000 \"Åtgärder för m\"te\""
    let letters: [Unicode.Scalar: [UInt8]] =
      switch encoding {
      case .codePage437: ["Å": [0x8F], "ä": [0x84], "ö": [0x94]]
      case .codePage1252: ["Å": [0xC5], "ä": [0xE4], "ö": [0xF6]]
      case .utf8: [:]
      }
    let bytes = ("#FLAGGA 0\n" + line).unicodeScalars.flatMap { letters[$0] ?? Array(String($0).utf8) }

    let reading = SIEFile.read(bytes, named: "a.se")

    #expect(reading.value.form.encoding == encoding)
    let found = reading.diagnostics.first { $0.code == "sie-citattecken" }
    #expect(found?.place == Place(file: "a.se", line: 2, column: 14))
    #expect(found?.text.hasSuffix("\n  \(line)\n               ^") == true, "\(found?.text ?? "")")
  }

  @Test func `a mark after Swedish letters is under its character, and its column counts the file's bytes`() {
    let row = "#TRANS 1930 {\"1\" \"Ö\"} abc"
    let found = Self.read(Self.head + Self.voucher(row)).diagnostics.first { $0.code == "sie-belopp" }

    #expect(found?.place.column == 24)
    #expect(found?.marker == 23)
  }

  @Test func `a byte-order mark moves the column and not the marker`() {
    let found = SIEFile.read([0xEF, 0xBB, 0xBF] + Array("#FLAGGA Å\n".utf8), named: "a.se").diagnostics
      .first { $0.code == "sie-post" }

    #expect(found?.place.column == 4)
    #expect(found?.text.hasSuffix("\n  #FLAGGA Å\n  ^") == true)
  }

  @Test func `a row that was added counts once, and what was struck does not count`() {
    let rows = """
      #BTRANS 1930 {} 50.00 20250105 "" "" "kl"
      #RTRANS 1930 {} 70.00 20250105 "" "" "kl"
      #TRANS 1930 {} 70.00 20250103
      #TRANS 3010 {} -70.00 20250103
      """
    let voucher = Self.read(Self.head + Self.voucher(rows)).value.vouchers[1]

    #expect(voucher.rows.map(\.amount.ore) == [7000, -7000])
    #expect(voucher.amendments.map(\.kind) == [.struck, .added])
    #expect(voucher.draft()?.rows.map(\.date) == [nil, nil])
    #expect(voucher.draft()?.source == .imported(series: "A", number: "2"))
  }

  @Test(arguments: ["{}", "{ }", "{1 1}", "{\"1\" \"1\"}", "{ \"1\"\t1 }"])
  func `an object list is read however it is written`(list: String) {
    let row = Self.read(Self.head + Self.voucher("\t#TRANS\t1930 \(list) 0.00  \t")).value.vouchers[1].rows[0]
    let one = ObjectSet([ObjectReference(dimension: .costCentre, object: "1")])
    #expect(row.objects == (list.contains("1") ? one : .none))
  }

  @Test func `a path that ends in a backslash is read whole, and so is what follows`() {
    let file = Self.read(Self.head + "#FNR \"C:\\Data\\\"\n#PROSA \"Säg \\\"hej\\\"\"\n")
    #expect(file.value.entries.contains { $0.record == .companyID("C:\\Data\\") })
    #expect(file.value.entries.contains { $0.record == .comment("Säg \"hej\"") })
    #expect(file.diagnostics == [])
  }

  @Test func `an unknown record and unknown fields are kept as they stood`() {
    let text = Self.head + "#NYHET 1 {\"a\" b} \"c d\"\n#KTYP 1930 T mer\n"
    let entries = Self.read(text).value.entries
    #expect(
      entries.contains {
        $0.record
          == .unknown(SIEUnknown(label: "NYHET", fields: [.text("1"), .list(["a", "b"]), .text("c d")]))
      })
    #expect(entries.contains { $0.extra == [.text("mer")] })
  }

  @Test func `of one code two hundred are kept, and the rest are counted`() {
    let rows = String(repeating: "#TRANS 1930 {} x\n", count: 1_234)
    let found = Self.read(Self.head + Self.voucher(rows)).diagnostics.filter { $0.code == "sie-belopp" }
    #expect(found.count == 201)
    #expect(found.last?.message == "… och 1\u{A0}034 till av samma slag.")
    #expect(found.last?.severity == .error)
  }

  @Test func `a line without end is cut and said, not held`() {
    var bytes = Array(Self.head.utf8)
    bytes += Array(repeating: UInt8(ascii: "x"), count: 3_000_000)
    #expect(SIEFile.read(bytes, named: "a.se").diagnostics.map(\.code) == ["sie-rad-for-lang", "sie-rad-okand"])
  }

  @Test(arguments: [1, 2, 3, 7, 64, 1_000])
  func `the file may come in chunks of any size`(size: Int) {
    let bytes = Array((Self.head + Self.voucher("#TRANS 1930 {20 A} 1.00 \"\" \"Å \\\"ä\\\" ö\"")).utf8)
    var sniffer = SIESniffer()
    var reader = SIEReader(form: SIEFile.read(bytes, named: "a.se").value.form, named: "a.se")
    var sink = Collector()
    for start in stride(from: 0, to: bytes.count, by: size) {
      let chunk = Array(bytes[start..<min(start + size, bytes.count)])
      sniffer.read(chunk)
      reader.read(chunk, into: &sink)
    }
    let whole = SIEFile.read(bytes, named: "a.se")

    #expect(sniffer.finish() == whole.value.form)
    #expect(reader.finish(into: &sink) == whole.diagnostics)
    #expect(sink.vouchers == whole.value.vouchers)
    #expect(sink.records == whole.value.entries.count)
    #expect(reader.summary == whole.value.summary)
  }

  @Test func `what goes wrong in the sink stops the reading`() {
    var reader = SIEReader(form: SIEForm(), named: "a.se")
    var sink = FullDisk()
    #expect(throws: FullDisk.Full.self) { try reader.read(Array(Self.head.utf8), into: &sink) }
  }
}

private struct Collector: SIESink {
  var records = 0
  var vouchers: [SIEVoucher] = []
  mutating func record(_ record: SIERecord, extra: [SIEUnknown.Field]) { records += 1 }
  mutating func voucher(_ voucher: SIEVoucher) { vouchers.append(voucher) }
}

private struct FullDisk: SIESink {
  struct Full: Error {}
  mutating func record(_ record: SIERecord, extra: [SIEUnknown.Field]) throws(Full) { throw Full() }
  mutating func voucher(_ voucher: SIEVoucher) throws(Full) { throw Full() }
}
