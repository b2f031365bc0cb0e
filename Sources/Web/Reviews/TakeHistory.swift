import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Review
import Store

/// Takes what a reviewed report says into the book as history: shown beside what the book has, ticked one by one,
/// recorded as other facts are, with the report and the page in the line of history.
enum TakeHistory {
  static func show(_ asked: Asked, _ place: Pair<Int64, Int64>) throws -> Answer {
    guard let (file, review) = report(asked, place) else { return ShowReview.gone }
    return .page(try page(asked, place, file, review, chosen: nil, faults: []))
  }

  static func save(_ asked: Asked, _ place: Pair<Int64, Int64>) throws -> Answer {
    guard let (file, review) = report(asked, place) else { return ShowReview.gone }
    let chosen = Set(asked.form.choices("ta"))
    let proposals = HistoryTaking.proposals(of: review, for: try asked.store.association())
    var reading = FormReading(asked.form)
    if asked.form.choice("avtryck") != digest(proposals) {
      reading.add("Boken har ändrats medan du läste. Det som står i den nu visas; se igenom och ta in igen.")
    }
    if chosen.isEmpty { reading.add("Inget är valt. Kryssa för det som ska tas in.") }
    for missing in HistoryTaking.missing(chosen, of: proposals) {
      reading.add("\(missing.title) behövs för något som du har valt. Kryssa för det också.", at: missing.id)
    }
    guard !reading.hasFaults else {
      return .page(
        try page(asked, place, file, review, chosen: chosen, faults: reading.faults), status: .unprocessableContent)
    }
    let count = try asked.store.together(by: asked.actor, at: asked.now) { writing in
      // What has been recorded between is looked at once more, inside the transaction.
      let present = try writing.association()
      let proposals = HistoryTaking.proposals(of: review, for: present)
      for step in HistoryTaking.steps(chosen, of: proposals, into: present) {
        try writing.record(step.association, readIn: HistoryTaking.source(file.name, page: step.page))
      }
      return proposals.count { chosen.contains($0.id) && !$0.isKnown }
    }
    return .see(
      Addresses.reviewedHistory.path(place),
      notice: count == 1 ? "1 uppgift är intagen i boken." : "\(count) uppgifter är intagna i boken.")
  }

  private static func report(_ asked: Asked, _ place: Pair<Int64, Int64>) -> (ReviewedFile, Review)? {
    guard let (file, _) = asked.office.reviews.find(place.first, of: asked.reviewOwner)?.file(place.second),
      let review = file.review
    else { return nil }
    return (file, review)
  }

  /// What was shown: what can be taken and what stood in the book.
  private static func digest(_ proposals: [HistoryProposal]) -> String {
    Secret.digest(of: proposals.map { "\($0.id)|\($0.words)|\($0.standing ?? "-")" }.joined(separator: "\n"))
  }

  private static func page(
    _ asked: Asked, _ place: Pair<Int64, Int64>, _ file: ReviewedFile, _ review: Review, chosen: Set<String>?,
    faults: [FieldFault]
  ) throws -> Page {
    let association = try asked.store.association()
    let proposals = HistoryTaking.proposals(of: review, for: association)
    let report = Addresses.reviewedReport.path(place)
    let open = proposals.filter { !$0.isKnown }
    var parts: [HTML] = [
      FormPart.summary(of: faults),
      tag(
        "p", [.class("lead")],
        .text(
          "Det här har lästs i \(file.name). Kryssa för det som ska stå i boken. Källan och sidan sparas i historiken, och "
            + "allt går att ändra sedan.")),
      other(review, association),
    ]
    if open.isEmpty {
      parts.append(
        tag(
          "p",
          .text(
            proposals.isEmpty
              ? "Inget i rapporten kunde läsas säkert nog för att tas in." : "Boken har redan allt som lästes.")))
    } else {
      let groups = HistoryProposal.Kind.allCases.map { kind -> HTML in
        let own = open.filter { $0.kind == kind }
        guard !own.isEmpty else { return .empty }
        return tag(
          "fieldset", each: [tag("legend", .text(heading(kind)))] + own.map { choice($0, report, chosen) })
      }
      parts.append(
        FormPart.form(
          to: Addresses.reviewedHistory.path(place), asked.visitor,
          each: [FormPart.hidden("avtryck", digest(proposals))] + groups + [FormPart.button("Ta in det valda")]))
    }
    let known = proposals.filter(\.isKnown)
    if !known.isEmpty {
      parts.append(tag("h2", .text("Står redan så i boken")))
      parts.append(tag("ul", each: known.map { tag("li", .text("\($0.title): \($0.words)")) }))
    }
    return Page(
      title: "Ta in siffrorna i boken", section: .reviews,
      trail: [ReviewedPage.trail, Page.Link(ReviewedPage.words(file), report)], main: .joined(parts))
  }

  /// A report of somebody else's is seldom what one meant.
  private static func other(_ review: Review, _ association: Association) -> HTML {
    guard let number = review.report.organisationNumber, !association.organisationNumber.isEmpty,
      number != association.organisationNumber
    else { return .empty }
    return tag(
      "div", [.class("faults"), .role("note")],
      tag("h2", .text("Är det rätt förbund?")),
      tag(
        "p",
        .text(
          "Rapporten har organisationsnummer \(number), och boken är \(association.name) "
            + "(\(association.organisationNumber)).")))
  }

  private static func heading(_ kind: HistoryProposal.Kind) -> String {
    switch kind {
    case .year: "Fastställda siffror för tidigare år"
    case .member: "Medlemmar"
    case .key: "Bidragens fördelning"
    case .insats: "Insatser"
    case .frame: "Ramar"
    }
  }

  /// A box; what it is, what the book has, where it was read. What the book has otherwise is never ticked for one.
  private static func choice(_ proposal: HistoryProposal, _ report: String, _ chosen: Set<String>?) -> HTML {
    let isTicked = chosen?.contains(proposal.id) ?? (proposal.standing == nil && proposal.confidence >= 85)
    let readings = proposal.readings.enumerated().flatMap { index, reading -> [HTML] in
      [
        index == 0 ? .empty : .text("; "),
        tag(
          "a", [.href(.path(report + "#rad-\(reading.line)"))],
          .text("\(reading.words) (sida \(reading.page), rad \(reading.line))")),
      ]
    }
    return tag(
      "div", [.class("history-choice")],
      FormPart.box("ta", proposal.title, isTicked: isTicked, value: proposal.id, id: proposal.id),
      tag("p", .text("Rapporten: \(proposal.words)")),
      proposal.standing.map {
        tag(
          "p", tag("strong", .text("Boken har: ")), .text($0),
          .text(". Tar du in rapportens ersätts det; det gamla finns kvar i historiken."))
      } ?? .empty,
      tag("p", [.class("hint")], .text("Läst: "), .joined(readings), .text(". Säkerhet \(proposal.confidence) %.")))
  }
}
