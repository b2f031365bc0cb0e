import Association
import Desk
import Ledger
import Press
import Report
import Statements
import Store

/// What an insats's own page says besides its money: cases, reports, what it was before, how it stands with
/// Försäkringskassan, and its years one by one.
struct InsatsPart {
  private let asked: Asked
  private let insats: Insats
  private let year: FiscalYear
  private let association: Association
  private let grants: [GrantCase]
  private let followUp: InsatsFollowUp?

  init(_ asked: Asked, _ insats: Insats, year: FiscalYear) throws {
    self.asked = asked
    self.insats = insats
    self.year = year
    association = try asked.store.association()
    grants = try asked.store.grantCases().filter { $0.insatsID == insats.id }
    followUp = try asked.store.followUps().first { $0.insatsID == insats.id }
  }

  private var isKeeper: Bool { Access.bookkeepers.admits(asked.user) }

  var html: HTML {
    get throws {
      .joined([tools, cases, reports, try obstacles, origins, try series, registered])
    }
  }

  private var tools: HTML {
    guard isKeeper else { return .empty }
    let place = Pair(year.number, ListLink.segment(of: ObjectReference(dimension: .insats, object: insats.id)))
    return tag(
      "div", [.class("toolbar")],
      tag("a", [.class("button"), .href(.path(Addresses.insatsFacts.path(place)))], .text("Namn, slut och register")),
      grants.isEmpty
        ? tag(
          "a",
          [
            .class("button"),
            .href(.path(Addresses.newInsats.path(query: [(RegisterInsats.Name.existing, insats.id)]))),
          ],
          .text("För in beslut och avtal"))
        : .empty)
  }

  /// The obstacles that the insats has reported, or that are laid to it, the latest first.
  private var obstacles: HTML {
    get throws {
      let own = try asked.store.obstacles().filter { one in
        (one.report.origin == .insats(insats.id)
          || one.references.contains { $0.reference == .insats(insats.id) }) && ObstacleView.isOpen(one, to: asked)
      }
      guard !own.isEmpty else { return .empty }
      return tag(
        "section", [.labelled(by: "hinder")], tag("h2", [.id("hinder")], .text("Hinder (\(own.count))")),
        tag(
          "ul", [.class("tasks")],
          each: own.reversed().prefix(10).map { one in
            tag(
              "li",
              tag(
                "p", [.class("what")],
                MoneyPart.link("\(one.id). \(one.report.subject)", Addresses.obstacle.path(one.id)),
                LiftPart.badge(one, on: asked.today)))
          }))
    }
  }

  private var cases: HTML {
    guard !grants.isEmpty else { return .empty }
    let items = grants.reversed().map { grant in
      let decision = grant.state.granted?.standing
      let agreement = grant.state.agreed?.standing
      let facts = [
        decision.map { "beslut \($0.day.text) \($0.paragraph), \(Numerals.kronor($0.amounts.sum))" },
        agreement.map { "avtal \($0.first.text)–\($0.last.text), rapport \($0.rhythm.words)" },
      ].compactMap(\.self)
      return tag(
        "li",
        tag(
          "p", [.class("what")],
          tag(
            "a", [.href(.path(Addresses.application.path(grant.id.rawValue)))],
            .text(grant.state.application == nil ? "Beslut och avtal" : "Ansökan, beslut och avtal")),
          grant.state.kind.badge),
        tag("p", [.class("quiet")], .text(facts.joined(separator: "; "))))
    }
    return tag("section", tag("h2", .text("Ärende")), tag("ul", [.class("tasks")], each: items))
  }

  private var reports: HTML {
    guard let grant = GrantCase.current(of: insats.id, among: grants), !grant.state.dues.isEmpty else { return .empty }
    let view = GrantView(asked: asked, grant: grant, association: association)
    return tag(
      "section", tag("h2", .text("Rapporter")),
      tag("ul", [.class("tasks")], each: grant.state.dues.map { ReportPart.item($0, view) }))
  }

  private var origins: HTML {
    let origins = association.formerInsatser(of: insats.id)
    let later = association.insatsOrigins.filter { $0.formerID == insats.id && !$0.isRenaming }
    guard !origins.isEmpty || !later.isEmpty else { return .empty }
    func name(_ id: String, _ words: String) -> HTML {
      association.insatser.contains { $0.id == id } && id != insats.id && isOpen(id)
        ? tag(
          "a", [.href(.path(ListLink.object(year.number, ObjectReference(dimension: .insats, object: id))))],
          .text(words))
        : .text(words)
    }
    let before = origins.map { origin in
      tag(
        "li", .text(origin.isRenaming ? "Hette " : "Fortsätter "), name(origin.formerID, origin.formerName),
        .text(origin.since.map { " till \($0.text)" } ?? ""),
        .text(origin.words.isEmpty ? "" : ". \(origin.words)"))
    }
    let after = later.map { origin in
      let words = association.insatser.first { $0.id == origin.insatsID }?.name ?? origin.insatsID
      return tag("li", .text("Fortsatt av "), name(origin.insatsID, words))
    }
    return tag("section", tag("h2", .text("Förut och sedan")), tag("ul", each: before + after))
  }

  /// Whether the visitor may see that insats.
  private func isOpen(_ id: String) -> Bool {
    asked.user.role != .performer || asked.user.insatser.contains(id)
  }

  /// So many years are shown.
  private static let yearCountMax = 5

  /// Frame and draw year by year, those that it goes on from among them.
  private var series: HTML {
    get throws {
      let ids = association.series(of: insats.id).filter(isOpen)
      let years = try asked.store.fiscalYears().filter { $0 <= year }.suffix(InsatsPart.yearCountMax)
      guard years.count > 1 || ids.count > 1 else { return .empty }
      let mapping = try ReportMaking.mapping(of: association)
      let rows = try years.reversed().flatMap { year in
        let followUp = FollowUp(try asked.store.books(of: year), mapping: mapping, association: association)
        return ids.compactMap { followUp.whole(ofInsats: $0) }.map { row($0, year) }
      }
      guard !rows.isEmpty else { return .empty }
      return tag(
        "section",
        ListPart.scroll(
          "År för år",
          tag(
            "table", [.class("list")], tag("caption", .text("År för år")),
            tag(
              "thead",
              tag(
                "tr", tag("th", [.scope(.column)], .text("År")), tag("th", [.scope(.column)], .text("Insats")),
                .joined(
                  ["Ram", "Använt", "Kvar"].map { tag("th", [.scope(.column), .class("number")], .text($0)) }))),
            tag("tbody", each: rows))))
    }
  }

  private func row(_ use: FollowUp.Line, _ year: FiscalYear) -> HTML {
    let path = ListLink.object(year.number, ObjectReference(dimension: .insats, object: use.insatsID))
    func amount(_ amount: Money?) -> HTML {
      tag(
        "td", [.class("number")],
        amount.map { tag("a", [.href(.path(path))], .text(Numerals.kronor($0))) } ?? .empty)
    }
    return tag(
      "tr", tag("th", [.scope(.row)], .text("\(year.number)")),
      tag("td", .text(association.insatser.first { $0.id == use.insatsID }?.name ?? use.insatsID)),
      amount(use.granted), amount(use.outcome), amount(use.left))
  }

  private var registered: HTML {
    guard let followUp else { return .empty }
    return tag(
      "section", tag("h2", .text("I Uppföljning Finsam")),
      tag(
        "dl", [.class("facts")], each: followUp.pairs.map { tag("div", tag("dt", .text($0.0)), tag("dd", .text($0.1))) }
      ))
  }
}

extension InsatsFollowUp {
  /// What is typed into Försäkringskassan's system, field by field.
  var pairs: [(String, String)] {
    [
      ("Inriktning", direction == .individual ? "Individ" : "Struktur"),
      ("Preciserad inriktning", preciseDirection.isEmpty ? "–" : preciseDirection), ("Uppföljningsmetod", method),
      ("ESF-finansiering", isESF ? "Ja" : "Nej"),
    ]
  }
}
