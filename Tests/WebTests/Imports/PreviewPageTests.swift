import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Desk
@testable import Web

/// What is shown of a file before anything is recorded.
struct PreviewPageTests {
  /// The text of a page, its no-break spaces as blanks.
  static func text(_ reply: Guest.Reply) -> String { reply.body.replacing("\u{A0}", with: " ") }

  static func preview(
    _ bytes: [UInt8], named name: String = "2023.se", year: String = "", kit: OfficeKit
  ) async throws -> (path: String, reply: Guest.Reply) {
    try await kit.visit(as: .bookkeeper) { guest in
      let path = try await guest.sendIn(bytes, named: name, year: year)
      return (path, try await guest.get(path))
    }
  }

  @Test func `a file that is sent in is shown before anything of it is recorded`() async throws {
    let kit = try OfficeKit()
    let before = try kit.store.lastHash()

    let (_, reply) = try await Self.preview(SmallYear.bytes, kit: kit)

    #expect(reply.status == .ok)
    let text = Self.text(reply)
    #expect(text.contains("Inget hindrar att filen läses in."))
    #expect(text.contains("SIE typ 4: kontoplan, saldon och alla verifikationer"))
    #expect(text.contains("CP437 (PC8)"))
    #expect(text.contains("2023-01-01–2023-12-31, läses in"))
    #expect(text.contains("Exempelbygden, org.nr 222000-2451"))
    #expect(text.contains("2, 2023-01-15 till 2023-03-01"))
    #expect(text.contains("#EGEN"))
    #expect(text.contains(">Läs in</button>"))
    #expect(try kit.store.lastHash() == before)
  }

  @Test func `six totals stand beside what the book has`() async throws {
    let kit = try OfficeKit()

    let (_, reply) = try await Self.preview(SmallYear.bytes, kit: kit)

    let text = Self.text(reply)
    for (title, total) in [
      ("Ingående tillgångar", "100 000,00 kr"), ("Intäkter", "50 000,00 kr"), ("Kostnader", "5 000,00 kr"),
      ("Resultat", "45 000,00 kr"), ("Kassa och bank vid årets slut", "145 000,00 kr"),
      ("Verifikationer och omslutning", "2 st, 55 000,00 kr"),
    ] {
      let row = try #require(text.firstRange(of: ">\(title)<"), "\(title)")
      let cell = try #require(text[row.upperBound...].firstRange(of: "<td class=\"number\">"))
      #expect(text[cell.upperBound...].hasPrefix(total), "\(title)")
    }
  }

  @Test func `a file of a year that the book has is set beside it, and the same bytes are known`() async throws {
    let kit = try OfficeKit()
    let receipt = try #require(try kit.store.imports().last)
    var bytes: [UInt8] = []
    try kit.store.originalBytes(ofImport: receipt.sequence) { bytes += $0 }

    let (_, reply) = try await Self.preview(bytes, named: "igen.se", kit: kit)

    let text = Self.text(reply)
    #expect(text.contains("Exakt samma fil är redan inläst"))
    #expect(text.contains("href=\"\(Addresses.importReceipt.path(receipt.sequence))\""))
    #expect(text.contains("boken har redan något av året"))
    #expect(text.contains(">ingen</td>"))
    #expect(!text.contains(">Läs in</button>"))
  }

  /// Each: what is wrong, the bytes, the file's name, and words of what is said.
  static let spoilt: [(what: String, bytes: [UInt8], name: String, words: String)] = [
    ("no SIE file", Array("konto;belopp\n1930;100\n".utf8), "2023.se", "ingen rad börjar med en SIE-post"),
    ("a web page", Array("<!DOCTYPE html><html><body>404</body></html>".utf8), "2023.se", "webbsida"),
    ("SIE 5", Array(#"<?xml version="1.0"?><Sie xmlns="http://www.sie.se/sie5"></Sie>"#.utf8), "2023.sie", "SIE 5"),
    ("UTF-16", [0xFF, 0xFE] + Array("#\u{0}F\u{0}".utf8), "2023.se", "UTF-16"),
    ("binary", (0..<4096).map { UInt8(($0 * 7919) % 256) }, "2023.se", "binära data"),
    ("blank", Array(" \r\n".utf8), "2023.se", "Filen är tom"),
    ("cut off", Array(SmallYear.bytes.dropLast(12)), "2023.se", "Filen slutar mitt i verifikation A 2"),
    (
      "another association", SmallYear.replacing("#ORGNR 222000-2451", with: "#ORGNR 222000-0000"), "2023.se",
      "Filen gäller organisationsnummer 222000-0000, men den här boken är 222000-2451"
    ),
    (
      "unbalanced", SmallYear.replacing("#TRANS 5013 {} 5000.00", with: "#TRANS 5013 {} 5001.00"), "2023.se",
      "är inte i balans"
    ),
    (
      "another year", SmallYear.replacing("#RAR 0 20230101 20231231", with: "#RAR 0 20220701 20230630"), "2023.se",
      "överlappar 2022-01-01–2022-12-31"
    ),
    ("a table without a year", Array("konto;ingående;utgående\n1930;0;0\n".utf8), "saldon.csv", "vilket räkenskapsår"),
    ("a table in UTF-16", [0xFF, 0xFE] + Array("k\u{0}".utf8), "saldon-2023.csv", "UTF-16"),
  ]

  @Test(arguments: spoilt.indices)
  func `a file that cannot be read is told so in words, and there is no button`(index: Int) async throws {
    let (what, bytes, name, words) = Self.spoilt[index]
    let kit = try OfficeKit()

    let (_, reply) = try await Self.preview(bytes, named: name, kit: kit)

    #expect(reply.status == .ok, "\(what)")
    #expect(Self.text(reply).contains("Filen kan inte läsas in"), "\(what)")
    #expect(reply.body.contains("<title>Kan inte läsas in: \(name)"), "\(what)")
    #expect(reply.body.contains("class=\"faults\" role=\"alert\" tabindex=\"-1\" id=\"fel\""), "\(what)")
    #expect(Self.text(reply).contains(words), "\(what): \(Self.text(reply))")
    #expect(!reply.body.contains(">Läs in</button>"), "\(what)")
  }

  @Test func `every remark stands with its line, the line itself and a marker`() async throws {
    let kit = try OfficeKit()

    let (_, reply) = try await Self.preview(
      SmallYear.replacing("#TRANS 5013 {} 5000.00", with: "#TRANS 5013 {} 5o00.00"), kit: kit)

    let text = Self.text(reply)
    #expect(text.contains("<code>sie-belopp</code>"))
    #expect(text.contains("Rad 31"))
    #expect(text.contains("#TRANS 5013 {} 5o00.00\n               ^"))
  }

  @Test func `a personnummer in a file is told of, and not shown`() async throws {
    let kit = try OfficeKit()
    let line = "#VER A 2 20230301 \"Hyra\" 20230301"

    let (_, reply) = try await Self.preview(
      SmallYear.replacing(line, with: "#VER A 2 20230301 \"Hyra 19811228-9874\" 20230301"), kit: kit)

    #expect(reply.body.contains("<code>personnummer</code>"))
    #expect(!reply.body.contains("19811228-9874"))
  }

  @Test func `accounts that are new, renamed or missing are told of`() async throws {
    let kit = try OfficeKit()

    let (_, reply) = try await Self.preview(SmallYear.bytes, kit: kit)

    let text = Self.text(reply)
    #expect(text.contains("Konton med annat namn eller slag"))
    #expect(text.contains("<td>Företagskonto (tillgång)</td><td>Bank (tillgång)</td>"))
    #expect(text.contains("Konton som bara finns i boken"))
  }

  @Test func `a closed month, a closed year and other opening balances are told before the button`() async throws {
    let kit = try OfficeKit()
    let reader = Actor(name: "Testet")
    _ = try await kit.visit(as: .bookkeeper) { try await $0.readIn(SmallYear.bytes) }
    let more = SmallYear.bytes([
      "#FLAGGA 0", "#SIETYP 4", "#ORGNR 222000-2451", "#RAR 0 20230101 20231231", "#IB 0 1930 90000.00",
      "#IB 0 2068 -90000.00", "#VER A 3 20230401 \"Hyra\"", "{", "#TRANS 5013 {} 1.00", "#TRANS 1930 {} -1.00", "}",
    ])
    try kit.store.close(try #require(Month(year: 2023, month: 4)), by: reader, at: kit.clock.now)

    let first = Self.text(try await Self.preview(more, named: "mer.se", kit: kit).reply)

    #expect(first.contains("1 verifikation i filen ligger i en stängd period (april 2023)"))
    #expect(first.contains("Konto 1930: 100 000,00 kr i boken, 90 000,00 kr i filen"))
    #expect(first.contains("Tidigare inläsningar av samma år"))

    try kit.store.close(try #require(FiscalYear(calendarYear: 2023)), by: reader, at: kit.clock.now)
    let second = Self.text(try await Self.preview(more, named: "mer.se", kit: kit).reply)

    #expect(second.contains("Räkenskapsåret 2023-01-01–2023-12-31 är stängt"))
  }

  @Test func `vouchers that are in the book already are named with the import they came by`() async throws {
    let kit = try OfficeKit()
    _ = try await kit.visit(as: .bookkeeper) { try await $0.readIn(SmallYear.bytes) }

    let (_, reply) = try await Self.preview(
      SmallYear.replacing("#GEN 20240105", with: "#GEN 20240106"), named: "nyare.se", kit: kit)

    #expect(Self.text(reply).contains("Verifikationer mellan A 1 och A 2 finns redan i boken"))
    #expect(!reply.body.contains(">Läs in</button>"))
  }

  @Test func `a table of balances is shown as of the year one gives`() async throws {
    let kit = try OfficeKit()
    let table = Array(
      "konto;namn;ingående;utgående\n1930;Bank;100000;145000\n2068;Eget kapital;-100000;-100000\n3985;Bidrag;0;-45000\n"
        .utf8)
    let (path, without) = try await Self.preview(table, named: "saldon.csv", kit: kit)
    #expect(Self.text(without).contains("Skriv året i fältet nedan."))

    let with = try await kit.visit(as: .bookkeeper) { try await $0.get(path.before("?") + "?ar=2023") }

    #expect(Self.text(with).contains("Inget hindrar att filen läses in."), "\(Self.text(with))")
    #expect(Self.text(with).contains("145 000,00 kr"))
  }

  @Test func `a file in UTF-8 is said to be so, whatever it says itself`() async throws {
    let kit = try OfficeKit()

    let (_, reply) = try await Self.preview(
      SmallYear.replacing("#FNAMN \"Exempelbygden\"", with: "#FNAMN \"Åkerbygden\""), kit: kit)

    #expect(Self.text(reply).contains("UTF-8: alla byte i filen är giltig UTF-8"))
    #expect(Self.text(reply).contains("Filen själv säger PC8, men det stämmer inte"))
    #expect(reply.body.contains("Åkerbygden"))
  }
}
