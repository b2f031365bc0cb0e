import Association
import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// Groups, their meetings and FINSAM plans, through the office's own doors.
@Suite struct GroupPageTests {
  typealias Fields = [(String, String)]

  private static let seats: [(String, String, String)] = [
    ("", "Enhetschef", "FK"), ("", "Sektionschef", "AF"), ("", "Verksamhetschef", "REG"),
    ("Kim Exempel", "Socialchef", "KARLSKRONA"),
  ]

  static func group(_ title: String, kind: String = "lsg", kommun: String = "KARLSKRONA") -> Fields {
    [("namn", title), ("slag", kind), ("kommun", kommun), ("fran", "2020-01-01"), ("till", "")]
      + seats.flatMap {
        [("person", $0.0), ("funktion", $0.1), ("part", $0.2), ("sitter-fran", ""), ("sitter-till", "")]
      }
  }

  /// The values of the boxes for who was there, in the order of the page: by party.
  private static func boxes(_ page: String) -> [String] {
    page.components(separatedBy: "name=\"var-med\"").dropFirst().compactMap { part in
      part.components(separatedBy: "value=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) }
    }
  }

  private static func meeting(_ date: String, _ came: [String], guests: [(String, String, String)] = []) -> Fields {
    [("dag", date), ("hur", "båda"), ("plats", "Rådhuset"), ("anteckningar", "## Läget\n\n- Planen **gås igenom**")]
      + came.map { ("var-med", $0) }
      + guests.flatMap { [("gast", $0.0), ("gast-funktion", $0.1), ("gast-part", $0.2)] }
  }

  @Test func `a group meets, who came is ticked, and the page says which party was missing`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .bookkeeper) { keeper in
      let reader = try kit.guest(.viewer, beside: keeper)
      let made = try await keeper.post("/grupper/ny", Self.group("LSG Karlskrona"))
      #expect(made.status == .seeOther && made.location == "/grupper/lsg-karlskrona")
      #expect(try await keeper.post("/grupper/ny", Self.group("LSG Karlskrona")).status == .unprocessableContent)
      let form = try await keeper.get("/grupper/lsg-karlskrona/nytt-mote")
      let boxes = Self.boxes(form.body)
      #expect(boxes.count == 4)
      let path = "/grupper/lsg-karlskrona/nytt-mote"
      #expect(
        try await keeper.post(path, Self.meeting("2025-03-31", boxes)).location == "/grupper/lsg-karlskrona/moten/1")
      let without = [boxes[0], boxes[2], boxes[3]]
      #expect(try await keeper.post(path, Self.meeting("2025-05-05", without)).status == .seeOther)
      // A guest of the party that is missing makes the meeting whole; one of none does not.
      let guests = [("", "Handläggare", "AF"), ("", "Föreläsare", "")]
      #expect(try await keeper.post(path, Self.meeting("2025-06-05", without, guests: guests)).status == .seeOther)
      for (path, words) in [
        ("/grupper/lsg-karlskrona/moten/1", "alla fyra parter"),
        ("/grupper/lsg-karlskrona/moten/2", "Arbetsförmedlingen saknades."),
        ("/grupper/lsg-karlskrona/moten/3", "alla fyra parter"),
        ("/grupper/lsg-karlskrona/moten/1", "<strong>gås igenom</strong>"),
        ("/grupper/lsg-karlskrona", "3 möten, 2 av dem med alla fyra parter."), ("/grupper", "LSG Karlskrona"),
        ("/grupper/lsg-karlskrona", "Kim Exempel, Socialchef"),
      ] {
        let page = try await reader.get(path)
        #expect(page.status == .ok && page.body.contains(words), "\(path): \(words)")
        #expect(!page.body.contains("Rätta mötet"))
      }
      #expect(try await reader.post(path, Self.meeting("2025-06-06", boxes)).status == .forbidden)
    }
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `what cannot be is said with the user's own words, and nothing is kept`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { guest in
      _ = try await guest.post("/grupper/ny", Self.group("LSG Karlskrona"))
      let path = "/grupper/lsg-karlskrona/nytt-mote"
      let boxes = Self.boxes(try await guest.get(path).body)
      for (fields, words) in [
        (Self.meeting("2026-02-16", boxes), "Ett möte förs in när det har hållits."),
        (Self.meeting("2019-12-31", boxes), "Gruppen fanns inte 2019-12-31"),
        (Self.meeting("2025-03-31", []), "Ingen var med på mötet."),
        (Self.meeting("någon gång", boxes), "som inte är någon dag"),
        (Self.meeting("2025-03-31", boxes, guests: [("19811228-9874", "", "AF")]), "personnummer"),
        (Self.meeting("2025-03-31", boxes + ["okänd"]), "sitter inte längre i gruppen"),
        (
          Self.meeting("2025-03-31", boxes).map { $0.0 == "anteckningar" ? ($0.0, "Om **811228**-9874") : $0 },
          "personnummer"
        ),
      ] {
        let answer = try await guest.post(path, fields)
        #expect(answer.status == .unprocessableContent && answer.body.contains(words), "\(words)")
        #expect(answer.body.contains("Rådhuset"), "\(words)")
      }
      let bad = Self.group("Nätverket", kind: "x", kommun: "REG").map { $0.0 == "part" ? ($0.0, "X") : $0 }
      let answer = try await guest.post("/grupper/ny", bad)
      #expect(answer.status == .unprocessableContent && answer.body.contains("Nätverket"))
      #expect(
        answer.body.contains("Vad gruppen är har inte valts") && answer.body.contains("Parten är inte vald på rad 4"))
    }
    #expect(try kit.store.groupMeetings().isEmpty && kit.store.association().groups.count == 1)
  }

  @Test
  func `a meeting is corrected by a new one and taken back with a reason, and a stale change of a group is refused`()
    async throws
  {
    let kit = try OfficeKit()
    try await kit.visit(as: .bookkeeper) { guest in
      _ = try await guest.post("/grupper/ny", Self.group("LSG Karlskrona"))
      let new = "/grupper/lsg-karlskrona/nytt-mote"
      let boxes = Self.boxes(try await guest.get(new).body)
      _ = try await guest.post(new, Self.meeting("2025-03-31", boxes))
      let first = "/grupper/lsg-karlskrona/moten/1"
      let fields = Self.meeting("2025-03-30", Array(boxes.prefix(2)))
      #expect(try await guest.get(first + "/rattelse").body.contains("checked"))
      #expect(try await guest.post(first + "/rattelse", fields).body.contains("Skälet saknas"))
      let corrected = try await guest.post(first + "/rattelse", fields + [("skal", "Fel dag")])
      #expect(corrected.location == "/grupper/lsg-karlskrona/moten/2")
      #expect(try await guest.get(first).body.contains("Mötet är rättat."))
      #expect(try await guest.post(first + "/rattelse", fields + [("skal", "Igen")]).body.contains("redan rättat"))
      let second = "/grupper/lsg-karlskrona/moten/2"
      #expect(try await guest.post(second + "/borttagning").status == .unprocessableContent)
      #expect(try await guest.post(second + "/borttagning", [("skal", "Aldrig hållet")]).status == .seeOther)
      #expect(try await guest.get("/grupper/lsg-karlskrona").body.contains("Inget möte är infört."))
      #expect(try await guest.get("/grupper/annan/moten/1").status == .notFound)

      let stored = try #require(try kit.store.association().groups.first)
      let change = Self.group("LSG Karlskrona nya")
      #expect(
        try await guest.post("/grupper/lsg-karlskrona/andring", change + [("avtryck", "gammalt")]).status
          == .unprocessableContent)
      let right = change + [("avtryck", GroupForm.digest(of: stored))]
      #expect(try await guest.post("/grupper/lsg-karlskrona/andring", right).status == .seeOther)
      #expect(try kit.store.association().groups.map(\.title) == ["LSG Karlskrona nya"])
    }
  }

  private static func plan(_ frame: String, _ rows: [(String, String, String)]) -> Fields {
    [("ram", frame), ("mal", "Fler ska *vidare*.")]
      + rows.flatMap { [("insats", $0.0), ("namn", $0.1), ("belopp", $0.2)] }
  }

  @Test func `a plan is written, decided, drawn on, linked, changed and followed up, and stands in the annual report`()
    async throws
  {
    let kit = try OfficeKit()
    let place = "/finsamplaner/2022/plan/lsg-karlskrona"
    try await kit.visit(as: .bookkeeper) { guest in
      let reader = try kit.guest(.auditor, beside: guest)
      _ = try await guest.post("/grupper/ny", Self.group("LSG Karlskrona"))
      _ = try await guest.post(
        "/grupper/lsg-karlskrona/nytt-mote",
        Self.meeting("2022-03-31", Self.boxes(try await guest.get("/grupper/lsg-karlskrona/nytt-mote").body)))
      #expect(try await reader.get(place).body.contains("Gruppen har ingen plan för 2022."))
      let rows = [("VISA", "", "3 167 000"), ("", "Förstudie ungas väg", "200 000")]
      #expect(try await guest.post(place + "/andring", Self.plan("3 300 000", rows)).status == .seeOther)
      let over = try await guest.post(place + "/beslut", [("beslutsdag", "2021-11-20"), ("paragraf", "§ 66")])
      #expect(over.status == .unprocessableContent && over.body.contains("67\u{A0}000\u{A0}kr för mycket"))
      #expect(try await guest.post(place + "/andring", Self.plan("3 500 000", rows)).status == .seeOther)
      #expect(
        try await guest.post(place + "/beslut", [("beslutsdag", "2021-11-20"), ("paragraf", "")]).status
          == .unprocessableContent)
      #expect(
        try await guest.post(place + "/beslut", [("beslutsdag", "2021-11-20"), ("paragraf", "§ 66")]).status
          == .seeOther)
      let page = try await reader.get(place)
      for words in [
        "2021-11-20 § 66", "3\u{A0}167\u{A0}000,00", "Förstudie ungas väg", "<em>vidare</em>", "2021-11-19 § 64",
      ] {
        #expect(page.body.contains(words), "\(words)")
      }
      #expect(page.body.contains("/insatser/2022/VISA") && !page.body.contains("Följ upp planen"))

      #expect(
        try await guest.post(place + "/insats", [("rad", "1"), ("koppla-1", "VISA")]).body.contains("två gånger"))
      #expect(try await guest.post(place + "/insats", [("rad", "1"), ("koppla-1", "UNG")]).status == .seeOther)
      // A decided plan changes for a reason alone, and the change holds when it is decided.
      let less = Self.plan("3 400 000", [("VISA", "", "3 167 000")])
      #expect(try await guest.post(place + "/andring", less).body.contains("Skälet saknas"))
      #expect(try await guest.post(place + "/andring", less + [("skal", "Mindre")]).status == .seeOther)
      #expect(try await guest.get(place).body.contains("Ändring som inte är beslutad"))
      #expect(try await guest.post(place + "/uppfoljning", [("uppfoljning", "Klart")]).status == .unprocessableContent)
      #expect(try await guest.post(place + "/kassering").status == .seeOther)
      #expect(try await guest.post(place + "/andring", less + [("skal", "Mindre")]).status == .seeOther)
      #expect(
        try await guest.post(place + "/beslut", [("beslutsdag", "2022-03-18"), ("paragraf", "§ 20")]).status
          == .seeOther)
      #expect(try await guest.post(place + "/uppfoljning", [("uppfoljning", "Det gick bra.")]).status == .seeOther)
      let after = try await reader.get(place)
      #expect(after.body.contains("Det gick bra.") && after.body.contains("Planens versioner"))
      #expect(try await reader.post(place + "/kassering").status == .forbidden)

      let report = try await guest.get("/rapport/2022/utskrift")
      #expect(report.body.contains("FINSAM-planer 2022") && report.body.contains("Gruppernas möten 2022"))
    }
    let plan = try #require(try kit.store.finsamPlans().first)
    #expect(plan.plan.state.decided?.versions.count == 2 && plan.plan.state.content.frame == Money(kronor: 3_400_000))
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `five groups share what is set aside, and the page says by how much they have more`() async throws {
    let kit = try OfficeKit()
    let towns = ["KARLSKRONA", "KARLSHAMN", "RONNEBY", "SOLVESBORG", "OLOFSTROM"]
    let frames = [5_000_000, 2_500_000, 2_500_000, 1_350_000, 1_350_000]
    try await kit.visit(as: .director) { guest in
      for (town, frame) in zip(towns, frames) {
        _ = try await guest.post("/grupper/ny", Self.group("LSG \(town)", kommun: town))
        let place = "/finsamplaner/2026/plan/lsg-\(town.lowercased())/andring"
        #expect(try await guest.post(place, Self.plan("\(frame)", [("", "Insats", "100 000")])).status == .seeOther)
      }
      #expect(try await guest.get("/finsamplaner/2026").body.contains("inte sagt hur mycket styrelsen har avsatt"))
      let aside = [("belopp", "12 700 000"), ("dag", "2025-11-20"), ("paragraf", "§ 60")]
      #expect(try await guest.post("/finsamplaner/2026/avsatt", aside).status == .seeOther)
      let even = try await guest.get("/finsamplaner/2026")
      #expect(
        even.body.contains("12\u{A0}700\u{A0}000\u{A0}kr som styrelsen har avsatt (2025-11-20 § 60): allt är fördelat.")
      )
      let csv = try await guest.get("/finsamplaner/2026?form=csv").body
      #expect(csv.contains("LSG KARLSHAMN;;ett utkast;2500000") && csv.contains("LSG KARLSHAMN;Insats;;;100000"))
      #expect(
        try await guest.get(Addresses.search.path(query: [("ord", "LSG Karlshamn")])).body.contains(
          "/grupper/lsg-karlshamn"))
      let more = "/finsamplaner/2026/plan/lsg-karlskrona/andring"
      #expect(try await guest.post(more, Self.plan("5 300 000", [("", "Insats", "100 000")])).status == .seeOther)
      let over = try await guest.get("/finsamplaner/2026")
      #expect(
        over.body.contains("13\u{A0}000\u{A0}000\u{A0}kr, 300\u{A0}000\u{A0}kr mer än de 12\u{A0}700\u{A0}000\u{A0}kr"))
      #expect(try await guest.post("/finsamplaner/2026/avsatt", [("belopp", "tolv")]).status == .unprocessableContent)
    }
  }

  @Test func `consultation cases that are counted with a team's name stand on its page`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .bookkeeper) { guest in
      _ = try await guest.post("/grupper/ny", Self.group("Teamet Väst", kind: "konsultationsteam", kommun: ""))
      let fields = [("fran", "2025-01-01"), ("till", "2025-06-30"), ("var", "teamet väst"), ("antal", "17")]
      #expect(try await guest.post("/antal/2025/konsultationer", fields).status == .seeOther)
      let page = try await guest.get("/grupper/teamet-vast")
      #expect(page.body.contains("2025-01-01–2025-06-30") && page.body.contains(">17<"))
      #expect(try await guest.get("/antal/2025/konsultationer").body.contains("/grupper/teamet-vast"))
    }
    let cases = try #require(try kit.store.association().caseCounts.last)
    #expect(cases.groupID == "teamet-vast" && cases.place == "Teamet Väst")
  }
}
