import Association
import HTTPTypes
import Ledger
import Store
import TestKit
import Testing

@testable import Web

/// Insatser from application to final report, through the office's own doors.
@Suite struct GrantPageTests {
  typealias Fields = [(String, String)]

  static func application(
    _ name: String, owner: String = "RONNEBY", kind: String = "individ", rows: [(String, String, String)]
  ) -> Fields {
    [
      ("namn", name), ("slag", kind), ("huvudman", owner), ("part", "FK"), ("behov", "Ett behov"),
      ("glapp", "Ett glapp"), ("syfte", "Ett syfte"), ("malgrupp", "Vuxna"), ("effekter", "En effekt"),
      ("fortsatter", ""),
    ] + amounts(rows)
  }

  static func amounts(_ rows: [(String, String, String)]) -> Fields {
    rows.flatMap { [("ar", $0.0), ("mottagare", $0.1), ("belopp", $0.2)] }
  }

  static let preparation: Fields = [
    ("beredd", "2025-10-01"), ("grupp", "Beredningsgruppen"), ("forslag", "bifall"), ("motivering", "Bra."),
  ]

  static func decision(_ id: String, day: String = "2025-11-19", _ rows: [(String, String, String)]) -> Fields {
    [("dag", day), ("paragraf", "§ 64"), ("insats", ""), ("beteckning", id)] + amounts(rows)
  }

  static func agreement(from first: String = "2026-01-01", to last: String = "2026-12-31") -> Fields {
    [
      ("dag", "2025-12-01"), ("fran", first), ("till", last), ("syfte", "Ett syfte"),
      ("forvantningar", "Att ni är med"),
      ("rytm", "månad"), ("dagar", "10"),
    ]
  }

  @Test func `a performer applies, the office prepares, decides and agrees, and each step is seen`() async throws {
    let kit = try OfficeKit()
    let rows = [("2026", "RONNEBY", "1 650 000"), ("2027", "", "2*100000")]

    try await kit.visit(as: .performer) { performer in
      let keeper = try kit.guest(.bookkeeper, beside: performer)
      let applied = try await performer.post("/ansokningar/ny", Self.application("Bryggan Ronneby", rows: rows))
      #expect(applied.status == .seeOther && applied.location == "/ansokningar/1")
      let own = try await performer.get("/ansokningar/1")
      #expect(own.body.contains("1\u{A0}850\u{A0}000\u{A0}kr") && !own.body.contains("Spara beredningen"))
      let start = try await keeper.get("/")
      #expect(start.body.contains("Bereda ansökan: Bryggan Ronneby"))
      #expect(try await performer.post("/ansokningar/1/beredning", Self.preparation).status == .forbidden)
      // No decision before the preparation, and the page says so.
      let early = try await keeper.post("/ansokningar/1/beslut", Self.decision("BRO", rows))
      #expect(early.status == .unprocessableContent)
      #expect(early.body.contains("Beslut går inte att lägga till: ärendet är ansökt. Nästa steg är beredningen."))
      #expect(try await keeper.post("/ansokningar/1/beredning", Self.preparation).status == .seeOther)
      #expect(try await keeper.post("/ansokningar/1/beslut", Self.decision("BRO", rows)).status == .seeOther)
      #expect(try await keeper.post("/ansokningar/1/avtal", Self.agreement()).status == .seeOther)
      let page = try await keeper.get("/ansokningar/1")
      for words in [
        "Avtalad", "Styrelsen 2025-11-19 § 64", "Beredningsgruppen", "Att ni är med", "Lägesrapport 2026-01-01",
        "Test performer", "Test bookkeeper",
      ] { #expect(page.body.contains(words), "\(words)") }
      // The applicant sees the insats from now on.
      #expect(try await performer.get("/insatser/2022/BRO").status == .ok)
    }

    let association = try kit.store.association()
    let decided = Decision(date: CalendarDate(yyyymmdd: 20_251_119), paragraph: "§ 64")
    #expect(
      association.frames.suffix(2) == [
        Frame(insatsID: "BRO", receiverID: "RONNEBY", year: 2026, granted: Money(kronor: 1_650_000), decision: decided),
        Frame(insatsID: "BRO", receiverID: "", year: 2027, granted: Money(kronor: 200_000), decision: decided),
      ])
    let insats = try #require(association.insatser.last)
    #expect(insats.name == "Bryggan Ronneby" && insats.ended == CalendarDate(yyyymmdd: 20_271_231))
    #expect(try kit.store.users().first { $0.role == .performer }?.insatser == ["SAMSA", "BRO"])
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `what is wrong in an application is told at once and kept, and a personnummer is refused`() async throws {
    let kit = try OfficeKit()
    var fields = Self.application("", owner: "FONTÄN", rows: [("26", "RONNEBY", "1"), ("2026", "", "mycket")])
    fields[4] = ("behov", "811228-9874 behöver stöd")

    let reply = try await kit.visit(as: .director) { [fields] in try await $0.post("/ansokningar/ny", fields) }

    #expect(reply.status == .unprocessableContent)
    for words in [
      "Insatsens namn saknas", "bara medlemmar kan söka", "Behovet innehåller ett personnummer",
      "Året på rad 1 är ”26”", "Beloppet på rad 2 är ”mycket”", "value=\"mycket\"",
    ] { #expect(reply.body.contains(words), "\(words)") }
    #expect(try kit.store.grantCases() == [])
  }

  @Test func `a performer sees the own cases alone, and other readers write nothing`() async throws {
    let kit = try OfficeKit()
    let fields = Self.application("Kanslichefens", rows: [("2026", "", "1")])

    try await kit.visit(as: .director) { director in
      _ = try await director.post("/ansokningar/ny", fields)
      let performer = try kit.guest(.performer, beside: director)
      for path in ["/ansokningar/1", "/ansokningar/1/andring"] {
        #expect(try await performer.get(path).status == .forbidden, "\(path)")
      }
      #expect(try await performer.post("/ansokningar/1/andring", fields).status == .forbidden)
      #expect(try await performer.post("/ansokningar/1/aterkallelse", [("aterkallelse", "Nej")]).status == .forbidden)
      #expect(try await !performer.get("/ansokningar").body.contains("Kanslichefens"))
      for role in [Role.boardMember, .auditor, .viewer] {
        let reader = try kit.guest(role, beside: director)
        let page = try await reader.get("/ansokningar/1")
        #expect(page.status == .ok && !page.body.contains("<form method=\"post\" action=\"/ansokningar"), "\(role)")
        #expect(try await reader.post("/ansokningar/ny", fields).status == .forbidden)
      }
    }
  }

  @Test func `a rejected and a withdrawn application say why, and take nothing more`() async throws {
    let kit = try OfficeKit()
    let fields = Self.application("Bryggan", rows: [("2026", "", "1")])

    try await kit.visit(as: .bookkeeper) { keeper in
      for _ in 0..<2 { _ = try await keeper.post("/ansokningar/ny", fields) }
      _ = try await keeper.post("/ansokningar/1/beredning", Self.preparation)
      let bare = try await keeper.post("/ansokningar/1/avslag", [("avslag-dag", "2025-11-19")])
      #expect(bare.status == .unprocessableContent && bare.body.contains("Skälet saknas"))
      _ = try await keeper.post(
        "/ansokningar/1/avslag",
        [("avslag-dag", "2025-11-19"), ("avslag-paragraf", "§ 65"), ("avslag-skal", "Pengarna räcker inte.")])
      _ = try await keeper.post("/ansokningar/2/aterkallelse", [("aterkallelse", "Vi söker nästa år.")])
      let rejected = try await keeper.get("/ansokningar/1")
      #expect(rejected.body.contains("Avslagen") && rejected.body.contains("Pengarna räcker inte."))
      #expect(try await keeper.get("/ansokningar/2").body.contains("Vi söker nästa år."))
      let late = try await keeper.post("/ansokningar/1/avtal", Self.agreement())
      #expect(late.status == .unprocessableContent && late.body.contains("ärendet är avslaget"))
    }
    #expect(try kit.store.grantCases().map(\.state.kind) == [.rejected, .withdrawn])
  }

  @Test func `an insats that runs gets its decision and agreement, reports on a phone, and ends`() async throws {
    let kit = try OfficeKit()
    let today = try #require(CalendarDate("2026-02-15"))

    try await kit.visit(as: .performer) { performer in
      let keeper = try kit.guest(.director, beside: performer)
      let before = try kit.store.association().frames
      let form = try await keeper.get("/insatser/ny?insats=SAMSA")
      #expect(form.body.contains("2\u{A0}676\u{A0}885,00"))
      let begun = try await keeper.post(
        "/insatser/ny",
        [("insats", "SAMSA"), ("beslut-dag", "2021-11-19"), ("paragraf", "§ 64")]
          + Self.amounts([("2022", "RONNEBY", "2 676 885")]))
      #expect(begun.location == "/ansokningar/1")
      #expect(try kit.store.association().frames == before)
      _ = try await keeper.post("/ansokningar/1/avtal", Self.agreement(from: "2026-01-01", to: "2026-03-31"))

      let start = try await performer.get("/")
      #expect(start.body.contains("Lägesrapport 2026-01-01–2026-01-31: Samsa") && start.body.contains("Försenat"))
      let wheel = try await keeper.get("/arshjul/2026")
      #expect(wheel.body.contains("Rapporter från Samsa"))
      let path = "/ansokningar/1/rapporter/2026-01-31"
      let empty = try await performer.post(path, [("hant", " "), ("hinder", ""), ("mal", "På väg")])
      #expect(empty.status == .unprocessableContent && empty.body.contains("På väg"))
      let said: Fields = [("hant", "Två grupper har börjat."), ("hinder", "Lokaler"), ("mal", "På väg")]
      #expect(try await performer.post(path, said).status == .seeOther)
      #expect(try await performer.post(path + "/svar", [("svar", "godkand")]).status == .forbidden)
      let again = try await performer.post(path, said)
      #expect(again.status == .unprocessableContent && again.body.contains("redan inlämnad"))
      #expect(try await keeper.get("/").body.contains("Läs lägesrapport 2026-01-01"))
      _ = try await keeper.post(path + "/svar", [("svar", "fraga"), ("ord", "Hur många möten?")])
      #expect(try await performer.get("/").body.contains("Kansliet frågar: Hur många möten?"))
      _ = try await performer.post(path, said)
      _ = try await keeper.post(path + "/svar", [("svar", "godkand"), ("ord", "")])
      #expect(try await keeper.get("/lagesrapporter").body.contains("Godkända (1)"))

      kit.clock.set(day: try #require(CalendarDate("2026-04-20")))
      #expect(try await performer.get("/").body.components("class=\"what\"") <= 3)
      let final = "/ansokningar/1/rapporter/slut"
      let bare = try await performer.post(final, said)
      #expect(bare.status == .unprocessableContent && bare.body.contains("Vad som består saknas"))
      _ = try await performer.post(final, said + [("bestar", "Kommunen har tagit över.")])
      _ = try await keeper.post(final + "/svar", [("svar", "godkand"), ("ord", "")])
      #expect(try await keeper.get("/ansokningar/1").body.contains("Kommunen har tagit över."))
      kit.clock.set(day: today)
    }

    #expect(try kit.store.grantCases().map(\.state.kind) == [.finished])
    // It had ended before by the register, and ends no later by its final report.
    #expect(try kit.store.association().insatser.first { $0.id == "SAMSA" }?.ended?.text == "2023-12-31")
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `a changed decision points back, moves the frames and says what it replaced`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { keeper in
      _ = try await keeper.post(
        "/insatser/ny",
        [("insats", "SAMSA"), ("beslut-dag", "2021-11-19"), ("paragraf", "§ 64")]
          + Self.amounts([("2022", "RONNEBY", "2 676 885")]))
      let changed = Self.decision("", day: "2022-06-01", [("2022", "RONNEBY", "2 000 000"), ("2022", "FK", "676 885")])
      #expect(try await keeper.post("/ansokningar/1/beslut", changed).status == .seeOther)
      let page = try await keeper.get("/ansokningar/1")
      #expect(page.body.contains("ersatt av ett senare beslut"))
      let older = Self.decision("", day: "2020-06-01", [("2022", "RONNEBY", "1")])
      #expect(try await keeper.post("/ansokningar/1/beslut", older).body.contains("Kontrollera dagen"))
    }

    let frames = try kit.store.association().frames.filter { $0.insatsID == "SAMSA" }
    #expect(frames.map(\.receiverID) == ["RONNEBY", "FK"])
    #expect(frames.map(\.granted).sum() == Money(kronor: 2_676_885))
    #expect(frames.allSatisfy { $0.decision.date == CalendarDate(yyyymmdd: 20_220_601) })
  }

  @Test func `an insats is renamed, goes on from another, and is registered as Försäkringskassan wants it`()
    async throws
  {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { director in
      let place = "/insatser/2022/SKAPA2"
      _ = try await director.post(
        place + "/namn", [("namn", "Skapa vidare"), ("namn-dag", "2022-07-01"), ("namn-skal", "")])
      _ = try await director.post(place + "/foregangare", [("fore", "SKAPA"), ("fore-dag", "2022-01-01")])
      let circle = try await director.post(
        "/insatser/2022/SKAPA/foregangare", [("fore", "SKAPA2"), ("fore-dag", "2022-01-01")])
      #expect(circle.status == .unprocessableContent)
      _ = try await director.post(
        place + "/uppfoljning",
        [("inriktning", "individ"), ("preciserad", "Rehabilitering"), ("metod", "Antal deltagare"), ("esf", "ja")])
      _ = try await director.post(place + "/slut", [("slut", "2024-06-30")])
      let page = try await director.get(place)
      for words in [
        "Skapa vidare", "Hette Skapa med 2.0", "Skapa med</a>", "Antal deltagare", "till 2024-06-30", "År för år",
      ] {
        #expect(page.body.contains(words) || words == "Hette Skapa med 2.0" && page.body.contains("Hette "), "\(words)")
      }
    }

    #expect(try kit.store.association().series(of: "SKAPA2") == ["SKAPA2", "SKAPA"])
    #expect(try kit.store.followUps().map(\.method) == ["Antal deltagare"])
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `all insatser of Blekinge 2022, entered from application to agreement, give the folder's frames`()
    async throws
  {
    let kit = try OfficeKit()
    let example = try kit.store.association()
    var bare = example
    (bare.insatser, bare.frames) = ([], [])
    try kit.store.record(bare, by: Actor(name: "Testet"), at: kit.clock.now)

    try await kit.visit(as: .bookkeeper) { keeper in
      for (index, frame) in example.frames.enumerated() {
        let insats = try #require(example.insatser.first { $0.id == frame.insatsID })
        let rows = [("\(frame.year)", frame.receiverID, AmountText.field(frame.granted))]
        var fields = Self.application(insats.name, owner: insats.ownerID, kind: insats.kind.rawValue, rows: rows)
        fields[6] = ("syfte", insats.purpose)
        fields[7] = ("malgrupp", insats.targetGroup)
        let place = "/ansokningar/\(index + 1)"
        #expect(try await keeper.post("/ansokningar/ny", fields).location == place)
        #expect(try await keeper.post(place + "/beredning", Self.preparation).status == .seeOther)
        let decision: Fields = [
          ("dag", frame.decision.date?.text ?? ""), ("paragraf", frame.decision.paragraph), ("insats", ""),
          ("beteckning", insats.id), ("start", insats.started?.text ?? ""), ("slut", insats.ended?.text ?? ""),
        ]
        #expect(try await keeper.post(place + "/beslut", decision + Self.amounts(rows)).status == .seeOther)
        let agreed = Self.agreement(from: "2022-01-01", to: "2022-12-31")
        #expect(try await keeper.post(place + "/avtal", agreed).status == .seeOther)
      }
    }

    let entered = try kit.store.association()
    #expect(entered.frames == example.frames)
    for insats in entered.insatser {
      var known = try #require(example.insatser.first { $0.id == insats.id })
      known.purpose = known.purpose.strippedOfBlanks
      #expect(insats == known)
    }
    #expect(try kit.store.grantCases().allSatisfy { $0.state.kind == .agreed })
    let report = try await kit.visit(as: .boardMember) { try await $0.get("/insatser/2022") }
    #expect(report.body.contains("14\u{A0}416\u{A0}961,00") && report.body.contains("622\u{A0}296"))
    #expect(try kit.store.verify().findings == [])
  }
}

extension String {
  /// How many times the words stand in it.
  fileprivate func components(_ words: String) -> Int {
    var rest = self[...]
    var count = 0
    while let range = rest.firstRange(of: words) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
