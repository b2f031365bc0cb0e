import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct ReversalTests {
  @Test func `the correction says beforehand what it will do, on the same day where that is open`() async throws {
    let kit = try OfficeKit()

    let page = try await kit.visit(as: .bookkeeper) { try await $0.get("/verifikationer/2022/A-3/rattelse") }

    #expect(page.status == .ok)
    #expect(page.body.contains("A 3, 2022 ändras inte och tas inte bort."))
    #expect(page.body.contains("10\u{A0}093,00\u{A0}kr"))
    #expect(page.body.contains("name=\"datum\" type=\"text\" value=\"2022-01-01\""))
  }

  @Test func `where the day is closed the correction gets the first open day after it`() async throws {
    let kit = try OfficeKit()
    let january = try #require(Month(year: 2022, month: 1))
    try kit.store.close(january, by: Actor(name: "Testet"), at: kit.clock.now)

    try await kit.visit(as: .bookkeeper) { guest in
      let page = try await guest.get("/verifikationer/2022/A-3/rattelse")
      #expect(page.body.contains("value=\"2022-02-01\""))
      #expect(page.body.contains("Januari 2022 är stängd"))
      let reply = try await guest.post(
        "/verifikationer/2022/A-3/rattelse", [("skal", "Fel konto"), ("datum", "2022-01-15"), ("gor", "vand")])
      #expect(reply.status == .unprocessableContent)
      #expect(reply.body.contains("Fel konto"))
      #expect(reply.body.contains("id=\"datum-fel\""))
    }
  }

  @Test func `an imported voucher is turned by one of ours, and the two are linked both ways with the reason`()
    async throws
  {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let reply = try await guest.post(
        "/verifikationer/2022/A-3/rattelse",
        [("skal", "Hyran hör till 5012"), ("datum", "2022-12-30"), ("gor", "vand")])
      let place = try #require(Addresses.voucher.read(reply.location))
      let reversal = try await guest.get(reply.location)
      #expect(reversal.body.contains("href=\"/verifikationer/2022/A-3\">A 3, 2022</a>"))
      #expect(reversal.body.contains("Skälet: Hyran hör till 5012"))
      let original = try await guest.get("/verifikationer/2022/A-3")
      #expect(original.body.contains("href=\"\(Addresses.voucher.path(place))\">\(place.words)</a>"))
      #expect(!original.body.contains("Rätta verifikationen"))
      let rows = try #require(try place.find(in: kit.store)?.posted.voucher.rows)
      #expect(rows.map(\.amount.ore) == [-1_009_300, 1_009_300])
      // It was compiled the day it was made, whatever day it is dated.
      #expect(reversal.body.contains("2026-02-15") && !reversal.body.contains("Upprättad 2022-12-30"))
      #expect(try place.find(in: kit.store)?.posted.voucher.compiledOn?.text == "2026-02-15")
    }
  }

  @Test func `a voucher that is corrected already is told by which`() async throws {
    let kit = try OfficeKit()
    let fields = [("skal", "Fel"), ("datum", "2022-12-30"), ("gor", "vand")]

    try await kit.visit(as: .bookkeeper) { guest async throws in
      #expect(try await guest.post("/verifikationer/2022/A-3/rattelse", fields).status == .seeOther)
      let count = try kit.voucherCount()
      let again = try await guest.post("/verifikationer/2022/A-3/rattelse", fields)
      #expect(again.status == .unprocessableContent)
      #expect(again.body.contains("A 3, 2022 är redan rättad"))
      #expect(try await guest.get("/verifikationer/2022/A-3/rattelse").body.contains("är redan rättad"))
      #expect(try kit.voucherCount() == count)
    }
  }

  @Test func `a correction asks for a reason and a day`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .bookkeeper) {
      try await $0.post("/verifikationer/2022/A-3/rattelse", [("skal", ""), ("datum", "imorgon"), ("gor", "vand")])
    }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("Skälet saknas"))
    #expect(reply.body.contains("”imorgon”, som inte är någon dag"))
  }

  @Test func `Vänd och gör en ny opens a draft of the old rows, and what is recorded of it stands in its place`()
    async throws
  {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let old = try await Entry.post(guest)
      let reply = try await guest.post(
        Addresses.voucherReversal.path(old),
        [("skal", "Fel konto"), ("datum", "2022-12-15"), ("gor", "vand-och-ny")])
      let id = try #require(Addresses.draft.read(reply.location))
      let draft = try await guest.get(reply.location)
      #expect(draft.body.contains("value=\"4\u{A0}500,50\""))
      #expect(draft.body.contains("verifikation \(old.words)</a>, som är rättad. Skälet: Fel konto."))

      let fields = Entry.with(Entry.rent, ("version", "1"))
      let recorded = try await guest.post(
        "/utkast/\(id)/bokforing", fields.map { $0.1 == "5010" ? ("konto", "6420") : $0 })
      let place = try #require(Addresses.voucher.read(recorded.location))
      let page = try await guest.get(recorded.location)
      #expect(page.body.contains("Ersätter \(old.number.text) (2022): Hyra december"))
      #expect(page.body.contains("Den är bokförd i stället för <a href=\"\(Addresses.voucher.path(old))\">"))
      let original = try await guest.get(Addresses.voucher.path(old))
      #expect(original.body.contains("I dess ställe är <a href=\"\(Addresses.voucher.path(place))\">"))
    }
  }

  @Test func `the documents of the old voucher lie beside the draft in its place`() async throws {
    let kit = try OfficeKit()
    let place = try #require(VoucherPlace(key: "2022/L-31"))
    let digest = try #require(try kit.store.documents(of: place.number, in: OfficeKit.year2022).first?.sha256)

    try await kit.visit(as: .bookkeeper) { guest in
      let reply = try await guest.post(
        Addresses.voucherReversal.path(place),
        [("skal", "Fel konto"), ("datum", "2022-12-15"), ("gor", "vand-och-ny")])
      #expect(try await guest.get(reply.location).body.contains(digest))
    }
  }

  @Test func `a voucher of a closed year is corrected in the next`() async throws {
    let kit = try OfficeKit()
    try kit.store.close(try #require(FiscalYear(calendarYear: 2021)), by: Actor(name: "Testet"), at: kit.clock.now)

    try await kit.visit(as: .bookkeeper) { guest in
      let numbers = try kit.store.vouchers(of: try #require(FiscalYear(calendarYear: 2021)))
      let old = VoucherPlace(try #require(numbers.last?.number), in: try #require(FiscalYear(calendarYear: 2021)))
      let page = try await guest.get(Addresses.voucherReversal.path(old))
      #expect(page.body.contains("value=\"2022-01-01\""))
      let reply = try await guest.post(
        Addresses.voucherReversal.path(old), [("skal", "Fel år"), ("datum", "2022-01-01"), ("gor", "vand")])
      #expect(reply.status == .seeOther)
      #expect(reply.location.contains("/2022/"))
      let reversal = try await guest.get(reply.location)
      #expect(reversal.body.contains("href=\"\(Addresses.voucher.path(old))\""))
      #expect(try await guest.get(Addresses.voucher.path(old)).body.contains("href=\"\(reply.location)\""))
    }
  }

  @Test func `the year end's own voucher is not turned, and it is told what to do instead`() async throws {
    let kit = try OfficeKit()
    // The example's year has carried its result already: a rent more, and there is some to carry.
    try await kit.visit(as: .director) { _ = try await Entry.post($0) }
    let end = try kit.store.endYear(
      OfficeKit.year2022, resultAccount: AccountNumber("8999"), yearResultAccount: AccountNumber("2069"),
      retainedAccount: AccountNumber("2068"), by: Actor(name: "Testet"), at: kit.clock.now)
    let place = VoucherPlace(try #require(end.voucher?.number), in: try OfficeKit.year2022)

    try await kit.visit(as: .director) { guest in
      let page = try await guest.get(Addresses.voucherReversal.path(place))
      #expect(page.body.contains("bokslutets egen verifikation"))
      let count = try kit.store.history().count
      let reply = try await guest.post(
        Addresses.voucherReversal.path(place), [("skal", "Fel"), ("datum", "2023-01-01"), ("gor", "vand")])
      #expect(reply.status == .unprocessableContent)
      #expect(try kit.store.history().count == count)
    }
  }

  @Test func `only those who keep the books correct`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .auditor) { guest async throws in
      #expect(try await guest.get("/verifikationer/2022/A-3/rattelse").status == .forbidden)
      #expect(try await guest.post("/verifikationer/2022/A-3/rattelse").status == .forbidden)
    }
  }
}
