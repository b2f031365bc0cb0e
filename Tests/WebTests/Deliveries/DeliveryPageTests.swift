import Association
import Crypto
import Exchange
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// Deliveries from the performer's form to the annual report.
@Suite struct DeliveryPageTests {
  /// The participants of Blekinge 2022 as they are published, in one insats: 141 new, 136 finished.
  static let fields = [
    ("insats", "SAMSA"), ("fran", "2022-01-01"), ("till", "2022-12-31"), ("flode-in-k", "60"), ("flode-in-m", "40"),
    ("flode-nya-k", "87"), ("flode-nya-m", "54"), ("flode-slut-k", "84"), ("flode-slut-m", "52"),
    ("flode-kvar-k", "63"), ("flode-kvar-m", "42"), ("alder-1-rubrik", "15–29 år"), ("alder-1-k", "17"),
    ("alder-1-m", "28"), ("alder-2-rubrik", "30–44 år"), ("alder-2-k", "27"), ("alder-2-m", "15"),
    ("alder-3-rubrik", "45–59 år"), ("alder-3-k", "32"), ("alder-3-m", "3"), ("alder-4-rubrik", "60–74 år"),
    ("alder-4-k", "3"), ("alder-4-m", "0"), ("bortfall-1-grund", "ålder"),
    ("bortfall-1-rubrik", "registrerade anonymt"),
    ("bortfall-1-k", "8"), ("bortfall-1-m", "8"), ("avslut-1-rubrik", "Jobb"), ("avslut-1-k", "60"),
    ("avslut-1-m", "37"), ("avslut-2-id", "flyttat"), ("avslut-2-rubrik", "Flyttat"), ("avslut-2-k", "24"),
    ("avslut-2-m", "15"),
  ]

  private func changed(_ changes: (String, String)...) -> [(String, String)] {
    DeliveryPageTests.fields.map { field in changes.first { $0.0 == field.0 } ?? field }
      + changes.filter { change in !DeliveryPageTests.fields.contains { $0.0 == change.0 } }
  }

  @Test func `a performer's year is typed, asked about, answered and accepted, and stands in the annual report`()
    async throws
  {
    let kit = try OfficeKit()
    try await kit.visit(as: .performer) { performer in
      let list = try await performer.get("/leveranser?ar=2022")
      #expect(list.body.contains("sen") && list.body.contains("insats=SAMSA") && !list.body.contains("SIRI"))
      let form = try await performer.get("/leveranser/ny?insats=SAMSA")
      #expect(form.status == .ok && form.body.contains("name=\"flode-nya-k\""))
      let sent = try await performer.post("/leveranser/ny", DeliveryPageTests.fields)
      #expect(sent.status == .seeOther && sent.location == "/leveranser/1")
      #expect(try await performer.post("/leveranser/ny", DeliveryPageTests.fields).notice.contains("finns redan"))
      #expect(try await performer.post("/leveranser/1/godkannande").status == .forbidden)

      let keeper = try kit.guest(.bookkeeper, beside: performer)
      let shown = try await keeper.get("/leveranser/1")
      #expect(shown.body.contains("141") && shown.body.contains("136") && shown.body.contains("arbetsmaterial"))
      // The own exit reason must be mapped first.
      #expect(try await keeper.post("/leveranser/1/godkannande").status == .unprocessableContent)
      let mapping = try await keeper.post(
        "/avslutsanledningar", [("insats-1", "SAMSA"), ("kod-1", "jobb"), ("orsak-1", "arbete")])
      #expect(mapping.status == .seeOther)
      let asked = try await keeper.post("/leveranser/1/fraga", [("fraga", "Är 141 nya rätt?")])
      #expect(asked.location == "/leveranser/1")
      #expect(try await performer.get("/leveranser/1").body.contains("Är 141 nya rätt?"))
      let answer = try await performer.post(
        "/leveranser/ny", changed(("rattar", "1"), ("anmarkning", "Ja, alla är med.")))
      #expect(answer.location == "/leveranser/2")
      #expect(try await keeper.post("/leveranser/2/godkannande").notice.contains("godkänd"))
      #expect(try await keeper.get("/leveranser/1").body.contains("Ersatt av"))

      let new = try await keeper.get(Addresses.figure.path(Pair(2022, "antal-flode:nya:totalt")))
      #expect(new.body.contains("<p class=\"value\">141</p>"), "\(new.body.suffix(3000))")
      let women = try await keeper.get(Addresses.figure.path(Pair(2022, "antal-flode:nya:kvinnor")))
      #expect(women.body.contains("<p class=\"value\">87</p>") && women.body.contains("href=\"/leveranser/2\""))
      let finished = try await keeper.get(Addresses.figure.path(Pair(2022, "antal-flode:avslutade:totalt")))
      #expect(finished.body.contains("<p class=\"value\">136</p>"))
      // The small cells of the table by age are protected.
      let old = try await keeper.get(Addresses.figure.path(Pair(2022, "antal-alder:60-74-år:kvinnor")))
      #expect(old.status == .ok && !old.body.contains("<p class=\"value\">3</p>"))
      // A reader of the report does not read what performers sent.
      let auditor = try kit.guest(.auditor, beside: performer)
      #expect(try await auditor.get("/leveranser/2").status == .forbidden)
      let same = try await auditor.get(Addresses.figure.path(Pair(2022, "antal-flode:nya:kvinnor")))
      #expect(same.body.contains("87") && !same.body.contains("href=\"/leveranser/"))
    }
    let association = try kit.store.association()
    let reasons = try #require(association.countTables.first { $0.id == "avslut" && $0.year == 2022 })
    #expect(reasons.rows.first { $0.id == "arbete" }?.tally.total == 97 && reasons.sum.total == 136)
    let ages = try #require(association.countTables.first { $0.id == "alder" && $0.year == 2022 })
    #expect(ages.rows.map(\.tally.total) == [45, 42, 35, 3, 16] && ages.sum == Tally(women: 87, men: 54))
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `every fault is told at its field, and what was typed is kept`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .performer) { performer in
      let reply = try await performer.post(
        "/leveranser/ny",
        changed(
          ("flode-kvar-k", "62"), ("alder-1-k", "18"), ("anmarkning", "Gäller 811228-9874"), ("flode-in-m", "fyrtio")))
      #expect(reply.status == .unprocessableContent)
      #expect(reply.body.contains("”fyrtio” är inget antal") && reply.body.contains("personnummer"))
      #expect(reply.body.contains("value=\"fyrtio\"") && reply.body.contains("value=\"62\""))
      let sums = try await performer.post("/leveranser/ny", changed(("flode-kvar-k", "62"), ("alder-1-k", "18")))
      #expect(sums.status == .unprocessableContent)
      #expect(sums.body.contains("60 ingående + 87 nya − 84 avslutade är 63, men pågående är 62"))
      #expect(sums.body.contains("Ålder, kvinnor: raderna är 80 och bortfallet 8, tillsammans 88, men nya är 87"))
      #expect(sums.body.contains("href=\"#flode-kvar-k\"") && sums.body.contains("id=\"flode-kvar-k\""))
      let check = try await performer.post("/leveranser/ny", changed(("rakna", "ja")))
      #expect(check.status == .ok && check.body.contains("Jobb"))
      // Another's insats is none of theirs.
      let other = try await performer.post("/leveranser/ny", self.changed(("insats", "SIRI")))
      #expect(other.status == .forbidden)
      #expect(try await performer.get("/leveranser/ny?insats=SIRI").status == .forbidden)
      #expect(try await performer.get("/leveranser/mall/SIRI/csv").status == .forbidden)
    }
    let kept = try kit.store.deliveries()
    #expect(kept == [])
  }

  @Test func `a file is fetched, filled in and sent, and a faulty one stores nothing`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .performer) { performer in
      for format in ["csv", "xlsx"] {
        let template = try await performer.get("/leveranser/mall/SAMSA/\(format)?fran=2022-01-01&till=2022-12-31")
        #expect(template.status == .ok)
        let read = DeliveryUpload.read(template.bytes, named: "mall.\(format)")
        #expect(read.diagnostics == [] && read.value?.delivery.insatsID == "SAMSA")
      }
      func send(_ text: String) async throws -> Guest.Reply {
        try await performer.upload(
          "/leveranser/inlasning",
          files: [(field: "fil", name: "leverans.csv", type: "text/csv", bytes: Array(text.utf8))])
      }
      let head = "del;rad;rubrik;kvinnor;män\ninsats;SAMSA\nfrån;2022-01-01\ntill;2022-12-31\n"
      let wrong = try await send(head + "flöde;nya;Nya;tio;5\nflöde;pågående;;811228-9874;5\n")
      #expect(wrong.status == .unprocessableContent)
      // Each place once, and the column as the sheet has it, not as bytes are counted.
      #expect(wrong.body.contains("<li>Rad 5, kolumn 4 är ") && wrong.body.contains("<li>Rad 6, kolumn 4 "))
      #expect(!wrong.body.contains("9874"))
      let unequal = try await send(head + "flöde;nya;Nya;10;5\nflöde;pågående;;10;4\n")
      #expect(unequal.body.contains("Rad 6: Män: 0 ingående + 5 nya"))
      let none = try kit.store.deliveries()
      #expect(none == [])
      let sent1 = try await send(head + "flöde;nya;Nya;10;5\nflöde;pågående;;10;5\n")
      #expect(sent1.location == "/leveranser/1")
      // A new file of the same days corrects the one that waits.
      let sent2 = try await send(head + "flöde;nya;Nya;11;5\nflöde;pågående;;11;5\n")
      #expect(sent2.location == "/leveranser/2")
      let sent3 = try await send(head.replacing("SAMSA", with: "SIRI") + "volym;;;1;1\n")
      #expect(sent3.status == .forbidden)
    }
    let places = try kit.store.deliveries().map(\.state.place)
    #expect(places == [.replaced, .delivered])
  }

  @Test func `a signed file from a registered key is taken, also by the office, and one that was changed is not`()
    async throws
  {
    let kit = try OfficeKit()
    let key = Curve25519.Signing.PrivateKey()
    let first = try #require(CalendarDate("2022-01-01"))
    let last = try #require(CalendarDate("2022-12-31"))
    let delivery = CountDelivery(insatsID: "SAMSA", period: first...last, adviceCalls: 12)
    let file = DeliveryFile(
      delivery,
      signature: DeliveryFile.Signature(
        publicKey: Array(key.publicKey.rawRepresentation),
        bytes: Array(try key.signature(for: DeliveryFile.signedBytes(of: delivery))))
    ).bytes()
    try await kit.visit(as: .director) { director in
      func send(_ bytes: [UInt8]) async throws -> Guest.Reply {
        try await director.upload(
          "/leveranser/inlasning", files: [(field: "fil", name: "a.json", type: "application/json", bytes: bytes)])
      }
      let sent4 = try await send(file)
      #expect(sent4.body.contains("Förbundet registrerar nycklar under Leveranser, Utförarnas nycklar"))
      let text = DeliveryFile.keyText(Array(key.publicKey.rawRepresentation))
      #expect(
        try await director.post("/leveransnycklar", [("namn", "Teamet"), ("nyckel", "abc")]).status
          == .unprocessableContent)
      #expect(
        try await director.post("/leveransnycklar", [("namn", "Teamet"), ("nyckel", text), ("insats", "SAMSA")]).status
          == .seeOther)
      let forged = String(decoding: file, as: UTF8.self).replacing("samtal\":12", with: "samtal\":13")
      let sent5 = try await send(Array(forged.utf8))
      #expect(sent5.body.contains("Signaturen stämmer inte"))
      let sent6 = try await send(file)
      #expect(sent6.location == "/leveranser/1")
      #expect(try await director.get("/leveranser/1").body.contains("Teamet"))
      let copy = try await director.get("/leveranser/1/fil/json")
      #expect(copy.bytes == DeliveryFile(delivery).bytes())
      #expect(try await director.post("/leveransnycklar/1/sparr", [("skal", "Bytt dator")]).notice.contains("spärrad"))
    }
    #expect(try kit.store.verify().findings == [])
  }
}
