import Association
import Ledger

/// `progression/2022.yaml`: how many got better by each indicator.
extension Progression {
  static let fileKeys = ["insats", "från", "till", "verktyg", "indikator", "bättre", "oförändrat", "sämre"]

  init?(_ section: Section, year: Int) {
    let (insats, period) = (section.insats(isRequired: true), section.period(of: year))
    let (better, same, worse) = (section.tally("bättre"), section.tally("oförändrat"), section.tally("sämre"))
    let (instrument, indicator) = (section.textIfSaid("verktyg"), section.text("indikator"))
    guard let period else { return nil }
    self.init(
      insatsID: insats, period: period, instrument: instrument, indicator: indicator, better: better, same: same,
      worse: worse)
  }

  var file: YAMLValue {
    .section([
      ("insats", .text(insatsID)), ("från", .date(period.lowerBound)), ("till", .date(period.upperBound)),
      ("verktyg", .textIfSaid(instrument)), ("indikator", .text(indicator)), ("bättre", .tally(better)),
      ("oförändrat", .tally(same)), ("sämre", .tally(worse)),
    ])
  }
}

/// `arenden/2022.yaml`: consultation cases and referrals, counted.
extension CaseCount {
  static let fileKeys = ["slag", "från", "till", "var", "grund", "antal", "grupp"]

  init?(_ section: Section, year: Int) {
    let kind: Kind? = section.choice("slag")
    let (period, count, group) = (section.period(of: year), section.count("antal"), section.group("grupp"))
    guard let kind, let period else { return nil }
    self.init(
      kind: kind, period: period, place: section.textIfSaid("var"), ground: section.textIfSaid("grund"), count: count,
      groupID: group)
  }

  var file: YAMLValue {
    .section([
      ("slag", .word(kind)), ("från", .date(period.lowerBound)), ("till", .date(period.upperBound)),
      ("var", .textIfSaid(place)), ("grund", .textIfSaid(ground)), ("antal", .count(count)),
      ("grupp", .textIfSaid(groupID)),
    ])
  }
}

/// `valdsscreening/2022.yaml`: how many were asked and answered.
extension ScreeningCount {
  static let fileKeys = ["insats", "från", "till", "tillfrågade", "svarat"]

  init?(_ section: Section, year: Int) {
    let (insats, period) = (section.insats(isRequired: true), section.period(of: year))
    let (asked, answered) = (section.tally("tillfrågade"), section.tally("svarat"))
    guard let period else { return nil }
    self.init(insatsID: insats, period: period, asked: asked, answered: answered)
  }

  var file: YAMLValue {
    .section([
      ("insats", .text(insatsID)), ("från", .date(period.lowerBound)), ("till", .date(period.upperBound)),
      ("tillfrågade", .tally(asked)), ("svarat", .tally(answered)),
    ])
  }
}

extension Section {
  /// `från` and `till`, of the file's year; nil where they are not, which has been logged.
  fileprivate func period(of year: Int) -> ClosedRange<CalendarDate>? {
    let (first, last) = (date("från"), date("till"))
    guard let first, let last else { return nil }
    guard first <= last, first.year == year, last.year == year else {
      log.add(
        "mapp-period", at: node,
        "Perioden \(first.text)–\(last.text) ligger inte i \(year). Skriv första och sista dagen i en period av det året."
      )
      return nil
    }
    return first...last
  }
}
