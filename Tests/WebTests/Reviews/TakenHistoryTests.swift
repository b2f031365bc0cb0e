import Association
import Desk
import Foundation
import HTTPTypes
import Ledger
import Review
import Store
import Testing

@testable import Web

/// What a reviewed report gives the book: shown, ticked, recorded with its source.
struct TakenHistoryTests {
  static let path = Addresses.reviewedHistory.path(Pair(1, 1))

  /// The form's hidden field and the boxes that are ticked for one.
  static func form(_ body: String) -> (digest: String, ticked: [String]) {
    let digest =
      body.components(separatedBy: "name=\"avtryck\" value=\"").dropFirst().first?.components(separatedBy: "\"").first
      ?? ""
    let boxes = body.components(separatedBy: "<input id=\"").dropFirst().compactMap { piece -> String? in
      let tag = piece.components(separatedBy: ">").first ?? ""
      return tag.contains("name=\"ta\"") && tag.contains("checked") ? tag.components(separatedBy: "\"").first : nil
    }
    return (digest, boxes)
  }

  @Test func `a new book begins from last year's report, and its history says where each figure stood`() async throws {
    let kit = try OfficeKit(.new)

    try await kit.visit(as: .director) { guest in
      _ = try await guest.review([("rapport.txt", ReviewedReportTests.sound)])
      let shown = try await guest.get(Self.path)
      let (digest, ticked) = Self.form(shown.body)
      #expect(shown.body.contains("Är det rätt förbund?"))
      #expect(ticked.contains("ar-2023") && ticked.contains("ar-2021"), "\(ticked)")
      #expect(!shown.body.contains("Boken har: "))

      let taken = try await guest.post(Self.path, [("avtryck", digest)] + ticked.map { ("ta", $0) })

      #expect(taken.notice == "\(ticked.count) uppgifter är intagna i boken.")
      let association = try kit.store.association()
      #expect(association.history.map(\.year) == [2021, 2022, 2023])
      let year = try #require(association.history.last)
      #expect(year.income == Money(kronor: 10_000_000) && year.result == Money(kronor: 300_000))
      #expect(year.income + year.costs == year.result)
      #expect(year.equity == Money(kronor: 1_300_000) && year.assets == Money(kronor: 3_600_000))
      #expect(association.history.first?.solidityPermille == 200)
      #expect(association.members.contains { $0.name.contains("Norr") && $0.kind == .region })
      let key = try #require(association.contributionKeys.first)
      #expect(key.validFrom == CalendarDate(year: 2023, month: 1, day: 1))
      let region = try #require(key.parts.first { $0.memberID == association.members.first { $0.kind == .region }?.id })
      #expect(region.numerator * 4 == region.denominator)
      let frames = association.frames.filter { $0.year == 2023 }
      #expect(
        !frames.isEmpty && frames.allSatisfy { frame in association.insatser.contains { $0.id == frame.insatsID } })
      let sources = try kit.store.history().filter { $0.act == .association }.map(\.subject)
      #expect(
        !sources.isEmpty && sources.allSatisfy { $0 == "granskad årsredovisning rapport.txt, sida 1" }, "\(sources)")

      // Once more: the book has it all.
      #expect(try await guest.get(Self.path).body.contains("Boken har redan allt som lästes."))
    }
  }

  @Test func `what the book has otherwise stands beside it, is not ticked, and is replaced only when asked`()
    async throws
  {
    let kit = try OfficeKit(.new)
    var association = try kit.store.association()
    association.history = [
      YearFigures(
        year: 2021, income: Money(kronor: 9_000_001), costs: Money(kronor: -8_800_001), result: Money(kronor: 200_000),
        equity: Money(kronor: 500_000))
    ]
    try kit.store.record(association, by: Actor(name: "Testet"), at: kit.clock.now)
    let first = try #require(association.history.first)

    try await kit.visit(as: .bookkeeper) { guest in
      _ = try await guest.review([("rapport.txt", ReviewedReportTests.sound)])
      let shown = try await guest.get(Self.path)
      let (digest, ticked) = Self.form(shown.body)
      #expect(shown.body.contains("Boken har: "))
      #expect(shown.body.contains("9\u{A0}000\u{A0}001"))
      #expect(!ticked.contains("ar-2021") && ticked.contains("ar-2022"))

      _ = try await guest.post(Self.path, [("avtryck", digest)] + ticked.map { ("ta", $0) })
      #expect(
        try kit.store.association().history.first == first.with(solidityPermille: 200, employees: 2))

      let again = Self.form(try await guest.get(Self.path).body)
      _ = try await guest.post(Self.path, [("avtryck", again.digest), ("ta", "ar-2021")])
      let replaced = try #require(try kit.store.association().history.first)
      #expect(replaced.income == Money(kronor: 9_000_000) && replaced.equity == Money(kronor: 500_000))
    }
  }

  @Test func `a choice that leans on another is told so, and a book that has changed is looked at again`() async throws
  {
    let kit = try OfficeKit(.new)

    try await kit.visit(as: .director) { guest in
      _ = try await guest.review([("rapport.txt", ReviewedReportTests.sound)])
      let (digest, _) = Self.form(try await guest.get(Self.path).body)
      let before = try kit.store.lastHash()
      let cases: [([(String, String)], String)] = [
        ([("avtryck", digest)], "Inget är valt."),
        ([("avtryck", digest), ("ta", "nyckel-2023")], "behövs för något som du har valt"),
        ([("avtryck", digest), ("ta", "ar-2023-eget-kapital")], "behövs för något som du har valt"),
        ([("avtryck", "gammalt"), ("ta", "ar-2023")], "Boken har ändrats medan du läste."),
      ]
      for (fields, words) in cases {
        let reply = try await guest.post(Self.path, fields)
        #expect(reply.status == .unprocessableContent && reply.body.contains(words), "\(words)")
      }
      #expect(try kit.store.lastHash() == before)
    }
  }

  @Test func `those who do not keep the books do not take anything in`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .auditor) { guest in
      let page = try await guest.review([("rapport.txt", ReviewedReportTests.sound)])
      #expect(!page.body.contains("Ta in siffrorna i boken"))
      #expect(try await guest.get(Self.path).status == .forbidden)
    }
  }

  /// The reports that others have published, where they are at hand: what is taken is what they printed.
  static let corpus = ProcessInfo.processInfo.environment["FINSAM_REVIEW_CORPUS"]

  @Test(.enabled(if: corpus != nil))
  func `the published reports give the years, the members and the frames that they print`() throws {
    func proposals(_ name: String) throws -> [HistoryProposal] {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(Self.corpus ?? "")/\(name).txt")))
      let review = Review(of: try ReportText.read(bytes: bytes))
      return HistoryTaking.proposals(
        of: review, for: Association(name: "Nya förbundet", organisationNumber: "222000-0000"))
    }
    func take(_ proposals: [HistoryProposal]) -> Association {
      HistoryTaking.steps(
        Set(proposals.map(\.id)), of: proposals, into: Association(name: "", organisationNumber: "")
      ).last?.association ?? Association(name: "", organisationNumber: "")
    }

    let blekinge = take(try proposals("blekinge-2022"))
    #expect(blekinge.history.map(\.year) == [2019, 2020, 2021, 2022])
    #expect(blekinge.history.map(\.result.ore) == [229_185_500, -100_792_200, -15_409_300, -242_256_300])
    #expect(blekinge.history.last?.equity == Money(kronor: 1_611_554))
    #expect(blekinge.history.first?.solidityPermille == 571)
    #expect(blekinge.members.count == 7 && blekinge.contributionKeys.count == 1)
    #expect(blekinge.insatser.count == 11 && blekinge.frames.count == 11)
    #expect(blekinge.frames.first?.granted == Money(kronor: 2_622_452))
    let sydnarke = take(try proposals("sydnarke-2023"))
    #expect(sydnarke.history.map(\.year) == [2019, 2020, 2021, 2022, 2023])
    #expect(sydnarke.history.last?.result == Money(kronor: 308_788))
    #expect(sydnarke.insatser.map(\.name) == ["Mottagningsteamet", "Coachingteamet"])
    #expect(sydnarke.frames.map(\.granted.ore) == [119_395_500, 205_237_700])
  }
}

extension YearFigures {
  fileprivate func with(solidityPermille: Int, employees: Int) -> YearFigures {
    var figures = self
    figures.solidityPermille = solidityPermille
    figures.employees = employees
    return figures
  }
}
