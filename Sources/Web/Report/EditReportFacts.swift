import Association
import HTTPTypes
import Store

/// What is said of the report itself: the board's decision, the diary number, who signs, who audits.
enum EditReportFacts {
  static func show(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard try asked.fiscalYear(year) != nil else { return .notFound }
    let facts = stored(try asked.store.association(), year)
    return .page(FactsPage(asked: asked, year: year, form: FactsForm(facts)).page())
  }

  static func save(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard try asked.fiscalYear(year) != nil else { return .notFound }
    let (form, facts) = FactsForm.read(asked.form, year: year)
    guard let facts else {
      return .page(FactsPage(asked: asked, year: year, form: form).page(), status: .unprocessableContent)
    }
    var reading = FormReading(asked.form)
    try DecisionChoice.check(&reading, asked, facts.decision.date, facts.decision.paragraph, at: "paragraf")
    if reading.hasFaults {
      var refused = form
      refused.faults = reading.faults
      return .page(FactsPage(asked: asked, year: year, form: refused).page(), status: .unprocessableContent)
    }
    let changed = try asked.store.together(by: asked.actor, at: asked.now) { writing -> ReportFacts? in
      var association = try writing.association()
      let present = stored(association, year)
      guard present == facts || FactsForm.digest(of: present) == form.digest else { return present }
      association.reports.removeAll { $0.year == year }
      let next = association.reports.firstIndex { $0.year > year } ?? association.reports.count
      association.reports.insert(facts, at: next)
      try writing.record(association)
      return nil
    }
    guard let changed else {
      return .see(Addresses.reportFacts.path(year), notice: "Uppgifterna är sparade.")
    }
    // The form keeps what was typed, and carries the digest of what was just shown: saving it anew is a choice.
    var kept = form
    kept.digest = FactsForm.digest(of: changed)
    return .page(
      FactsPage(asked: asked, year: year, form: kept, stored: FactsForm(changed)).page(), status: .conflict)
  }

  private static func stored(_ association: Association, _ year: Int) -> ReportFacts {
    association.reports.first { $0.year == year } ?? ReportFacts(year: year)
  }
}
