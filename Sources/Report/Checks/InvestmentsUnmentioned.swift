import Ledger
import Statements

extension Check {
  static let investmentsUnmentioned = Check(
    code: "investeringar-omnamns", .error,
    question: "Har rapporten en investeringsredovisning, eller säger den att inga investeringar gjorts?",
    reason: "LKBR 4:1 och 10:2; ingen av fem granskade rapporter sa något.",
    mend: "Lägg till investeringsredovisningen, eller meningen att inga investeringar gjorts.",
    slips: { report in
      let isMentioned =
        report.table("investeringsredovisning") != nil
        || report.passages.contains { !$0.isHeading && $0.printed.lowercased().has("investering") }
      guard !isMentioned else { return [] }
      return [
        Slip(
          at: "text/investeringsredovisning:0", stated: "inget", expected: "en redovisning eller en mening",
          "Rapporten nämner inga investeringar. Lägg till investeringsredovisningen, eller skriv att inga "
            + "investeringar har gjorts under året.")
      ]
    },
    spoil: { report in
      report.removeTable("investeringsredovisning")
      for index in report.chapters.indices {
        report.chapters[index].blocks.removeAll { $0.plainText.lowercased().has("investering") }
      }
    })
}
