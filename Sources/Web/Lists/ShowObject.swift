import Association
import Desk
import Ledger
import Press
import Statements
import Store

/// One insats, project or party: what it is, what it has cost account by account, and the rows.
enum ShowObject {
  /// The most rows on the page; huvudboken shows the others.
  static let rowCountMax = 500
  static let fileRowCountMax = 100_000

  static func show(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    let reference = ListLink.reference(of: place.second)
    let isPerformer = asked.user.role == .performer
    if isPerformer {
      guard reference.dimension == .insats, asked.user.insatser.contains(reference.object) else { return .forbidden }
    }
    guard let request = try ListRequest(asked, place.first, Addresses.objects) else { return .notFound }
    let insats =
      reference.dimension == .insats
      ? try asked.store.association().insatser.first { $0.id == reference.object } : nil
    let declared = request.objects.first { $0.reference == reference }
    guard let name = insats?.name ?? declared?.name else { return .notFound }

    var filter = request.filter.voucherFilter
    filter.object = reference
    filter.accounts = nil
    filter.text = ""
    if request.wantsCSV {
      let kept = filter
      let (ledgers, isWhole) = try await LongWork.run {
        try asked.store.accountLedgers(kept, rowCountMax: fileRowCountMax)
      }
      if isWhole { return request.csv("insats-\(reference.object)", csv(ledgers)) }
    }
    let (ledgers, isWhole) = try asked.store.accountLedgers(filter, rowCountMax: rowCountMax)
    let page = ObjectPage(
      request: request, reference: reference, insats: insats,
      owner: try insats.map { try owner(of: $0, asked.store) } ?? "",
      frame: try frame(of: reference, request), lines: try asked.store.trialBalance(filter), ledgers: ledgers,
      isWhole: isWhole, opensVouchers: !isPerformer,
      part: try insats.map { try InsatsPart(asked, $0, year: request.year).html } ?? .empty)
    let back = Page.Link("Insatser \(request.year.number)", Addresses.objects.path(request.year.number))
    let note = request.wantsCSV ? ListPart.tooLong(rowCountMax: fileRowCountMax) : .empty
    return request.answer(name, section: .insatser, trail: [back], main: note + page.html())
  }

  private static func owner(of insats: Insats, _ store: Store) throws -> String {
    try store.association().members.first { $0.id == insats.ownerID }?.name ?? insats.ownerID
  }

  private static func frame(of reference: ObjectReference, _ request: ListRequest) throws -> FollowUp.Line? {
    guard reference.dimension == .insats else { return nil }
    let association = try request.asked.store.association()
    let books = try request.asked.store.books(of: request.year)
    return FollowUp(books, mapping: try ReportMaking.mapping(of: association), association: association)
      .whole(ofInsats: reference.object)
  }

  private static func csv(_ ledgers: [AccountLedger]) -> [[String]] {
    [["Konto", "Kontonamn", "Verifikation", "Dag", "Text", "Belopp"]]
      + ledgers.flatMap { ledger in
        ledger.entries.map { entry in
          [
            ledger.account.number.text, ledger.account.name, entry.number.text, entry.date.text, entry.text,
            CSVPress.decimal(entry.amount),
          ]
        }
      }
  }
}
