import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct CountPageTests {
  private static let teams = """
    Från;Till;Team;Antal
    2022-01-01;2022-12-31;Karlskrona;40
    2022-01-01;2022-12-31;Ronneby;18
    2022-01-01;2022-12-31;Karlshamn;12
    2022-01-01;2022-12-31;Sölvesborg;13
    2022-01-01;2022-12-31;Olofström;12
    """

  private func upload(_ guest: Guest, _ path: String, _ text: String) async throws -> Guest.Reply {
    try await guest.upload(path, files: [("fil", "arenden.csv", "text/csv", Array(text.utf8))])
  }

  @Test func `consultation cases are read from a file once, corrected, and stand in the report`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .bookkeeper) { guest in
      let template = try await guest.get("/antal/2022/konsultationer/mall")
      #expect(template.body.contains("Team;Skäl;Antal"))
      let read = try await self.upload(guest, "/antal/2022/konsultationer/inlasning", Self.teams)
      #expect(read.location == "/antal/2022/konsultationer" && read.notice.contains("5 rader"))
      let lines = try kit.store.history().count
      let again = try await self.upload(guest, "/antal/2022/konsultationer/inlasning", Self.teams)
      #expect(again.notice.contains("inget ändrades"))
      #expect(try kit.store.history().count == lines)
      let page = try await guest.get("/antal/2022/konsultationer")
      #expect(page.body.contains(">95<"))
      let report = try await guest.get("/rapport/2022/utskrift")
      #expect(report.body.contains("Konsultationsärenden 2022") && report.body.contains("Sölvesborg"))
      let corrected = try await guest.post(
        "/antal/2022/konsultationer",
        [("fran", "2022-01-01"), ("till", "31 dec"), ("var", "Karlskrona"), ("grund", ""), ("antal", "41")])
      #expect(corrected.status == .seeOther)
    }
    #expect(try kit.store.association().caseCounts.map(\.count) == [41, 18, 12, 13, 12])
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `progression is typed, must add up, and a small count does not leave`() async throws {
    let kit = try OfficeKit()
    let fields = [
      ("insats", "SAMSA"), ("fran", "2022-01-01"), ("till", "2022-12-31"), ("verktyg", "SKAPA"),
      ("indikator", "Tro på arbete"), ("matta-kvinnor", "20"), ("matta-man", "10"), ("battre-kvinnor", "12"),
      ("battre-man", "7"), ("oforandrat-kvinnor", "6"), ("oforandrat-man", "1"), ("samre-kvinnor", "2"),
      ("samre-man", "2"),
    ]
    try await kit.visit(as: .director) { guest in
      var wrong = fields
      wrong[5].1 = "21"
      wrong[4].1 = "Tro 19811228-9874"
      let refused = try await guest.post("/antal/2022/progression", wrong)
      #expect(refused.status == .unprocessableContent && refused.body.contains("personnummer"))
      wrong[4].1 = "Tro på arbete"
      let off = try await guest.post("/antal/2022/progression", wrong)
      #expect(off.body.contains("är 21, men bättre, oförändrat och sämre är tillsammans 20"))
      #expect(off.body.contains("value=\"21\""))
      #expect(try await guest.post("/antal/2022/progression", fields).status == .seeOther)
      let page = try await guest.get("/antal/2022/progression")
      #expect(page.body.contains("30 (20 kvinnor, 10 män)") && page.body.contains("Arbetsmaterial"))
      let report = try await guest.get("/rapport/2022/utskrift")
      #expect(report.body.contains("Tro på arbete") && report.body.contains("färre än"))
      let row = try #require(try kit.store.association().rows(of: .progression, year: 2022).first)
      let removed = try await guest.post(
        "/antal/2022/progression/borttagning", [("rad", SaveCounts.digest(of: row))])
      #expect(removed.notice.contains("Raden är borttagen"))
    }
    #expect(try kit.store.association().progressions.isEmpty)
  }

  @Test func `a file with faults names each with row and column, and keeps nothing`() async throws {
    let kit = try OfficeKit()
    let text = Self.teams + "\n2022-01-01;2022-12-31;Byn;många\n2021-01-01;2022-12-31;Staden;9\n"
    let reply = try await kit.visit(as: .bookkeeper) {
      try await self.upload($0, "/antal/2022/konsultationer/inlasning", text)
    }
    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("Rad 7, tecken 27") && reply.body.contains("Rad 8, tecken 1:"))
    #expect(try kit.store.association().caseCounts.isEmpty)
    let empty = try await kit.visit(as: .bookkeeper) {
      try await $0.upload("/antal/2022/remisser/inlasning", files: [])
    }
    #expect(empty.status == .unprocessableContent && empty.body.contains("Ingen fil är vald"))
    #expect(try await kit.visit(as: .viewer) { try await $0.get("/antal/2022/annat") }.status == .notFound)
  }

  @Test func `referrals by municipality and by sender, and violence screening, are typed and printed`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .bookkeeper) { guest in
      let period = [("fran", "2022-01-01"), ("till", "2022-12-31")]
      for (sender, count) in [("Regionen", 44), ("Försäkringskassan", 17), ("Kommunerna", 16)] {
        let saved = try await guest.post(
          "/antal/2022/remisser", period + [("var", ""), ("grund", sender), ("antal", "\(count)")])
        #expect(saved.status == .seeOther)
      }
      let twice = try await guest.post(
        "/antal/2022/remisser",
        period + [("var", "Ronneby"), ("grund", "Regionen"), ("antal", "9")])
      #expect(twice.body.contains("skulle räknas två gånger"))
      let screened = try await guest.post(
        "/antal/2022/valdsscreening",
        [("insats", "SAMSA")] + period
          + [
            ("tillfragade-kvinnor", "40"), ("tillfragade-man", "20"), ("svarat-kvinnor", "30"), ("svarat-man", "12"),
          ])
      #expect(screened.status == .seeOther)
      let report = try await guest.get("/rapport/2022/utskrift")
      #expect(report.body.contains("Remisser efter avsändare 2022") && report.body.contains(">77<"))
      #expect(report.body.contains("Frågor om våld 2022") && report.body.contains("70"))
    }
  }
}
