import Association
import HTTPTypes
import Ledger
import Press
import Store

/// One item of an agenda: why it is taken up, what is proposed, who presents it, and its documents.
enum EditBoardItem {
  private enum Name {
    static let title = "rubrik"
    static let background = "bakgrund"
    static let proposal = "forslag"
    static let presenter = "foredragande"
    static let remove = "bort"
  }

  private static let textBytesMax = 40_000

  static func show(_ asked: Asked, _ place: Pair<Int64, Int>) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let (meeting, item) = find(desk, place) else { return .notFound }
    return .page(page(desk, meeting, place.second, item, faults: []))
  }

  static func save(_ asked: Asked, _ place: Pair<Int64, Int>) async throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let (meeting, present) = find(desk, place) else { return .notFound }
    let uploaded = UploadedDocuments(asked)
    var reading = FormReading(asked.form)
    var item = present
    item.title = reading.text(Name.title, "Rubriken", isRequired: true, byteCountMax: 300)
    item.background = reading.text(Name.background, "Bakgrunden", isLong: true, byteCountMax: textBytesMax)
    item.proposal = reading.text(Name.proposal, "Förslaget", isLong: true, byteCountMax: textBytesMax)
    item.presenter = reading.text(Name.presenter, "Föredraganden", byteCountMax: 120)
    let removed = Set(asked.form.choices(Name.remove))
    item.documents.removeAll { removed.contains($0.sha256) }
    var faults = uploaded.faults + reading.faults
    if faults.isEmpty {
      do {
        // What cannot be saved is said before any document is kept.
        var plan = meeting.plan
        plan.agenda[place.second - 1] = item
        _ = try meeting.after(.planned(plan))
        let digests = try await uploaded.keep(asked)
        for (file, digest) in zip(uploaded.files, digests)
        where !item.documents.contains(where: { $0.sha256 == digest }) {
          item.documents.append(AgendaItem.Document(sha256: digest, name: file.name.isEmpty ? "handling" : file.name))
        }
        plan.agenda[place.second - 1] = item
        let (kept, id) = (plan, meeting.id)
        if kept != meeting.plan {
          try asked.store.together(by: asked.actor, at: asked.now) { _ = try $0.take(.planned(kept), in: id) }
        }
        return .see(Addresses.boardAgenda.path(place.first), notice: "Punkt \(place.second) är sparad.")
      } catch let refusal as MeetingRefusal {
        faults = [desk.fault(refusal, meeting)]
      }
    }
    return .page(page(desk, meeting, place.second, item, faults: faults), status: .unprocessableContent)
  }

  private static func find(_ desk: BoardDesk, _ place: Pair<Int64, Int>) -> (BoardMeeting, AgendaItem)? {
    guard let meeting = desk.meeting(place.first), meeting.plan.agenda.indices.contains(place.second - 1) else {
      return nil
    }
    return (meeting, meeting.plan.agenda[place.second - 1])
  }

  private static func page(
    _ desk: BoardDesk, _ meeting: BoardMeeting, _ number: Int, _ item: AgendaItem, faults: [FieldFault]
  ) -> Page {
    Page(
      title: "Punkt \(number)", section: .board,
      trail: BoardDesk.trail(meeting) + [Page.Link("Dagordning", Addresses.boardAgenda.path(meeting.id.rawValue))],
      main: .joined([
        FormPart.summary(of: faults),
        FormPart.form(
          to: Addresses.boardItem.path(Pair(meeting.id.rawValue, number)), desk.asked.visitor, hasFiles: true,
          each: [
            FormPart.field(
              FormPart.Field(name: Name.title, label: "Rubrik", value: item.title), faults: faults),
            FormPart.area(
              Name.background, "Bakgrund", value: item.background,
              hint: "Tom rad ger nytt stycke; * ger en punktlista.",
              rows: 8, faults: faults),
            FormPart.area(
              Name.proposal, "Förslag till beslut", value: item.proposal,
              hint: "Blir beslutets ord när styrelsen bifaller.", rows: 4, faults: faults),
            FormPart.field(
              FormPart.Field(
                name: Name.presenter, label: "Föredragande", value: item.presenter,
                hint: "Funktion, till exempel Förbundschef."),
              faults: faults),
            item.documents.isEmpty
              ? .empty
              : tag(
                "fieldset", tag("legend", .text("Handlingar")),
                .joined(
                  item.documents.map {
                    tag("p", MoneyPart.link($0.name, Addresses.document.path($0.sha256)))
                      + FormPart.box(
                        Name.remove, "Ta bort \($0.name)", isTicked: false, value: $0.sha256,
                        id: "bort-\($0.sha256.prefix(8))")
                  })),
            FormPart.field(
              FormPart.Field(
                name: UploadedDocuments.field, label: "Lägg till handlingar",
                hint: "Högst \(FileSize.words(desk.asked.office.settings.documentBytesMax)) per fil.", type: "file",
                others: [.other("multiple", "")]), faults: faults),
            FormPart.button("Spara punkten"),
          ]),
      ]))
  }
}
