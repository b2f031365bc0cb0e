import Association
import HTTPTypes
import Ledger
import Store

/// A place of the office as a link, with who passes its door: whom the page is closed to is never sent there.
struct DueLink {
  let path: String
  let access: Access

  init(_ place: DueThing.Place) {
    func link<Value>(_ address: Address<Value>, _ value: Value) -> (path: String, pattern: String) {
      (address.path(value), address.pattern)
    }
    let (path, pattern) =
      switch place {
      case .deadline(let year, let id): link(Addresses.deadline, Pair(year, id))
      case .wheel(let year): link(Addresses.wheel, year)
      case .budget(let year): link(Addresses.budget, year)
      case .vat: link(Addresses.vat, Nothing())
      case .vatStatement(let year): link(Addresses.vatStatement, year)
      case .year(let year): link(Addresses.year, year)
      case .yearEnd(let year): link(Addresses.yearEnd, year)
      case .annualReport(let year): link(Addresses.report, year)
      case .reportFacts(let year): link(Addresses.reportFacts, year)
      case .reports: link(Addresses.reports, Nothing())
      case .report(let grant, let period): link(Addresses.grantReport, Pair(grant, period))
      case .application(let id): link(Addresses.application, id)
      case .requisition(let id): link(Addresses.requisition, id)
      case .invoice(let id): link(Addresses.supplierInvoice, id)
      case .contributions(let year): link(Addresses.contributionCall, year)
      case .delivery(let id): link(Addresses.delivery, id)
      case .newDelivery(let insats):
        (
          Addresses.newDelivery.path(query: [(DeliveryForm.Name.insats, insats)]), Addresses.newDelivery.pattern
        )
      case .survey(let id): link(Addresses.survey, id)
      // Vouchers, chapters and figures have doors for the same roles as the list of comments.
      case .thing(let text): (ThingPlace(text).path, Addresses.comments.pattern)
      case .comments: link(Addresses.comments, Nothing())
      case .obstacle(let id): link(Addresses.obstacle, id)
      case .minutes(let id): link(Addresses.minutes, id)
      case .adjustment(let id): link(Addresses.adjustment, id)
      case .notices(let id): link(Addresses.notices, id)
      case .governing(let id): link(Addresses.governingDocument, id)
      case .board: link(Addresses.board, Nothing())
      case .boardMeeting(let id): link(Addresses.boardMeeting, id)
      case .delegated: link(Addresses.delegatedDecisions, Nothing())
      case .plan(let year, let group): link(Addresses.finsamPlan, Pair(year, group))
      case .control(let year, let number): link(Addresses.control, Pair(year, number))
      case .controlPlan(let year): link(Addresses.internalControl, year)
      }
    self.path = path
    access = Door.pageAccess[pattern] ?? .roles([])
  }
}

extension Door {
  /// Who passes the door of each page that is shown, by its address's pattern.
  static let pageAccess: [String: Access] = Dictionary(
    all.filter { $0.method == .get }.map { ($0.pattern, $0.access) }
  ) { first, _ in first }
}

extension DueThing {
  /// Whether the thing is for that user to do: it is theirs, and they pass the door of the page where it is done. In the
  /// practice book nobody is a user, and whoever has the name is taken for the one who did something there.
  func isFor(_ user: User, isPractising: Bool = false) -> Bool {
    DueLink(place).access.admits(user) && isOwn(of: user, isPractising: isPractising)
  }

  private func isOwn(of user: User, isPractising: Bool) -> Bool {
    switch doer {
    case .office: Access.bookkeepers.admits(user)
    case .officeBut(let other): Access.bookkeepers.admits(user) && user.name != other
    case .approvers(let others): Access.approvers.admits(user) && !others.contains(user.id.rawValue)
    case .performer(let insats, let applicant, let name):
      user.role == .performer
        && (insats.map(user.insatser.contains) ?? false
          || (isPractising ? name == user.name : applicant == user.id.rawValue))
    case .user(let id): user.id.rawValue == id
    case .answerers(let other):
      Access.questioners.admits(user) && user.role != .auditor && user.name != other
    case .asker(let name): user.role == .auditor && user.name == name
    case .lift(let level):
      Access.bookkeepers.admits(user) || (level == .board && user.role == .boardMember && user.isActive)
    }
  }

  /// Where the thing is done, for one whose it is; else where it is read about; nil where neither is open to the user.
  func path(for user: User, isPractising: Bool = false) -> String? {
    if !isDone, isFor(user, isPractising: isPractising) { return DueLink(place).path }
    let other = DueLink(about ?? place)
    return other.access.admits(user) ? other.path : nil
  }
}
