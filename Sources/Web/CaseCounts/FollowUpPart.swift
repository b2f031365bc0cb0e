import Association
import Ledger
import Press
import Report

/// The pieces that the pages of counts are made of.
enum FollowUpPart {
  /// The links to the other years.
  static func years(_ years: [Int], _ year: Int, _ path: (Int) -> String) -> HTML {
    let links = Set(years).filter { abs($0 - year) <= 6 }.sorted(by: >).map { other in
      ListPart.link("\(other)", path(other), isCurrent: other == year)
    }
    return tag(
      "nav", [.class("pages switch"), .label("År")], tag("span", [.class("quiet")], .text("År")),
      tag("ul", each: links))
  }

  /// A tally as it is typed: all, and the sexes where they are told.
  static func tally(_ tally: Tally) -> String {
    let total = Numerals.whole(Int64(tally.total))
    guard tally.women + tally.men > 0 else { return total }
    let rest = tally.notStated > 0 ? ", \(tally.notStated) ej angivet" : ""
    return "\(total) (\(tally.women) kvinnor, \(tally.men) män\(rest))"
  }

  static func period(_ period: ClosedRange<CalendarDate>) -> String {
    "\(period.lowerBound.text)–\(period.upperBound.text)"
  }
}

/// What each list of counts is called.
extension FollowUpList {
  var title: String {
    switch self {
    case .progression: "Progression"
    case .consultations: "Konsultationsärenden"
    case .referrals: "Remisser"
    case .screening: "Frågor om våld"
    }
  }

  var lead: String {
    switch self {
    case .progression:
      "Hur många som har mätts minst två gånger, och hur många av dem som har blivit bättre, är oförändrade eller har blivit "
        + "sämre: en rad för varje insats, period och indikator."
    case .consultations:
      "Ärenden som har tagits upp hos konsultationsteam och lokala samverkansgrupper, med skäl om de delas upp."
    case .referrals: "Remisser till insatserna, efter kommun, efter avsändare eller efter båda."
    case .screening: "Hur många som har fått frågorna om våld och hur många som har svarat. Aldrig vad."
    }
  }
}
