import Association
import Ledger
import Press
import Store

/// What can be done with a case now, by the one who looks at it: the next step first, the others folded.
struct GrantNext {
  let view: GrantView
  let faults: [FieldFault]

  init(_ view: GrantView, faults: [FieldFault]) {
    self.view = view
    self.faults = faults
  }

  var html: HTML {
    let id = view.grant.id.rawValue
    switch view.grant.state {
    case .applied: return keeper(prepare) + change + withdraw
    case .prepared:
      return keeper(link("För in styrelsens beslut", Addresses.grantDecision.path(id), isFirst: true) + reject)
        + change + withdraw
    case .granted:
      return keeper(
        links([
          ("Skriv in avtalet", Addresses.grantAgreement.path(id)), ("Ändra beslutet", Addresses.grantDecision.path(id)),
        ]))
    case .agreed:
      return keeper(
        links(
          [
            ("Ändra beslutet", Addresses.grantDecision.path(id)), ("Nytt avtal", Addresses.grantAgreement.path(id)),
          ], firstIsPrimary: false))
    case .rejected, .withdrawn, .finished: return .empty
    }
  }

  private func keeper(_ html: HTML) -> HTML { view.isKeeper ? html : .empty }

  private func link(_ words: String, _ path: String, isFirst: Bool) -> HTML {
    tag("p", tag("a", [.class(isFirst ? "button primary" : "button"), .href(.path(path))], .text(words)))
  }

  private func links(_ links: [(String, String)], firstIsPrimary: Bool = true) -> HTML {
    tag(
      "div", [.class("toolbar")],
      each: links.enumerated().map { index, link in
        tag(
          "a", [.class(index == 0 && firstIsPrimary ? "button primary" : "button"), .href(.path(link.1))],
          .text(link.0))
      })
  }

  private func typed(_ name: String) -> String { view.asked.form.choice(name) }

  private var prepare: HTML {
    let form = FormPart.form(
      to: Addresses.grantPreparation.path(view.grant.id.rawValue), view.asked.visitor,
      each: [
        FormPart.field(
          FormPart.Field(
            name: "beredd", label: "Beredd den",
            value: typed("beredd").isEmpty ? view.asked.today.text : typed("beredd")),
          faults: faults),
        FormPart.field(
          FormPart.Field(
            name: "grupp", label: "Av vem", value: typed("grupp"), hint: "Beredningsgruppen, Lokala samverkansgruppen"),
          faults: faults),
        FormPart.select(
          "forslag", "Föreslår",
          options: [("", "Välj")] + GrantPreparation.Recommendation.allCases.map { ($0.rawValue, $0.words) },
          chosen: typed("forslag"), faults: faults),
        FormPart.area("motivering", "Motivering", value: typed("motivering"), faults: faults),
        FormPart.button("Spara beredningen"),
      ])
    return tag("section", tag("h2", .text("Nästa steg: beredning")), form)
  }

  private var reject: HTML {
    fold(
      "Styrelsen har avslagit ansökan", isOpen: faults.contains { $0.field.hasPrefix("avslag") },
      FormPart.form(
        to: Addresses.grantRejection.path(view.grant.id.rawValue), view.asked.visitor,
        each: [
          FormPart.field(
            FormPart.Field(name: "avslag-dag", label: "Sammanträdesdag", value: typed("avslag-dag")), faults: faults),
          FormPart.field(
            FormPart.Field(name: "avslag-paragraf", label: "Paragraf", value: typed("avslag-paragraf"), hint: "§ 45"),
            faults: faults),
          FormPart.area("avslag-skal", "Skäl", value: typed("avslag-skal"), faults: faults),
          FormPart.button("För in avslaget", kind: "danger"),
        ]))
  }

  private var change: HTML {
    view.mayWrite
      ? link("Ändra ansökan", Addresses.applicationChange.path(view.grant.id.rawValue), isFirst: false) : .empty
  }

  private var withdraw: HTML {
    guard view.mayWrite else { return .empty }
    return fold(
      "Återkalla ansökan", isOpen: faults.contains { $0.field == "aterkallelse" },
      FormPart.form(
        to: Addresses.grantWithdrawal.path(view.grant.id.rawValue), view.asked.visitor,
        each: [
          FormPart.area(
            "aterkallelse", "Varför återkallas den?", value: typed("aterkallelse"), rows: 2, faults: faults),
          FormPart.button("Återkalla ansökan", kind: "danger"),
        ]))
  }

  private func fold(_ title: String, isOpen: Bool, _ content: HTML) -> HTML {
    tag("details", isOpen ? [.other("open", "")] : [], tag("summary", .text(title)), content)
  }
}
