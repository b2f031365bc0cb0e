import Association
import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// From a meeting that has ended to decisions that gain force.
struct MinutesPageTests {
  @Test func `minutes say what is missing, are written, closed and adjusted by each, on the phone or on paper`()
    async throws
  {
    let world = try MinutesKit()
    let path = "/styrelse/moten/\(world.meeting.rawValue)/protokoll"
    let adjusting = "/styrelse/protokoll/1/justering"
    try await world.kit.visit(as: .director) { guest in
      let draft = try await guest.get(path)
      #expect(draft.status == .ok)
      for words in [
        "Det här saknas innan protokollet kan justeras", "propositionsordningen är inte skriven", "KL 8:12",
        "Cilla Alm", "På distans", "Högst en tredjedel", "För dyrt.", "Lämna till justering",
      ] {
        #expect(draft.body.contains(words), "\(words)")
      }
      let refused = try await guest.post(path + "/justering")
      #expect(refused.status == .unprocessableContent)
      #expect(refused.body.contains("Protokollet saknar det här"))
      let personal = try await guest.post(path, [("forvaras", "Hos 19121212-1212")])
      #expect(personal.status == .unprocessableContent && personal.body.contains("personnummer"))
      let saved = try await guest.post(
        path,
        [
          ("forvaras", "Kansliet"), ("yrkanden-1", "Cilla Alm yrkar avslag."),
          ("propositioner-1", "Bifall mot avslag."),
          ("anteckning-1", ""),
        ])
      #expect(saved.status == .seeOther)
      let closed = try await guest.post(path + "/justering")
      #expect(closed.location == adjusting && closed.notice.contains("2026-01-29"))
    }
    try await world.kit.visit(as: .boardMember) { guest in
      let page = try await guest.get(adjusting)
      #expect(page.body.contains("Jag, Ann-Kristin Ek, justerar protokollet"))
      #expect(!page.body.contains("Anteckna att Bo Ask"))
      let other = try await guest.post(adjusting, [("vem", "1"), ("dag", "2026-01-20")])
      #expect(
        other.status == .unprocessableContent && other.body.contains("Bara ordföranden och de som mötet har valt"))
      let own = try await guest.post(adjusting, [("vem", "0")])
      #expect(own.notice == "Ann-Kristin Ek har justerat protokollet.")
    }
    try await world.kit.visit(as: .bookkeeper) { guest in
      let wrong = try await guest.post(adjusting, [("vem", "1"), ("dag", "2026-01-10")])
      #expect(wrong.status == .unprocessableContent && wrong.body.contains("före mötet"))
      _ = try await guest.post(adjusting, [("vem", "1"), ("dag", "2026-01-20")])
      let last = try await guest.post(adjusting, [("vem", "2"), ("dag", "2026-01-20")])
      #expect(last.notice.contains("ska anslås"))
      let page = try await guest.get(path)
      #expect(page.body.contains("Justerat 2026-02-15") && page.body.contains("Bevis om anslag"))
    }
  }

  @Test func `notices go up at each member, may be confirmed by a link, and the day of force follows the latest`()
    async throws
  {
    let world = try MinutesKit()
    let id = try world.adjusted()
    let path = "/styrelse/protokoll/\(id)/anslag"
    let link = try await world.kit.visit(as: .director) { guest in
      let before = try await guest.get(path)
      #expect(before.body.contains("inte känt: anslaget sitter inte uppe hos"))
      #expect(!before.body.contains("Arbetsförmedlingen</a>"))
      let none = try await guest.post(path, [("dag", "2026-01-21")])
      #expect(none.status == .unprocessableContent && none.body.contains("Kryssa för minst en medlem"))
      let early = try await guest.post(path, [("dag", "2026-01-19"), ("medlem", "REG")])
      #expect(early.status == .unprocessableContent && early.body.contains("före justeringen"))
      let members = ["KARLSKRONA", "KARLSHAMN", "RONNEBY", "SOLVESBORG", "OLOFSTROM"].map { ("medlem", $0) }
      let posted = try await guest.post(path, [("dag", "2026-01-21")] + members)
      #expect(posted.notice == "5 anslag är antecknade.")
      #expect(try await guest.get(path).body.contains("sitter inte uppe hos Region Blekinge"))
      let state = try await guest.post(path + "/AF", [("steg", "uppsatt"), ("dag", "2026-01-21")])
      #expect(state.status == .notFound)
      let page = try await guest.post("/styrelse/protokoll/\(id)/lankar")
      let start = try #require(page.body.range(of: "Region Blekinge</label>"))
      let address = try #require(page.body[start.upperBound...].firstMatch(of: /\/anslagsbekraftelse\/([0-9a-f]{64})/))
      return "/anslagsbekraftelse/\(address.1)"
    }
    try await world.kit.visit(as: nil) { guest in
      #expect(try await guest.get("/anslagsbekraftelse/" + String(repeating: "0", count: 64)).status == .notFound)
      let page = try await guest.get(link)
      #expect(page.status == .ok && page.body.contains("Förbundets kansli") && page.headers[.setCookie] == nil)
      let nameless = try await guest.post(link, [("dag", "2026-01-22")])
      #expect(nameless.status == .unprocessableContent)
      let done = try await guest.post(link, [("dag", "2026-01-22"), ("vem", "Registrator")])
      #expect(done.status == .seeOther)
      let thanks = try await guest.get(link)
      #expect(thanks.body.contains("Tack! Uppsättningen 2026-01-22 är bekräftad av Registrator"))
    }
    try await world.kit.visit(as: .director) { guest in
      // Three weeks from Thursday 22 January is Thursday 12 February.
      #expect(try await guest.get(path).body.contains("vinner laga kraft 2026-02-13"))
      let down = try await guest.post(path + "/REG", [("steg", "nedtaget"), ("dag", "2026-02-12")])
      #expect(down.notice.contains("för tidigt"))
      #expect(try await guest.get(path).body.contains("sätt upp igen"))
      let again = try await guest.post(path + "/REG", [("steg", "uppsatt"), ("dag", "2026-02-12")])
      #expect(again.status == .seeOther)
      // 5 March is three weeks later.
      #expect(try await guest.get(path).body.contains("vinner laga kraft 2026-03-06"))
      let text = try await guest.get(path + "/REG")
      #expect(text.body.contains("Sista dag att överklaga") && text.body.contains("§§ 1–2"))
    }
  }

  @Test func `what waits stands on the start page, with the days that are left from the twelfth`() async throws {
    let world = try MinutesKit()
    let (kit, actor) = (world.kit, Actor(name: "Testet"))
    kit.clock.set(day: try MinutesKit.day("2026-01-26"))
    try await kit.visit(as: .director) { guest in
      let early = try await guest.get("/").body
      #expect(early.contains("Lämna protokollet från 2026-01-15 till justering") && !early.contains("kvar av fjorton"))
      kit.clock.set(day: try MinutesKit.day("2026-01-27"))
      #expect(try await guest.get("/").body.contains("2 dagar kvar av fjorton"))
      let id = try world.closed()
      #expect(try await guest.get("/").body.contains("Få justerat: styrelsens protokoll 2026-01-15"))
      let board = try kit.guest(.boardMember, beside: guest)
      #expect(try await board.get("/").body.contains("Justera styrelsens protokoll 2026-01-15"))
      let day = try MinutesKit.day("2026-01-20")
      try kit.store.together(by: actor, at: kit.clock.now) { writing in
        for position in 0...2 { try writing.adjust(id, by: position, on: day) }
      }
      #expect(try await guest.get("/").body.contains("Få upp 6 anslag"))
      let up = try MinutesKit.day("2026-01-21")
      let notices = try #require(try kit.store.minutes(id)).notices
      try kit.store.together(by: actor, at: kit.clock.now) { writing in
        for notice in notices { try writing.postNotice(id, at: notice.memberID, on: up) }
      }
      #expect(!(try await guest.get("/").body.contains("Få upp")))
      kit.clock.set(day: try MinutesKit.day("2026-02-12"))
      #expect(try await guest.get("/").body.contains("Ta ned 6 anslag"))
    }
  }

  @Test func `who only reads sees minutes when they are adjusted, and no papers`() async throws {
    let world = try MinutesKit()
    let path = "/styrelse/moten/\(world.meeting.rawValue)"
    try await world.kit.visit(as: .viewer) { guest in
      #expect(try await guest.get(path + "/protokoll").status == .forbidden)
      #expect(try await guest.get(path + "/handlingar").status == .forbidden)
      #expect(!(try await guest.get("/styrelse/protokoll").body.contains("2026-01-15")))
      _ = try world.adjusted()
      #expect(try await guest.get(path + "/protokoll").status == .ok)
      #expect(try await guest.get("/styrelse/protokoll").body.contains("Styrelsens protokoll 2026-01-15"))
    }
  }

  @Test func `the auditors' minutes are taken in from the list`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .director) { guest in
      let alone = try await guest.post(
        "/styrelse/protokoll", [("dag", "2026-02-01"), ("forvaras", "Kansliet"), ("justerare", "Revisor A")])
      #expect(alone.status == .unprocessableContent && alone.body.contains("minst 1 justera"))
      let kept = try await guest.post(
        "/styrelse/protokoll", [("dag", "2026-02-01"), ("forvaras", "Kansliet"), ("justerare", "Revisor A\nRevisor B")])
      #expect(kept.location == "/styrelse/protokoll/1/justering")
      #expect(try await guest.get("/styrelse/protokoll").body.contains("Revisorernas protokoll 2026-02-01"))
    }
  }

  @Test func `a calendar is one's own, by a secret address, with what the role has use for`() async throws {
    let world = try MinutesKit()
    let id = try world.closed()
    func address(_ role: Role) async throws -> String {
      try await world.kit.visit(as: role) { guest in
        let page = try await guest.post("/mitt-konto/kalender")
        let found = try #require(page.body.firstMatch(of: /\/kalender\/[0-9a-f]{64}\.ics/))
        #expect(try await guest.get("/mitt-konto").body.contains("egen adress sedan 2026-02-15"))
        return String(found.0)
      }
    }
    func calendar(_ path: String) async throws -> String? {
      try await world.kit.visit(as: nil) { guest in
        let reply = try await guest.get(path)
        guard reply.status == .ok else { return nil }
        #expect(reply.headers[.contentType] == "text/calendar; charset=utf-8" && reply.headers[.setCookie] == nil)
        return reply.body.replacing("\r\n ", with: "")
      }
    }
    let director = try await address(.director)
    let office = try #require(try await calendar(director))
    for words in [
      "SUMMARY:Styrelsemöte 1", "DTSTART;TZID=Europe/Stockholm:20260115T090000",
      "DTEND;TZID=Europe/Stockholm:20260115T114000", "SUMMARY:Sista dag att justera: Styrelsens protokoll 2026-01-15",
      "DTSTART;VALUE=DATE:20260129", "Lämna årsuppgiften om kommunmoms", "UID:justering-\(id)@",
    ] {
      #expect(office.contains(words), "\(words)")
    }
    let board = try #require(try await calendar(try await address(.boardMember)))
    #expect(board.contains("Sista dag att justera") && !board.contains("kommunmoms"))
    let viewer = try #require(try await calendar(try await address(.viewer)))
    #expect(!viewer.contains("Styrelsemöte") && !viewer.contains("Sista dag att justera"))
    try await world.kit.visit(as: .director) { guest in
      let ended = try await guest.post("/mitt-konto/kalender/avslut")
      #expect(ended.status == .seeOther)
    }
    #expect(try await calendar(director) == nil)
  }
}
