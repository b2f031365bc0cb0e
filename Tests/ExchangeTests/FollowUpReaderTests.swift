import Association
import Ledger
import TestKit
import Testing

@testable import Exchange

struct FollowUpReaderTests {
  static let association: Association = {
    var association = Association(name: "Exempel", organisationNumber: "222000-0000")
    association.insatser = [Insats(id: "SIRI", name: "Siri och vi", kind: .individual, ownerID: "")]
    return association
  }()

  static func read(_ bytes: [UInt8], named name: String, _ list: FollowUpList = .consultations) -> Reading<
    [FollowUpRow]
  > {
    FollowUpReader(list, year: 2022, of: association).rows(bytes, named: name)
  }

  private func read(_ text: String, _ list: FollowUpList) -> Reading<[FollowUpRow]> {
    Self.read(Array(text.utf8), named: "a.csv", list)
  }

  @Test func `consultation cases of a year are read, whatever the columns' order`() {
    let text = """
      Team;Antal;Från;Till
      Karlskrona;40;2022-01-01;2022-12-31
      Ronneby;18;2022-01-01;2022-12-31
      """
    let reading = read(text, .consultations)
    #expect(reading.diagnostics == [] && reading.value.count == 2)
    guard case .cases(let cases)? = reading.value.first else { return }
    #expect(cases.place == "Karlskrona" && cases.count == 40 && cases.kind == .consultation)
  }

  @Test func `progression is read by insats and indicator, and must add up`() {
    let head = FollowUpColumn.all(of: .progression).map(\.title).joined(separator: ";")
    let right = "Siri och vi;2022-01-01;2022-12-31;SKAPA;Hälsa;20;10;;12;5;;6;3;;2;2;"
    let wrong = "SIRI;2022-01-01;2022-12-31;SKAPA;Vardag;21;10;;12;5;;6;3;;2;2;"
    let reading = Self.read(
      Array(
        (head.replacing("Mätta minst två gånger, kvinnor", with: "\"Mätta minst två gånger, kvinnor\"") + "\n" + right)
          .utf8), named: "a.csv", .progression)
    #expect(reading.diagnostics == [])
    guard case .progression(let row)? = reading.value.first else {
      Issue.record("No row.")
      return
    }
    #expect(row.insatsID == "SIRI" && row.measured == Tally(women: 20, men: 10))
    let faulty = read(head + "\n" + right + "\n" + wrong, .progression)
    #expect(faulty.value == [] && faulty.diagnostics.map(\.place.line) == [3])
    #expect(faulty.diagnostics[0].message.contains("är 21, men bättre, oförändrat och sämre är tillsammans 20"))
  }

  @Test func `every fault is told with its line and column, and nothing is read`() {
    let text = """
      Insats;Från;Till;Tillfrågade, kvinnor;Tillfrågade, män;Svarat, kvinnor;Svarat, män
      Siri;2022-01-01;2022-12-31;20;12;18;12
      SIRI;2021-01-01;2022-12-31;20;12;18;12
      SIRI;2022-01-01;2022-12-31;71 %;12;18;12
      SIRI;2022-01-01;2022-12-31;20;12;21;12
      19811228-9874;2022-01-01;2022-12-31;20;12;18;12
      """
    let reading = read(text, .screening)
    #expect(reading.value == [])
    #expect(reading.diagnostics.map(\.place.line) == [2, 3, 4, 5, 6])
    #expect(reading.diagnostics.map(\.place.column) == [1, 6, 28, 34, 1])
    #expect(!reading.diagnostics.contains { $0.message.contains("9874") })
  }

  @Test func `the same thing twice in a file is a fault, and what is told already may be told again`() {
    let text = "Från;Till;Kommun;Antal\n2022-01-01;2022-12-31;A;8\n2022-01-01;2022-12-31;A;9\n"
    let reading = read(text, .referrals)
    #expect(reading.value == [] && reading.diagnostics.map(\.place.line) == [3])
    var association = Self.association
    let once = read("Från;Till;Kommun;Antal\n2022-01-01;2022-12-31;A;8\n", .referrals).value
    for row in once { association.keep(row) }
    let again = FollowUpReader(.referrals, year: 2022, of: association)
      .rows(Array("Från;Till;Kommun;Antal\n2022-01-01;2022-12-31;A;9\n".utf8), named: "a.csv")
    #expect(again.diagnostics == [])
    for row in again.value { association.keep(row) }
    #expect(association.caseCounts.map(\.count) == [9])
  }

  @Test func `the template of each list is read as a file without rows`() {
    for list in FollowUpList.allCases {
      let reading = Self.read(FollowUpReader.template(list), named: "mall.csv", list)
      #expect(reading.diagnostics.map(\.code) == ["lista-tom"], "\(list)")
    }
  }

  @Test func `whatever the bytes are, the reader answers, and a row that is read is one that may be`() {
    var random = SeededGenerator(seed: 7)
    let pieces = [
      "Från", "Till", "Team", "Skäl", "Antal", ";", "\n", "\"", "2022-01-01", "2022-12-31", "17", "å", "\u{0}",
    ]
    for _ in 0..<400 {
      let text = (0..<30).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let reading = read(text, .consultations)
      #expect(reading.value.isEmpty || !reading.hasErrors)
    }
  }
}
