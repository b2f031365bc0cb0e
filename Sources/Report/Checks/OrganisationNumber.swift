import Ledger

extension Check {
  static let organisationNumber = Check(
    code: "organisationsnummer", .warning,
    question: "Är organisationsnumret rätt skrivet?",
    reason: "Numret har tio siffror och den sista är en kontrollsiffra.",
    mend: "Rätta organisationsnumret.",
    slips: { report in
      let digits = report.organisationNumber.utf8.filter(\.isDigit).map { Int($0) - 48 }
      guard digits.count != 10 || !digits.passesLuhn else { return [] }
      return [
        Slip(
          at: "fakta/organisationsnummer", stated: report.organisationNumber,
          expected: "tio siffror med kontrollsiffra",
          "Organisationsnumret \(report.organisationNumber) kan inte vara rätt: "
            + (digits.count == 10 ? "kontrollsiffran stämmer inte." : "det ska ha tio siffror.") + " Rätta det.")
      ]
    },
    spoil: { $0.organisationNumber = "222000-0001" })
}

extension [Int] {
  /// Whether the last digit is the check digit of the others: every second digit doubled, the sum ending in 0.
  var passesLuhn: Bool {
    let sum = reversed().enumerated().reduce(0) { sum, place in
      let digit = place.offset % 2 == 0 ? place.element : place.element * 2
      return sum + digit / 10 + digit % 10
    }
    return sum % 10 == 0
  }
}
