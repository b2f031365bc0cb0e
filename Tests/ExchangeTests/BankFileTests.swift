import Association
import Foundation
import Ledger
import TestKit
import Testing

@testable import Exchange

@Suite struct BankFileTests {
  static let camt = """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
      <BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>2025-03</Id>
        <FrToDt><FrDtTm>2025-03-01T00:00:00</FrDtTm><ToDtTm>2025-03-31T23:59:59</ToDtTm></FrToDt>
        <Acct><Id><IBAN>SE3550000000054910000003</IBAN></Id><Ccy>SEK</Ccy></Acct>
        <Bal><Tp><CdOrPrtry><Cd>PRCD</Cd></CdOrPrtry></Tp><Amt Ccy="SEK">1000.00000</Amt><CdtDbtInd>CRDT</CdtDbtInd>
          <Dt><Dt>2025-02-28</Dt></Dt></Bal>
        <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="SEK">2374.50</Amt><CdtDbtInd>CRDT</CdtDbtInd>
          <Dt><Dt>2025-03-31</Dt></Dt></Bal>
        <Ntry><Amt Ccy="SEK">1500</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
          <BookgDt><DtTm>2025-03-05T08:00:00</DtTm></BookgDt><AcctSvcrRef>77</AcctSvcrRef>
          <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>Region Syd &amp; Väst</Nm></Pty></Dbtr></RltdPties>
            <RmtInf><Strd><CdtrRefInf><Ref>10237</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>
        <Ntry><Amt Ccy="SEK">125.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
          <BookgDt><Dt>2025-03-03</Dt></BookgDt><AddtlNtryInf>Hyra
            mars</AddtlNtryInf></Ntry>
      </Stmt></BkToCstmrStmt>
    </Document>
    """

  static let bank = """
    Kontonummer;5491 000 003;;;\r
    Rubrik;Kontohändelser;;;\r
    Bokföringsdag;Transaktionsdag;Referens;Insättning/Uttag;Bokfört saldo\r
    2025-03-31;2025-03-30;Porto;-50,00;2 324,50\r
    2025-03-05;2025-03-05;Bidrag;1 500,00;2 374,50\r
    2025-03-03;2025-03-02;"Hyra; mars";-125,50;874,50\r
    """

  static let tax = """
    "Samordningsförbundet Exempel";"222000-0000";""
    ;Ingående saldo 2025-01-01;;1 000
    2025-01-13;Inbetalning bokförd 250110;12 500;
    2025-01-13;Avdragen skatt dec 2024;-9 000;
    2025-02-26;Ersättning för viss mervärdesskatt;31 273;
    ;Utgående saldo 2025-03-31;;35 773
    """

  private func read(_ text: String) -> Reading<[BankStatement]> { BankFile.read(Array(text.utf8), named: "a") }

  @Test func `camt.053 is read: signs, days, who and what`() throws {
    let reading = read(Self.camt)
    let statement = try #require(reading.value.first)

    #expect(reading.diagnostics == [])
    #expect(statement.account == "SE3550000000054910000003")
    #expect(statement.first.text == "2025-03-01" && statement.last.text == "2025-03-31")
    #expect(statement.opening == Money(kronor: 1000) && statement.closing == Money(ore: 237_450))
    #expect(statement.lines.map(\.amount) == [Money(ore: -12_550), Money(kronor: 1500)])
    #expect(statement.lines[0].text == "Hyra mars")
    #expect(statement.lines[1].counterparty == "Region Syd & Väst" && statement.lines[1].reference == "10237")
  }

  @Test(arguments: ["camt.053.001.02", "camt.053.001.13"])
  func `every version of camt.053 is read alike`(version: String) {
    let text = Self.camt.replacing("camt.053.001.08", with: version)
    #expect(read(text).value == read(Self.camt).value)
  }

  @Test func `a bank's CSV is read whatever stands above its heading and whichever end is up`() throws {
    let reading = read(Self.bank)
    let statement = try #require(reading.value.first)

    #expect(reading.diagnostics == [])
    #expect(statement.account == "5491 000 003")
    #expect(statement.lines.map(\.date.text) == ["2025-03-03", "2025-03-05", "2025-03-31"])
    #expect(statement.opening == Money(kronor: 1000) && statement.closing == Money(ore: 232_450))
    #expect(statement.lines[0].reference == "Hyra; mars")
  }

  @Test(arguments: [
    "Datum;Text;Belopp;Saldo\n2025-03-03;Hyra;-100;900\n2025-03-04;Porto;-50;850\n",
    "Datum,Beskrivning,Insättning,Uttag,Saldo\n2025-03-03,Hyra,,\"100,00\",\"900,00\"\n2025-03-04,Porto,,\"50,00\",\"850,00\"\n",
    "Bokförd\tBeskrivning\tUttag\tInsättning\tSaldo\n20250303\tHyra\t-100,00\t\t900,00\n20250304\tPorto\t-50,00\t\t850,00\n",
    "Date;Text;Amount;Balance\n03.03.2025;Hyra;-100.00;900.00\n04.03.2025;Porto;-50.00;850.00\n",
  ])
  func `the headings of the vocabulary mean the same`(text: String) throws {
    let reading = read(text)
    let statement = try #require(reading.value.first)

    #expect(reading.diagnostics == [])
    #expect(statement.opening == Money(kronor: 1000) && statement.closing == Money(kronor: 850))
    #expect(statement.lines.map(\.text) == ["Hyra", "Porto"])
  }

  @Test func `one day's lines are put in the order that their balances tell`() throws {
    let up = try #require(read("Datum;Text;Belopp;Saldo\n2025-03-03;A;-100;900\n2025-03-03;B;-50;850\n").value.first)
    let down = try #require(read("Datum;Text;Belopp;Saldo\n2025-03-03;B;-50;850\n2025-03-03;A;-100;900\n").value.first)
    #expect(up == down)
  }

  @Test func `skattekontot needs no heading`() throws {
    let reading = read(Self.tax)
    let statement = try #require(reading.value.first)

    #expect(reading.diagnostics == [])
    #expect(statement.account == "Skattekontot")
    #expect(statement.opening == Money(kronor: 1000) && statement.closing == Money(kronor: 35_773))
    #expect(statement.lines.count == 3 && statement.lines[2].text == "Ersättning för viss mervärdesskatt")
  }

  @Test func `a faulty row does not hide the next`() {
    let text = "Datum;Text;Belopp;Saldo\nx;A;-1;9\n2025-03-03;B;y;8\n2025-03-04;C;-1;z\n"
    #expect(read(text).diagnostics.map(\.code) == ["bank-dag", "bank-belopp", "bank-belopp", "bank-utan-saldo"])
  }

  @Test func `a personal identity number is shown nowhere`() throws {
    let statement = try #require(read("Datum;Text;Belopp;Saldo\n2025-03-03;Arvode 811228-9874;-100;900\n").value.first)
    #expect(PersonalNumber.find(in: statement.lines[0].text).isEmpty)
  }

  @Test func `no entity is expanded and nothing outside the file is read`() {
    let laughs =
      "<!DOCTYPE a [<!ENTITY a \"ha\">" + (1...20).map { "<!ENTITY a\($0) \"&a;&a;&a;&a;\">" }.joined()
      + "]><a>&a20;</a>"
    for text in [laughs, "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a>&b;</a>"] {
      let reading = XMLReader.read(Array(text.utf8), named: "a")
      #expect(reading.diagnostics.map(\.code) == ["xml-doctype"])
    }
    #expect(XMLReader.read(Array("<a>&b;</a>".utf8), named: "a").diagnostics.map(\.code) == ["xml-trasig"])
  }

  @Test func `what stood before the fault is kept`() {
    let whole = Array(Self.camt.utf8)
    let half = BankFile.read(Array(whole[..<(whole.count * 3 / 4)]), named: "a")
    #expect(half.value.first?.account == "SE3550000000054910000003")
    #expect(half.diagnostics.contains { $0.code == "xml-trasig" })
  }

  @Test(arguments: [camt, bank, tax])
  func `however a file is damaged, it is read without a crash, and what has no error adds up`(text: String) {
    var random = SeededGenerator(seed: UInt64(text.utf8.count))
    for _ in 0..<400 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
        switch Int.random(in: 0...4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 3: bytes[place] = Array("0,-. ;<>&\"\n".utf8).randomElement(using: &random) ?? 0
        default: bytes.removeSubrange(end...)
        }
      }
      let reading = BankFile.read(bytes, named: "a")
      for statement in reading.value {
        #expect(statement.first <= statement.last)
        #expect(statement.lines.allSatisfy { $0.date >= statement.first && $0.date <= statement.last })
        #expect(statement.closing == statement.opening.map { $0 + statement.change })
      }
      if reading.value.isEmpty { #expect(!reading.diagnostics.isEmpty) }
    }
  }

  @Test func `bytes that mean nothing are read without a crash`() {
    var random = SeededGenerator(seed: 11)
    let alphabet = Array("<>/=\"&;,-.0123456789 \n\rDatumBeloppSaldo?![]".utf8) + [0, 0xFF, 0xFE, 0xC3, 0xA4]
    for _ in 0..<400 {
      let bytes = (0..<300).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      _ = BankFile.read(bytes, named: "a")
      _ = BankFile.read(Array("<Document><BkToCstmrStmt><Stmt>".utf8) + bytes, named: "a")
      _ = BankFile.read(Array("Datum;Text;Belopp;Saldo\n".utf8) + bytes, named: "a")
    }
  }
}
