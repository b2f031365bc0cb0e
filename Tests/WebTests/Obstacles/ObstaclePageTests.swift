import Association
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Store
import Testing

@testable import Web

/// Obstacles through the office's own doors: reported by whoever is signed in or has a link, answered level by level.
@Suite struct ObstaclePageTests {
  typealias Fields = [(String, String)]

  static func report(
    _ subject: String = "Blanketten finns bara på svenska", stops: String = "Deltagare förstår inte breven.",
    origin: String? = "insats:SAMSA", _ more: Fields = []
  ) -> Fields {
    [
      ("rubrik", subject), ("stoppar", stops), ("part", "FK"), ("andra", ""), ("ofta", "vecka"), ("provat", "Tolk"),
      ("losning", "Översatta blanketter"),
    ] + (origin.map { [("fran", $0)] } ?? []) + more
  }

  /// An obstacle that waits, and one that is answered, with the addresses of a link and of a receipt.
  static func links(_ kit: OfficeKit) throws -> [String] {
    let codes = (0..<2).map { _ in SurveyCode(kit.office.randomBytes) }
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      let channel = try writing.openChannel(
        from: .insats("SAMSA"), digest: ObstacleSecret.channelDigest(codes[0]))
      let said = Obstacle.Report(
        origin: .insats("SAMSA"), subject: "Blanketten finns bara på svenska", stops: "Breven förstås inte",
        memberIDs: ["FK"], frequency: .weekly)
      let first = try writing.report(
        said, on: kit.clock.today, channel: channel, receipt: ObstacleSecret.receiptDigest(codes[1]))
      try writing.report(said, on: kit.clock.today, sameAs: first)
      let other = try writing.report(said, on: kit.clock.today)
      try writing.take(.solved(Obstacle.Verdict(words: "Översatt")), by: .frontLine, in: other, on: kit.clock.today)
      try writing.refer(first, to: .figure("eget-kapital"))
    }
    return [Addresses.obstacleReporting.path(codes[0].text), Addresses.obstacleReceipt.path(codes[1].text)]
  }

  static func answer(
    _ kind: String, _ level: Int, words: String = "Därför", day: String = "", paragraph: String = "",
    owner: String = "LSG Ronneby", due: String = "2026-12-31"
  ) -> Fields {
    [
      ("svar", kind), ("niva", "\(level)"), ("ord", words), ("dag", day), ("paragraf", paragraph), ("agare", owner),
      ("senast", due),
    ]
  }

  @Test func `a performer reports, the office lifts it to the board, the board answers and the reporter reads`()
    async throws
  {
    let kit = try OfficeKit()

    try await kit.visit(as: .performer) { performer in
      let office = try kit.guest(.bookkeeper, beside: performer)
      let board = try kit.guest(.boardMember, beside: performer)
      let sent = try await performer.post("/hinder/nytt", Self.report())
      #expect(sent.status == .seeOther && sent.location == "/hinder/1")
      #expect(try await performer.post("/hinder/1/svar", Self.answer("solved", 0)).status == .forbidden)
      #expect(try await board.post("/hinder/1/svar", Self.answer("solved", 0)).status == .forbidden)
      for level in 0..<3 {
        #expect(try await office.post("/hinder/1/svar", Self.answer("passed", level)).status == .seeOther, "\(level)")
      }
      // Somebody whose page is old answers for a level where it stands no longer.
      let stale = try await office.post("/hinder/1/svar", Self.answer("passed", 1))
      #expect(stale.status == .unprocessableContent && stale.body.contains("står inte längre hos"))
      let bare = try await board.post("/hinder/1/svar", Self.answer("solved", 3))
      #expect(bare.status == .unprocessableContent && bare.body.contains("5 kap. 66 § kommunallagen"))
      let solved = try await board.post(
        "/hinder/1/svar",
        Self.answer("solved", 3, words: "Parterna översätter blanketten.", day: "2026-03-02", paragraph: "§ 12"))
      #expect(solved.status == .seeOther)
      let page = try await performer.get("/hinder/1")
      for words in [
        "Parterna översätter blanketten.", "Styrelsens beslut 2026-03-02 § 12", "Styrelsen har löst hindret", "Löst",
      ] { #expect(page.body.contains(words), "\(words)") }
      #expect(try await performer.get("/").body.contains("Läs svaret på hinder 1"))
      let lift = try await board.get("/hinder/hissen")
      #expect(lift.status == .ok && lift.body.contains("Parterna översätter blanketten."))
    }

    #expect(try kit.store.obstacle(1)?.state.answered?.isSolved == true)
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `what is past its day stands on the start page until it is answered`() async throws {
    let kit = try OfficeKit()
    let today = kit.clock.today
    let said = Obstacle.Report(
      origin: .insats("SAMSA"), subject: "Ingen läkartid", stops: "Vårdcentralen svarar inte", frequency: .weekly)
    _ = try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { try $0.report(said, on: today) }
    kit.clock.set(day: today.adding(days: Obstacle.Report.firstDays + 1))

    try await kit.visit(as: .director) { director in
      let start = try await director.get("/")
      #expect(start.body.contains("Hinder 1 väntar på svar: frontlinjen") && start.body.contains("Ingen läkartid"))
      #expect(try await director.get("/hinder?lage=forsenade").body.contains("Ingen läkartid"))
      _ = try await director.post("/hinder/1/svar", Self.answer("declined", 0))
      #expect(try await !director.get("/").body.contains("Hinder 1 väntar på svar"))
      #expect(try await !director.get("/hinder?lage=forsenade").body.contains("Ingen läkartid"))
    }
  }

  @Test func `similar ones are shown before anything is kept, and one button counts the report with another`()
    async throws
  {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { director in
      _ = try await director.post("/hinder/nytt", Self.report(origin: "kansli"))
      let similar = Self.report(
        "Blanketter på svenska", stops: "Handläggarens brev är svåra att förstå.", origin: "kansli")
      let looked = try await director.post("/hinder/nytt", similar + [("sok", "ja")])
      #expect(looked.status == .ok && looked.body.contains("Samma hinder – räkna med mitt"))
      #expect(looked.body.contains("value=\"Blanketter på svenska\""))
      let shown = try await director.post("/hinder/nytt", similar)
      #expect(shown.status == .ok && shown.body.contains("Rapportera som ett nytt hinder"))
      #expect(try kit.store.obstacles().count == 1)
      let counted = try await director.post("/hinder/nytt", similar + [("samma", "1")])
      #expect(counted.status == .seeOther && counted.location == "/hinder/2")
      #expect(try kit.store.obstacle(1)?.reportCount == 2)
      let new = try await director.post("/hinder/nytt", similar + [("granskat", "ja")])
      #expect(new.location == "/hinder/3")
      _ = try await director.post("/hinder/3/sammanforing", [("behall", "1")])
      #expect(try kit.store.obstacle(1)?.reportCount == 3)
      let list = try await director.get("/hinder?lage=alla")
      #expect(list.body.contains("/hinder/1\"") && !list.body.contains("/hinder/3\""))
      #expect(try await director.get("/hinder?ord=blankettens").body.contains("/hinder/1\""))
      let refused = try await director.post("/hinder/3/svar", Self.answer("solved", 0))
      #expect(refused.status == .unprocessableContent && refused.body.contains("sammanfört med hinder 1"))
      _ = try await director.post("/hinder/3/sammanforing", [("skilj", "ja")])
      #expect(try kit.store.obstacle(1)?.reportCount == 2)
    }
  }

  @Test func `a personnummer is refused, a name is asked about once, and what was typed stands`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { director in
      let number = try await director.post(
        "/hinder/nytt", Self.report(stops: "811228-9874 får inget svar", origin: "kansli"))
      #expect(number.status == .unprocessableContent && number.body.contains("innehåller ett personnummer"))
      #expect(try kit.store.obstacles() == [])
      let name = Self.report(stops: "Vi har frågat Anna Ek om svar, och väntat på Försäkringskassan.", origin: "kansli")
      let asked = try await director.post("/hinder/nytt", name)
      #expect(asked.status == .ok && asked.body.contains("”Anna Ek”") && !asked.body.contains("”Försäkringskassan”"))
      #expect(try kit.store.obstacles() == [])
      let kept = try await director.post("/hinder/nytt", name + [("granskat", "ja")])
      #expect(kept.status == .seeOther)
      let empty = try await director.post("/hinder/nytt", [("fran", "insats:FINNSINTE")])
      for words in ["Rubriken saknas", "Vad som stoppar saknas", "hur ofta hindret", "inte valt varifrån"] {
        #expect(empty.body.contains(words), "\(words)")
      }
      let answer = try await director.post("/hinder/1/svar", Self.answer("solved", 0, words: "Ring 811228-9874"))
      #expect(answer.status == .unprocessableContent && answer.body.contains("innehåller ett personnummer"))
    }
  }

  @Test func `a performer sees the own insatser's obstacles alone, and readers change nothing`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { director in
      _ = try await director.post("/hinder/nytt", Self.report("Kansliets eget hinder", origin: "kansli"))
      let performer = try kit.guest(.performer, beside: director)
      #expect(try await performer.get("/hinder/1").status == .forbidden)
      #expect(try await !performer.get("/hinder?lage=alla").body.contains("Kansliets eget hinder"))
      #expect(
        try await performer.post("/hinder/nytt", Self.report(origin: "kansli", [("granskat", "ja")])).status
          == .unprocessableContent)
      for role in [Role.auditor, .viewer, .boardMember] {
        let reader = try kit.guest(role, beside: director)
        #expect(try await reader.get("/hinder/1").status == .ok, "\(role)")
        #expect(try await reader.post("/hinder/1/kopplingar", [("diarium", "FS 1")]).status == .forbidden, "\(role)")
        #expect(try await reader.post("/hinder/lankar", [("insats", "SAMSA")]).status == .forbidden, "\(role)")
      }
    }
  }

  @Test func `by a link one reports without signing in, and reads the answer by the receipt`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { director in
      let made = try await director.post("/hinder/lankar", [("insats", "SAMSA"), ("grupp", "")])
      #expect(made.status == .ok && made.body.contains("QR-kod till"))
      let start = try #require(made.body.range(of: "/hinder-rapport/"))
      let code = String(made.body[start.upperBound...].prefix(19))
      let path = "/hinder-rapport/\(code)"
      let stranger = try kit.guest(nil, beside: director)
      let form = try await stranger.client.execute(uri: path, method: .get, headers: [:], body: nil) { Guest.Reply($0) }
      #expect(form.status == .ok && form.headers[values: .setCookie].isEmpty && !form.body.contains("<script"))
      SecurityHeaders.expect(in: form, "the form of a link")
      let number = try await stranger.post(path, Self.report(stops: "811228-9874", origin: nil))
      #expect(number.status == .unprocessableContent && number.body.contains("innehåller ett personnummer"))
      let sent = try await stranger.post(path, Self.report(origin: nil))
      let receipt = sent.location
      #expect(sent.status == .seeOther && receipt.hasPrefix("/hinder-svar/"))
      let waiting = try await stranger.get(receipt)
      #expect(waiting.body.contains("väntar det på svar från frontlinjen"))
      _ = try await director.post("/hinder/1/svar", Self.answer("declined", 0, words: "Regeln kan inte ändras i år."))
      let answered = try await stranger.get(receipt)
      #expect(answered.body.contains("Regeln kan inte ändras i år.") && !answered.body.contains("Test director"))
      let same = try await stranger.post(path, Self.report("Blanketterna", origin: nil, [("samma", "1")]))
      #expect(try await stranger.get(same.location).body.contains("Det räknas till hinder 1"))
      _ = try await director.post("/hinder/lankar/1/slut")
      let ended = try await stranger.get(path)
      #expect(ended.status == .gone && ended.body.contains("Länken är stängd"))
      #expect(try await stranger.post(path, Self.report(origin: nil)).status == .gone)
      #expect(try await stranger.get(receipt).status == .ok)
    }

    #expect(try kit.store.obstacle(1)?.reportCount == 2)
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `whoever guesses at addresses must wait`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: nil) { stranger in
      let guess = "/AAAA-AAAA-AAAA-AAAA"
      for _ in 0..<SurveyDoorkeeper.missCountMax {
        let missed = try await stranger.get("/hinder-svar" + guess)
        #expect(missed.status == .notFound)
      }
      #expect(try await stranger.get("/hinder-svar" + guess).status == .tooManyRequests)
      #expect(try await stranger.get("/hinder-rapport" + guess).status == .tooManyRequests)
    }
  }

  @Test func `insatser, figures, decisions, diary numbers and documents are laid to an obstacle and taken away`()
    async throws
  {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { director in
      _ = try await director.post("/hinder/nytt", Self.report(origin: "kansli"))
      let fields: Fields = [
        ("insats", "SAMSA"), ("siffra", "eget-kapital"), ("beslutsdag", "2026-03-02"), ("beslutsparagraf", "§ 12"),
        ("diarium", "FS 2026/1"),
      ]
      #expect(try await director.post("/hinder/1/kopplingar", fields).status == .seeOther)
      let program = try await director.upload(
        "/hinder/1/kopplingar",
        files: [(field: "underlag", name: "brev.pdf", type: "application/pdf", bytes: Array("MZ program".utf8))])
      #expect(program.status == .unprocessableContent && program.body.contains("varken PDF eller bild"))
      let page = try await director.get("/hinder/1")
      for words in ["/siffror/eget-kapital", "Styrelsens beslut 2026-03-02 § 12", "Diariet: FS 2026/1"] {
        #expect(page.body.contains(words), "\(words)")
      }
      _ = try await director.post("/hinder/1/kopplingar", [("ta-bort", "1")])
      #expect(try kit.store.obstacle(1)?.references.count == 3)
      let half = try await director.post("/hinder/1/kopplingar", [("beslutsparagraf", "§ 12")])
      #expect(half.status == .unprocessableContent)
    }
  }
}
