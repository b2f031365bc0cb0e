import HTTPTypes
import Ledger
import Store

/// Something said about a voucher, by anybody who may ask.
enum CommentOnVoucher {
  static func save(_ asked: Asked, _ place: VoucherPlace) throws -> Answer {
    guard try place.find(in: asked.store) != nil else { return .notFound }
    var reading = FormReading(asked.form)
    let text = reading.text("kommentar", "Kommentaren", isRequired: true, isLong: true, byteCountMax: 4000)
    let to = try recipient(asked, &reading)
    guard !reading.hasFaults else {
      guard
        let page = try ShowVoucher.page(
          asked, place, faults: reading.faults, comment: asked.form.choice("kommentar"))
      else { return .notFound }
      return .page(page, status: .unprocessableContent)
    }
    try asked.store.comment(text, at: place.commentPlace, to: to, by: asked.actor, at: asked.now)
    return .see(Addresses.voucher.path(place) + "#kommentarer", notice: "Kommentaren är sparad.")
  }

  private static func recipient(_ asked: Asked, _ reading: inout FormReading) throws -> ID<User>? {
    let choice = asked.form.choice("till")
    guard !choice.isEmpty, !asked.visitor.isPractising else { return nil }
    let user = try asked.office.store.users().first { "\($0.id.rawValue)" == choice }
    if user == nil { reading.add("Den du valde finns inte bland användarna. Välj en annan, eller Alla.", at: "till") }
    return user?.id
  }
}
