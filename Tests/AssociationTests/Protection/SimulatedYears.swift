import Association

/// Numbers at random, the same for a seed.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed &+ 1) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }

  /// A tally of at most so many of each.
  mutating func tally(_ most: Int) -> Tally {
    Tally(
      women: Int.random(in: 0...most, using: &self), men: Int.random(in: 0...most, using: &self),
      notStated: Int.random(in: 0...9, using: &self) == 0 ? Int.random(in: 1...3, using: &self) : 0)
  }

  /// A tally of at most another, sex by sex.
  mutating func part(of whole: Tally) -> Tally {
    Tally(
      women: Int.random(in: 0...whole.women, using: &self), men: Int.random(in: 0...whole.men, using: &self),
      notStated: Int.random(in: 0...whole.notStated, using: &self))
  }
}

extension Tally {
  static func - (left: Tally, right: Tally) -> Tally {
    Tally(women: left.women - right.women, men: left.men - right.men, notStated: left.notStated - right.notStated)
  }
}

/// An association through some years: two insatser with flows that go on from year to year, ages, goals and surveys,
/// and in each year a correction after the first report.
struct SimulatedYears {
  static let insatser = ["A", "B"]
  var association = Association(name: "Prov", organisationNumber: "222000-0000")
  var dice: Dice
  let most: Int

  init(seed: Int) {
    dice = Dice(seed: seed)
    most = seed % 3 == 0 ? 8 : 30
    association.insatser = SimulatedYears.insatser.map {
      Insats(id: $0, name: "Insats \($0)", kind: .individual, ownerID: "")
    }
  }

  /// Adds what is counted of a year.
  mutating func add(year: Int) {
    var sums = Array(repeating: Tally(women: 0, men: 0), count: 4)
    for id in SimulatedYears.insatser {
      let ages = (0..<Int.random(in: 2...5, using: &dice)).map { band in
        CountTable.Row(id: "band-\(band)", title: "Band \(band)", tally: dice.tally(most))
      }
      let new = ages.reduce(Tally(women: 0, men: 0)) { $0 + $1.tally }
      let carried = ongoing(id, year - 1) ?? dice.tally(most)
      let finished = dice.part(of: carried + new)
      let flow = [carried, new, finished, carried + new - finished]
      sums = zip(sums, flow).map { $0 + $1 }
      association.countTables += [
        CountTable(
          id: "alder-\(id)", year: year, title: "Ålder \(id)", kind: .parts, rowHeading: "Ålder", insatsID: id,
          rows: ages),
        CountTable(
          id: "flode-\(id)", year: year, title: "Flöde \(id)", kind: .flow, rowHeading: "Deltagare", insatsID: id,
          rows: SimulatedYears.rows(flow)),
      ]
      let met = dice.part(of: finished)
      association.goals.append(
        Goal(
          id: "steg-\(id)", year: year, kind: .individual, title: "Steg \(id)", text: "Steg.",
          rule: .shareAtLeast(permille: 600), insatsID: id, outcomes: [.init(met: met, base: finished)]))
      let answered = dice.part(of: finished)
      association.surveys.append(
        Survey(
          id: "avslut-\(id)", year: year, title: "Enkät \(id)", scale: ["1", "2"], positiveFrom: 2, population: "Alla",
          asked: finished.total, answered: answered.total, insatsID: id,
          questions: [
            .init(id: "stod", text: "Stöd?", positive: dice.part(of: answered), answered: answered),
            .init(id: "redo", text: "Redo?", positive: dice.part(of: answered), answered: answered),
          ]))
    }
    association.countTables.append(
      CountTable(
        id: "flode", year: year, title: "Flöde", kind: .flow, rowHeading: "Deltagare", rows: SimulatedYears.rows(sums)))
  }

  /// Corrects a year: one woman more was new in an insats, in every table that says so.
  mutating func correct(year: Int) {
    let id = SimulatedYears.insatser.randomElement(using: &dice) ?? "A"
    for index in association.countTables.indices where association.countTables[index].year == year {
      let table = association.countTables[index]
      if table.id == "alder-\(id)" { association.countTables[index].rows[0].tally.women += 1 }
      guard table.kind == .flow, table.insatsID == id || table.insatsID.isEmpty else { continue }
      for row in [1, 3] { association.countTables[index].rows[row].tally.women += 1 }
    }
  }

  private func ongoing(_ id: String, _ year: Int) -> Tally? {
    association.countTables.first { $0.id == "flode-\(id)" && $0.year == year }?.rows[3].tally
  }

  private static func rows(_ flow: [Tally]) -> [CountTable.Row] {
    zip(["ingående", "nya", "avslutade", "pågående"], flow).map {
      CountTable.Row(id: $0, title: $0, tally: $1)
    }
  }
}
