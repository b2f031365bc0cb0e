import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// The correction of a voucher: a new one that turns its rows, with a reason, and if so wished a draft of what should
/// have stood there.
enum ReverseVoucher {
  static func show(_ asked: Asked, _ place: VoucherPlace) throws -> Answer {
    guard let page = try ReversalPage(asked, place) else { return .notFound }
    return .page(page.page)
  }

  static func save(_ asked: Asked, _ place: VoucherPlace) throws -> Answer {
    guard var page = try ReversalPage(asked, place) else { return .notFound }
    var reading = FormReading(asked.form)
    let reason = reading.text("skal", "Skälet", isRequired: true, byteCountMax: 300)
    let date = reading.date("datum", "Datumet", year: page.days.workingYear(on: asked.today))
    if let date, let obstacle = page.days.obstacle(on: date) { reading.add(obstacle, at: "datum") }
    page.typed = (reason, asked.form.choice("datum"))
    page.faults = reading.faults
    // Who asks again for what has just been done is shown that it is done.
    guard page.refusal == nil, page.faults.isEmpty, let date else {
      return .page(page.page, status: .unprocessableContent)
    }
    let reversal: PostedVoucher
    do {
      reversal = try asked.store.reverse(
        place.number, in: page.year, on: date, because: reason, by: asked.actor, at: asked.now)
    } catch {
      page.faults = [try fault(error)]
      return .page(page.page, status: .unprocessableContent)
    }
    let day = page.days.year(of: date) ?? page.year
    let mark = VoucherPlace(reversal.number, in: day)
    guard asked.form.choice("gor") == "vand-och-ny" else {
      return .see(Addresses.voucher.path(mark), notice: "\(place.words) är rättad av \(mark.words).")
    }
    let draft = try asked.store.keep(
      replacement(page, of: place, on: date, because: reason), by: asked.actor, at: asked.now)
    return .see(
      Addresses.draft.path(draft.id.rawValue),
      notice:
        "\(place.words) är rättad av \(mark.words). Här är ett utkast med de gamla raderna: ändra det som var fel, "
        + "och bokför.")
  }

  /// The draft of what should have stood there, with all that lies beside the voucher.
  private static func replacement(
    _ page: ReversalPage, of place: VoucherPlace, on date: CalendarDate, because reason: String
  ) -> Sketch {
    var sketch = Sketch(of: page.posted.voucher)
    sketch.date = date.text
    sketch.documents = page.documents.map(\.sha256)
    sketch.corrects = place.key
    sketch.reason = reason
    return sketch
  }

  private static func fault(_ refusal: Store.Refusal) throws -> FieldFault {
    switch refusal {
    case .periodClosed, .yearClosed, .dateOutsideYears:
      FieldFault(field: "datum", message: Words.sentence(refusal))
    case .notAVoucher, .alreadyReversed, .yearEnded, .refusedByDatabase:
      FieldFault(field: "", message: Words.sentence(refusal))
    default: throw refusal
    }
  }
}
