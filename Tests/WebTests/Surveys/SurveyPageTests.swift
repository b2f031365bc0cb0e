import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// Surveys through the office's own doors.
struct SurveyPageTests {
  static let opening: [(String, String)] = [
    ("formular", "avslut"), ("rubrik", "Enkät vid avslut"), ("kortnamn", ""), ("ar", "2026"), ("insats", "SAMSA"),
    ("malgrupp", "Alla som avslutat"), ("tillfragade", "12"), ("oppnar", "2026-01-01"), ("stanger", "2026-12-31"),
    ("minst", "5"),
  ]

  /// The links on a sheet of codes.
  static func links(_ body: String) -> [String] {
    body.split(separator: "href=\"/svara/").dropFirst().compactMap { $0.split(separator: "\"").first }
      .map { "/svara/\($0)" }
  }

  @Test func `a survey is opened, answered by link and on paper, closed and shown`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { keeper in
      let made = try await keeper.post("/enkater/ny", Self.opening)
      #expect(made.status == .seeOther && made.location == "/enkater/1", "\(made.body)")
      let sheet = try await keeper.post("/enkater/1/koder", [("antal", "4")])
      #expect(sheet.status == .ok && sheet.body.contains("visas bara den här gången"))
      let links = Self.links(sheet.body)
      #expect(Set(links).count == 4 && sheet.body.split(separator: "class=\"qr\"").count == 5)
      let stranger = try kit.guest(nil, beside: keeper)
      for (index, link) in links.enumerated() {
        let sent = try await stranger.post(
          link, AnswerSurveyTests.fields(index == 0 ? 2 : 6, text: index == 1 ? "Bra, sa Anna Ek" : ""))
        #expect(sent.location == "/svara-tack")
      }
      for number in 0..<6 {
        let typed = try await keeper.post(
          "/enkater/1/papper",
          (1...8).map { ("fraga\($0)", $0 == 8 ? "" : "5") } + [("kon", number % 2 == 0 ? "m" : "K")])
        #expect(typed.status == .seeOther && typed.notice.contains("\(5 + number) av 12"), "\(typed.body)")
      }
      let open = try await keeper.get("/enkater/1")
      #expect(open.body.contains("10 av 12") && !open.body.contains("Resultat</h2>"))
      #expect(try await keeper.post("/enkater/1/stangning").body.contains("Kryssa i rutan"))
      #expect(try await keeper.post("/enkater/1/stangning", [("saker", "ja")]).status == .seeOther)
      let shown = try await keeper.get("/enkater/1")
      for words in ["Resultat</h2>", "10 av 12", "Svar på papper: 6", "1 svar väntar på att läsas"] {
        #expect(shown.body.contains(words), "\(words)")
      }
      #expect(!shown.body.contains("sa Anna Ek"))
      let texts = try await keeper.get("/enkater/1/fritext")
      #expect(texts.body.contains("<mark>Anna Ek</mark>") && texts.body.contains("ett namn"))
      let reader = try kit.guest(.boardMember, beside: keeper)
      #expect(try await reader.get("/enkater/1/fritext").status == .forbidden)
      let text = try #require(try kit.store.surveyTexts(ID(rawValue: 1)).first)
      #expect(
        try await keeper.post("/enkater/1/fritext", [("svar", text.id), ("gor", "slapp")]).notice == "Svaret är släppt."
      )
      #expect(try await reader.get("/enkater/1").body.contains("Bra, sa Anna Ek"))
      #expect(
        try await keeper.post("/enkater/1/fritext", [("svar", text.id), ("gor", "ta-bort")]).status == .seeOther)
      #expect(try await !reader.get("/enkater/1").body.contains("Bra, sa Anna Ek"))
      #expect(try await keeper.get("/enkatserier").body.contains("Jag har haft nytta av stödet."))
      #expect(try await keeper.get("/enkater/1/papper").status == .notFound)
    }

    let survey = try #require(try kit.store.association().surveys.first { $0.year == 2026 })
    #expect(survey.id == "avslut" && survey.asked == 12 && survey.answered == 10 && survey.insatsID == "SAMSA")
    #expect(survey.questions.first?.positive == Tally(women: 6, men: 3))
    #expect(survey.questions.first?.answered == Tally(women: 7, men: 3))
    #expect(survey.questions.last?.answered.total == 4)
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `what is wrong in a new survey is told at once, and what was typed stands`() async throws {
    let kit = try OfficeKit()
    var fields = Self.opening
    fields[1] = ("rubrik", "811228-9874")
    fields[6] = ("tillfragade", "många")
    fields[8] = ("stanger", "aldrig")

    try await kit.visit(as: .director) { [fields] director in
      let reply = try await director.post("/enkater/ny", fields)
      #expect(reply.status == .unprocessableContent)
      for words in [
        "Rubriken innehåller ett personnummer. Inga personnummer får sparas. Ta bort numret.",
        "Antalet tillfrågade är ”många”", "Sista svarsdagen är ”aldrig”",
      ] {
        #expect(reply.body.contains(words), "\(words)")
      }
      _ = try await director.post("/enkater/ny", Self.opening)
      let twice = try await director.post("/enkater/ny", Self.opening)
      #expect(twice.body.contains("En enkät 2026 har redan kortnamnet ”avslut”"))
      #expect(try await director.post("/enkater/1/koder", [("antal", "13")]).body.contains("12 är tillfrågade"))
      #expect(try await director.post("/enkater/1/tillfragade", [("tillfragade", "0")]).status == .unprocessableContent)
      _ = try await director.post("/enkater/1/koder", [("antal", "3")])
      let fewer = try await director.post("/enkater/1/tillfragade", [("tillfragade", "2")])
      #expect(fewer.body.contains("3 koder är redan gjorda") && fewer.body.contains("Skriv minst 3."))
    }
    #expect(try kit.store.surveyCases().count == 1)
  }

  @Test(arguments: [
    ("http://127.0.0.1:8080", true), ("https://kontor.example.se", false), ("http://kontor.lan", false),
  ])
  func `whoever makes codes is told where no telephone reaches, and what to do when all are made`(
    address: String, isAlone: Bool
  ) async throws {
    let kit = try OfficeKit { $0.publicAddress = address }
    try await kit.visit(as: .director) { director in
      _ = try await director.post("/enkater/ny", Self.opening)
      let before = try await director.get("/enkater/1").body
      #expect(before.contains("som bara den här datorn når") == isAlone)
      #expect(!before.contains("Alla koder är gjorda"))

      _ = try await director.post("/enkater/1/koder", [("antal", "12")])

      #expect(try await director.get("/enkater/1").body.contains("Alla koder är gjorda. Har ett blad kommit bort"))
    }
  }

  @Test func `fewer than the smallest group are shown to nobody`() async throws {
    let kit = try OfficeKit()
    let (id, codes) = try AnswerSurveyTests.open(kit, codes: 6)

    try await kit.visit(as: .director) { director in
      for code in codes.prefix(4) {
        _ = try await director.post(Addresses.answer.path(code.text), AnswerSurveyTests.fields(6, text: "Hemligt ord"))
      }
      let reader = try kit.guest(.viewer, beside: director)
      #expect(try await reader.get("/enkater/\(id.rawValue)").body.contains("färre än 5 av 6"))
      _ = try await director.post("/enkater/\(id.rawValue)/stangning", [("saker", "ja")])
      for guest in [director, reader] {
        let page = try await guest.get("/enkater/\(id.rawValue)")
        #expect(page.body.contains("Färre än 5 svarade") && !page.body.contains("<table"))
      }
      #expect(try await !director.get("/enkater/\(id.rawValue)/fritext").body.contains("Hemligt ord"))
    }
    #expect(try !kit.store.association().surveys.contains { $0.year == 2026 })
  }

  @Test func `a form is read from a file, changed into a new version, and taken out again`() async throws {
    let kit = try OfficeKit()
    let file = """
      enkät: eget
      rubrik: Eget formulär
      målgrupp: chefer
      frågor:
        - id: a
          fråga: Fungerar det?
          skala: frekvens
      """

    try await kit.visit(as: .bookkeeper) { keeper in
      let read = try await keeper.upload(
        "/enkatformular/inlasning", files: [(field: "fil", name: "e.yaml", type: "text/yaml", bytes: Array(file.utf8))])
      #expect(read.status == .seeOther && read.location == "/enkatformular/1", "\(read.body)")
      let faulty = try await keeper.upload(
        "/enkatformular/inlasning",
        files: [
          (field: "fil", name: "e.yaml", type: "text/yaml", bytes: Array(file.replacing("frekvens", with: "ofta").utf8))
        ])
      #expect(faulty.status == .unprocessableContent && faulty.body.contains("Rad 7:"))
      let form = try await keeper.get("/enkatformular/ny?fran=eget")
      #expect(form.body.contains("Fungerar det?"))
      let saved = try await keeper.post(
        "/enkatformular/ny",
        [
          ("kortnamn", "eget"), ("rubrik", "Eget formulär"), ("vilka", "chefer"), ("rader", "3"),
          ("fraga-1", "Fungerar det bra?"), ("id-1", "a"), ("skala-1", "frekvens"), ("positivt-1", "5"),
          ("fraga-2", "Betyg?"), ("id-2", "b"), ("skala-2", "egen"), ("steg-2", "lågt; mellan; högt"),
        ])
      #expect(saved.location == "/enkatformular/2", "\(saved.body)")
      let shown = try await keeper.get("/enkatformular/2")
      #expect(shown.body.contains("version 2") && shown.body.contains("från ”För det mesta” till ”Alltid”"))
      #expect(try await keeper.get("/enkatformular/2/fil").body.contains("positivt-från: 5"))
      let bad = try await keeper.post(
        "/enkatformular/ny",
        [("kortnamn", "e g"), ("rubrik", ""), ("vilka", "alla"), ("fraga-1", "A"), ("positivt-1", "9")])
      for words in ["Rubriken saknas", "Välj i listan", "från 2 till 6"] {
        #expect(bad.body.contains(words), "\(words)")
      }
      let more = try await keeper.post("/enkatformular/ny", [("gor", "rader"), ("rader", "3"), ("fraga-1", "Kvar?")])
      #expect(more.body.contains("Fråga 8") && more.body.contains("Kvar?"))
    }
    #expect(try kit.store.surveyInstruments().map(\.version) == [1, 2])
  }
}
