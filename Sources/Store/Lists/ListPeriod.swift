import Ledger

/// A period as lists ask for it: the months that lie wholly in it, whose totals the book keeps, and the days of the
/// months that it cuts, whose rows must be read.
struct ListPeriod {
  /// Days as `yyyymmdd`; the last may be a day that no month has, such as 31 February, for they are only compared.
  let first: Int64
  let last: Int64
  /// The first and last whole month as `yyyymm`.
  let months: ClosedRange<Int64>?
  /// The days of the months that are cut, first and last.
  let cuts: [ClosedRange<Int64>]

  /// What `from` to `through` has in common with the year.
  init(_ year: FiscalYear, from: CalendarDate?, through: CalendarDate?) {
    let first = max(Int64(year.first.yyyymmdd), from.map { Int64($0.yyyymmdd) } ?? 0)
    let last = min(Int64(year.last.yyyymmdd), through.map { Int64($0.yyyymmdd) } ?? .max)
    self.init(year, first: first, last: last)
  }

  /// What comes before the period in the year.
  func before(in year: FiscalYear) -> ListPeriod {
    let month = first / 100
    let previous = month % 100 == 1 ? month - 89 : month - 1
    return ListPeriod(
      year, first: Int64(year.first.yyyymmdd), last: first % 100 == 1 ? previous * 100 + 31 : first - 1)
  }

  /// Whether no day is in it.
  var isEmpty: Bool { first > last }

  /// Whether it is made of whole months.
  var isWhole: Bool { cuts.isEmpty }

  private init(_ year: FiscalYear, first: Int64, last: Int64) {
    self.first = first
    self.last = last
    guard first <= last else {
      months = nil
      cuts = []
      return
    }
    let (firstMonth, lastMonth) = (first / 100, last / 100)
    let beginsWhole = first % 100 == 1 || first == Int64(year.first.yyyymmdd)
    let endsWhole =
      last == Int64(year.last.yyyymmdd)
      || Int(last % 100) >= CalendarDate.dayCount(ofMonth: Int(lastMonth % 100), year: Int(lastMonth / 100))
    guard firstMonth < lastMonth else {
      months = beginsWhole && endsWhole ? firstMonth...firstMonth : nil
      cuts = beginsWhole && endsWhole ? [] : [first...last]
      return
    }
    var cuts: [ClosedRange<Int64>] = []
    if !beginsWhole { cuts.append(first...(firstMonth * 100 + 31)) }
    if !endsWhole { cuts.append((lastMonth * 100 + 1)...last) }
    self.cuts = cuts
    let from = beginsWhole ? firstMonth : firstMonth % 100 == 12 ? firstMonth + 89 : firstMonth + 1
    let through = endsWhole ? lastMonth : lastMonth % 100 == 1 ? lastMonth - 89 : lastMonth - 1
    months = from <= through ? from...through : nil
  }
}
