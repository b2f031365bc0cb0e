/// What one member pays, as a report says it.
public struct ReadContribution: Sendable {
  /// Which part of the money it is, by the law's division (lag 2003:1210 § 5).
  public enum Payer: String, Sendable, CaseIterable {
    case state, region, municipality
  }

  /// Which part of the money it is.
  public var payer: Payer
  /// The member's name, without what stands about it: `Karlskrona kommun`.
  public var name: String
  /// The year that it is of, where that is known.
  public var year: Int?
  /// How much, in thousandths of a krona.
  public var amount: Int64
  /// Where it stands.
  public var place: Place
  /// How sure the reading is, in hundredths.
  public var confidence: Int
}

extension PublishedReport {
  /// The rows of a table that say what members pay, by who pays; nil where a row may be another member's, and where the
  /// parts are too far from the law's for the table to be one of contributions.
  func contributions(in table: ReadTable, column: Int) -> [(payer: ReadContribution.Payer, row: ReadRow)]? {
    var rows: [(payer: ReadContribution.Payer, row: ReadRow)] = []
    for row in table.rows where !row.isSum && row.key == nil {
      guard let value = row.term(column), value > 0, row.cells[column]?.unit != .percent else { continue }
      guard row.hasAny(["bidrag", "avgift"]) || table.kind != .budget else { continue }
      if row.hasAny(["staten", "forsakringskassan", "arbetsformedlingen", "fk & af", "fk och af", "fk/af", "statligt"])
      {
        rows.append((.state, row))
      } else if row.hasAny(["kommun", " stad"]) {
        rows.append((.municipality, row))
      } else if row.hasAny(["region", "landsting"]) {
        rows.append((.region, row))
      } else if !row.hasAny(PublishedReport.otherIncome) {
        return nil
      }
    }
    func sum(_ payer: ReadContribution.Payer) -> Int64 {
      rows.filter { $0.payer == payer }.compactMap { $0.row.term(column) }.reduce(0, +)
    }
    let all = ReadContribution.Payer.allCases.map(sum).reduce(0, +)
    guard rows.count <= 40, ReadContribution.Payer.allCases.allSatisfy({ sum($0) > 0 }), all > 0 else { return nil }
    // A note of costs lists the same members as performers; only a division near the law's is one of contributions.
    guard abs(sum(.state) * 100 / all - 50) <= 6, abs(sum(.region) * 100 / all - 25) <= 6 else { return nil }
    return rows
  }

  /// Rows of income that no member pays.
  private static let otherIncome = [
    "esf", "eu-", "eu ", "ovrig", "annan", "andra", "ranta", "ranteint", "ersattning", "forsalj", "projekt", "avrund",
    "utjamn", "periodiser", "intakt",
  ]

  /// The tables where contributions may stand, the note first.
  var contributionTables: [ReadTable] { tables(.note) + tables(.budget) + tables(.other) }

  /// What each member pays, for each year of the first table that says it.
  public var memberContributions: [ReadContribution] {
    for table in contributionTables {
      let read = table.columns.indices.flatMap { column -> [ReadContribution] in
        guard let rows = contributions(in: table, column: column) else { return [] }
        let heading = table.columns[column]
        let year =
          heading.year
          ?? (heading.role == .previous ? self.year.map { $0 - 1 } : heading.role == .current ? self.year : nil)
        return rows.map { payer, row in
          ReadContribution(
            payer: payer, name: ReadContribution.name(row.label, payer),
            year: year ?? (table.columns.count <= 2 ? self.year : nil),
            amount: (row.term(column) ?? 0) &* table.kronor, place: row.place,
            confidence: row.cells[column]?.confidence ?? 0)
        }
      }
      if !read.isEmpty { return read }
    }
    return []
  }
}

extension ReadContribution {
  /// `Driftbidrag från Ronneby kommun` → `Ronneby kommun`.
  fileprivate static func name(_ label: String, _ payer: Payer) -> String {
    let words = label.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{00A0}" }).map { String($0) }
    let about: Set<String> = [
      "driftbidrag", "bidrag", "medlemsbidrag", "medlemsavgift", "medlemsavgifter", "avgift", "statsbidrag", "intakter",
      "fran", "till", "fr.", "-", "–", "verksamhetsbidrag",
    ]
    let name = words.drop { about.contains(String(decoding: Fold($0).bytes, as: UTF8.self)) }.joined(separator: " ")
    let folded = String(decoding: Fold(name).bytes, as: UTF8.self)
    if payer == .state,
      folded.utf8.count < 3 || ["staten", "statens", "statligt"].contains(folded) || folded.hasPrefix("statens ")
    {
      return "Försäkringskassan"
    }
    return name.isEmpty ? label : name
  }
}
