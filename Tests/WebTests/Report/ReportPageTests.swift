import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct ReportPageTests {
  @Test func `the report's desk lists the chapters in the template's order with how each stands`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .viewer) { try await $0.get(Addresses.report.path(2022)) }

    #expect(reply.status == .ok)
    let first = try #require(reply.body.firstRange(of: "Ordförande har ordet"))
    let later = try #require(reply.body.firstRange(of: "Händelser av väsentlig betydelse"))
    let last = try #require(reply.body.firstRange(of: "Styrelsens underskrift"))
    #expect(first.lowerBound < later.lowerBound && later.lowerBound < last.lowerBound)
    #expect(reply.body.contains("delar klara"))
  }

  @Test func `a year that the book does not have leads to one that it has`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .viewer) { try await $0.get(Addresses.report.path(2031)) }

    #expect(reply.status == .seeOther)
    #expect(reply.location == Addresses.report.path(2022))
  }

  @Test(arguments: [
    Addresses.printedReport.path(2031), Addresses.figures.path(2031), Addresses.findings.path(2031),
    Addresses.versions.path(2031), Addresses.reportFacts.path(2031), Addresses.lastYearsTexts.path(2031),
    Addresses.chapter.path(Pair(2031, "handelser")), Addresses.chapter.path(Pair(2022, "finns-inte")),
    Addresses.figure.path(Pair(2022, "finns-inte")), Addresses.version.path(Pair(2022, 99_999)),
    Addresses.reportFile.path(Pair(2022, "docx")),
  ])
  func `what does not exist is told so in words`(path: String) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.get(path) }

    #expect(reply.status == .notFound)
    #expect(reply.body.contains("Sidan finns inte"))
  }

  @Test func `a performer does not reach the report, and a stranger is asked to sign in`() async throws {
    let kit = try OfficeKit()

    let performer = try await kit.visit(as: .performer) { try await $0.get(Addresses.report.path(2022)) }
    let stranger = try await kit.visit(as: nil) { try await $0.get(Addresses.report.path(2022)) }

    #expect(performer.status == .forbidden)
    #expect(stranger.location == Addresses.signIn.path())
  }

  @Test func `the printed report leads down to the vouchers in the office`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .auditor) { try await $0.get(Addresses.printedReport.path(2022)) }

    #expect(reply.status == .ok)
    #expect(reply.body.contains("href=\"/verifikationer/2022/A-1\""))
    #expect(reply.body.contains("href=\"/rapport/2022\""))
    #expect(reply.headers[.contentSecurityPolicy]?.contains("script-src") == false)
  }

  @Test(arguments: ["html", "json"])
  func `the report is saved as a file`(kind: String) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .viewer) { try await $0.get(Addresses.reportFile.path(Pair(2022, kind))) }

    #expect(reply.status == .ok)
    #expect(reply.headers[.contentDisposition]?.contains("arsredovisning-2022.\(kind)") == true)
    #expect(!reply.bytes.isEmpty)
    #expect(!reply.body.contains("href=\"/verifikationer"))
  }

  @Test func `a book without a year says how it gets one, as the lists do`() async throws {
    let kit = try OfficeKit(.new)

    let keeper = try await kit.visit(as: .director) { try await $0.get(Addresses.report.path(2026)) }
    let reader = try await kit.visit(as: .viewer) { try await $0.get(Addresses.report.path(2026)) }

    #expect(keeper.status == .ok && keeper.body.contains("Boken har inget räkenskapsår än"))
    #expect(keeper.body.contains("läsa in en SIE-fil"))
    #expect(reader.status == .ok && !reader.body.contains("läsa in en SIE-fil"))
  }

  @Test func `the desk counts comments on figures as well as on chapters`() async throws {
    let kit = try OfficeKit()
    _ = try kit.store.comment(
      "Stämmer den?", at: "rapport/2022/siffra/arets-resultat", to: nil, by: Actor(name: "Eva"), at: kit.clock.now)

    let reply = try await kit.visit(as: .boardMember) { try await $0.get(Addresses.report.path(2022)) }
    let list = try await kit.visit(as: .director) { try await $0.get("/kommentarer") }

    #expect(reply.body.contains("En öppen kommentar om kapitel och siffror"))
    #expect(list.body.contains("siffran Resultaträkning: Årets resultat</a>"))
  }
}
