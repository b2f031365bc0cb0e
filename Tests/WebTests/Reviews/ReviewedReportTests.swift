import Association
import Desk
import Foundation
import HTTPTypes
import Ledger
import Press
import Review
import Store
import TestKit
import Testing

@testable import Web

/// A published report before the office's eyes: sent in, read, and what came of it.
struct ReviewedReportTests {
  static let sound = Array(SoundExample.text.utf8)
  static let spoiled = Array(
    SoundExample.text.replacing("Summa\t9 700 000\t9 500 000", with: "Summa\t9 700 008\t9 500 000").utf8)

  @Test func `a report is shown with the finding beside its line, and what it is checked against linked`() async throws
  {
    let kit = try OfficeKit()

    try await kit.visit(as: .viewer) { guest in
      let page = try await guest.review([("rapport.txt", Self.spoiled)])

      #expect(page.status == .ok)
      #expect(page.body.contains("Granskning: Samordningsförbundet Exempel, 2023"))
      #expect(page.body.contains("1 anmärkning. "))
      let line = try #require(Self.line(of: "9 700 008", in: Self.spoiled))
      let row = try #require(page.body.components(separatedBy: "id=\"rad-\(line)\"").last)
      let margin = String(row.prefix(6000))
      #expect(margin.contains("class=\"granskning\""))
      #expect(margin.contains("id=\"anmarkning-1\""))
      #expect(margin.contains("9\u{A0}700\u{A0}008 kr"))
      #expect(margin.contains("class=\"granskat-tal\" href=\"#rad-"))
    }
  }

  @Test func `a figure that agrees is linked to what it agrees with`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .auditor) { guest in
      let page = try await guest.review([("rapport.txt", Self.sound)])

      #expect(page.body.contains("Inget att anmärka."))
      let assets = try #require(Self.line(of: "Summa tillgångar", in: Self.sound))
      let other = try #require(Self.line(of: "Summa eget kapital, avsättningar och skulder", in: Self.sound))
      let row = try #require(page.body.components(separatedBy: "id=\"rad-\(assets)\"").last).prefix(3000)
      #expect(row.contains("Kontrollerat mot") && row.contains("#rad-\(other)\""), "\(row)")
    }
  }

  @Test func `a text without statements is not called faultless, and one with a personnummer is not kept`() async throws
  {
    let kit = try OfficeKit()
    let letter = Array("Hej, här kommer 1 234 saker från 811228-9874.\n".utf8)

    try await kit.visit(as: .bookkeeper) { guest in
      let page = try await guest.review([("brev.txt", letter)])
      #expect(page.body.contains("Inga tabeller kunde läsas, så inget är kontrollerat."))
      #expect(!page.body.contains("Inget att anmärka"))

      let kept = try await guest.upload(
        Addresses.reviews.path(), [("spara", "ja")],
        files: [(field: "fil", name: "brev.txt", type: "text/plain", bytes: letter)])

      #expect(kept.status == .unprocessableContent)
      #expect(kept.body.contains("Filen brev.txt innehåller ett personnummer och sparas inte i boken."))
      #expect(!kept.body.contains("9874"))
    }
  }

  @Test func `several reports give a table of key figures, as a page and as files`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .boardMember) { guest in
      let page = try await guest.review([
        ("ett.txt", Self.sound), ("två.txt", Self.spoiled), ("skräp.pdf", Array("%PDF-1.7 inget".utf8)),
      ])

      #expect(page.body.contains("3 granskade rapporter"))
      #expect(page.body.contains("1 fil kunde inte läsas"))
      #expect(page.body.contains("10 000 000".replacing(" ", with: "\u{A0}")))
      let table = try await guest.get(Addresses.review.path(1, query: [("form", "csv")]))
      #expect(table.headers[.contentType]?.hasPrefix("text/csv") == true)
      #expect(table.body.split(separator: "\n").count == 3)
      #expect(table.body.contains("ett.txt;Samordningsförbundet Exempel"))
      let second = try await guest.get(Addresses.reviewedReport.path(Pair(1, 2)))
      #expect(second.body.contains("1 anmärkning. "))
      let json = try await guest.get(Addresses.reviewedReport.path(Pair(1, 2), query: [("form", "json")]))
      for key in ["\"findings\":", "\"figures\":", "\"contributions\":", "\"grants\":", "\"goals\":"] {
        #expect(json.body.contains(key), "\(key)")
      }
      let unread = try await guest.get(Addresses.reviewedReport.path(Pair(1, 3)))
      #expect(unread.status == .unprocessableContent)
      #expect(unread.body.contains("skadad eller skyddad med lösenord"))
    }
  }

  /// Each: the name, the bytes, and words of what is said.
  @Test func `a hostile file gets a sentence`() async throws {
    let kit = try OfficeKit()
    var generator = SeededGenerator(seed: 7)
    let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let said: [(String, [UInt8], String)] = [
      ("brus.txt", noise, "varken text, PDF, webbsida"), ("arkiv.zip", [0x50, 0x4B, 3, 4, 0, 0], "Spara det som PDF"),
      ("brus.pdf", Array("%PDF-1.4\n".utf8) + noise, "skadad eller skyddad med lösenord"),
      ("tom.json", Array("{\"a\": 1}".utf8), "ingen rapport från finsam"),
    ]
    try await kit.visit(as: .viewer) { guest in
      for (name, bytes, words) in said {
        let page = try await guest.review([(name, bytes)])
        #expect(page.status == .unprocessableContent, "\(name)")
        #expect(page.body.contains(words), "\(name): \(page.body.suffix(3000))")
      }
      let refused: [([(field: String, name: String, type: String, bytes: [UInt8])], String)] = [
        ([], "Ingen fil är vald."),
        ([("fil", "19811228-9874.pdf", "", Self.sound)], "Filens namn innehåller ett personnummer."),
        ([("fil", "rapport\u{202E}txt.exe", "", Self.sound)], "innehåller ett styrtecken"),
        (
          (0...ReviewJobs.fileCountMax).map { ("fil", "\($0).txt", "", [65]) },
          "\(ReviewJobs.fileCountMax + 1) filer är valda"
        ),
      ]
      for (files, words) in refused {
        let reply = try await guest.upload(Addresses.reviews.path(), files: files)
        #expect(reply.status == .unprocessableContent && reply.body.contains(words), "\(words)")
      }
    }
  }

  @Test func `a report that says markup is shown as it is written`() async throws {
    let kit = try OfficeKit()
    let text = SoundExample.text + "\nSumma <script>alert(1)</script>\t5 & 6\n"

    let (page, named) = try await kit.visit(as: .viewer) { guest in
      (
        try await guest.review([("rapport.txt", Array(text.utf8))]),
        try await guest.upload(
          Addresses.reviews.path(), [], files: [("fil", "<b>.txt", "text/plain", Array(text.utf8))])
      )
    }

    #expect(!page.body.contains("<script>alert"))
    // Such a name is refused, and said as it is written.
    #expect(named.status == .unprocessableContent && !named.body.contains("<b>.txt"))
  }

  @Test func `nothing is kept unless asked for, and only for those who keep the books`() async throws {
    let kit = try OfficeKit()
    let before = try kit.store.lastHash()

    try await kit.visit(as: .director) { guest in
      _ = try await guest.review([("rapport.txt", Self.sound)])
      #expect(try kit.store.lastHash() == before)
    }
    _ = try await kit.visit(as: .viewer) { try await $0.review([("rapport.txt", Self.sound)], [("spara", "ja")]) }
    #expect(try kit.store.lastHash() == before)
    _ = try await kit.visit(as: .director) { try await $0.review([("rapport.txt", Self.sound)], [("spara", "ja")]) }
    #expect(try kit.store.lastHash() != before)
    #expect(try kit.store.attachment(Secret.digest(of: SoundExample.text))?.name == "rapport.txt")
  }

  @Test func `another user does not find it, and what is thrown away is gone`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      _ = try await guest.review([("rapport.txt", Self.sound)])
      let other = try kit.guest(.auditor, beside: guest)
      let path = Addresses.reviewedReport.path(Pair(1, 1))
      #expect(try await other.get(path).location == Addresses.reviews.path())
      #expect(try await other.post(Addresses.reviewRemoval.path(1)).location == Addresses.reviews.path())
      #expect(try await guest.get(Addresses.reviews.path()).body.contains("Samordningsförbundet Exempel, 2023"))
      #expect(try await guest.get(path).status == .ok)
      #expect(try await guest.post(Addresses.reviewRemoval.path(1)).location == Addresses.reviews.path())
      #expect(try await guest.get(path).location == Addresses.reviews.path())
      #expect(try await guest.get(Addresses.reviewedReport.path(Pair(1, 99))).location == Addresses.reviews.path())
    }
  }

  static func line(of words: String, in bytes: [UInt8]) -> Int? {
    String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n").firstIndex { $0.contains(words) }.map {
      $0 + 1
    }
  }
}

extension Guest {
  /// Sends reports to be reviewed and waits until they are: the page that one then sees.
  func review(_ files: [(name: String, bytes: [UInt8])], _ fields: [(String, String)] = []) async throws -> Reply {
    let sent = try await upload(
      Addresses.reviews.path(), fields, files: files.map { ("fil", $0.name, "text/plain", $0.bytes) })
    #expect(sent.status == .seeOther)
    var reply = try await get(sent.location)
    while reply.body.contains("data-import-progress") { reply = try await get(sent.location) }
    return reply.status == .seeOther ? try await get(reply.location) : reply
  }
}
