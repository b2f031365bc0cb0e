import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct AccountChoiceTests {
  struct Row: Decodable {
    let nummer: String
    let namn: String
    let rader: Int
  }

  private func choices(_ kit: OfficeKit, _ word: String) async throws -> [Row] {
    let reply = try await kit.visit(as: .bookkeeper) {
      try await $0.get("/konton/forslag?ord=\(Percent.encoded(word))")
    }
    #expect(reply.status == .ok)
    return try JSONDecoder().decode([Row].self, from: Data(reply.bytes))
  }

  @Test func `a number finds the accounts that begin with it, the account itself first`() async throws {
    let kit = try OfficeKit()

    let all = try await choices(kit, "19")
    let one = try await choices(kit, "1930")

    #expect(all.allSatisfy { $0.nummer.hasPrefix("19") })
    #expect(all.first?.nummer == "1930")
    #expect(one.first?.nummer == "1930")
  }

  @Test func `words find the accounts whose names have them, the most used first and those never used last`()
    async throws
  {
    let kit = try OfficeKit()

    let found = try await choices(kit, "SKULDER")

    #expect(found.count > 3)
    #expect(found.map(\.rader) == found.map(\.rader).sorted(by: >))
    #expect(found.allSatisfy { $0.namn.lowercased().contains("skulder") })
    let unused = found.filter { $0.rader == 0 }.map(\.nummer)
    #expect(unused == unused.sorted())
  }

  @Test func `nothing typed gives the accounts most used, and what fits nothing gives none`() async throws {
    let kit = try OfficeKit()

    #expect(try await choices(kit, "").count == 12)
    #expect(try await choices(kit, "finns ingenstans").isEmpty)
  }
}
