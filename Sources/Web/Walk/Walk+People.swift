import Association
import Desk
import Ledger
import Press
import Report
import Statements
import Store

extension Walk {
  /// What somebody has begun and nobody has ended, kind by kind.
  static func unfinished(_ walk: Walk) throws -> WalkPart? {
    // An obstacle waits with a day for the answer; one without is an answer, which whoever reported has to read.
    let begun = walk.things.filter { $0.source == .obstacle ? !$0.isDone && $0.day != nil : $0.isWaiting }
    let waiting = Dictionary(grouping: begun.filter { $0.source != .comment }, by: \.source)
    var rows: [(words: String, count: Int, path: String, things: [DueThing])] = []
    for source in DueThing.Source.allCases {
      guard let own = waiting[source], let list = walk.list(of: source) else { continue }
      rows.append((list.words, own.count, list.path, own))
    }
    let comments = try walk.asked.store.comments(below: "").count { $0.ending == nil }
    if comments > 0 { rows.append(("Frågor och kommentarer", comments, Addresses.comments.path(), [])) }
    let drafts = try walk.asked.store.sketches(.draft).count
    if drafts > 0 { rows.append(("Påbörjade verifikationer", drafts, Addresses.drafts.path(), [])) }
    guard !rows.isEmpty else {
      return WalkPart(id: "oavslutat", title: "Oavslutat", html: nothing("Inget är påbörjat och oavslutat."))
    }
    return WalkPart(
      id: "oavslutat", title: "Oavslutat",
      html: MoneyPart.table(
        "Vad som är påbörjat och inte avslutat",
        [MoneyPart.Column("Vad"), MoneyPart.Column("Antal", isNumber: true), MoneyPart.Column("De äldsta")],
        rows: rows.map { row in
          [
            link(row.words, row.path), .text("\(row.count)"),
            tag(
              "ul", [.class("walk-list")], each: row.things.prefix(3).map { tag("li", WheelList.link($0, walk.asked)) }),
          ]
        }))
  }

  /// The page that lists what a source gives, and what the list is called; nil for what is no work begun.
  private func list(of source: DueThing.Source) -> (words: String, path: String)? {
    switch source {
    case .report: ("Rapporter", Addresses.reports.path())
    case .application: ("Ansökningar och beslut", Addresses.applications.path())
    case .requisition: ("Rekvisitioner", Addresses.requisitions.path())
    case .invoice: ("Leverantörsfakturor", Addresses.supplierInvoices.path())
    case .delivery: ("Leveranser av antal", Addresses.deliveries.path())
    case .survey: ("Enkäter", Addresses.surveys.path())
    case .obstacle: ("Hinder", Addresses.obstacles.path())
    case .governing: ("Styrdokument", Addresses.governing.path())
    case .minutes: ("Protokoll", Addresses.minutesList.path())
    case .meeting: ("Styrelsens möten", Addresses.boardMeetings.path())
    case .plan: ("FINSAM-planer", Addresses.finsamPlans.path(year))
    case .control: ("Intern kontroll", Addresses.internalControl.path(year))
    case .wheel, .agreement, .contribution, .comment, .seat: nil
    }
  }

  private func memberLink(_ id: String) -> HTML {
    let isKnown = association.members.contains { $0.id == id }
    return isKnown ? Walk.link(member(id), Addresses.member.path(id)) : .text(member(id))
  }

  /// Who is who: the board, the staff, those who sign in, and whom members' invoices go to.
  static func people(_ walk: Walk) throws -> WalkPart? {
    let association = walk.association
    let today = walk.today
    let seats = association.seats.filter { $0.until.map { $0 >= today } ?? true }
    let board = MoneyPart.table(
      "Styrelsen", ["Uppdrag", "Namn", "Utsedd av", "Till och med"].map { MoneyPart.Column($0) },
      rows: seats.map { seat in
        [
          .text(seat.function), .text(seat.name), walk.memberLink(seat.memberID),
          .text(seat.until?.text ?? ""),
        ]
      })
    let last = association.staff.map(\.year).max()
    let staff = association.staff.filter { $0.year == last }.map { one in
      let employer = one.employer == "förbundet" ? "förbundet" : walk.member(one.employer)
      return tag(
        "li",
        .text("\(one.function): \(one.headcount.total), \(one.fullTimePercent) % av heltid, anställd av \(employer)"))
    }
    let users = try walk.asked.office.store.users().filter(\.isActive)
    let rows = Role.allCases.flatMap { role in
      users.filter { $0.role == role }.map { user -> [HTML] in
        let insatser = user.insatser.map { walk.book.name(ofInsats: $0) }.joined(separator: ", ")
        return [
          link(user.name, Addresses.user.path(user.id.rawValue)), .text(role.words), .text(user.mail), .text(insatser),
        ]
      }
    }
    let parties = association.members.map { member in
      [link(member.name, Addresses.member.path(member.id)), HTML.text(MemberWords.kind(member.kind))]
    }
    let groups = association.groups.filter { $0.until.map { $0 >= today } ?? true }.map { group in
      [
        link(group.title, Addresses.group.path(group.id)), HTML.text(group.kind.title),
        HTML.text(group.memberID.map { walk.member($0) } ?? ""),
      ]
    }
    func part(_ heading: String, _ html: HTML, isThere: Bool) -> HTML {
      isThere ? tag("h3", .text(heading)) + html : .empty
    }
    return WalkPart(
      id: "vilka", title: "Vem är vem",
      html: .joined([
        part("Styrelsen", board, isThere: !seats.isEmpty),
        part(
          "De som arbetar i förbundet \(last.map { "\($0)" } ?? "")", tag("ul", each: staff), isThere: !staff.isEmpty),
        part(
          "De som loggar in här",
          MoneyPart.table(
            "Användare efter roll", ["Namn", "Roll", "E-post", "Insatser"].map { MoneyPart.Column($0) }, rows: rows),
          isThere: !rows.isEmpty),
        part(
          "Grupperna",
          MoneyPart.table("Grupper", ["Grupp", "Slag", "Kommun"].map { MoneyPart.Column($0) }, rows: groups),
          isThere: !groups.isEmpty),
        part(
          "Medlemmarna",
          MoneyPart.table("Medlemmar", ["Medlem", "Slag"].map { MoneyPart.Column($0) }, rows: parties),
          isThere: !parties.isEmpty),
        seats.isEmpty && rows.isEmpty && parties.isEmpty ? nothing("Boken nämner ingen än.") : .empty,
      ]))
  }

  /// The insatser that run, with their money and their agreement.
  static func insatser(_ walk: Walk) throws -> WalkPart? {
    let year = walk.year
    let running = walk.association.insatser.filter { insats in
      insats.ended.map { $0.year >= year } ?? true
        && walk.association.frames.contains { $0.insatsID == insats.id && $0.year == year }
    }
    guard !running.isEmpty else {
      return WalkPart(
        id: "insatser", title: "Insatser och avtal", html: nothing("Ingen insats har pengar \(year)."))
    }
    let followUp = try walk.asked.fiscalYear(year).map {
      FollowUp(
        try walk.asked.store.books(of: $0), mapping: try ReportMaking.mapping(of: walk.association),
        association: walk.association)
    }
    let rows = running.map { insats -> [HTML] in
      let use = followUp?.whole(ofInsats: insats.id)
      let grant = GrantCase.current(of: insats.id, among: walk.book.grants)
      let last = grant?.state.agreed?.standing.last
      let path = ListLink.object(year, ObjectReference(dimension: .insats, object: insats.id))
      let agreement: HTML =
        grant.map { link(last.map { "till \($0.text)" } ?? "utan avtal", Addresses.application.path($0.id.rawValue)) }
        ?? .text("inget i boken")
      func amount(_ amount: Money?) -> HTML {
        amount.map { link(Numerals.kronor($0), path) } ?? .text("–")
      }
      return [
        link(insats.name, path), .text(walk.member(insats.ownerID)), amount(use?.granted), amount(use?.outcome),
        amount(use?.left), agreement,
      ]
    }
    return WalkPart(
      id: "insatser", title: "Insatser och avtal \(year)",
      html: MoneyPart.table(
        "Insatser med pengar \(year)",
        [
          MoneyPart.Column("Insats"), MoneyPart.Column("Huvudman"), MoneyPart.Column("Beviljat", isNumber: true),
          MoneyPart.Column("Använt", isNumber: true), MoneyPart.Column("Kvar", isNumber: true),
          MoneyPart.Column("Avtal"),
        ], rows: rows))
  }

  /// How the last report that was decided, or else the last one of a year that is over, ended.
  func lastReport() async throws -> WalkPart? {
    let decided = association.reports.filter { $0.decision.date != nil }.map(\.year).max()
    let over = states.last { $0.year.last < today }?.year.number
    guard let number = decided.flatMap({ year in states.contains { $0.year.number == year } ? year : nil }) ?? over,
      let report = try await asked.workbench(number)?.report
    else { return nil }
    let facts = association.reports.first { $0.year == number }
    let open = report.findings.filter { $0.answer == nil && $0.severity != .note }
    let answered = report.findings.filter { $0.answer != nil }
    var rows: [(String, HTML)] = [
      ("Årsredovisningen", Walk.link("\(number)", Addresses.report.path(number))),
      (
        "Beslutad",
        Walk.link(
          facts.map { "\($0.decision.date?.text ?? "inte noterat") \($0.decision.paragraph)" } ?? "inte noterat",
          Addresses.reportFacts.path(number))
      ),
      ("Öppna anmärkningar", Walk.link("\(open.count)", Addresses.findings.path(number))),
      (
        "Besvarade anmärkningar",
        Walk.link("\(answered.count)", Addresses.findings.path(number, query: [("svar", "besvarade")]))
      ),
    ]
    if let day = facts?.signedOn { rows.insert(("Underskriven", .text(day.text)), at: 2) }
    let told = (open + answered).prefix(10).map { finding in
      tag(
        "li", .text(finding.message.firstWords(240)),
        finding.answer.map { tag("span", [.class("quiet")], .text(" Svar: \($0.reason.firstWords(160))")) } ?? .empty)
    }
    return WalkPart(
      id: "arsredovisning", title: "Hur årsredovisningen \(number) slutade",
      html: tag("dl", [.class("facts")], each: rows.map { tag("div", tag("dt", .text($0.0)), tag("dd", $0.1)) })
        + (told.isEmpty ? Walk.nothing("Kontrollerna hittade inget.") : tag("ul", each: Array(told))))
  }

  /// The documents that govern the association, as they hold today.
  static func documents(_ walk: Walk) throws -> WalkPart? {
    let documents = try walk.asked.store.governingDocuments().filter { $0.version(on: walk.today) != nil }
    return WalkPart(
      id: "styrdokument", title: "Styrdokument",
      html: documents.isEmpty
        ? Walk.nothing("Inget styrdokument är inlagt.")
          + tag("p", link("Styrdokument", Addresses.governing.path()))
        : MoneyPart.table(
          "Styrdokument som gäller", ["Dokument", "Gäller från", "Beslut", "Ses över"].map { MoneyPart.Column($0) },
          rows: documents.map { document in
            let draft = document.version(on: walk.today)?.draft
            let review = document.reviewOn(as: walk.today)
            return [
              link(document.title, Addresses.governingDocument.path(document.id.rawValue)),
              .text(draft?.validFrom.text ?? ""),
              .text(
                [draft?.decision.date?.text ?? "", draft?.decision.paragraph ?? ""].filter { !$0.isEmpty }
                  .joined(separator: " ")),
              .text(review?.text ?? "")
                + (document.isOverdue(on: walk.today)
                  ? .text(" ") + tag("span", [.class("badge alarm")], .text("Försenat")) : .empty),
            ]
          }))
  }

  /// Where things are: the menu in one place, and the handbook.
  static func places(_ walk: Walk) -> WalkPart? {
    let groups = Menu.groups(for: walk.asked.user, year: walk.year).filter { !$0.title.isEmpty }
    return WalkPart(
      id: "var", title: "Var saker finns",
      html: tag(
        "dl", [.class("facts")],
        each: groups.map { group in
          tag(
            "div", tag("dt", .text(group.title)),
            tag("dd", tag("ul", [.class("walk-list")], each: group.entries.map { tag("li", link($0.words, $0.path)) })))
        }))
  }
}
