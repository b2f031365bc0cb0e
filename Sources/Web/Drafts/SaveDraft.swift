import HTTPTypes
import Ledger
import Store

/// Saves a draft as it was typed, whatever is wrong with it, unless somebody else has changed it meanwhile.
enum SaveDraft {
  static func save(_ asked: Asked, _ id: Int64) async throws -> Answer {
    switch try await SaveDraft.attempt(asked, id) {
    case .answered(let answer): return answer
    case .saved(let kept, let act):
      switch act {
      case .moreRows: return .page(try DraftPage(asked, kept: kept, shown: kept.sketch.withMoreRows).page)
      case .removeRow: return .page(try DraftPage(asked, kept: kept, shown: kept.sketch).page)
      case .save, .record, .removeDocument:
        let sums = SketchSums(kept.sketch)
        return .see(Addresses.draft.path(id), notice: "Utkastet är sparat. \(sums.words)")
      }
    }
  }

  /// What became of a save.
  enum Attempt {
    case saved(KeptSketch, VoucherForm.Act)
    /// It was not saved, and this says why.
    case answered(Answer)
  }

  /// Saves what the form says over the revision that it was made over.
  static func attempt(_ asked: Asked, _ id: Int64) async throws -> Attempt {
    guard let kept = try ShowDraft.find(id, .draft, asked) else {
      let form = VoucherForm(asked.form, over: Sketch(kind: .draft))
      return .answered(try ShowDraft.gone(id, typed: form.sketch, asked))
    }
    let form = VoucherForm(asked.form, over: kept.sketch)
    let uploaded = UploadedDocuments(asked)
    let faults = form.faults + uploaded.faults
    guard faults.isEmpty else {
      let all = faults + UploadedDocuments.again(uploaded)
      // The form keeps the revision it was made over, so that a change by somebody else is still found.
      let same = KeptSketch(
        id: kept.id, revision: form.revision ?? kept.revision, sketch: kept.sketch, changedBy: kept.changedBy,
        changedAt: kept.changedAt)
      return .answered(
        .page(
          try DraftPage(asked, kept: same, shown: form.sketch, faults: all).page, status: .unprocessableContent))
    }
    let sketch = try form.sketch.withoutEmptyRows.dated(asked).adding(try await uploaded.keep(asked))
    // A form that does not say what it was made over may be older than anything that stands.
    guard let revision = form.revision else {
      return .answered(.page(try DraftConflict(asked, mine: sketch, saved: kept).page, status: .conflict))
    }
    switch try asked.store.save(sketch, as: kept.id, over: revision, by: asked.actor, at: asked.now) {
    case .saved(let saved): return .saved(saved, form.act)
    case .changedMeanwhile(let now):
      return .answered(.page(try DraftConflict(asked, mine: sketch, saved: now).page, status: .conflict))
    case .gone: return .answered(try ShowDraft.gone(id, typed: sketch, asked))
    }
  }
}
