import Association
import Desk
import HTTPTypes
import Ledger
import Store

/// Asks for money, for the first time or after a question.
enum NewRequisition {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    switch try form(asked, said: asked.query, typed: nil) {
    case .form(let form): .page(form.page())
    case .answer(let answer): answer
    }
  }

  static func save(_ asked: Asked, _: Nothing) async throws -> Answer {
    switch try form(asked, said: asked.form, typed: asked.form) {
    case .form(let form): try await send(form, asked, again: nil)
    case .answer(let answer): answer
    }
  }

  static func showAgain(_ asked: Asked, _ id: Int64) throws -> Answer {
    switch try formAgain(asked, id, typed: nil) {
    case .form(let form): .page(form.page())
    case .answer(let answer): answer
    }
  }

  static func saveAgain(_ asked: Asked, _ id: Int64) async throws -> Answer {
    switch try formAgain(asked, id, typed: asked.form) {
    case .form(let form): try await send(form, asked, again: ID(rawValue: id))
    case .answer(let answer): answer
    }
  }

  private enum Found {
    case form(RequisitionForm)
    case answer(Answer)
  }

  /// The form for the insats, the receiver and the year that are said.
  private static func form(_ asked: Asked, said: Form, typed: Form?) throws -> Found {
    let ground = try RequisitionGround(asked)
    let chosen = Int(typed: said.choice(RequisitionForm.Name.year), in: TypedRange.year) ?? WorkingYear.of(asked)
    let id = said.choice(RequisitionForm.Name.insats)
    guard let insats = ground.association.insatser.first(where: { $0.id == id }) else {
      return .answer(.see(Addresses.requisitions.path(), notice: id.isEmpty ? "" : "Insatsen finns inte."))
    }
    guard ground.maySee(id) else { return .answer(.forbidden) }
    guard let year = try asked.fiscalYear(chosen) else {
      return .answer(.see(Addresses.requisitions.path(), notice: "Boken har inget räkenskapsår \(chosen)."))
    }
    return .form(try make(ground, year, insats, receiver: said.choice(RequisitionForm.Name.receiver), typed: typed))
  }

  private static func formAgain(_ asked: Asked, _ id: Int64, typed: Form?) throws -> Found {
    let ground = try RequisitionGround(asked)
    guard let present = try asked.store.requisition(ID(rawValue: id)),
      let year = try asked.fiscalYear(present.requisition.year),
      let insats = ground.association.insatser.first(where: { $0.id == present.requisition.insatsID })
    else { return .answer(.notFound) }
    guard ground.maySee(insats.id) else { return .answer(.forbidden) }
    guard case .returned = present.state else {
      return .answer(
        .see(
          Addresses.requisition.path(id),
          notice: Words.sentence(RequisitionRefusal.doesNotFollow(present.state.place))))
    }
    return .form(
      try make(ground, year, insats, receiver: present.requisition.receiverID, typed: typed, returned: present))
  }

  private static func make(
    _ ground: RequisitionGround, _ year: FiscalYear, _ insats: Insats, receiver: String, typed: Form?,
    returned: RequisitionCase? = nil
  ) throws -> RequisitionForm {
    let all = ground.receivers(of: insats, year.number)
    let isNamed = returned != nil || (typed == nil && all.contains { $0.id == receiver })
    return RequisitionForm(
      ground: ground, year: year, insats: insats, receivers: isNamed ? all.filter { $0.id == receiver } : all,
      standing: try ground.ledger(year.number).standing(insats.id, receiver.isEmpty ? all.first?.id ?? "" : receiver),
      returned: returned,
      typed: try typed ?? RequisitionForm.start(ground, year, insats, receiver: receiver, returned))
  }

  /// Keeps the documents and asks. What is wrong is told before anything is kept.
  private static func send(_ form: RequisitionForm, _ asked: Asked, again: ID<Requisition>?) async throws -> Answer {
    var form = form
    let uploaded = UploadedDocuments(asked)
    form.faults = uploaded.faults
    guard var draft = form.read(documents: []), form.faults.isEmpty else {
      return .page(form.page(), status: .unprocessableContent)
    }
    let costs = form.ground.costs
    do {
      // Held against the frame first, so that no document is kept for what is refused.
      if again == nil {
        _ = try Requisition(
          draft, standing: try form.ground.ledger(draft.year).standing(draft.insatsID, draft.receiverID))
      }
      draft.documents =
        try await uploaded.keep(asked) + (again == nil ? [] : form.returned?.requisition.said.documents ?? [])
      let kept = draft
      let id = try asked.store.together(by: asked.actor, at: asked.now) { writing in
        guard let again else { return try writing.request(kept, costs: costs) }
        try writing.request(again: again, kept, costs: costs)
        return again
      }
      return .see(
        Addresses.requisition.path(id.rawValue),
        notice: "Rekvisition \(id.rawValue) är skickad. Nu ska den attesteras av kansliet.")
    } catch let refusal as RequisitionRefusal {
      form.faults.append(RequisitionForm.fault(refusal))
      return .page(form.page(), status: .unprocessableContent)
    }
  }
}
