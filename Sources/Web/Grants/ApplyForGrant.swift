import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// A new application, or a changed one: by the performer who applies, or by the office for them.
enum ApplyForGrant {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let association = try asked.store.association()
    return page(asked, association, nil, ApplicationForm(association), faults: [])
  }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let association = try asked.store.association()
    switch read(asked, association, nil) {
    case .failure(let again): return again.answer
    case .success(let application):
      let user = asked.user.role == .performer && !asked.visitor.isPractising ? asked.user.id : nil
      do {
        let id = try asked.store.together(by: asked.actor, at: asked.now) {
          try $0.begin(.applied(application), user: user)
        }
        return .see(
          Addresses.application.path(id.rawValue), notice: "Ansökan om \(application.name) är inlämnad.")
      } catch let refusal as Grant.Refusal {
        return refused(asked, association, nil, refusal)
      }
    }
  }

  static func showChange(_ asked: Asked, _ id: Int64) throws -> Answer {
    switch try GrantView.find(asked, id) {
    case .answered(let answer): return answer
    case .view(let view):
      return page(
        asked, view.association, view, ApplicationForm(view.association, view.grant.state.application), faults: [])
    }
  }

  static func saveChange(_ asked: Asked, _ id: Int64) throws -> Answer {
    switch try GrantView.find(asked, id) {
    case .answered(let answer): return answer
    case .view(let view):
      switch read(asked, view.association, view) {
      case .failure(let again): return again.answer
      case .success(let application):
        return try view.take(.applied(application), notice: "Ansökan om \(application.name) är ändrad.") {
          page(asked, view.association, view, ApplicationForm(view.association, typed: asked.form), faults: $0)
        }
      }
    }
  }

  /// What is shown instead of what was to be saved.
  private struct Again: Error {
    let answer: Answer
  }

  private static func read(
    _ asked: Asked, _ association: Association, _ view: GrantView?
  ) -> Result<GrantApplication, Again> {
    let typed = ApplicationForm(association, typed: asked.form)
    if asked.form.has(AmountRows.Name.more) {
      return .failure(Again(answer: page(asked, association, view, typed, faults: [], status: .ok)))
    }
    var reading = FormReading(asked.form)
    if let application = ApplicationForm.read(&reading, asked.form, association, insatser: insatser(asked, association))
    {
      return .success(application)
    }
    return .failure(Again(answer: page(asked, association, view, typed, faults: reading.faults)))
  }

  private static func refused(
    _ asked: Asked, _ association: Association, _ view: GrantView?, _ refusal: Grant.Refusal
  ) -> Answer {
    page(
      asked, association, view, ApplicationForm(association, typed: asked.form),
      faults: [FieldFault(field: "", message: Words.sentence(refusal))])
  }

  /// The insatser that the visitor knows of: a performer their own.
  private static func insatser(_ asked: Asked, _ association: Association) -> [Insats] {
    association.insatser.filter { asked.user.role != .performer || asked.user.insatser.contains($0.id) }
  }

  private static func page(
    _ asked: Asked, _ association: Association, _ view: GrantView?, _ form: ApplicationForm, faults: [FieldFault],
    status: HTTPResponse.Status? = nil
  ) -> Answer {
    let trail = view?.trail ?? [Page.Link("Ansökningar", Addresses.applications.path())]
    let target =
      view.map { Addresses.applicationChange.path($0.grant.id.rawValue) } ?? Addresses.newApplication.path()
    let main = HTML.joined([
      FormPart.summary(of: faults),
      tag(
        "p", [.class("lead")],
        .text(
          view == nil
            ? "Bara medlemmar kan söka, och insatsen ska gälla något som flera parter har ansvar för. Ansökan kan ändras "
              + "tills styrelsen har beslutat."
            : "När ansökan ändras behöver den beredas på nytt. Det som stod förut finns kvar i ärendets händelser.")),
      FormPart.form(
        to: target, asked.visitor,
        each: form.fields(insatser: insatser(asked, association), faults: faults)
          + [FormPart.button(view == nil ? "Lämna in ansökan" : "Spara ändringen")]),
    ])
    return .page(
      Page(title: view == nil ? "Ny ansökan" : "Ändra ansökan", section: .applications, trail: trail, main: main),
      status: status ?? (faults.isEmpty ? .ok : .unprocessableContent))
  }
}
