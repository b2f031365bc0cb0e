extension ReviewCheck {
  static let organisationNumber = ReviewCheck(
    "organisationsnummer", kind: "organisation-number", question: "Har organisationsnumret rätt kontrollsiffra?",
    reason: "Lag (1974:174): den sista siffran räknas ur de andra.",
    spoil: [("222000-0117", "222000-0118")],
    find: { report in
      guard let number = report.organisationNumber, let place = report.organisationNumberPlace else { return [] }
      let digits = number.utf8.filter(\.isDigit).map { Int($0 - 48) }
      guard digits.count == 10 else { return [] }
      let sum = digits.enumerated().reduce(0) { sum, one in
        let value = one.offset % 2 == 0 ? one.element * 2 : one.element
        return sum + (value > 9 ? value - 9 : value)
      }
      guard sum % 10 != 0 else { return [] }
      return [
        Slip(
          severity: .formal, place: place, quote: TableBuilder.onOneLine(report.lines[place.line - 1].text),
          stated: number, expected: "ett nummer med rätt kontrollsiffra",
          message: "Organisationsnumret \(number) har fel kontrollsiffra.", innocent: "En siffra kan vara fel läst.",
          mend: "Rätta numret.", confidence: 75)
      ]
    })
}
