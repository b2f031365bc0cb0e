import Association
import Ledger
import Statements

extension Check {
  static let goalNumbering = Check(
    code: "mal-numrering", .error,
    question: "Har varje mål sitt eget namn, och löper numren utan lucka?",
    reason: "LKBR 11:8; 2022 hette två olika mål båda Deltagarmål 2.",
    mend: "Ge målen var sitt nummer.",
    slips: { report in
      let titles = report.goalTitles
      var seen: [String: Int] = [:]
      for title in titles { seen[title.normalized, default: 0] += 1 }
      var slips = titles.filter { seen[$0.normalized] ?? 0 > 1 }.first(perKey: \.normalized).map { title in
        Slip(
          at: "maluppfyllelse/\(title)", stated: title, expected: "ett namn för varje mål",
          difference: Numerals.whole(Int64((seen[title.normalized] ?? 1) - 1)),
          "\(Numerals.words(Int64(seen[title.normalized] ?? 2)).capitalizedFirst) mål heter \(title). "
            + "Ge målen var sitt nummer.")
      }
      for (prefix, numbers) in Dictionary(grouping: titles.compactMap(\.trailingNumber), by: \.before)
        .mapValues({ Set($0.map(\.number)) }).sorted(by: { $0.key < $1.key })
      {
        guard let last = numbers.max(), slips.isEmpty else { continue }
        slips += (1..<max(1, last)).filter { !numbers.contains($0) }.map { number in
          Slip(
            at: "maluppfyllelse/\(prefix) \(number)", stated: "inget", expected: "\(prefix) \(number)",
            severity: .warning, "Det finns ett \(prefix) \(last) men inget \(prefix) \(number). Rätta numreringen.")
        }
      }
      return slips
    },
    spoil: { report in
      report.alterAssociation { association in
        guard let goal = association.goals.first else { return }
        association.goals.append(goal)
      }
      report.alterTable("maluppfyllelse") { table in
        guard let row = table.rows.first(where: { $0.role == .row }) else { return }
        table.rows.append(row)
      }
    })
}

extension AnnualReport {
  /// The names of the year's goals: as facts where the report is ours, else as the table and the headings have them.
  fileprivate var goalTitles: [String] {
    if let source {
      return source.association.goals.filter { $0.year == year.number }.map(\.title).filter { !$0.isBlank }
    }
    let headings = passages.filter {
      $0.isHeading && $0.printed.lowercased().has("mål") && $0.printed.trailingNumber != nil
    }
    let rows = table("maluppfyllelse")?.rows.filter { $0.role == .row }.compactMap(\.title.goalName) ?? []
    return rows.isEmpty ? headings.map(\.printed) : rows
  }
}

extension String {
  /// The name of the goal that a row of the table begins with, `Deltagarmål 2`; else the whole heading. Nil for a row
  /// that only goes on with the goal above.
  fileprivate var goalName: String? {
    guard !utf8.starts(with: "–".utf8) else { return nil }
    let name = pieces(separatedBy: ":").first ?? self
    return name.trailingNumber == nil ? self : name
  }
}

extension Array {
  /// The first element of each key, in order.
  func first<Key: Hashable>(perKey key: (Element) -> Key) -> [Element] {
    var seen: Set<Key> = []
    return filter { seen.insert(key($0)).inserted }
  }
}

extension String {
  /// The text with its first letter large.
  var capitalizedFirst: String {
    guard let first = unicodeScalars.first else { return self }
    return first.properties.uppercaseMapping + String(String.UnicodeScalarView(unicodeScalars.dropFirst()))
  }
}
