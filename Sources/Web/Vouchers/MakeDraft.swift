import HTTPTypes
import Ledger
import Store

/// A new voucher as it was typed becomes a draft, and by the button ”Bokför” a voucher at once.
enum MakeDraft {
  static func save(_ asked: Asked, _: Nothing) async throws -> Answer {
    let form = VoucherForm(asked.form, over: Sketch(kind: .draft))
    let uploaded = UploadedDocuments(asked)
    let faults = form.faults + uploaded.faults
    guard faults.isEmpty else {
      return .page(
        try ShowNewVoucher.page(asked, sketch: form.sketch, faults: faults + UploadedDocuments.again(uploaded)),
        status: .unprocessableContent)
    }
    // Rows are added and taken away without anything being kept, but files that have been sent are not lost.
    if uploaded.files.isEmpty {
      switch form.act {
      case .moreRows: return .page(try ShowNewVoucher.page(asked, sketch: form.sketch.withMoreRows, faults: []))
      case .removeRow: return .page(try ShowNewVoucher.page(asked, sketch: form.sketch, faults: []))
      case .save, .record, .removeDocument: break
      }
    }
    let sketch = try form.sketch.withoutEmptyRows.dated(asked).adding(try await uploaded.keep(asked))
    let key = asked.form.choice("formular")
    let kept = try asked.office.drafts.once(form: key, sketch, in: asked.store) { refused in
      if let refused,
        case .saved(let saved) = try asked.store.save(
          sketch, as: refused.id, over: refused.revision, by: asked.actor, at: asked.now)
      {
        return saved
      }
      return try asked.store.keep(sketch, by: asked.actor, at: asked.now)
    }
    switch form.act {
    case .record:
      let answer = try RecordDraft.record(kept, asked)
      if case .page = answer { asked.office.drafts.noteRefused(form: key, in: asked.store) }
      return answer
    case .moreRows: return .page(try DraftPage(asked, kept: kept, shown: kept.sketch.withMoreRows).page)
    case .save, .removeRow, .removeDocument:
      return .see(Addresses.draft.path(kept.id.rawValue), notice: "Utkastet är sparat.")
    }
  }
}

extension Sketch {
  /// The sketch with its day written out in full, where it is one.
  func dated(_ asked: Asked) throws -> Sketch {
    var sketch = self
    let year = try OpenDays(asked.store).workingYear(on: asked.today)
    if let day = CalendarDate(typed: date, year: year) { sketch.date = day.text }
    return sketch
  }

  /// The sketch with some empty rows to type in.
  var withMoreRows: Sketch {
    var sketch = self
    let count = max(sketch.rows.count, GridPart.rowCountMin) + GridPart.moreRows
    sketch.rows += Array(repeating: Row(), count: max(0, min(count, VoucherForm.rowCountMax) - sketch.rows.count))
    return sketch
  }
}

extension UploadedDocuments {
  /// A browser forgets the files that were picked when a form comes back: that is said.
  static func again(_ uploaded: UploadedDocuments) -> [FieldFault] {
    guard uploaded.faults.isEmpty, !uploaded.files.isEmpty else { return [] }
    return [
      FieldFault(
        field: UploadedDocuments.field,
        message: "Filerna du valde är inte sparade än. Välj dem igen när du har rättat resten.")
    ]
  }
}
