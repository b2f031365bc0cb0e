import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// Typing the year's new participants into Försäkringskassan's system.
struct HandOverPageTests {
  private static let path = "/uppfoljning-finsam/2022/SAMSA"
  private static let ticked = [("kvinnor", "12"), ("man", "3"), ("uppgift-saknas", "0"), ("overford", "ja")]

  private func kit(new: Tally = Tally(women: 12, men: 3), isRegistered: Bool = true) throws -> OfficeKit {
    let kit = try OfficeKit()
    try count(new, kit)
    if isRegistered {
      try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) {
        try $0.record(
          InsatsFollowUp(
            insatsID: "SAMSA", direction: .individual, preciseDirection: "Förrehabilitering", method: "Antal deltagare",
            isESF: false))
      }
    }
    return kit
  }

  private func count(_ new: Tally, _ kit: OfficeKit) throws {
    var association = try kit.store.association()
    association.countTables.removeAll { $0.insatsID == "SAMSA" }
    association.countTables.append(
      CountTable(
        id: "samsa", year: 2022, title: "Samsa", kind: .separate, rowHeading: "Samsa", insatsID: "SAMSA",
        rows: [.init(id: "nya", title: "Nya", tally: new)]))
    try kit.store.record(association, by: Actor(name: "Testet"), at: kit.clock.now)
  }

  @Test func `the exact numbers stand to be typed, and are ticked with who and when`() async throws {
    let kit = try kit()
    try await kit.visit(as: .director) { guest in
      let page = try await guest.get(Self.path)
      #expect(page.body.contains("value=\"12\"") && page.body.contains("value=\"3\""))
      #expect(page.body.contains("value=\"Antal deltagare\"") && page.body.contains("ingen publicering"))
      let list = try await guest.get("/uppfoljning-finsam/2022")
      #expect(list.body.contains("En insats väntar"))

      let reply = try await guest.post(Self.path, Self.ticked)

      #expect(reply.status == .seeOther && reply.location == "/uppfoljning-finsam/2022")
      let after = try await guest.get("/uppfoljning-finsam/2022")
      #expect(after.body.contains("fört över (Test \(Role.director.rawValue), 2026-02-15)"))
      #expect(after.body.contains("Allt som är räknat är fört över."))
      #expect(try kit.store.countReleases() == [], "a hand-over is no publication")
    }
  }

  @Test func `a later change says so until it is typed again`() async throws {
    let kit = try kit()
    try await kit.visit(as: .bookkeeper) { guest in
      _ = try await guest.post(Self.path, Self.ticked)
      try self.count(Tally(women: 13, men: 3), kit)

      let list = try await guest.get("/uppfoljning-finsam/2022")
      #expect(list.body.contains("ändrad sedan den fördes över"))
      let page = try await guest.get(Self.path)
      #expect(page.body.contains("då var det 12 kvinnor och 3 män"))
      // The page that was open before the change does not tick the new number.
      let stale = try await guest.post(Self.path, Self.ticked)
      #expect(stale.status == .unprocessableContent && stale.body.contains("nu är det 13 kvinnor"))
      let again = try await guest.post(
        Self.path, [("kvinnor", "13"), ("man", "3"), ("uppgift-saknas", "0"), ("overford", "ja")])
      #expect(again.status == .seeOther)
      #expect(try kit.store.handOvers(year: 2022).count == 2)
    }
  }

  @Test func `what will lock is warned of before, and nothing is ticked of an insats that is not there`() async throws {
    let kit = try kit(isRegistered: false)
    try await kit.visit(as: .director) { guest in
      let page = try await guest.get(Self.path)
      #expect(page.body.contains("går inte att ändra"))
      #expect(page.body.contains("/insatser/2022/SAMSA/uppgifter"))
      let reply = try await guest.post(Self.path, Self.ticked)
      #expect(reply.status == .unprocessableContent && reply.body.contains("inte upplagd i Uppföljning Finsam"))
      #expect(try kit.store.handOvers(year: 2022) == [])
    }
  }

  @Test func `without the tick, and the same twice, nothing is kept`() async throws {
    let kit = try kit()
    try await kit.visit(as: .director) { guest in
      let untold = try await guest.post(Self.path, Array(Self.ticked.dropLast()))
      #expect(untold.status == .unprocessableContent && untold.body.contains("Bocka i"))
      _ = try await guest.post(Self.path, Self.ticked)
      let twice = try await guest.post(Self.path, Self.ticked)
      #expect(twice.status == .unprocessableContent && twice.body.contains("redan förda över"))
      #expect(try kit.store.handOvers(year: 2022).count == 1)
    }
  }

  @Test func `those whose sex is not stated are pointed out`() async throws {
    let kit = try kit(new: Tally(women: 12, men: 3, notStated: 2))
    let reply = try await kit.visit(as: .auditor) { try await $0.get(Self.path) }
    #expect(reply.body.contains("2 har inte kön angivet") && !reply.body.contains("name=\"overford\""))
  }
}
