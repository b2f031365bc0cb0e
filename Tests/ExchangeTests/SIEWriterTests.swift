import Foundation
import Ledger
import Testing

@testable import Exchange

@Suite struct SIEWriterTests {
  static let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden/sie")

  static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: golden.appending(path: name))) }

  @Test(arguments: ["typ1.se", "typ3.se", "typ4.se", "typ4i.si"])
  func `a file that follows the specification is written back byte for byte`(name: String) throws {
    let bytes = try Self.bytes(name)
    let reading = SIEFile.read(bytes, named: name)
    let written = SIEWriter.write(reading.value, named: name)

    #expect(reading.diagnostics.filter { $0.severity > .note }.map(\.text) == [])
    #expect(String(decoding: written.value, as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
    #expect(written.value == bytes)
    #expect(written.diagnostics == [])
  }

  @Test func `a character that SIE cannot hold is replaced and reported`() {
    let file = SIEFile(entries: [.init(.companyName("Budget – 5 €"))])
    let written = SIEWriter.write(file, named: "a.se")
    #expect(SIEFile.read(written.value, named: "a.se").value.companyName == "Budget ? 5 ?")
    #expect(written.diagnostics.map(\.code) == ["sie-skriv-tecken", "sie-skriv-tecken"])
    #expect(written.diagnostics.map(\.place.line) == [3, 3])

    let unicode = SIEWriter.write(file, named: "a.se", options: .init(encoding: .utf8))
    #expect(SIEFile.read(unicode.value, named: "a.se").value.companyName == "Budget – 5 €")
    #expect(unicode.diagnostics == [])
  }

  @Test func `what SIE has no way to write is changed and reported`() {
    let file = SIEFile(entries: [.init(.comment("C:\\")), .init(.comment("a\nb"))])
    let written = SIEWriter.write(file, named: "a.se")
    #expect(written.diagnostics.map(\.code) == ["sie-skriv-snedstreck", "sie-skriv-styrtecken"])
    #expect(
      SIEFile.read(written.value, named: "a.se").value.entries.map(\.record).filter { $0 != .flag(0) }
        == [.comment("C:\\ "), .comment("a b")])
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `any file is the same when it has been written and read again`(seed: UInt64) {
    var numbers = SIESeededNumbers(seed: seed)
    let file = Arbitrary.file(&numbers)
    let options = SIEWriter.Options(encoding: seed % 2 == 0 ? .codePage437 : .utf8, hasChecksum: seed % 3 > 0)
    let written = SIEWriter.write(file, named: "a.se", options: options)
    let reading = SIEFile.read(written.value, named: "a.se")

    #expect(written.diagnostics == [])
    #expect(reading.value.entries.count == file.entries.count)
    #expect(reading.value.vouchers.count == file.vouchers.count)
    for (read, made) in zip(reading.value.entries, file.entries) where read != made {
      Issue.record("seed \(seed): \(made) was read as \(read)")
    }
    for (read, made) in zip(reading.value.vouchers, file.vouchers) where read != made {
      Issue.record("seed \(seed): \(made) was read as \(read)")
    }
    #expect(reading.diagnostics.filter { $0.code.hasPrefix("sie-ksumma") } == [])
    #expect(reading.value.summary.transactions == file.vouchers.reduce(0) { $0 + $1.rows.count })
  }
}

/// Files made from numbers.
private enum Arbitrary {
  static func text(_ numbers: inout SIESeededNumbers) -> String {
    let parts = ["", " ", "a", "Hyra", "å", "Ö", "\"", "\\", "{", "}", "#", ";", "  ", "é", "1", "tolv"]
    let text = (0..<Int.random(in: 0...6, using: &numbers)).map { _ in parts.randomElement(using: &numbers) ?? "" }
    // A backslash last is what SIE cannot write.
    return text.joined() + (text.joined().utf8.last == UInt8(ascii: "\\") ? "." : "")
  }

  static func money(_ numbers: inout SIESeededNumbers) -> Money {
    Money(ore: Int64.random(in: -10_000_000...10_000_000, using: &numbers))
  }

  static func date(_ numbers: inout SIESeededNumbers) -> CalendarDate? {
    CalendarDate(
      year: 2025, month: Int.random(in: 1...12, using: &numbers), day: Int.random(in: 1...28, using: &numbers))
  }

  static func account(_ numbers: inout SIESeededNumbers) -> AccountNumber {
    AccountNumber(["1930", "3010", "143010", "20250001", "FEL", "12 34"].randomElement(using: &numbers) ?? "1")
  }

  static func objects(_ numbers: inout SIESeededNumbers) -> ObjectSet {
    ObjectSet(
      (0..<Int.random(in: 0...2, using: &numbers)).map { _ in
        ObjectReference(
          dimension: Dimension(number: Int.random(in: 1...25, using: &numbers)), object: text(&numbers))
      })
  }

  static func quantity(_ numbers: inout SIESeededNumbers) -> Int64? {
    Bool.random(using: &numbers) ? nil : Int64.random(in: -5_000...5_000, using: &numbers)
  }

  static func extra(_ numbers: inout SIESeededNumbers) -> [SIEUnknown.Field] {
    (0..<Int.random(in: 0...2, using: &numbers)).map { _ in
      Bool.random(using: &numbers) ? .text(text(&numbers)) : .list([text(&numbers), "x"])
    }
  }

  static func row(_ numbers: inout SIESeededNumbers) -> Voucher.Row {
    var row = Voucher.Row(account: account(&numbers), amount: money(&numbers), objects: objects(&numbers))
    guard Bool.random(using: &numbers) else { return row }
    row.date = Bool.random(using: &numbers) ? date(&numbers) : nil
    row.text = text(&numbers)
    row.quantityThousandths = quantity(&numbers)
    row.sign = Bool.random(using: &numbers) ? text(&numbers) : ""
    return row
  }

  static func voucher(_ numbers: inout SIESeededNumbers) -> SIEVoucher {
    var voucher = SIEVoucher(
      series: text(&numbers), number: "\(Int.random(in: 0...99, using: &numbers))", date: date(&numbers),
      text: text(&numbers), registeredOn: Bool.random(using: &numbers) ? date(&numbers) : nil, sign: text(&numbers),
      rows: (0..<Int.random(in: 0...5, using: &numbers)).map { _ in row(&numbers) })
    for row in voucher.rows where Int.random(in: 0...4, using: &numbers) == 0 {
      if Bool.random(using: &numbers) {
        voucher.amendments.append(Voucher.Amendment(kind: .struck, row: Self.row(&numbers)))
      }
      var added = row
      added.sign = "rättad"
      voucher.amendments.append(Voucher.Amendment(kind: .added, row: added))
    }
    if Int.random(in: 0...3, using: &numbers) == 0 {
      voucher.extras.append(.init(owner: .voucher, fields: [.text("mer")]))
      if !voucher.rows.isEmpty { voucher.extras.append(.init(owner: .row(0), fields: [.list(["1", "2"])])) }
      voucher.unknown.append(SIEUnknown(label: "XTRA", fields: [.text(text(&numbers))]))
    }
    return voucher
  }

  static func file(_ numbers: inout SIESeededNumbers) -> SIEFile {
    var records: [SIERecord] = [
      .flag(0), .program(name: text(&numbers), version: text(&numbers)), .format("PC8"),
      .generated(on: date(&numbers), sign: text(&numbers)), .type(4), .comment(text(&numbers)),
      .companyForm("X"), .companyID(text(&numbers)),
      .organisationNumber("222000-1234", acquisition: text(&numbers), activity: text(&numbers)),
      .address((0..<4).map { _ in text(&numbers) }), .companyName(text(&numbers)), .taxYear("2026"),
      .chartType("EUBAS97"),
      .currency("SEK"), .unknown(SIEUnknown(label: "NYHET", fields: extra(&numbers))),
    ]
    if let year = FiscalYear(calendarYear: 2025) { records.append(.year(index: 0, year)) }
    for _ in 0..<10 {
      let account = account(&numbers)
      records += [
        .account(account, name: text(&numbers)), .accountKind(account, .cost), .unit(account, text(&numbers)),
        .taxCode(account, "7251"), .dimension(.insats, name: text(&numbers)),
        .subdimension(Dimension(number: 21), name: text(&numbers), of: .insats),
        .object(ObjectReference(dimension: .insats, object: "A\(records.count)"), name: text(&numbers)),
        .balance(
          SIEBalance(
            kind: .closing, year: 0, account: account, amount: money(&numbers),
            quantityThousandths: quantity(&numbers))),
        .balance(
          SIEBalance(
            kind: .objectOpening, year: -1, account: account, objects: objects(&numbers), amount: money(&numbers))),
      ]
      if let month = Month(year: 2025, month: Int.random(in: 1...12, using: &numbers)) {
        records.append(
          .period(
            SIEPeriodBalance(
              kind: .budget, year: 0, month: month, account: account, objects: objects(&numbers),
              amount: money(&numbers), quantityThousandths: quantity(&numbers))))
      }
    }
    let entries = records.map { record -> SIEFile.Entry in
      switch record {
      case .balance, .accountKind, .year: SIEFile.Entry(record, extra: extra(&numbers))
      default: SIEFile.Entry(record)
      }
    }
    return SIEFile(entries: entries, vouchers: (0..<20).map { _ in voucher(&numbers) })
  }
}
