public import Association
public import Ledger

/// What each member should pay by the key, and what is booked on it; with the sums and shares that the law compares:
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
      shares[member.id] = part.flatMap { key?.share(of: $0) }.map {
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
    shares[id] = key?.share(of: association.members.filter { $0.kind == kind }, shares)
    sums.append("+" + id)
  }
  shares["summa"] = key?.share(of: association.members, shares)
  let members = Set(association.members.map(\.id))
  let others = booked.filter { $0.objects[.party].map { !members.contains($0) } ?? true }
  if !others.isEmpty {
    add("ovriga", "Bokfört utan medlem", others)
    sums.append("+ovriga")
  }
  lines.append(StatementSpec.Line(id: "summa", title: "Summa", role: .total, sumOf: sums))
  let spec = StatementSpec(
    id: "medlemsbidrag", title: "Medlemmarnas bidrag", unit: .kronor, rowHeading: "Medlem",
    lines: lines)
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

extension ContributionKey {
  /// A member's share of the whole. Where some share is no whole per cent all of them are parts of at least a
  /// thousand, so that all of them are printed with a decimal.
  fileprivate func share(of part: Part) -> Share? {
    let hasFractions = parts.contains { part in
      part.denominator > 0 && Int128(part.numerator) * 100 % Int128(part.denominator) != 0
    }
    let (numerator, overflow) = part.numerator.multipliedReportingOverflow(by: 1000)
    guard hasFractions, part.denominator < 1000, !overflow else { return Share(part.numerator, of: part.denominator) }
    return Share(numerator, of: part.denominator * 1000)
  }

  /// What those members' shares are together; nil where none of them has any, or the fractions have no common
  /// denominator that can be written.
  fileprivate func share(of members: [Member], _ shares: [String: Figure]) -> Figure? {
    var operands: [Origin.Operand] = []
    var sum: Share?
    for member in members {
      guard let figure = shares[member.id], let share = figure.share else { continue }
      operands.append(Origin.Operand(sign: "+", title: member.name, figure: figure))
      guard let before = sum else {
        sum = share
        continue
      }
      guard let together = before + share else { return nil }
      sum = together
    }
    return sum.map { Figure(.share($0), origin: .formula(operands)) }
  }
}

extension Share {
  /// The sum over the least common denominator; nil where that is too large to write.
  fileprivate static func + (left: Share, right: Share) -> Share? {
    var (divisor, rest) = (left.denominator, right.denominator)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    // Two factors below 2^63 make less than 2^126, and two such terms fit in 127 bits.
    let numerator =
      Int128(left.numerator) * Int128(right.denominator / divisor)
      + Int128(right.numerator) * Int128(left.denominator / divisor)
    let denominator = Int128(left.denominator) * Int128(right.denominator / divisor)
    guard let above = Int64(exactly: numerator), let below = Int64(exactly: denominator) else { return nil }
    return Share(above, of: below)
  }
}

extension StatementSpec {
  fileprivate func contributionTable(
    shares: [String: Figure], expected: [String: Figure], booked: [String: Figure], year: Int
  ) -> Table {
    let expected = finished(expected)
    let booked = finished(booked)
    var difference: [String: Figure] = [:]
    for line in lines {
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
