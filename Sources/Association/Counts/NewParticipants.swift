extension Association {
  /// How many began in an insats in a year, by sex, as Försäkringskassan's system asks for: the row `nya` of what is
  /// counted of that insats; for an insats of structures, where nobody begins, the row `deltagare`. Nil where nobody has
  /// counted.
  public func newParticipants(of insats: Insats, year: Int) -> Tally? {
    let tables = countTables.filter { $0.year == year && $0.insatsID == insats.id }
    func row(_ id: String) -> Tally? { tables.lazy.flatMap(\.rows).first { $0.id == id }?.tally }
    if let new = row("nya") { return new }
    if let table = tables.first(where: { $0.kind == .parts && $0.id.split(separator: "-").contains("nya") }) {
      return table.sum
    }
    return insats.kind == .individual ? nil : row("deltagare")
  }
}
