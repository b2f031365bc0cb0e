import Association
import Desk
import HTTPTypes
import Ledger
import Store

/// One account at its bank: what differs and why, what likely belongs together, what is open, the months.
enum ShowBankAccount {
  static func show(_ asked: Asked, _ account: String) async throws -> Answer {
    guard let page = try await page(asked, account, faults: []) else { return .notFound }
    return .page(page)
  }

  static func page(_ asked: Asked, _ account: String, faults: [FieldFault]) async throws -> Page? {
    let number = AccountNumber(account)
    guard try ShowBank.accounts(asked).contains(number) else { return nil }
    let store = asked.store
    let (book, proposals) = try await LongWork.run {
      let book = try store.bankBook(of: number)
      return (book, book.proposals)
    }
    return BankAccountPage(
      asked: asked, book: book, proposals: proposals, names: try store.accounts(), years: try store.fiscalYears(),
      faults: faults
    ).page
  }
}

/// Accepts proposals: each button, or all of them, says which lines and rows are the same.
enum MatchBank {
  static func save(_ asked: Asked, _ account: String) async throws -> Answer {
    let number = AccountNumber(account)
    guard try ShowBank.accounts(asked).contains(number) else { return .notFound }
    let chosen = asked.form.choices("par").compactMap { BankPair($0) }
    guard !chosen.isEmpty else {
      return try await again(asked, account, FieldFault(field: "", message: Words.sentence(BankRefusal.nothingChosen)))
    }
    do {
      try asked.store.together(by: asked.actor, at: asked.now) { writing in
        for pair in chosen { try writing.match(lines: pair.lines, rows: pair.rows, of: number) }
      }
    } catch {
      return try await again(asked, account, try MoneyFault.of(error))
    }
    return .see(
      Addresses.bankAccount.path(account, query: [("manad", asked.form.choice("manad"))]),
      notice: chosen.count == 1 ? "Ihopparat." : "\(chosen.count) par är ihopparade.")
  }

  private static func again(_ asked: Asked, _ account: String, _ fault: FieldFault) async throws -> Answer {
    guard let page = try await ShowBankAccount.page(asked, account, faults: [fault]) else { return .notFound }
    return .page(page, status: .unprocessableContent)
  }
}

/// Lets a match go, with a reason.
enum EndBankMatch {
  static func save(_ asked: Asked, _ place: Pair<String, Int64>) async throws -> Answer {
    var reading = FormReading(asked.form)
    let reason = reading.text("skal", "Skälet", isRequired: true)
    var faults = reading.faults
    if faults.isEmpty {
      do {
        try asked.store.together(by: asked.actor, at: asked.now) {
          try $0.letGo(ID(rawValue: place.second), of: AccountNumber(place.first), because: reason)
        }
      } catch {
        faults = [try MoneyFault.of(error)]
      }
    }
    guard faults.isEmpty else {
      guard let page = try await ShowBankAccount.page(asked, place.first, faults: faults) else { return .notFound }
      return .page(page, status: .unprocessableContent)
    }
    return .see(Addresses.bankAccount.path(place.first), notice: "Parningen är upplöst.")
  }
}

/// Says that a month has been gone through.
enum ReconcileMonth {
  static func save(_ asked: Asked, _ account: String) async throws -> Answer {
    let number = AccountNumber(account)
    guard try ShowBank.accounts(asked).contains(number) else { return .notFound }
    var reading = FormReading(asked.form)
    let note = reading.text("anteckning", "Anteckningen", byteCountMax: 1000)
    let text = asked.form.choice("manad")
    let month = try asked.store.bankBook(of: number).coveredMonths.first { $0.text == text }
    if month == nil {
      reading.add("Månaden är ”\(text)”, som inget utdrag täcker. Välj en i listan.", at: "manad")
    }
    var faults = reading.faults
    if let month, faults.isEmpty {
      do {
        try asked.store.together(by: asked.actor, at: asked.now) { try $0.reconcile(month, of: number, note: note) }
      } catch {
        faults = [FieldFault(field: "anteckning", message: try MoneyFault.of(error).message)]
      }
    }
    guard let month, faults.isEmpty else {
      guard let page = try await ShowBankAccount.page(asked, account, faults: faults) else { return .notFound }
      return .page(page, status: .unprocessableContent)
    }
    return .see(
      Addresses.bankAccount.path(account, query: [("manad", month.text)]),
      notice: "\(MonthName.capital(month)) är avstämd.")
  }
}

/// Lines and rows that are said to be the same, as a form carries them: `3+4=12.1+12.2`.
struct BankPair {
  let lines: [ID<BankBook.Line>]
  let rows: [BankBook.Row.Place]

  init(_ proposal: BankProposal) {
    lines = proposal.lines.map(\.id)
    rows = proposal.rows.map(\.place)
  }

  init?(_ text: String) {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2 else { return nil }
    var lines: [ID<BankBook.Line>] = []
    for part in sides[0].split(separator: "+") {
      guard let id = Int64(typed: part, in: TypedRange.id) else { return nil }
      lines.append(ID(rawValue: id))
    }
    var rows: [BankBook.Row.Place] = []
    for part in sides[1].split(separator: "+") {
      guard let place = BankPair.place(part) else { return nil }
      rows.append(place)
    }
    (self.lines, self.rows) = (lines, rows)
  }

  /// The row that `12.1` means: the first of the voucher whose key is 12.
  static func place(_ text: some StringProtocol) -> BankBook.Row.Place? {
    let numbers = String(text).utf8.split(separator: UInt8(ascii: ".")).map { String(decoding: $0, as: UTF8.self) }
    guard numbers.count == 2, let voucher = Int64(typed: numbers[0], in: TypedRange.id),
      let line = Int64(typed: numbers[1], in: TypedRange.id)
    else { return nil }
    return BankBook.Row.Place(voucher: ID(rawValue: voucher), line: Int(line))
  }

  static func text(_ place: BankBook.Row.Place) -> String { "\(place.voucher.rawValue).\(place.line)" }

  var text: String {
    lines.map { "\($0.rawValue)" }.joined(separator: "+") + "=" + rows.map(BankPair.text).joined(separator: "+")
  }
}
