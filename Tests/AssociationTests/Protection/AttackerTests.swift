import Testing

@testable import Association

/// All releases of simulated years, put to somebody who tries to solve what they do not print.
struct AttackerTests {
  /// Four years, each released twice: as first counted, and corrected.
  private func attacker(seed: Int) -> (attacker: Attacker, disclosed: Int) {
    var years = SimulatedYears(seed: seed)
    var attacker = Attacker(threshold: 5)
    var releases: [CountRelease] = []
    var disclosed = 0
    for year in 2021...2024 {
      years.add(year: year)
      for isCorrected in [false, true] {
        if isCorrected { years.correct(year: year) }
        let protection = CountProtection(years.association, year: year, earlier: releases)
        if protection.release.hasNews { releases.append(protection.release) }
        disclosed += protection.disclosed.count
        attacker.read(years.association, year: year, protection)
      }
    }
    return (attacker, disclosed)
  }

  @Test(arguments: 1...60) func `whoever draws in bounds over all releases finds no small count`(seed: Int) {
    var (attacker, disclosed) = attacker(seed: seed)
    let secrets = attacker.secrets
    #expect(!secrets.isEmpty)
    #expect(disclosed == 0)

    attacker.drawIn()

    for secret in secrets {
      let range = attacker.ranges[secret] ?? 0...0
      #expect(range.lowerBound < range.upperBound, "\(secret.cell.name) \(secret.count): \(range)")
    }
  }

  @Test(arguments: 1...6) func `linear programming over all releases finds no small count`(seed: Int) throws {
    var (attacker, _) = attacker(seed: seed)
    let secrets = attacker.secrets
    attacker.drawIn()
    var told = 0
    var seen: Set<Attacker.Variable> = []
    for secret in secrets where !seen.contains(secret) {
      let (unknowns, rows) = attacker.system(around: secret)
      seen.formUnion(unknowns)
      let number = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
      let bounds = unknowns.map { attacker.ranges[$0] ?? 0...0 }
      let equations = rows.map { row in
        row.reduce(into: [Int: Int]()) { if let place = number[$1.key] { $0[place] = $1.value } }
      }
      var linear = try #require(LinearBounds(bounds: bounds, truth: unknowns.map(\.count), equations: equations))
      for other in unknowns where secrets.contains(other) {
        guard let place = number[other], let moves = linear.canMove(place, from: other.count) else { continue }
        told += 1
        #expect(moves.down || moves.up, "\(other.cell.name) \(other.count)")
      }
    }
    #expect(told * 10 >= secrets.count * 9)
  }

  @Test func `linear programming finds what bounds alone do not`() throws {
    // Three sums by twos: drawn in, each count may still be many; solved, each is one. Without the last sum it is not.
    let sums = [[0: 1, 1: 1], [1: 1, 2: 1], [0: 1, 2: 1]]
    let bounds = Array(repeating: 0...7, count: 3)
    var all = try #require(LinearBounds(bounds: bounds, truth: [4, 3, 3], equations: sums))
    var two = try #require(LinearBounds(bounds: bounds, truth: [4, 3, 3], equations: Array(sums.dropLast())))

    for unknown in 0..<3 {
      let solved = all.canMove(unknown, from: [4, 3, 3][unknown])
      let open = two.canMove(unknown, from: [4, 3, 3][unknown])
      #expect(solved?.down == false && solved?.up == false)
      #expect(open?.down == true || open?.up == true)
    }
  }

  @Test func `where only the small counts themselves are hidden, the attacker finds them`() {
    // The attack must be able to succeed, or its failure would prove nothing.
    var years = SimulatedYears(seed: 3)
    years.add(year: 2021)
    var open = years.association
    open.settings.smallCountBelow = 1
    let protection = CountProtection(open, year: 2021)
    var attacker = Attacker(threshold: 5)
    attacker.read(years.association, year: 2021, protection)
    attacker.forgetSmall()
    let secrets = attacker.secrets

    attacker.drawIn()

    let found = secrets.filter { attacker.ranges[$0].map { $0.lowerBound == $0.upperBound } ?? false }
    #expect(found.count > secrets.count / 4, "\(found.count) of \(secrets.count)")
    #expect(!found.isEmpty)
  }
}

extension Attacker {
  /// Hides every small count, and nothing else.
  mutating func forgetSmall() {
    for variable in ranges.keys where (1..<5).contains(variable.count) { hide(variable) }
  }
}
