import Association
import HTTPTypes
import HummingbirdTesting
import Ledger
import Store
import Testing

@testable import Web

/// The door of those who answer: no sign-in, no cookie, one answer for each code.
struct AnswerSurveyTests {
  static func round(_ key: String = "avslut", minimum: Int = 5) throws -> SurveyRound {
    let shipped = try #require(SurveyInstrument.shipped.first)
    return try SurveyRound(
      SurveyRound.Draft(
        key: key, title: "Enkät vid avslut", year: 2026, insatsID: "SAMSA", population: "Alla som avslutat",
        opens: try #require(CalendarDate("2026-01-01")), closes: try #require(CalendarDate("2026-12-31")),
        minimum: minimum), asking: shipped)
  }

  /// An open survey with that many codes.
  static func open(_ kit: OfficeKit, codes count: Int, key: String = "avslut") throws -> (
    id: ID<SurveyRound>, codes: [SurveyCode]
  ) {
    let codes = (0..<count).map { _ in SurveyCode(kit.office.randomBytes) }
    let id = try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      let id = try writing.open(try round(key), asked: max(count, 1))
      try writing.makeCodes(codes.map(\.digest), for: id)
      return id
    }
    return (id, codes)
  }

  /// A closed survey that twelve have answered, three with words of their own.
  @discardableResult
  static func closed(_ kit: OfficeKit, key: String = "avslut") throws -> ID<SurveyRound> {
    let (id, codes) = try open(kit, codes: 14, key: key)
    let instrument = try round(key).instrument
    for number in 0..<12 {
      try kit.store.answer(
        try SurveyAnswer(
          (0..<8).map { _ in number < 2 ? 2 : 5 } + [nil],
          texts: Array(repeating: "", count: 8) + [number % 4 == 0 ? "Tack till Anna Ek nummer \(number)" : ""],
          sex: number % 2 == 0 ? .woman : .man, to: instrument),
        code: codes[number].digest, on: kit.clock.today, randomBytes: kit.office.randomBytes)
    }
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { _ = try $0.close(id) }
    return id
  }

  static func fields(_ step: Int, text: String = "", sex: String = "kvinna") -> [(String, String)] {
    (1...8).map { ("fraga\($0)", "\(step)") } + [("text9", text), ("kon", sex)]
  }

  @Test func `one with a code answers once, without cookie or script, and a second time is told so kindly`()
    async throws
  {
    let kit = try OfficeKit()
    let (id, codes) = try Self.open(kit, codes: 3)
    let path = Addresses.answer.path(codes[0].text)

    try await kit.visit(as: nil) { stranger in
      let page = try await stranger.client.execute(uri: path, method: .get, headers: [:], body: nil) { Guest.Reply($0) }
      #expect(page.status == .ok && page.body.contains("Jag har haft nytta av stödet."))
      #expect(page.headers[values: .setCookie].isEmpty)
      #expect(!page.body.contains("<script") && !page.body.contains("src=") && !page.body.contains("stylesheet"))
      #expect(page.body.contains("Till sist, om du vill: är du kvinna eller man?"))
      SecurityHeaders.expect(in: page, "the page of a respondent")
      let sent = try await stranger.post(path, Self.fields(5, text: "Tack"))
      #expect(sent.status == .seeOther && sent.location == "/svara-tack" && sent.headers[values: .setCookie].isEmpty)
      #expect(try await stranger.get("/svara-tack").body.contains("Tack för ditt svar!"))
      for again in [try await stranger.get(path), try await stranger.post(path, Self.fields(1))] {
        #expect(again.status == .gone && again.body.contains("Svaret är redan lämnat"))
        #expect(again.headers[values: .setCookie].isEmpty)
      }
      // In small letters and without hyphens it is the same code.
      #expect(try await stranger.get(Addresses.answer.path(codes[0].signs.lowercased())).status == .gone)
    }

    #expect(try kit.store.surveyCase(id)?.standing == .open(byLink: 1, onPaper: 0))
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `a visit by one who is signed in is a stranger's, and moves no session`() async throws {
    let kit = try OfficeKit()
    let (_, codes) = try Self.open(kit, codes: 1)
    kit.clock.advance(seconds: 1000)

    let page = try await kit.visit(as: .director) { director in
      try await director.get(Addresses.answer.path(codes[0].text))
    }

    #expect(page.status == .ok && !page.body.contains("Test director") && page.headers[values: .setCookie].isEmpty)
  }

  @Test func `what is wrong is told, and the rest of the answers stands`() async throws {
    let kit = try OfficeKit()
    let (id, codes) = try Self.open(kit, codes: 1)
    let path = Addresses.answer.path(codes[0].text)

    try await kit.visit(as: nil) { stranger in
      let number = try await stranger.post(path, Self.fields(4, text: "Jag är 811228-9874 och nöjd"))
      #expect(number.status == .unprocessableContent && number.body.contains("innehåller ett personnummer"))
      #expect(number.body.contains("value=\"4\" checked") && number.body.contains("och nöjd"))
      let empty = try await stranger.post(path, [("kon", "man")])
      #expect(empty.status == .unprocessableContent && empty.body.contains("Svara på minst en fråga"))
      let odd = try await stranger.post(path, [("fraga1", "7"), ("fraga2", "x"), ("fraga3", "1")])
      #expect(odd.status == .unprocessableContent && odd.body.contains("Fråga 1: ”7” är inget steg"))
      // Another site's form is not taken.
      let foreign = try await stranger.post(path, Self.fields(1), headers: [.secFetchSite: "cross-site"])
      #expect(foreign.status == .forbidden)
    }

    #expect(try kit.store.surveyCase(id)?.answered == 0)
  }

  @Test func `a code typed by hand leads to its page, and one that is mistyped is asked for again`() async throws {
    let kit = try OfficeKit()
    let (_, codes) = try Self.open(kit, codes: 1)

    try await kit.visit(as: nil) { stranger in
      #expect(try await stranger.get("/svara").body.contains("Koden på ditt papper"))
      let typed = codes[0].text.lowercased().replacing("0", with: "o").replacing("-", with: " ")
      let found = try await stranger.post("/svara", [("kod", typed)])
      #expect(found.status == .seeOther && found.location == Addresses.answer.path(codes[0].text))
      let short = try await stranger.post("/svara", [("kod", "ABC")])
      #expect(short.status == .unprocessableContent && short.body.contains("sexton siffror och bokstäver"))
    }
  }

  @Test func `codes cannot be guessed for ever, and who guessed is written down nowhere`() async throws {
    let kit = try OfficeKit()
    let (_, codes) = try Self.open(kit, codes: 1)

    try await kit.visit(as: nil) { stranger in
      for _ in 0..<SurveyDoorkeeper.missCountMax {
        let unknown = try await stranger.get("/svara/0000-0000-0000-0000")
        #expect(unknown.status == .notFound)
      }
      #expect(try await stranger.get("/svara/0000-0000-0000-0000").status == .tooManyRequests)
      #expect(try await stranger.get(Addresses.answer.path(codes[0].text)).status == .tooManyRequests)
      kit.clock.advance(seconds: 3600)
      #expect(try await stranger.get(Addresses.answer.path(codes[0].text)).status == .ok)
    }
  }

  @Test func `before the first day and after the last it is said when`() async throws {
    let kit = try OfficeKit()
    let (_, codes) = try Self.open(kit, codes: 1)
    let path = Addresses.answer.path(codes[0].text)

    try await kit.visit(as: nil) { stranger in
      kit.clock.set(day: try #require(CalendarDate("2025-12-31")))
      let early = try await stranger.get(path)
      #expect(early.body.contains("Enkäten öppnar 2026-01-01"))
      kit.clock.set(day: try #require(CalendarDate("2027-01-01")))
      #expect(try await stranger.post(path, Self.fields(1)).body.contains("till och med 2026-12-31"))
    }
  }
}
