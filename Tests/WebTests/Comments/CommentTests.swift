import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct CommentTests {
  static let onChapter = Addresses.chapterComments.path(Pair(2022, "handelser"))
  static let onFigure = Addresses.figureComments.path(Pair(2022, "arets-resultat"))

  private func comments(_ kit: OfficeKit) throws -> [OfficeComment] { try kit.store.comments(below: "rapport/2022") }

  @Test func `an auditor asks about a chapter, and the question stands beside it`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .auditor) { guest in
      let reply = try await guest.post(Self.onChapter, [("kommentar", "Varför är\ndetta så?"), ("till", "")])
      #expect(reply.status == .seeOther)
      let page = try await guest.get(OfficeKit.chapter)
      #expect(page.body.contains("<p>Varför är<br>detta så?</p>"))
      #expect(page.body.contains("Test auditor"))
    }
  }

  @Test func `a comment on a figure is for the one it is addressed to, who finds it first among all open`() async throws
  {
    let kit = try OfficeKit()
    let director = try #require(kit.users[.director])
    _ = try await kit.visit(as: .boardMember) {
      try await $0.post(Self.onChapter, [("kommentar", "Till alla."), ("till", "")])
    }
    _ = try await kit.visit(as: .boardMember) {
      try await $0.post(Self.onFigure, [("kommentar", "Stämmer den?"), ("till", "\(director.id.rawValue)")])
    }

    let list = try await kit.visit(as: .director) { try await $0.get(Addresses.comments.path()) }

    let mine = try #require(list.body.firstRange(of: "Stämmer den?"))
    let others = try #require(list.body.firstRange(of: "Till alla."))
    #expect(mine.lowerBound < others.lowerBound)
    #expect(list.body.contains("Till dig"))
    #expect(list.body.contains("href=\"/rapport/2022/siffror/arets-resultat\""))
  }

  @Test func `a viewer reads comments and writes none`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .viewer) { guest in
      let sent = try await guest.post(Self.onChapter, [("kommentar", "Hej")])
      let list = try await guest.get(Addresses.comments.path())
      let page = try await guest.get(OfficeKit.chapter)
      #expect(sent.status == .forbidden)
      #expect(list.status == .ok)
      #expect(!page.body.contains("Spara kommentaren"))
    }
    #expect(try comments(kit).isEmpty)
  }

  @Test(arguments: [(text: "", fault: "Kommentaren saknas"), ("Hon heter 811228-9874", "personnummer")])
  func `a comment that cannot be kept comes back as it was typed`(text: String, fault: String) async throws {
    let kit = try OfficeKit()

    for path in [Self.onChapter, Self.onFigure] {
      let reply = try await kit.visit(as: .director) { try await $0.post(path, [("kommentar", text), ("till", "")]) }
      #expect(reply.status == .unprocessableContent)
      #expect(reply.body.contains(fault))
      #expect(text.isEmpty || reply.body.contains(text))
    }
    #expect(try comments(kit).isEmpty)
  }

  @Test func `a comment is not addressed to one who cannot read it`() async throws {
    let kit = try OfficeKit()
    let performer = try #require(kit.users[.performer])

    let reply = try await kit.visit(as: .director) {
      try await $0.post(Self.onChapter, [("kommentar", "Hej"), ("till", "\(performer.id.rawValue)")])
    }

    #expect(reply.status == .unprocessableContent)
  }

  @Test func `a comment ends as seen to, and no longer stands among the open`() async throws {
    let kit = try OfficeKit()
    _ = try await kit.visit(as: .auditor) { try await $0.post(Self.onChapter, [("kommentar", "Fråga?")]) }
    let id = try #require(try comments(kit).first).id.rawValue

    _ = try await kit.visit(as: .bookkeeper) {
      try await $0.post(Addresses.commentEnding.path(id), [("avslut", "resolved"), ("svar", "Svar på det.")])
    }

    let ending = try #require(try comments(kit).first?.ending)
    #expect(ending.ending == .resolved)
    #expect(ending.text == "Svar på det.")
    let list = try await kit.visit(as: .director) { try await $0.get(Addresses.comments.path()) }
    #expect(list.body.contains("Inga öppna kommentarer."))
  }

  @Test func `a comment that is carried is opened anew at the same place in next year's report`() async throws {
    let kit = try OfficeKit()
    _ = try await kit.visit(as: .auditor) { try await $0.post(Self.onChapter, [("kommentar", "Följ upp.")]) }
    let id = try #require(try comments(kit).first).id.rawValue

    _ = try await kit.visit(as: .auditor) {
      try await $0.post(Addresses.commentEnding.path(id), [("avslut", "carried"), ("svar", "")])
    }

    let next = try #require(try kit.store.comments(below: "rapport/2023/kapitel/handelser").first)
    #expect(next.text == "Från förra årets rapport, Test auditor skrev: Följ upp.")
    #expect(next.ending == nil)
  }

  @Test func `whoever neither keeps the books nor wrote a comment does not end it`() async throws {
    let kit = try OfficeKit()
    _ = try await kit.visit(as: .director) { try await $0.post(Self.onChapter, [("kommentar", "Min.")]) }
    let id = try #require(try comments(kit).first).id.rawValue

    let reply = try await kit.visit(as: .auditor) {
      try await $0.post(Addresses.commentEnding.path(id), [("avslut", "resolved")])
    }

    #expect(reply.status == .forbidden)
    #expect(try comments(kit).first?.ending == nil)
  }

  @Test func `a comment that is not there is told so, and one that has ended is not ended again`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { guest in
      let missing = try await guest.post(Addresses.commentEnding.path(99), [("avslut", "resolved")])
      #expect(missing.status == .notFound)
      _ = try await guest.post(Self.onChapter, [("kommentar", "En.")])
      let id = try #require(try self.comments(kit).first).id.rawValue
      _ = try await guest.post(Addresses.commentEnding.path(id), [("avslut", "resolved")])
      let again = try await guest.post(Addresses.commentEnding.path(id), [("avslut", "carried")])
      #expect(again.status == .seeOther)
    }
    #expect(try comments(kit).first?.ending?.ending == .resolved)
  }

  @Test(arguments: [
    "rapport/2022/kapitel/handelser", "rapport/2022/siffra/soliditet@1", "verifikation/2022/A-17",
  ])
  func `a place is read as it is written`(text: String) {
    #expect(CommentPlace(text)?.text == text)
  }

  @Test(arguments: ["", "rapport", "rapport/2022", "rapport/x/kapitel/y", "verifikation/2022", "annat/2022/a/b"])
  func `what is no place is none`(text: String) {
    #expect(CommentPlace(text) == nil)
  }
}
