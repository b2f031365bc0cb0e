import Association
import Exchange
import Foundation
import Ledger
import Store
import Testing

@testable import Desk

/// The preview as a function of a file and a book, over the files that other programs wrote.
struct ImportPreviewTests {
  static let folder = ProcessInfo.processInfo.environment["FINSAM_SIE_CORPUS"]

  static let files: [String] = {
    guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
    return names.filter { ["se", "si", "sie"].contains($0.lowercased().split(separator: ".").last.map { String($0) }) }
      .sorted()
  }()

  static func bytes(_ name: String) -> [UInt8] {
    folder.flatMap { FileManager.default.contents(atPath: "\($0)/\(name)") }.map { Array($0) } ?? []
  }

  /// The preview beside a book, without asking the book.
  static func preview(_ bytes: [UInt8], named name: String, book: BookSnapshot = BookSnapshot()) -> ImportPreview {
    var sniffer = SIESniffer()
    sniffer.read(bytes)
    let form = sniffer.finish()
    var reader = SIEReader(form: form, named: name)
    var look = SIELook()
    reader.read(bytes, into: &look)
    let diagnostics = reader.finish(into: &look)
    return ImportPreview(
      name: name, byteCount: bytes.count, form: form, evidence: sniffer.evidence, content: look.content(reader.summary),
      diagnostics: diagnostics, counts: reader.diagnosticCounts, book: book)
  }

  @Test(.enabled(if: folder != nil), arguments: files)
  func `what a preview says of a file of the corpus is what its records say`(name: String) throws {
    let bytes = Self.bytes(name)
    let file = SIEFile.read(bytes, named: name)

    let preview = Self.preview(bytes, named: name)

    #expect(preview.content.voucherCount == file.value.vouchers.count)
    #expect(preview.content.rowCount == file.value.summary.transactions)
    #expect(preview.content.debit.ore == file.value.summary.sumDebitOre)
    #expect(preview.content.company == file.value.companyName)
    if form(of: file) == .sie {
      #expect(preview.content.kind == .sie(type: file.value.type, isEntries: file.value.isEntries))
    }
    #expect(
      preview.remarks.reduce(0) { $0 + $1.count }
        >= file.diagnostics.filter { !$0.message.hasPrefix("… och ") }.count)
    #expect(preview.obstacles.contains { if case .faults = $0 { true } else { false } } == file.hasErrors)
    for year in preview.years {
      if let result = year.file.result, let income = year.file.income, let costs = year.file.costs {
        #expect(result == income - costs)
      }
    }
    guard let own = preview.years.first(where: \.isOwn) else { return }
    #expect(own.year == file.value.years[0])
    #expect(own.file.closingCash == (own.file.closingCash.map { _ in Self.cash(file.value) }))
    #expect(own.file.result == own.file.result.map { _ in Self.result(file.value) })
  }

  private func form(of reading: Reading<SIEFile>) -> SIEForm.Kind { reading.value.form.kind }

  /// The closing balance of cash and bank, reckoned record by record.
  private static func cash(_ file: SIEFile) -> Money {
    let isCash: (AccountNumber) -> Bool = { $0.group.map { (1900...1999).contains($0) } ?? false }
    let opening = file.balances.filter { $0.kind == .opening && $0.year == 0 && isCash($0.account) }
    let closing = file.balances.filter { [.closing, .result].contains($0.kind) && $0.year == 0 && isCash($0.account) }
    let rows = file.vouchers.flatMap(\.rows).filter { isCash($0.account) }
    let ore =
      file.vouchers.isEmpty
      ? closing.reduce(Int64(0)) { $0 &+ $1.amount.ore }
      : opening.reduce(Int64(0)) { $0 &+ $1.amount.ore } &+ rows.reduce(Int64(0)) { $0 &+ $1.amount.ore }
    return Money(ore: ore)
  }

  /// The result, reckoned from all accounts that are no balance accounts but the one that carries it.
  private static func result(_ file: SIEFile) -> Money {
    let kinds = Dictionary(file.accounts.map { ($0.number, $0.kind) }, uniquingKeysWith: { $1 })
    let counts: (AccountNumber) -> Bool = { account in
      !(kinds[account] ?? Account.usualKind(of: account)).isBalance
        && !(account.group.map { (8990...8999).contains($0) } ?? false)
    }
    let opening = file.balances.filter { $0.kind == .opening && $0.year == 0 && counts($0.account) }
    let closing = file.balances.filter { [.closing, .result].contains($0.kind) && $0.year == 0 && counts($0.account) }
    let rows = file.vouchers.flatMap(\.rows).filter { counts($0.account) }
    let ore =
      file.vouchers.isEmpty
      ? closing.reduce(Int64(0)) { $0 &- $1.amount.ore }
      : rows.reduce(Int64(0)) { $0 &- $1.amount.ore } &- opening.reduce(Int64(0)) { $0 &+ $1.amount.ore }
    return Money(ore: ore)
  }

  @Test(.enabled(if: folder != nil), arguments: files)
  func `a file of the corpus that the preview lets through is read, and one it stops is not`(name: String) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("finsam-corpus-\(UUID().uuidString)").path
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
    let (actor, moment) = (Actor(name: "Testet"), Moment(secondsSince1970: 1_700_000_000))
    let store = try Store.create(
      at: path, association: Association(name: "Korpus", organisationNumber: ""), by: actor, at: moment)
    let file = FileImport(source: .bytes(Self.bytes(name)), name: name)

    let preview = try file.preview(against: store, by: actor, at: moment)
    let empty = try store.lastHash()
    let isStored: Bool
    do {
      isStored = try file.run(form: try file.form(), in: store, by: actor, at: moment).receipt != nil
    } catch let error where Words.failure(for: error) != nil {
      isStored = false
    }

    #expect(isStored == preview.obstacles.isEmpty, "\(preview.obstacles)")
    #expect(try (store.lastHash() == empty) == !isStored)
    guard isStored, let own = preview.years.first(where: \.isOwn), own.isRead else { return }
    // What was promised is what stands in the book.
    let count = try store.vouchers(of: own.year).filter { $0.voucher.source != .balances }.count
    let totals = ImportTotals(
      try store.books(of: own.year), voucherCount: count, resultTransfer: BookSnapshot().resultTransfer)
    #expect(own.file.income.map { $0 == totals.income } ?? true)
    #expect(own.file.costs.map { $0 == totals.costs } ?? true)
    #expect(own.file.closingCash.map { $0 == totals.closingCash } ?? true)
    #expect(own.file.openingAssets.map { $0 == totals.openingAssets } ?? true)
    #expect(own.file.voucherCount.map { $0 == totals.voucherCount } ?? true)
    #expect(own.file.debit.map { $0 == totals.debit } ?? true)
  }

  @Test func `the voucher that carries the result to equity is no cost`() {
    let preview = Self.preview(
      SmallYear.bytes(
        SmallYear.lines + [
          "#VER B 1 20231231 \"Årets resultat\"", "{", "#TRANS 8999 {} 45000.00", "#TRANS 2069 {} -45000.00", "}",
        ]), named: "2023.se")

    #expect(preview.years.first?.file.result == Money(kronor: 45_000))
    #expect(preview.years.first?.file.costs == Money(kronor: 5_000))
  }

  @Test func `vouchers to be added say nothing of balances, and are not made up`() {
    let preview = Self.preview(
      SmallYear.bytes([
        "#FLAGGA 0", "#SIETYP 4", "#RAR 0 20230101 20231231", "#VER A 3 20230401 \"Hyra\"", "{", "#TRANS 5013 {} 1.00",
        "#TRANS 1930 {} -1.00", "}",
      ]), named: "mer.si")

    #expect(preview.content.kind == .sie(type: 4, isEntries: true))
    #expect(preview.years.first?.file.openingAssets == nil)
    #expect(preview.years.first?.file.closingCash == nil)
    #expect(preview.years.first?.file.costs == Money(kronor: 1))
  }
}
