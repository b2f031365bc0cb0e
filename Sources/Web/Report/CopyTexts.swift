import Association
import HTTPTypes
import Report
import Store

/// Takes last year's texts over into this year's report: those that are chosen, in one act, and never over a text that
/// this year has.
enum CopyTexts {
  static func show(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard let workbench = try await asked.workbench(year) else { return .notFound }
    let rows = rows(try asked.store.association(), workbench, year)
    return .page(CopyPage(asked: asked, year: year, rows: rows).page())
  }

  static func save(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard let workbench = try await asked.workbench(year) else { return .notFound }
    let chosen = asked.form.choices("kapitel")
    guard !chosen.isEmpty else {
      let fault = FieldFault(field: "", message: "Inget kapitel är valt. Kryssa i dem som ska följa med.")
      let rows = rows(try asked.store.association(), workbench, year)
      return .page(
        CopyPage(asked: asked, year: year, rows: rows, faults: [fault]).page(), status: .unprocessableContent)
    }
    let copied = try asked.store.together(by: asked.actor, at: asked.now) { writing -> Int in
      var association = try writing.association()
      var count = 0
      for id in chosen {
        let text = association.text(of: id, year: year - 1)
        guard !text.isEmpty, association.text(of: id, year: year).isEmpty else { continue }
        association.setText(text, of: id, year: year)
        count += 1
      }
      try writing.record(association)
      return count
    }
    let said =
      switch copied {
      case 0: "Inget kopierades: de valda kapitlen har redan en text i år."
      case 1: "En text är kopierad från \(year - 1). Läs igenom den innan kapitlet märks som klart."
      default: "\(copied) texter är kopierade från \(year - 1). Läs igenom dem innan kapitlen märks som klara."
      }
    return .see(Addresses.report.path(year), notice: said)
  }

  /// Last year's texts in the order of the report, each with what must be looked at in it.
  private static func rows(_ association: Association, _ workbench: Workbench, _ year: Int) -> [CopyPage.Row] {
    let order = DeskChapter.all(in: workbench)
    var ids: [String] = []
    for text in association.texts where text.year == year - 1 && !ids.contains(text.chapterID) {
      ids.append(text.chapterID)
    }
    let known = order.filter { ids.contains($0.id) }.map { (id: $0.id, title: $0.title) }
    let others = ids.filter { id in !known.contains { $0.id == id } }.map { (id: $0, title: $0) }
    return (known + others).map { chapter in
      let text = association.text(of: chapter.id, year: year - 1)
      return CopyPage.Row(
        id: chapter.id, title: chapter.title, text: text,
        hasOwn: !association.text(of: chapter.id, year: year).isEmpty, typed: typedNumbers(in: text),
        missing: workbench.unknownNames(in: text))
    }
  }
}
