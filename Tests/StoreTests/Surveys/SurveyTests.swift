import Association
import Foundation
import Ledger
import Testing

@testable import Store

/// Surveys from the opening to the result.
struct SurveyTests {
  private func answer(_ book: Book, _ numbers: Range<Int>) throws {
    for number in numbers {
      try book.store.answer(
        try SurveyKit.answer(number), code: SurveyKit.digest(number), on: try day("2025-05-05"),
        randomBytes: SurveyKit.bytes(number))
    }
  }

  @Test func `a survey is opened, answered by codes and on paper, closed, and told as a typed one would be`() throws {
    let (book, id) = try SurveyKit.book(asked: 12)
    try answer(book, 0..<7)
    try book.store.answer(try SurveyKit.answer(7), onPaper: id, randomBytes: SurveyKit.bytes(7))
    try book.reopen()
    #expect(try book.store.surveyCase(id)?.standing == .open(byLink: 7, onPaper: 1))

    let outcome = try book.store.together(by: .tester, at: .now2) { try $0.close(id) }

    #expect(outcome.asked == 12 && outcome.byLink == 7 && outcome.onPaper == 1)
    var tallies = SurveyTallies(try SurveyKit.instrument())
    for number in 0..<8 { tallies.add(try SurveyKit.answer(number)) }
    #expect(outcome.tallies == tallies)
    try book.reopen()
    let kept = try #require(try book.store.surveyCase(id))
    #expect(kept.outcome == outcome)
    #expect(try kept.round == SurveyKit.round())
    #expect(try book.store.association().surveys == kept.round.surveys(outcome))
    #expect(try book.store.association().surveys.map(\.id) == ["avslut", "avslut--frekvens-4", "avslut--ja-nej-2"])
    #expect(try book.store.verify().findings == [])
    #expect(try VerifyTests.script(book.path).code == 0)
    // Nothing is left of codes and counters.
    for table in ["survey_invitation", "survey_tally", "survey_paper"] {
      #expect(try book.ask("SELECT COUNT(*) FROM \(table)") == ["0"], "\(table)")
    }
  }

  @Test func `a code is good once, on the days of the survey, and no other code is`() throws {
    let (book, id) = try SurveyKit.book(asked: 3)
    func said(_ number: Int, _ date: String = "2025-05-05") throws -> Store.Refusal? {
      try refusal {
        try book.store.answer(
          try SurveyKit.answer(number), code: SurveyKit.digest(number), on: try day(date),
          randomBytes: SurveyKit.bytes(number))
      }
    }
    try answer(book, 0..<1)

    #expect(try said(0) == .survey(.codeUsed))
    #expect(try said(9) == .survey(.unknownCode))
    #expect(try said(1, "2024-12-31") == .survey(.notYet(from: try day("2025-01-01"))))
    #expect(try said(1, "2026-01-01") == .survey(.tooLate(through: try day("2025-12-31"))))
    #expect(try book.store.surveyCase(id)?.answered == 1)
    #expect(try book.store.surveyCase(code: SurveyKit.digest(0))?.isUsed == true)
    #expect(try book.store.surveyCase(code: SurveyKit.digest(1))?.isUsed == false)
    try book.store.together(by: .tester, at: .now2) { _ = try $0.close(id) }
    #expect(try said(1) == .survey(.unknownCode))
    #expect(
      try refusal { try book.store.answer(try SurveyKit.answer(1), onPaper: id, randomBytes: SurveyKit.bytes(1)) }
        == .survey(.roundClosed))
  }

  @Test func `too many codes and too many answers are refused with the numbers`() throws {
    let (book, id) = try SurveyKit.book(asked: 3)
    func said(_ body: (Store.Writing) throws -> Void) throws -> Store.Refusal? {
      try refusal { try book.store.together(by: .tester, at: .now2, body) }
    }
    #expect(
      try said { try $0.makeCodes([SurveyKit.digest(8)], for: id) } == .survey(.tooManyCodes(asked: 3, made: 4)))
    #expect(try said { try $0.changeAsked(id, to: 2) } == .survey(.fewerThanCodes(asked: 2, made: 3)))
    #expect(try said { try $0.open(try SurveyKit.round(), asked: 3) } == .survey(.keyTaken("avslut", year: 2025)))
    try answer(book, 0..<2)
    for number in 5..<7 {
      func type() throws {
        try book.store.answer(try SurveyKit.answer(number), onPaper: id, randomBytes: SurveyKit.bytes(number))
      }
      if number == 5 {
        try type()
      } else {
        #expect(try refusal(type) == .survey(.moreAnswersThanAsked(answers: 4, asked: 3)))
      }
    }
    // The third code was given to somebody who may have answered on paper too; they are not turned away.
    try answer(book, 2..<3)
    #expect(try said { _ = try $0.close(id) } == .survey(.moreAnswersThanAsked(answers: 4, asked: 3)))
    try book.store.together(by: .tester, at: .now2) { writing in
      try writing.changeAsked(id, to: 4)
      _ = try writing.close(id)
    }
    #expect(try book.store.surveyCase(id)?.outcome?.asked == 4)
  }

  @Test func `fewer than the smallest group are never told, and what they wrote is gone unread`() throws {
    let (book, id) = try SurveyKit.book(asked: 9)
    try answer(book, 0..<4)
    #expect(try book.ask("SELECT COUNT(*) FROM survey_text") == ["2"])
    #expect(try book.store.surveyTexts(id) == [])

    try book.store.together(by: .tester, at: .now2) { _ = try $0.close(id) }

    #expect(try book.store.association().surveys == [])
    #expect(try book.ask("SELECT COUNT(*) FROM survey_text") == ["0"])
    book.store.emptyLog()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: book.path))
    #expect(bytes.range(of: Data("som någon skrev".utf8)) == nil)
  }

  @Test func `a text is withheld until it is released, and one that is removed is gone from the file`() throws {
    let (book, id) = try SurveyKit.book(asked: 9)
    try answer(book, 0..<9)
    #expect(try book.store.surveyTexts(id) == [])
    try book.store.together(by: .tester, at: .now2) { _ = try $0.close(id) }
    let texts = try book.store.surveyTexts(id)
    #expect(texts.count == 3 && texts.allSatisfy { !$0.isReleased && $0.question == 3 })

    try book.store.together(by: .tester, at: .now2) { writing in
      try writing.judge(texts[0].id, of: id, isReleased: true)
      try writing.judge(texts[1].id, of: id, isReleased: false)
      // What has been released can still be taken away.
      try writing.judge(texts[2].id, of: id, isReleased: true)
      try writing.judge(texts[2].id, of: id, isReleased: false)
    }

    let left = try book.store.surveyTexts(id)
    #expect(left.map(\.id) == [texts[0].id] && left[0].isReleased)
    #expect(
      try refusal { try book.store.together(by: .tester, at: .now2) { try $0.judge("x", of: id, isReleased: true) } }
        == .survey(.unknownText))
    book.store.emptyLog()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: book.path))
    #expect(bytes.range(of: Data(texts[0].text.utf8)) != nil)
    #expect(bytes.range(of: Data(texts[1].text.utf8)) == nil && bytes.range(of: Data(texts[2].text.utf8)) == nil)
    #expect(try book.store.verify().findings == [])
  }

  @Test func `a changed instrument is a new version, and a survey keeps the one it was opened with`() throws {
    let (book, id) = try SurveyKit.book(asked: 3)
    let other = try SurveyKit.instrument("Jag har haft nytta av stödet.")

    let (same, next) = try book.store.together(by: .tester, at: .now2) { writing in
      (try writing.keep(try SurveyKit.instrument()), try writing.keep(other))
    }

    #expect(same.version == 1 && next.version == 2)
    #expect(try book.store.surveyInstruments().map(\.version) == [1, 2])
    #expect(try book.store.surveyInstruments().last?.instrument == other)
    #expect(try book.store.surveyCase(id)?.round.instrument == SurveyKit.instrument())
    #expect(try book.store.surveyCase(id)?.version == 1)
  }

  /// What somebody with SQL may not do while a survey is open.
  static let attacks = [
    "UPDATE survey_tally SET raised = raised - 1 WHERE raised > 1073741824",
    "UPDATE survey_tally SET raised = raised + 2 WHERE raised > 1073741824",
    "UPDATE survey_tally SET raised = raised + 1 WHERE question = 0 AND step = 6 AND sex = 'man'",
    "DELETE FROM survey_tally",
    "INSERT OR REPLACE INTO survey_tally VALUES (1, 0, 1, 'man', 1073741824)",
    "INSERT INTO survey_tally VALUES (1, 7, 1, 'man', 1073741824)",
    "UPDATE survey_invitation SET is_used = 0", "DELETE FROM survey_invitation",
    "UPDATE survey_invitation SET digest = replace(digest, 'a', 'b') WHERE is_used = 0",
    "INSERT INTO survey_invitation VALUES ('" + String(repeating: "0", count: 64) + "', 1, 0)",
    "INSERT OR REPLACE INTO survey_invitation SELECT digest, round_id, 0 FROM survey_invitation",
    "UPDATE survey_paper SET raised = raised + 2", "UPDATE survey_paper SET raised = raised - 1",
    "DELETE FROM survey_paper", "INSERT OR REPLACE INTO survey_paper VALUES (1, 1073741824)",
    "UPDATE survey_text SET text = 'annat'",
  ]

  @Test func `the database keeps codes, counters and texts from being turned back or made up`() throws {
    let (book, id) = try SurveyKit.book(asked: 9)
    try answer(book, 0..<6)
    try book.store.answer(try SurveyKit.answer(6), onPaper: id, randomBytes: SurveyKit.bytes(6))

    for sql in Self.attacks {
      #expect(throws: (any Error).self, "\(sql)") { try book.attack(sql) }
    }
    #expect(try book.store.surveyCase(id)?.answered == 7)
  }

  @Test func `what a closed survey came to is not changed, and a change of the file is found`() throws {
    let (book, id) = try SurveyKit.book(asked: 9)
    try answer(book, 0..<6)
    try book.store.together(by: .tester, at: .now2) { writing in
      _ = try writing.close(id)
    }
    let text = try #require(try book.store.surveyTexts(id).first)
    try book.store.together(by: .tester, at: .now2) { try $0.judge(text.id, of: id, isReleased: true) }

    for table in M0014.factTables.map(\.name) {
      #expect(try book.ask("SELECT COUNT(*) > 0 FROM \(table)") == ["1"], "\(table)")
      for sql in [
        "UPDATE \(table) SET history_sequence = history_sequence", "DELETE FROM \(table)",
        "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)",
      ] {
        #expect(throws: (any Error).self, "\(sql)") { try book.attack(sql) }
      }
    }
    for sql in [
      "UPDATE survey_result SET men = men + 1 WHERE question = 0 AND step = 1", "UPDATE survey_closing SET by_link = 5",
      "DELETE FROM survey_result WHERE question = 1",
    ] {
      let path = try book.tampered(sql)
      #expect(try Store(opening: path).verify().firstDifference != nil, "\(sql)")
      #expect(try VerifyTests.script(path).code == 1, "\(sql)")
    }
  }

  @Test func `the fourteenth migration is what was shipped`() {
    let digest = LineDigest()
    digest.put(M0014.sql)
    #expect(digest.hash == "44d01f1b3a09cf65186a5929dcef393b78d8ac9334fb761dc9dea526a5ee56dc")
  }
}
