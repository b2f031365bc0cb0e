import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// Reading a file into the book, its receipt, and the way back.
struct ReadingTests {
  static let year = FiscalYear(calendarYear: 2023)

  @Test func `a small file is read at once, and its receipt says what came of it`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .bookkeeper) { guest in
      try await guest.get(try await guest.readIn(SmallYear.bytes))
    }

    #expect(reply.status == .ok)
    let text = PreviewPageTests.text(reply)
    #expect(text.contains("55 000,00 kr"))
    #expect(text.contains("2023-01-15 till 2023-03-01"))
    #expect(text.contains("href=\"/verifikationer/2023/A-1\""))
    #expect(text.contains("href=\"/verifikationer/2023/A-2\""))
    #expect(text.contains("Räkenskapsåret 2023-01-01–2023-12-31 är nytt i boken."))
    #expect(text.contains("börjar med ingående balanser på 2 konton"))
    #expect(text.contains("#EGEN"))
    let year = try #require(Self.year)
    #expect(try kit.store.vouchers(of: year).count == 2)
    #expect(try kit.store.uploads().isEmpty)
    #expect(try kit.store.history().last?.actor.name == kit.users[.bookkeeper]?.name)
  }

  @Test func `the file that was read is given back byte for byte`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .auditor) { auditor in
      let path = try await kit.visit(as: .bookkeeper) { try await $0.readIn(SmallYear.bytes, named: "år 2023.se") }
      return try await auditor.get(path + "/fil")
    }

    #expect(reply.bytes == SmallYear.bytes)
    #expect(reply.headers[.contentDisposition]?.contains("filename*=UTF-8''%C3%A5r%202023.se") == true)
  }

  @Test func `a form that is sent twice is acted on once`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let path = try await guest.sendIn(SmallYear.bytes).before("?") + "/inlasning"
      async let first = guest.post(path)
      async let second = guest.post(path)
      let (one, other) = try await (first, second)
      let third = try await guest.post(path)

      #expect(one.location == other.location)
      #expect(one.location == third.location)
      #expect(one.location.hasPrefix("/inlasningar/"))
    }
    #expect(try kit.store.imports().filter { $0.name == "2023.se" }.count == 1)
  }

  @Test func `a large file is read while a page shows how far it has come`() async throws {
    let kit = try OfficeKit()
    let bytes = SmallYear.large(24_000)
    #expect(bytes.count > ImportJobs.promptBytesMax)

    try await kit.visit(as: .bookkeeper) { guest in
      let path = try await guest.sendIn(bytes).before("?")
      let reply = try await guest.post(path + "/inlasning")
      #expect(reply.location == path + "/lage")
      let page = try await guest.get(reply.location)
      if page.status == .ok {
        #expect(page.body.contains("<noscript><meta http-equiv=\"refresh\" content=\"10\""))
        #expect(page.body.contains("role=\"status\""))
        #expect(page.body.contains("<progress"))
      }
      let json = try await guest.get(reply.location, headers: [.finsamScript: "1"])
      #expect(json.body.hasPrefix("{\"percent\":") || json.status == .seeOther)
      // While it is being read, its preview leads there too.
      let preview = try await guest.get(path)
      #expect(preview.status == .seeOther)

      let receipt = try await guest.followed(reply.location)

      #expect(PreviewPageTests.text(try await guest.get(receipt)).contains("24 000"))
    }
    let year = try #require(Self.year)
    #expect(try kit.store.vouchers(of: year).count == 24_000)
  }

  @Test func `a large file is looked through while a page shows how far it has come`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let path = try await guest.sendIn(SmallYear.large(24_000))
      let reply = try await guest.get(path)
      #expect(reply.location.hasSuffix("/lage"))

      let preview = try await guest.get(try await guest.followed(reply.location))

      #expect(preview.status == .ok)
      #expect(PreviewPageTests.text(preview).contains("24 000 st, 240 000,00 kr"))
    }
  }

  @Test func `what the book refuses is told in words, nothing is stored and the file waits`() async throws {
    let kit = try OfficeKit()
    let before = try kit.store.lastHash()

    try await kit.visit(as: .bookkeeper) { guest in
      for (bytes, words) in [
        (SmallYear.replacing("#ORGNR 222000-2451", with: "#ORGNR 222000-0000"), "organisationsnummer 222000-0000"),
        (SmallYear.replacing("#TRANS 5013 {} 5000.00", with: "#TRANS 5013 {} 5001.00"), "är inte i balans"),
        (Array("inte SIE".utf8), "ingen rad börjar med en SIE-post"),
      ] {
        let path = try await guest.sendIn(bytes).before("?")
        let reply = try await guest.post(path + "/inlasning")

        #expect(reply.status == .unprocessableContent)
        #expect(reply.body.contains("Inget har lästs in"))
        #expect(reply.body.contains(words), "\(words): \(reply.body)")
        #expect(try await guest.get(path + "/lage").status == .unprocessableContent)
      }
    }
    #expect(try kit.store.lastHash() == before)
    #expect(try kit.store.uploads().count == 3)
  }

  @Test func `a lock that is set after the preview holds`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      _ = try await guest.readIn(SmallYear.bytes)
      let more = SmallYear.bytes([
        "#FLAGGA 0", "#SIETYP 4", "#ORGNR 222000-2451", "#VER A 3 20230401 \"Hyra\"", "{", "#TRANS 5013 {} 1.00",
        "#TRANS 1930 {} -1.00", "}",
      ])
      let path = try await guest.sendIn(more, named: "mer.si")
      let preview = try await guest.get(path)
      #expect(preview.body.contains(">Läs in</button>"), "\(preview.body)")
      let month = try #require(Month(year: 2023, month: 4))
      try kit.store.close(month, by: Actor(name: "Testet"), at: kit.clock.now)

      let reply = try await guest.post(path.before("?") + "/inlasning")

      #expect(reply.status == .unprocessableContent)
      #expect(reply.body.contains("April 2023 är stängd"))
      try kit.store.reopen(month, because: "Testet", by: Actor(name: "Testet"), at: kit.clock.now)
      #expect(try await guest.post(path.before("?") + "/inlasning").status == .seeOther)
    }
  }

  @Test func `an import is undone as one batch, and the same file can be read again`() async throws {
    let kit = try OfficeKit()
    let year = try #require(Self.year)

    try await kit.visit(as: .bookkeeper) { guest in
      let receipt = try await guest.readIn(SmallYear.bytes)
      let missing = try await guest.post(receipt + "/angring", [("skal", " ")])
      #expect(missing.status == .unprocessableContent)
      #expect(missing.body.contains("Skälet saknas."))

      let reply = try await guest.post(receipt + "/angring", [("skal", "Fel fil från byrån")])

      #expect(reply.location == receipt)
      let page = try await guest.get(receipt)
      #expect(page.body.contains("Inläsningen är ångrad"))
      #expect(page.body.contains("Fel fil från byrån"))
      #expect(!page.body.contains("name=\"skal\""))
      #expect(try !kit.store.fiscalYears().contains(year))
      #expect(try await guest.get(Addresses.imports.path()).body.contains("ångrad 2026-02-15"))
      let again = try await guest.readIn(SmallYear.bytes)
      #expect(again != receipt)
      #expect(try kit.store.vouchers(of: year).count == 2)
    }
  }

  @Test func `an import that something stands on is not undone, and the page says what`() async throws {
    let kit = try OfficeKit()
    let year = try #require(Self.year)

    try await kit.visit(as: .bookkeeper) { guest in
      let receipt = try await guest.readIn(SmallYear.bytes)
      _ = try kit.store.reverse(
        Voucher.Number(series: "A", number: 2), in: year, on: year.last, because: "Fel hyra", by: Actor(name: "Testet"),
        at: kit.clock.now)

      let page = try await guest.get(receipt)
      let reply = try await guest.post(receipt + "/angring", [("skal", "Fel fil")])

      #expect(page.body.contains("Inläsningen kan inte ångras"))
      #expect(page.body.contains("href=\"/verifikationer/2023/A-2\">Verifikation A 2 2023</a>"))
      #expect(reply.status == .unprocessableContent)
      #expect(try kit.store.undoneImports().isEmpty)
    }
  }

  @Test func `a receipt that does not exist is not found, and an auditor sees one without a form`() async throws {
    let kit = try OfficeKit()
    let number = try #require(try kit.store.imports().first?.sequence)

    try await kit.visit(as: .auditor) { guest in
      #expect(try await guest.get(Addresses.importReceipt.path(99_999)).status == .notFound)
      #expect(try await guest.get(Addresses.importFile.path(99_999)).status == .notFound)
      let page = try await guest.get(Addresses.importReceipt.path(number))
      #expect(page.status == .ok)
      #expect(!page.body.contains("name=\"skal\""))
      #expect(try await guest.post(Addresses.importUndoing.path(number), [("skal", "x")]).status == .forbidden)
    }
  }
}
