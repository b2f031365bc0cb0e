public import Association
public import Ledger

extension Store.Writing {
  /// Keeps in the register what a report that leaves the book tells of counts of people.
  ///
  /// Nothing, and no line of history, where it tells nothing that was not told before. `knowing` is how many releases the
  /// report was made with in mind: where there has been another since, nothing is kept and the answer is false. Then the
  /// report must be made again, for what is safe alone may not be so together with that.
  public func keep(_ release: CountRelease, knowing: Int) throws -> Bool {
    let count = try connection.first("SELECT COUNT(*) FROM count_release") { Int($0.integer(0)) } ?? 0
    guard count == knowing else { return false }
    guard release.hasNews else { return true }
    _ = try act(.releaseCounts, subject: "\(release.year)") { act in
      try act.record("count_release", .integer(act.sequence), .integer(release.year))
      for (position, entry) in release.entries.enumerated() {
        let (told, bound) = entry.printed.columns
        try act.record(
          "count_release_cell", .integer(act.sequence), .integer(position), .text(entry.cell.name),
          .integer(entry.cell.revision), .text(entry.role.rawValue), .integer(entry.count), .integer(entry.twin),
          .text(told), bound.map { .integer($0) } ?? .null)
      }
      for (number, relation) in release.relations.enumerated() {
        let terms = relation.plus.map { ($0, 1) } + relation.minus.map { ($0, -1) }
        for (position, (cell, sign)) in terms.enumerated() {
          try act.record(
            "count_release_term", .integer(act.sequence), .integer(number), .integer(position), .integer(sign),
            .text(cell.name), .integer(cell.revision))
        }
      }
    }
    return true
  }
}

extension Store {
  /// Keeps a release, as `Writing.keep(_:knowing:)` does.
  public func keep(
    _ release: CountRelease, knowing: Int, by actor: Actor, at moment: Moment
  ) throws(Refusal) -> Bool {
    try act(by: actor, at: moment) { try $0.keep(release, knowing: knowing) }
  }

  /// The register: what has been told of counts of people, release by release, the first first.
  public func countReleases() throws(Refusal) -> [CountRelease] {
    try read { connection in
      var releases: [CountRelease] = []
      var places: [Int64: Int] = [:]
      try connection.each("SELECT history_sequence, year FROM count_release ORDER BY history_sequence") { row in
        places[row.integer(0)] = releases.count
        releases.append(CountRelease(year: Int(row.integer(1)), entries: [], relations: []))
      }
      try connection.each(
        """
        SELECT history_sequence, cell, revision, role, count, twin, told, bound FROM count_release_cell
        ORDER BY history_sequence, position
        """
      ) { row in
        guard let place = places[row.integer(0)], let role = CountRole(rawValue: row.text(3)) else { return }
        let count = Int(row.integer(4))
        releases[place].entries.append(
          CountRelease.Entry(
            cell: CountCell(row.text(1), revision: Int(row.integer(2))), count: count, twin: Int(row.integer(5)),
            printed: PrintedCount(told: row.text(6), bound: Int(row.integer(7)), count: count), role: role))
      }
      // The terms of a relation stand after one another: those that are added first.
      var number: (release: Int64, relation: Int64) = (-1, -1)
      var (plus, minus): ([CountCell], [CountCell]) = ([], [])
      func close() {
        guard let place = places[number.release] else { return }
        releases[place].relations.append(CountRelation(plus, equal: minus))
        (plus, minus) = ([], [])
      }
      try connection.each(
        """
        SELECT history_sequence, relation, sign, cell, revision FROM count_release_term
        ORDER BY history_sequence, relation, position
        """
      ) { row in
        if number != (row.integer(0), row.integer(1)) {
          close()
          number = (row.integer(0), row.integer(1))
        }
        let cell = CountCell(row.text(3), revision: Int(row.integer(4)))
        if row.integer(2) > 0 { plus.append(cell) } else { minus.append(cell) }
      }
      close()
      return releases
    }
  }
}

extension PrintedCount {
  /// How it is told, as it is stored: the word and its bound.
  fileprivate var columns: (told: String, bound: Int?) {
    switch self {
    case .exact: ("exakt", nil)
    case .fewer(let threshold): ("färre", threshold)
    case .atLeast(let least): ("minst", least)
    case .withheld(let least): ("streck", least)
    }
  }

  /// As it was stored. The table admits no other words.
  fileprivate init(told: String, bound: Int, count: Int) {
    switch told {
    case "färre": self = .fewer(than: bound)
    case "minst": self = .atLeast(bound)
    case "streck": self = .withheld(atLeast: bound)
    default: self = .exact(count)
    }
  }
}
