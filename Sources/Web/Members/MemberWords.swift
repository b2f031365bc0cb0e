import Association
import Ledger
import Press
import Report
import Store

/// What members, keys and invoices are called on every page that shows them.
enum MemberWords {
  static func kind(_ kind: Member.Kind) -> String {
    switch kind {
    case .state: "Staten"
    case .region: "Region"
    case .municipality: "Kommun"
    }
  }

  static func name(_ id: String, in association: Association) -> String {
    association.members.first { $0.id == id }?.name ?? id
  }

  static func state(_ state: MemberInvoice.State) -> HTML {
    switch state {
    case .credit: tag("span", [.class("badge")], .text("kreditfaktura"))
    case .credited: tag("span", [.class("badge")], .text("krediterad"))
    case .toPayBack(let amount):
      tag("span", [.class("badge warn")], .text("att betala tillbaka \(Numerals.ore(amount))"))
    case .paid: tag("span", [.class("badge good")], .text("betald"))
    case .open(let days): tag("span", [.class("badge")], .text(days == 0 ? "förfaller i dag" : "obetald"))
    case .overdue(let days):
      tag("span", [.class("badge alarm")], .text("förfallen sedan \(days) \(days == 1 ? "dag" : "dagar")"))
    }
  }

  static func instalments(_ count: Int) -> String {
    switch count {
    case 1: "Helår, en faktura"
    case 2: "Halvår, två fakturor"
    default: "Kvartal, fyra fakturor"
    }
  }

  static func instalment(_ instalment: Instalment) -> String {
    let days = "\(instalment.first.text)–\(instalment.last.text)"
    switch instalment.count {
    case 1: return "Hela året, \(days)"
    case 2: return "Halvår \(instalment.number), \(days)"
    default: return "Kvartal \(instalment.number), \(days)"
    }
  }

  static func unit(_ ore: Int64) -> String {
    switch ore {
    case 1: "öre"
    case 100: "hela kronor"
    case 100_000: "hela tusental kronor"
    default: "jämna \(Numerals.ore(Money(ore: ore)))"
    }
  }

  static func decision(_ decision: Decision) -> String {
    [decision.date?.text ?? "", decision.paragraph].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A part as a fraction in lowest terms and in per cent: `1/10 (10 %)`.
  static func part(_ part: ContributionKey.Part) -> String {
    guard part.denominator > 0 else { return "0" }
    var (a, b) = (part.numerator.magnitude, part.denominator.magnitude)
    while b > 0 { (a, b) = (b, a % b) }
    let common = Int64(max(a, 1))
    let permyriad = Int64((Int128(part.numerator) * 10_000 + Int128(part.denominator) / 2) / Int128(part.denominator))
    let decimals = permyriad % 100
    let percent =
      "\(permyriad / 100)"
      + (decimals == 0
        ? "" : decimals % 10 == 0 ? ",\(decimals / 10)" : decimals < 10 ? ",0\(decimals)" : ",\(decimals)")
    return "\(part.numerator / common)/\(part.denominator / common) (\(percent)\u{A0}%)"
  }

  static func voucherPath(_ place: InvoiceVoucher) -> String {
    Addresses.voucher.path(VoucherPlace(year: place.year, number: place.number))
  }

  static func trail(_ year: Int, _ more: Page.Link...) -> [Page.Link] {
    [Page.Link("Medlemmar och bidrag", Addresses.members.path(year))] + more
  }

  /// The year's days: as the book has them, else the calendar's, for a year that is called before it is opened.
  static func year(_ number: Int, _ asked: Asked) throws -> FiscalYear? {
    guard (2004...2150).contains(number) else { return nil }
    return try asked.fiscalYear(number) ?? FiscalYear(calendarYear: number)
  }

  /// A member that has left and that the key which holds the day after still gives a part.
  static func leavers(_ association: Association, in year: FiscalYear) -> [(member: Member, span: KeySpan)] {
    association.keySpans(in: year).flatMap { span in
      association.members.filter { member in
        guard let left = member.left, left < span.last else { return false }
        return span.key.parts.contains { $0.memberID == member.id && $0.numerator > 0 }
      }.map { ($0, span) }
    }
  }

  /// A member that has come and that no key gives a part yet; Arbetsförmedlingen's part is paid by Försäkringskassan.
  static func newcomers(_ association: Association, in year: FiscalYear) -> [Member] {
    guard let key = association.keySpans(in: year).last?.key else { return [] }
    return association.members.filter { member in
      member.kind != .state && member.isMember(in: year) && (member.left ?? year.last) >= year.last
        && !key.parts.contains { $0.memberID == member.id && $0.numerator > 0 }
    }
  }

  /// What must be said of those who come and go in the year.
  static func turnover(_ association: Association, in year: FiscalYear) -> HTML {
    let words =
      leavers(association, in: year).map { member, span in
        "\(member.name) lämnade \(member.left?.text ?? ""), men nyckeln från \(span.key.validFrom.text) ger den en del. "
          + "Bestäm en ny nyckel från dagen efter, så delas bidraget på dagarna; annars betalar den för hela året."
      }
      + newcomers(association, in: year).map {
        "\($0.name) är medlem \(year.number) men har ingen del i nyckeln. Bestäm en ny nyckel från dagen då den kom med."
      }
    guard !words.isEmpty else { return .empty }
    return tag("div", [.class("warning")], each: words.map { tag("p", .text($0)) })
  }
}

/// The pieces of tables on the pages of members.
enum MemberTable {
  static func table(_ caption: String, _ columns: [(words: String, isNumber: Bool)], rows: [HTML], sums: HTML = .empty)
    -> HTML
  {
    ListPart.scroll(
      caption,
      tag(
        "table", [.class("list cards-on-phone")], tag("caption", [.class("unseen")], .text(caption)),
        MoneyPart.head(columns),
        tag("tbody", each: rows), sums.isEmpty ? .empty : tag("tfoot", sums)))
  }
}

/// An amount that was typed in a form of members: larger than nothing.
enum TypedContribution {
  static func read(_ reading: inout FormReading, _ field: String, _ label: String) -> Money? {
    guard let amount = reading.amount(field, label) else { return nil }
    guard amount > .zero, amount.ore <= Money.oreMax else {
      reading.add("\(label) är \(Numerals.ore(amount)). Skriv ett belopp större än noll, i kronor.", at: field)
      return nil
    }
    return amount
  }
}
