import Testing

@testable import Web

struct PasswordTests {
  private func light() throws -> PasswordCost {
    try #require(PasswordCost(logRounds: 4, blockSize: 8, parallelism: 1))
  }
  private let bytes: (Int) -> [UInt8] = { Array(repeating: 7, count: $0) }

  @Test func `a new password's hash costs what OWASP asks for, and says so`() throws {
    let hash = try PasswordHash(of: "tre gula båtar", cost: .usual, randomBytes: bytes)

    #expect(hash.text.hasPrefix("$scrypt$ln=15,r=8,p=3$"))
    #expect(try hash.matches("tre gula båtar"))
    #expect(try !hash.matches("tre gula batar"))
  }

  @Test func `a hash is read back as it was written, and made with the parameters that stand in it`() throws {
    let hash = try PasswordHash(of: "hemlis", cost: try light(), randomBytes: bytes)

    let read = try #require(PasswordHash(hash.text))

    #expect(read.text == hash.text)
    #expect(read.cost == (try light()))
    #expect(try read.matches("hemlis"))
  }

  @Test func `the hash is scrypt as RFC 7914 has it`() throws {
    // The third vector of section 12, of which our hash keeps the first 32 bytes.
    let text = "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI"

    let hash = try #require(PasswordHash(text))

    #expect(try hash.matches("pleaseletmein"))
  }

  @Test func `an empty password is nobody's, and takes no shorter time`() throws {
    let hash = try PasswordHash(of: "tre gula båtar", cost: try light(), randomBytes: bytes)

    #expect(try !hash.matches(""))
  }

  @Test func `å is the same letter whether the keyboard wrote one sign or two`() throws {
    let hash = try PasswordHash(of: "ga\u{30A} hem", cost: try light(), randomBytes: bytes)

    #expect(try hash.matches("g\u{E5} hem"))
  }

  @Test(arguments: [
    "", "hemligt", "$scrypt$ln=15,r=8,p=3$", "$scrypt$ln=15,r=8,p=3$c2FsdHNhbHQ$", "$scrypt$ln=99,r=8,p=3$a$b",
    "$scrypt$ln=-1,r=8,p=3$TmFDbE5hQ2w$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWI",
    "$argon2id$v=19$m=65536,t=3,p=4$TmFDbE5hQ2w$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWI",
    "$scrypt$r=8,ln=15,p=3$TmFDbE5hQ2w$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWI",
  ])
  func `what is no hash of ours is not read, and no parameters that would hang the office`(text: String) {
    #expect(PasswordHash(text) == nil)
  }

  @Test func `a hash of less memory or of less work is weaker`() throws {
    let half = try #require(PasswordCost(logRounds: 14, blockSize: 8, parallelism: 3))
    let thin = try #require(PasswordCost(logRounds: 15, blockSize: 8, parallelism: 1))
    let much = try #require(PasswordCost(logRounds: 17, blockSize: 8, parallelism: 1))

    #expect(half.isLess(than: .usual))
    #expect(thin.isLess(than: .usual))
    #expect(!much.isLess(than: .usual))
    #expect(!PasswordCost.usual.isLess(than: .usual))
  }

  @Test(arguments: [
    "tre gula båtar i hamn", "rävvinter på hyllan", "correct horse battery staple", "Xk3!vq0Zp9@Lw",
    "dunkelblå glasögon",
    "min katt äter bara gröna ärtor",
  ])
  func `a password of words that only one person thinks of will do`(password: String) {
    #expect(PasswordRules.fault(in: password, mail: "anna@example.se", name: "Anna Ek") == nil)
  }

  @Test(arguments: [
    ("", "saknas"), ("kort", "har 4 tecken"), ("elva tecken", "har 11 tecken"),
    (String(repeating: "lång mening ", count: 20), "högst 200"),
    ("123456789012", "gissas först"), ("aaaaaaaaaaaaaa", "gissas först"), ("abcabcabcabc", "gissas först"),
    ("Password1234!", "gissas först"), ("Lösenord2026!!", "gissas först"), ("SommarSommar1", "gissas först"),
    ("qwertyuiop123", "gissas först"), ("Välkommen2026", "gissas först"), ("hejsan hejsan", "gissas först"),
    ("Sommaren2026!", "gissas först"), ("Samordningsförbund1", "gissas först"), ("191212121212", "gissas först"),
    ("anna@example.se", "egen adress"), ("Anna.Ekman1234", "egen adress"),
  ])
  func `a password that is short, long, usual or one's own name is refused with a reason`(
    password: String, word: String
  ) {
    let mail = word == "egen adress" && password.contains("Ekman") ? "anna.ekman@example.se" : "anna@example.se"

    let fault = PasswordRules.fault(in: password, mail: mail, name: "Anna Ek")

    #expect(fault?.contains(word) == true, "\(fault ?? "nothing said")")
  }
}
