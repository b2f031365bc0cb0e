import Association
import Desk
import Ledger
import Report
import Store

/// A voucher that a page makes of what is said on it: the accounts are known, and the user says the day.
struct MadeVoucher {
  let voucher: Voucher
  /// The accounts that the book has no name for yet.
  let unnamed: [Account]

  init(
    _ asked: Asked, on date: CalendarDate, text: String, counterparty: String, rows: [Voucher.Row],
    attachments: [String] = []
  ) throws {
    let association = try asked.store.association()
    let known = Set(try asked.store.accounts().map(\.number))
    let shipped = Chart.shipped(association.chart)
    var unnamed: [Account] = []
    for row in rows where !known.contains(row.account) && !unnamed.contains(where: { $0.number == row.account }) {
      let role = AccountRole.allCases.first { association.accountNumber(for: $0) == row.account }
      unnamed.append(
        shipped[row.account] ?? role.map { Account(number: row.account, name: $0.title) }
          ?? Account(number: row.account, name: ""))
    }
    self.unnamed = unnamed
    voucher = try Voucher(
      Voucher.Draft(
        series: try asked.store.enteredSeries().first ?? "A", date: date, text: text, counterparty: counterparty,
        compiledOn: asked.today, compiledBy: asked.user.name, rows: rows.filter { $0.amount != .zero },
        attachments: attachments))
  }

  /// The link to a voucher, by its key.
  static func path(_ id: ID<Voucher>, in store: Store) throws -> String? {
    guard let place = try store.voucherPlace(id) else { return nil }
    return Addresses.voucher.path(VoucherPlace(year: place.year.number, number: place.number))
  }
}

extension FormReading {
  /// A day on which something can be booked.
  mutating func openDay(_ asked: Asked, _ field: String, _ label: String) throws -> CalendarDate? {
    guard let day = date(field, label) else { return nil }
    if let obstacle = try OpenDays(asked.store).obstacle(on: day) {
      add(obstacle, at: field)
      return nil
    }
    return day
  }
}

/// What the book refused of an act of money, as a fault above the form; what is not the user's to mend is thrown on.
enum MoneyFault {
  static func of(_ error: any Error) throws -> FieldFault {
    guard let failure = Words.failure(for: error), case .input = failure.kind else { throw error }
    return FieldFault(field: "", message: failure.message)
  }
}
