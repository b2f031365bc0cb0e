import Association
import Desk
import Foundation
import Ledger
import Press
import Store
import TestKit
import Testing

@testable import Web

/// The papers of a meeting as PDF files, put to the same validator as the report, and read by another's program.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: OfficeKit.python), "Not run: no Python with typst."))
struct MinutesPDFTests {
  private static func run(_ program: String, _ arguments: [String], _ pdf: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("finsam-\(UUID().uuidString).pdf")
    try Data(pdf).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments.map { $0 == "FILE" ? file.path : $0 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }

  private static func words(_ pdf: [UInt8]) throws -> String {
    try run("/usr/bin/pdftotext", ["-layout", "FILE", "-"], pdf).split(whereSeparator: \.isWhitespace).joined(
      separator: " "
    ).replacing("\u{a0}", with: " ")
  }

  private static func keep(_ pdf: [UInt8], _ name: String) throws {
    // For whoever wants to look at them; the tests look at what they say.
    guard let folder = ProcessInfo.processInfo.environment["FINSAM_KEEP_PDF"] else { return }
    try Data(pdf).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
  }

  @Test func `the minutes have all that the law asks for, and bear that they are not adjusted until they are`()
    async throws
  {
    let world = try MinutesKit()
    _ = try world.closed()
    let path = "/styrelse/moten/\(world.meeting.rawValue)/protokoll/pdf"
    let draft = try await world.kit.visit(as: .director) { try await $0.get(path).bytes }
    try Self.keep(draft, "ej-justerat.pdf")
    #expect(try world.kit.office.press.validate(draft) == [])
    let said = try Self.words(draft)
    for words in [
      "EJ JUSTERAT", "Rådhuset, Karlskrona", "2026-01-15 kl. 09.00–11.40", "Ann-Kristin Ek", "På distans",
      "Frånvarande",
      "§ 1 Medel till Samsa", "Cilla Alm yrkar avslag.", "Bifall ställs mot avslag.", "Resultat: 2 ja, 1 nej",
      "650 000 kronor", "Förslaget bifölls.", "I beslutet deltog", "För dyrt.", "§ 2 Rapport från förbundschefen",
      "Förbundets kansli", "Har inte justerat",
    ] {
      #expect(said.contains(words), "\(words) in \(said)")
    }
    #expect(!said.contains("Bevis om anslag"))
  }

  @Test func `adjusted minutes end with the proof of the notices and the day of legal force`() async throws {
    let world = try MinutesKit()
    let id = try world.adjusted()
    let day = try MinutesKit.day("2026-01-21")
    try world.kit.store.together(by: Actor(name: "Testet"), at: world.kit.clock.now) { writing in
      for notice in try #require(try world.kit.store.minutes(id)).notices {
        try writing.postNotice(id, at: notice.memberID, on: day)
      }
      try writing.confirmNotice(id, at: "REG", by: "Registrator", on: day)
    }
    let path = "/styrelse/moten/\(world.meeting.rawValue)/protokoll/pdf"
    let pdf = try await world.kit.visit(as: .viewer) { try await $0.get(path).bytes }
    try Self.keep(pdf, "justerat.pdf")
    #expect(try world.kit.office.press.validate(pdf) == [])
    let said = try Self.words(pdf)
    #expect(!said.contains("EJ JUSTERAT"))
    for words in ["Justerat 2026-01-20", "Bevis om anslag", "Registrator, 2026-01-21", "vinner laga kraft 2026-02-12"] {
      #expect(said.contains(words), "\(words) in \(said)")
    }
  }

  @Test func `the board's papers are one file: the call, the agenda, each item, and its documents page by page`()
    async throws
  {
    let press = PDFPress(python: OfficeKit.python, fontFolder: "/usr/share/fonts/truetype/lato")
    let attached = try press.pdf(
      of: PaperSheet(
        association: "Utföraren", organisationNumber: "556000-0000", heading: "Ansökan", title: "Ansökan",
        day: try MinutesKit.day("2026-01-02"), facts: [], chapters: []), until: .rendered)
    let other = try OfficeKit()
    let digest = try other.store.attach(
      attached, name: "x", mediaType: "application/pdf", by: Actor(name: "Testet"), at: Moment(secondsSince1970: 1))
    let world = try MinutesKit(
      documents: [AgendaItem.Document(sha256: digest, name: "Ansökan från Samsa.pdf")], bytes: [attached])
    let path = "/styrelse/moten/\(world.meeting.rawValue)/handlingar"
    let pdf = try await world.kit.visit(as: .boardMember) { try await $0.get(path).bytes }
    try Self.keep(pdf, "handlingar.pdf")
    #expect(try world.kit.office.press.validate(pdf) == [])
    let said = try Self.words(pdf)
    for words in [
      "Kallelse och handlingar", "Skickad 2026-01-08", "en tredjedel", "Dagordning", "Innehåll",
      "1 Medel till Samsa", "Bilaga 1.1", "Ansökan från Samsa.pdf", "1 sida.", "Rapport från förbundschefen", "Sida",
    ] {
      #expect(said.contains(words), "\(words) in \(said)")
    }
    // The document itself travels inside, as it came.
    let inside = try Self.run("/usr/bin/pdfdetach", ["-list", "FILE"], pdf)
    #expect(inside.contains("Bilaga 1.1 Ansökan från Samsa.pdf"), "\(inside)")
    #expect(try await world.kit.visit(as: .boardMember) { try await $0.get(path).bytes } == pdf)
  }

  @Test func `a document that lies at a marked entry of the diary is in the papers of the office, and in no member's`()
    async throws
  {
    let text = Array("Namn;Summa\nÅterkrav;12\n".utf8)
    let digest = try OfficeKit().store.attach(
      text, name: "x", mediaType: "text/csv", by: Actor(name: "Testet"), at: Moment(secondsSince1970: 1))
    let world = try MinutesKit(
      documents: [AgendaItem.Document(sha256: digest, name: "återkrav.csv")], bytes: [text])
    let kit = world.kit
    let day = try MinutesKit.day("2022-11-18")
    let mark = try #require(SecrecyMark("OSL 25 kap. 1 §"))
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) {
      _ = try $0.register(
        DiaryEntry.Draft(
          year: day.year, day: day, direction: .incoming, party: "Utföraren", subject: "Återkrav", secrecy: mark,
          documents: [digest]), today: day)
    }
    let path = "/styrelse/moten/\(world.meeting.rawValue)/handlingar"
    let members = try await kit.visit(as: .boardMember) { try await $0.get(path).bytes }
    #expect(try Self.words(members).contains("sekretessmarkerad i diariet"))
    #expect(try !Self.run("/usr/bin/pdfdetach", ["-list", "FILE"], members).contains("csv"))
    let office = try await kit.visit(as: .director) { try await $0.get(path).bytes }
    #expect(try Self.run("/usr/bin/pdfdetach", ["-list", "FILE"], office).contains("Bilaga 1.1 återkrav.csv"))
  }

  @Test func `a document that is no PDF, or a broken one, is listed and travels inside`() throws {
    let plan = MeetingPlan(
      number: 1, day: try MinutesKit.day("2026-01-15"),
      agenda: [
        AgendaItem(
          title: "Tal",
          documents: [
            AgendaItem.Document(sha256: "a", name: "tal.csv"), AgendaItem.Document(sha256: "b", name: "trasig.pdf"),
            AgendaItem.Document(sha256: "c", name: "borta.pdf"),
          ])
      ])
    let sheet = BoardPapers.sheet(
      of: plan, calledOn: nil, association: Association(name: "Prövo", organisationNumber: "222000-0000"),
      files: [
        "a": BoardPapers.File(mediaType: "text/csv", bytes: Array("a;b".utf8)),
        "b": BoardPapers.File(mediaType: "application/pdf", bytes: Array("%PDF-1.4 nej".utf8)),
      ])
    #expect(sheet.attachments.map(\.name) == ["Bilaga 1.1 tal.csv", "Bilaga 1.2 trasig.pdf"])
    #expect(sheet.chapters.allSatisfy { $0.pages.isEmpty })
    let press = PDFPress(python: OfficeKit.python, fontFolder: "/usr/share/fonts/truetype/lato")
    let said = try Self.words(try press.pdf(of: sheet))
    for words in ["det är ingen PDF", "skadat eller skyddat", "Filen finns inte i boken."] {
      #expect(said.contains(words), "\(words) in \(said)")
    }
  }
}
