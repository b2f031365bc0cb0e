import Crypto
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct DocumentTests {
  typealias File = (field: String, name: String, type: String, bytes: [UInt8])

  static let pdf: File = ("underlag", "faktura.pdf", "application/pdf", Array("%PDF-1.4\nnågot\n%%EOF".utf8))
  static let picture: File = (
    "underlag", "kvitto.png", "application/octet-stream", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]
  )
  static let page: File = ("underlag", "sida.html", "text/html", Array("<script>alert(1)</script>".utf8))
  static let disguised: File = ("underlag", "bild.png", "image/png", Array("<svg onload=alert(1)>".utf8))

  static func digest(_ file: File) -> String { Secret.hexadecimal(SHA256.hash(data: file.bytes)) }

  @Test func `several documents are sent with a new voucher, kept as they came, and lie beside it`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let reply = try await guest.upload(
        "/ny-verifikation", Entry.with(Entry.rent, Entry.record), files: [DocumentTests.pdf, DocumentTests.picture])
      let place = try #require(Addresses.voucher.read(reply.location))
      #expect(
        try place.find(in: kit.store)?.posted.voucher.attachments
          == [DocumentTests.digest(DocumentTests.pdf), DocumentTests.digest(DocumentTests.picture)])
      let page = try await guest.get(reply.location)
      #expect(page.body.contains("faktura.pdf"))
      #expect(page.body.contains(DocumentTests.digest(DocumentTests.pdf)))
      #expect(page.body.contains("<iframe"))
      #expect(page.body.contains("<img"))
    }
    let kept = try #require(try kit.store.attachment(DocumentTests.digest(DocumentTests.pdf)))
    #expect(kept.bytes == DocumentTests.pdf.bytes)
  }

  @Test(arguments: [
    "faktura \u{202E}fdp.exe", "811228_9874.pdf", "811228 - 9874.pdf", "19811228 9874.pdf", "ut\u{200B}lägg.pdf",
  ])
  func `a file whose name hides something, or names a person, is refused`(name: String) async throws {
    let kit = try OfficeKit()
    let file = (field: "underlag", name: name, type: "application/pdf", bytes: DocumentTests.pdf.bytes)

    let reply = try await kit.visit(as: .bookkeeper) { guest in
      try await guest.upload("/ny-verifikation", Entry.with(Entry.rent, Entry.record), files: [file])
    }

    #expect(reply.status == .unprocessableContent)
    #expect(try kit.store.attachment(DocumentTests.digest(DocumentTests.pdf)) == nil)
  }

  @Test func `a file's type is what its bytes tell, and never what the sender says`() {
    #expect(DocumentKind.mediaType(of: Array("%PDF-1.7".utf8)) == "application/pdf")
    #expect(DocumentKind.mediaType(of: Array("811228-9874".utf8)) == "application/octet-stream")
  }

  @Test func `documents are added to a draft and taken away, with what was typed kept`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let id = try await Entry.draft(guest)
      let reply = try await guest.upload(
        "/utkast/\(id)", Entry.with(Entry.rent, ("text", "Med underlag"), ("version", "1")), files: [DocumentTests.pdf])
      #expect(reply.status == .seeOther)
      let page = try await guest.get("/utkast/\(id)")
      #expect(page.body.contains("faktura.pdf"))
      #expect(page.body.contains("Med underlag"))

      let digest = DocumentTests.digest(DocumentTests.pdf)
      let removed = try await guest.post(
        "/utkast/\(id)", Entry.with(Entry.rent, ("version", "2"), ("gor", "ta-bort-underlag \(digest)")))
      #expect(removed.status == .seeOther)
      #expect(try await !guest.get("/utkast/\(id)").body.contains("faktura.pdf"))
    }
  }

  @Test func `a document dropped on a draft is kept at once, and the list comes back with its revision`() async throws {
    let kit = try OfficeKit()
    let script = try #require(HTTPField.Name("X-Finsam-Skript"))

    try await kit.visit(as: .bookkeeper) { guest in
      let id = try await Entry.draft(guest)
      let plain = try await guest.upload("/utkast/\(id)/underlag", [("version", "1")], files: [DocumentTests.pdf])
      #expect(plain.location == "/utkast/\(id)")
      let stale = try await guest.upload("/utkast/\(id)/underlag", [("version", "1")], files: [DocumentTests.picture])
      #expect(stale.status == .conflict)
      let nothing = try await guest.post("/utkast/\(id)/underlag", [("version", "2")], headers: [script: "1"])
      #expect(nothing.status == .unprocessableContent)
      #expect(nothing.body.contains("Ingen fil kom fram"))
      #expect(try kit.store.sketches(.draft).first?.sketch.documents.count == 1)
    }
  }

  @Test func `documents are put beside a voucher in the book without changing it`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let reply = try await guest.upload(
        "/verifikationer/2022/A-3/underlag", files: [DocumentTests.pdf, DocumentTests.picture])
      #expect(reply.status == .seeOther)
      let page = try await guest.get("/verifikationer/2022/A-3")
      #expect(page.body.contains("faktura.pdf"))
      #expect(page.body.contains("Sparat 2026-02-15 kl. 10.00 av Test bookkeeper"))
      let none = try await guest.post("/verifikationer/2022/A-3/underlag")
      #expect(none.status == .unprocessableContent)
      #expect(none.body.contains("Ingen fil är vald."))
    }
    #expect(try kit.store.verify().findings.isEmpty)
  }

  @Test func `only what cannot run is shown by the browser; the rest is saved`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let files = [DocumentTests.pdf, DocumentTests.picture, DocumentTests.page, DocumentTests.disguised]
      _ = try await guest.upload("/verifikationer/2022/A-3/underlag", files: Array(files.prefix(2)))
      // An older book may have what no door takes any longer.
      let place = try #require(Addresses.voucher.read("/verifikationer/2022/A-3"))
      for file in files.dropFirst(2) {
        let digest = try kit.store.attach(
          file.bytes, name: file.name, mediaType: "application/octet-stream", by: Actor(name: "Testet"),
          at: kit.clock.now)
        try kit.store.addDocument(
          digest, to: place.number, in: OfficeKit.year2022, by: Actor(name: "Testet"), at: kit.clock.now)
      }
      for (file, type, isShown) in [
        (files[0], "application/pdf", true), (files[1], "image/png", true),
        (files[2], "application/octet-stream", false), (files[3], "application/octet-stream", false),
      ] {
        let reply = try await guest.get("/underlag/\(DocumentTests.digest(file))")
        #expect(reply.bytes == file.bytes)
        #expect(reply.headers[.contentType] == type)
        #expect(reply.headers[.contentDisposition]?.hasPrefix(isShown ? "inline" : "attachment") == true)
        #expect(reply.headers[.contentSecurityPolicy]?.hasPrefix("sandbox") == true)
        #expect(reply.headers[.xContentTypeOptions] == "nosniff")
      }
      let saved = try await guest.get("/underlag/\(DocumentTests.digest(DocumentTests.pdf))?spara=ja")
      #expect(saved.headers[.contentDisposition]?.hasPrefix("attachment") == true)
      #expect(try await guest.get("/underlag/\(String(repeating: "0", count: 64))").status == .notFound)
      let page = try await guest.get("/verifikationer/2022/A-3")
      #expect(!page.body.contains("src=\"/underlag/\(DocumentTests.digest(DocumentTests.disguised))"))
    }
  }

  @Test(arguments: [page, disguised, ("underlag", "faktura.pdf", "application/pdf", Array("MZ\u{0}\u{1}".utf8))])
  func `what a computer or a browser runs is refused with a reason, and what was typed stands`(
    file: File
  ) async throws {
    let kit = try OfficeKit()
    let reply = try await kit.visit(as: .bookkeeper) { guest in
      try await guest.upload("/ny-verifikation", Entry.with(Entry.rent, ("text", "Kvar")), files: [file])
    }
    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("tas inte emot"))
    #expect(reply.body.contains("Kvar"))
    #expect(try kit.store.attachment(DocumentTests.digest(file)) == nil)
  }

  @Test func `a document that is too large, empty or named by a personnummer is refused in words`() async throws {
    let kit = try OfficeKit { $0.documentBytesMax = 100 }

    try await kit.visit(as: .bookkeeper) { guest in
      let reply = try await guest.upload(
        "/ny-verifikation", Entry.with(Entry.rent, ("text", "Kvar")),
        files: [
          ("underlag", "stor.bin", "x/y", Array(repeating: 1, count: 101)), ("underlag", "tom.pdf", "x/y", []),
          ("underlag", "850709-9805.pdf", "x/y", [1]),
        ])
      #expect(reply.status == .unprocessableContent)
      #expect(reply.body.contains("Filen ”stor.bin” är 101\u{A0}byte, och högst 100\u{A0}byte får plats."))
      #expect(reply.body.contains("Filen ”tom.pdf” är tom."))
      #expect(reply.body.contains("innehåller ett personnummer"))
      #expect(!reply.body.contains("850709-9805"))
      #expect(reply.body.contains("Kvar"))
    }
    #expect(try kit.store.sketches(.draft).isEmpty)
  }

  @Test func `a file of text that holds a personnummer is refused, and the number is not repeated`() async throws {
    let kit = try OfficeKit()
    let file = ("underlag", "lista.txt", "text/plain", Array("Deltagare 850709-9805 började i mars.\n".utf8))

    let reply = try await kit.visit(as: .bookkeeper) {
      try await $0.upload("/ny-verifikation", Entry.with(Entry.rent, ("text", "Kvar")), files: [file])
    }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("Filen ”lista.txt” innehåller ett personnummer."))
    #expect(!reply.body.contains("850709-9805"))
    #expect(try kit.store.attachment(DocumentTests.digest(file)) == nil)
  }

  @Test func `files that were picked are asked for again when the text is refused`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .bookkeeper) {
      try await $0.upload(
        "/ny-verifikation", Entry.with(Entry.rent, ("text", "850709-9805")), files: [DocumentTests.pdf])
    }

    #expect(reply.body.contains("Filerna du valde är inte sparade än."))
  }

  @Test func `readers see documents, and only those who keep the books add them`() async throws {
    let kit = try OfficeKit()
    let digest = try #require(
      try kit.store.documents(
        of: Voucher.Number(series: "L", number: 31), in: OfficeKit.year2022
      ).first?.sha256)

    try await kit.visit(as: .viewer) { guest async throws in
      #expect(try await guest.get("/underlag/\(digest)").status == .ok)
    }
    try await kit.visit(as: .performer) { guest async throws in
      #expect(try await guest.get("/underlag/\(digest)").status == .forbidden)
    }
    try await kit.visit(as: .auditor) { guest async throws in
      #expect(
        try await guest.upload("/verifikationer/2022/A-3/underlag", files: [DocumentTests.pdf]).status == .forbidden)
    }
  }
}
