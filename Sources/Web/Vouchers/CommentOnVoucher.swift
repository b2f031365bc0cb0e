import HTTPTypes
import Store

/// Something said about a voucher, by anybody who may ask.
enum CommentOnVoucher {
  static func save(_ asked: Asked, _ place: VoucherPlace) throws -> Answer {
    guard try place.find(in: asked.store) != nil else { return .notFound }
    guard let draft = try CommentDraft.record(asked, at: .voucher(place)) else {
      return .see(Addresses.voucher.path(place) + "#kommentarer", notice: "Kommentaren är sparad.")
    }
    let page = try ShowVoucher.page(asked, place, faults: draft.faults, comment: draft)
    return page.map { .page($0, status: .unprocessableContent) } ?? .notFound
  }
}
