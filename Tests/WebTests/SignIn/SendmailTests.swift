import Foundation
import Testing

@testable import Web

struct SendmailTests {
  /// A mail program that keeps what it is given, and with what arguments.
  private static func fake(_ body: String) throws -> (folder: URL, path: String) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("finsam-sendmail-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let program = folder.appendingPathComponent("sendmail")
    try Data("#!/bin/sh\ncd \"$(dirname \"$0\")\"\n\(body)\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    return (folder, program.path)
  }

  private static func head(_ letter: String) -> [String] {
    letter.components(separatedBy: "\n\n")[0].replacing("\n ", with: " ").components(separatedBy: "\n")
  }

  @Test func `a letter is handed to the mail program, head and body in ASCII`() async throws {
    let (folder, path) = try Self.fake("echo \"$@\" > arguments\ncat > letter")
    defer { try? FileManager.default.removeItem(at: folder) }
    let text =
      "Hej Åsa!\n\n.\nEn punkt ensam på en rad är en rad som andra.\n" + String(repeating: "lång rad ", count: 200)

    try await Office.sendmail(path: path, from: "kontor@forbund.se")(
      Office.Mail(
        to: "asa@example.se", subject: "Du är inbjuden till Samordningsförbundet Välfärd i Västra Blekinges kontor",
        text: text))

    #expect(try String(contentsOf: folder.appendingPathComponent("arguments"), encoding: .utf8) == "-t -i\n")
    let letter = try String(contentsOf: folder.appendingPathComponent("letter"), encoding: .utf8)
    #expect(letter.utf8.allSatisfy { $0 == 10 || (32...126).contains($0) })
    #expect(letter.split(separator: "\n").allSatisfy { $0.utf8.count <= 78 })
    let head = Self.head(letter)
    #expect(head[0] == "From: <kontor@forbund.se>")
    #expect(head[1] == "To: <asa@example.se>")
    let words = head[2].dropFirst("Subject: ".count).split(separator: " ").map { word in
      Data(base64Encoded: String(word.dropFirst("=?UTF-8?B?".count).dropLast(2))).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    #expect(
      words.compactMap { $0 }.joined() == "Du är inbjuden till Samordningsförbundet Välfärd i Västra Blekinges kontor")
    #expect(head.contains("Auto-Submitted: auto-generated"))
    let body = letter.components(separatedBy: "\n\n").dropFirst().joined()
    let decoded = try #require(Data(base64Encoded: body, options: .ignoreUnknownCharacters))
    #expect(String(decoding: decoded, as: UTF8.self) == text.replacing("\n", with: "\r\n"))
  }

  @Test(arguments: [
    "a@example.se\nBcc: b@example.se", "a@example.se,b@example.se", "a@example.se> <b@example.se", "", "a",
    "@example.se",
    "a@", "å@example.se", "a b@example.se", "-oQ/tmp@x", "a@b@example.se", "\"a\"@example.se", "a@example..se",
  ])
  func `an address that could be read as anything else is refused`(to: String) async throws {
    await #expect(throws: SendmailFailure.unfitAddress) {
      try await Office.sendmail(path: "/bin/true", from: "kontor@forbund.se")(
        Office.Mail(to: to, subject: "Hej", text: "Hej"))
    }
    await #expect(throws: SendmailFailure.unfitAddress) {
      try await Office.sendmail(path: "/bin/true", from: to)(
        Office.Mail(to: "a@example.se", subject: "Hej", text: "Hej"))
    }
  }

  @Test(arguments: [
    "Hej\nBcc: b@example.se", "Hej\r\nBcc: b@example.se\r\n\r\nText", "Hej\u{2028}Bcc: x", "=?UTF-8?B?QmNjOg==?=",
  ])
  func `no subject makes a line of the head`(subject: String) throws {
    let mail = Office.Mail(to: "a@example.se", subject: subject, text: "Hej")

    let letter = String(decoding: try #require(Letter(mail, from: "kontor@forbund.se")).bytes, as: UTF8.self)

    #expect(Self.head(letter).count == 7)
    #expect(!letter.contains("Bcc"))
    #expect(!letter.contains("QmNjOg=="))
  }

  @Test func `a program that refuses, or that is not there, is an error and no silence`() async throws {
    let (folder, path) = try Self.fake("exit 75")
    defer { try? FileManager.default.removeItem(at: folder) }
    let mail = Office.Mail(to: "a@example.se", subject: "Hej", text: "Hej")

    await #expect(throws: SendmailFailure.refused(status: 75)) {
      try await Office.sendmail(path: path, from: "kontor@forbund.se")(mail)
    }
    await #expect(throws: SendmailFailure.notStarted(path: "/finns/inte")) {
      try await Office.sendmail(path: "/finns/inte", from: "kontor@forbund.se")(mail)
    }
  }
}
