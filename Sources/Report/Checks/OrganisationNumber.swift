import Ledger

extension Check {
  static let organisationNumber = Check(
    code: "organisationsnummer", .warning,
    question: "Är organisationsnumret rätt skrivet?",
    reason: "Numret har tio siffror och den sista är en kontrollsiffra.",
    mend: "Rätta organisationsnumret.",
    slips: { report in
      let digits = report.organisationNumber.utf8.filter(\.isDigit).map { Int($0) - 48 }
      guard digits.count != 10 || !CheckDigit.isRight(digits) else { return [] }
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
