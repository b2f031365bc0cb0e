import Association
import Desk
import Ledger
import Press
import Report
import Statements
import Store

/// Something about the money that must be acted on, and where.
struct MoneyAlert: Hashable {
  let words: String
  let path: String
  /// Whether it is of equity or a frame; else it is of something that waits.
  let isAlarm: Bool
}

/// What the money says while the year runs: equity on its way over the cap, frames on their way over, and
/// requisitions that do not come.
enum MoneyAlerts {
  /// So many months may pass after a period that was asked for; a quarter and the month after it.
  static let quietMonthsMax = 4
  /// So many frames are named; the rest are counted.
  static let frameCountMax = 3

  /// The alerts; none in a book whose years do not run.
  static func of(_ asked: Asked, _ association: Association) async throws -> [MoneyAlert] {
    guard let year = try asked.store.fiscalYears().first(where: { $0.contains(asked.today) }) else {
      return []
    }
    let (store, today) = (asked.store, Month(of: asked.today))
    let forecast = try await LongWork.run { () throws -> YearForecast? in
      guard let month = try store.voucherCounts(of: year).keys.filter({ $0 <= today }).max() else { return nil }
      return try Forecasting.forecast(of: store, at: month)
    }
    let cases = try requisitions(asked)
    return (forecast.map { [equity($0), frames($0, association)] } ?? []).compactMap(\.self)
      + quiet(cases, asked, association, year)
  }

  /// The requisitions, for those who act on them.
  private static func requisitions(_ asked: Asked) throws -> [RequisitionCase] {
    Access.bookkeepers.admits(asked.user) ? try asked.store.requisitions() : []
  }

  /// How much must be granted or given back, and by when.
  static func equity(_ forecast: YearForecast) -> MoneyAlert? {
    guard let cap = forecast.cap, forecast.overCap > .zero else { return nil }
    return MoneyAlert(
      words: "Eget kapital väntas bli \(Numerals.kronor(forecast.closingEquity)) vid årets slut, "
        + "\(Numerals.kronor(forecast.overCap)) över taket \(Numerals.kronor(cap)). Så mycket behöver beviljas och användas, "
        + "eller betalas tillbaka, senast \(Numerals.date(forecast.year.last)).",
      path: Addresses.forecast.path(forecast.year.number), isAlarm: true)
  }

  static func frames(_ forecast: YearForecast, _ association: Association) -> MoneyAlert? {
    let over = forecast.frames.filter { $0.isOverrun && $0.forecast > .zero }.sorted { $0.left < $1.left }
    guard !over.isEmpty else { return nil }
    let named = over.prefix(frameCountMax).map {
      "\(association.title(of: $0)) \($0.drawn > $0.granted ?? .zero ? "är" : "väntas gå") \(Numerals.kronor(-$0.left)) över ramen"
    }
    let rest = over.count - named.count
    return MoneyAlert(
      words: named.joined(separator: ", ") + (rest > 0 ? ", och \(rest) till" : "") + ".",
      path: Addresses.followUp.path(forecast.year.number), isAlarm: true)
  }

  /// Insatser that draw money by requisitions and have not asked for any in a while.
  private static func quiet(
    _ all: [RequisitionCase], _ asked: Asked, _ association: Association, _ year: FiscalYear
  ) -> [MoneyAlert] {
    let cases = all.filter { $0.state.place != .withdrawn }
    guard !cases.isEmpty else { return [] }
    let today = Month(of: asked.today)
    let granted = Set(association.frames.filter { $0.year == year.number && $0.granted > .zero }.map(\.insatsID))
    let used = Set(cases.map(\.requisition.insatsID))
    let late = association.insatser.filter { insats in
      guard granted.contains(insats.id), used.contains(insats.id), insats.ended.map({ $0 >= asked.today }) ?? true
      else { return false }
      let last = cases.filter { $0.requisition.insatsID == insats.id }.map(\.requisition.said.lastMonth).max()
      let count = last.map { (today.year - $0.year) * 12 + today.month - $0.month } ?? today.month
      return count > quietMonthsMax
    }
    guard !late.isEmpty else { return [] }
    let names = late.prefix(frameCountMax).map(\.name).joined(separator: ", ")
    let rest = late.count - min(late.count, frameCountMax)
    return [
      MoneyAlert(
        words:
          "\(names)\(rest > 0 ? " och \(rest) till" : "") har inte begärt pengar för de senaste \(quietMonthsMax) månaderna.",
        path: Addresses.requisitions.path(), isAlarm: false)
    ]
  }
}

extension StartPage {
  /// The alerts, each a link to where it is acted on.
  var money: HTML {
    guard !view.money.isEmpty else { return .empty }
    return tag(
      "section", [.class(view.money.contains(where: \.isAlarm) ? "late" : "")],
      tag("h2", .text("Pengarna (\(view.money.count))")),
      tag(
        "ul", [.class("tasks")],
        each: view.money.map { alert in
          tag(
            "li",
            tag(
              "p", [.class("what")], tag("a", [.href(.path(alert.path))], .text(alert.words)),
              alert.isAlarm ? tag("span", [.class("badge alarm")], .text("Agera")) : .empty))
        }))
  }
}
