import Association
import Ledger
import Press
import Report
import Store

/// The members, with what each is asked to pay for the year and what it has paid.
enum ListMembers {
  static func show(_ asked: Asked, _ number: Int) throws -> Answer {
    guard let year = try MemberWords.year(number, asked) else { return .notFound }
    let association = try asked.store.association()
    let call = try asked.store.fixedCall(of: number)
    let invoices = try asked.store.memberInvoices(of: number)
    return .page(MembersPage(asked: asked, year: year, association: association, call: call, invoices: invoices).page)
  }
}

/// The page of members.
struct MembersPage {
  let asked: Asked
  let year: FiscalYear
  let association: Association
  let call: FixedCall?
  let invoices: [MemberInvoice]

  private var number: Int { year.number }
  private var mayWrite: Bool { Access.bookkeepers.admits(asked.user) }

  var page: Page {
    Page(
      title: "Medlemmar och bidrag \(number)", section: .members,
      print: Page.PrintHead(period: "\(number)"), isWide: true,
      main: .joined([
        tag(
          "nav", [.class("pages"), .label("År")],
          tag("a", [.href(.path(Addresses.members.path(number - 1)))], .text("\(number - 1)")),
          tag("a", [.href(.path(Addresses.members.path(number + 1)))], .text("\(number + 1)"))),
        tools, MemberWords.turnover(association, in: year), overdue, table,
      ]))
  }

  private var tools: HTML {
    func link(_ words: String, _ path: String, isButton: Bool = true) -> HTML {
      tag("a", [.class(isButton ? "button" : ""), .href(.path(path))], .text(words))
    }
    return tag(
      "p", [.class("toolbar")],
      tag(
        "a", [.class("button primary"), .href(.path(Addresses.contributionCall.path(number)))],
        .text("Medlemsbidrag \(number)")),
      link("Fördelningsnycklar", Addresses.contributionKeys.path()),
      link("Faktureringsuppgifter", Addresses.ownBilling.path()),
      mayWrite ? link("Lägg till medlem", Addresses.newMember.path()) : .empty)
  }

  private var overdue: HTML {
    let late = invoices.filter { if case .overdue = $0.state(on: asked.today) { true } else { false } }
    guard !late.isEmpty else { return .empty }
    return tag(
      "p", [.class("warning")],
      .text(
        "\(late.count == 1 ? "1 faktura är förfallen" : "\(late.count) fakturor är förfallna"), tillsammans "
          + "\(Numerals.ore(late.map(\.left).sum()))."))
  }

  private var table: HTML {
    guard !association.members.isEmpty else {
      return tag("p", [.class("empty")], .text("Förbundet har inga medlemmar än. Lägg till den första."))
    }
    let columns = [
      ("Medlem", false), ("Slag", false), ("Från", false), ("Till", false), ("Bidrag \(number)", true),
      ("Fakturerat", true), ("Betalt", true), ("Återstår", true),
    ]
    return MemberTable.table("Medlemmarna \(number)", columns, rows: association.members.map(row), sums: sums)
  }

  private func row(_ member: Member) -> HTML {
    let own = invoices.filter { $0.draft.memberID == member.id }
    let path = Addresses.contributionCall.path(number)
    return tag(
      "tr",
      tag("th", [.scope(.row)], tag("a", [.href(.path(Addresses.member.path(member.id)))], .text(member.name))),
      MoneyPart.cell("Slag", .text(MemberWords.kind(member.kind))),
      MoneyPart.cell("Från", .text(member.joined?.text ?? "")),
      MoneyPart.cell("Till", .text(member.left?.text ?? "")),
      call.map {
        MoneyPart.amount("Bidrag \(number)", $0.call.amount(of: member.id), path: path)
      } ?? MoneyPart.cell("Bidrag \(number)", .text("ej fastställt")),
      MoneyPart.amount("Fakturerat", invoiced(own), path: own.isEmpty ? nil : path + "#fakturor"),
      MoneyPart.amount("Betalt", own.flatMap(\.payments).map(\.amount).sum()),
      tag(
        "td", [.class("number"), .other("data-label", "Återstår")],
        .text(Numerals.bareOre(own.map(\.left).sum())),
        own.contains { if case .overdue = $0.state(on: asked.today) { true } else { false } }
          ? .text(" ") + tag("span", [.class("badge alarm")], .text("förfallen")) : .empty))
  }

  private func invoiced(_ own: [MemberInvoice]) -> Money { own.filter(\.stands).map(\.draft.amount).sum() }

  private var sums: HTML {
    tag(
      "tr", tag("th", [.scope(.row)], .text("Summa")), tag("td"), tag("td"), tag("td"),
      call.map { MoneyPart.amount("Bidrag \(number)", $0.call.shares.map(\.amount).sum()) } ?? tag("td"),
      MoneyPart.amount("Fakturerat", invoiced(invoices)),
      MoneyPart.amount("Betalt", invoices.flatMap(\.payments).map(\.amount).sum()),
      MoneyPart.amount("Återstår", invoices.map(\.left).sum()))
  }
}
