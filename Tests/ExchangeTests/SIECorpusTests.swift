import Foundation
import Ledger
import Testing

@testable import Exchange

/// Files that other programs wrote, with the counts an independent reader made of them. They are not ours to publish, so
/// the folder is named by an environment variable.
struct SIECorpus {
  /// One line of `golden.csv`.
  struct Expected: Sendable, CustomTestStringConvertible {
    var file: String
    var variant: String
    var encoding: String
    var accounts: Int
    var vouchers: Int
    var transactions: Int
    var debitOre: Int64
    var creditOre: Int64
    var unbalanced: Int
    var empty: Int
    var testDescription: String { file }
  }

  static let folder = ProcessInfo.processInfo.environment["FINSAM_SIE_CORPUS"]

  static let expected: [Expected] = {
    guard let folder, let data = FileManager.default.contents(atPath: folder + "/golden.csv") else { return [] }
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst().map { line in
      let fields = cells(String(line))
      return Expected(
        file: fields[1], variant: fields[2], encoding: fields[3], accounts: Int(fields[7]) ?? 0,
        vouchers: Int(fields[8]) ?? 0, transactions: Int(fields[9]) ?? 0, debitOre: ore(fields[12]),
        creditOre: -ore(fields[13]), unbalanced: Int(fields[14]) ?? 0, empty: Int(fields[15]) ?? 0)
    }
  }()

  static var readable: [Expected] { expected.filter { ["1", "2", "3", "4E", "4I"].contains($0.variant) } }
  static var others: [Expected] { expected.filter { !["1", "2", "3", "4E", "4I"].contains($0.variant) } }

  static func bytes(_ file: String) -> [UInt8] {
    folder.flatMap { FileManager.default.contents(atPath: "\($0)/\(file)") }.map { Array($0) } ?? []
  }

  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  private static func ore(_ text: String) -> Int64 {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isNegative = text.hasPrefix("-")
    let kronor = Int64(parts.first ?? "0") ?? 0
    let fraction = parts.count > 1 ? Int64(String(parts[1] + "00").prefix(2)) ?? 0 : 0
    return kronor * 100 + (isNegative ? -fraction : fraction)
  }
}

@Suite struct SIECorpusTests {
  /// Where we count otherwise on purpose; `docs/reference/sie.md` has the same table.
  static let differences: [String: @Sendable (SIECorpus.Expected) -> SIECorpus.Expected] = [
    // A #TRANS with an account and nothing else: it has no amount, so it is no row but an error.
    "blinfo__BLBLOV_SIE4_UTF_8_with_faulty_transaction.SI": { golden in
      var ours = golden
      ours.transactions -= 1
      return ours
    }
  ]

  @Test func `the corpus is there, or its absence is said`() {
    guard SIECorpus.folder == nil else {
      #expect(!SIECorpus.readable.isEmpty, "FINSAM_SIE_CORPUS is set, but there is no golden.csv in it")
      return
    }
    print("FINSAM_SIE_CORPUS is not set: the corpus of other programs' SIE files has not been read.")
  }

  @Test(.enabled(if: SIECorpus.folder != nil), arguments: SIECorpus.readable)
  func `a file of the corpus is counted as an independent reader counted it`(golden: SIECorpus.Expected) {
    let expected = Self.differences[golden.file].map { $0(golden) } ?? golden
    let reading = SIEFile.read(SIECorpus.bytes(golden.file), named: golden.file)
    let summary = reading.value.summary

    #expect(summary.accounts == expected.accounts)
    #expect(summary.vouchers == expected.vouchers)
    #expect(summary.transactions == expected.transactions)
    #expect(summary.sumDebitOre == expected.debitOre)
    #expect(summary.sumCreditOre == expected.creditOre)
    #expect(summary.unbalancedCount == expected.unbalanced)
    #expect(summary.emptyVouchers == expected.empty)
    #expect(reading.value.form.encoding.rawValue == expected.encoding)
    #expect("\(reading.value.type)" == expected.variant.prefix(1))
    if expected.variant.hasPrefix("4") { #expect(reading.value.isEntries == (expected.variant == "4I")) }
    #expect(reading.diagnostics.filter { $0.code == "sie-ksumma" }.isEmpty)
  }

  @Test(.enabled(if: SIECorpus.folder != nil), arguments: SIECorpus.readable)
  func `nothing in a file of the corpus is taken for a personal identity number`(golden: SIECorpus.Expected) {
    let lines = SIECorpus.bytes(golden.file).split(separator: 10)
    let found = lines.filter { !$0.starts(with: "#ORGNR".utf8) && !PersonalNumber.find(in: Array($0)).isEmpty }

    #expect(found.isEmpty)
  }

  @Test(.enabled(if: SIECorpus.folder != nil), arguments: SIECorpus.others)
  func `a file that is not SIE 1 to 4 gets one sentence that says what it is`(golden: SIECorpus.Expected) {
    let reading = SIEFile.read(SIECorpus.bytes(golden.file), named: golden.file)

    #expect(reading.diagnostics.map(\.code) == [golden.variant.hasPrefix("5") ? "sie-5" : "sie-html"])
    #expect(reading.value.entries.isEmpty)
    #expect(reading.value.vouchers.isEmpty)
  }

  @Test(.enabled(if: SIECorpus.folder != nil), arguments: SIECorpus.readable)
  func `a file of the corpus is the same when it has been written and read again`(golden: SIECorpus.Expected) {
    let first = SIEFile.read(SIECorpus.bytes(golden.file), named: golden.file).value
    let isUnicode = first.form.encoding == .utf8
    let written = SIEWriter.write(
      first, named: golden.file, options: .init(encoding: isUnicode ? .utf8 : .codePage437))
    let second = SIEFile.read(written.value, named: golden.file)

    #expect(second.value.vouchers == first.vouchers)
    #expect(
      second.value.entries.map(\.record).filter { !$0.isRewritten }
        == first.entries.map(\.record).filter { !$0.isRewritten })
    #expect(second.value.entries.map(\.extra) == first.entries.map(\.extra))
    #expect(!second.diagnostics.contains { $0.code.hasPrefix("sie-ksumma") })
  }
}

extension SIERecord {
  /// Records whose content the writer decides: the flag is 0 and the format is PC8 in every file of ours.
  var isRewritten: Bool {
    switch self {
    case .flag, .format: true
    default: false
    }
  }
}
