import Ledger

extension Check {
  static let booksUnbalanced = Check(
    code: "obalans-i-bokforing", .error,
    question: "Är debet lika med kredit i bokföringen, ingående och under året?",
    reason: "God redovisningssed: varje verifikation går jämnt upp (LKBR 3 kap.).",
    mend: "Sök skillnaden i ingående balans eller i årets verifikationer och rätta den.",
    slips: { report in
      guard let books = report.source?.books else { return [] }
      let sums = [
        ("ingående balans", "ingaende", books.balances.map(\.opening).sum()),
        ("årets verifikationer", "aret", books.balances.map(\.change).sum()),
      ]
      return sums.compactMap { what, place, sum in
        guard sum != .zero else { return nil }
        return Slip(
          at: "bokforing/\(place)", stated: Numerals.ore(sum), expected: Numerals.ore(.zero),
          difference: Numerals.ore(sum),
          "Debet och kredit skiljer \(Numerals.ore(sum.magnitude)) i \(what). Sök skillnaden och rätta den.")
      }
    },
    spoil: { report in
      report.alterBooks { books in
        guard !books.balances.isEmpty else { return }
        books.balances[0].debit += Money(kronor: 1)
      }
    })
}
