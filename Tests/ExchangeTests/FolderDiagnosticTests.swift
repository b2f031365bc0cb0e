import Association
import Exchange
import Foundation
import Ledger
import Testing

/// A faulty file and what is said of it. `▲` marks the place.
struct FaultyFile: CustomTestStringConvertible {
  let code: String
  let path: String
  let marked: String
  let says: String

  init(_ code: String, _ path: String, _ marked: String, says: String = "") {
    self.code = code
    self.path = path
    self.marked = marked
    self.says = says
  }

  var testDescription: String { "\(code) \(path): \(marked.prefix(60))" }

  var file: FolderFile { FolderFile(path, marked.replacingOccurrences(of: "▲", with: "")) }

  var place: Place {
    let before = Array(marked.utf8)
    let mark = Array("▲".utf8)
    guard let index = before.indices.first(where: { before[$0...].starts(with: mark) }) else {
      return Place(file: path)
    }
    let lines = before[..<index].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return Place(file: path, line: lines.count, column: (lines.last?.count ?? 0) + 1)
  }
}

struct FolderDiagnosticTests {
  static let faulty: [FaultyFile] = [
    FaultyFile(
      "mapp-nyckel", "forbund.yaml", "namn: A\norganisationsnummer: 222000-0000\n▲sate: B\n",
      says: "Menade du ”säte”?"),
    FaultyFile(
      "mapp-nyckel", "deltagare/2022.yaml",
      "tabeller:\n  - {id: a, rubrik: A, slag: delar, radrubrik: R, rader: [{id: r, rubrik: R, antal: {kvinnor: 1, män: 2, ▲kön: 1}}]}\n",
      says: "kvinnor, män, ej-angivet"),
    FaultyFile(
      "mapp-nyckel", "budget/2022.yaml",
      "rader:\n  - id: a\n    rubrik: A\n    grupp: medlemsintäkter\n    belopp: {2022: 1388000,▲50, 2023: 1}\n",
      says: "med punkt"),
    FaultyFile("mapp-saknas", "forbund.yaml", "▲namn: A\n", says: "”organisationsnummer”"),
    FaultyFile("mapp-saknas", "citat.yaml", "citat:\n  - ▲id: a\n    tal: 89 %\n", says: "”källa”"),
    FaultyFile(
      "mapp-saknas", "mal/2022.yaml",
      "mål:\n  - ▲id: a\n    slag: individ\n    rubrik: A\n    mål:\n    regel: bedöms\n", says: "”mål”"),
    FaultyFile("mapp-typ", "medlemmar.yaml", "medlemmar: ▲Försäkringskassan\n", says: "en lista"),
    FaultyFile("mapp-typ", "forbund.yaml", "namn: ▲[A]\norganisationsnummer: 222000-0000\n", says: "en lista"),
    FaultyFile("mapp-typ", "forbund.yaml", "▲- namn\n- nummer\n", says: "nycklar med värden"),
    FaultyFile(
      "mapp-belopp", "historik.yaml", "2020:\n  intäkter: ▲5,6 mnkr\n  kostnader: -1\n  resultat: 1\n",
      says: "1388000.50"),
    FaultyFile("mapp-belopp", "historik.yaml", "2020:\n  intäkter: ▲1 388 00\n  kostnader: -1\n  resultat: 1\n"),
    FaultyFile("mapp-belopp", "historik.yaml", "2020:\n  intäkter: ▲1.388.000\n  kostnader: -1\n  resultat: 1\n"),
    FaultyFile("mapp-belopp", "historik.yaml", "2020:\n  intäkter: ▲99999999999\n  kostnader: -1\n  resultat: 1\n"),
    FaultyFile(
      "mapp-minus", "historik.yaml", "2020:\n  intäkter: 1\n  kostnader: ▲5\n  resultat: 1\n", says: "Skriv -5."),
    FaultyFile("mapp-dag", "rapport/2022.yaml", "underskriven: ▲2023-02-29\n", says: "2022-12-31"),
    FaultyFile("mapp-dag", "rapport/2022.yaml", "underskriven: ▲20230228\n"),
    FaultyFile("mapp-dag", "rapport/2022.yaml", "beslut: ▲2023-13-01 § 4\n", says: "§ 45"),
    FaultyFile(
      "mapp-antal", "deltagare/2022.yaml",
      "tabeller:\n  - id: a\n    rubrik: A\n    slag: delar\n    radrubrik: Å\n    rader:\n      - {id: å, rubrik: å, antal: {kvinnor: ▲-1, män: 2}}\n",
      says: "mindre än noll"),
    FaultyFile("mapp-antal", "aktiviteter/2022.yaml", "aktiviteter:\n  - aktivitet: A\n    deltagare: ▲många\n"),
    FaultyFile(
      "mapp-andel", "historik.yaml", "2020:\n  intäkter: 1\n  kostnader: -1\n  resultat: 0\n  soliditet: ▲0.2\n",
      says: "20,1 %"),
    FaultyFile(
      "mapp-brak", "medlemmar.yaml",
      "medlemmar:\n  - {id: A, namn: A, slag: stat}\nfördelningsnycklar:\n  - från: 2021-01-01\n    andelar:\n      A: ▲halva\n    avrundning-bärs-av: A\n"
    ),
    FaultyFile(
      "mapp-val", "medlemmar.yaml", "medlemmar:\n  - {id: A, namn: A, slag: ▲komun}\n",
      says: "stat, region, kommun. Menade du ”kommun”?"),
    FaultyFile(
      "mapp-val", "forbund.yaml",
      "namn: A\norganisationsnummer: 222000-0000\ninställningar:\n  driftredovisning-i-tusental: ▲true\n",
      says: "ja, nej"),
    FaultyFile("mapp-id", "insatser.yaml", "insatser:\n  - {id: ▲Ung framtid, namn: U, slag: individ}\n"),
    FaultyFile(
      "mapp-dubbel-id", "citat.yaml", "citat:\n  - {id: a, tal: 1, källa: B}\n  - {id: ▲a, tal: 2, källa: C}\n",
      says: "på rad 2"),
    FaultyFile(
      "mapp-hanvisning", "styrelse.yaml", "platser:\n  - funktion: Ordförande\n    utsedd-av: ▲FK\n",
      says: "medlemmar.yaml"),
    FaultyFile(
      "mapp-hanvisning", "insatser.yaml", "ramar:\n  2022:\n    - insats: ▲SIRI\n      belopp: 1\n",
      says: "Det finns ingen insats"),
    FaultyFile("mapp-ar", "historik.yaml", "▲22:\n  intäkter: 1\n", says: "2022"),
    FaultyFile("mapp-ar", "styrelse.yaml", "möten:\n  ▲alla:\n    - {id: a, rubrik: A, antal: 1}\n"),
    FaultyFile(
      "mapp-dubbel-nyckel", "historik.yaml", "▲2020: {intäkter: 1, kostnader: -1, resultat: 0}\n2020: {}\n",
      says: "”2020”"),
    FaultyFile(
      "mapp-regel", "mal/2022.yaml",
      "mål:\n  - id: a\n    slag: individ\n    rubrik: A\n    mål: B\n    regel: ▲minst 60 %\n"),
    FaultyFile(
      "mapp-konto", "rader.yaml",
      "resultaträkning:\n  avskrivningar: ▲77\nbalansräkning: {}\nbokslut: {resultatkonto: 8999, årets-resultat: 2069, balanserat-resultat: 2068}\n"
    ),
    FaultyFile(
      "mapp-konto", "rader.yaml",
      "resultaträkning:\n  avskrivningar: ▲3099-3000\nbalansräkning: {}\nbokslut: {resultatkonto: 8999, årets-resultat: 2069, balanserat-resultat: 2068}\n"
    ),
    FaultyFile(
      "mapp-nyckel", "rader.yaml",
      "resultaträkning:\n  ▲avskrivning: 7700\nbalansräkning: {}\nbokslut: {resultatkonto: 8999, årets-resultat: 2069, balanserat-resultat: 2068}\n",
      says: "”avskrivningar”"),
    FaultyFile("mapp-organisationsnummer", "forbund.yaml", "namn: A\norganisationsnummer: ▲222000-0001\n"),
    FaultyFile("mapp-tabb", "styrelse.yaml", "platser:\n▲\t- funktion: Ordförande\n", says: "mellanslag"),
    FaultyFile("mapp-yaml", "forbund.yaml", "namn: ▲\"A\norganisationsnummer: 222000-0000\n", says: "citattecken"),
    FaultyFile("mapp-yaml", "forbund.yaml", "namn: Mål▲: arbete\norganisationsnummer: 222000-0000\n", says: "kolon"),
    FaultyFile(
      "mapp-yaml", "forbund.yaml", "namn: A\n---\n▲namn: B\n".replacingOccurrences(of: "---\n▲", with: "▲---\n"),
      says: "flera dokument"),
    FaultyFile("mapp-ankare", "forbund.yaml", "namn: ▲&a A\norganisationsnummer: 222000-0000\n", says: "citattecken"),
    FaultyFile("mapp-ankare", "forbund.yaml", "namn: A\norganisationsnummer: 222000-0000\nsäte: ▲*a\n"),
    FaultyFile("mapp-ankare", "forbund.yaml", "namn: ▲!!str A\norganisationsnummer: 222000-0000\n"),
    FaultyFile("mapp-tecken", "forbund.yaml", "namn: A▲\u{0}\norganisationsnummer: 222000-0000\n"),
    FaultyFile("mapp-tecken", "texter/2022/handelser.md", "å▲\u{1B}[0m\n"),
    FaultyFile("personnummer", "texter/2022/handelser.md", "En text om ▲121212-1212.\n", says: "enskilda personer"),
    FaultyFile("personnummer", "styrelse.yaml", "platser:\n  - funktion: Ordförande\n    namn: Ö ▲19121212-1212\n"),
    FaultyFile("personnummer", "forbund.yaml", "namn: A # ▲121212+1212\norganisationsnummer: 222000-0000\n"),
    FaultyFile("personnummer", "bilagor/A-1-2022-121212-1212.pdf", ""),
    FaultyFile("mapp-okand-fil", "medlemar.yaml", "", says: "Menade du ”medlemmar.yaml”?"),
    FaultyFile("mapp-okand-fil", "mal/2022.yml", "", says: "Menade du ”mal/2022.yaml”?"),
    FaultyFile("mapp-okand-fil", "texter/2022/Det som hänt.md", ""),
    FaultyFile("mapp-okand-fil", "foto.jpg", "", says: "följer med orörd"),
    FaultyFile("mapp-rader-tom", "rader.yaml", "# tom\n"),
  ]

  @Test(arguments: faulty)
  func `a fault is said with its place, what was expected and what to do`(faulty: FaultyFile) {
    let others = [FolderFixture.association].filter { $0.path != faulty.path }
    let reading = AssociationFolder.read(others + [faulty.file])

    #expect(reading.diagnostics.map(\.code) == [faulty.code], "\(reading.diagnostics.map(\.text))")
    guard let found = reading.diagnostics.first else { return }
    #expect(found.place.line == faulty.place.line && found.place.column == faulty.place.column, "\(found.text)")
    #expect(faulty.says.isEmpty || found.message.contains(faulty.says), "\(found.text)")
    #expect(found.message.hasSuffix(".") || found.message.hasSuffix("?") || found.message.hasSuffix(".)"))
    #expect(!found.text.contains("1212-1212") && !found.text.contains("1212+1212"))
  }

  @Test func `all faults of all files are said at once, in order of place, and the rest is read`() {
    let reading = AssociationFolder.read([
      FolderFile("forbund.yaml", "namn: Exempel\norganisationsnummer: 222000-0000\nsate: X\nkontoplan: Bas\n"),
      FolderFile("mal/2022.yaml", "mål: [\n"), FolderFixture.members,
      FolderFile(
        "styrelse.yaml", "platser:\n  - {funktion: Ordförande, utsedd-av: FKK}\n  - {funktion: Ledamot, från: nu}\n"),
    ])

    #expect(
      reading.diagnostics.map { "\($0.place.file):\($0.place.line) \($0.code)" } == [
        "forbund.yaml:3 mapp-nyckel", "forbund.yaml:4 mapp-val", "mal/2022.yaml:2 mapp-yaml",
        "styrelse.yaml:2 mapp-hanvisning", "styrelse.yaml:3 mapp-dag",
      ])
    #expect(reading.value.association.name == "Exempel")
    #expect(reading.value.association.members.count == 2)
    #expect(reading.value.association.seats.map(\.function) == ["Ordförande", "Ledamot"])
  }

  @Test func `the printed form shows the line and a marker`() {
    let text = AssociationFolder.read([
      FolderFile("forbund.yaml", "namn: A\norganisationsnummer: 222000-0000\nsate: B\n")
    ])
    .diagnostics.map(\.text)

    #expect(
      text == [
        "forbund.yaml:3:1: fel: Nyckeln ”sate” finns inte här. Menade du ”säte”? [mapp-nyckel]\n  sate: B\n  ^"
      ])
  }

  @Test func `after Swedish letters the marker stands under the right character`() {
    let lines = "medlemmar:\n  - {id: Å, namn: Ängsö, slag: komun}\n"
    let found = AssociationFolder.read([FolderFixture.association, FolderFile("medlemmar.yaml", lines)]).diagnostics

    #expect(found.map(\.place.column) == [35])
    #expect(
      found.first?.text.hasSuffix(
        "\n    - {id: Å, namn: Ängsö, slag: komun}\n" + String(repeating: " ", count: 33) + "^") == true)
  }

  @Test func `nothing is asked of members whose file could not be read`() {
    let reading = AssociationFolder.read([
      FolderFixture.association, FolderFile("medlemmar.yaml", "medlemmar: [\n"),
      FolderFile("styrelse.yaml", "platser:\n  - {funktion: Ordförande, utsedd-av: FK}\n"),
    ])

    #expect(reading.diagnostics.map(\.code) == ["mapp-yaml"])
  }

  @Test func `a folder without forbund yaml, an empty one and files given twice are said`() {
    #expect(AssociationFolder.read([]).diagnostics.map(\.code) == ["mapp-forbund-saknas"])
    #expect(
      AssociationFolder.read([FolderFixture.association, FolderFixture.association]).diagnostics.map(\.code)
        == ["mapp-dubbel-fil"])
    #expect(
      AssociationFolder.read([FolderFile("forbund.yaml", "")]).diagnostics.map(\.code) == [
        "mapp-saknas", "mapp-saknas",
      ])
  }

  @Test func `files in another encoding and files too large are refused with a sentence`() {
    let cases: [(String, [UInt8])] = [
      ("mapp-kodning", Array("namn: Sm".utf8) + [0xE5] + Array("land\n".utf8)),
      ("mapp-kodning", [0xFF, 0xFE, 0x6E, 0x00]), ("mapp-storlek", [UInt8](repeating: 0x20, count: 1 << 20 + 1)),
      ("mapp-kodning", [0xC0, 0x80]), ("mapp-kodning", [0xED, 0xA0, 0x80]), ("mapp-tecken", [0x61, 0xEF, 0xB7, 0x90]),
    ]
    for (code, bytes) in cases {
      let reading = AssociationFolder.read([FolderFixture.association, FolderFile(path: "citat.yaml", bytes: bytes)])
      #expect(reading.diagnostics.map(\.code) == [code])
    }
  }

  @Test func `a thousand faults are said, and that there are more`() {
    let text = (1...3000).map { "nyckel\($0): 1\n" }.joined()
    let codes = AssociationFolder.read([FolderFixture.association, FolderFile("citat.yaml", text)]).diagnostics.map(
      \.code)

    #expect(codes.count == 1001)
    #expect(codes.filter { $0 == "mapp-for-manga-fel" }.count == 1)
  }

  @Test(arguments: [
    ("1388000", 138_800_000), ("1 388 000", 138_800_000), ("1_388_000", 138_800_000),
    ("1\u{A0}388\u{A0}000,50", 138_800_050),
    ("-250.5", -25_050), ("\u{2212}250", -25_000), ("0", 0), ("10000000000", 1_000_000_000_000),
  ])
  func `amounts are read as people write them`(text: String, ore: Int64) {
    let files = [
      FolderFixture.association,
      FolderFile("balanskrav/2022.yaml", "orealiserade: \(text)\nrealisationsvinster: '\(text)'\n"),
    ]
    let reading = AssociationFolder.read(files)

    #expect(reading.diagnostics == [])
    #expect(reading.value.association.balanceRequirements.map(\.unrealised.ore) == [ore])
    #expect(reading.value.association.balanceRequirements.map(\.realisedGains.ore) == [ore])
  }
}
