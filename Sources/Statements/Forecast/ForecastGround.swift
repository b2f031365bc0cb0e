import Association
import Ledger

/// What a forecast stands on: the ledger of two years sorted by what is forecast, month by month, and what was expected.
struct ForecastGround {
  /// What is forecast by itself.
  enum Key: Hashable {
    case contributions
    case otherIncome
    /// Grants to an insats, to a receiver; either may be empty.
    case insats(String, String)
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

  init(thisYear: MonthEnds, lastYear: MonthEnds?, index: Int, mapping: Mapping, association: Association) {
    self.index = index
    self.association = association
    year = thisYear.year
    openingEquity =
      SortedBooks(thisYear.books[index], mapping: mapping).equity(.opening, mapping).amount ?? .zero
    let shared = association.insatserInOneFrame(year: thisYear.year.number)
    current = thisYear.books[...index].map { ForecastGround.amounts($0, mapping: mapping, shared: shared) }
    previous = lastYear?.books.map { ForecastGround.amounts($0, mapping: mapping, shared: shared) } ?? []
    previousYear = lastYear?.year.number ?? thisYear.year.number - 1
  }

  /// The result so far, by key. An insats with one frame is one key.
  private static func amounts(_ books: Books, mapping: Mapping, shared: Set<String>) -> [Key: Money] {
    let sorted = SortedBooks(books, mapping: mapping)
    var amounts: [Key: Money] = [:]
    for line in mapping.incomeLines {
      for balance in sorted.of(line.id) where balance.change != .zero {
        let key: Key
        if mapping.contributions.counts(balance) {
          key = .contributions
        } else if mapping.insatsCosts.counts(balance) {
          let insats = balance.objects[.insats] ?? ""
          key = .insats(insats, shared.contains(insats) ? "" : balance.objects[.party] ?? "")
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
  private func insatsRhythm(_ insatsID: String, _ receiverID: String) -> Rhythm {
    let months = year.months
    let insats = association.insatser.first { $0.id == insatsID }
    let first = insats?.started.flatMap { months.firstIndex(of: Month(of: $0)) } ?? 0
    let last = insats?.ended.flatMap { months.firstIndex(of: Month(of: $0)) } ?? months.count - 1
    let span = first...max(first, last)
    let own = Rhythm(lastYear(.insats(insatsID, receiverID)), monthCount: months.count, span: span)
    if own.isLearned { return own }
    let all = previous.map { $0.filter { $0.key.isInsats }.map(\.value).sum() }
    return Rhythm(all, monthCount: months.count, span: span)
  }

  /// Booked, and of what was expected that part which is still to come by the rhythm, corrected once by the outcome.
  private func forecast(booked: Money, expected: Money, rhythm: Rhythm) -> Money {
    let first = booked + rhythm.remainder(of: expected, after: index)
    return booked + rhythm.remainder(of: first, after: index)
  }

  // The insatser.

  func frameLines(trials: [YearForecast.Trial]) -> [YearForecast.FrameLine] {
    let frames = association.frames.filter { $0.year == year.number }
    var keys: [(insats: String, receiver: String)] = []
    func add(_ insats: String, _ receiver: String) {
      if !keys.contains(where: { $0.insats == insats && $0.receiver == receiver }) { keys.append((insats, receiver)) }
    }
    let shared = association.insatserInOneFrame(year: year.number)
    for frame in frames { add(frame.insatsID, shared.contains(frame.insatsID) ? "" : frame.receiverID) }
    for case .insats(let insats, let receiver) in current[index].keys.sorted(by: Key.isBefore) { add(insats, receiver) }
    // What is tried of an insats with neither frame nor cost has a line too, and is not lost.
    for trial in trials where !keys.contains(where: { $0.insats == trial.insatsID }) { add(trial.insatsID, "") }
    let order = association.insatser.map(\.id)
    func place(_ id: String) -> Int { id.isEmpty ? Int.max : order.firstIndex(of: id) ?? Int.max - 1 }
    let sorted = keys.enumerated().sorted { left, right in
      let (first, second) = (place(left.element.insats), place(right.element.insats))
      return first == second ? left.offset < right.offset : first < second
    }
    var tried = trials
    return sorted.map(\.element).map { key in
      let granted = frames.filter {
        $0.insatsID == key.insats && (shared.contains(key.insats) || $0.receiverID == key.receiver)
      }.map(\.granted)
      let trial = tried.filter { $0.insatsID == key.insats }.map(\.amount).sum()
      tried.removeAll { $0.insatsID == key.insats }
      return frameLine(key.insats, key.receiver, granted: granted.isEmpty ? nil : granted.sum(), trial: trial)
    }
  }

  /// How much of last year's frames was drawn: performers that had money left last year are not expected to draw all
  /// of this year's. The whole, where last year had no frames or more was drawn than granted.
  private func expectedUse(of granted: Money) -> Money {
    let frames = association.frames.filter { $0.year == previousYear }
    let whole = frames.map(\.granted).sum()
    let drawn = Set(frames.map(\.insatsID)).reduce(Money.zero) { sum, id in
      sum + (previous.last ?? [:]).filter { $0.key.isInsats(id) }.map(\.value).sum()
    }
    guard whole > .zero, drawn > .zero, drawn < whole else { return granted }
    return Money(ore: Int64(Int128(granted.ore) * Int128(drawn.ore) / Int128(whole.ore)))
  }

  private func frameLine(
    _ insats: String, _ receiver: String, granted: Money?, trial: Money
  ) -> YearForecast.FrameLine {
    let drawn = booked(.insats(insats, receiver))
    let rhythm = insatsRhythm(insats, receiver)
    let said = association.performerForecasts
      .filter {
        $0.insatsID == insats && (receiver.isEmpty || $0.receiverID == receiver) && $0.year == year.number
          && $0.month <= year.months[index]
      }
      .max { $0.month < $1.month }
    let ended = association.insatser.first { $0.id == insats }?.ended
    let hasEnded = ended.map { Month(of: $0) < year.months[index] } ?? false
    let amount: Money
    let rule: YearForecast.Rule
    if let said {
      (amount, rule) = (max(said.expected, drawn), .performer)
    } else if let granted, !hasEnded, index < year.months.count - 1 {
      let reckoned = forecast(booked: drawn, expected: expectedUse(of: granted), rhythm: rhythm)
      (amount, rule) = (min(max(reckoned, drawn), max(granted, drawn)), rhythm.isLearned ? .rhythm : .even)
    } else {
      (amount, rule) = (drawn, .booked)
    }
    return YearForecast.FrameLine(
      insatsID: insats, receiverID: receiver, granted: granted, drawn: drawn, forecast: amount + trial, tried: trial,
      rule: rule)
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
    year.months.enumerated().map { place, month in
      let result =
        place <= index
        ? current[place].map { $0.key.isCost ? -$0.value : $0.value }.sum()
        : lines.map { coming($0, by: place, frames: frames) }.sum()
      return YearForecast.MonthPoint(month: month, equity: openingEquity + result, isForecast: place > index)
    }
  }

  /// What a line will have come to by the end of a later month.
  private func coming(_ line: YearForecast.ResultLine, by place: Int, frames: [YearForecast.FrameLine]) -> Money {
    let key: Key
    switch line.id {
    case "medlemsbidrag": key = .contributions
    case "ovriga-intakter": key = .otherIncome
    case "ovriga-kostnader": key = .otherCosts
    case "finansnetto": key = .financial
    default:
      let parts = frames.map { frame in
        let rhythm = insatsRhythm(frame.insatsID, frame.receiverID)
        return frame.drawn + rhythm.progress(of: frame.forecast - frame.drawn, from: index, to: place)
      }
      return -parts.sum()
    }
    return line.booked + rhythm(key).progress(of: line.forecast - line.booked, from: index, to: place)
  }
}

extension ForecastGround.Key {
  var isInsats: Bool { if case .insats = self { true } else { false } }
  func isInsats(_ id: String) -> Bool { if case .insats(id, _) = self { true } else { false } }
  /// Whether it is counted as a cost: positive where money goes out.
  var isCost: Bool { isInsats || self == .otherCosts }

  /// An order for keys that the association does not know: by insats, then receiver.
  static func isBefore(_ left: Self, _ right: Self) -> Bool {
    guard case .insats(let first, let receiver) = left, case .insats(let second, let other) = right else {
      return left.isInsats && !right.isInsats
    }
    return (first, receiver) < (second, other)
  }
}

extension Association {
  /// The insatser of the year that have one frame, whoever draws of it: as in the note, one row.
  fileprivate func insatserInOneFrame(year: Int) -> Set<String> {
    let receivers = Dictionary(grouping: frames.filter { $0.year == year }, by: \.insatsID)
      .mapValues { Set($0.map(\.receiverID)) }
    return Set(receivers.filter { $0.value.count == 1 }.keys)
  }
}
