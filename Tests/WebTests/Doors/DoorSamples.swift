import Store

@testable import Web

/// A path that fits each door, for the tests that knock on all of them.
enum DoorSamples {
  /// What stands for a variable: something that there is in the example, where there is any.
  static let values = [
    "ar": "2022", "nummer": "A-1", "manad": "3", "objekt": "SAMSA", "konto": "1930", "kapitel": "handelser",
    "siffra": "eget-kapital", "slag": "json", "period": "slut", "nyckel": "nyckel", "inloggning": "inloggning",
    "sida": "index.md", "lista": "progression", "insats": "SAMSA", "format": "csv",
    "bild": "bild.png", "avtryck": String(repeating: "0", count: 64), "medlem": "FK", "grupp": "lsg-karlskrona",
    "fran": "2021-01-01",
    "diarienummer": "FS-1",
    "datum": "2022-11-18",
  ]

  /// The door's path; a variable that is not named above is a number.
  static func path(of door: Door) -> String {
    let segments = door.pattern.split(separator: "/").map { part -> String in
      guard part.hasPrefix("{") else { return String(part) }
      return values[String(part.dropFirst().dropLast())] ?? "1"
    }
    return "/" + segments.joined(separator: "/")
  }
}

extension OfficeKit {
  /// A browser in which the role is signed in, in an office that is visited already.
  func guest(_ role: Role?, beside guest: Guest) throws -> Guest {
    let token = Secret.make(office.randomBytes)
    if let role { try startSession(of: role, token: token) }
    return Guest(client: guest.client, token: token, cookieName: guest.cookieName)
  }
}
