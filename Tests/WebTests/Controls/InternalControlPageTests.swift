import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct InternalControlPageTests {
  private static func fields(_ risk: String, due: String) -> [(String, String)] {
    [
      ("risk", risk), ("sannolikhet", "3"), ("konsekvens", "4"), ("kontroll", "Stickprov av tio verifikationer"),
      ("ofta", "Varje kvartal"), ("ansvarig", "ekonomen"), ("senast", due),
    ]
  }

  @Test func `a plan is written, decided before its year, followed up, and printed in the annual report`() async throws
  {
    let kit = try OfficeKit()
    try await kit.visit(as: .bookkeeper) { guest in
      let director = try kit.guest(.director, beside: guest)
      for risk in ["Fel kontering", "Utbetalning utan attest"] {
        #expect(try await guest.post("/intern-kontroll/2022", Self.fields(risk, due: "2022-06-30")).status == .seeOther)
      }
      #expect(try await guest.post("/intern-kontroll-beslut/2022").status == .forbidden)
      let decided = try await director.post(
        "/intern-kontroll-beslut/2022", [("dag", "2021-11-19"), ("paragraf", "§ 52"), ("sent", "")])
      #expect(decided.location == "/intern-kontroll/2022")
      let page = try await guest.get("/intern-kontroll/2022")
      #expect(page.body.contains("Beslutad 2021-11-19 § 52.") && page.body.contains("Försenad"))
      #expect(!page.body.contains("Beslutad efter årets början"))

      let result = [("gjord", "2022-06-01"), ("utfall", "avvikelse"), ("sett", "Två fel konton"), ("atgard", "")]
      let bare = try await guest.post("/intern-kontroll/2022/1/resultat", result)
      #expect(bare.status == .unprocessableContent && bare.body.contains("vad som görs åt det"))
      let whole = result.dropLast() + [("atgard", "Rättade i juni")]
      #expect(try await guest.post("/intern-kontroll/2022/1/resultat", Array(whole)).status == .seeOther)
      let report = try await guest.get("/rapport/2022/utskrift")
      for words in [
        "Intern kontroll 2022", "Utbetalning utan attest", "Avvikelse: Två fel konton. Åtgärd: Rättade i juni",
        "Inte genomförd", "Styrelsen beslutade planen för intern kontroll den 19\u{A0}november 2021",
      ] { #expect(report.body.contains(words), "\(words)") }
    }
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `a plan decided when the year has begun is refused without a reason, and told with one`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { guest in
      _ = try await guest.post("/intern-kontroll/2022", Self.fields("Fel kontering", due: "2022-06-30"))
      let late = [("dag", "2022-02-04"), ("paragraf", "§ 8")]
      let refused = try await guest.post("/intern-kontroll-beslut/2022", late + [("sent", "")])
      #expect(refused.status == .unprocessableContent && refused.body.contains("efter årets början"))
      #expect(refused.body.contains("KL 6:6"))
      #expect(try kit.store.controlYear(2022).standing == nil)
      let told = try await guest.post("/intern-kontroll-beslut/2022", late + [("sent", "Styrelsen var inte vald")])
      #expect(told.status == .seeOther)
      #expect(try await guest.get("/intern-kontroll/2022").body.contains("Beslutad efter årets början"))
      let report = try await guest.get("/rapport/2022/utskrift")
      #expect(report.body.contains("Planen beslutades efter årets början. Skälet: Styrelsen var inte vald."))
    }
  }

  @Test func `last year's controls are taken over, changed and taken away in the proposal alone`() async throws {
    let kit = try OfficeKit()
    try OrderSamples.fill(kit)
    try await kit.visit(as: .bookkeeper) { guest in
      let copied = try await guest.post("/intern-kontroll-fran-i-fjol/2023")
      #expect(copied.notice.contains("1 kontroll är hämtad från 2022"))
      #expect(try await guest.post("/intern-kontroll-fran-i-fjol/2023").notice.contains("Inget hämtades"))
      #expect(try kit.store.controlYear(2023).proposal?.controls.first?.due.text == "2023-06-30")
      _ = try await guest.post("/intern-kontroll/2022/1", Self.fields("Annan risk", due: "2022-09-30"))
      #expect(try kit.store.controlYear(2022).standing?.controls.first?.risk == "Fel kontering")
      #expect(try kit.store.controlYear(2022).proposal?.controls.first?.risk == "Annan risk")
      _ = try await guest.post("/intern-kontroll/2022/1/borttagning")
      #expect(try kit.store.controlYear(2022).proposal?.controls == [])
      let faulty = try await guest.post(
        "/intern-kontroll/2022", Self.fields("Kontroll av 811228-9874", due: "2024-01-01"))
      #expect(faulty.status == .unprocessableContent && faulty.body.contains("personnummer"))
    }
    #expect(try await kit.visit(as: .viewer) { try await $0.post("/intern-kontroll/2022") }.status == .forbidden)
  }

  @Test func `a control whose day has passed stands on the start page until it is made`() async throws {
    let kit = try OfficeKit(.new)
    let control = try Control(
      number: 1, risk: "Fel kontering", likelihood: 1, consequence: 1, measure: "Stickprov", frequency: "",
      responsible: "ekonomen", due: try #require(CalendarDate("2026-01-31")), year: 2026)
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      try writing.openFiscalYear(try #require(FiscalYear(calendarYear: 2026)))
      try writing.propose([control], for: 2026)
      try writing.decideControls(
        for: 2026, on: try #require(CalendarDate("2025-11-01")), paragraph: "§ 1", lateReason: "")
    }
    try await kit.visit(as: .bookkeeper) { guest in
      #expect(try await guest.get("/").body.contains("Kontrollera: Fel kontering"))
      _ = try await guest.post(
        "/intern-kontroll/2026/1/resultat",
        [("gjord", "2026-02-10"), ("utfall", "utan"), ("sett", ""), ("atgard", "")])
      #expect(!(try await guest.get("/").body.contains("Kontrollera: Fel kontering")))
    }
  }
}
