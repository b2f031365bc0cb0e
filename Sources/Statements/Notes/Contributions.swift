public import Association
public import Ledger

/// What each member should pay by the key, and what is booked on it; with the sums that the law's identity compares:
/// the state a half, the region and the municipalities a quarter each (lag 2003:1210 § 5). Nil where there is neither
/// a key nor a booked contribution.
///
/// The whole to divide is the budget's contributions, or what is booked where there is no budget.
public func contributions(
  _ books: Books, previous: Books?, mapping: Mapping, association: Association
) -> Table? {
  let booked = SortedBooks(books, mapping: mapping).of(mapping.resultLineIDs)
    .filter { mapping.contributions.counts($0) && $0.change != .zero }
  let key = association.contributionKey(for: books.year)
  guard key != nil || !booked.isEmpty else { return nil }
  let total = plannedContributions(books, association) ?? books.figure(booked, .change, isTurned: true)
  let call = key.map { ContributionCall(total: total.amount ?? .zero, key: $0) }
  let printed = PrintedRows(notes(books, previous: previous, mapping: mapping, association: association))

  var lines: [StatementSpec.Line] = []
  var shares: [String: Figure] = [:]
  var expected: [String: Figure] = [:]
  var outcome: [String: Figure] = [:]
  func add(_ id: String, _ title: String, _ balances: [Books.Balance]) {
    var figure = books.figure(balances, .change, isTurned: true)
    figure.printedUnits = printed.units(of: figure)
    outcome[id] = figure
    lines.append(StatementSpec.Line(id: id, title: title))
  }
  var sums: [String] = []
  for (kind, id, title) in partySums {
    var terms: [String] = []
    for member in association.members where member.kind == kind {
      let balances = booked.filter { $0.objects[.party] == member.id }
      let part = key?.parts.first { $0.memberID == member.id }
      guard part != nil || !balances.isEmpty else { continue }
      add(member.id, member.name, balances)
      terms.append("+" + member.id)
      let source = key.map { "Bidragsnyckel från \($0.validFrom.text)" } ?? ""
      shares[member.id] = part.flatMap { Share($0.numerator, of: $0.denominator) }.map {
        Figure(.share($0), origin: .fact(title: "Andel för \(member.name)", source: source))
      }
      guard let call, let share = shares[member.id] else { continue }
      expected[member.id] = Figure(
        .amount(call.amount(of: member.id)),
        origin: .formula([
          Origin.Operand(sign: "+", title: "Bidrag att fördela", figure: total),
          Origin.Operand(sign: "×", title: "Andel", figure: share),
        ]))
    }
    guard !terms.isEmpty else { continue }
    lines.append(StatementSpec.Line(id: id, title: title, role: .subtotal, sumOf: terms))
    sums.append("+" + id)
  }
  let members = Set(association.members.map(\.id))
  let others = booked.filter { $0.objects[.party].map { !members.contains($0) } ?? true }
  if !others.isEmpty {
    add("ovriga", "Bokfört utan medlem", others)
    sums.append("+ovriga")
  }
  lines.append(StatementSpec.Line(id: "summa", title: "Summa", role: .total, sumOf: sums))
  let spec = StatementSpec(
    id: "medlemsbidrag", title: "Medlemmarnas bidrag", unit: .kronor, rowHeading: "Medlem",
    lines: lines + [
      StatementSpec.Line(id: "tva-ganger-regionerna", title: "Två gånger regionernas bidrag", role: .memo),
      StatementSpec.Line(id: "tva-ganger-kommunerna", title: "Två gånger kommunernas bidrag", role: .memo),
    ])
  return spec.contributionTable(shares: shares, expected: expected, booked: outcome, year: books.year.number)
}

private let partySums: [(kind: Member.Kind, id: String, title: String)] = [
  (.state, "staten", "Staten"),
  (.region, "regionerna", "Regionerna"),
  (.municipality, "kommunerna", "Kommunerna"),
]

/// What the budget says that the members shall pay, or nil without one.
private func plannedContributions(_ books: Books, _ association: Association) -> Figure? {
  guard let budget = association.budget(for: books.year.number) else { return nil }
  let lines = budget.lines.filter { $0.group == .contributions }
  return lines.isEmpty ? nil : budget.figure(lines, title: "Medlemsintäkter")
}

extension StatementSpec {
  fileprivate func contributionTable(
    shares: [String: Figure], expected: [String: Figure], booked: [String: Figure], year: Int
  ) -> Table {
    func doubled(_ leaves: [String: Figure]) -> [String: Figure] {
      var figures = finished(leaves)
      for (id, twice) in [("regionerna", "tva-ganger-regionerna"), ("kommunerna", "tva-ganger-kommunerna")] {
        guard let figure = figures[id] else { continue }
        let operand = Origin.Operand(
          sign: "+", title: lines.first { $0.id == id }?.title ?? id, figure: figure)
        figures[twice] = Figure(adding: [operand, operand])
      }
      return figures
    }
    let expected = doubled(expected)
    let booked = doubled(booked)
    var difference: [String: Figure] = [:]
    for line in lines where line.role != .memo {
      guard let want = expected[line.id], let have = booked[line.id] else { continue }
      difference[line.id] = Figure(adding: [
        Origin.Operand(sign: "+", title: "Bokfört", figure: have),
        Origin.Operand(sign: "−", title: "Enligt nyckeln", figure: want),
      ])
    }
    return table([
      Column(heading: Table.Column(id: "share", title: "Andel"), figures: shares),
      Column(heading: Table.Column(id: "expected", title: "Enligt nyckeln", year: year), figures: expected),
      Column(heading: Table.Column(id: "booked", title: "Bokfört", year: year), figures: booked),
      Column(heading: Table.Column(id: "difference", title: "Skillnad", year: year), figures: difference),
    ])
  }
}
