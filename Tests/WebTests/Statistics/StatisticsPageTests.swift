import Association
import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct StatisticsPageTests {
  @Test func `the page has the year's tables, protected, and every figure opens in the appendix`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .boardMember) { guest in
      let page = try await guest.get("/statistik/2022")
      #expect(page.status == .ok)
      #expect(page.body.contains("Nya deltagare efter ålder") && page.body.contains("färre än\u{A0}5"))
      #expect(page.body.contains("Skillnaden kan vara en slump"))
      let appendix = try await guest.get("/statistik/2022/bilaga")
      let links = page.body.matches(of: /\/statistik\/2022\/bilaga#(u-[0-9]+)/).map { String($0.1) }
      #expect(links.count > 30)
      for link in Set(links) { #expect(appendix.body.contains("id=\"\(link)\""), "\(link)") }
      #expect(try kit.store.countReleases() == [], "a page that is looked at has not left the book")
    }
  }

  @Test func `an insats or a ground can be chosen, and one that is not there is not found`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .viewer) { guest in
      let ages = try await guest.get("/statistik/2022?grund=alder")
      #expect(ages.body.contains("Nya deltagare efter ålder") && !ages.body.contains("Deltagarmål 1"))
      for path in ["/statistik/2022?insats=FINNS-INTE", "/statistik/1999", "/statistik/2022/filer/exe"] {
        let reply = try await guest.get(path)
        #expect(reply.status == .notFound, "\(path)")
      }
    }
  }

  @Test(arguments: [
    ("json", "application/json"), ("csv", "text/csv; charset=utf-8"), ("html", "text/html; charset=utf-8"),
  ])
  func `what is fetched has left the book, once`(kind: String, type: String) async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { guest in
      let first = try await guest.get("/statistik/2022/filer/\(kind)")
      #expect(first.headers[.contentType] == type)
      #expect(try kit.store.countReleases().count == 1)
      let second = try await guest.get("/statistik/2022/filer/\(kind)")
      #expect(second.bytes == first.bytes)
      #expect(try kit.store.countReleases().count == 1)
    }
  }

  @Test func `a performer reads no statistics of others`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .performer) { guest in
      for path in [
        "/statistik/2022", "/statistik/2022/bilaga", "/statistik/2022/filer/json", "/uppfoljning-finsam/2022",
      ] {
        let reply = try await guest.get(path)
        #expect(reply.status == .forbidden, "\(path)")
      }
    }
  }

  @Test func `a book without anything says so`() async throws {
    let kit = try OfficeKit(.new)
    let reply = try await kit.visit(as: .director) { try await $0.get("/statistik/2026") }
    #expect(reply.status == .ok && reply.body.contains("Inget är räknat för 2026"))
    // The hand-over of a year that nothing is counted of yet leads to its statistics.
    try await OfficeKit().visit(as: .director) { guest in
      #expect(try await guest.get("/uppfoljning-finsam/2024").body.contains("href=\"/statistik/2024\""))
      let early = try await guest.get("/statistik/2024")
      #expect(early.status == .ok && early.body.contains("Inget är räknat för 2024"))
      #expect(early.body.contains("href=\"/statistik/2022\""))
    }
  }
}
