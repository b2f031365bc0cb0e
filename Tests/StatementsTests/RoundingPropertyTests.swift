import Association
import Ledger
import TestKit
import Testing

@testable import Statements

/// Whatever the öre, what is printed adds up.
struct RoundingPropertyTests {
  /// Three years of books that follow one another, with öre on every account.
  private func years(_ random: inout SeededGenerator, hasDebts: Bool) throws -> [Books] {
    var opening: [Int: Money] = [:]
    return try [2020, 2021, 2022].map { try year($0, &opening, &random, hasDebts: hasDebts) }
  }

  /// One year. The bank account 1940 takes what is missing, and half of the years carry their result to equity; next
  /// year opens with it there either way.
  private func year(
    _ year: Int, _ opening: inout [Int: Money], _ random: inout SeededGenerator, hasDebts: Bool
  ) throws -> Books {
    func change() -> Money {
      Int.random(in: 0..<5, using: &random) == 0
        ? .zero : Money(ore: Int64.random(in: -99_999...99_999, using: &random))
    }
    let position = [1010, 1220, 1510, 1680, 1710, 1810, 1930] + (hasDebts ? [2210, 2390, 2440, 2995, 2990] : [])
    var changes = Dictionary(uniqueKeysWithValues: position.map { ($0, change()) })
    var entries = [3010, 3740, 3986, 5010, 6420, 6990, 7210, 7832, 8310, 8420, 8710].map {
      Entry($0, opening: .zero, change: change())
    }
    for party in ["FK", "REG", "KARLSKRONA", "OKÄND"] {
      entries.append(Entry(3981, nil, party, opening: .zero, change: change()))
      for insats in ["SIRI", "ARIS", "VISA"] {
        entries.append(Entry(4010, insats, party, opening: .zero, change: change()))
      }
    }
    let result = entries.map(\.change).sum()
    changes[1940] = -(result + changes.values.sum())
    let isEnded = Bool.random(using: &random)
    entries += changes.map { Entry($0.key, opening: opening[$0.key] ?? .zero, change: $0.value) }
    entries.append(Entry(2069, opening: opening[2069] ?? .zero, change: isEnded ? result : .zero))
    entries.append(Entry(8999, opening: .zero, change: isEnded ? -result : .zero))
    for (account, change) in changes { opening[account, default: .zero] += change }
    opening[2069, default: .zero] += result
    return try books(year, entries)
  }

  private func association() -> Association {
    var association = Blekinge.association()
    association.frames = [
      Frame(insatsID: "SIRI", receiverID: "FK", year: 2022, granted: Money(ore: 123_456)),
      Frame(insatsID: "SIRI", receiverID: "REG", year: 2022, granted: Money(ore: 654_321)),
      Frame(insatsID: "ARIS", receiverID: "", year: 2022, granted: Money(ore: 55_555)),
    ]
    association.budgets[0].lines[0].amounts[0] = Money(ore: 1_234_567)
    return association
  }

  @Test(arguments: [true, false])
  func `every sum is the sum of its printed parts, notes equal lines and the statements agree`(hasDebts: Bool) throws {
    var random = SeededGenerator(seed: hasDebts ? 6 : 7)
    let mapping = Blekinge.mapping
    var association = association()
    for round in 0..<40 {
      let years = try years(&random, hasDebts: hasDebts)
      let (books, previous) = (years[2], years[1])
      association.settings.operatingLayout = Settings.OperatingLayout.allCases[round % 5]
      association.settings.operatingInThousands = round % 2 == 0

      let income = incomeStatement(books, previous: previous, mapping: mapping)
      let balance = balanceSheet(books, previous: previous, mapping: mapping)
      let cash = cashFlowStatement(books, previous: previous, mapping: mapping)
      let notes = notes(books, previous: previous, mapping: mapping, association: association)
      let operating = operatingStatement(books, previous: previous, mapping: mapping, association: association)
      let tables =
        [income, balance, cash, operating] + notes
        + [
          balanceRequirement(books, previous: previous, mapping: mapping, association: association),
          equityCap(books, previous: previous, mapping: mapping, association: association),
          multiYearOverview(books, previous: previous, earlier: [years[0]], mapping: mapping, association: association),
        ]
        + [
          insatsNote(books, previous: previous, mapping: mapping, association: association),
          contributions(books, previous: previous, mapping: mapping, association: association),
          investmentStatement(books, previous: previous, mapping: mapping),
          budgetAppendix(association, year: 2022),
        ].compactMap(\.self)

      for table in tables { #expect(table.faultySum == nil, "omgång \(round)") }
      #expect(unmapped(books, mapping: mapping).isEmpty)
      for column in ["current", "previous"] {
        #expect(
          balance.printed("summa-tillgangar", column)
            == balance.printed("summa-eget-kapital-avsattningar-och-skulder", column), "omgång \(round)")
        for statement in [balance, cash] {
          #expect(statement.printed("arets-resultat", column) == income.printed("arets-resultat", column))
        }
        for note in notes {
          let line = String(note.id.dropFirst(4))
          let sum = note.printed("summa", column)
          let printed = income.printed(line, column).map { line == "verksamhetens-kostnader" ? -$0 : $0 }
          #expect(sum == printed ?? balance.printed(line, column), "omgång \(round) \(note.id)")
        }
        #expect(balance.printed("kassa-och-bank", column) == cash.printed("likvida-medel-utgang", column))
      }
      #expect(balance.printed("ingaende-eget-kapital") == balance.printed("utgaende-eget-kapital", "previous"))
      #expect(cash.printed("likvida-medel-ingang") == balance.printed("kassa-och-bank", "previous"))
      #expect(balance.figure("kassa-och-bank")?.amount?.kronor == balance.printed("kassa-och-bank"))
      if hasDebts {
        #expect(balance.figure("arets-resultat")?.amount?.kronor == balance.printed("arets-resultat"))
      }

      for table in [income, balance] + notes { #expect(table.furthestFromExact <= 1500, "omgång \(round) \(table.id)") }
    }
  }
}
