public import Ledger

/// The yearly wheel (årshjul): every deadline of a year, with how it stands. Pure: the same facts and the same day give
/// the same wheel.
public enum YearlyWheel {
  /// The deadlines that fall in a calendar year, by day. A day that the association has decided stands instead of the
  /// usual one; what the association has added of its own stands among them.
  public static func deadlines(
    for association: Association, ledger: LedgerFacts = LedgerFacts(), year: Int, today: CalendarDate
  ) -> [Deadline] {
    let facts = association.deadlineFacts.filter { $0.year == year }
    let duties = Duty.allCases.compactMap { duty in
      deadline(
        duty, in: year, fact: facts.last { $0.id == duty.rawValue }, association: association, ledger: ledger,
        today: today)
    }
    let own = facts.compactMap { fact in
      Duty(rawValue: fact.id) == nil ? deadline(fact, today: today) : nil
    }
    // Several fall on the same day, and then stand in the order in which they are done.
    return (duties + own).enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
  }

  /// What must be seen to now, the most urgent first: all that is late, and what is soon.
  ///
  /// What is late is about a year that the book has, or prepares the one after: what a book says nothing of was seen to
  /// elsewhere, or is of a year that nobody has begun here, and so nothing is late in a book without years. A day that
  /// the association has decided counts whatever the book has. What is late is followed a year back, but for the year
  /// end and the report, which every later year rests on.
  public static func present(
    for association: Association, ledger: LedgerFacts = LedgerFacts(), today: CalendarDate
  ) -> [Deadline] {
    let years = min(ledger.years.first?.year.number ?? today.year - 1, today.year - 1)...(today.year + 1)
    return years.flatMap { year in
      deadlines(for: association, ledger: ledger, year: year, today: today).filter { deadline in
        if deadline.isSoon { return true }
        guard deadline.isLate, isOwn(deadline, ledger: ledger) else { return false }
        return year >= today.year - 1 || (deadline.duty?.isFollowed ?? false)
      }
    }.sorted { $0.day < $1.day }
  }

  /// Whether the deadline is this book's: about a year that it has or the one after its wheel's, or decided.
  private static func isOwn(_ deadline: Deadline, ledger: LedgerFacts) -> Bool {
    if deadline.basis == .decision || ledger.year(deadline.concerns) != nil { return true }
    return deadline.concerns > deadline.year && ledger.year(deadline.year) != nil
  }

  private static func deadline(
    _ duty: Duty, in year: Int, fact: DeadlineFact?, association: Association, ledger: LedgerFacts, today: CalendarDate
  ) -> Deadline? {
    let usual = duty.usualDay.flatMap { CalendarDate(year: year, month: $0.month, day: $0.day) }
    guard stands(duty, in: year, fact: fact, ledger: ledger), let day = fact?.day ?? usual else { return nil }
    let concerned = duty.concerns(in: year)
    let shownOn = doneDay(duty, of: concerned, year: year, association: association, ledger: ledger)
    let isShown = shownOn != nil || isShown(duty, of: concerned, association: association, ledger: ledger)
    let doneOn = isShown ? shownOn : fact?.doneOn
    return Deadline(
      year: year, id: duty.rawValue, duty: duty, concerns: concerned, day: day,
      basis: fact?.day.map { $0 == usual } ?? true ? (duty.isByLaw ? .law : .custom) : .decision,
      title: duty.title(in: year), law: duty.law, meaning: duty.meaning, note: fact?.note ?? "",
      isMarked: !isShown && doneOn != nil,
      state: isShown || doneOn != nil ? .done(on: doneOn) : state(of: day, today: today))
  }

  private static func deadline(_ fact: DeadlineFact, today: CalendarDate) -> Deadline? {
    guard let day = fact.day else { return nil }
    return Deadline(
      year: fact.year, id: fact.id, duty: nil, concerns: fact.year, day: day, basis: .decision,
      title: fact.title.isEmpty ? fact.id : fact.title, law: "Förbundets eget årshjul",
      meaning: "Säg till här när det är gjort.", note: fact.note,
      isMarked: fact.doneOn != nil, state: fact.doneOn.map { .done(on: $0) } ?? state(of: day, today: today))
  }

  static func state(of day: CalendarDate, today: CalendarDate) -> Deadline.State {
    let days = today.days(until: day)
    if days < 0 { return .late(days: -days) }
    return days <= Deadline.soonDays ? .soon(days: days) : .coming(days: days)
  }

  /// Whether the duty stands in that year's wheel at all.
  private static func stands(_ duty: Duty, in year: Int, fact: DeadlineFact?, ledger: LedgerFacts) -> Bool {
    switch duty {
    // General elections are held every fourth year: 2018, 2022, 2026.
    case .boardTerm: year % 4 == 3
    case .yearEnd, .fourthQuarter, .firstQuarter, .secondQuarter, .thirdQuarter:
      ledger.year(duty.concerns(in: year)) != nil
    default: !duty.isOptional || fact?.day != nil
    }
  }

  /// The day that a fact of the association gives for when it was done.
  private static func doneDay(
    _ duty: Duty, of concerned: Int, year: Int, association: Association, ledger: LedgerFacts
  ) -> CalendarDate? {
    switch duty {
    case .report: association.reports.first { $0.year == concerned }?.decision.date
    case .signatures: association.reports.first { $0.year == concerned }?.signedOn
    case .budget: firstBudget(of: concerned, in: association)?.decision.date
    case .consultation:
      firstBudget(of: concerned, in: association)?.consultedOn ?? ledger.budget(concerned)?.consultedOn
    case .budgetProposal: ledger.budget(concerned)?.publishedOn
    case .boardTerm:
      association.seats.compactMap(\.from).filter { $0.year == year }.min()
    default: nil
    }
  }

  /// Whether the book shows it, without a day.
  private static func isShown(
    _ duty: Duty, of concerned: Int, association: Association, ledger: LedgerFacts
  ) -> Bool {
    if let quarter = duty.quarter { return ledger.isClosed(quarter: quarter, of: concerned) }
    switch duty {
    case .yearEnd:
      guard let year = ledger.year(concerned) else { return false }
      return year.isEnded || year.isClosed || ledger.years.contains { year.year < $0.year }
    case .vatApplication: return ledger.claimedVATYears.contains(concerned)
    // A year whose figures stand among the adopted ones, or that a later report has been decided after, was reported
    // before the book began.
    case .report, .signatures:
      return association.history.contains { $0.year == concerned }
        || association.reports.contains { $0.year > concerned && $0.decision.date != nil }
    default: return false
    }
  }

  /// The year's budget as it was first decided: a revised one meets no deadline.
  private static func firstBudget(of year: Int, in association: Association) -> Budget? {
    association.budgets.filter { $0.year == year }.min { $0.version < $1.version }
  }
}
