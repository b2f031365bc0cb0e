import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct SearchTests {
  private static let script = [HTTPField.Name.finsamScript: "1"] as HTTPFields

  /// What a role finds: pairs of group and path in the order shown.
  private func paths(_ kit: OfficeKit, as role: Role = .director, _ words: String) async throws -> [String] {
    let body = try await kit.visit(as: role) { try await $0.get("/sok?ord=\(Percent.encoded(words))") }.body
    guard let start = body.utf8.firstRange(of: "role=\"status\"".utf8),
      let end = body.utf8.firstRange(of: "</main>".utf8)
    else { return [] }
    return (String(body.utf8[start.upperBound..<end.lowerBound]) ?? "").components(between: "href=\"", and: "\"")
  }

  @Test(arguments: [
    ("A 24", "/verifikationer/2022/A-24"), ("ver 24", "/verifikationer/2022/"), ("1930", "/huvudbok/"),
    ("lokalhyra", "/huvudbok/"), ("konto löner", "/huvudbok/"), ("samsa 2022", "/insatser/2022/SAMSA"),
    ("§ 64", "/insatser/2022/"), ("§64", "/insatser/2022/"),
    ("beslut budget", "/rapport/2022/kapitel/driftredovisning"),
    ("synnerliga", "/rapport/2022/kapitel/balanskrav"), ("råbalans", "/saldobalans/"), ("hjälp", "/handbok"),
    ("ramar", "/insatser/"), ("kassaflödesanalys", "/rapport/"), ("årets resultat", "/rapport/"),
  ])
  func `what is sought is among what is found`(words: String, path: String) async throws {
    let kit = try OfficeKit()

    let found = try await paths(kit, words)

    #expect(found.contains { $0.utf8.starts(with: path.utf8) }, "\(found)")
    #expect(found.count <= 29)
  }

  @Test func `a voucher asked for by number stands first`() async throws {
    let kit = try OfficeKit()

    #expect(try await paths(kit, "L 67").first == "/verifikationer/2022/L-67")
  }

  @Test func `a performer finds their own insatser and the pages they reach, nothing of the books`() async throws {
    let kit = try OfficeKit()

    #expect(try await paths(kit, as: .performer, "samsa").contains { $0.utf8.starts(with: "/insatser/".utf8) })
    #expect(try await paths(kit, as: .performer, "siri").isEmpty)
    for words in ["A 24", "1930", "§ 64", "saldobalans", "kassaflödesanalys", "användare"] {
      // The manual is for everybody, and says what a trial balance is.
      let found = try await paths(kit, as: .performer, words).filter { !$0.utf8.starts(with: "/handbok".utf8) }
      #expect(found.isEmpty, "\(words)")
    }
  }

  @Test func `a viewer finds no page that is not for them`() async throws {
    let kit = try OfficeKit()

    #expect(try await paths(kit, as: .viewer, "sida historik").isEmpty)
    #expect(try await paths(kit, as: .viewer, "sida saldobalans").count == 1)
  }

  @Test func `the dialog is given options in groups, and nothing for no words`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { guest in
      let reply = try await guest.get("/sok?ord=samsa", headers: SearchTests.script)
      #expect(!reply.body.contains("<html"))
      #expect(reply.body.contains("<div role=\"group\" aria-labelledby=\"traffgrupp-1\">"))
      #expect(reply.body.contains("<a id=\"traff-1\" role=\"option\""))
      #expect(try await guest.get("/sok?ord=", headers: SearchTests.script).body.isEmpty)
    }
  }

  @Test func `the dialog finds figures once it has asked with no words`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { guest in
      let before = try await guest.get("/sok?ord=siffra+soliditet", headers: SearchTests.script)
      _ = try await guest.get("/sok", headers: SearchTests.script)
      let after = try await guest.get("/sok?ord=siffra+soliditet", headers: SearchTests.script)

      #expect(!before.body.contains("/siffror/"))
      #expect(after.body.contains("/siffror/"))
    }
  }

  @Test func `nothing found says what else to try`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.get("/sok?ord=qwertyuiop") }

    #expect(reply.body.contains("Ingenting passar ”qwertyuiop”."))
  }

  @Test func `a personnummer is not sought`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { guest in
      let page = try await guest.get("/sok?ord=19811218-9876")
      #expect(page.status == .unprocessableContent)
      #expect(page.body.contains("<a href=\"#ord\">Det du söker innehåller ett personnummer."))
      let piece = try await guest.get("/sok?ord=19811218-9876", headers: SearchTests.script)
      #expect(piece.body.contains("personnummer") && !piece.body.contains("<html"))
    }
  }

  @Test func `the page without words is a form`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .performer) { try await $0.get("/sok") }

    #expect(reply.status == .ok)
    #expect(reply.body.contains("<label for=\"ord\">Sök i kontoret</label>"))
  }

  @Test func `words say where to seek and in which year`() throws {
    let years = [2021, 2022].compactMap { FiscalYear(calendarYear: $0) }

    let query = SearchQuery("Konto bank 2021", years: years)
    #expect(query.words == "bank" && query.year == years.first)
    #expect(query.wants(.accounts) && !query.wants(.vouchers))
    let alone = SearchQuery("2021", years: years)
    #expect(alone.words == "2021" && alone.year == nil)
    #expect(SearchQuery("konto", years: years).wants(.vouchers))
    #expect(SearchQuery("§ 45 2021", years: years).year == nil)
  }

  @Test(arguments: ["L67", "l-67", "l 67"])
  func `a voucher's number is the same number however it is typed, and comes first`(words: String) async throws {
    let kit = try OfficeKit()

    let found = try await paths(kit, words)

    #expect(found.first == "/verifikationer/2022/L-67")
    #expect(found.count { $0.utf8.starts(with: "/verifikationer/".utf8) } == 1)
  }

  @Test func `a paragraph is that paragraph, and no amount and no longer number`() async throws {
    let kit = try OfficeKit()

    for words in ["§ 6", "§6", "§ 2", "§ 1"] {
      let found = try await paths(kit, words)
      let wanted = DecisionPlace.all(try kit.store.association()).filter { place in
        SearchQuery.paragraph(in: place.decision.paragraph) == SearchQuery.paragraph(in: words)
      }.map(\.path)
      #expect(found.allSatisfy(wanted.contains), "\(words): \(found)")
    }
    #expect(SearchQuery.paragraph(in: "§ 12") == "12" && SearchQuery.paragraph(in: "12") == nil)
  }

  @Test(arguments: ["2022-03-15", "15/3 2022", "220315"])
  func `a day finds the vouchers of that day`(words: String) async throws {
    let kit = try OfficeKit()
    let found = try await paths(kit, words).filter { $0.utf8.starts(with: "/verifikationer/".utf8) }

    let day = try #require(CalendarDate("2022-03-15"))
    let page = try kit.store.voucherPage(
      VoucherFilter(year: OfficeKit.year2022, from: day, through: day), offset: 0, limit: 5)
    #expect(page.count > 0 && found.count == page.lines.count + 1)
    #expect(found.first == "/verifikationer/2022?fran=2022-03-15&amp;till=2022-03-15")
  }

  @Test(arguments: [
    ("gör bokslut", "/rakenskapsar/2022/bokslut"), ("stänga månad", "/rakenskapsar"), ("öva", "/ovning"),
    ("byta lösenord", "/mitt-konto"), ("bjud in", "/anvandare/ny"),
  ])
  func `what one wants to do leads to where it is done`(words: String, path: String) async throws {
    let kit = try OfficeKit()

    #expect(try await paths(kit, words).contains(path))
  }
}

extension String {
  /// Every text between two others.
  fileprivate func components(between open: String, and close: String) -> [String] {
    var found: [String] = []
    var rest = utf8[...]
    while let start = rest.firstRange(of: open.utf8) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: close.utf8) else { break }
      found.append(String(rest[..<end.lowerBound]) ?? "")
      rest = rest[end.upperBound...]
    }
    return found
  }
}
