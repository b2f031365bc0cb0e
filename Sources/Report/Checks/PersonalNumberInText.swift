import Ledger

extension Check {
  static let personalNumberInText = Check(
    code: "personnummer-i-text", .error,
    question: "Står inget personnummer eller samordningsnummer någonstans i rapporten?",
    reason: "Dataskydd och sekretess: ingen deltagare får kunna kännas igen.",
    mend: "Ta bort numret, och se efter om texten i övrigt pekar ut någon.",
    slips: { report in
      report.everyText.compactMap { place, text in
        guard !PersonalNumber.find(in: text).isEmpty else { return nil }
        return Slip(
          at: place, stated: "ett personnummer", expected: "inget",
          "Ett personnummer står i rapporten. Ta bort det, och se efter om texten i övrigt pekar ut någon.")
      }
    },
    spoil: { $0.type("Ärendet gällde 811228-9874.") })
}
