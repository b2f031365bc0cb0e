import Association
import HTTPTypes
import Ledger
import Press
import Store

/// The agreement with the party, or a new one.
enum AgreeGrant {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard case .view(let view) = try GrantView.find(asked, id) else { return .notFound }
    return page(view, faults: [])
  }

  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard case .view(let view) = try GrantView.find(asked, id) else { return .notFound }
    var reading = FormReading(asked.form)
    let signed = reading.date("dag", "Dagen för avtalet", year: asked.today.year)
    let first = reading.date("fran", "Första dagen", year: asked.today.year)
    let last = reading.date("till", "Sista dagen", year: asked.today.year)
    let purpose = reading.text(
      "syfte", "Syftet", isRequired: true, isLong: true, byteCountMax: ApplicationForm.textBytesMax)
    let expectations = reading.text(
      "forvantningar", "Förväntningarna", isLong: true, byteCountMax: ApplicationForm.textBytesMax)
    let rhythm = ReportRhythm(rawValue: asked.form.choice("rytm"))
    if rhythm == nil { reading.add("Det är inte valt hur ofta utföraren rapporterar. Välj i listan.", at: "rytm") }
    let days = Int(typed: asked.form.choice("dagar").strippedOfBlanks, in: 0...GrantAgreement.graceDaysMax)
    if days == nil {
      reading.add("Antalet dagar ska vara 0 till \(GrantAgreement.graceDaysMax). Skriv en siffra.", at: "dagar")
    }
    if let first, let last, last < first {
      reading.add("Avtalet slutar \(last.text), före sin första dag \(first.text). Kontrollera dagarna.", at: "till")
    }
    guard let signed, let first, let last, let rhythm, let days, !reading.hasFaults else {
      return page(view, faults: reading.faults)
    }
    let agreement = GrantAgreement(
      signedOn: signed, purpose: purpose, expectations: expectations, rhythm: rhythm, first: first, last: last,
      graceDays: days)
    return try view.take(.agreed(agreement), notice: "Avtalet är infört. Rapporterna står nu bland det som ska göras.")
    {
      page(view, faults: $0)
    }
  }

  private static func page(_ view: GrantView, faults: [FieldFault]) -> Answer {
    let form = view.asked.form
    let before = view.grant.state.agreed?.standing
    let insats = view.association.insatser.first { $0.id == view.grant.insatsID }
    let usual: [String: String] = [
      "dag": view.asked.today.text, "fran": (before?.first ?? insats?.started)?.text ?? "",
      "till": (before?.last ?? insats?.ended)?.text ?? "",
      "syfte": before?.purpose ?? insats?.purpose ?? "", "forvantningar": before?.expectations ?? "",
      "rytm": (before?.rhythm ?? .quarter).rawValue,
      "dagar": "\(before?.graceDays ?? GrantAgreement.graceDaysUsual)",
    ]
    func value(_ name: String) -> String { form.has(name) ? form.choice(name) : usual[name] ?? "" }
    func field(_ name: String, _ label: String, _ hint: String) -> HTML {
      FormPart.field(FormPart.Field(name: name, label: label, value: value(name), hint: hint), faults: faults)
    }
    return .page(
      Page(
        title: "Avtal om \(view.name)", section: .applications, trail: view.trail,
        main: .joined([
          FormPart.summary(of: faults),
          FormPart.form(
            to: Addresses.grantAgreement.path(view.grant.id.rawValue), view.asked.visitor,
            each: [
              field("dag", "Undertecknat", ""), field("fran", "Gäller från", ""), field("till", "Gäller till", ""),
              FormPart.area("syfte", "Syfte", value: value("syfte"), faults: faults),
              FormPart.area(
                "forvantningar", "Vad förbundet väntar sig av parten", value: value("forvantningar"),
                hint: "Uppföljning, närvaro i styrgrupp, hur resultat tas till vara.", faults: faults),
              FormPart.select(
                "rytm", "Lägesrapport", options: ReportRhythm.allCases.map { ($0.rawValue, $0.words) },
                chosen: value("rytm"), hint: "Utöver slutrapporten.", faults: faults),
              field("dagar", "Inom så många dagar", "Efter periodens slut ska rapporten vara inne."),
              FormPart.button("För in avtalet"),
            ]),
        ])), status: faults.isEmpty ? .ok : .unprocessableContent)
  }
}
