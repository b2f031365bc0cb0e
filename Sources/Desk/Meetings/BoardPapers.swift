package import Association
package import Ledger
package import Press
import Report
import Statements

/// The papers of a meeting of the board as one: the call, the agenda, and each item with its documents.
package struct BoardPapers {
  /// A document's bytes, as the book keeps it.
  package struct File {
    /// What it is: `application/pdf`.
    package let mediaType: String
    /// The bytes.
    package let bytes: [UInt8]

    /// A document's bytes.
    package init(mediaType: String, bytes: [UInt8]) {
      self.mediaType = mediaType
      self.bytes = bytes
    }
  }

  /// More pages than this in all are not printed; what is left travels inside the file.
  static let pageCountMax = 300

  /// The papers as they are printed. A PDF stands page by page after its item; every document travels inside the file as
  /// it came too, whatever it is. `withheld` are the SHA-256 of those that the reader may not see.
  package static func sheet(
    of plan: MeetingPlan, calledOn: CalendarDate?, association: Association, files: [String: File],
    withheld: Set<String> = []
  ) -> PaperSheet {
    var parts = [PaperSheet.Part(agenda(of: plan))]
    var attachments: [PDFAttachment] = []
    var pageCount = 0
    for (index, item) in plan.agenda.enumerated() {
      let number = index + 1
      let hadPages = parts.last?.pages.isEmpty == false
      parts.append(
        PaperSheet.Part(chapter(of: item, number: number), isOnNewSheet: index == 0 || hadPages))
      for (place, document) in item.documents.enumerated() {
        let label = "Bilaga \(number).\(place + 1)"
        let isWithheld = withheld.contains(document.sha256)
        let file = isWithheld ? nil : files[document.sha256]
        var words =
          isWithheld
          ? "Handlingen är sekretessmarkerad i diariet. Be kansliet om den, så prövas den."
          : "Filen finns inte i boken."
        var pages: [PaperSheet.Page] = []
        if let file {
          // Two items may have the same file; a name stands once among those inside.
          let name = attachmentName(document.name, label: label)
          attachments.append(
            PDFAttachment(
              name: name, mediaType: file.mediaType, description: "\(label): \(document.name)",
              relationship: .supplement, bytes: file.bytes))
          words = "Dokumentet följer med som fil i den här PDF:en, med namnet \(name)"
          do {
            pages = try PDFPages.pages(of: file.bytes)
            if pageCount + pages.count > pageCountMax {
              pages = []
              words += ". Det trycks inte här, för handlingarna har redan \(pageCount) sidor bilagor."
            } else {
              words = "\(pages.count) \(pages.count == 1 ? "sida" : "sidor"). \(words)."
            }
          } catch {
            words += ". Det trycks inte här: \(error.words)."
          }
        }
        pageCount += pages.count
        parts.append(
          PaperSheet.Part(
            Chapter(
              id: "bilaga-\(number)-\(place + 1)", number: label, title: document.name, level: 2,
              blocks: [MinutesPaper.words(words)]), pages: pages))
      }
    }
    return PaperSheet(
      association: association.name, organisationNumber: association.organisationNumber,
      heading: "Kallelse och handlingar", title: "Styrelsens möte \(plan.day.text)", day: calledOn ?? plan.day,
      facts: facts(of: plan, calledOn: calledOn), hasContents: true, chapters: parts, attachments: attachments)
  }

  private static func facts(of plan: MeetingPlan, calledOn: CalendarDate?) -> [InvoiceSheet.Fact] {
    var facts = [
      InvoiceSheet.Fact("Sammanträde", "Styrelsen, möte \(plan.number) år \(plan.day.year)"),
      InvoiceSheet.Fact("Tid", "\(plan.day.text) kl. \(plan.time)"),
    ]
    if !plan.place.isEmpty { facts.append(InvoiceSheet.Fact("Plats", plan.place)) }
    if let calledOn { facts.append(InvoiceSheet.Fact("Kallelse", "Skickad \(calledOn.text)")) }
    if plan.isPublic {
      facts.append(InvoiceSheet.Fact("Öppet möte", "Alla får lyssna (lag 2003:1210, 19 §)."))
    }
    let remote = plan.remote.map { rule in
      let decided = [rule.decision.date?.text ?? "", rule.decision.paragraph].filter { !$0.isEmpty }
      return
        "Får ske enligt styrelsens beslut \(decided.joined(separator: ", ")) (lag 2003:1210, 19 a §): \(rule.extent)"
        + (rule.soundReasons.isEmpty ? "" : " Enbart ljud: \(rule.soundReasons)")
    }
    facts.append(InvoiceSheet.Fact("Deltagande på distans", remote ?? "Inget beslut om det finns."))
    facts.append(
      InvoiceSheet.Fact("Förhinder", "Den som inte kan komma säger till så att en ersättare kan kallas."))
    return facts
  }

  private static func agenda(of plan: MeetingPlan) -> Chapter {
    let rows = plan.agenda.enumerated().map { index, item in
      Table.Row(
        id: "punkt-\(index + 1)", title: "\(index + 1). \(item.title)",
        cells: [
          .text(item.presenter.isEmpty ? "–" : item.presenter),
          .text(item.proposal.isEmpty ? "Information" : "Beslut"),
          .text(item.documents.isEmpty ? "–" : "\(item.documents.count)"),
        ])
    }
    return Chapter(
      id: "dagordning", number: "", title: "Dagordning", level: 1,
      blocks: [
        .table(
          Table(
            id: "dagordning", title: "Dagordning", unit: .none, rowHeading: "Ärende",
            columns: [
              Table.Column(id: "foredragande", title: "Föredragande"), Table.Column(id: "slag", title: "Slag"),
              Table.Column(id: "bilagor", title: "Bilagor"),
            ], rows: rows))
      ])
  }

  private static func chapter(of item: AgendaItem, number: Int) -> Chapter {
    var blocks: [Block] = []
    if !item.presenter.isEmpty { blocks.append(MinutesPaper.words("Föredragande: \(item.presenter).")) }
    func add(_ title: String, _ words: String) {
      let found = Markdown().blocks(of: words, file: title).value
      guard !found.isEmpty else { return }
      blocks.append(.heading(level: 1, [.text(title)]))
      blocks += found
    }
    add("Ärendet", item.background)
    add("Förslag till beslut", item.proposal)
    if blocks.isEmpty { blocks.append(MinutesPaper.words("Tas upp muntligt.")) }
    return Chapter(id: "arende-\(number)", number: "\(number)", title: item.title, level: 1, blocks: blocks)
  }

  /// A name for a file among others inside, in letters that every system takes.
  private static func attachmentName(_ name: String, label: String) -> String {
    let kept = name.unicodeScalars.filter { $0.value >= 0x20 && !"/\\:*?\"<>|".unicodeScalars.contains($0) }
    return "\(label) \(String(String.UnicodeScalarView(kept)))"
  }
}
