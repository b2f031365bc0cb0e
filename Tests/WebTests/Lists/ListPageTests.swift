import HTTPTypes
import Store
import Testing

@testable import Web

struct ListPageTests {
  private static let paths = [
    "/verifikationer/2022", "/huvudbok/2022", "/saldobalans/2022", "/insatser/2022", "/insatser/2022/SAMSA",
    "/kontoplan/2022",
  ]

  @Test(arguments: paths)
  func `every list is shown, kept as CSV and printed with its period`(path: String) async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .viewer) { guest in
      let page = try await guest.get(path)
      #expect(page.status == .ok)
      #expect(
        page.body.contains(
          "Samordningsförbundet i Blekinge län, org.nr 222000-2451. Period 2022-01-01–2022-12-31. Belopp i kronor och ören. "
        ))
      #expect(page.body.contains("<tr class=\"sheet\">"))
      #expect(page.body.contains("data-print"))

      let file = try await guest.get(path + "?form=csv")
      #expect(file.status == .ok)
      #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
      #expect(file.headers[.contentDisposition]?.contains("2022-01-01--2022-12-31.csv") == true)
      #expect(file.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      #expect(file.body.contains(";"))
    }
  }

  @Test(arguments: paths)
  func `a list of a year that the book does not have does not exist`(path: String) async throws {
    let kit = try OfficeKit()
    let other = path.replacing("2022", with: "1999")

    let reply = try await kit.visit(as: .director) { try await $0.get(other) }

    #expect(reply.status == .notFound)
  }

  @Test(arguments: paths)
  func `whoever is not signed in is sent to sign in`(path: String) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: nil) { try await $0.get(path) }

    #expect(reply.status == .seeOther && reply.location == "/logga-in")
  }

  @Test(arguments: ["/verifikationer/2022", "/huvudbok/2022", "/saldobalans/2022", "/kontoplan/2022"])
  func `a performer reaches none of the books`(path: String) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .performer) { try await $0.get(path) }

    #expect(reply.status == .forbidden)
  }

  @Test(arguments: ["/verifikationer/2022", "/huvudbok/2022", "/saldobalans/2022"])
  func `a filter that makes no sense is shown back with its faults, as a page also where CSV was asked for`(
    path: String
  ) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .auditor) {
      try await $0.get(path + "?fran=2022-02-01&till=igår&konto=1930&form=csv")
    }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("<a href=\"#till\">Till och med är ”igår”"))
    #expect(reply.body.contains("value=\"igår\""))
    #expect(reply.body.contains("value=\"2022-02-01\""))
    #expect(reply.body.contains("2022-02-01–2022-12-31, konto 1930 Företagskonto"))
  }

  @Test func `years, months and quarters are a link away and keep the rest of the filter`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.get("/huvudbok/2022?konto=1930&fran=2022-04-01") }

    #expect(reply.body.contains("href=\"/huvudbok/2021?konto=1930\""))
    #expect(reply.body.contains("href=\"/huvudbok/2022?fran=2022-01-01&amp;till=2022-03-31&amp;konto=1930\""))
    #expect(reply.body.contains("href=\"/huvudbok/2022?konto=1930\""))
  }

  @Test(arguments: ["/verifikationer/2022", "/huvudbok/2022", "/saldobalans/2022", "/insatser/2022"])
  func `with a filter that cannot be read no list is shown, and no sum`(path: String) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .auditor) { try await $0.get(path + "?till=igår") }

    #expect(!reply.body.contains("<tbody") && !reply.body.contains("class=\"lead\""))
  }

  @Test func `the objects to choose among stand in order of their names`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .auditor) { try await $0.get("/verifikationer/2022") }

    let names = reply.body.matches(of: />Insats: ([^<]+)</).map { $0.1.lowercased() }
    #expect(names.count > 2 && names == names.sorted(), "\(names)")
  }
}
