import Association
import Foundation
import Ledger
import TestKit
import Testing

@testable import Exchange

/// Budgets to files and back, and whatever else is given for one.
@Suite struct BudgetFileTests {
  static let association: Association = {
    var association = Association(name: "Exemplet", organisationNumber: "222000-0000")
    association.members = [
      Member(id: "FK", name: "Försäkringskassan", kind: .state),
      Member(id: "KOMMUN", name: "Olofströms kommun", kind: .municipality),
    ]
    association.insatser = [Insats(id: "SIRI", name: "Siri & Co", kind: .individual, ownerID: "FK")]
    return association
  }()
  static let excelFile = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Golden/budget/excel.xlsx")
  static let activities = [(id: "kansli", title: "Kansliet")]

  static func read(_ bytes: [UInt8], named name: String = "budget", year: Int = 2023) -> Reading<Budget?> {
    BudgetFileFormat.read(bytes, named: name, year: year, association: association, activities: activities)
  }

  static let date: CalendarDate = {
    guard let day = CalendarDate(yyyymmdd: 20_221_101) else { preconditionFailure("A day.") }
    return day
  }()

  /// For the faults whose example is no file: see `ErrorReference.inputsMade`.
  static func madeDiagnostics(of code: String) -> [Diagnostic] {
    func rows(_ rows: String) -> [Diagnostic] {
      read(Array("grupp;rubrik;2023\n\(rows)".utf8), named: "exempel.csv").diagnostics
    }
    func sheet(_ text: String?) -> [Diagnostic] {
      let book = "<workbook><sheets><sheet name=\"Budget\"/></sheets></workbook>"
      var files = [FolderFile(path: "xl/workbook.xml", bytes: Array(book.utf8))]
      if let text { files.append(FolderFile(path: "xl/worksheets/sheet1.xml", bytes: Array(text.utf8))) }
      return XLSXSheet.read(StoredZIP.archive(files, on: date) ?? [], named: "exempel.xlsx").diagnostics
    }
    switch code {
    case "budgetfil-rader":
      return rows((0...Budget.lineCountMax).map { "medlemskostnader;Rad \($0);1\n" }.joined())
    case "budgetfil-storlek":
      let large = [UInt8](repeating: 32, count: BudgetFileFormat.byteCountMax + 1)
      return read(large, named: "exempel.csv").diagnostics
    case "budgetfil-text": return rows("medlemskostnader;\(String(repeating: "x", count: 501));1\n")
    case "xlsx-trasig": return sheet(nil)
    case "xlsx-celler":
      let row = "<row>" + String(repeating: "<c><v>1</v></c>", count: 101) + "</row>"
      return sheet("<worksheet><sheetData>\(String(repeating: row, count: 1000))</sheetData></worksheet>")
    case "xlsx-storlek": return sheet(String(repeating: " ", count: XLSXSheet.partByteCountMax + 1))
    default: return []
    }
  }

  /// A budget that uses every field.
  static func budget(_ random: inout SeededGenerator) -> Budget {
    let titles = [
      "Kansli", "=SUM(A1)", "-minus", "'=citat", "a;b", "\"citat\"", "Å & Ö <b>", "två  blanktecken", "+46", "@x",
      "1 388", "e\u{301}",
    ]
    func money() -> Money {
      Bool.random(using: &random)
        ? Money(kronor: Int64.random(in: -5_000...20_000_000, using: &random))
        : Money(ore: Int64.random(in: -1_000_000_000...1_000_000_000, using: &random))
    }
    var lines: [Budget.Line] = []
    for index in 0..<Int.random(in: 1...12, using: &random) {
      lines.append(
        Budget.Line(
          id: "rad-\(index)", title: titles.randomElement(using: &random) ?? "",
          group: Budget.Line.Group.allCases.randomElement(using: &random) ?? .commonCosts,
          memberID: ["", "FK", "KOMMUN"].randomElement(using: &random) ?? "",
          insatsID: ["", "SIRI"].randomElement(using: &random) ?? "",
          activityID: ["", "kansli"].randomElement(using: &random) ?? "",
          amounts: (0..<Int.random(in: 1...3, using: &random)).map { _ in money() }))
    }
    return Budget(
      year: 2023, lines: lines, expectedOpeningEquity: money(),
      statedClosingEquity: (0..<Int.random(in: 0...3, using: &random)).map { _ in money() })
  }

  @Test(arguments: 0..<200) func `what is written is read back as it was, in both forms`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let budget = Self.budget(&random)

    for format in BudgetFileFormat.allCases {
      let bytes = format.bytes(of: budget, on: Self.date)
      let reading = Self.read(bytes)
      #expect(reading.diagnostics == [], "seed \(seed), \(format)")
      #expect(reading.value == budget, "seed \(seed), \(format)")
      #expect(bytes == format.bytes(of: budget, on: Self.date))
    }
  }

  @Test func `a spreadsheet as people make one is read: shared strings, formulas by their value, names instead of ids`()
    throws
  {
    // Made by a spreadsheet program's own writer, packed with DEFLATE.
    let reading = Self.read(Array(try Data(contentsOf: Self.excelFile)))

    let budget = try #require(reading.value ?? nil)
    #expect(reading.diagnostics.map(\.code) == ["budgetfil-kolumn-okand"])
    #expect(budget.lines.map(\.title) == ["Bidrag", "Löner", "Siri"])
    #expect(budget.lines.map(\.group) == [.contributions, .commonCosts, .insatsCosts])
    #expect(budget.lines.map(\.memberID) == ["KOMMUN", "", "FK"])
    #expect(budget.lines[2].insatsID == "SIRI")
    #expect(budget.lines[1].amounts == [Money(kronor: 1_230_000), Money(kronor: 1_248_450), Money(ore: 126_717_675)])
    #expect(budget.expectedOpeningEquity == Money(kronor: 4_033_914))
  }

  @Test(arguments: [
    ("", "budgetfil-kolumn-saknas", "Filen är tom"),
    ("konto;belopp\n1;2\n", "budgetfil-kolumn-saknas", "ingen rad med rubrikerna"),
    ("grupp;rubrik;2020\nx;y;1\n", "budgetfil-kolumn-saknas", "Kolumnen 2023 saknas"),
    ("grupp;rubrik;2023\n", "budgetfil-tom", "inga rader"),
    ("grupp;rubrik;2023\nhej;A;1\n", "budgetfil-grupp", "Rad 2, kolumn 1 är gruppen ”hej”"),
    ("grupp;rubrik;2023\n;A;1\n", "budgetfil-grupp", "utan grupp"),
    ("grupp;rubrik;2023\nmedlemskostnader;;1\n", "budgetfil-rubrik", "utan rubrik"),
    ("grupp;rubrik;2023\nmedlemskostnader;A;mycket\n", "budgetfil-belopp", "Rad 2, kolumn 3 är ”mycket”"),
    ("grupp;rubrik;medlem;2023\nmedlemskostnader;A;XX;1\n", "budgetfil-medlem", "Skriv ett av: FK, KOMMUN"),
    ("grupp;rubrik;insats;2023\nmedlemskostnader;A;XX;1\n", "budgetfil-insats", "inte är någon insats"),
    ("grupp;rubrik;verksamhet;2023\nmedlemskostnader;A;XX;1\n", "budgetfil-verksamhet", "inte är någon verksamhet"),
    ("id;grupp;rubrik;2023\na;medlemskostnader;A;1\na;medlemskostnader;B;1\n", "budgetfil-id", "redan är upptaget"),
    ("grupp;rubrik;2023\nmedlemskostnader;811228-9874;1\n", "personnummer", "Inga personnummer"),
    ("grupp;rubrik;2023;2023\nmedlemskostnader;A;1;2\n", "budgetfil-kolumn-dubblett", "redan finns till vänster"),
  ]) func `what is wrong is said with its place`(text: String, code: String, words: String) {
    let reading = Self.read(Array(text.utf8))

    #expect(reading.diagnostics.contains { $0.code == code && $0.message.contains(words) }, "\(reading.diagnostics)")
    #expect(reading.hasErrors)
  }

  @Test func `a cell of a spreadsheet is named as the spreadsheet names it`() throws {
    var budget = Budget(
      year: 2023, lines: [Budget.Line(id: "a", title: "A", group: .commonCosts, amounts: [Money(kronor: 1)])])
    budget.lines[0].memberID = "OKAND"
    let reading = Self.read(BudgetFileFormat.xlsx.bytes(of: budget, on: Self.date))
    #expect(reading.diagnostics.map(\.message).first?.hasPrefix("Cell D2 på bladet Budget 2023 är ”OKAND”") == true)
    #expect(reading.diagnostics.first?.place == Place(file: "budget", line: 2, column: 4))
  }

  @Test func `numbers of a spreadsheet are read to the nearest öre`() {
    let cases: [(String, Int64?)] = [
      ("1388000", 138_800_000), ("1267176.7500000001", 126_717_675), ("1.2E6", 120_000_000), ("-0.005", -1),
      ("0.0049999", 0), ("1E-30", 0), ("1E40", nil), ("", nil), ("-", nil), ("1.2.3", nil), ("99999999999", nil),
      ("1e3", 100_000), ("+5", 500), ("0E40", 0), ("abc", nil),
    ]
    for (text, ore) in cases { #expect(SpreadsheetAmount.read(text)?.ore == ore, "\(text)") }
  }

  @Test(arguments: [
    "budgetfil-rader", "budgetfil-storlek", "budgetfil-text", "xlsx-celler", "xlsx-storlek", "xlsx-trasig",
  ])
  func `a file beyond what is read says so`(code: String) {
    #expect(Self.madeDiagnostics(of: code).map(\.code) == [code])
  }

  /// Bytes are changed, cut and repeated: whatever comes, there is an answer, and it is the same each time.
  @Test(arguments: 0..<400) func `no file ends the program`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bytes: [UInt8]
    switch seed % 3 {
    case 0: bytes = BudgetFileFormat.csv.bytes(of: Self.budget(&random), on: Self.date)
    case 1: bytes = BudgetFileFormat.xlsx.bytes(of: Self.budget(&random), on: Self.date)
    default: bytes = Array(try Data(contentsOf: Self.excelFile))
    }
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      let place = Int.random(in: 4..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: if bytes.count > 200 { bytes.removeSubrange(place..<min(place + 30, bytes.count)) }
      default: bytes.insert(contentsOf: bytes[(place / 2)..<place].prefix(50), at: place)
      }
    }
    let (first, second) = (Self.read(bytes), Self.read(bytes))
    #expect(first.value == second.value && first.diagnostics == second.diagnostics)
    if first.value ?? nil == nil { #expect(!first.diagnostics.isEmpty, "seed \(seed)") }
  }
}

@Suite struct InflateTests {
  @Test func `what is packed in each of the three ways is unpacked`() throws {
    // zlib's own output of "abcabcabcabc…" (fixed codes), of random text (tables of its own), and stored.
    let fixed: [UInt8] = [0x4B, 0x4C, 0x4A, 0x4E, 0x44, 0x42, 0x00]
    #expect(String(decoding: try Inflate.unpacked(fixed[...], byteCountMax: 100), as: UTF8.self) == "abcabcabcabcabc")
    let stored: [UInt8] = [1, 2, 0, 0xFD, 0xFF, 104, 105]
    #expect(try Inflate.unpacked(stored[...], byteCountMax: 100) == [104, 105])
  }

  @Test func `it stops where more comes out than is allowed, and where the bytes end`() {
    let fixed: [UInt8] = [0x4B, 0x4C, 0x4A, 0x4E, 0x44, 0x42, 0x00]
    #expect(throws: Inflate.Fault.tooLarge) { try Inflate.unpacked(fixed[...], byteCountMax: 10) }
    for count in 0..<6 {
      #expect(throws: Inflate.Fault.broken) { try Inflate.unpacked(fixed.prefix(count), byteCountMax: 100) }
    }
    #expect(throws: Inflate.Fault.broken) { try Inflate.unpacked([7, 7, 7], byteCountMax: 100) }
  }
}
