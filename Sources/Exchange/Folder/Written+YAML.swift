import Association
import Ledger

/// The values of the association as they are written.
extension YAMLValue {
  static func amount(_ amount: Money) -> YAMLValue { .plain(Written.text(of: amount)) }

  static func amountIfNotZero(_ amount: Money) -> YAMLValue? { amount == .zero ? nil : .amount(amount) }

  static func count(_ count: Int) -> YAMLValue { .plain("\(count)") }

  static func permille(_ permille: Int) -> YAMLValue { .plain(Written.text(ofPermille: permille)) }

  static func date(_ date: CalendarDate) -> YAMLValue { .plain(date.text) }

  static func word(_ choice: some RawRepresentable<String>) -> YAMLValue { .plain(choice.rawValue) }

  static func yesOrNo(_ yes: Bool) -> YAMLValue { .plain(yes ? "ja" : "nej") }

  /// `{kvinnor: 17, män: 28}`, or the number alone where sex is stated for nobody.
  static func tally(_ tally: Tally) -> YAMLValue {
    if tally.women == 0, tally.men == 0, tally.notStated > 0 { return .count(tally.notStated) }
    let notStated = tally.notStated == 0 ? [] : [("ej-angivet", "\(tally.notStated)")]
    return .inlineKeys([("kvinnor", "\(tally.women)"), ("män", "\(tally.men)")] + notStated)
  }

  /// `2021-11-19 § 45` where that reads as the same decision, else its two parts. Nil where it says nothing.
  static func decision(_ decision: Decision) -> YAMLValue? {
    guard decision != Decision() else { return nil }
    let line = [decision.date?.text ?? "", decision.paragraph].filter { !$0.isEmpty }.joined(separator: " ")
    if Written.decision(line) == decision {
      // A day alone is bare, though other readers take it for a day: that is what it is.
      return decision.date == nil || YAMLText.inLine("§" + line) != "§" + line ? .text(line) : .plain(line)
    }
    return .section([("datum", decision.date.map { .date($0) }), ("paragraf", .textIfSaid(decision.paragraph))])
  }

  /// Amounts by year, from the first year on.
  static func amounts(_ amounts: [Money], from year: Int) -> YAMLValue {
    .inlineKeys(amounts.enumerated().map { ("\(year + $0)", Written.text(of: $1)) })
  }
}
