import Association
import HTTPTypes
import Ledger
import Store
import TestKit
import Testing

@testable import Web

/// The board through the office's own doors: seats, a meeting from its plan to its end, and what points to its decisions.
/// The example's board has eight members and eight substitutes until 31 March 2023.
@Suite struct BoardPageTests {
  typealias Fields = [(String, String)]

  static func plan(
    day: String = "2022-11-18", number: String = "5", isPublic: Bool = false, remote: Bool = false
  ) -> Fields {
    [("nummer", number), ("dag", day), ("tid", "9:00"), ("plats", "Rådhuset"), ("dagordning", "ja")]
      + (isPublic ? [("offentligt", "ja")] : [])
      + (remote
        ? [
          ("distans-dag", "2022-02-11"), ("distans-paragraf", "§ 7"),
          ("distans-omfattning", "Alla möten utom det i november"),
        ] : [])
  }

  /// Who is there: for each of the sixteen seats how, and then those who serve for somebody, those who are disqualified,
  /// and who adjusts.
  static func attendance(
    _ modes: [Int: String], serving: [(Int, Int)] = [], disqualified: [(Int, Int)] = [], adjuster: Int? = nil
  ) -> Fields {
    var fields: Fields = []
    for seat in 1...16 { fields += [("narvaro", modes[seat] ?? ""), ("fran", ""), ("till", "")] }
    for (substitute, seat) in serving {
      fields += [("ersattare", "\(substitute)"), ("for", "\(seat)"), ("for-fran", ""), ("for-till", "")]
    }
    for (seat, item) in disqualified {
      fields += [("javig", "\(seat)"), ("jav-punkt", "\(item)"), ("jav-grund", "Är chef där")]
    }
    fields += [("ordforande", "1"), ("sekreterare", adjuster == nil ? "" : "Förbundschef")]
    return fields + [("justerare", adjuster.map { "\($0)" } ?? ""), ("justerare", "")]
  }

  static func there(_ seats: ClosedRange<Int>) -> [Int: String] {
    Dictionary(uniqueKeysWithValues: seats.map { ($0, "på plats") })
  }

  static let opening: Fields = [("antal", "8"), ("forsta-paragraf", "40")]

  static func decision(_ paragraph: Int, _ words: String = "Styrelsen beslutar enligt förslaget.") -> Fields {
    [("paragraf", "\(paragraph)"), ("beslut", words), ("utfall", "bifall"), ("ordforande", "1")]
  }

  /// A meeting that goes on with those who are there.
  static func open(_ guest: Guest, _ attendance: Fields, plan: Fields = plan()) async throws {
    #expect(try await guest.post("/styrelse/moten/nytt", plan).location == "/styrelse/moten/1/dagordning")
    #expect(
      try await guest.post("/styrelse/moten/1/dagordning", [("nytt-slag", "budget"), ("nytt-ar", "2023")]).status
        == .seeOther)
    let called = try await guest.post("/styrelse/moten/1/kallelse", [("skickad", "2022-11-08")])
    #expect(called.status == .seeOther)
    let opened = try await guest.post("/styrelse/moten/1/oppning", opening + attendance)
    #expect(opened.status == .seeOther && opened.location == "/styrelse/moten/1/rum", "\(opened.body)")
  }

  @Test func `a meeting goes from its plan to its end, and its members read the papers and the decisions`() async throws
  {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { director in
      let member = try kit.guest(.boardMember, beside: director)
      try await Self.open(director, Self.attendance(Self.there(1...4)))
      let item = try await director.upload(
        "/styrelse/moten/1/punkter/6",
        [
          ("rubrik", "Ekonomisk rapport"), ("bakgrund", "Läget i **oktober**."),
          ("forslag", "Läggs till handlingarna."),
        ],
        files: [("underlag", "rapport.pdf", "application/pdf", Array("%PDF-1.7 exempel".utf8))])
      #expect(item.status == .seeOther, "\(item.body)")
      let papers = try await member.get("/styrelse/moten/1")
      for words in ["<strong>oktober</strong>", "rapport.pdf", "Läggs till handlingarna.", "Mötet öppnas"] {
        #expect(papers.body.contains(words), "\(words)")
      }
      #expect(papers.body.contains("/styrelse/moten/1/handlingar"), "the papers as PDF")
      #expect(!papers.body.contains("/styrelse/moten/1/rum"))
      #expect(try await member.get("/styrelse/moten/1/rum").status == .forbidden)

      // Four of eight are not more than half.
      let room = try await director.get("/styrelse/moten/1/rum")
      #expect(room.body.contains("4 av 8 tjänstgör, inte beslutsför"))
      let refused = try await director.post("/styrelse/moten/1/punkter/6/beslut", Self.decision(40))
      #expect(refused.status == .unprocessableContent)
      for words in ["4 av 8 ledamöter", "minst 5", "KL 6:27", "lag 2003:1210 § 19"] {
        #expect(refused.body.contains(words), "\(words)")
      }
      // A substitute serves for one who is away; a disqualified one is not counted at the item.
      let served = Self.attendance(
        Self.there(1...4).merging(Self.there(9...10)) { $1 }, serving: [(9, 5), (10, 6)],
        disqualified: [(2, 7), (3, 7)],
        adjuster: 3)
      #expect(try await director.post("/styrelse/moten/1/narvaro", served).status == .seeOther)
      let disqualified = try await director.post("/styrelse/moten/1/punkter/7/beslut", Self.decision(40))
      #expect(disqualified.body.contains("Punkt 7 kan inte avgöras: 4 av 8 ledamöter"))
      let decided = try await director.post("/styrelse/moten/1/punkter/6/beslut", Self.decision(40))
      #expect(decided.status == .seeOther, "\(decided.body)")

      // The usual item leaves a name to fill in.
      let unfilled = Self.decision(41).filter { $0.0 != "beslut" }
      let open = try await director.post(
        "/styrelse/moten/1/punkter/3/beslut",
        unfilled + [("beslut", "Styrelsen väljer … att justera protokollet tillsammans med ordföranden.")])
      #expect(open.status == .unprocessableContent && open.body.contains("har … kvar från förslaget"))

      // Votes, by name, with the chair's casting vote.
      var vote: Fields =
        Self.decision(41) + [("omrostning", "ja"), ("ja-betyder", "Bifall"), ("nej-betyder", "Avslag")]
      for (seat, word) in [(1, "nej"), (2, "ja"), (3, "ja"), (4, "nej"), (9, "avstår")] {
        vote.append(("rost-\(seat)", word))
      }
      let missing = try await director.post("/styrelse/moten/1/punkter/4/beslut", vote)
      #expect(missing.body.contains("har varken röstat eller avstått"))
      vote.append(("rost-10", "avstår"))
      #expect(try await director.post("/styrelse/moten/1/punkter/4/beslut", vote).status == .seeOther)
      // One who abstained did not take part, and cannot reserve themselves.
      let late = try await director.post("/styrelse/moten/1/paragrafer/41/reservation", [("reservant-41", "9")])
      #expect(late.status == .unprocessableContent && late.body.contains("KL 4:27"))
      let noted = try await director.post(
        "/styrelse/moten/1/paragrafer/41/reservation", [("reservant-41", "2"), ("reservation-41", "För dyrt")])
      #expect(noted.status == .seeOther)
      #expect(try await director.post("/styrelse/moten/1/avslut", [("slut", "11.30")]).status == .seeOther)

      #expect(try await member.get("/styrelse/moten/1").body.contains("/styrelse/moten/1/protokoll"))
      let page = try await member.get("/beslut/2022-11-18/41")
      #expect(page.body.contains("/styrelse/moten/1/protokoll"))
      for words in ["Avslag", "2 ja, 2 nej, 2 avstår", "ordförandens utslagsröst", "För dyrt", "6 av 8 ledamöter"] {
        #expect(page.body.contains(words), "\(words)")
      }
      #expect(try await member.get("/styrelse/beslut").body.contains("/beslut/2022-11-18/40"))
      #expect(try await member.get("/beslut/2022-11-18/42").status == .notFound)
      // Who was there are the rows of the fees.
      let fees = try await director.get("/arvoden?mote=1&arvode-per-mote=1500")
      #expect(
        fees.body.split(separator: "value=\"1500\"", omittingEmptySubsequences: false).count == 8,
        "six rows and the field itself")
      #expect(fees.body.contains("Arvoden möte 5, 2022-11-18"))
    }
    let meeting = try #require(try kit.store.boardRecord().meetings.first)
    #expect(meeting.place == .closed && meeting.plan.time == "09.00")
    #expect(meeting.decisions.map(\.outcome) == [.adopted, .rejected])
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `a budget is decided in public after consultation, and one is remote by a decision alone`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { director in
      try await Self.open(director, Self.attendance(Self.there(1...6)))
      let closed = try await director.post("/styrelse/moten/1/punkter/9/beslut", Self.decision(40))
      #expect(closed.status == .unprocessableContent && closed.body.contains("ska vara offentligt"))
      #expect(closed.body.contains("lag 2003:1210 § 19") && closed.body.contains("KL 8:14"))
      let far = Self.attendance(Self.there(1...6).merging([7: "på distans"]) { $1 })
      let remote = try await director.post("/styrelse/moten/1/narvaro", far)
      #expect(remote.status == .unprocessableContent && remote.body.contains("§ 19 a"))
      // The board's decision, with its extent, is what allows it.
      let bare = try await director.post(
        "/styrelse/moten/1/uppgifter", Self.plan(isPublic: true) + [("distans-dag", "2022-02-11")])
      #expect(bare.status == .unprocessableContent && bare.body.contains("i vilken utsträckning"))
      let changed = try await director.post("/styrelse/moten/1/uppgifter", Self.plan(isPublic: true, remote: true))
      #expect(changed.status == .seeOther, "\(changed.body)")
      #expect(try await director.post("/styrelse/moten/1/narvaro", far).status == .seeOther)
      let deaf = Self.attendance(Self.there(1...6).merging([7: "ljud"]) { $1 })
      #expect(try await director.post("/styrelse/moten/1/narvaro", deaf).body.contains("särskilda skäl"))

      let unconsulted = try await director.post("/styrelse/moten/1/punkter/9/beslut", Self.decision(40))
      #expect(unconsulted.status == .unprocessableContent)
      #expect(unconsulted.body.contains("inget samråd med medlemmarna är noterat (lag 2003:1210 § 23)"))
      try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
        var association = try writing.association()
        association.budgets.append(
          Budget(year: 2023, consultedOn: CalendarDate(yyyymmdd: 20_221_014), lines: []))
        try writing.record(association)
      }
      let decided = try await director.post("/styrelse/moten/1/punkter/9/beslut", Self.decision(40))
      #expect(decided.status == .seeOther, "\(decided.body)")
      #expect(try await director.get("/beslut/2022-11-18/40").body.contains("2022-10-14"))
    }
  }

  @Test func `a grant points to a recorded decision, and to none that the meeting does not have`() async throws {
    let kit = try OfficeKit()
    let rows = [("2023", "RONNEBY", "100 000")]
    @Sendable func grant(_ paragraph: String) -> Fields {
      [("dag", "2022-11-18"), ("paragraf", paragraph), ("insats", ""), ("beteckning", "BRO")]
        + GrantPageTests.amounts(rows)
    }
    try await kit.visit(as: .director) { director in
      try await Self.open(director, Self.attendance(Self.there(1...8), adjuster: 2))
      #expect(try await director.post("/styrelse/moten/1/punkter/7/beslut", Self.decision(40)).status == .seeOther)
      _ = try await director.post("/ansokningar/ny", GrantPageTests.application("Bryggan", rows: rows))
      _ = try await director.post(
        "/ansokningar/1/beredning",
        [("beredd", "2022-10-01"), ("grupp", "Beredningsgruppen"), ("forslag", "bifall"), ("motivering", "Bra.")])
      #expect(try await director.get("/ansokningar/1/beslut").body.contains("<option value=\"§ 40\""))
      let wrong = try await director.post("/ansokningar/1/beslut", grant("§ 64"))
      #expect(wrong.status == .unprocessableContent)
      #expect(wrong.body.contains("har ingen § 64. Där finns § 40"))
      let right = try await director.post("/ansokningar/1/beslut", grant("§ 40"))
      #expect(right.status == .seeOther, "\(right.body)")
      #expect(try await director.get("/ansokningar/1").body.contains("href=\"/beslut/2022-11-18/40\""))
      let page = try await director.get("/beslut/2022-11-18/40")
      #expect(page.body.contains("Beviljat: Bryggan") && page.body.contains("Ram för Bryggan 2023"))
      // A performer reads the words and is led nowhere.
      let found = try await director.get("/sok?ord=%C2%A7%2040")
      #expect(found.body.contains("/beslut/2022-11-18/40"))
    }
  }

  @Test func `what else is said to be decided at a meeting that is recorded names one of its paragraphs`() async throws
  {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { director in
      try await Self.open(director, Self.attendance(Self.there(1...8), adjuster: 2))
      #expect(try await director.post("/styrelse/moten/1/punkter/7/beslut", Self.decision(40)).status == .seeOther)
      _ = try await director.post("/hinder/nytt", ObstaclePageTests.report(origin: "kansli"))
      let cited: [(path: String, fields: Fields, day: String, paragraph: String)] = [
        ("/hinder/1/svar", ObstaclePageTests.answer("solved", 0), "dag", "paragraf"),
        ("/hinder/1/kopplingar", [], "beslutsdag", "beslutsparagraf"),
        ("/avvikelser/2022", [("rekommendation", "RKR R5"), ("skal", "Litet belopp.")], "dag", "paragraf"),
        ("/finsamplaner/2023/avsatt", [("belopp", "100 000")], "dag", "paragraf"),
        ("/attestordning/ny", [("galler", "2022-12-01")], "dag", "paragraf"),
        ("/styrdokument/nytt", [("slag", "avtal"), ("titel", "Avtal")], "beslutsdag", "paragraf"),
      ]
      for (path, fields, day, paragraph) in cited {
        let kept = fields.filter { $0.0 != day && $0.0 != paragraph }
        let wrong = try await director.post(path, kept + [(day, "2022-11-18"), (paragraph, "§ 64")])
        #expect(wrong.status == .unprocessableContent, "\(path)")
        #expect(wrong.body.contains("har ingen § 64. Där finns § 40"), "\(path)")
      }
      let right = try await director.post(
        "/hinder/1/svar", ObstaclePageTests.answer("solved", 0, day: "2022-11-18", paragraph: "§ 40"))
      #expect(right.status == .seeOther, "\(right.body)")
      #expect(try await director.get("/hinder/1").body.contains("href=\"/beslut/2022-11-18/40\""))
      let departure: Fields = [
        ("rekommendation", "RKR R5"), ("skal", "Litet belopp."), ("dag", "2022-11-18"), ("paragraf", "§ 40"),
      ]
      #expect(try await director.post("/avvikelser/2022", departure).status == .seeOther)
      let page = try await director.get("/beslut/2022-11-18/40")
      for words in ["Hinder 1: Blanketten finns bara på svenska", "Avvikelse 2022: RKR R5"] {
        #expect(page.body.contains(words), "\(words)")
      }
    }
  }

  @Test func `delegated decisions wait for the next meeting and are reported by its paragraph`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { director in
      let bare = try await director.post(
        "/styrelse/delegationsbeslut", [("dag", "2022-11-01"), ("av", "Förbundschef")])
      #expect(bare.status == .unprocessableContent && bare.body.contains("Punkten i delegationsordningen saknas"))
      let taken: Fields = [
        ("dag", "2022-11-01"), ("av", "Förbundschef"), ("grund", "2.3"), ("beslut", "Avtal om lokal tecknat"),
      ]
      #expect(try await director.post("/styrelse/delegationsbeslut", taken).status == .seeOther)
      try await Self.open(director, Self.attendance(Self.there(1...8), adjuster: 2))
      #expect(try await director.get("/styrelse/moten/1/rum").body.contains("Avtal om lokal tecknat"))
      #expect(try await director.get("/styrelse/delegationsbeslut").body.contains("Anmäls på nästa möte"))
      #expect(try await director.post("/styrelse/moten/1/punkter/5/beslut", Self.decision(40)).status == .seeOther)
      #expect(try await director.get("/styrelse/delegationsbeslut").body.contains("Anmält 2022-11-18 § 40"))
      // Struck out, it waits again.
      let struck = try await director.post("/styrelse/moten/1/paragrafer/40/strykning", [("skal-40", "Fel punkt")])
      #expect(struck.status == .seeOther)
      #expect(try await director.get("/styrelse/delegationsbeslut").body.contains("Anmäls på nästa möte"))
    }
  }

  @Test func `what the law asks of the seats is said in words, and a seat is added, changed and ended`() async throws {
    let kit = try OfficeKit()
    kit.clock.set(day: try #require(CalendarDate("2022-06-01")))
    try await kit.visit(as: .bookkeeper) { keeper in
      let seat: Fields = [
        ("medlem", "FK"), ("funktion", "Ledamot"), ("namn", ""), ("fran", "2022-01-01"), ("till", "2026-03-31"),
        ("ordning", ""), ("konto", "board-member@example.se"),
      ]
      #expect(try await keeper.post("/styrelse/ny-plats", seat).status == .seeOther)
      let page = try await keeper.get("/styrelse")
      #expect(!page.body.contains("Ingen plats har ett mandat"))
      #expect(page.body.contains("9 ledamöter och 8 ersättare") && page.body.contains("§ 10"))
      #expect(page.body.contains("längre än fyra år (§ 13)"))
      let wrong = try await keeper.post(
        "/styrelse/ny-plats", [("medlem", ""), ("funktion", "Ledamot 811228-9874"), ("konto", "ingen@example.se")])
      #expect(wrong.status == .unprocessableContent)
      for words in ["personnummer", "Välj vilken medlem", "Ingen användare har"] {
        #expect(wrong.body.contains(words), "\(words)")
      }
      let member = try kit.guest(.boardMember, beside: keeper)
      let own = try await member.get("/styrelse")
      #expect(own.body.contains("Din plats: Ledamot, Försäkringskassan"))
      #expect(!own.body.contains("/styrelse/platser/"))
      #expect(try await member.post("/styrelse/ny-plats", seat).status == .forbidden)
    }
    #expect(try kit.store.association().seats.last?.account == "board-member@example.se")
    // When every term has ended, the page says so and shows no empty table.
    kit.clock.set(day: try #require(CalendarDate("2040-06-01")))
    try await kit.visit(as: .bookkeeper) { keeper in
      let later = try await keeper.get("/styrelse")
      #expect(later.body.contains("Ingen plats har ett mandat") && later.body.contains("Tidigare platser"))
    }
  }

  @Test func `what may not be in an agenda is refused with what was typed`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { director in
      _ = try await director.post("/styrelse/moten/nytt", Self.plan())
      let item = try await director.upload(
        "/styrelse/moten/1/punkter/1", [("rubrik", "Mötet öppnas"), ("bakgrund", "811228-9874")],
        files: [("underlag", "811228-9874.pdf", "application/pdf", Array("%PDF-1.7".utf8))])
      #expect(item.status == .unprocessableContent)
      #expect(item.body.contains("Filnamnet") && item.body.contains("Bakgrunden innehåller ett personnummer"))
      // Items are moved by their number.
      let moved = try await director.post(
        "/styrelse/moten/1/dagordning", (1...8).map { ("ordning", $0 == 8 ? "1" : "\($0)") })
      #expect(moved.status == .seeOther)
      let empty = try await director.post("/styrelse/moten/1/oppning", Self.opening)
      #expect(empty.status == .unprocessableContent, "a meeting that nobody is called to is not opened")
      let call = try await director.post("/styrelse/moten/1/kallelse", [("skickad", "2022-11-19")])
      #expect(call.status == .unprocessableContent && call.body.contains("efter mötet 2022-11-18"))
      let cancelled = try await director.post("/styrelse/moten/1/installning", [("skal", "Sjukdom")])
      #expect(cancelled.status == .seeOther)
      #expect(try await director.get("/styrelse/moten/1").body.contains("Sjukdom"))
    }
    let plan = try #require(try kit.store.boardRecord().meetings.first).plan
    #expect(plan.agenda.map(\.title).prefix(2) == ["Mötet avslutas", "Mötet öppnas"])
  }
}
