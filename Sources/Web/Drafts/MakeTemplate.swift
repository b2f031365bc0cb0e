import HTTPTypes
import Ledger
import Store

/// Makes a template of a draft or of a voucher in the book.
enum MakeTemplate {
  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    guard var sketch = try source(asked) else { return .notFound }
    sketch.kind = .template
    sketch.name = sketch.text.isEmpty ? "Mall utan namn" : String(decoding: sketch.text.utf8.prefix(100), as: UTF8.self)
    sketch.date = ""
    sketch.documents = []
    sketch.corrects = ""
    sketch.reason = ""
    let kept = try asked.store.keep(sketch, by: asked.actor, at: asked.now)
    return .see(
      Addresses.template.path(kept.id.rawValue),
      notice: "Mallen är gjord. Ge den ett namn, och ta bort det som skiljer från gång till gång.")
  }

  private static func source(_ asked: Asked) throws -> Sketch? {
    if let id = Int64(typed: asked.form.choice("utkast"), in: TypedRange.id) {
      return try ShowDraft.find(id, .draft, asked)?.sketch
    }
    guard let place = VoucherPlace(key: asked.form.choice("verifikation")),
      let found = try place.find(in: asked.store), found.posted.voucher.rows.count <= VoucherForm.rowCountMax
    else { return nil }
    return Sketch(of: found.posted.voucher)
  }
}

extension Sketch {
  /// What would be typed to enter the same voucher again. A row's insats and party come with it; what else it is sorted
  /// by has no field in the form.
  init(of voucher: Voucher) {
    self.init(
      kind: .draft, series: voucher.series, date: voucher.date.text, text: voucher.text,
      counterparty: voucher.counterparty,
      rows: voucher.rows.map { row in
        Row(
          account: row.account.text, insats: row.objects[.insats] ?? "", party: row.objects[.party] ?? "",
          debit: row.amount < .zero ? "" : AmountText.field(row.amount),
          credit: row.amount < .zero ? AmountText.field(-row.amount) : "", text: row.text)
      }, documents: voucher.attachments)
  }
}
