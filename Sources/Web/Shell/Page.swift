import Press
import Store

/// A page of the office: what stands in the shell.
struct Page: Sendable {
  /// The heading, and the window's title.
  var title: String
  /// Which part of the office it belongs to, marked in the menu.
  var section: Section
  /// Where one came from: shown above the heading, first the outermost.
  var trail: [Link]
  /// What stands beneath the heading.
  var main: HTML
  /// What a printed sheet says at its top: period and unit; nil for a page that is no list.
  var print: PrintHead?
  /// Whether the page uses the whole width: lists and grids do, texts do not.
  var isWide: Bool
  /// The page's own scripts, by file name, besides the office's.
  var scripts: [StaticString]
  /// After so many seconds a browser without our script asks for the page again; nil for a page that stands still.
  var refreshSeconds: Int?

  /// A link with its words.
  struct Link: Sendable {
    let words: String
    let path: String

    init(_ words: String, _ path: String) {
      self.words = words
      self.path = path
    }
  }

  /// What stands at the top of a printed list besides the association and its number.
  struct PrintHead: Sendable {
    /// `2025-01-01–2025-03-31`, and what else the list was filtered by.
    let period: String
    /// `Kronor och ören`.
    let unit: String

    init(period: String, unit: String = "Belopp i kronor och ören") {
      self.period = period
      self.unit = unit
    }
  }

  /// The parts of the office, as they stand in the menu.
  enum Section: Sendable {
    case none, start, insatser, applications, forecast, requisitions, deliveries, followUp, budget, goals, report,
      vouchers, drafts, ledger, lists, imports, years, history, users, practice, handbook, account, settings, members,
      bank, suppliers, vat, fees, surveys, activities, counts, statistics, reviews, walk, obstacles, groups, board,
      minutes, diary, governing, publicPage, orders, internalControl, deviations,
      retention
  }

  init(
    title: String, section: Section = .none, trail: [Link] = [], print: PrintHead? = nil, isWide: Bool = false,
    scripts: [StaticString] = [], refreshSeconds: Int? = nil, main: HTML
  ) {
    self.title = title
    self.section = section
    self.trail = trail
    self.print = print
    self.isWide = isWide
    self.scripts = scripts
    self.refreshSeconds = refreshSeconds
    self.main = main
  }
}
