public import Association
public import Ledger

extension StatementSpec {
  /// Balansräkningen in the order of LKBR 6:2, equity divided into opening, the year's result and closing.
  static let balanceSheet = StatementSpec(
    id: "balansrakning", title: "Balansräkning", unit: .kronor,
    lines: [
      Line(id: "tillgangar", title: "Tillgångar", role: .heading),
      Line(id: "anlaggningstillgangar", title: "Anläggningstillgångar", role: .heading),
      Line(id: "immateriella-tillgangar", title: "Immateriella anläggningstillgångar", isOmittedWhenZero: true),
      Line(id: "maskiner-och-inventarier", title: "Maskiner och inventarier"),
      Line(
        id: "finansiella-anlaggningstillgangar", title: "Finansiella anläggningstillgångar",
        isOmittedWhenZero: true),
      Line(
        id: "summa-anlaggningstillgangar", title: "Summa anläggningstillgångar", role: .subtotal,
        sumOf: ["+immateriella-tillgangar", "+maskiner-och-inventarier", "+finansiella-anlaggningstillgangar"]),
      Line(id: "omsattningstillgangar", title: "Omsättningstillgångar", role: .heading),
      Line(id: "fordringar", title: "Fordringar"),
      Line(id: "kortfristiga-placeringar", title: "Kortfristiga placeringar", isOmittedWhenZero: true),
      Line(id: "kassa-och-bank", title: "Kassa och bank"),
      Line(
        id: "summa-omsattningstillgangar", title: "Summa omsättningstillgångar", role: .subtotal,
        sumOf: ["+fordringar", "+kortfristiga-placeringar", "+kassa-och-bank"]),
      Line(
        id: "summa-tillgangar", title: "Summa tillgångar", role: .total,
        sumOf: ["+summa-anlaggningstillgangar", "+summa-omsattningstillgangar"]),
      Line(
        id: "eget-kapital-avsattningar-och-skulder", title: "Eget kapital, avsättningar och skulder",
        role: .heading),
      Line(id: "eget-kapital", title: "Eget kapital", role: .heading),
      Line(id: "ingaende-eget-kapital", title: "Ingående eget kapital"),
      Line(id: "arets-resultat", title: "Årets resultat"),
      Line(
        id: "utgaende-eget-kapital", title: "Utgående eget kapital", role: .subtotal,
        sumOf: ["+ingaende-eget-kapital", "+arets-resultat"]),
      Line(id: "avsattningar", title: "Avsättningar"),
      Line(id: "skulder", title: "Skulder", role: .heading),
      Line(id: "langfristiga-skulder", title: "Långfristiga skulder"),
      Line(id: "kortfristiga-skulder", title: "Kortfristiga skulder"),
      Line(
        id: "summa-skulder", title: "Summa skulder", role: .subtotal,
        sumOf: ["+langfristiga-skulder", "+kortfristiga-skulder"]),
      Line(
        id: "summa-eget-kapital-avsattningar-och-skulder", title: "Summa eget kapital, avsättningar och skulder",
        role: .total, sumOf: ["+utgaende-eget-kapital", "+avsattningar", "+summa-skulder"]),
      Line(id: "panter", title: "Panter och därmed jämförliga säkerheter", role: .memo),
      Line(id: "ansvarsforbindelser", title: "Ansvarsförbindelser", role: .memo),
    ])

  /// The lines on the assets' side: printed as the ledger has them, debit positive.
  static let assetLineIDs = [
    "immateriella-tillgangar", "maskiner-och-inventarier", "finansiella-anlaggningstillgangar", "fordringar",
    "kortfristiga-placeringar", "kassa-och-bank",
  ]
  /// The lines on the other side, equity not counted: printed with the sign turned.
  static let debtLineIDs = ["avsattningar", "langfristiga-skulder", "kortfristiga-skulder"]
  /// The lines beside the sums.
  static let memoLineIDs = ["panter", "ansvarsforbindelser"]
}

/// Balansräkningen at the end of this year and the year before (LKBR 6:2, 6:5). Without last year's books the
/// comparison is what stood when the year began.
public func balanceSheet(_ books: Books, previous: Books?, mapping: Mapping) -> Table {
  let positions = Positions(books, previous: previous, mapping: mapping)
  let before = previous?.year.last ?? books.year.first.previous
  var table = StatementSpec.balanceSheet.table(
    [
      StatementSpec.Column(
        heading: Table.Column(id: "current", title: books.year.last.text, year: books.year.number),
        figures: positions.current.figures),
      StatementSpec.Column(
        heading: Table.Column(id: "previous", title: before.text, year: before.year),
        figures: positions.isPreviousKnown ? positions.previous.figures : nil),
    ], notes: noteNumbers(books, previous: previous, mapping: mapping))
  // The law asks for the heading even where there is nothing to put under it.
  for index in table.rows.indices where table.rows[index].role == .memo {
    table.rows[index].cells = table.rows[index].cells.map { cell in
      cell.figure.map { $0.isSomething } == false ? .text("Inga") : cell
    }
  }
  return table
}

extension CalendarDate {
  /// The day before this one; the first day that can be written is its own.
  var previous: CalendarDate {
    CalendarDate(year: year, month: month, day: day - 1)
      ?? CalendarDate(
        year: year, month: month - 1, day: CalendarDate.dayCount(ofMonth: month - 1, year: year))
      ?? CalendarDate(year: year - 1, month: 12, day: 31)
      ?? self
  }
}
