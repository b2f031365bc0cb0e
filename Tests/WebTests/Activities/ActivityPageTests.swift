import Association
import Exchange
import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct ActivityPageTests {
  /// The activities of the published report for 2023, as they lie in the example's folder.
  static func sydnarke() throws -> [Activity] {
    let folder = OfficeKit.root.appendingPathComponent("Examples/sydnarke-2023")
    let paths = ["forbund.yaml", "aktiviteter/2023.yaml"]
    let files = try paths.map {
      FolderFile(path: $0, bytes: Array(try Data(contentsOf: folder.appendingPathComponent($0))))
    }
    return AssociationFolder.read(files).value.association.activities
  }

  private static func fields(_ activity: Activity) -> [(String, String)] {
    [
      ("aktivitet", activity.title), ("typ", activity.kind), ("dag", activity.day?.text ?? ""),
      ("deltagare", activity.participants.map { "\($0)" } ?? ""), ("mal", activity.goal),
      ("resultat", activity.result), ("bedomning", activity.verdict),
    ]
  }

  @Test func `Sydnärke's table is typed in and stands in the annual report`() async throws {
    let kit = try OfficeKit()
    let all = try Self.sydnarke()
    #expect(all.count > 10)
    try await kit.visit(as: .bookkeeper) { guest in
      for activity in all {
        #expect(try await guest.post("/aktiviteter/2022", Self.fields(activity)).location == "/aktiviteter/2022")
      }
      let page = try await guest.get("/aktiviteter/2022")
      let report = try await guest.get("/rapport/2022/utskrift")
      for activity in all {
        let title = activity.title.replacing("&", with: "&amp;")
        #expect(page.body.contains(title) && report.body.contains(title), "\(title)")
        #expect(report.body.contains(activity.goal), "\(activity.goal)")
      }
      #expect(report.body.contains("Nya kontaktvägar, goda exempel"))
    }
    let stored = try kit.store.association().activities.filter { $0.year == 2022 }.suffix(all.count)
    #expect(stored.map(\.participants) == all.map(\.participants) && stored.map(\.verdict) == all.map(\.verdict))
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `an activity is changed and taken away, and nobody writes over another`() async throws {
    let kit = try OfficeKit(.new)
    try await kit.visit(as: .director) { guest in
      var fields = Self.fields(
        Activity(year: 2025, title: "Konferens", participants: 66, kind: "Konferens"))
      fields[2].1 = "3 mars"
      #expect(try await guest.post("/aktiviteter/2025", fields).status == .seeOther)
      #expect(try await guest.post("/aktiviteter/2025", fields).notice.contains("Inget nytt är sparat"))
      #expect(try kit.store.association().activities.count == 1)
      let stored = try #require(try kit.store.association().activities.first)
      #expect(stored.day?.text == "2025-03-03")
      fields[3].1 = "70"
      let stale = try await guest.post("/aktiviteter/2025/1", fields + [("avtryck", "gammalt")])
      #expect(stale.status == .unprocessableContent && stale.body.contains("Någon har ändrat aktiviteterna"))
      let right = [("avtryck", ActivityForm.digest(of: stored))]
      #expect(try await guest.post("/aktiviteter/2025/1", fields + right).status == .seeOther)
      let changed = try #require(try kit.store.association().activities.first)
      #expect(changed.participants == 70)
      #expect(try await guest.post("/aktiviteter/2025/1/borttagning", right).notice.contains("Inget togs bort"))
      let removal = try await guest.post(
        "/aktiviteter/2025/1/borttagning", [("avtryck", ActivityForm.digest(of: changed))])
      #expect(removal.notice.contains("Konferens är borttagen"))
      #expect(try await guest.get("/aktiviteter/2025/1").status == .notFound)
    }
    #expect(try kit.store.association().activities.isEmpty)
  }

  @Test func `faults are told at once, what was typed stays, and a personnummer is refused`() async throws {
    let kit = try OfficeKit(.new)
    let reply = try await kit.visit(as: .bookkeeper) {
      try await $0.post(
        "/aktiviteter/2025",
        [
          ("aktivitet", "Möte med 811228-9874"), ("dag", "2024-01-01"), ("deltagare", "många"), ("mal", ""),
          ("resultat", "Vi möttes."),
        ])
    }
    #expect(reply.status == .unprocessableContent && reply.body.contains("3 saker behöver rättas"))
    #expect(reply.body.contains("personnummer") && reply.body.contains("Vi möttes."))
    #expect(try kit.store.association().activities.isEmpty)
    #expect(try await kit.visit(as: .viewer) { try await $0.post("/aktiviteter/2025") }.status == .forbidden)
  }
}
