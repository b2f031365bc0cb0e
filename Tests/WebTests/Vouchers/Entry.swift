import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// What is typed in a voucher's form, for the tests that type it.
enum Entry {
  /// A rent of 4 500,50 kr, which balances.
  static let rent: [(String, String)] = fields(
    rows: [
      ["5010", "", "", "4000+500,50", "", "lokalen"], ["1930", "", "", "", "4 500,50", ""],
    ])

  static func fields(
    date: String = "2022-12-15", series: String = "A", text: String = "Hyra december",
    counterparty: String = "Fastighetsbolaget", rows: [[String]], more: [(String, String)] = []
  ) -> [(String, String)] {
    var fields = [("datum", date), ("serie", series), ("text", text), ("motpart", counterparty)]
    for row in rows {
      fields += zip(["konto", "insats", "part", "debet", "kredit", "radtext"], row).map { ($0, $1) }
    }
    return fields + more
  }

  static func with(_ fields: [(String, String)], _ more: (String, String)...) -> [(String, String)] {
    fields.filter { field in !more.contains { $0.0 == field.0 } } + more
  }

  static let record = ("gor", "bokfor")

  /// Records a voucher through the office, and gives its place.
  @discardableResult
  static func post(_ guest: Guest, _ fields: [(String, String)] = rent) async throws -> VoucherPlace {
    let reply = try await guest.post("/ny-verifikation", with(fields, record))
    #expect(reply.status == .seeOther, "\(reply.body.suffix(3000))")
    return try #require(Addresses.voucher.read(reply.location))
  }

  /// Keeps a draft through the office, and gives its number.
  static func draft(_ guest: Guest, _ fields: [(String, String)] = rent) async throws -> Int64 {
    let reply = try await guest.post("/ny-verifikation", with(fields, ("gor", "spara")))
    #expect(reply.status == .seeOther)
    return try #require(Addresses.draft.read(reply.location))
  }
}

extension OfficeKit {
  /// The example's year.
  static var year2022: FiscalYear {
    get throws { try #require(FiscalYear(calendarYear: 2022)) }
  }

  /// How many vouchers the example's year has now.
  func voucherCount() throws -> Int {
    try store.voucherPage(VoucherFilter(year: OfficeKit.year2022), offset: 0, limit: 1).count
  }
}

extension Guest.Reply {
  /// What stands between two marks in the body, the first time.
  func part(after start: String, before end: String) -> String {
    guard let from = body.range(of: start), let to = body[from.upperBound...].range(of: end) else { return "" }
    return String(body[from.upperBound..<to.lowerBound])
  }
}
