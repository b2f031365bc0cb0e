import HTTPTypes
import Ledger
import Press
import Store

/// A draft.
enum ShowDraft {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let kept = try find(id, .draft, asked) else { return gone(id, asked) }
    return .page(try DraftPage(asked, kept: kept, shown: kept.sketch).page)
  }

  /// The sketch of that kind, or nil.
  static func find(_ id: Int64, _ kind: Sketch.Kind, _ asked: Asked) throws -> KeptSketch? {
    let kept = try asked.store.sketch(ID(rawValue: id))
    return kept?.sketch.kind == kind ? kept : nil
  }

  /// Where one goes who asks for a draft that is gone: to the voucher it became, if it just did.
  static func gone(_ id: Int64, _ asked: Asked) -> Answer {
    guard let place = asked.office.drafts.recorded(id, in: asked.store) else { return .notFound }
    return .see(Addresses.voucher.path(place), notice: "Utkastet är bokfört som \(place.words).")
  }

  /// The same when something was typed: it is kept on the page, as a new voucher.
  static func gone(_ id: Int64, typed: Sketch, _ asked: Asked) throws -> Answer {
    if asked.office.drafts.recorded(id, in: asked.store) != nil { return gone(id, asked) }
    var sketch = typed
    sketch.documents = []
    let fault = FieldFault(
      field: "",
      message:
        "Utkastet finns inte längre: någon har kastat eller bokfört det. Det du skrev står kvar här och kan sparas "
        + "som ett nytt utkast. Titta först bland verifikationerna, så att inget bokförs två gånger.")
    return .page(try ShowNewVoucher.page(asked, sketch: sketch, faults: [fault]), status: .conflict)
  }
}
