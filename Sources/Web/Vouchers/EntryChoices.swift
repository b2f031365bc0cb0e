import Association
import Ledger
import Store

/// What may stand in a voucher's rows: the accounts, the insatser and the parties, each with its name.
struct EntryChoices {
  struct Choice: Hashable {
    let id: String
    let name: String
  }

  /// The accounts in order of number.
  let accounts: [Account]
  /// How many rows each account has.
  let use: [AccountNumber: Int]
  let insatser: [Choice]
  let parties: [Choice]
  /// The accounts that the book has no name for yet, from the shipped chart.
  private let shipped: Set<AccountNumber>

  init(_ store: Store) throws {
    let association = try store.association()
    let declared = try store.accounts()
    let known = Set(declared.map(\.number))
    let others = Chart.shipped(association.chart).accounts.filter { !known.contains($0.number) }
    accounts = (declared + others).sorted { $0.number < $1.number }
    shipped = Set(others.map(\.number))
    use = try store.accountUse()
    let objects = try store.objects()
    insatser = EntryChoices.merged(
      association.insatser.map { Choice(id: $0.id, name: $0.name) }, objects, dimension: .insats)
    parties = EntryChoices.merged(
      association.members.map { Choice(id: $0.id, name: $0.name) }, objects, dimension: .party)
  }

  /// What the association says, then what files have declared besides; each object once.
  private static func merged(
    _ own: [Choice], _ objects: [DeclaredObject], dimension: Dimension
  ) -> [Choice] {
    let known = Set(own.map(\.id))
    return own
      + objects.filter { $0.reference.dimension == dimension && !known.contains($0.reference.object) }
      .map { Choice(id: $0.reference.object, name: $0.name) }
  }

  /// The account that a text means: its number, a number with its name after it, its name, or words of one name alone.
  func account(_ text: String) -> Account? {
    let word = text.split(separator: " ").first.map { String($0) } ?? ""
    return accounts.first { $0.number.text == text } ?? accounts.first { $0.number.text == word }
      ?? accounts.first { $0.name.lowercased() == text.lowercased() } ?? only(accounts(named: text))
  }

  /// The accounts in whose names all the words stand; none for a number, which is never guessed at.
  func accounts(named text: String) -> [Account] {
    guard let first = text.utf8.first, !(48...57).contains(first) else { return [] }
    return accounts(fitting: text, limit: accounts.count)
  }

  private func only(_ accounts: [Account]) -> Account? { accounts.count == 1 ? accounts[0] : nil }

  /// What must be named in the book when an account is used for the first time; nil where it has its name there.
  func unnamed(_ account: Account) -> Account? { shipped.contains(account.number) ? account : nil }

  /// The object that a text means: its id in any case, an id with its name after it, or its name.
  static func choice(_ text: String, among choices: [Choice]) -> Choice? {
    let small = text.lowercased()
    let word = small.split(separator: " ").first.map { String($0) } ?? ""
    return choices.first { $0.id.lowercased() == small } ?? choices.first { $0.name.lowercased() == small }
      ?? choices.first { $0.id.lowercased() == word }
  }

  /// The accounts that fit some letters: by the beginning of the number, or by words that each begin or stand in a word
  /// of the name. The number itself first, then the most used, then those never used, by number.
  func accounts(fitting text: String, limit: Int = 12) -> [Account] {
    let words = text.lowercased().split(separator: " ").map { String($0) }
    let isNumber = words.first?.utf8.allSatisfy { (48...57).contains($0) } ?? false
    let fitting = accounts.filter { account in
      if isNumber, let number = words.first {
        return account.number.text.utf8.starts(with: number.utf8)
      }
      let name = Array(account.name.lowercased().utf8)
      return words.allSatisfy { name.firstRange(of: Array($0.utf8)) != nil }
    }
    let sorted = fitting.sorted { left, right in
      let (exactLeft, exactRight) = (left.number.text == words.first, right.number.text == words.first)
      if exactLeft != exactRight { return exactLeft }
      let (used, others) = (use[left.number] ?? 0, use[right.number] ?? 0)
      return used == others ? left.number < right.number : used > others
    }
    return Array(sorted.prefix(limit))
  }
}
