import Ledger
import Report

/// Which accounts a list shows, as people ask for them: `1930`, `4000-4999`, `40` for all that begin so, or a word
/// of the name.
struct AccountChoice: Hashable {
  let range: ClosedRange<AccountNumber>
  /// As it stands in an address.
  let written: String
  /// As it is said: `konto 1930 Bank`.
  let words: String

  /// What makes no sense, said.
  struct Fault: Error { let message: String }

  static func read(_ text: String, among accounts: [Account]) -> Result<AccountChoice, Fault> {
    if let account = accounts.first(where: { $0.number.text == text }) { return .success(AccountChoice(account)) }
    let parts = span(text)
    if parts.count == 2, isNumber(parts[0]), isNumber(parts[1]) {
      let (first, last) = (String(parts[0]), String(parts[1]))
      guard first <= last else {
        return .failure(Fault(message: "Kontona \(text) står i fel ordning. Skriv det lägsta först: \(last)-\(first)."))
      }
      return .success(
        AccountChoice(
          range: AccountNumber(first)...end(of: last), written: "\(first)-\(last)", words: "konto \(first)–\(last)"))
    }
    if isNumber(text[...]) {
      guard accounts.contains(where: { $0.number.text.utf8.starts(with: text.utf8) }) else {
        return .failure(
          Fault(
            message: "Inget konto i boken är eller börjar på \(text.excerpt). Se kontoplanen, eller sök på ett ord."))
      }
      return .success(
        AccountChoice(
          range: AccountNumber(text)...end(of: text), written: text, words: "konton som börjar på \(text)"))
    }
    return named(text, among: accounts)
  }

  private static func named(_ text: String, among accounts: [Account]) -> Result<AccountChoice, Fault> {
    let match = WordMatch(text)
    let found = accounts.filter { match.fits($0.name) }
    if let only = found.first, found.count == 1 { return .success(AccountChoice(only)) }
    // A word that is the whole name is meant, even where others hold it too.
    let whole = found.filter { WordMatch.folded($0.name) == WordMatch.folded(text) }
    if let only = whole.first, whole.count == 1 { return .success(AccountChoice(only)) }
    guard !found.isEmpty else {
      return .failure(
        Fault(
          message: "Inget konto heter något med ”\(text.excerpt)”. Skriv ett nummer, ett spann som 4000-4999 eller "
            + "ett ord ur kontots namn."))
    }
    let some = found.prefix(5).map { "\($0.number) \($0.name)" }.joined(separator: ", ")
    let more = found.count > 5 ? " och \(Numerals.words(Int64(found.count - 5))) till" : ""
    return .failure(
      Fault(
        message: "\(found.count) konton har ”\(text.excerpt)” i namnet: \(some)\(more). Skriv numret på ett av dem."))
  }

  private init(_ account: Account) {
    self.init(
      range: account.number...account.number, written: account.number.text,
      words: "konto \(account.number) \(account.name)")
  }

  private init(range: ClosedRange<AccountNumber>, written: String, words: String) {
    self.range = range
    self.written = written
    self.words = words
  }

  /// The two ends of `4000-4999`, also with a dash or blanks around it.
  private static func span(_ text: String) -> [Substring] {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != " " && scalar != "\u{A0}" {
      plain.append(scalar == "–" || scalar == "—" || scalar == "\u{2212}" ? "-" : scalar)
    }
    return String(plain).split(separator: "-", omittingEmptySubsequences: false)
  }

  /// Every account that begins with the digits, however long its number is: what sorts after every digit ends them.
  private static func end(of digits: String) -> AccountNumber { AccountNumber(digits + "~") }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.count <= 10 && text.utf8.allSatisfy { (48...57).contains($0) }
  }
}
