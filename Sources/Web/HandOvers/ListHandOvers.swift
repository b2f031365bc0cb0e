import Association
import HTTPTypes
import Ledger
import Press
import Store

/// What goes to Försäkringskassan's system Uppföljning Finsam of a year: which insatser stand there, how many are new, and
/// what has been typed in.
enum ListHandOvers {
  static func show(_ asked: Asked, _ year: Int) throws -> Answer {
    guard (1900...2199).contains(year) else { return .notFound }
    let association = try asked.store.association()
    let places = try HandOverPlace.all(asked, association, year)
    let rows = places.map { place in
      tag(
        "tr",
        tag(
          "th", [.scope(.row)],
          tag("a", [.href(.path(Addresses.handOver.path(Pair(year, place.insats.id))))], .text(place.insats.name))),
        tag("td", [.other("data-label", "I systemet")], .text(place.followUp == nil ? "inte upplagd" : "upplagd")),
        number("Kvinnor", place.counts?.women), number("Män", place.counts?.men), place.statusCell)
    }
    let heads = [("Insats", false), ("I systemet", false), ("Nya kvinnor", true), ("Nya män", true), ("Läge", false)]
    let left = places.count { $0.isWaiting }
    return .page(
      Page(
        title: "Uppföljning Finsam \(year)", section: .statistics,
        trail: [Page.Link("Statistik \(year)", Addresses.statistics.path(year))], isWide: true, scripts: ["lists.js"],
        main: .joined([
          HandOverPlace.exact,
          places.isEmpty
            ? tag("p", [.class("empty")], .text("Ingen insats pågick \(year)."))
            : tag(
              "p", [.class(left == 0 ? "good-news" : "warning")],
              .text(
                places.allSatisfy { $0.counts == nil }
                  ? "Inga nya deltagare är räknade \(year) än."
                  : left == 0
                    ? "Allt som är räknat är fört över."
                    : "\(left == 1 ? "En insats väntar" : "\(left) insatser väntar") på att föras över."))
              + ListPart.scroll(
                "Insatser i Uppföljning Finsam",
                tag(
                  "table", [.class("list cards-on-phone")],
                  tag(
                    "caption", [.class("unseen")], .text("Nya deltagare per insats och om de är förda till systemet")),
                  tag(
                    "thead",
                    tag(
                      "tr",
                      each: heads.map { tag("th", [.scope(.column), .class($0.1 ? "number" : "")], .text($0.0)) })),
                  tag("tbody", each: rows))),
          tag(
            "p", [.class("hint")], .text("Läs mer i "),
            tag("a", [.href(.path(Addresses.handbookPage.path("statistik.md")))], .text("handboken om statistik")),
            .text(".")),
        ])))
  }

  private static func number(_ label: String, _ count: Int?) -> HTML {
    tag("td", [.class("number"), .other("data-label", label)], .text(count.map { "\($0)" } ?? "–"))
  }
}

/// One insats in a year as it stands against Försäkringskassan's system.
struct HandOverPlace {
  let insats: Insats
  let followUp: InsatsFollowUp?
  /// How many are new; nil where nobody has counted.
  let counts: Tally?
  /// What has been typed in, the first first.
  let handed: [HandOver]

  /// Whether what is counted has not been typed in, or not as it is now.
  var isWaiting: Bool { counts != nil && handed.last?.counts != counts }
  /// Whether the count has become another since it was typed in.
  var isChanged: Bool { handed.last.map { last in counts.map { $0 != last.counts } ?? false } ?? false }

  /// The insatser that were on in the year, or that something is counted of.
  static func all(_ asked: Asked, _ association: Association, _ year: Int) throws -> [HandOverPlace] {
    let followUps = try asked.store.followUps()
    let handed = try asked.store.handOvers(year: year)
    let counted = Set(association.countTables.filter { $0.year == year }.map(\.insatsID))
    return association.insatser.filter { insats in
      let isOn = (insats.started?.year ?? year) <= year && (insats.ended?.year ?? year) >= year
      return isOn || counted.contains(insats.id)
    }.map { insats in
      HandOverPlace(
        insats: insats, followUp: followUps.first { $0.insatsID == insats.id },
        counts: association.newParticipants(of: insats, year: year),
        handed: handed.filter { $0.insatsID == insats.id })
    }
  }

  /// That these counts are exact, and why they may be.
  static let exact = tag(
    "p", [.class("warning")],
    .text(
      "Antalen här är exakta och ska föras in i Försäkringskassans system som de är. De är en överlämning till en myndighet, "
        + "ingen publicering: skriv inte ut eller sprid sidan. Det som får visas för andra står i statistiken."))

  var status: String {
    guard let last = handed.last else { return counts == nil ? "inte räknat" : "inte fört över" }
    let words = "\(last.by), \(SwedishTime.day(last.at))"
    return isChanged ? "ändrad sedan den fördes över (\(words))" : "fört över (\(words))"
  }

  var statusCell: HTML {
    tag(
      "td", [.other("data-label", "Läge")],
      isChanged || (isWaiting && followUp == nil)
        ? tag("span", [.class("badge alarm")], .text(isChanged ? "ändrad" : "lägg upp först")) + .text(" ") : .empty,
      .text(status))
  }
}
