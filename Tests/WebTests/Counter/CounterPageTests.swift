import Association
import Counter
import Crypto
import Exchange
import Foundation
import HTTPTypes
import Ledger
import Testing

@testable import Web

struct CounterPageTests {
  private static func entry(_ day: String, _ sex: String = "kvinna", _ more: [(String, String)] = []) -> [(
    String, String
  )] {
    [
      ("dag", day), ("kon", sex), ("kommun", "karlshamn"), ("alder", "30-44"), ("remittent", "kommunen"),
      ("utbildning", "gymnasium"), ("forsorjningstid", "3-5"),
    ] + more
  }

  @Test func `nothing is seen of a list before its password is given, and nothing after it is locked`() async throws {
    let kit = try CounterVisit()
    try await kit.visit { guest in
      #expect(try await guest.get("/").location == "/skapa")
      #expect(try await guest.get("/ny").location == "/skapa")
      _ = try await guest.post("/skapa", CounterVisit.setUp)
      #expect(try await guest.get("/").status == .ok)
      #expect(try await guest.post("/ny", Self.entry("2025-11-03")).location == "/")

      // Another browser on the machine has the same address and no password.
      let other = CounterGuest(client: guest.client)
      for door in CounterDoor.all where door.need == .list {
        let path = door.pattern.replacingOccurrences(of: "{nummer}", with: "1")
          .replacingOccurrences(of: "{grund}", with: "kommun")
        let reply = try await door.method == .get ? other.get(path) : other.post(path)
        #expect(reply.status == .seeOther && reply.location == "/las-upp", "\(door.pattern)")
        #expect(!reply.body.contains("Karlshamn"))
      }
      #expect(try await guest.post("/las").location == "/las-upp")
      #expect(try await guest.get("/").location == "/las-upp")
      let wrong = try await guest.post("/las-upp", [("losenord", "fel lösenord helt")])
      #expect(wrong.status == .unprocessableContent && wrong.body.contains("Lösenordet stämmer inte"))
      #expect(!wrong.body.contains("fel lösenord helt"))
      #expect(try await guest.post("/las-upp", [("losenord", CounterVisit.password)]).location == "/")
      #expect(try await guest.get("/").body.contains("Nummer 1"))
    }
  }

  @Test func `the list locks itself when nobody has used it for as long as is set`() async throws {
    let kit = try CounterVisit()
    try await kit.work { guest in
      kit.clock.advance(seconds: 600)
      let used = try await guest.get("/")
      #expect(used.status == .ok)
      kit.clock.advance(seconds: 601)
      kit.office.lockWhenIdle()
      let locked = try await guest.get("/")
      let refused = try await guest.post("/ny", Self.entry("2025-11-03"))
      #expect(locked.location == "/las-upp" && refused.location == "/las-upp")
    }
  }

  @Test func `only this machine's own names are answered, and only its own pages may act`() async throws {
    let kit = try CounterVisit()
    try await kit.work { guest in
      let foreign = try await guest.post("/ny", Self.entry("2025-11-03"), headers: [.secFetchSite: "cross-site"])
      #expect(foreign.status == .forbidden)
      let old = try await guest.post("/ny", Self.entry("2025-11-03"), token: "gammal")
      #expect(old.status == .forbidden && old.body.contains("blivit för gammal"))
      let page = try await guest.get("/")
      #expect(page.body.contains("Ingen är inskriven"))
      #expect(page.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
      #expect(page.headers[.cacheControl] == "no-store")
    }
  }

  @Test func `a bad set-up is told whole, with what was typed kept, and makes no file`() async throws {
    let kit = try CounterVisit()
    try await kit.visit { guest in
      var fields = CounterVisit.setUp
      fields[2].1 = "Kim 811228-9874"
      fields[3].1 = "i våras"
      fields[4].1 = ""
      fields[10].1 = "36"
      fields[13].1 = "kort"
      let reply = try await guest.post("/skapa", fields)
      #expect(reply.status == .unprocessableContent)
      for words in [
        "personnummer", "inte är någon dag", "Kommunerna saknas", "heltal från 1 till 24", "minst 12",
      ] {
        let said = words == "heltal från 1 till 24" ? "helt tal från 1 till 24" : words
        #expect(reply.body.contains(said), "\(said)")
      }
      #expect(reply.body.contains("value=\"Samsa\""))
      #expect(!kit.office.desk.file.exists)
    }
  }

  @Test func `somebody enters, is asked, is corrected and leaves, and the counts follow`() async throws {
    let kit = try CounterVisit()
    try await kit.work { guest in
      _ = try await guest.post("/ny", Self.entry("2025-01-20"))
      _ = try await guest.post("/ny", Self.entry("2025-02-03", "man", [("annan", "ja")]))
      let bad = try await guest.post("/ny", [("dag", "2026-02-01"), ("kon", ""), ("kommun", "ronneby")])
      #expect(bad.status == .unprocessableContent)
      #expect(bad.body.contains("Kön saknas") && bad.body.contains("Kommun är inget av det"))
      let ahead = try await guest.post("/ny", Self.entry("2026-02-01"))
      #expect(ahead.status == .unprocessableContent && ahead.body.contains("har inte varit än"))

      let early = try await guest.post("/nummer/1/avslut", [("sista", "2025-01-02"), ("orsak", "arbete")])
      #expect(early.status == .unprocessableContent && early.body.contains("före inskrivningen"))
      #expect(
        try await guest.post("/nummer/1/avslut", [("sista", "2025-03-14"), ("orsak", "arbete")]).location == "/")
      #expect(try await guest.post("/nummer/1/avslut/angra").location == "/nummer/1")
      _ = try await guest.post("/nummer/1/avslut", [("sista", "2025-03-15"), ("orsak", "studier")])
      _ = try await guest.post("/nummer/2/fragor", [("fragad", "2025-02-10"), ("svarat", "ja")])
      _ = try await guest.post("/nummer/2", Self.entry("2025-02-03", "ej-angivet", [("annan", "ja")]))
      let page = try await guest.get("/nummer/1")
      #expect(page.body.contains("avslutad 2025-03-14, arbete") && page.body.contains("avslutet taget tillbaka"))
      _ = try await guest.post("/antal", [("slag", "samtal"), ("dag-samtal", "2025-03-31"), ("antal", "12")])
      _ = try await guest.post(
        "/antal", [("slag", "volym"), ("dag-volym", "2025-03-31"), ("kvinnor", "7"), ("man", "5")])

      let preview = try await guest.get("/leverans?fran=2025-01-01&till=2025-03-31")
      #expect(preview.status == .ok && preview.body.contains("Gör leveransen"))
      let made = try await guest.post(
        "/leverans",
        [
          ("fran", "2025-01-01"), ("till", "2025-03-31"), ("utanfor-kvinnor", "2"), ("skal", "Samtycket kom sent"),
          ("anmarkning", "Hej"),
        ])
      #expect(made.location == "/leveranser/1")
      let file = try await guest.get("/leveranser/1/fil")
      #expect(
        file.headers[.contentDisposition]?.contains("leverans-samsa-2025-01-01-2025-03-31.json") == true)
      let read = try #require(DeliveryFile.read(file.bytes, named: "leverans").value)
      let delivery = read.delivery
      #expect(
        delivery.flow
          == Flow(
            carried: Tally(women: 0, men: 0), new: Tally(women: 1, men: 0, notStated: 1),
            finished: Tally(women: 1, men: 0), ongoing: Tally(women: 0, men: 0, notStated: 1)))
      #expect(delivery.grounds[.exitReason]?.first { $0.tally.total > 0 }?.id == "studier")
      #expect(delivery.adviceCalls == 12 && delivery.volume == Tally(women: 7, men: 5))
      #expect(delivery.alsoElsewhere == Tally(women: 0, men: 0, notStated: 1))
      #expect(delivery.screening?.asked.total == 1 && delivery.screening?.answered.total == 1)
      #expect(
        delivery.coverage
          == [CountDelivery.Coverage(tally: Tally(women: 2, men: 0), reason: "Samtycket kom sent")])
      #expect(delivery.remark == "Hej")
      let signature = try #require(read.signature)
      let key = try Curve25519.Signing.PublicKey(rawRepresentation: signature.publicKey)
      #expect(key.isValidSignature(signature.bytes, for: DeliveryFile.signedBytes(of: delivery)))
      let settings = try await guest.get("/installningar")
      #expect(settings.body.contains(DeliveryFile.keyText(signature.publicKey)))

      // The same once more is the same delivery; a correction is a new one, and is asked for.
      let again = try await guest.post(
        "/leverans",
        [
          ("fran", "2025-01-01"), ("till", "2025-03-31"), ("utanfor-kvinnor", "2"), ("skal", "Samtycket kom sent"),
          ("anmarkning", "Hej"),
        ])
      #expect(again.location == "/leveranser/1")
      _ = try await guest.post("/ny", Self.entry("2025-03-01"))
      let changed = try await guest.get("/leverans?fran=2025-04-01&till=2025-06-30")
      #expect(changed.body.contains("slutade med 1 (") && changed.body.contains("på nytt"))
    }
  }

  @Test func `a personnummer is refused wherever something is typed`() async throws {
    let kit = try CounterVisit()
    try await kit.work { guest in
      let reply = try await guest.post(
        "/leverans", [("fran", "2025-01-01"), ("till", "2025-03-31"), ("anmarkning", "Gäller 811228-9874.")])
      #expect(reply.status == .unprocessableContent && reply.body.contains("personnummer"))
      let choice = try await guest.post("/val/kommun", [("kort", ""), ("ord", "811228-9874")])
      #expect(choice.status == .unprocessableContent && choice.body.contains("personnummer"))
    }
  }

  @Test func `choices are renamed, added and taken away, but not one that somebody has`() async throws {
    let kit = try CounterVisit()
    try await kit.work { guest in
      _ = try await guest.post("/ny", Self.entry("2025-01-20"))
      let renamed = try await guest.post(
        "/val/kommun", [("kort", "karlshamn"), ("ord", "Karlshamns kommun"), ("kort", ""), ("ord", "Olofström")])
      #expect(renamed.location == "/val")
      #expect(try await guest.get("/").body.contains("Karlshamns kommun"))
      let used = try await guest.post("/val/kommun", [("kort", "karlshamn"), ("ord", ""), ("kort", ""), ("ord", "Ny")])
      #expect(used.status == .unprocessableContent && used.body.contains("används av 1 deltagare"))
      let reason = try await guest.post("/val/avslutsorsak", [("kort", ""), ("ord", "Deltid"), ("gemensam", "")])
      #expect(reason.status == .unprocessableContent && reason.body.contains("vilken gemensam orsak"))
      #expect(try await guest.get("/val/lon").status == .notFound)
    }
  }

  @Test func `those whose time is out are deleted when the list is unlocked, and it is said`() async throws {
    let kit = try CounterVisit()
    try await kit.work { guest in
      _ = try await guest.post("/ny", Self.entry("2025-01-20"))
      _ = try await guest.post("/nummer/1/avslut", [("sista", "2025-03-14"), ("orsak", "arbete")])
      let waiting = try await guest.get("/avslutade")
      #expect(waiting.body.contains("väntar på leverans"))
      _ = try await guest.post("/leverans", [("fran", "2025-01-01"), ("till", "2025-03-31")])
      #expect(try await guest.get("/avslutade").body.contains("raderas 2026-02-01"))
      _ = try await guest.post("/las")
      kit.clock.set(day: CounterVisit.day("2026-02-01"))
      let unlocked = try await guest.post("/las-upp", [("losenord", CounterVisit.password)])
      #expect(unlocked.headers[values: .setCookie].contains { $0.contains("raderades") })
      #expect(try await guest.get("/nummer/1").status == .notFound)
      #expect(try await guest.get("/avslutade").body.contains("<dd>1</dd>"))
      let settled = try await guest.post("/leverans", [("fran", "2025-01-01"), ("till", "2025-03-31")])
      #expect(settled.status == .unprocessableContent && settled.body.contains("kan inte räknas om"))
      // The delivery that was made is still there to be handed in.
      #expect(try await guest.get("/leveranser/1/fil").status == .ok)
    }
  }

  @Test func `what another program has written to the list is not written over, and it is said`() async throws {
    let kit = try CounterVisit()
    try await kit.work { guest in
      var other = try kit.office.desk.file.open(phrase: CounterVisit.password)
      try other.change(
        phrase: CounterVisit.password, cost: try #require(CounterCost(logRounds: 4)),
        randomBytes: { (0..<$0).map { _ in UInt8.random(in: 0...255) } })
      let reply = try await guest.post("/ny", Self.entry("2025-01-20"))
      #expect(reply.status == .unprocessableContent && reply.body.contains("Ett annat program har ändrat listan"))
    }
  }

  @Test func `the password is changed by one who knows it`() async throws {
    let kit = try CounterVisit()
    try await kit.work { guest in
      let new = [("nytt-losenord", "fyra blå båtar i hamnen"), ("nytt-losenord-igen", "fyra blå båtar i hamnen")]
      let wrong = try await guest.post("/installningar/losenord", [("losenord", "fel")] + new)
      #expect(wrong.status == .unprocessableContent)
      let right = try await guest.post("/installningar/losenord", [("losenord", CounterVisit.password)] + new)
      #expect(right.location == "/installningar")
      _ = try await guest.post("/las")
      #expect(try await guest.post("/las-upp", [("losenord", "fyra blå båtar i hamnen")]).location == "/")
    }
  }

  @Test func `a removed entry is gone, and only when it is meant`() async throws {
    let kit = try CounterVisit()
    try await kit.work { guest in
      _ = try await guest.post("/ny", Self.entry("2025-01-20"))
      #expect(try await guest.post("/nummer/1/borttagning").status == .unprocessableContent)
      #expect(try await guest.post("/nummer/1/borttagning", [("sakert", "ja")]).location == "/")
      #expect(try await guest.get("/nummer/1").status == .notFound)
    }
  }
}
