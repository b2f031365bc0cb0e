/// The check digit that organisation numbers and personal identity numbers end in (the Luhn algorithm).
public enum CheckDigit {
  /// Whether the last digit is right for the others: every second digit from the right but the last is doubled, the
  /// digits of all are added, and the sum ends in zero.
  public static func isRight(_ digits: some BidirectionalCollection<Int>) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, place in
      let digit = place.offset.isMultiple(of: 2) ? place.element : place.element * 2
      return sum + digit / 10 + digit % 10
    }
    return sum.isMultiple(of: 10)
  }
}
