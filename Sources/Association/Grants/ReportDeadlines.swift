public import Ledger

extension YearlyWheel {
  /// The reports that fall due in a calendar year, as deadlines of the wheel: one per day, whoever is to write them.
  public static func reportDeadlines(
    _ dues: [(name: String, due: ReportDue)], year: Int, today: CalendarDate
  ) -> [Deadline] {
    let byDay = Dictionary(grouping: dues.filter { $0.due.dueOn.year == year }) { $0.due.dueOn }
    return byDay.keys.sorted().map { day in
      let all = byDay[day] ?? []
      let wanted = all.filter { $0.due.isWanted }
      let names = (wanted.isEmpty ? all : wanted).map(\.name)
      let some = names.prefix(2).joined(separator: ", ")
      return Deadline(
        year: year, id: Deadline.reportsPrefix + day.text, duty: nil, concerns: year, day: day, basis: .decision,
        title: "Rapporter från " + some + (names.count > 2 ? " och \(names.count - 2) till" : ""), law: "",
        meaning: "Klart när varje rapport är inlämnad.", note: "avtalen med utförarna", isMarked: false,
        state: wanted.isEmpty ? .done(on: nil) : state(of: day, today: today))
    }
  }
}

extension Deadline {
  static let reportsPrefix = "rapporter-"

  /// Whether it is reports from performers that are due, which are looked at in a list of their own.
  public var isReports: Bool { id.utf8.starts(with: Deadline.reportsPrefix.utf8) }
}
