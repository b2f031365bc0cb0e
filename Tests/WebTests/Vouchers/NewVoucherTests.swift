import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct NewVoucherTests {
  @Test func `the empty form begins on the last open day, in the series most used for vouchers entered here`()
    async throws
  {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let first = try await guest.get("/ny-verifikation")
      #expect(first.status == .ok)
      #expect(first.body.contains("name=\"datum\" type=\"text\" value=\"2022-12-31\""))
      #expect(first.body.contains("name=\"serie\" type=\"text\" value=\"A\""))
      #expect(first.body.contains("id=\"konto-4\""))

      try await Entry.post(guest, Entry.with(Entry.rent, ("serie", "m")))
      let second = try await guest.get("/ny-verifikation")
      #expect(second.body.contains("name=\"serie\" type=\"text\" value=\"M\""))
    }
  }

  @Test func `when the last month is closed the form begins on the last day of the one before`() async throws {
    let kit = try OfficeKit()
    let december = try #require(Month(year: 2022, month: 12))
    try kit.store.close(december, by: Actor(name: "Testet"), at: kit.clock.now)

    let reply = try await kit.visit(as: .bookkeeper) { try await $0.get("/ny-verifikation") }

    #expect(reply.body.contains("value=\"2022-11-30\""))
  }

  @Test func `what is typed is kept as a draft, whatever is missing`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let reply = try await guest.post(
        "/ny-verifikation",
        Entry.fields(date: "i fjol", text: "Kanske hyra", counterparty: "", rows: [["50", "", "", "1+", "", ""]]))
      #expect(reply.status == .seeOther)

      let page = try await guest.get(reply.location)
      #expect(page.status == .ok)
      for typed in ["i fjol", "Kanske hyra", "value=\"50\"", "value=\"1+\""] { #expect(page.body.contains(typed)) }
      #expect(page.body.contains("Ett belopp går inte att räkna ut."))
    }
    #expect(try kit.store.sketches(.draft).count == 1)
  }

  @Test func `the button Bokför records the voucher, reckons its amounts and leaves no draft`() async throws {
    let kit = try OfficeKit()

    let place = try await kit.visit(as: .bookkeeper) { try await Entry.post($0) }

    let found = try #require(try place.find(in: kit.store))
    let voucher = found.posted.voucher
    #expect(place.number.series == "A")
    #expect(voucher.date.text == "2022-12-15")
    #expect(voucher.counterparty == "Fastighetsbolaget")
    #expect(voucher.compiledBy == "Test bookkeeper")
    #expect(voucher.compiledOn == kit.clock.today)
    #expect(voucher.rows.map(\.amount) == [Money(ore: 450_050), Money(ore: -450_050)])
    #expect(voucher.rows.first?.text == "lokalen")
    #expect(try kit.store.sketches(.draft).isEmpty)
    #expect(try kit.store.history().last?.actor.name == "Test bookkeeper")
  }

  @Test func `a voucher that does not balance is kept as a draft and told its difference in words`() async throws {
    let kit = try OfficeKit()
    let before = try kit.voucherCount()

    let reply = try await kit.visit(as: .bookkeeper) { guest in
      try await guest.post(
        "/ny-verifikation",
        Entry.fields(
          rows: [["5010", "", "", "100", "", ""], ["1930", "", "", "", "90", ""]], more: [Entry.record]))
    }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("Skillnaden är 10,00\u{A0}kr: det fattas i kredit."))
    #expect(reply.body.contains("action=\"/utkast/"))
    #expect(try kit.voucherCount() == before)
    #expect(try kit.store.sketches(.draft).count == 1)
  }

  @Test(arguments: [
    (("datum", ""), "Datumet saknas", "datum"), (("datum", "2022-02-30"), "som inte är någon dag", "datum"),
    (("datum", "2026-02-15"), "ligger utanför bokens räkenskapsår", "datum"),
    (("serie", ""), "Serien saknas", "serie"), (("serie", "Å-1"), "En serie är högst tio", "serie"),
    (("text", " "), "Texten saknas", "text"), (("motpart", ""), "Motparten saknas", "motpart"),
  ])
  func `what is wrong in the head is told at its field`(
    change: (String, String), message: String, field: String
  ) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .bookkeeper) {
      try await $0.post("/ny-verifikation", Entry.with(Entry.rent, change, Entry.record))
    }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.part(after: "href=\"#\(field)\">", before: "</a>").contains(message))
    #expect(reply.body.contains("id=\"\(field)-fel\""))
  }

  @Test(arguments: [
    (["9999", "", "", "5", "", ""], "som inte finns i kontoplanen", "konto-1"),
    (["", "", "", "5", "", ""], "Kontot saknas på rad 1", "konto-1"),
    (["5010", "XYZ", "", "5", "", ""], "Insatsen på rad 1 är ”XYZ”", "insats-1"),
    (["5010", "", "XYZ", "5", "", ""], "Parten på rad 1 är ”XYZ”", "part-1"),
    (["5010", "", "", "", "", ""], "Beloppet saknas på rad 1", "debet-1"),
    (["5010", "", "", "5", "5", ""], "både debet och kredit", "debet-1"),
    (["5010", "", "", "5..0", "", ""], "två decimaltecken", "debet-1"),
    (["5010", "", "", "", "5/0", ""], "en division med noll", "kredit-1"),
  ])
  func `what is wrong in a row is told at its field, with the number of the row`(
    row: [String], message: String, field: String
  ) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .bookkeeper) {
      try await $0.post(
        "/ny-verifikation",
        Entry.fields(rows: [row, ["1930", "", "", "", "5", ""]], more: [Entry.record]))
    }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.part(after: "href=\"#\(field)\">", before: "</a>").contains(message))
    #expect(reply.body.contains("id=\"\(field)-fel\""))
  }

  @Test func `every fault is told at once, and the one of the sum only when the rows can be read`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .bookkeeper) {
      try await $0.post(
        "/ny-verifikation",
        Entry.fields(
          date: "", series: "", text: "", counterparty: "", rows: [["x", "", "", "1", "", ""]], more: [Entry.record]))
    }

    #expect(reply.body.contains("6 saker behöver rättas"))
  }

  @Test func `an account, an insats and a party may be typed by name or in small letters`() async throws {
    let kit = try OfficeKit()

    let place = try await kit.visit(as: .bookkeeper) {
      try await Entry.post(
        $0,
        Entry.fields(rows: [
          ["4010 Samverkansinsatser", "siri", "Försäkringskassan", "100", "", ""], ["1930", "", "", "", "100", ""],
        ]))
    }

    let row = try #require(try place.find(in: kit.store)?.posted.voucher.rows.first)
    #expect(row.account.text == "4010")
    #expect(row.objects[.insats] == "SIRI")
    #expect(row.objects[.party] == "FK")
  }

  @Test func `words of one account's name alone are that account, and words of several say which`() async throws {
    let kit = try OfficeKit()

    let (place, refused) = try await kit.visit(as: .bookkeeper) { guest in
      let rows = [["lokalhy", "", "", "100", "", ""], ["1930", "", "", "", "100", ""]]
      let place = try await Entry.post(guest, Entry.fields(rows: rows))
      let several = [["hyra", "", "", "100", "", ""], ["1930", "", "", "", "100", ""]]
      return (place, try await guest.post("/ny-verifikation", Entry.fields(rows: several, more: [Entry.record])))
    }

    #expect(try place.find(in: kit.store)?.posted.voucher.rows.first?.account.text == "5010")
    let sentence = refused.part(after: "href=\"#konto-1\">", before: "</a>")
    #expect(sentence.contains("”hyra”, som passar flera konton: 5010 Lokalhyra, "))
    #expect(refused.body.contains("id=\"konto-1-fel\">Passar flera</p>"))
  }

  @Test func `a negative debit is a credit`() async throws {
    let kit = try OfficeKit()

    let place = try await kit.visit(as: .bookkeeper) {
      try await Entry.post(
        $0, Entry.fields(rows: [["5010", "", "", "-50", "", ""], ["1930", "", "", "100/2", "", ""]]))
    }

    #expect(try place.find(in: kit.store)?.posted.voucher.rows.map(\.amount.ore) == [-5000, 5000])
  }

  @Test func `an account of the shipped chart that is used for the first time gets its name in the same act`()
    async throws
  {
    let kit = try OfficeKit()
    let number = AccountNumber("1610")
    #expect(try !kit.store.accounts().contains { $0.number == number })

    try await kit.visit(as: .bookkeeper) {
      _ = try await Entry.post(
        $0, Entry.fields(rows: [["1610", "", "", "10", "", ""], ["1930", "", "", "", "10", ""]]))
    }

    #expect(try kit.store.accounts().first { $0.number == number }?.name == "Kortfristiga fordringar hos anställda")
    #expect(try kit.store.verify().findings.isEmpty)
  }

  @Test func `without a script rows are added and taken away by buttons, and nothing typed is lost`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let more = try await guest.post("/ny-verifikation", Entry.with(Entry.rent, ("gor", "fler-rader")))
      #expect(more.status == .ok)
      #expect(more.body.contains("id=\"konto-9\""))
      #expect(more.body.contains("value=\"4000+500,50\""))

      let less = try await guest.post("/ny-verifikation", Entry.with(Entry.rent, ("gor", "ta-bort-rad 1")))
      #expect(less.body.contains("id=\"konto-1\" name=\"konto\" type=\"text\" value=\"1930\""))
      #expect(less.body.contains("id=\"konto-2\" name=\"konto\" type=\"text\" value=\"\""))
    }
    #expect(try kit.store.sketches(.draft).isEmpty)
  }

  @Test func `a form that is sent twice records one voucher, and both answers lead to it`() async throws {
    let kit = try OfficeKit()
    let before = try kit.voucherCount()

    try await kit.visit(as: .bookkeeper) { guest in
      let key = try await guest.get("/ny-verifikation").part(after: "name=\"formular\" value=\"", before: "\"")
      let fields = Entry.with(Entry.rent, ("formular", key), Entry.record)
      let first = try await guest.post("/ny-verifikation", fields)
      let second = try await guest.post("/ny-verifikation", fields)
      #expect(first.location == second.location)

      let third = try await guest.post("/ny-verifikation", Entry.with(fields, ("text", "En annan")))
      #expect(third.location != first.location)
    }
    #expect(try kit.voucherCount() == before + 2)
  }

  @Test(arguments: ["text", "motpart", "radtext", "konto", "debet"])
  func `a personnummer is kept nowhere, not in a draft either`(field: String) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .bookkeeper) {
      try await $0.post("/ny-verifikation", Entry.with(Entry.rent, (field, "Anna 850709-9805")))
    }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("personnummer"))
    #expect(try kit.store.sketches(.draft).isEmpty)
  }

  @Test func `more rows than a form holds are refused in words`() async throws {
    let kit = try OfficeKit()
    let rows = Array(repeating: ["5010", "", "", "1", "", ""], count: 401)

    let reply = try await kit.visit(as: .bookkeeper) {
      try await $0.post("/ny-verifikation", Entry.fields(rows: rows))
    }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("401 rader"))
  }

  @Test(arguments: [Role.auditor, .boardMember, .viewer, .performer])
  func `only those who keep the books enter vouchers`(role: Role) async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: role) { guest async throws in
      #expect(try await guest.get("/ny-verifikation").status == .forbidden)
      #expect(try await guest.post("/ny-verifikation", Entry.rent).status == .forbidden)
      #expect(try await guest.get("/konton/forslag?ord=50").status == .forbidden)
    }
  }

  @Test func `a refused voucher says that it is kept as a draft, and sent again it is the same draft`() async throws {
    let kit = try OfficeKit()
    let form = ("formular", "abcdef")
    let refused = Entry.with(Entry.rent, ("motpart", ""), form, Entry.record)

    try await kit.visit(as: .bookkeeper) { guest in
      let reply = try await guest.post("/ny-verifikation", refused)
      #expect(reply.status == .unprocessableContent)
      #expect(reply.body.contains("Det du skrev är sparat som utkast, men inget är bokfört."))
      let again = try await guest.post("/ny-verifikation", Entry.with(refused, ("text", "Hyra december och el")))
      #expect(again.status == .unprocessableContent)
      #expect(try kit.store.sketches(.draft).map(\.sketch.text) == ["Hyra december och el"])
      let mended = try await guest.post("/ny-verifikation", Entry.with(Entry.rent, form, Entry.record))
      #expect(mended.status == .seeOther)
      #expect(try kit.store.sketches(.draft).isEmpty)
    }
  }

  @Test func `a day may be typed without its year, and is kept in full`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let id = try await Entry.draft(guest, Entry.with(Entry.rent, ("datum", "5/12")))
      #expect(try await guest.get("/utkast/\(id)").body.contains("value=\"2022-12-05\""))
      let place = try await Entry.post(guest, Entry.with(Entry.rent, ("datum", "5 dec")))
      #expect(try place.find(in: kit.store)?.posted.voucher.date.text == "2022-12-05")
    }
  }
}
