import Association
import Foundation
import HTTPTypes
import Ledger
import Store
import TestKit
import Testing

@testable import Web

/// The diary, the governing documents and the public page, through the office's doors.
struct DiaryPageTests {
  private static let tester = Actor(name: "Testet")

  private static func fields(_ more: (String, String)...) -> [(String, String)] {
    let usual = [
      ("riktning", "in"), ("dag", "2026-02-12"), ("part", "Försäkringskassan"), ("arende", "Fråga om medel"),
      ("sekretess", ""), ("nummerar", "2026"),
    ]
    return usual.filter { pair in !more.contains { $0.0 == pair.0 } } + more
  }

  private static let letter: DocumentTests.File = ("underlag", "brev.pdf", "x/y", Array("%PDF-1.7 brevet".utf8))

  /// An entry, a marked one, a förbundsordning and a public page.
  static func fill(_ kit: OfficeKit) throws {
    let day = kit.clock.today
    try kit.store.together(by: tester, at: kit.clock.now) { writing in
      _ = try writing.register(
        DiaryEntry.Draft(
          year: day.year, day: day, direction: .incoming, party: "Försäkringskassan", subject: "Öppet ärende",
          isPublic: true), today: day)
      _ = try writing.register(
        DiaryEntry.Draft(
          year: day.year, day: day, direction: .incoming, party: "Vårdcentralen Dolda", subject: "Hemligärende",
          secrecy: SecrecyMark("OSL 25 kap. 1 §")), today: day)
      let id = try writing.record(
        .charter, titled: "Förbundsordning",
        GoverningDocument.Draft(
          content: GoverningDocument.Content(text: "# 1 § Namn\nFörbundet heter så."),
          decision: Decision(date: day, paragraph: "§ 3"), validFrom: day, points: [.name: "1 §"]))
      try writing.show(id, isPublic: true)
      try writing.turnPublicPage(on: true)
    }
  }

  @Test func `a letter is registered with its file from a short form, and read back`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let form = try await guest.get("/diarium/ny")
      #expect(form.status == .ok && form.body.contains("value=\"2026-02-15\""))
      let reply = try await guest.upload(
        "/diarium/ny", Self.fields(("slag", "insats"), ("nyckel", "SAMSA")), files: [Self.letter])
      #expect(reply.location == "/diarium/2026/FS-1")
      #expect(reply.notice == "Diariefört som FS 2026/1.")
      let page = try await guest.get(reply.location)
      #expect(page.body.contains("Fråga om medel") && page.body.contains("brev.pdf"))
      #expect(page.body.contains("/insatser/2026/SAMSA"))
      let list = try await guest.get("/diarium/2026?ord=fr%C3%A5gor")
      #expect(list.body.contains("FS 2026/1") && list.body.contains("1 post."))
      #expect(try await guest.get("/diarium/2026?ord=hyra").body.contains("Ingen post passar"))
      let file = try await guest.get("/diarium/2026/register/csv")
      #expect(file.body.contains("FS 2026/1;2026-02-12;In;Försäkringskassan;Fråga om medel"))
    }
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `what is wrong is told at once with what was typed, and no number is taken`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      let cases: [([(String, String)], String)] = [
        (Self.fields(("arende", "")), "Det står inte vad handlingen gäller"),
        (Self.fields(("part", "")), "Det står inte från vem handlingen kom"),
        (Self.fields(("dag", "2026-03-01")), "har inte varit än"),
        (Self.fields(("arende", "Om 811228-9874")), "personnummer"),
        (Self.fields(("sekretess", "annan")), "saknar paragraf"),
        (Self.fields(("sekretess", "OSL 26 kap. 1 §"), ("oppen", "ja")), "visas inte på den öppna sidan"),
        (Self.fields(("slag", "insats"), ("nyckel", "FINNSEJ")), "finns inte i boken"),
        (Self.fields(("slag", ""), ("nyckel", "SAMSA")), "Välj slaget"),
      ]
      for (fields, words) in cases {
        let reply = try await guest.post("/diarium/ny", fields)
        #expect(reply.status == .unprocessableContent && reply.body.contains(words), "\(words)")
      }
      let program = try await guest.upload(
        "/diarium/ny", Self.fields(), files: [("underlag", "brev.pdf.exe", "x/y", Self.letter.bytes)])
      #expect(program.status == .unprocessableContent && program.body.contains("program eller en genväg"))
      #expect(program.body.contains("Fråga om medel"))
      #expect(try await guest.post("/diarium/ny", Self.fields()).location == "/diarium/2026/FS-1")
    }
  }

  @Test(arguments: Role.allCases)
  func `what is marked is seen, found and opened by the office and the auditors alone`(role: Role) async throws {
    let kit = try OfficeKit()
    let secret = Array("%PDF-1.7 hemligt".utf8)
    let digest = try kit.store.attach(
      secret, name: "hemligt.pdf", mediaType: "application/pdf", by: Self.tester, at: kit.clock.now)
    let day = kit.clock.today
    try kit.store.together(by: Self.tester, at: kit.clock.now) {
      _ = try $0.register(
        DiaryEntry.Draft(
          year: 2026, day: day, direction: .incoming, party: "Vårdcentralen Dolda", subject: "Hemligärende",
          secrecy: SecrecyMark("OSL 25 kap. 1 §"), documents: [digest]), today: day)
    }
    let isInsider = Access.insiders.admits(role)
    let isReader = Access.readers.admits(role)

    try await kit.visit(as: role) { guest in
      let entry = try await guest.get("/diarium/2026/FS-1")
      #expect(entry.status == (isReader ? .ok : .forbidden))
      let places = [
        "/diarium/2026", "/diarium/2026/FS-1", "/diarium/2026?ord=hemligt", "/diarium/2026?ord=v%C3%A5rdcentralen",
        "/diarium/2026/register/csv", "/sok?ord=hemlig%C3%A4rende", "/sok?ord=FS%202026/1", "/offentlig-sida",
      ]
      for place in places {
        let body = try await guest.get(place).body
        if !isInsider {
          #expect(!body.contains("Dolda") && !body.contains("OSL 25 kap. 1"), "\(place)")
          #expect(!body.contains("Hemligärende"), "\(place)")
        }
      }
      #expect(try await guest.get("/underlag/\(digest)").status == (isInsider ? .ok : .forbidden))
      if isReader {
        #expect(try await guest.get("/diarium/2026").body.contains("FS 2026/1"))
        #expect(try await guest.get("/sok?ord=FS%202026/1").body.contains("/diarium/2026/FS-1"))
        let found = try await guest.get("/sok?ord=dolda").body.contains("/diarium/2026/FS-1")
        #expect(found == isInsider)
      }
    }
  }

  @Test func `a change has its reason and stands in the entry, and the letters of the series are the association's`()
    async throws
  {
    let kit = try OfficeKit()
    try Self.fill(kit)

    try await kit.visit(as: .director) { guest in
      let without = try await guest.post(
        "/diarium/2026/FS-1/andring", [("vad", "arende"), ("nytt-arende", "Nytt"), ("skal", "")])
      #expect(without.status == .unprocessableContent && without.body.contains("Skälet saknas"))
      let changed = try await guest.post(
        "/diarium/2026/FS-1/andring", [("vad", "arende"), ("nytt-arende", "Nytt ärende"), ("skal", "Skrivfel")])
      #expect(changed.location == "/diarium/2026/FS-1")
      _ = try await guest.post(
        "/diarium/2026/FS-1/andring", [("vad", "sekretess"), ("sekretess", "OSL 26 kap. 1 §"), ("skal", "Enskild")])
      _ = try await guest.post("/diarium/2026/FS-1/andring", [("vad", "lage"), ("skal", "Klart")])
      let page = try await guest.get("/diarium/2026/FS-1")
      #expect(page.body.contains("registrerades som ”Öppet ärende”") && page.body.contains("Skäl: Skrivfel"))
      #expect(page.body.contains("Avslutad") && page.body.contains("OSL 26 kap. 1 §"))
      let closed = try await guest.post("/diarium/2026/FS-1/tillagg", [("slag", "insats"), ("nyckel", "SAMSA")])
      #expect(closed.status == .unprocessableContent && closed.body.contains("är avslutad"))
      let added = try await guest.upload(
        "/diarium/2026/FS-2/tillagg", [("slag", "post"), ("nyckel", "fs 2026/1")], files: [Self.letter])
      #expect(added.location == "/diarium/2026/FS-2")
      #expect(try await guest.get("/diarium/2026/FS-1").body.contains("/diarium/2026/FS-2"))
      #expect(try await guest.post("/diarium/serie", [("serie", "f1")]).status == .unprocessableContent)
      #expect(try await guest.post("/diarium/serie", [("serie", "sb")]).status == .seeOther)
      #expect(try await guest.post("/diarium/ny", Self.fields()).location == "/diarium/2026/SB-1")
    }
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `a governing document has versions, a checklist, reviews and an end`() async throws {
    let kit = try OfficeKit()
    let version = [
      ("text", "Text"), ("beslutsdag", "2026-01-10"), ("paragraf", "§ 3"), ("galler-fran", "2026-01-10"),
      ("oversyn", "2026-02-01"),
    ]

    try await kit.visit(as: .director) { guest in
      let undecided = try await guest.post(
        "/styrdokument/nytt", [("slag", "attestordning"), ("titel", "Attestordning"), ("galler-fran", "2026-01-10")])
      #expect(undecided.status == .unprocessableContent && undecided.body.contains("varken text eller fil"))
      let made = try await guest.post(
        "/styrdokument/nytt", [("slag", "förbundsordning"), ("titel", "Förbundsordning"), ("punkt-1", "§ 1")] + version)
      #expect(made.location == "/styrdokument/1")
      let page = try await guest.get("/styrdokument/1")
      #expect(page.body.contains("17 av arton punkter") && page.body.contains("skulle ha setts över senast 2026-02-01"))
      #expect(try await guest.get("/").body.contains("Se över förbundsordning"))
      let again = try await guest.post(
        "/styrdokument/nytt", [("slag", "förbundsordning"), ("titel", "En till")] + version)
      #expect(again.body.contains("Det finns redan en förbundsordning"))
      #expect(
        try await guest.post("/styrdokument/1/oversyn", [("dag", "2026-02-10"), ("nasta", "2027-02-10")]).location
          == "/styrdokument/1")
      #expect(try await !guest.get("/").body.contains("Se över förbundsordning"))
      let later = try await guest.upload(
        "/styrdokument/1/ny-version",
        [("beslutsdag", "2026-02-01"), ("paragraf", "§ 8"), ("galler-fran", "2026-03-01"), ("nytt", "Ny § 4")],
        files: [Self.letter])
      #expect(later.location == "/styrdokument/1")
      #expect(try await guest.get("/styrdokument").body.contains("en ny väntar"))
      #expect(try await guest.get("/styrdokument/1/versioner/2").body.contains("brev.pdf"))
      #expect(try await guest.get("/styrdokument/1/versioner/3").status == .notFound)
      #expect(try await guest.get("/sok?ord=styrdokument%20f%C3%B6rbundsordning").body.contains("/styrdokument/1"))
      #expect(
        try await guest.post("/styrdokument/1/slut", [("slutdag", "2026-02-14"), ("skal", "Ny")]).location
          == "/styrdokument/1")
      #expect(try await guest.get("/styrdokument/1/ny-version").status == .seeOther)
    }
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `the public page is off until the director turns it on, and gives no cookie`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: nil) { stranger in
      for path in ["/offentligt", "/offentligt/data.json", "/offentligt/styrdokument/1"] {
        #expect(try await stranger.get(path).status == .notFound)
      }
      let keeper = try kit.guest(.bookkeeper, beside: stranger)
      #expect(try await keeper.post("/offentlig-sida/lage", [("pa", "ja")]).status == .forbidden)
      let director = try kit.guest(.director, beside: stranger)
      #expect(try await director.post("/offentlig-sida/lage", [("pa", "ja")]).status == .seeOther)
      let page = try await stranger.get("/offentligt")
      #expect(page.status == .ok && page.headers[values: .setCookie].isEmpty)
      #expect(page.body.contains("Medlemmar") && !page.body.contains("<script"))
      let report: DocumentTests.File = ("underlag", "ar.pdf", "x/y", Array("%PDF-1.7 rapporten".utf8))
      let fields = [("slag", "årsredovisning"), ("ar", "2025"), ("titel", "Årsredovisning 2025")]
      let picture = try await director.upload("/offentlig-sida/filer", fields, files: [DocumentTests.picture])
      #expect(picture.status == .unprocessableContent)
      #expect(try await director.upload("/offentlig-sida/filer", fields, files: [report]).status == .seeOther)
      let path = "/offentligt/filer/\(DocumentTests.digest(report))"
      #expect(try await stranger.get("/offentligt").body.contains(path))
      let file = try await stranger.get(path)
      #expect(file.bytes == report.bytes && file.headers[.contentType] == "application/pdf")
      #expect(file.headers[.xContentTypeOptions] == "nosniff")
      #expect(try await director.post("/offentlig-sida/filer/1/slut").status == .seeOther)
      #expect(try await stranger.get(path).status == .notFound)
    }
  }

  @Test func `nothing that is marked as secret, and nothing that nobody has shown, is ever on the public page`()
    async throws
  {
    let kit = try OfficeKit()
    var random = SeededGenerator(seed: 59)
    let day = kit.clock.today
    var secrets: [String] = []
    var shown: [String] = []
    try Self.fill(kit)
    try kit.store.together(by: Self.tester, at: kit.clock.now) { writing in
      for index in 0..<80 {
        let bytes = Array("%PDF-1.7 handling \(index)".utf8)
        let digest = try writing.attach(bytes, name: "fil\(index).pdf", mediaType: "application/pdf")
        let isMarked = Bool.random(using: &random)
        _ = try writing.register(
          DiaryEntry.Draft(
            year: 2026, day: day, direction: .incoming, party: "Xpart\(index)x", subject: "Xärende\(index)x",
            secrecy: isMarked ? SecrecyMark("OSL 26 kap. 1 §") : nil,
            isPublic: !isMarked && Bool.random(using: &random), documents: [digest]), today: day)
        let isPublished = Bool.random(using: &random)
        if isPublished, !isMarked {
          _ = try writing.publish(.other, year: 2026, titled: "Xtitel\(index)x", file: digest)
        }
      }
    }
    for index in 0..<80 {
      let number = DiaryNumber(prefix: "FS", year: 2026, number: index + 3)
      var entry = try #require(try kit.store.diaryEntry(number))
      // Some are marked later, whatever was shown of them.
      if entry.secrecy == nil, Bool.random(using: &random) {
        let id = entry.id
        try kit.store.together(by: Self.tester, at: kit.clock.now) {
          try $0.change(id, .secrecy(SecrecyMark("OSL 25 kap. 1 §")), because: "Uppgift om enskild")
        }
        entry = try #require(try kit.store.diaryEntry(number))
      }
      if entry.isPublic { shown.append(entry.subject) }
      if entry.secrecy != nil {
        secrets += [entry.subject, entry.party, "Xtitel\(index)x"] + entry.documents
      } else if !entry.isPublic {
        secrets += [entry.subject, entry.party]
      }
    }
    let (hidden, open) = (secrets, shown)
    #expect(hidden.count > 20 && open.count > 5)

    try await kit.visit(as: nil) { stranger in
      for path in ["/offentligt", "/offentligt/data.json"] {
        let body = try await stranger.get(path).body
        for words in hidden { #expect(!body.contains(words), "\(words) on \(path)") }
        for words in open { #expect(body.contains(words), "\(words) on \(path)") }
        #expect(!body.contains("Hemligärende") && !body.contains("Dolda") && body.contains("Öppet ärende"))
      }
      for digest in hidden where digest.utf8.count == 64 {
        #expect(try await stranger.get("/offentligt/filer/\(digest)").status == .notFound)
      }
      let json = try await stranger.get("/offentligt/data.json")
      #expect(try JSONSerialization.jsonObject(with: Data(json.bytes)) is [String: Any])
      #expect(try await stranger.get("/offentligt/styrdokument/1").body.contains("Förbundet heter så."))
    }
  }
}
