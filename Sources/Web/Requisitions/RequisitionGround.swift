import Association
import Desk
import Ledger
import Press
import Report
import Store

/// What all pages of requisitions stand on: the association, what counts as grants, and who may see what.
struct RequisitionGround {
  let asked: Asked
  let association: Association
  /// What counts as grants to insatser.
  let costs: [Selection]

  init(_ asked: Asked) throws {
    self.asked = asked
    association = try asked.store.association()
    costs = try ReportMaking.mapping(of: association).insatsCosts
  }

  private var isPerformer: Bool { asked.user.role == .performer }

  /// The insatser that the visitor may see: a performer their own.
  var own: [Insats] { association.insatser.filter { !isPerformer || asked.user.insatser.contains($0.id) } }

  func maySee(_ insatsID: String) -> Bool { !isPerformer || asked.user.insatser.contains(insatsID) }

  func name(ofInsats id: String) -> String { association.insatser.first { $0.id == id }?.name ?? id }

  func name(ofMember id: String) -> String { association.members.first { $0.id == id }?.name ?? id }

  /// `SIRI – Försäkringskassan`.
  func title(_ insatsID: String, _ receiverID: String) -> String {
    receiverID.isEmpty ? name(ofInsats: insatsID) : "\(name(ofInsats: insatsID)) – \(name(ofMember: receiverID))"
  }

  func ledger(_ year: Int) throws -> FrameLedger { try asked.store.frameLedger(ofYear: year, costs: costs) }

  /// Who may be paid for an insats in a year: the receivers of its frames; every member where one frame is shared.
  func receivers(of insats: Insats, _ year: Int) -> [Member] {
    let frames = association.frames.filter { $0.insatsID == insats.id && $0.year == year }
    let named = Set(frames.map(\.receiverID))
    guard !named.isEmpty, !named.contains("") else {
      // Its owner first, who for the most part is the one that is paid.
      return association.members.filter { $0.id == insats.ownerID }
        + association.members.filter { $0.id != insats.ownerID }
    }
    return association.members.filter { named.contains($0.id) }
  }

  /// The receivers of the visitor's insatser as choices, `SIRI/FK`.
  func places(_ year: Int) -> [(value: String, words: String)] {
    let granted = Set(association.frames.filter { $0.year == year }.map(\.insatsID))
    return own.filter { granted.contains($0.id) }.flatMap { insats in
      receivers(of: insats, year).map { ("\(insats.id)/\($0.id)", title(insats.id, $0.id)) }
    }
  }

  /// The place that a choice says, where the visitor may choose it.
  func place(_ choice: String, _ year: Int) -> AccrualPlan.Place? {
    guard places(year).contains(where: { $0.value == choice }) else { return nil }
    let parts = choice.split(separator: "/", maxSplits: 1).map { String($0) }
    return parts.count == 2 ? AccrualPlan.Place(insatsID: parts[0], receiverID: parts[1]) : nil
  }

  /// The series that vouchers are entered in.
  var series: String { get throws { try asked.store.enteredSeries().first ?? "A" } }

  /// How a voucher is booked on that day.
  func booking(on day: CalendarDate, overReason: String = "") throws -> Store.Writing.Booking {
    Store.Writing.Booking(on: day, series: try series, costs: costs, overReason: overReason)
  }

  /// The day that a requisition is booked on unless another is said: today in its own year. After the year: today where
  /// the year's end has accrued it, for then it is no cost; else the year's last day, while that is open.
  func bookingDay(of requisition: Requisition) throws -> CalendarDate {
    let days = try OpenDays(asked.store)
    let today = asked.today
    guard let year = try asked.fiscalYear(requisition.year), today > year.last else {
      return days.isOpen(today) ? today : days.last(through: today) ?? today
    }
    let place = AccrualPlan.Place(insatsID: requisition.insatsID, receiverID: requisition.receiverID)
    let isAccrued = try ledger(requisition.year).accrued[place] ?? .zero > .zero
    if !isAccrued, days.isOpen(year.last) { return year.last }
    return days.isOpen(today) ? today : days.last(through: today) ?? today
  }

  /// The day that money goes out or comes in: today, or the last open day before it.
  func paymentDay() throws -> CalendarDate {
    let days = try OpenDays(asked.store)
    return days.isOpen(asked.today) ? asked.today : days.last(through: asked.today) ?? asked.today
  }
}

/// Pieces that the pages of requisitions share.
enum RequisitionPart {
  static func badge(_ place: RequisitionPlace) -> HTML {
    let kind: StaticString =
      switch place {
      case .requested, .attested, .booked: "badge warn"
      case .returned: "badge alarm"
      case .paid: "badge good"
      case .withdrawn: "badge"
      }
    return tag("span", [.class(kind)], .text(Words.words(place)))
  }

  /// What is to be looked at in it: an overrun, value added tax.
  static func marks(_ requisition: Requisition) -> HTML {
    .joined([
      requisition.over > .zero
        ? .text(" ")
          + tag("span", [.class("badge alarm")], .text("\(Numerals.kronor(requisition.over)) över ramen")) : .empty,
      requisition.said.vat > .zero
        ? .text(" ") + tag("span", [.class("badge alarm")], .text("moms \(Numerals.kronor(requisition.said.vat))"))
        : .empty,
    ])
  }

  static func period(_ requisition: Requisition) -> String {
    let (first, last) = (requisition.said.firstMonth, requisition.said.lastMonth)
    return first == last ? MonthName.text(first) : "\(MonthName.name(first))–\(MonthName.text(last))"
  }

  static func voucher(_ voucher: StepVoucher, opens: Bool) -> HTML {
    let words = HTML.text("\(voucher.number.text) (\(voucher.year.number))")
    let place = VoucherPlace(voucher.number, in: voucher.year)
    return opens ? tag("a", [.href(.path(Addresses.voucher.path(place)))], words) : words
  }

  /// The years of the book, each a link.
  static func years(_ years: [FiscalYear], current: Int, path: (Int) -> String) -> HTML {
    guard years.count > 1 else { return .empty }
    return tag(
      "nav", [.class("pages switch"), .label("År")], tag("span", [.class("quiet")], .text("År")),
      tag(
        "ul",
        each: years.reversed().map {
          ListPart.link("\($0.number)", path($0.number), isCurrent: $0.number == current)
        }))
  }
}
