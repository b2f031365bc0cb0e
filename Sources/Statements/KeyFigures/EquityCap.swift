public import Association
public import Ledger

/// The most that equity should be by the national council's recommendation of 2013: a share of the base up to a step
/// and a lower share above it (domain 3). Shares and step are the association's settings; halves of an öre round up.
public func equityCapAmount(base: Money, settings: Settings) -> Money {
  let low = min(max(base, .zero), settings.capStep)
  let high = max(base - settings.capStep, .zero)
  let thousandths = low.ore * Int64(settings.capLowPermille) + high.ore * Int64(settings.capHighPermille)
  return Money(ore: (thousandths + 500) / 1000)
}

extension StatementSpec {
  /// Equity against its cap.
  static let equityCap = StatementSpec(
    id: "eget-kapital-tak", title: "Eget kapital mot rekommenderat tak", unit: .kronor,
    lines: [
      Line(id: "underlag", title: "Underlag"),
      Line(id: "tak", title: "Rekommenderat tak"),
      Line(id: "eget-kapital", title: "Utgående eget kapital"),
      Line(id: "utrymme", title: "Utrymme under taket", role: .total, sumOf: ["+tak", "-eget-kapital"]),
      Line(id: "andel", title: "Eget kapital i procent av underlaget", role: .memo),
    ])
}

/// Equity against the cap, this year and the year before. A negative room is how much equity is over.
public func equityCap(_ books: Books, previous: Books?, mapping: Mapping, association: Association) -> Table {
  let settings = association.settings
  let income = incomeStatement(books, previous: previous, mapping: mapping)
  let position = balanceSheet(books, previous: previous, mapping: mapping)
  func figures(_ books: Books?, _ column: String) -> [String: Figure]? {
    guard let books, let equity = position.figure("utgaende-eget-kapital", column) else { return nil }
    let base =
      switch settings.capBase {
      case .income: income.figure("verksamhetens-intakter", column) ?? .none(in: books.year)
      case .contributions: contributionSum(books, mapping: mapping)
      }
    let cap = Figure(
      .amount(equityCapAmount(base: base.amount ?? .zero, settings: settings)),
      origin: .formula(capOperands(base, settings)))
    var figures = ["underlag": base, "tak": cap, "eget-kapital": equity]
    figures["andel"] = Share(of: equity, in: base).map { share in
      Figure(
        .share(share),
        origin: .formula([
          Origin.Operand(sign: "+", title: "Eget kapital", figure: equity),
          Origin.Operand(sign: "/", title: "Underlag", figure: base),
        ]))
    }
    return figures
  }
  var spec = StatementSpec.equityCap
  spec.lines[0].title = settings.capBase == .income ? "Underlag: verksamhetens intäkter" : "Underlag: medlemsbidrag"
  let years = [figures(books, "current"), figures(previous, "previous")]
  let isOver = years.contains { year in
    guard let year, let cap = year["tak"]?.amount, let equity = year["eget-kapital"]?.amount else { return false }
    return equity > cap
  }
  if isOver, let room = spec.lines.firstIndex(where: { $0.id == "utrymme" }) {
    spec.lines[room].title = "Utrymme under taket (minus: över taket)"
  }
  return spec.table([
    StatementSpec.Column(heading: .current(of: books.year), figures: years[0]),
    StatementSpec.Column(heading: .previous(of: books.year, previous), figures: years[1]),
  ])
}

/// The cap's two steps, each with its share.
private func capOperands(_ base: Figure, _ settings: Settings) -> [Origin.Operand] {
  let amount = base.amount ?? .zero
  let low = Figure(
    .amount(min(max(amount, .zero), settings.capStep)),
    origin: .formula([Origin.Operand(sign: "+", title: "Underlag upp till trappsteget", figure: base)]))
  let high = Figure(
    .amount(max(amount - settings.capStep, .zero)),
    origin: .formula([Origin.Operand(sign: "+", title: "Underlag över trappsteget", figure: base)]))
  func share(_ permille: Int) -> Figure? {
    Share(Int64(permille), of: 1000).map {
      Figure(.share($0), origin: .fact(title: "Andel enligt rekommendationen", source: "Förbundets inställningar"))
    }
  }
  return [
    Origin.Operand(sign: "+", title: "Underlag upp till trappsteget", figure: low),
    share(settings.capLowPermille).map { Origin.Operand(sign: "×", title: "Andel upp till trappsteget", figure: $0) },
    Origin.Operand(sign: "+", title: "Underlag över trappsteget", figure: high),
    share(settings.capHighPermille).map { Origin.Operand(sign: "×", title: "Andel över trappsteget", figure: $0) },
  ].compactMap(\.self)
}

/// The members' contributions of a year, positive.
func contributionSum(_ books: Books, mapping: Mapping) -> Figure {
  let balances = SortedBooks(books, mapping: mapping).of(mapping.resultLineIDs)
  return books.figure(balances.filter { mapping.contributions.counts($0) }, .change, isTurned: true)
}
