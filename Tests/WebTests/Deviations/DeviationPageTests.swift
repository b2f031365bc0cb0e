import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct DeviationPageTests {
  private static let fields = [
    ("rekommendation", "RKR R5 Leasing"), ("skal", "Hyran kostnadsförs, för beloppet är litet."), ("dag", "2022-11-18"),
    ("paragraf", "§ 52"),
  ]

  @Test func `a departure is written with its decision and stands in the annual report with it`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .bookkeeper) { guest in
      let half = try await guest.post(
        "/avvikelser/2022", Self.fields.map { $0.0 == "paragraf" ? ("paragraf", "") : $0 })
      #expect(half.status == .unprocessableContent && half.body.contains("både dag och paragraf"))
      #expect(try await guest.post("/avvikelser/2022", Self.fields).location == "/avvikelser/2022")
      let report = try await guest.get("/rapport/2022/utskrift")
      for words in [
        "RKR R5 Leasing", "Hyran kostnadsförs", "Styrelsens beslut", "den 18\u{A0}november 2022, §\u{A0}52",
      ] {
        #expect(report.body.contains(words), "\(words)")
      }
      let copied = try await guest.post("/avvikelser-fran-i-fjol/2023")
      #expect(copied.notice.contains("1 avvikelse är hämtad från 2022, utan beslut"))
      #expect(try await guest.post("/avvikelser-fran-i-fjol/2023").notice.contains("Inget hämtades"))
    }
    let stored = try kit.store.association().deviations
    #expect(stored.map(\.year) == [2022, 2023])
    #expect(stored.first?.decision.paragraph == "§ 52" && stored.last?.decision == Decision())
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `a departure is changed and taken away, and nobody writes over another`() async throws {
    let kit = try OfficeKit(.new)
    try await kit.visit(as: .director) { guest in
      _ = try await guest.post("/avvikelser/2025", Self.fields)
      let stored = try #require(try kit.store.association().deviations.first)
      let stale = try await guest.post("/avvikelser/2025/1", Self.fields + [("avtryck", "gammalt")])
      #expect(stale.status == .unprocessableContent && stale.body.contains("Någon har ändrat avvikelserna"))
      let digest = DeviationForm.digest(of: stored)
      let changed = Self.fields.map { $0.0 == "skal" ? ("skal", "Annat skäl") : $0 } + [("avtryck", digest)]
      #expect(try await guest.post("/avvikelser/2025/1", changed).status == .seeOther)
      let now = try #require(try kit.store.association().deviations.first)
      #expect(now.reason == "Annat skäl")
      let removal = try await guest.post("/avvikelser/2025/1/borttagning", [("avtryck", DeviationForm.digest(of: now))])
      #expect(removal.notice.contains("är borttagen"))
    }
    #expect(try kit.store.association().deviations.isEmpty)
    #expect(
      try await kit.visit(as: .viewer) { try await $0.post("/avvikelser/2025", Self.fields) }.status == .forbidden)
  }
}
