public import Association
public import Ledger

extension SIEFile {
  /// What a file of our own is to be, beside the books it is made from.
  public struct Making: Hashable, Sendable {
    /// The types that can be made.
    public enum Kind: Int, CaseIterable, Sendable {
      /// Type 1: balances of the year.
      case yearBalances = 1
      /// Type 2: and changes per month.
      case periodBalances = 2
      /// Type 3: and balances of objects.
      case objectBalances = 3
      /// Type 4E: and vouchers.
      case vouchers = 4
      /// Type 4I: vouchers alone, for another program to import.
      case entries = 5
    }

    /// Which type.
    public var kind: Kind
    /// On which day it is made.
    public var generatedOn: CalendarDate
    /// Who makes it.
    public var sign: String
    /// Our name, and the version.
    public var program: String
    /// Our version.
    public var version: String

    /// A file of that type, made on that day.
    public init(
      kind: Kind = .vouchers, generatedOn: CalendarDate, sign: String = "", program: String = "finsam",
      version: String = "1"
    ) {
      self.kind = kind
      self.generatedOn = generatedOn
      self.sign = sign
      self.program = program
      self.version = version
    }
  }

  /// The books of a year as a SIE file, with the balances of the year before where they are given.
  ///
  /// A voucher's counterparty has no field in SIE and is left out; the association folder keeps it.
  public init(
    books: Books, previous: Books? = nil, vouchers: [PostedVoucher], association: Association, as making: Making
  ) {
    let kind = making.kind
    var records: [SIERecord] = [
      .flag(0), .program(name: making.program, version: making.version), .format("PC8"),
      .generated(on: making.generatedOn, sign: making.sign), .type(min(4, kind.rawValue)),
      // No code of #FTYP is for an association of authorities (SIE 4B); X is any other form.
      .companyForm("X"),
      .organisationNumber(association.organisationNumber, acquisition: "", activity: ""),
      .companyName(association.name), .year(index: 0, books.year),
    ]
    if let previous { records.append(.year(index: -1, previous.year)) }
    if kind == .periodBalances || kind == .objectBalances { records.append(.coveredThrough(books.year.last)) }
    if books.chart.standard == .bas { records.append(.chartType("EUBAS97")) }
    records.append(.currency("SEK"))
    let used = SIEFile.used(books, previous, vouchers)
    records += SIEFile.accounts(books, previous, used.accounts)
    if kind.rawValue >= 3 { records += SIEFile.dimensions(books, previous, used.objects) }
    if kind != .entries {
      records += SIEFile.balances(books, year: 0, withObjects: kind.rawValue >= 3)
      if let previous { records += SIEFile.balances(previous, year: -1, withObjects: kind.rawValue >= 3) }
    }
    if kind == .periodBalances || kind == .objectBalances {
      records += SIEFile.periods(vouchers, withObjects: kind == .objectBalances)
    }
    self.init(
      entries: records.map { Entry($0) },
      vouchers: kind.rawValue >= 4 ? vouchers.map(SIEVoucher.init(_:)) : [])
  }

  private static func used(
    _ books: Books, _ previous: Books?, _ vouchers: [PostedVoucher]
  ) -> (accounts: Set<AccountNumber>, objects: Set<ObjectReference>) {
    var accounts: Set<AccountNumber> = []
    var objects: Set<ObjectReference> = []
    for balance in books.balances + (previous?.balances ?? []) {
      accounts.insert(balance.account)
      objects.formUnion(balance.objects.objects)
    }
    for posted in vouchers {
      for row in posted.voucher.rows + posted.voucher.amendments.map(\.row) {
        accounts.insert(row.account)
        objects.formUnion(row.objects.objects)
      }
    }
    return (accounts, objects)
  }

  private static func accounts(_ books: Books, _ previous: Books?, _ used: Set<AccountNumber>) -> [SIERecord] {
    let known = Set(books.chart.accounts.map(\.number))
    let missing = used.subtracting(known).map { number in
      previous?.chart[number] ?? Account(number: number, name: number.text)
    }
    return (books.chart.accounts + missing).sorted { $0.number < $1.number }
      .flatMap { account -> [SIERecord] in
        [.account(account.number, name: account.name), .accountKind(account.number, account.kind)]
          + (account.unit.map { [.unit(account.number, $0)] } ?? [])
          + account.taxCodes.map { .taxCode(account.number, $0) }
      }
  }

  private static func dimensions(_ books: Books, _ previous: Books?, _ used: Set<ObjectReference>) -> [SIERecord] {
    let names = Dictionary(
      ((previous?.objects ?? []) + books.objects).map { ($0.reference, $0.name) }, uniquingKeysWith: { $1 })
    let references = used.union(names.keys).sorted()
    let dimensions = Set(references.map(\.dimension)).sorted()
    return dimensions.map { .dimension($0, name: $0.usualName ?? "Dimension \($0.number)") }
      + references.map { .object($0, name: names[$0] ?? $0.object) }
  }

  private static func balances(_ books: Books, year: Int, withObjects: Bool) -> [SIERecord] {
    var records: [SIERecord] = []
    var index = 0
    while index < books.balances.count {
      let account = books.balances[index].account
      var end = index
      while end < books.balances.count, books.balances[end].account == account { end += 1 }
      let balances = books.balances[index..<end]
      index = end
      let isBalance = books.kind(of: account).isBalance
      let opening = balances.map(\.opening).sum()
      if isBalance || opening != .zero {
        records.append(.balance(SIEBalance(kind: .opening, year: year, account: account, amount: opening)))
      }
      let closing = balances.map(\.closing).sum()
      records.append(
        .balance(SIEBalance(kind: isBalance ? .closing : .result, year: year, account: account, amount: closing)))
      guard withObjects, isBalance else { continue }
      for object in Set(balances.flatMap(\.objects.objects)).sorted() {
        let of = balances.filter { $0.objects.objects.contains(object) }
        for (kind, sum) in [
          (SIEBalance.Kind.objectOpening, of.map(\.opening).sum()), (.objectClosing, of.map(\.closing).sum()),
        ] {
          records.append(
            .balance(
              SIEBalance(kind: kind, year: year, account: account, objects: ObjectSet([object]), amount: sum)))
        }
      }
    }
    return records
  }

  /// What moved per month, account and object.
  private struct PeriodKey: Hashable {
    var account: AccountNumber
    var object: ObjectReference?
    var month: Month
  }

  private static func periods(_ vouchers: [PostedVoucher], withObjects: Bool) -> [SIERecord] {
    var sums: [PeriodKey: Money] = [:]
    for posted in vouchers {
      let month = Month(of: posted.voucher.date)
      for row in posted.voucher.rows {
        sums[PeriodKey(account: row.account, object: nil, month: month), default: .zero] += row.amount
        guard withObjects else { continue }
        for object in row.objects.objects {
          sums[PeriodKey(account: row.account, object: object, month: month), default: .zero] += row.amount
        }
      }
    }
    let keys = sums.keys.sorted { left, right in
      if left.account != right.account { return left.account < right.account }
      if left.object != right.object {
        guard let object = right.object else { return false }
        return left.object.map { $0 < object } ?? true
      }
      return left.month < right.month
    }
    return keys.map { key in
      .period(
        SIEPeriodBalance(
          kind: .outcome, year: 0, month: key.month, account: key.account,
          objects: key.object.map { ObjectSet([$0]) } ?? .none, amount: sums[key] ?? .zero))
    }
  }
}

extension SIEVoucher {
  /// A posted voucher as SIE says it: under the number it has in the book.
  public init(_ posted: PostedVoucher) {
    let voucher = posted.voucher
    self.init(
      series: posted.number.series, number: "\(posted.number.number)", date: voucher.date, text: voucher.text,
      registeredOn: voucher.compiledOn, sign: voucher.compiledBy, rows: voucher.rows, amendments: voucher.amendments)
  }
}
