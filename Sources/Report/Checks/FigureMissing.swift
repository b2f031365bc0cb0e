import Ledger
import Statements

extension Check {
  static let figureMissing = Check(
    code: "saknad-siffra", .error,
    question: "Har varje namn i texten ett tal?",
    reason: "Ett namn som inget tal har trycks som en lucka.",
    mend: "Rätta namnet, eller lägg in den uppgift som talet räknas av.",
    slips: { report in
      report.passages.flatMap { passage in
        passage.inlines.flatMap(\.all).compactMap { inline -> Slip? in
          guard case .missingFigure(let name) = inline else { return nil }
          // A figure that is there and cannot be written in the form asked for is for `text-faller-bort` to say.
          guard report.figures[(name.pieces(separatedBy: "|").first ?? name)] == nil else { return nil }
          return Slip(
            at: passage.place, stated: "{{\(name)}}", expected: "ett tal",
            "Texten under \(passage.chapterTitle) nämner {{\(name)}}, men inget tal heter så. Rätta namnet, eller "
              + "lägg in uppgiften.")
        }
      }
    },
    spoil: { $0.type([.text("Resultatet blev "), .missingFigure(name: "arets-resutlat"), .text(".")]) })
}
