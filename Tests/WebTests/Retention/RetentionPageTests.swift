import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct RetentionPageTests {
  @Test func `a plan is recorded, and what is destroyed is noted after its time alone`() async throws {
    let kit = try OfficeKit(.new)
    try await kit.visit(as: .director) { guest in
      func plan(_ years: String) -> [(String, String)] {
        [
          ("dag", "2026-01-20"), ("paragraf", "§ 12"), ("galler", "2026-01-20"), ("typ", "Fakturor"), ("plats", "Pärm"),
          ("ar", years), ("grund", "LKBR 3:13"), ("bokforing", "ja"),
        ]
      }
      let short = try await guest.post("/dokumenthantering/ny", plan("5"))
      #expect(short.status == .unprocessableContent && short.body.contains("sju år efter utgången"))
      #expect(try await guest.post("/dokumenthantering/ny", plan("7")).location == "/dokumenthantering")
      func destroyed(_ year: String) -> [(String, String)] {
        [
          ("typ", "Fakturor"), ("sista-ar", year), ("vad", "Pärm 1"), ("dag", "2026-01-25"), ("paragraf", "§ 14"),
          ("forstorda-den", "2026-02-10"), ("av", "Förbundschefen"), ("hur", "Dokumentförstörare"),
        ]
      }
      let early = try await guest.post("/dokumenthantering/forstoring", destroyed("2019"))
      #expect(early.status == .unprocessableContent && early.body.contains("bevaras till och med 2026"))
      #expect(try await guest.post("/dokumenthantering/forstoring", destroyed("2018")).status == .seeOther)
      let page = try await guest.get("/dokumenthantering")
      #expect(page.body.contains("Dokumentförstörare") && page.body.contains("Det som står i boken tas aldrig bort"))
      let bookkeeper = try kit.guest(.bookkeeper, beside: guest)
      #expect(try await bookkeeper.post("/dokumenthantering/ny", plan("8")).status == .forbidden)
      let viewer = try kit.guest(.viewer, beside: guest)
      #expect(try await viewer.get("/dokumenthantering").body.contains("Fakturor"))
      #expect(try await viewer.post("/dokumenthantering/forstoring", destroyed("2017")).status == .forbidden)
    }
    #expect(try kit.store.destructions().count == 1)
    #expect(try kit.store.verify().findings == [])
  }
}
