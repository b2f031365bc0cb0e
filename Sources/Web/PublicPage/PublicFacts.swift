import Association
import Desk
import Ledger
import Press
import Report
import Store

/// All that everybody may see, and nothing else: what the page and the file are both made of. What is marked as secret
/// cannot come here, since the diary's lines are asked for as everybody sees them.
struct PublicFacts {
  /// A budget that is laid out before the meeting that decides it (KL 8:14).
  struct Proposal {
    let year: Int
    let meeting: BudgetProposal.Meeting?
    let publication: BudgetProposal.Publication
    /// Its lines with the three years' amounts; none where it has been changed since it was laid out.
    let lines: [(title: String, amounts: [Money])]
  }

  let association: Association
  let today: CalendarDate
  let seats: [Seat]
  let publications: [Publication]
  let files: [String: VoucherDocument]
  let proposals: [Proposal]
  let documents: [(document: GoverningDocument, version: GoverningDocument.Version)]
  let lines: [DiaryLine]
  let lineCount: Int
  let notices: [PublicNotice]

  /// So many lines of the register stand on the page; the file has more.
  static let pageLineCount = 100
  static let fileLineCount = 10_000

  init(_ store: Store, on today: CalendarDate, lineCount: Int = PublicFacts.pageLineCount) throws {
    let association = try store.association()
    self.association = association
    self.today = today
    seats = association.seats.filter { ($0.from ?? today) <= today && today <= ($0.until ?? today) }
    publications = try store.publications()
    let known = try store.documents(named: publications.map(\.file))
    files = Dictionary(known.map { ($0.sha256, $0) }) { first, _ in first }
    proposals = try (today.year...today.year + 1).flatMap { try store.budgets(year: $0) }.compactMap { recorded in
      guard case .proposal(let proposal) = recorded.version, let publication = proposal.publication,
        publication.on <= today
      else { return nil }
      return Proposal(
        year: proposal.year, meeting: proposal.meeting, publication: publication,
        lines: proposal.isPublishedAsItIs ? proposal.content.lines.map { ($0.title, $0.amounts) } : [])
    }
    documents = try store.governingDocuments().filter(\.isPublic).compactMap { document in
      guard let version = document.version(on: today) else { return nil }
      if let file = version.draft.content.file, try store.isSecret(document: file) { return nil }
      return (document, version)
    }
    let page = try store.diaryPage(DiaryFilter(), seenBy: .everybody, limit: lineCount)
    lines = page.lines
    self.lineCount = page.count
    notices = try PublicNotices.all(of: store, on: today)
  }

  /// What is laid out, by what it is.
  func publications(_ kind: Publication.Kind) -> [Publication] { publications.filter { $0.kind == kind } }

  /// As open data: the same as the page says, with keys in Swedish as they stand in the association folder.
  var json: JSON {
    func day(_ day: CalendarDate?) -> JSON? { day.map { .string($0.text) } }
    return .members([
      "förbund": .string(association.name), "organisationsnummer": .words(association.organisationNumber),
      "säte": .words(association.seat), "hämtad": .string(today.text),
      "medlemmar": .array(
        association.members.filter { ($0.left ?? today) >= today }.map {
          .members(["namn": .string($0.name), "slag": .string($0.kind.rawValue)])
        }),
      "styrelse": .array(
        seats.map { seat in
          .members([
            "funktion": .string(seat.function), "medlem": .words(memberName(seat.memberID)), "namn": .words(seat.name),
          ])
        }),
      "anslag": .array(
        notices.map { .members(["rubrik": .string($0.title), "dag": .string($0.day.text), "text": .string($0.text)]) }),
      "budgetförslag": .array(
        proposals.map { proposal in
          .members([
            "år": .number(Int64(proposal.year)), "utlagt": day(proposal.publication.on),
            "sammanträde": day(proposal.meeting?.day),
            "rader": .array(
              proposal.lines.map { line in
                .members(["rad": .string(line.title), "beloppÖre": .array(line.amounts.map { .number($0.ore) })])
              }),
          ])
        }),
      "filer": .array(
        publications.map { one in
          .members([
            "slag": .string(one.kind.rawValue), "år": .number(Int64(one.year)), "titel": .string(one.title),
            "sha256": .string(one.file), "adress": .string(Addresses.publicFile.path(one.file)),
          ])
        }),
      "styrdokument": .array(
        documents.map { document, version in
          .members([
            "slag": .string(document.kind.rawValue), "titel": .string(document.title),
            "version": .number(Int64(version.number)), "beslut": day(version.draft.decision.date),
            "paragraf": .words(version.draft.decision.paragraph), "gällerFrån": day(version.draft.validFrom),
            "text": .words(version.draft.content.text), "sha256": version.draft.content.file.map { .string($0) },
          ])
        }),
      "diarium": .array(
        lines.compactMap { line in
          line.content.map { content in
            .members([
              "nummer": .string(line.number.text), "dag": .string(line.day.text),
              "riktning": .string(content.direction.rawValue), "part": .words(content.party),
              "ärende": .string(content.subject),
            ])
          }
        }),
    ])
  }

  /// A member's name; the id where it is none of the members now.
  func memberName(_ id: String) -> String { association.members.first { $0.id == id }?.name ?? id }

  static func words(_ kind: Publication.Kind) -> String {
    switch kind {
    case .annualReport: "Årsredovisningar"
    case .audit: "Revisionsberättelser"
    case .budgetProposal: "Förslag till budget"
    case .budget: "Budgetar"
    case .minutes: "Protokoll"
    case .other: "Övrigt"
    }
  }
}
