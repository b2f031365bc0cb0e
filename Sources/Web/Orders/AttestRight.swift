import Association
import Desk
import Ledger
import Press
import Store

/// What the attest order says of a visitor and a cost, before they act: the page shows it, and the book holds to it.
struct AttestRight {
  /// Whether the order lets them; nil where no order says anything.
  let isNamed: Bool?
  /// What it says, in words; empty where no order says anything.
  let words: String

  /// The attest order that holds now.
  static func order(_ asked: Asked) throws -> OrderVersion<AttestOrder>? {
    try asked.store.attestOrders().inForce(on: asked.now.dayInSweden ?? asked.today)
  }

  /// What it says of an invoice.
  init(_ asked: Asked, _ attest: Attest, of kept: KeptInvoice) throws {
    try self.init(asked, attest, of: kept.invoice.gross, kinds: [])
  }

  /// What it says of attesting a requisition.
  init(_ asked: Asked, of requisition: Requisition, _ association: Association) throws {
    let account = association.accountNumber(for: association.grantRole(of: requisition.insatsID))
    try self.init(
      asked, .decision, of: requisition.amount, kinds: [CostKind(account: account, insatsID: requisition.insatsID)])
  }

  private init(_ asked: Asked, _ attest: Attest, of amount: Money, kinds: [CostKind]) throws {
    guard let order = try AttestRight.order(asked), order.content.governs(attest) else {
      (isNamed, words) = (nil, "")
      return
    }
    let attester = Attester(
      user: asked.user.id.rawValue, role: AttestOrder.Role(rawValue: asked.user.role.rawValue))
    do {
      let point = order.content.points[try order.point(for: attest, of: amount, kinds: kinds, by: attester)]
      isNamed = true
      words =
        "Attestordningen (\(Words.version(order.name))) ger dig rätt till \(Words.words(attest))"
        + (point.limit.map { " upp till \(AttestOrderPage.amount($0))." } ?? " utan gräns.")
    } catch {
      isNamed = false
      words = Words.sentence(error)
    }
  }

  var html: HTML { words.isEmpty ? .empty : tag("p", [.class("hint")], .text(words)) }
}
