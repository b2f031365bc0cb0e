import Association
import Ledger
import Statements

extension Check {
  static let contributionQuarters = Check(
    code: "medlemsbidrag-fyrdelning", .error,
    question: "Betalar staten hälften, regionerna en fjärdedel och kommunerna en fjärdedel?",
    reason: "Lag 2003:1210 § 5 och, för en kommun utanför region, § 5 a; avrundning får skilja någon krona per medlem.",
    mend: "Rätta bidraget eller fördelningsnyckeln. Är avvikelsen avtalad, svara med skälet.",
    slips: { report in
      guard let table = report.table("medlemsbidrag") else { return [] }
      // Without members nothing can be divided: that is for another check to say.
      if let source = report.source, source.association.members.isEmpty { return [] }
      return table.contributionColumns.flatMap { column -> [Slip] in
        if let nobodys = table.printed("ovriga", column.id), nobodys.units != 0 {
          return [
            Slip(
              at: "medlemsbidrag/ovriga/\(column.id)", stated: nobodys.text,
              expected: Printed(units: 0, unit: table.unit).text,
              "Av bidragen i kolumnen \(column.name) är \(nobodys.text) bokförda utan medlem, så det går inte att se om "
                + "staten betalar hälften. Bokför dem med medlemmens id som objekt i dimensionen Part; i en CSV-fil med "
                + "saldon är det kolumnen part.")
          ]
        }
        var sums: [Member.Kind: Int64] = [:]
        let rows = table.rows.filter { $0.role == .row }
        for row in rows {
          guard let paid = table.printed(row.id, column.id) else { continue }
          sums[report.kind(of: row), default: 0] &+= paid.units
        }
        let total = sums.values.reduce(0, &+)
        guard total != 0 else { return [] }
        let hasRegion = rows.contains { report.kind(of: $0) == .region }
        let shares: [(Member.Kind, String, Int64)] =
          hasRegion
          ? [(.state, "Statens", 2), (.region, "Regionernas", 4), (.municipality, "Kommunernas", 4)]
          : [(.state, "Statens", 2), (.municipality, "Kommunernas", 2)]
        return shares.compactMap { kind, name, part in
          let stated = sums[kind] ?? 0
          let off = stated &* part &- total
          guard off.magnitude > UInt64(rows.count) * UInt64(part) else { return nil }
          let paid = Printed(units: stated, unit: table.unit)
          let right = Printed(units: total / part, unit: table.unit)
          return Slip(
            at: "medlemsbidrag/\(kind.rawValue)/\(column.id)", stated: paid.text, expected: right.text,
            difference: Printed(units: stated &- total / part, unit: table.unit).text,
            "\(name) bidrag är \(paid.text) av \(Printed(units: total, unit: table.unit).text) i kolumnen "
              + "\(column.name), men enligt lag ska det vara \(part == 2 ? "hälften" : "en fjärdedel"), "
              + "\(right.text). Rätta bidraget eller nyckeln.")
        }
      }
    },
    spoil: { report in
      let members = report.source?.association.members ?? []
      report.alterTable("medlemsbidrag") { table in
        let state = table.rows.first { row in members.contains { $0.id == row.id && $0.kind == .state } }
        guard let row = state ?? table.rows.first(where: { $0.role == .row }) else { return }
        for column in table.columns { table.add(250_000, to: row.id, column.id) }
      }
    })
}

extension Table {
  /// The columns that say what members have paid: of this year and the year before.
  var contributionColumns: [Column] { columns.filter { ["booked", "current", "previous"].contains($0.id) } }
}

extension AnnualReport {
  /// Which kind of party a row of contributions is: the member of that name where we know it, else what its name says.
  fileprivate func kind(of row: Table.Row) -> Member.Kind {
    if let member = source?.association.members.first(where: { $0.id == row.id || $0.name == row.title }) {
      return member.kind
    }
    let title = row.title.lowercased()
    if title.hasAny(["försäkringskassan", "arbetsförmedlingen", "staten", "statligt"]) { return .state }
    return title.has("region") ? .region : .municipality
  }
}
