import Association
import Exchange
import Foundation
import Ledger
import Testing

struct FolderRoundTripTests {
  @Test(arguments: 1...60)
  func `an association written to a folder and read again is equal`(seed: Int) {
    var arbitrary = ArbitraryAssociation(seed: UInt64(seed))
    var folder = AssociationFolder(association: arbitrary.association())
    let mapping = arbitrary.mapping()
    folder.mapping = mapping
    folder.association.mappingSource = mapping.source

    let files = folder.files()
    let reading = AssociationFolder.read(files)

    #expect(reading.diagnostics.filter { $0.code != "mapp-organisationsnummer" }.map(\.text) == [])
    #expect(reading.value.association == folder.association)
    #expect(reading.value.mapping == mapping)
    for (again, file) in zip(reading.value.files(), files) { #expect(again.text == file.text) }
  }

  @Test(arguments: ArbitraryAssociation.nastyTexts)
  func `every text reads back as it was`(text: String) {
    var association = Association(name: text, organisationNumber: "222000-0000")
    association.activities = [Activity(year: 2022, title: text, goal: text, verdict: "slut")]

    let files = AssociationFolder(association: association).files()
    let reading = AssociationFolder.read(files)

    #expect(reading.diagnostics.map(\.text) == [])
    #expect(reading.value.association.activities.map { Array($0.title.utf8) } == [Array(text.utf8)])
    #expect(reading.value.association == association)
  }

  @Test func `files that are already in our form are written byte for byte as they were`() throws {
    let files = try FolderFixture.files(in: FolderFixture.top.appendingPathComponent("Tests/Golden/folder"))
    let reading = AssociationFolder.read(files)

    #expect(reading.diagnostics.map(\.code) == ["mapp-okand-fil"])
    #expect(reading.value.bookkeeping.map(\.path) == ["bokforing/2021.se", "bokforing/2022.se"])
    #expect(
      reading.value.attachments.map(\.path) == ["bilagor/A-17-2022-faktura.txt", "bilagor/protokoll/2022-03.txt"])
    #expect(
      reading.value.attachments.first?.attachedVoucher?.path(ofDocument: "faktura.txt")
        == "bilagor/A-17-2022-faktura.txt")
    #expect(reading.value.unknown.map(\.path) == ["README.md", "anteckningar.txt"])
    #expect(files.count > 20)
    for (written, file) in zip(reading.value.files(), files) {
      #expect(written.path == file.path)
      #expect(written.text == file.text)
    }
    #expect(reading.value.files() == files)
  }

  @Test func `rader.yaml is kept word for word, comments and line ends too`() {
    let source =
      "# Våra egna rader\r\nresultaträkning: {}\r\nbalansräkning: {}\r\nbokslut:\r\n"
      + "  resultatkonto: 8999\r\n  årets-resultat: 2069\r\n  balanserat-resultat: 2068\r\n"
    let reading = AssociationFolder.read([FolderFixture.association, FolderFile("rader.yaml", source)])

    #expect(reading.diagnostics.map(\.text) == [])
    #expect(Array(reading.value.association.mappingSource.utf8) == Array(source.utf8))
    #expect(reading.value.mapping?.retainedAccount == AccountNumber("2068"))
    #expect(reading.value.files().contains(FolderFile("rader.yaml", source)))
  }

  @Test func `a mapping says the same as text and as value`() {
    var arbitrary = ArbitraryAssociation(seed: 7)
    let mapping = arbitrary.mapping()
    let reading = Mapping.read(mapping.source)

    #expect(reading.diagnostics.map(\.text) == [])
    #expect(reading.value == mapping)
    #expect(reading.value?.source == mapping.source)
  }

  @Test func `line ends of Windows and a byte order mark make no difference`() {
    let plain = FolderFile(
      "mal/2022.yaml",
      "mål:\n  - id: a\n    slag: struktur\n    rubrik: A\n    mål: |\n      ett\n      två\n    regel: bedöms\n")
    let windows = FolderFile(plain.path, "\u{FEFF}" + plain.text.replacingOccurrences(of: "\n", with: "\r\n"))

    let expected = AssociationFolder.read([FolderFixture.association, plain])
    let reading = AssociationFolder.read([FolderFixture.association, windows])

    #expect(reading.diagnostics.map(\.text) == [])
    #expect(reading.value.association.goals == expected.value.association.goals)
    #expect(reading.value.association.goals.map(\.text) == ["ett\ntvå\n"])
  }

  @Test func `what is written is easy to read`() {
    var association = Association(name: "Samordningsförbundet Exempel", organisationNumber: "222000-0000")
    association.seat = "Ort: nr 1"
    association.goals = [
      Goal(
        id: "d1", year: 2022, kind: .individual, title: "Mål", text: "Första raden.\nAndra raden.\n",
        rule: .shareAtLeast(permille: 605),
        outcomes: [
          Goal.Outcome(met: Tally(women: 1, men: 2, notStated: 3), base: Tally(women: 0, men: 0, notStated: 9))
        ])
    ]
    let files = AssociationFolder(association: association).files()

    #expect(
      files.map(\.text) == [
        """
        namn: Samordningsförbundet Exempel
        organisationsnummer: 222000-0000
        säte: "Ort: nr 1"
        kontoplan: BAS
        inställningar:
          eget-kapital-tak:
            underlag: intäkter
            andel-under-brytpunkt: 20 %
            andel-över-brytpunkt: 15 %
            brytpunkt: 7000000
          driftredovisning: sammandrag-finansnetto
          driftredovisning-i-tusental: ja
          små-antal-under: 5
          antal-år-i-översikt: 5

        """,
        """
        mål:
          - id: d1
            slag: individ
            rubrik: Mål
            mål: |
              Första raden.
              Andra raden.
            regel:
              minst: 60,5 %
            utfall:
              - uppnått: {kvinnor: 1, män: 2, ej-angivet: 3}
                av: 9

        """,
      ])
  }
}
