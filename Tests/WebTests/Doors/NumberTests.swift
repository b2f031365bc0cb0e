import HTTPTypes
import Store
import Testing

@testable import Web

/// Numbers that nobody means: a reckoning with one of them must not end the office for all.
struct NumberTests {
  private static let numbers = ["9223372036854775807", "-9223372036854775808", "92233720368547759"]

  /// The names of all fields that stand in an address.
  private static let queryNames = [
    "allvar", "anda", "ar", "code", "del", "dimension", "error", "form", "fran", "iss", "konto", "mot", "namn",
    "objekt",
    "ord", "sak", "sida", "slag", "spara", "state", "svar", "tecken", "text", "till", "typ", "valkommen", "vem",
  ]

  /// The names of all fields of forms, but for the one that says what is to be done.
  private static let fieldNames = [
    "aktiv", "ar", "av", "avslut", "avtryck", "bekrafta", "beslutsdag", "dag", "dag-anteckning", "datum", "debet",
    "diarienummer", "epost", "finsam", "fore", "formular", "gjord", "gjord-anteckning", "insats", "kapitel", "klar",
    "kod", "konto", "kredit", "lage", "motpart", "namn", "paragraf", "part", "plats", "punkt", "radtext", "ratta",
    "roll", "rubrik", "serie", "skal", "skal-aret", "svar", "text", "till", "tillbaka", "underskriven", "utkast",
    "verifikation", "version",
  ]

  /// The doors whose query has numbers in it.
  private static let lists = [
    Addresses.vouchers.pattern, Addresses.ledger.pattern, Addresses.objects.pattern, Addresses.history.pattern,
    Addresses.upload.pattern,
  ]

  /// Fields of an address, with the number in each of the forms that they have.
  private static func fields(_ number: String) -> [(String, String)] {
    let things = [
      "ar/\(number)", "manad/\(number)-1", "manad/2022-\(number)", "anvandare/\(number)", "verifikation/\(number)/A-1",
      "verifikation/2022/A-\(number)", "rapport/\(number)/kapitel/handelser",
    ]
    return ["sida", "ar", "dimension", "konto", "fran"].map { ($0, number) }
      + [("objekt", "\(number):SIRI"), ("konto", "1-\(number)"), ("text", "\(number),00")] + things.map { ("sak", $0) }
  }

  /// The door's path, and the same with the number in the place of each variable, in every form that holds a number.
  private static func paths(of door: Door, _ number: String) -> [String] {
    let segments = DoorSamples.path(of: door).split(separator: "/").map { String($0) }
    let variables = door.pattern.split(separator: "/").enumerated().filter { $0.element.hasPrefix("{") }
    let forms: [String: [String]] = [
      "{nummer}": ["A-\(number)"], "{objekt}": ["\(number):SIRI"],
      "{siffra}": ["soliditet@\(number)", "soliditet@1@\(number)"],
    ]
    return [DoorSamples.path(of: door)]
      + variables.flatMap { place, name in
        (forms[String(name)] ?? [number]).map { form in
          var changed = segments
          changed[place] = form
          return "/" + changed.joined(separator: "/")
        }
      }
  }

  @Test(arguments: numbers) func `no number in an address ends the process`(number: String) async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      for door in Door.all where door.method == .get {
        let path = DoorSamples.path(of: door)
        var paths = Self.paths(of: door, number)
        paths.append(path + Percent.query(Self.queryNames.map { ($0, number) }))
        // One field that makes no sense can keep another from being reckoned with.
        paths += Self.lists.contains(door.pattern) ? Self.fields(number).map { path + Percent.query([$0]) } : []
        for path in paths {
          let reply = try await guest.get(path)
          #expect(reply.status.code < 500, "\(path) gave \(reply.status.code)")
        }
      }
    }
  }

  @Test(arguments: numbers) func `no number in a form ends the process`(number: String) async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: nil) { anybody in
      for door in Door.all where door.method == .post {
        // A draft with that number is there, whatever another door has done to it.
        _ = try await kit.guest(.director, beside: anybody)
          .post("/ny-verifikation", [("gor", "spara"), ("konto", "1930"), ("debet", "1")])
        let deeds = ["spara", "ta-bort-rad \(number)", "manader", "flytta"]
        for path in Self.paths(of: door, number) {
          for deed in path == DoorSamples.path(of: door) ? deeds : ["spara"] {
            let guest = try kit.guest(.director, beside: anybody)
            let reply = try await guest.post(path, [("gor", deed)] + Self.fieldNames.map { ($0, number) })
            #expect(reply.status.code < 500, "\(path), \(deed) gave \(reply.status.code)")
          }
        }
      }
    }
  }

  @Test func `a number is read in its range, and else not at all`() {
    #expect(Int(typed: "7", in: 1...7) == 7)
    for text in ["0", "8", "", "7 ", "x", "9223372036854775808", "000000000000000000000000007"] {
      #expect(Int(typed: text, in: 1...7) == nil, "\(text)")
    }
    #expect(FigurePlace("soliditet@1@2")?.path == [1, 2])
    #expect(FigurePlace("soliditet@0") == nil)
    #expect(FigurePlace("soliditet" + String(repeating: "@1", count: 20)) == nil)
  }
}
