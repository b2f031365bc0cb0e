import HTTPTypes
import Ledger
import Press
import Store

/// Documents dropped on a draft: kept at once, and listed in it. The script gets the list back, with its revision.
enum AddDraftDocuments {
  static func save(_ asked: Asked, _ id: Int64) async throws -> Answer {
    guard let kept = try ShowDraft.find(id, .draft, asked) else { return ShowDraft.gone(id, asked) }
    let uploaded = UploadedDocuments(asked)
    guard uploaded.faults.isEmpty, !uploaded.files.isEmpty else {
      let message = uploaded.faults.map(\.message).joined(separator: " ")
      return try refuse(
        message.isEmpty ? "Ingen fil kom fram. Välj filen på nytt." : message, .unprocessableContent, kept, asked)
    }
    let revision = Int64(typed: asked.form.choice("version"), in: TypedRange.id) ?? kept.revision
    let digests = try await uploaded.keep(asked)
    switch try asked.store.save(
      kept.sketch.adding(digests), as: kept.id, over: revision, by: asked.actor, at: asked.now)
    {
    case .saved(let saved):
      guard asked.isScript else { return .see(Addresses.draft.path(id), notice: "Underlaget är sparat.") }
      return .piece(
        DraftPage.documents(try asked.store.documents(named: saved.sketch.documents), revision: saved.revision))
    case .changedMeanwhile(let now):
      return try refuse(
        "\(now.changedBy) har sparat utkastet medan du skrev. Spara först, så får du välja vad som gäller, och lägg till "
          + "underlaget igen.", .conflict, kept, asked)
    case .gone: return ShowDraft.gone(id, asked)
    }
  }

  private static func refuse(
    _ message: String, _ status: HTTPResponse.Status, _ kept: KeptSketch, _ asked: Asked
  ) throws -> Answer {
    if asked.isScript { return .piece(tag("p", .text(message)), status: status) }
    let fault = FieldFault(field: UploadedDocuments.field, message: message)
    return .page(try DraftPage(asked, kept: kept, shown: kept.sketch, faults: [fault]).page, status: status)
  }
}
