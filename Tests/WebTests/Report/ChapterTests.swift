import HTTPTypes
import Ledger
import Report
import Store
import Testing

@testable import Web

struct ChapterTests {
  @Test func `a chapter shows its text in a field, beside how it is printed`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .bookkeeper) { try await $0.get(OfficeKit.chapter) }

    #expect(reply.status == .ok)
    #expect(reply.body.contains("<textarea id=\"text\""))
    #expect(reply.body.contains("{{rakenskapsar}}"))
    #expect(reply.body.contains("class=\"chip\" href=\"/rapport/2022/siffror/rakenskapsar\""))
  }

  @Test func `a reader sees the chapter as it is printed and no field`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .auditor) { try await $0.get(OfficeKit.chapter) }

    #expect(!reply.body.contains("<textarea id=\"text\""))
    #expect(reply.body.contains("class=\"chip\""))
  }

  @Test func `a text is saved in one act, by the one who saved it`() async throws {
    let kit = try OfficeKit()
    let form = try kit.form("Året var lugnt.\n\nResultatet blev {{arets-resultat|tkr}}.")
    let lines = try kit.store.history().count

    let reply = try await kit.visit(as: .bookkeeper) { try await $0.post(OfficeKit.chapter, form) }

    #expect(reply.status == .seeOther)
    #expect(try kit.text(of: "handelser") == "Året var lugnt.\n\nResultatet blev {{arets-resultat|tkr}}.")
    let history = try kit.store.history()
    #expect(history.count == lines + 1)
    #expect(history.last?.actor.name == "Test bookkeeper")
  }

  @Test(arguments: [Role.auditor, .boardMember, .viewer, .performer])
  func `nobody but director and bookkeeper saves a text`(role: Role) async throws {
    let kit = try OfficeKit()
    let before = try kit.text(of: "handelser")
    let form = try kit.form("Mitt.")

    let reply = try await kit.visit(as: role) { try await $0.post(OfficeKit.chapter, form) }

    #expect(reply.status == .forbidden)
    #expect(try kit.text(of: "handelser") == before)
  }

  @Test(arguments: [
    "811228\\-9874", "811228&#45;9874", "8112**28-9874**", "811228-[9874](https://exempel.se)", "811228-\n9874",
  ])
  func `a personnummer that is whole only when it is printed is refused`(number: String) async throws {
    let kit = try OfficeKit()
    let before = try kit.text(of: "handelser")
    let form = try kit.form("Ärendet gällde \(number) hela året.")

    let reply = try await kit.visit(as: .director) { try await $0.post(OfficeKit.chapter, form) }

    #expect(reply.status == .unprocessableContent)
    #expect(try kit.text(of: "handelser") == before)
  }

  @Test func `a personnummer is refused, and the text stands in the field as it was typed`() async throws {
    let kit = try OfficeKit()
    let before = try kit.text(of: "handelser")
    let form = try kit.form("Ärendet gällde 811228-9874 hela året.")

    let reply = try await kit.visit(as: .director) { try await $0.post(OfficeKit.chapter, form) }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("Inga personnummer får sparas"))
    #expect(reply.body.contains("Ärendet gällde 811228-9874 hela året."))
    #expect(reply.body.contains("aria-invalid=\"true\""))
    #expect(try kit.text(of: "handelser") == before)
  }

  @Test func `whoever saves what another has changed meanwhile is shown both texts, and nothing is lost`() async throws
  {
    let kit = try OfficeKit()
    let form = try kit.form("Min text om året.")
    try kit.write("Den andras text.", in: "handelser", by: "Anna Ekonom")

    let reply = try await kit.visit(as: .director) { try await $0.post(OfficeKit.chapter, form) }

    #expect(reply.status == .conflict)
    #expect(reply.body.contains("Någon har ändrat texten medan du skrev"))
    #expect(reply.body.contains("Anna Ekonom"))
    #expect(reply.body.contains("<del>Den andras text.</del>"))
    #expect(reply.body.contains("<ins>Min text om året.</ins>"))
    #expect(try kit.text(of: "handelser") == "Den andras text.")
    // The form now carries the digest of what was just shown, so that saving again is a choice.
    #expect(reply.body.contains(ChapterView.digest(of: "Den andras text.")))

    let again = try kit.form("Min text om året.")
    let saved = try await kit.visit(as: .director) { try await $0.post(OfficeKit.chapter, again) }
    #expect(saved.status == .seeOther)
    #expect(try kit.text(of: "handelser") == "Min text om året.")
  }

  @Test func `both texts can be put after one another in the field`() async throws {
    let kit = try OfficeKit()
    let form = try kit.form("Min text.") + [("bada", "ja")]
    try kit.write("Den andras text.", in: "handelser")

    let reply = try await kit.visit(as: .director) { try await $0.post(OfficeKit.chapter, form) }

    #expect(reply.status == .conflict)
    #expect(reply.body.contains("\nDen andras text.\n\nMin text.</textarea>"))
    // The same from the page that shows both, whose form knows the text that is stored.
    let known = try kit.form("Min text.") + [("bada", "ja")]
    let again = try await kit.visit(as: .director) { try await $0.post(OfficeKit.chapter, known) }
    #expect(again.status == .conflict)
    #expect(try kit.text(of: "handelser") == "Den andras text.")
  }

  @Test func `the same text saved by two is no conflict`() async throws {
    let kit = try OfficeKit()
    let form = try kit.form("Lika.")
    try kit.write("Lika.", in: "handelser")

    let reply = try await kit.visit(as: .director) { try await $0.post(OfficeKit.chapter, form) }

    #expect(reply.status == .seeOther)
  }

  @Test func `a chapter that is called ready is no longer so when its text is changed`() async throws {
    let kit = try OfficeKit()
    let mark = Addresses.chapterMark.path(Pair(2022, "handelser"))
    let form = try kit.form("En annan text.")

    try await kit.visit(as: .director) { guest in
      _ = try await guest.post(mark, [("lage", "klar")])
      #expect(try kit.store.chapterMarks(year: 2022)["handelser"]?.isReady == true)
      _ = try await guest.post(OfficeKit.chapter, form)
    }

    #expect(try kit.store.chapterMarks(year: 2022)["handelser"]?.isReady == false)
  }

  @Test func `a text is saved and called ready in one step`() async throws {
    let kit = try OfficeKit()
    let form = try kit.form("En färdig text.") + [("klar", "ja")]

    _ = try await kit.visit(as: .director) { try await $0.post(OfficeKit.chapter, form) }

    #expect(try kit.text(of: "handelser") == "En färdig text.")
    #expect(try kit.store.chapterMarks(year: 2022)["handelser"]?.isReady == true)
  }

  @Test func `a chapter that the law asks a text of is not called ready without one`() async throws {
    let kit = try OfficeKit()
    try kit.write("", in: "handelser")

    let reply = try await kit.visit(as: .director) {
      try await $0.post(Addresses.chapterMark.path(Pair(2022, "handelser")), [("lage", "klar")])
    }

    #expect(reply.status == .unprocessableContent)
    #expect(try kit.store.chapterMarks(year: 2022)["handelser"] == nil)
  }

  @Test func `an appendix of the association's own is written under a name of its own`() async throws {
    let kit = try OfficeKit()
    let path = Addresses.chapter.path(Pair(2022, "bilaga-ordlista"))

    try await kit.visit(as: .director) { guest in
      let page = try await guest.get(path)
      #expect(page.status == .ok)
      _ = try await guest.post(
        path, [("text", "# Ordlista\n\nOrd."), ("avtryck", ChapterView.digest(of: ""))])
    }

    #expect(try kit.text(of: "bilaga-ordlista") == "# Ordlista\n\nOrd.")
  }
}
