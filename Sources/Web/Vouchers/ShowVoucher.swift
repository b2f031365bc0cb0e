import Association
import Ledger
import Press
import Report
import Store

/// A voucher in the book: everything that LKBR 3:9 asks for, and what stands around it.
enum ShowVoucher {
  static func show(_ asked: Asked, _ place: VoucherPlace) throws -> Answer {
    guard let page = try page(asked, place, faults: []) else { return .notFound }
    return .page(page)
  }

  /// The page with what is wrong in one of its small forms.
  static func page(
    _ asked: Asked, _ place: VoucherPlace, faults: [FieldFault], comment: CommentDraft = CommentDraft()
  ) throws -> Page? {
    guard let found = try place.find(in: asked.store),
      let surroundings = try asked.store.surroundings(of: place.number, in: found.year)
    else { return nil }
    let voucher = VoucherView(
      place: place, year: found.year, posted: found.posted, surroundings: surroundings,
      documents: try asked.store.documents(of: place.number, in: found.year),
      line: try asked.store.historyLine(of: place.number, in: found.year),
      receipt: try surroundings.importSequence.flatMap { sequence in
        try asked.store.imports().first { $0.sequence == sequence }
      }, accounts: try accountNames(asked.store), objects: try objectNames(asked.store))
    let talk = try CommentTalk.of(asked, at: .voucher(place))
    return Page(
      title: "Verifikation \(place.number.text)", section: .vouchers,
      trail: [Page.Link("Verifikationer \(place.year)", Addresses.vouchers.path(place.year))],
      print: Page.PrintHead(period: found.posted.voucher.date.text), isWide: true, scripts: ["grid.js"],
      main: .joined([
        FormPart.summary(of: faults),
        VoucherPart(view: voucher, visitor: asked.visitor).html(
          aside: documents(asked, voucher, faults: faults), comments: talk.html(asked, draft: comment)),
      ]))
  }

  private static func documents(_ asked: Asked, _ view: VoucherView, faults: [FieldFault]) -> HTML {
    var parts = [
      tag("h2", [.id("underlag-rubrik")], .text("Underlag")), DocumentPart.list(view.documents),
    ]
    if Access.bookkeepers.admits(asked.visitor.user) {
      parts.append(
        FormPart.form(
          to: Addresses.voucherDocuments.path(view.place), asked.visitor, hasFiles: true,
          each: [
            tag(
              "div", [.other("data-drop", "skicka")],
              DocumentPart.picker(faults: faults, bytesMax: asked.office.settings.documentBytesMax)),
            FormPart.button("Spara underlag", kind: "secondary"),
          ]))
    }
    return tag("section", [.labelled(by: "underlag-rubrik")], each: parts)
  }

  private static func accountNames(_ store: Store) throws -> [AccountNumber: String] {
    let shipped = Chart.shipped(try store.association().chart).accounts
    let all = shipped + (try store.accounts())
    return Dictionary(all.map { ($0.number, $0.name) }) { $1 }
  }

  private static func objectNames(_ store: Store) throws -> [ObjectReference: String] {
    let association = try store.association()
    let own =
      association.insatser.map { (ObjectReference(dimension: .insats, object: $0.id), $0.name) }
      + association.members.map { (ObjectReference(dimension: .party, object: $0.id), $0.name) }
    let declared = try store.objects().map { ($0.reference, $0.name) }
    return Dictionary(declared + own) { $1 }
  }
}

/// What the page of a voucher shows.
struct VoucherView {
  let place: VoucherPlace
  let year: FiscalYear
  let posted: PostedVoucher
  let surroundings: VoucherSurroundings
  let documents: [VoucherDocument]
  /// Who recorded it and when.
  let line: HistoryLine?
  /// The import it came with.
  let receipt: ImportReceipt?
  let accounts: [AccountNumber: String]
  let objects: [ObjectReference: String]

  var voucher: Voucher { posted.voucher }

  /// The sum of its debits: what the voucher is of.
  var amount: Money { voucher.rows.filter { $0.amount > .zero }.map(\.amount).sum() }
}
