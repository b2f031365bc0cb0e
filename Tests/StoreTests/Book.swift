import Association
import Foundation
import Ledger
import TestKit
import Testing

@testable import Store

/// A book in a file of its own, removed when the test lets go of it.
final class Book {
  let path: String
  private(set) var store: Store

  init(_ association: Association = .example, filling: (Store.Writing) throws -> Void = { _ in }) throws {
    path = NSTemporaryDirectory() + "finsam-\(UUID().uuidString).finsam"
    store = try Store.create(at: path, association: association, by: .tester, at: .now1, filling: filling)
  }

  deinit {
    // A file that is gone already is as good as removed.
    for suffix in ["", "-wal", "-shm", "-copy", "-copy-wal", "-copy-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  /// Opens the file anew, as a program that starts would.
  func reopen() throws { store = try Store(opening: path) }
}

extension Actor {
  static let tester = Actor(name: "förbundschef")
}

extension Moment {
  static let now1 = Moment(secondsSince1970: 1_700_000_000)
  static let now2 = Moment(secondsSince1970: 1_700_000_060)
}

extension Association {
  static let example = Association(name: "Samordningsförbundet Exempel", organisationNumber: "222000-0000")
}

func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

func year(_ number: Int) throws -> FiscalYear { try #require(FiscalYear(calendarYear: number)) }

func month(_ year: Int, _ month: Int) throws -> Month { try #require(Month(year: year, month: month)) }

/// A voucher of two rows, entered here or, given a number, imported.
func voucher(
  _ date: String, _ kronor: Int64 = 100, series: String = "A", imported number: String? = nil,
  debit: String = "5010", credit: String = "1930", text: String = "Hyra", objects: ObjectSet = .none
) throws -> Voucher {
  try Voucher(
    Voucher.Draft(
      series: series, date: try day(date), text: text, counterparty: "Hyresvärden",
      rows: [
        Voucher.Row(account: AccountNumber(debit), amount: Money(kronor: kronor), objects: objects),
        Voucher.Row(account: AccountNumber(credit), amount: Money(kronor: -kronor)),
      ], source: number.map { .imported(series: series, number: $0) } ?? .entered))
}

/// Vouchers of all kinds, the same for the same seed.
func randomVouchers(_ count: Int, in year: FiscalYear, seed: UInt64, imported: Bool = false) throws -> [Voucher] {
  var random = SeededGenerator(seed: seed)
  return try (1...count).map { number in
    var rows: [Voucher.Row] = []
    var sum: Int64 = 0
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let amount = Int64.random(in: -1_000_000...1_000_000, using: &random)
      var objects: [ObjectReference] = []
      if Bool.random(using: &random) {
        objects.append(ObjectReference(dimension: .insats, object: "I\(Int.random(in: 1...3, using: &random))"))
      }
      if Bool.random(using: &random) { objects.append(ObjectReference(dimension: .party, object: "FK")) }
      rows.append(
        Voucher.Row(
          account: AccountNumber("\(Int.random(in: 3000...8999, using: &random))"), amount: Money(ore: amount),
          objects: ObjectSet(objects), text: Bool.random(using: &random) ? "rad\t\(number)\\" : "",
          date: Bool.random(using: &random) ? year.first : nil,
          quantityThousandths: Bool.random(using: &random) ? 1500 : nil, sign: Bool.random(using: &random) ? "ÅÖ" : ""))
      sum += amount
    }
    rows.append(Voucher.Row(account: AccountNumber("1930"), amount: Money(ore: -sum)))
    let day = CalendarDate(
      year: year.first.year, month: Int.random(in: 1...12, using: &random), day: Int.random(in: 1...28, using: &random))
    let amendments =
      Int.random(in: 0..<10, using: &random) == 0 ? [Voucher.Amendment(kind: .struck, row: rows[0])] : []
    return try Voucher(
      Voucher.Draft(
        series: "A", date: day ?? year.first, text: "Händelse \(number)", counterparty: "Motpart",
        compiledOn: Bool.random(using: &random) ? year.last : nil, compiledBy: "", rows: rows, amendments: amendments,
        source: imported ? .imported(series: "A", number: "\(number)") : .entered))
  }
}

/// What the closure is refused with; a test fails where it is not.
func refusal(
  _ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Store.Refusal? {
  do {
    try body()
    Issue.record("not refused", sourceLocation: sourceLocation)
    return nil
  } catch let refusal as Store.Refusal {
    return refusal
  }
}
