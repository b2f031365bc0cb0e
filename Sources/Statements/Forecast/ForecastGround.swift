import Association
import Ledger

/// What a forecast stands on: the ledger of two years sorted by what is forecast, month by month, and what was expected.
struct ForecastGround {
  /// What is forecast by itself.
  enum Key: Hashable {
    case contributions
    case otherIncome
    /// Grants to an insats, as its frame is reckoned.
    case insats(FrameKey)
    case otherCosts
    case financial
  }

  let index: Int
  let association: Association
  let year: FiscalYear
  let openingEquity: Money
  /// This year by key, cumulative month by month; income positive and costs too.
  private let current: [[Key: Money]]
  private let previous: [[Key: Money]]
  private let previousYear: Int
  /// The year's frames, by which the grants of both years are reckoned.
  private let frames: YearFrames
  private let insatser: [String: Insats]
  /// How all insatser together went last year, month by month.
  private let allInsatser: [Money]

  init(thisYear: MonthEnds, lastYear: MonthEnds?, index: Int, mapping: Mapping, association: Association) {
    self.index = index
    self.association = association
    year = thisYear.year
    openingEquity =
      SortedBooks(thisYear.books[index], mapping: mapping).equity(.opening, mapping).amount ?? .zero
    let frames = YearFrames(association, year: thisYear.year.number)
    current = thisYear.books[...index].map { ForecastGround.amounts($0, mapping: mapping, frames: frames) }
    let previous = lastYear?.books.map { ForecastGround.amounts($0, mapping: mapping, frames: frames) } ?? []
    self.previous = previous
    allInsatser = previous.map { $0.filter { $0.key.isInsats }.map(\.value).sum() }
    previousYear = lastYear?.year.number ?? thisYear.year.number - 1
    self.frames = frames
    insatser = Dictionary(association.insatser.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The result so far, by key.
  private static func amounts(_ books: Books, mapping: Mapping, frames: YearFrames) -> [Key: Money] {
    let sorted = SortedBooks(books, mapping: mapping)
    var amounts: [Key: Money] = [:]
    for line in mapping.incomeLines {
      for balance in sorted.of(line.id) where balance.change != .zero {
        let key: Key
        if mapping.contributions.counts(balance) {
          key = .contributions
        } else if mapping.insatsCosts.counts(balance) {
          key = .insats(frames.key(balance.objects))
        } else {
          key = ForecastGround.key(ofLine: line.id)
        }
        let isCost = key.isCost
        amounts[key, default: .zero] += isCost ? balance.change : -balance.change
      }
    }
    return amounts
  }

  private static func key(ofLine id: String) -> Key {
    switch id {
    case "verksamhetens-intakter", "skatteintakter", "generella-statsbidrag": .otherIncome
    case "finansiella-intakter", "finansiella-kostnader": .financial
    default: .otherCosts
    }
  }

  // What is booked, and the rhythm of last year.

  private func booked(_ key: Key) -> Money { current[index][key] ?? .zero }

  /// Salaries and rent come evenly, whatever last year's closing of the books did.
  private func rhythm(_ key: Key) -> Rhythm {
    Rhythm(key == .otherCosts ? [] : lastYear(key), monthCount: year.months.count)
  }

  private func lastYear(_ key: Key) -> [Money] { previous.map { $0[key] ?? .zero } }

  /// An insats that is new this year has the rhythm of all insatser last year; one that begins or ends within the year
  /// draws in its own months alone.
  private func insatsRhythm(_ key: FrameKey) -> Rhythm {
    let months = year.months
    let insats = insatser[key.insatsID]
    let first = insats?.started.flatMap { months.firstIndex(of: Month(of: $0)) } ?? 0
    let last = insats?.ended.flatMap { months.firstIndex(of: Month(of: $0)) } ?? months.count - 1
    let span = first...max(first, last)
    let own = Rhythm(lastYear(.insats(key)), monthCount: months.count, span: span)
    return own.isLearned ? own : Rhythm(allInsatser, monthCount: months.count, span: span)
  }

  /// Booked, and of what was expected that part which is still to come by the rhythm, corrected once by the outcome.
  private func forecast(booked: Money, expected: Money, rhythm: Rhythm) -> Money {
    let first = booked + rhythm.remainder(of: expected, after: index)
    return booked + rhythm.remainder(of: first, after: index)
  }

  // The insatser.

  func frameLines(trials: [YearForecast.Trial]) -> [YearForecast.FrameLine] {
    var keys = frames.keys
    var known = Set(keys)
    func add(_ key: FrameKey) { if known.insert(key).inserted { keys.append(key) } }
    for key in current[index].keys.compactMap(\.frame).sorted() { add(key) }
    // What is tried of an insats with neither frame nor cost has a line too, and is not lost.
    let insatser = Set(keys.map(\.insatsID))
    for trial in trials where !insatser.contains(trial.insatsID) { add(FrameKey(insatsID: trial.insatsID)) }
    let order = Dictionary(association.insatser.enumerated().map { ($1.id, $0) }) { first, _ in first }
    func place(_ id: String) -> Int { id.isEmpty ? Int.max : order[id] ?? Int.max - 1 }
    let sorted = keys.enumerated().sorted { left, right in
      let (first, second) = (place(left.element.insatsID), place(right.element.insatsID))
      return first == second ? left.offset < right.offset : first < second
    }
    let expectedUse = expectedUse
    let forecasts = Dictionary(
      grouping: association.performerForecasts.filter { $0.year == year.number && $0.month <= year.months[index] },
      by: \.insatsID)
    var tried = trials
    return sorted.map(\.element).map { key in
      let trial = tried.filter { $0.insatsID == key.insatsID }.map(\.amount).sum()
      tried.removeAll { $0.insatsID == key.insatsID }
      let said = (forecasts[key.insatsID] ?? [])
        .filter { key.receiverID.isEmpty || $0.receiverID == key.receiverID }.max { $0.month < $1.month }
      return frameLine(key, said: said, use: expectedUse, trial: trial)
    }
  }

  /// How much of last year's frames was drawn: performers that had money left last year are not expected to draw all
  /// of this year's. The whole, where last year had no frames or more was drawn than granted.
  private var expectedUse: (drawn: Money, whole: Money)? {
    let frames = association.frames.filter { $0.year == previousYear }
    let whole = frames.map(\.granted).sum()
    let granted = Set(frames.map(\.insatsID))
    let drawn = (previous.last ?? [:]).filter { $0.key.frame.map { granted.contains($0.insatsID) } ?? false }
      .map(\.value).sum()
    return whole > .zero && drawn > .zero && drawn < whole ? (drawn, whole) : nil
  }

  private func frameLine(
    _ key: FrameKey, said: PerformerForecast?, use: (drawn: Money, whole: Money)?, trial: Money
  ) -> YearForecast.FrameLine {
    let granted = frames.granted(key)
    let drawn = booked(.insats(key))
    let rhythm = insatsRhythm(key)
    let hasEnded = insatser[key.insatsID]?.ended.map { Month(of: $0) < year.months[index] } ?? false
    let amount: Money
    let rule: YearForecast.Rule
    if let said {
      (amount, rule) = (max(said.expected, drawn), .performer)
    } else if let granted, !hasEnded, index < year.months.count - 1 {
      let expected = use.map { Money(ore: Int64(Int128(granted.ore) * Int128($0.drawn.ore) / Int128($0.whole.ore))) }
      let reckoned = forecast(booked: drawn, expected: expected ?? granted, rhythm: rhythm)
      (amount, rule) = (min(max(reckoned, drawn), max(granted, drawn)), rhythm.isLearned ? .rhythm : .even)
    } else {
      (amount, rule) = (drawn, .booked)
    }
    return YearForecast.FrameLine(
      insatsID: key.insatsID, receiverID: key.receiverID, granted: granted, drawn: drawn, forecast: amount + trial,
      tried: trial, rule: rule)
  }

  // Income and costs.

  func resultLines(frames: [YearForecast.FrameLine]) -> [YearForecast.ResultLine] {
    let budget = association.budget(for: year.number)
    func line(
      _ id: String, _ title: String, _ key: Key, _ groups: [Budget.Line.Group]
    ) -> YearForecast.ResultLine {
      let expected = budget.map { budget in
        budget.lines.filter { groups.contains($0.group) }.map { $0.amounts.first ?? .zero }.sum()
      }
      let isLast = index == year.months.count - 1
      let rhythm = rhythm(key)
      let remainder = rhythm.remainder(of: expected ?? lastYear(key).last ?? .zero, after: index)
      let amount: Money
      let rule: YearForecast.Rule
      if isLast {
        (amount, rule) = (booked(key), .booked)
      } else if key == .contributions, let expected {
        // Contributions are called for once and for all.
        (amount, rule) = (max(expected, booked(key)), .budget)
      } else {
        (amount, rule) = (booked(key) + remainder, rhythm.isLearned ? .rhythm : .even)
      }
      let sign = key.isCost ? -1 : 1
      func signed(_ money: Money) -> Money { sign < 0 ? -money : money }
      return YearForecast.ResultLine(
        id: id, title: title, expected: expected.map(signed), booked: signed(booked(key)), forecast: signed(amount),
        rule: rule)
    }
    let insatser = YearForecast.ResultLine(
      id: "insatser", title: "Samverkansinsatser",
      expected: frames.contains { $0.granted != nil } ? -frames.compactMap(\.granted).sum() : nil,
      booked: -frames.map(\.drawn).sum(), forecast: -frames.map(\.forecast).sum(), rule: .rhythm)
    return [
      line("medlemsbidrag", "Medlemsbidrag", .contributions, [.contributions]),
      line("ovriga-intakter", "Övriga intäkter", .otherIncome, [.otherIncome]),
      insatser,
      line("ovriga-kostnader", "Övriga kostnader", .otherCosts, [.commonCosts]),
      line("finansnetto", "Finansnetto", .financial, [.financial]),
    ]
  }

  // Month by month.

  func path(frames: [YearForecast.FrameLine], lines: [YearForecast.ResultLine]) -> [YearForecast.MonthPoint] {
    let rhythms = frames.map { (frame: $0, rhythm: insatsRhythm($0.key)) }
    return year.months.enumerated().map { place, month in
      let result =
        place <= index
        ? current[place].map { $0.key.isCost ? -$0.value : $0.value }.sum()
        : lines.map { coming($0, by: place, frames: rhythms) }.sum()
      return YearForecast.MonthPoint(month: month, equity: openingEquity + result, isForecast: place > index)
    }
  }

  /// What a line will have come to by the end of a later month.
  private func coming(
    _ line: YearForecast.ResultLine, by place: Int, frames: [(frame: YearForecast.FrameLine, rhythm: Rhythm)]
  ) -> Money {
    let key: Key
    switch line.id {
    case "medlemsbidrag": key = .contributions
    case "ovriga-intakter": key = .otherIncome
    case "ovriga-kostnader": key = .otherCosts
    case "finansnetto": key = .financial
    default:
      return -frames.map { frame, rhythm in
        frame.drawn + rhythm.progress(of: frame.forecast - frame.drawn, from: index, to: place)
      }.sum()
    }
    return line.booked + rhythm(key).progress(of: line.forecast - line.booked, from: index, to: place)
  }
}

extension ForecastGround.Key {
  /// What it is reckoned by, where it is grants to an insats.
  var frame: FrameKey? { if case .insats(let key) = self { key } else { nil } }
  var isInsats: Bool { frame != nil }
  /// Whether it is counted as a cost: positive where money goes out.
  var isCost: Bool { isInsats || self == .otherCosts }
}
