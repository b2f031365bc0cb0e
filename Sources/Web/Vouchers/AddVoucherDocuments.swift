import HTTPTypes
import Ledger
import Store

/// Documents put beside a voucher that is in the book. They are added; nothing of the voucher is changed.
enum AddVoucherDocuments {
  static func save(_ asked: Asked, _ place: VoucherPlace) async throws -> Answer {
    guard let found = try place.find(in: asked.store) else { return .notFound }
    let uploaded = UploadedDocuments(asked)
    var faults = uploaded.faults
    if uploaded.files.isEmpty {
      faults.append(
        FieldFault(field: UploadedDocuments.field, message: "Ingen fil är vald. Välj en fil och spara igen."))
    }
    guard faults.isEmpty else {
      guard let page = try ShowVoucher.page(asked, place, faults: faults) else { return .notFound }
      return .page(page, status: .unprocessableContent)
    }
    for digest in try await uploaded.keep(asked) {
      try asked.store.addDocument(digest, to: place.number, in: found.year, by: asked.actor, at: asked.now)
    }
    let count = uploaded.files.count
    return .see(
      Addresses.voucher.path(place),
      notice: count == 1
        ? "Underlaget är sparat vid verifikationen." : "\(count) underlag är sparade vid verifikationen.")
  }
}
