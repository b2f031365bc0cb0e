import Association
import Crypto
import Foundation
import Ledger
import Testing

@testable import Store

/// A survey for tests: three questions with steps and one of free text, put to so many.
enum SurveyKit {
  static func instrument(_ words: String = "Stödet har varit till nytta.") throws -> SurveyInstrument {
    try SurveyInstrument(
      key: "avslut", title: "Avslut", respondents: .leaving,
      questions: [
        SurveyInstrument.Question(id: "nytta", text: words, scale: SurveyScale(.six)),
        SurveyInstrument.Question(id: "ofta", text: "Hur ofta?", scale: SurveyScale(.frequency)),
        SurveyInstrument.Question(id: "igen", text: "Igen?", scale: SurveyScale(.yesNo)),
        SurveyInstrument.Question(id: "mer", text: "Mer?", scale: SurveyScale(.text)),
      ])
  }

  static func round(_ key: String = "avslut", year: Int = 2025, minimum: Int = 5) throws -> SurveyRound {
    try SurveyRound(
      SurveyRound.Draft(
        key: key, title: "Enkät vid avslut", year: year, insatsID: "", population: "Alla som avslutat",
        opens: day("\(year)-01-01"), closes: day("\(year)-12-31"), minimum: minimum), asking: instrument())
  }

  /// Answers of all sorts, the same for the same number.
  static func answer(_ number: Int) throws -> SurveyAnswer {
    try SurveyAnswer(
      [number % 6 + 1, number % 4 == 3 ? nil : number % 5 + 1, number % 2 + 1, nil],
      texts: ["", "", "", number % 3 == 0 ? "Svar \(number) som någon skrev" : ""],
      sex: SurveySex.allCases[number % 3], to: instrument())
  }

  static func digest(_ number: Int) -> String { SHA256.hash(data: Array("kod \(number)".utf8)).hexadecimal }

  /// A name of a text that follows from nothing but a number.
  static func bytes(_ number: Int) -> (Int) -> [UInt8] {
    { Array(SHA256.hash(data: Array("text \(number)".utf8)).prefix($0)) }
  }

  /// A book with an open survey of so many, with a code for each.
  static func book(asked: Int, minimum: Int = 5) throws -> (book: Book, id: ID<SurveyRound>) {
    let book = try Book()
    let id = try book.store.together(by: .tester, at: .now2) { writing in
      let id = try writing.open(try round(minimum: minimum), asked: asked)
      try writing.makeCodes((0..<asked).map(digest), for: id)
      return id
    }
    return (book, id)
  }
}
