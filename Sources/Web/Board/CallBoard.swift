import Association
import HTTPTypes
import Ledger
import Press
import Store

/// The call to a meeting, as it is printed and sent; and the day it was sent.
enum CallBoard {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let meeting = desk.meeting(id) else { return .notFound }
    return .page(page(desk, meeting, faults: []))
  }

  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let meeting = desk.meeting(id) else { return .notFound }
    var reading = FormReading(asked.form)
    let day = reading.date("skickad", "Dagen", year: asked.today.year)
    var faults = reading.faults
    if let day, faults.isEmpty {
      do {
        try asked.store.together(by: asked.actor, at: asked.now) { _ = try $0.take(.called(on: day), in: meeting.id) }
        return .see(Addresses.boardMeeting.path(id), notice: "Kallelsen är noterad som skickad \(day.text).")
      } catch let refusal as MeetingRefusal {
        faults = [desk.fault(refusal, meeting, at: "skickad")]
      }
    }
    return .page(page(desk, meeting, faults: faults), status: .unprocessableContent)
  }

  private static func page(_ desk: BoardDesk, _ meeting: BoardMeeting, faults: [FieldFault]) -> Page {
    let plan = meeting.plan
    let called = desk.association.seats(on: plan.day)
    let form =
      desk.mayWrite && meeting.place == .planned
      ? tag(
        "section", [.class("no-print"), .labelled(by: "skicka")],
        tag("h2", [.id("skicka")], .text("När den skickades")),
        FormPart.form(
          to: Addresses.boardCall.path(meeting.id.rawValue), desk.asked.visitor,
          each: [
            FormPart.field(
              FormPart.Field(
                name: "skickad", label: "Skickad den",
                value: desk.asked.form.has("skickad") ? desk.asked.form.choice("skickad") : desk.asked.today.text,
                hint: "Till alla ledamöter och ersättare (KL 6:17, § 19)."), faults: faults),
            FormPart.button("Kallelsen är skickad"),
          ])) : .empty
    return Page(
      title: "Kallelse", section: .board, trail: BoardDesk.trail(meeting),
      print: Page.PrintHead(period: "Kallelse till styrelsens möte \(plan.number)", unit: ""),
      main: .joined([
        FormPart.summary(of: faults),
        MoneyPart.facts([
          ("Styrelsen för", .text(desk.association.name)), ("När", .text("\(plan.day.text) kl. \(plan.time)")),
          ("Var", .text(plan.place)), ("Mötet", .text(plan.isPublic ? "är offentligt" : "")),
          ("På distans", .text(plan.remote?.extent ?? "")),
        ]),
        tag("h2", .text("Dagordning")),
        tag(
          "ol",
          each: plan.agenda.map { item in
            tag(
              "li", .text(item.title + (item.presenter.isEmpty ? "" : " – \(item.presenter)")),
              item.documents.isEmpty
                ? .empty
                : tag(
                  "p", [.class("quiet")], .text("Handlingar: \(item.documents.map(\.name).joined(separator: ", "))")))
          }),
        tag("h2", .text("Kallade")),
        called.isEmpty
          ? tag("p", [.class("empty")], .text("Inga platser i styrelsen är besatta den dagen."))
          : tag(
            "ul",
            each: called.map { seat in
              tag(
                "li",
                .text(
                  [seat.name, seat.function, desk.memberName(seat.memberID)].filter { !$0.isEmpty }
                    .joined(separator: ", ")))
            }), form,
      ]))
  }
}
