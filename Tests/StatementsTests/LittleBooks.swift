import Association
import Ledger
import Statements
import Testing

/// A row of little books: account, objects `insats` and `party`, what stood there and what has moved, in kronor as a
/// report prints them: debit positive.
struct Entry {
  var account: String
  var insats: String?
  var party: String?
  var opening: Money
  var change: Money

  init(_ account: Int, _ insats: String? = nil, _ party: String? = nil, opening: Int64 = 0, change: Int64 = 0) {
    self.init(account, insats, party, opening: Money(kronor: opening), change: Money(kronor: change))
  }

  init(_ account: Int, _ insats: String? = nil, _ party: String? = nil, opening: Money, change: Money) {
    self.account = String(account)
    self.insats = insats
    self.party = party
    self.opening = opening
    self.change = change
  }
}

/// Books made of such rows.
func books(_ year: Int, _ entries: [Entry], standard: Chart.Standard = .bas) throws -> Books {
  Books(
    year: try #require(FiscalYear(calendarYear: year)), chart: .shipped(standard), objects: [],
    balances: entries.map { entry in
      let objects = [
        entry.insats.map { ObjectReference(dimension: .insats, object: $0) },
        entry.party.map { ObjectReference(dimension: .party, object: $0) },
      ]
      return Books.Balance(
        account: AccountNumber(entry.account), objects: ObjectSet(objects.compactMap(\.self)), opening: entry.opening,
        debit: max(entry.change, .zero), credit: max(-entry.change, .zero))
    })
}

/// Blekinge 2021 and 2022: figures as published, the four kronor that the published note 2 lacks laid on
/// administration (slip B11), and the six of 2021 on an öresutjämning (slip B10).
enum Blekinge {
  static let mapping = Mapping.shipped(for: .bas)

  private static let contributions: [(String, Int64)] = [
    ("FK", 6_940_000), ("KARLSKRONA", 1_388_000), ("KARLSHAMN", 694_000), ("RONNEBY", 694_000),
    ("SOLVESBORG", 347_000), ("OLOFSTROM", 347_000), ("REG", 3_470_000),
  ]

  static func books2022() throws -> Books {
    try books(
      2022,
      contributions.map { Entry(3981, nil, $0.0, change: -$0.1) } + [
        Entry(4010, "SIRI", "AF", change: 1_185_311), Entry(4010, "SIRI", "FK", change: 1_437_141),
        Entry(4010, "UNG", "KARLSHAMN", change: 157_346), Entry(4010, "ARIS", "KARLSHAMN", change: 2_169_000),
        Entry(4010, "VISA", "KARLSKRONA", change: 3_112_443), Entry(4010, "HAS", "OLOFSTROM", change: 1_509_858),
        Entry(4010, "SAMSA", "RONNEBY", change: 2_187_715), Entry(4010, "SARA", "RONNEBY", change: 298_080),
        Entry(4010, "SKAPA2", "SOLVESBORG", change: 1_487_395), Entry(4020, "KOMM", "FK", change: 63_431),
        Entry(4020, "BLIP", "OLOFSTROM", change: 108_905), Entry(4020, "ROLLER", "REG", change: 78_040),
        Entry(5010, change: 40_372), Entry(6990, change: 258_325), Entry(6420, change: 70_000),
        Entry(7240, change: 108_284), Entry(7210, change: 2_075_177),
        Entry(8310, change: -46_952), Entry(8420, change: 2692),
        Entry(1680, opening: 99_127, change: 56_136 - 99_127), Entry(1710, opening: 10_093, change: 577),
        Entry(1930, opening: 8_909_156, change: 7_935_026 - 8_909_156),
        Entry(2069, opening: 154_093, change: -154_093), Entry(2068, opening: -4_188_210, change: 154_093),
        Entry(2995, opening: -4_734_426, change: 4_734_426 - 6_236_157),
        Entry(2890, opening: -189_132, change: 189_132 - 63_120),
        Entry(2990, opening: -60_701, change: 60_701 - 91_001),
      ])
  }

  static func books2021() throws -> Books {
    try books(
      2021,
      contributions.map { Entry(3981, nil, $0.0, change: -$0.1) } + [
        Entry(3740, change: 6), Entry(4010, "SIRI", "AF", change: 1_086_955),
        Entry(4010, "SIRI", "FK", change: 1_475_737),
        Entry(4010, "SKAPA", "SOLVESBORG", change: 1_416_395), Entry(4010, "UNG", "KARLSHAMN", change: 147_742),
        Entry(4010, "ARIS", "KARLSHAMN", change: 1_492_360), Entry(4010, "VISA", "KARLSKRONA", change: 2_935_542),
        Entry(4010, "HAS", "OLOFSTROM", change: 1_509_949), Entry(4010, "SAMSA", "RONNEBY", change: 2_011_696),
        Entry(5010, change: 39_792), Entry(6990, change: 419_305), Entry(7240, change: 129_083),
        Entry(7210, change: 1_366_068), Entry(8420, change: 3463),
        Entry(1680, opening: 1_771_844, change: 99_127 - 1_771_844), Entry(1710, opening: 10_093),
        Entry(1930, opening: 7_711_097, change: 8_909_156 - 7_711_097), Entry(2068, opening: -4_188_210),
        Entry(2069, change: 154_093), Entry(8999, change: -154_093),
        Entry(2995, opening: -5_304_824, change: 5_304_824 - 4_734_426), Entry(2890, change: -189_132),
        Entry(2990, change: -60_701),
      ])
  }

  static func association() -> Association {
    var association = Association(name: "Samordningsförbundet i Blekinge län", organisationNumber: "222000-2451")
    association.members = [
      Member(id: "FK", name: "Försäkringskassan", kind: .state),
      Member(id: "AF", name: "Arbetsförmedlingen", kind: .state),
      Member(id: "REG", name: "Region Blekinge", kind: .region),
      Member(id: "KARLSKRONA", name: "Karlskrona kommun", kind: .municipality),
      Member(id: "KARLSHAMN", name: "Karlshamns kommun", kind: .municipality),
      Member(id: "RONNEBY", name: "Ronneby kommun", kind: .municipality),
      Member(id: "SOLVESBORG", name: "Sölvesborgs kommun", kind: .municipality),
      Member(id: "OLOFSTROM", name: "Olofströms kommun", kind: .municipality),
    ]
    association.insatser = [
      ("SIRI", "SIRI"), ("SAMSA", "Samsa – Samsyn och agera"), ("SARA", "Sara"), ("SKAPA", "Skapa med"),
      ("SKAPA2", "Skapa med 2.0"), ("ARIS", "ARIS"), ("UNG", "Ung och skuldfri"), ("VISA", "Visa Vägen"),
      ("HAS", "Hälsa för arbete och studier"), ("BLIP", "BLIP"), ("ROLLER", "Förståelse för varandras roller"),
    ].map { Insats(id: $0.0, name: $0.1, kind: .individual, ownerID: "FK") }
    association.frames = [
      ("SIRI", 2_622_452), ("SAMSA", 2_676_885), ("SARA", 298_081), ("SKAPA2", 1_510_996), ("ARIS", 2_169_000),
      ("UNG", 149_209), ("VISA", 3_167_000), ("HAS", 1_509_858), ("KOMM", 71_480), ("BLIP", 122_000),
      ("ROLLER", 120_000),
    ].map { Frame(insatsID: $0.0, receiverID: "", year: 2022, granted: Money(kronor: $0.1)) }
    association.budgets = [budget]
    association.history = [
      YearFigures(
        year: 2020, income: Money(kronor: 13_879_999), costs: Money(kronor: -14_887_921),
        result: Money(kronor: -1_007_922), solidityPermille: 441, employees: 1),
      YearFigures(
        year: 2019, income: Money(kronor: 13_964_000), costs: Money(kronor: -11_672_145),
        result: Money(kronor: 2_291_855), solidityPermille: 571, employees: 1),
    ]
    association.staff = [
      StaffFact(
        year: 2022, function: "förbundschef", employer: "förbundet", headcount: Tally(women: 1, men: 0),
        fullTimePercent: 100),
      StaffFact(
        year: 2022, function: "processledare", employer: "förbundet", headcount: Tally(women: 1, men: 1),
        fullTimePercent: 120),
      StaffFact(
        year: 2022, function: "ekonom", employer: "KARLSKRONA", headcount: Tally(women: 0, men: 1), fullTimePercent: 10),
    ]
    association.settings.overviewYearCount = 4
    return association
  }

  static let budget = Budget(
    year: 2022,
    lines: [
      line("m", "Medlemsavgifter", .contributions, 13_880_000, 13_880_000, 13_880_000),
      line("g", "Gemensamt", .commonCosts, 2_535_800, 1_975_450, 1_994_177),
      line("i", "Insatser", .insatsCosts, 14_303_481, 11_979_183, 11_885_823),
    ], expectedOpeningEquity: Money(kronor: 4_033_914))

  private static func line(_ id: String, _ title: String, _ group: Budget.Line.Group, _ amounts: Int64...)
    -> Budget.Line
  {
    Budget.Line(id: id, title: title, group: group, amounts: amounts.map { Money(kronor: $0) })
  }
}
