package import Exchange
package import Ledger

/// What a file says, added up account by account: everything that a preview of it is made from. It takes as much memory
/// as the file has accounts and months, however many vouchers.
package struct FileContent: Sendable {
  /// What the file is.
  package enum Kind: Hashable, Sendable {
    /// SIE of that type; vouchers to be added (4I) where `isEntries`.
    case sie(type: Int, isEntries: Bool)
    /// A table of balances.
    case balances
  }

  /// What the file says of one account in one year.
  package struct Standing: Hashable, Sendable {
    package var opening = Money.zero
    package var change = Money.zero
    package var closing: Money { Money(ore: opening.ore &+ change.ore) }
  }

  /// What the file says of one year.
  package struct Year: Hashable, Sendable {
    /// 0 is the file's own year, −1 the one before.
    package var index: Int
    package var year: FiscalYear
    package var standings: [AccountNumber: Standing] = [:]
    /// Whether the file says what stood when the year began.
    package var hasOpenings = false
    /// Whether the file says what came in and went out: by vouchers, or by the results of the accounts.
    package var hasResults = false
    /// How many vouchers the figures are made of; nil where they are balances.
    package var voucherCount: Int?
  }

  package var kind: Kind
  /// The program that wrote the file, and its version.
  package var program = ""
  package var generatedOn: CalendarDate?
  package var company = ""
  /// The organisation number, or nil where the file says none.
  package var organisationNumber: String?
  /// The character set that the file says it has.
  package var statedFormat = ""
  /// The years, the file's own first. Empty where a file of vouchers does not name its year.
  package var years: [Year] = []
  package var accounts: [Account] = []
  package var objects: [DeclaredObject] = []
  /// Labels that SIE does not have, with how many records of each: kept in the book, read into nothing.
  package var unknown: [String: Int] = [:]
  package var voucherCount = 0
  package var rowCount = 0
  package var debit = Money.zero
  /// How many vouchers there are in each month.
  package var months: [Month: Int] = [:]
  package var firstDate: CalendarDate?
  package var lastDate: CalendarDate?

  package init(kind: Kind) { self.kind = kind }
}

/// Reads what a SIE file says without taking it anywhere.
package struct SIELook: SIESink {
  private var facts = SIEFacts()
  private var content = FileContent(kind: .sie(type: 1, isEntries: false))
  private var type: Int?
  private var hasBalances = false
  private var moved: [AccountNumber: Int64] = [:]

  package init() {}

  package mutating func record(_ record: SIERecord, extra: [SIEUnknown.Field]) {
    facts.take(record)
    switch record {
    case .type(let type): self.type = type
    case .program(let name, let version): content.program = version.isEmpty ? name : "\(name) \(version)"
    case .generated(let day, _): content.generatedOn = day
    case .companyName(let name): content.company = name
    case .format(let format): content.statedFormat = format
    case .balance(let balance):
      if [.opening, .closing, .result].contains(balance.kind) { hasBalances = true }
    case .unknown(let unknown): content.unknown[unknown.label, default: 0] += 1
    default: break
    }
  }

  package mutating func voucher(_ voucher: SIEVoucher) {
    for row in voucher.rows { moved[row.account, default: 0] &+= row.amount.ore }
    guard let day = voucher.date ?? voucher.rows.lazy.compactMap(\.date).first else { return }
    content.months[Month(of: day), default: 0] += 1
    if content.firstDate.map({ day < $0 }) ?? true { content.firstDate = day }
    if content.lastDate.map({ day > $0 }) ?? true { content.lastDate = day }
  }

  /// What the file says, when all of it has been read.
  package func content(_ summary: SIESummary) -> FileContent {
    var content = content
    let type = type ?? (summary.vouchers > 0 ? 4 : 1)
    content.kind = .sie(type: type, isEntries: type == 4 && !hasBalances)
    content.organisationNumber = facts.organisationNumber
    content.accounts = facts.accounts
    content.objects = facts.objects
    content.voucherCount = summary.vouchers
    content.rowCount = summary.transactions
    content.debit = Money(ore: summary.sumDebitOre)
    content.years = facts.years.sorted { $0.key > $1.key }.filter { $0.key <= 0 }.compactMap { index, year in
      let isOwn = index == 0
      guard isOwn || facts.hasResults(year: index) || facts.hasClosings(year: index) else { return nil }
      var part = FileContent.Year(index: index, year: year)
      part.hasOpenings = facts.hasOpenings(year: index)
      part.hasResults = facts.hasResults(year: index) || (isOwn && summary.vouchers > 0)
      for standing in facts.openings(year: index) {
        part.standings[standing.account, default: .init()].opening += standing.amount
      }
      if isOwn, summary.vouchers > 0 {
        part.voucherCount = summary.vouchers
        for (account, ore) in moved { part.standings[account, default: .init()].change = Money(ore: ore) }
      } else {
        for change in facts.changes(year: index) {
          part.standings[change.account, default: .init()].change += change.amount
        }
      }
      return part
    }
    if summary.vouchers == 0, let own = content.years.first, own.index == 0, own.hasResults {
      // Balances alone stand in the book as one voucher, on the last day.
      content.months[Month(of: own.year.last)] = 1
    }
    return content
  }
}

extension FileContent {
  /// What a table of balances says of that year.
  package init(_ file: BalanceFile, of year: FiscalYear) {
    self.init(kind: .balances)
    accounts = file.accounts
    var part = Year(index: 0, year: year)
    part.hasOpenings = true
    part.hasResults = true
    for line in file.lines {
      part.standings[line.account, default: .init()].opening += line.opening
      part.standings[line.account, default: .init()].change += line.change
    }
    years = [part]
    let changes = file.lines.map(\.change).filter { $0 != .zero }
    rowCount = changes.count
    debit = changes.filter { $0 > .zero }.sum()
    // The year's change stands in the book as one voucher, on the last day.
    voucherCount = changes.isEmpty ? 0 : 1
    if !changes.isEmpty {
      months[Month(of: year.last)] = 1
      firstDate = year.last
      lastDate = year.last
    }
  }
}
