import Association
import Foundation
import Ledger
import TestKit
import Testing

@testable import Exchange

/// `Tests/Golden/errors`: what is said of each fault in SIE, CSV and the association folder.
struct ErrorExampleTests {
  static let examples = ErrorExample.all(startingWith: [
    "sie-", "csv-", "mapp-", "personnummer", "budgetfil-", "xlsx-", "bank-", "faktura-", "xml-",
    "enkat-fil", "lista-", "leverans-",
  ])

  @Test(arguments: examples)
  func `what is said of each fault is as recorded; FINSAM_BLESS=1 records it`(example: ErrorExample) throws {
    let said = try Self.said(of: example)

    #expect(try example.recorded(insteadOf: said) == said)
    #expect(said.contains("[\(example.code)]\n"))
  }

  @Test func `every code in the sources has an example, or a reason why it has none`() throws {
    let codes = try ErrorReference.codesInSources()
    let examples = Set(ErrorExample.all(startingWith: [""]).map(\.code)).filter { !$0.hasPrefix(".") }

    #expect(codes.count > 120)
    #expect(codes.subtracting(examples).subtracting(ErrorReference.withoutExample.keys).sorted() == [])
    #expect(examples.subtracting(codes).sorted() == [], "No source says these any longer.")
    #expect(examples.isDisjoint(with: ErrorReference.withoutExample.keys))
    #expect(examples.isSuperset(of: ErrorReference.inputsMade.keys))
  }

  @Test func `the manual's page is what the examples make it; FINSAM_BLESS=1 writes it`() throws {
    // Recorded here as well, so that the page is made of what is said now.
    for example in Self.examples { _ = try example.recorded(insteadOf: Self.said(of: example)) }

    let (written, made) = try ErrorReference.page()

    #expect(written == made, "Run script/bless, or this test with FINSAM_BLESS=1, and read the difference.")
  }

  /// No sentence blames, and each is whole.
  @Test(arguments: examples)
  func `a message is whole sentences and blames nobody`(example: ErrorExample) throws {
    let said = try Self.said(of: example)

    for line in said.split(separator: "\n") where line.hasSuffix("[\(example.code)]") {
      let message = line.dropLast(example.code.utf8.count + 3)
      #expect(message.hasSuffix(".") || message.hasSuffix("?") || message.hasSuffix(".)"), "\(line)")
      for word in ["ogiltig", "felaktig", "invalid", "error", "du har", "ni har gjort"] {
        #expect(!message.lowercased().contains(word), "\(line)")
      }
    }
  }

  /// Everything that is printed of the example's input.
  static func said(of example: ErrorExample) throws -> String {
    let all =
      ErrorReference.inputsMade[example.code] == nil
      ? try diagnostics(of: example) : madeDiagnostics(of: example.code).filter { $0.code == example.code }
    return all.map { $0.text + "\n" }.joined()
  }

  private static func diagnostics(of example: ErrorExample) throws -> [Diagnostic] {
    let files = try example.files().map { FolderFile(path: $0.path, bytes: $0.bytes) }
    if example.code.hasPrefix("mapp-") || example.code == "personnummer" {
      // What is shown is the faulty file; a folder needs forbund.yaml too, whose lack is a fault of its own.
      let hasOwn = files.contains { $0.path == "forbund.yaml" } || example.code == "mapp-forbund-saknas"
      return AssociationFolder.read(hasOwn ? files : files + [FolderFixture.association]).diagnostics
    }
    let file = try #require(files.first)
    if example.code.hasPrefix("budgetfil-") || example.code.hasPrefix("xlsx-") {
      return BudgetFileTests.read(file.bytes, named: file.path).diagnostics
    }
    if example.code.hasPrefix("enkat-") { return SurveyInstrument.read(file.bytes, named: file.path).diagnostics }
    if example.code.hasPrefix("leverans-") {
      let reading = DeliveryUpload.read(file.bytes, named: file.path)
      return reading.diagnostics + (reading.value.map { $0.diagnostics(of: $0.delivery.ownFaults) } ?? [])
    }
    if example.code.hasPrefix("faktura-") { return EInvoiceFile.read(file.bytes, named: file.path).diagnostics }
    if example.code.hasPrefix("bank-") || example.code.hasPrefix("xml-") {
      return BankFile.read(file.bytes, named: file.path).diagnostics
    }
    if example.code.hasPrefix("lista-") { return FollowUpReaderTests.read(file.bytes, named: file.path).diagnostics }
    if example.code.hasPrefix("csv-") { return BalanceCSV.read(file.bytes, named: file.path).diagnostics }
    let reading = SIEFile.read(file.bytes, named: file.path)
    guard example.code.hasPrefix("sie-skriv-") else { return reading.diagnostics }
    return reading.diagnostics + SIEWriter.write(reading.value, named: file.path).diagnostics
  }

  /// For the examples that are no files: see `ErrorReference.inputsMade`.
  private static func madeDiagnostics(of code: String) -> [Diagnostic] {
    switch code {
    case "bank-storlek":
      return BankFile.read(Array(repeating: 32, count: BankFile.byteCountMax + 1), named: "a.csv")
        .diagnostics
    case "lista-storlek":
      return FollowUpReaderTests.read(Array(repeating: 32, count: FollowUpReader.byteCountMax + 1), named: "a.csv")
        .diagnostics
    case "lista-rader":
      let line = "2022-01-01;2022-12-31;Storstad;1\n"
      let text = "Från;Till;Team;Antal\n" + String(repeating: line, count: FollowUpReader.rowCountMax)
      return FollowUpReaderTests.read(Array(text.utf8), named: "a.csv").diagnostics
    case "xml-storlek":
      return XMLReader.read(Array(repeating: 32, count: XMLReader.byteCountMax + 1), named: "a.xml")
        .diagnostics
    case "xml-djup": return XMLReader.read(Array(String(repeating: "<a>", count: 100).utf8), named: "a.xml").diagnostics
    case "xml-antal":
      let inner = String(repeating: "<b/>", count: XMLReader.elementCountMax)
      return XMLReader.read(Array("<a>\(inner)</a>".utf8), named: "a.xml").diagnostics
    case "leverans-storlek":
      return DeliveryUpload.read(Array(repeating: 32, count: DeliveryFile.byteCountMax + 1), named: "a.csv").diagnostics
    case "leverans-rader":
      let rows = (0...CountDelivery.rowCountMax).map { "kommun;\($0);Kommun \($0);1\n" }.joined()
      return DeliveryUpload.read(Array("del;rad;rubrik;kvinnor;män\n\(rows)".utf8), named: "a.csv").diagnostics
    case "leverans-cell-text":
      let text = String(repeating: "x", count: CountDelivery.remarkByteCountMax + 1)
      return DeliveryUpload.read(Array("del;rad;rubrik;kvinnor;män\nanmärkning;;\(text)\n".utf8), named: "a.csv")
        .diagnostics
    case "sie-rad-for-lang":
      let line = "#PROSA \"" + String(repeating: "x", count: SIEReader.lineByteCountMax) + "\"\n"
      return SIEFile.read(Array(line.utf8), named: "exempel.se").diagnostics
    case "budgetfil-rader", "budgetfil-storlek", "budgetfil-text": return BudgetFileTests.madeDiagnostics(of: code)
    case "xlsx-celler", "xlsx-storlek", "xlsx-trasig": return BudgetFileTests.madeDiagnostics(of: code)
    case "mapp-dubbel-fil":
      return AssociationFolder.read([FolderFixture.association, FolderFixture.association]).diagnostics
    case "mapp-for-manga-fel":
      let text = (1...3000).map { "nyckel\($0): 1\n" }.joined()
      return AssociationFolder.read([FolderFixture.association, FolderFile("citat.yaml", text)]).diagnostics
    case "mapp-storlek":
      let bytes = [UInt8](repeating: 0x20, count: FileText.bytesMax + 1)
      return AssociationFolder.read([FolderFixture.association, FolderFile(path: "citat.yaml", bytes: bytes)])
        .diagnostics
    default: return []
    }
  }
}
