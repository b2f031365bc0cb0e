package import Exchange
package import Ledger

/// What a SIE file says besides its vouchers: years, chart, objects and balances. Small in a file of any size.
package struct SIEFacts {
  private(set) var years: [Int: FiscalYear] = [:]
  private(set) var organisationNumber: String?
  private(set) var program = ""
  private(set) var objects: [DeclaredObject] = []
  /// Records with labels that SIE 4B does not have; kept in the book.
  private(set) var unknown: [SIEUnknown] = []
  private var names: [AccountNumber: String] = [:]
  private var kinds: [AccountNumber: AccountKind] = [:]
  private var units: [AccountNumber: String] = [:]
  private var taxCodes: [AccountNumber: [String]] = [:]
  private var totals: [Key: [AccountNumber: Money]] = [:]
  private var parts: [Key: [AccountNumber: [ObjectReference: Money]]] = [:]

  private struct Key: Hashable {
    let year: Int
    let kind: SIEBalance.Kind
  }

  package mutating func take(_ record: SIERecord) {
    switch record {
    case .year(let index, let year): years[index] = year
    case .organisationNumber(let number, _, _):
      // Programs that have been told no number write zeros.
      organisationNumber = number.utf8.contains { (49...57).contains($0) } ? SIEFacts.hyphenated(number) : nil
    case .program(let name, _): program = name
    case .account(let number, let name): if names[number] == nil { names[number] = name }
    case .accountKind(let number, let kind): kinds[number] = kind
    case .unit(let number, let unit): units[number] = unit
    case .taxCode(let number, let code): taxCodes[number, default: []].append(code)
    case .object(let reference, let name):
      objects.append(DeclaredObject(reference: reference, name: name))
    case .balance(let balance): take(balance)
    case .period(let balance): take(balance)
    case .unknown(let record): unknown.append(record)
    default: break
    }
  }

  private mutating func take(_ balance: SIEBalance) {
    let key = Key(year: balance.year, kind: balance.kind)
    if let object = balance.objects.objects.first {
      parts[key, default: [:]][balance.account, default: [:]][object, default: .zero] += balance.amount
    } else {
      totals[key, default: [:]][balance.account, default: .zero] += balance.amount
    }
  }

  /// A month's outcome for an object tells how the year's result on the account is split.
  private mutating func take(_ balance: SIEPeriodBalance) {
    guard balance.kind == .outcome, let object = balance.objects.objects.first, balance.objects.objects.count == 1
    else {
      return
    }
    let key = Key(year: balance.year, kind: .result)
    parts[key, default: [:]][balance.account, default: [:]][object, default: .zero] += balance.amount
  }

  /// The accounts declared, and those that only balances name.
  package var accounts: [Account] {
    let named = Set(names.keys).union(totals.values.flatMap(\.keys))
    return named.sorted().map {
      Account(
        number: $0, name: names[$0] ?? "", kind: kinds[$0], taxCodes: taxCodes[$0] ?? [], unit: units[$0])
    }
  }

  /// Whether the file says what came in and went out in that year: without it there is nothing to compare with.
  package func hasResults(year: Int) -> Bool { totals[Key(year: year, kind: .result)] != nil }

  /// Whether the file says what stood when that year began.
  package func hasOpenings(year: Int) -> Bool { totals[Key(year: year, kind: .opening)] != nil }

  /// Whether the file says what stood when that year ended.
  package func hasClosings(year: Int) -> Bool { totals[Key(year: year, kind: .closing)] != nil }

  /// What a year holds on one account and one set of objects.
  package struct Standing {
    var account: AccountNumber
    var objects: ObjectSet
    var amount: Money
  }

  /// What stood when the year began; nothing where the file does not say so. What is not known is not made up: then the
  /// year's change is all that stood when it ended, so that it ends right, and only its cash flow is not known.
  package func openings(year: Int) -> [Standing] { standings(Key(year: year, kind: .opening), as: .objectOpening) }

  /// How the accounts moved in the year, from the balances alone: the rows of the voucher that stands for them.
  package func changes(year: Int) -> [Standing] {
    var moved: [Pair: Money] = [:]
    func add(_ standings: [Standing], sign: Int64) {
      for standing in standings {
        moved[Pair(account: standing.account, objects: standing.objects), default: .zero] += Money(
          ore: standing.amount.ore * sign)
      }
    }
    add(standings(Key(year: year, kind: .closing), as: .objectClosing), sign: 1)
    add(openings(year: year), sign: -1)
    add(standings(Key(year: year, kind: .result), as: .result), sign: 1)
    return moved.filter { $0.value != .zero }
      .map { Standing(account: $0.key.account, objects: $0.key.objects, amount: $0.value) }
      .sorted { ($0.account, $0.objects) < ($1.account, $1.objects) }
  }

  private struct Pair: Hashable {
    let account: AccountNumber
    let objects: ObjectSet
  }

  /// The totals of a kind, split by object where the file splits them in one dimension; what the objects do not cover
  /// stands without object. An account split in several dimensions at once cannot be told apart and is not split.
  private func standings(_ key: Key, as partKind: SIEBalance.Kind) -> [Standing] {
    let split = parts[Key(year: key.year, kind: partKind)] ?? [:]
    return (totals[key] ?? [:]).sorted { $0.key < $1.key }.flatMap { account, total -> [Standing] in
      let objects = split[account] ?? [:]
      guard Set(objects.keys.map(\.dimension)).count == 1 else {
        return [Standing(account: account, objects: .none, amount: total)]
      }
      let pieces = objects.sorted { $0.key < $1.key }.map {
        Standing(account: account, objects: ObjectSet([$0.key]), amount: $0.value)
      }
      let rest = total - pieces.map(\.amount).sum()
      return pieces + (rest == .zero ? [] : [Standing(account: account, objects: .none, amount: rest)])
    }
  }

  private static func hyphenated(_ number: String) -> String {
    let digits = number.utf8.filter { (48...57).contains($0) }.map { $0 }
    let ten = digits.count == 12 ? Array(digits[2...]) : digits
    guard ten.count == 10 else { return number }
    return String(decoding: ten[..<6], as: UTF8.self) + "-" + String(decoding: ten[6...], as: UTF8.self)
  }
}
