import Association
import GRDB
import Ledger
import Testing

@testable import Store

/// The users of the office: facts, of which the last holds.
@Suite struct UserTests {
  @Test func `a book has its association's name, and no users`() throws {
    let book = try Book()

    let title = try book.store.title()

    #expect(title.name == "Samordningsförbundet Exempel")
    #expect(title.organisationNumber == "222000-0000")
    #expect(try book.store.users() == [])
    #expect(try book.store.user(mail: "anna@exempel.se") == nil)
  }

  @Test func `the name at the top is the latest`() throws {
    let book = try Book()
    var association = try book.store.association()
    association.name = "Samordningsförbundet Annat"
    try book.store.record(association, by: .tester, at: .now2)
    association.seat = "Ronneby"
    try book.store.record(association, by: .tester, at: .now2)

    #expect(try book.store.title().name == "Samordningsförbundet Annat")
  }

  @Test func `a user is kept, found by mail in any case, and changed`() throws {
    let book = try Book()

    let anna = try book.user("Anna", mail: "Anna.ÅBERG@Exempel.se")
    let bo = try book.user("Bo", mail: "bo@exempel.se", as: .performer, insatser: ["siri", "arena"])

    #expect(anna.mail == "anna.åberg@exempel.se")
    #expect(try book.store.users() == [anna, bo])
    #expect(try book.store.user(mail: "ANNA.åberg@EXEMPEL.SE") == anna)
    #expect(try book.store.user(mail: "anna") == nil)
    let changed = try book.user("Bo Ek", mail: "bo@exempel.se", as: .viewer, over: bo)
    #expect(changed.id == bo.id)
    #expect(try book.store.users() == [anna, changed])
    #expect(try book.store.history().map(\.act) == [.create, .user, .user, .user])
    #expect(try book.store.history().map(\.subject).suffix(3) == ["Anna", "Bo", "Bo Ek"])
    #expect(try book.store.verify().findings == [])
  }

  @Test func `what has not changed of a user leaves no line in the history`() throws {
    let book = try Book()
    let anna = try book.user("Anna", mail: "anna@exempel.se")

    #expect(try book.user("Anna", mail: "ANNA@exempel.se", over: anna) == anna)

    #expect(try book.store.history().count == 2)
  }

  @Test func `a user whom the book does not have is refused`() throws {
    let book = try Book()
    let nobody = ID<User>(rawValue: 7)

    let refused = try refusal {
      try book.store.record(
        user: nobody, name: "X", mail: "x@exempel.se", role: .viewer, insatser: [], isActive: true, by: .tester,
        at: .now2)
    }

    #expect(refused == .unknownUser)
    #expect(try book.store.credential(of: nobody) == Credential())
    #expect(try refusal { try book.store.setPassword(hash: "$", of: nobody, keeping: nil) } == .unknownUser)
    #expect(
      try refusal { try book.store.setSecondFactor(secret: [1], recoveryDigests: [], of: nobody) } == .unknownUser)
    #expect(try refusal { try book.store.bind(issuer: "i", subject: "s", to: nobody) } == .unknownUser)
    #expect(try refusal { try book.store.start(.of(nobody)) } == .unknownUser)
    #expect(
      try refusal { try book.store.keep(Invitation(digest: sha256("i"), user: nobody, endsAt: .now2)) } == .unknownUser)
  }

  @Test func `two active users do not share a mail address, one who has left gives theirs up`() throws {
    let book = try Book()
    let anna = try book.user("Anna", mail: "anna@exempel.se")
    let bo = try book.user("Bo", mail: "ordforande@exempel.se", as: .boardMember)

    #expect(try refusal { _ = try book.user("Bo", mail: "Anna@exempel.se", over: bo) } == .mailTaken("anna@exempel.se"))
    #expect(try refusal { _ = try book.user("Cia", mail: "anna@exempel.se") } == .mailTaken("anna@exempel.se"))
    let left = try book.user("Bo", mail: "ordforande@exempel.se", as: .boardMember, isActive: false, over: bo)
    let cia = try book.user("Cia", mail: "ordforande@exempel.se", as: .boardMember)

    #expect(try book.store.user(mail: "ordforande@exempel.se") == cia)
    #expect(
      try refusal { _ = try book.user("Bo", mail: "ordforande@exempel.se", as: .boardMember, over: left) }
        == .mailTaken("ordforande@exempel.se"))
    #expect(try book.store.users() == [anna, left, cia])
    #expect(try book.store.history().count == 5)
  }

  @Test func `the last active director stays one`() throws {
    let book = try Book()
    let anna = try book.user("Anna", mail: "anna@exempel.se")

    #expect(
      try refusal { _ = try book.user("Anna", mail: "anna@exempel.se", isActive: false, over: anna) } == .lastDirector)
    #expect(
      try refusal { _ = try book.user("Anna", mail: "anna@exempel.se", as: .bookkeeper, over: anna) } == .lastDirector)
    #expect(try book.user("Anna Ny", mail: "ny@exempel.se", over: anna).name == "Anna Ny")
    let bo = try book.user("Bo", mail: "bo@exempel.se", isActive: false)
    #expect(
      try refusal { _ = try book.user("Anna", mail: "anna@exempel.se", isActive: false, over: anna) } == .lastDirector)
    try book.user("Bo", mail: "bo@exempel.se", over: bo)
    try book.user("Anna", mail: "anna@exempel.se", as: .viewer, over: anna)
    #expect(try book.store.user(mail: "anna@exempel.se")?.role == .viewer)
    #expect(try book.store.verify().findings == [])
  }

  @Test func `a book may have users before it has a director`() throws {
    let book = try Book()

    let bo = try book.user("Bo", mail: "bo@exempel.se", as: .bookkeeper)
    try book.user("Bo", mail: "bo@exempel.se", as: .viewer, over: bo)

    #expect(try book.store.users().map(\.role) == [.viewer])
  }

  @Test func `the database itself keeps a director, and one user to a mail address`() throws {
    let book = try Book()
    try book.user("Anna", mail: "anna@exempel.se")
    try book.user("Bo", mail: "bo@exempel.se", as: .viewer)
    let now = "(SELECT MAX(sequence) FROM history)"
    let line = "INSERT INTO history SELECT MAX(sequence) + 1, 0, 'x', 'user', 'x', 1 FROM history;"
    func statement(_ user: Int, _ mail: String, _ role: String, active: Int = 1, id: Int = 3) -> String {
      line + "INSERT INTO user_statement VALUES (\(id), \(user), 'X', '\(mail)', '\(role)', \(active), \(now))"
    }

    for (sql, message) in [
      (statement(1, "anna@exempel.se", "viewer"), "last active director"),
      (statement(1, "anna@exempel.se", "director", active: 0), "last active director"),
      (statement(2, "anna@exempel.se", "viewer"), "another active user"),
      (statement(2, "Bo@exempel.se", "viewer"), "CHECK"),
      (statement(2, "åsa.Östling@exempel.se", "viewer"), "CHECK"),
      (statement(2, "", "viewer"), "CHECK"),
      (statement(2, "bo@exempel.se", "king"), "CHECK"),
      (statement(2, "bo@exempel.se", "viewer", active: 2), "CHECK"),
      (statement(9, "ny@exempel.se", "viewer"), "FOREIGN KEY"),
      (statement(2, "bo@exempel.se", "viewer", id: 2), "stands"),
      (statement(2, "bo@exempel.se", "viewer", id: -1), "no gaps"),
      (line + "INSERT INTO user_insats VALUES (2, 9, 'siri', \(now))", "sealed"),
      ("INSERT INTO user_insats VALUES (2, 9, 'siri', 3)", "sealed"),
      ("INSERT INTO credential VALUES (9, NULL, NULL, NULL, NULL)", "FOREIGN KEY"),
      ("INSERT INTO credential VALUES (1, '', NULL, NULL, NULL)", "CHECK"),
      ("INSERT INTO session VALUES ('abc', 1, 1, 1, 2, '', '', 0)", "CHECK"),
    ] {
      let error = #expect(throws: DatabaseError.self, "\(sql)") { try book.attack(sql) }
      #expect(error?.message?.contains(message) == true, "\(sql): \(error?.message ?? "")")
    }
    #expect(try book.store.verify().findings == [])
  }

  @Test func `a book is for practice when it is said, once and for ever`() throws {
    let book = try Book()
    #expect(try !book.store.isPractice())

    try book.store.markPractice(by: .tester, at: .now2)
    try book.store.markPractice(by: .tester, at: .now2)

    #expect(try book.store.isPractice())
    #expect(try book.store.history().map(\.act) == [.create, .practice])
    #expect(try book.store.verify().findings == [])
  }
}

extension Book {
  @discardableResult
  func user(
    _ name: String, mail: String, as role: Role = .director, insatser: [String] = [], isActive: Bool = true,
    over user: User? = nil
  ) throws -> User {
    try store.record(
      user: user?.id, name: name, mail: mail, role: role, insatser: insatser, isActive: isActive, by: .tester, at: .now2
    )
  }
}

extension Session {
  /// A session of an hour that began at `now1`.
  static func of(_ user: ID<User>, _ name: String = "s", seconds: Int64 = 3600) -> Session {
    Session(
      digest: sha256(name), user: user, startedAt: .now1, lastSeenAt: .now1,
      endsAt: Moment.now1.later(by: seconds), agent: "Läsare 1.0", remote: "192.0.2.1")
  }
}

extension Moment {
  func later(by seconds: Int64) -> Moment { Moment(secondsSince1970: secondsSince1970 + seconds) }
}

/// Something that has the form of a SHA-256, another for each name.
func sha256(_ name: String) -> String {
  let line = LineDigest()
  line.put(name)
  return line.hash
}
