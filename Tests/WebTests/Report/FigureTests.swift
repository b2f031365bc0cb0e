import HTTPTypes
import Ledger
import Report
import Statements
import Store
import Testing

@testable import Web

struct FigureTests {
  static func path(_ name: String) -> String { Addresses.figure.path(Pair(2022, name)) }

  @Test func `figures are found by words, and the short names come first`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .viewer) {
      try await $0.get(Addresses.figures.path(2022, query: [("ord", "årets resultat")]))
    }

    #expect(reply.body.contains("{{arets-resultat|tkr}}"))
    #expect(reply.body.contains("−2\u{00A0}422\u{00A0}563,00\u{00A0}kr"))
  }

  @Test func `the page's script gets a list of what can be inserted, tables among it`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) {
      try await $0.get(
        Addresses.figures.path(2022, query: [("ord", "projektnot")]), headers: PreviewTests.script)
    }

    #expect(reply.body.contains("data-insert=\"{{projektnot."))
    #expect(reply.body.contains("data-insert=\"[[tabell: projektnot]]\""))
    #expect(!reply.body.contains("<html"))
  }

  @Test func `a figure opens to its formula, each part of it a figure that opens`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .auditor) { try await $0.get(Self.path("arets-resultat")) }

    #expect(reply.status == .ok)
    #expect(reply.body.contains("Så är den räknad"))
    let next = try #require(reply.body.firstMatch(of: /<td class="number"><a href="(\/rapport\/2022\/siffror\/[^"]*)"/))
    let address = String(next.output.1)
    let part = try await kit.visit(as: .auditor) { try await $0.get(address) }
    #expect(part.status == .ok)
  }

  @Test func `every part is followed down to accounts, vouchers and a document`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .auditor) { guest in
      var queue = [Self.path("arets-resultat")]
      var seen: Set<String> = []
      var documents = 0
      var vouchers = 0
      while let path = queue.popLast(), seen.count < 200 {
        guard seen.insert(path).inserted else { continue }
        let reply = try await guest.get(path)
        #expect(reply.status == .ok, "\(path)")
        documents += reply.body.matches(of: /href="\/underlag\//).count
        vouchers += reply.body.matches(of: /href="\/verifikationer\/2022\//).count
        queue += reply.body.matches(of: /<td class="number"><a href="(\/rapport\/2022\/siffror\/[^"]*)"/)
          .map { String($0.output.1) }
      }
      #expect(vouchers > 100)
      #expect(documents > 0)
    }
  }

  @Test func `a cell of a table opens by the names of its table, row and column`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .viewer) {
      try await $0.get(Self.path("resultatrakning:verksamhetens-intakter:previous"))
    }

    #expect(reply.status == .ok)
    #expect(reply.body.contains("2021"))
  }

  @Test func `every figure of every table and every name opens`() async throws {
    let kit = try OfficeKit()
    let year = try #require(try kit.store.fiscalYears().last)
    let workbench = try await kit.office.shelf.workbench(of: kit.store, year: year)
    for table in workbench.report.tables {
      for row in table.rows {
        for (column, cell) in zip(table.columns, row.cells) where cell.figure != nil {
          let text = FigurePlace.cell(table: table.id, row: row.id, column: column.id).text
          #expect(FigurePlace(text)?.find(in: workbench)?.figure == cell.figure, "\(text)")
        }
      }
    }
    for name in workbench.report.figures.keys {
      #expect(FigurePlace(name)?.find(in: workbench) != nil, "\(name)")
    }
  }

  @Test func `a share shows what it is a part of`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .viewer) { try await $0.get(Self.path("soliditet")) }

    #expect(reply.body.contains(" av "))
    #expect(reply.body.contains("avrundat en gång"))
  }

  @Test func `a figure says where it stands in the report`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .viewer) { try await $0.get(Self.path("resultatrakning.arets-resultat")) }

    #expect(reply.body.contains("tabellen Resultaträkning"))
  }

  @Test func `beside a text the figure is a piece without the page around it`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .viewer) {
      try await $0.get(Self.path("arets-resultat"), headers: PreviewTests.script)
    }

    #expect(!reply.body.contains("<html"))
    #expect(reply.body.contains("siffra-rubrik"))
  }

  @Test(arguments: ["a:b", "@", "arets-resultat@99", "arets-resultat@x", ":::", "tabell:rad:kolumn", "%00"])
  func `a place that is no figure is not found`(name: String) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .viewer) { try await $0.get("/rapport/2022/siffror/\(Percent.encoded(name))") }

    #expect(reply.status == .notFound)
  }

  @Test func `a figure remembers what it was when the board saw the report`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { guest in
      _ = try await guest.post(Addresses.versions.path(2022), [("namn", "Mötet i mars")])
      let reply = try await guest.get(Self.path("arets-resultat"))
      #expect(reply.body.contains("Mötet i mars"))
      #expect(reply.body.contains("samma som nu"))
    }
  }
}
