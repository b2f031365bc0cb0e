import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// What everybody may see without signing in, as a page, as open data, and file by file. Off, it answers as an address that
/// does not exist. It is of the association's own book, also for one who practises.
enum PublicPage {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    guard let facts = try facts(asked) else { return .notFound }
    return .bare(page(facts.association.name, facts, content(facts)))
  }

  static func data(_ asked: Asked, _: Nothing) throws -> Answer {
    guard let facts = try facts(asked, lineCount: PublicFacts.fileLineCount) else { return .notFound }
    return .json(facts.json.line)
  }

  static func file(_ asked: Asked, _ digest: String) async throws -> Answer {
    let (store, today) = (asked.office.store, asked.publicToday)
    guard let file = try await LongWork.run({ try store.publicAttachment(digest, on: today) }) else {
      return .notFound
    }
    let kind = DocumentKind(file.bytes)
    return .file(
      FileAnswer(
        bytes: file.bytes, name: file.name.split(separator: "/").last.map { String($0) } ?? file.name,
        mediaType: kind?.rawValue ?? "application/octet-stream", isShown: kind != nil))
  }

  static func document(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let facts = try facts(asked, lineCount: 0),
      let found = facts.documents.first(where: { $0.document.id.rawValue == id })
    else { return .notFound }
    let draft = found.version.draft
    let main = HTML.joined([
      tag(
        "p", [.class("quiet")],
        .text(
          ["Beslut \(GoverningWords.words(draft.decision))", "Gäller från \(draft.validFrom.text)"]
            .filter { $0 != "Beslut " }.joined(separator: ". ") + ".")),
      draft.content.file.map { tag("p", MoneyPart.link("Dokumentet som fil", Addresses.publicFile.path($0))) }
        ?? .empty,
      GoverningWords.paragraphs(draft.content.text),
      tag("p", MoneyPart.link("Till förbundets öppna sida", Addresses.publicPage.path())),
    ])
    return .bare(page(found.document.title, facts, main))
  }

  /// What may be seen now; nil while the page is off.
  private static func facts(_ asked: Asked, lineCount: Int = PublicFacts.pageLineCount) throws -> PublicFacts? {
    let store = asked.office.store
    guard try store.isPublicPageOn() else { return nil }
    return try PublicFacts(store, on: asked.publicToday, lineCount: lineCount)
  }

  /// All of it, beneath headings; what there is nothing of is left out.
  static func content(_ facts: PublicFacts) -> HTML {
    .joined([
      tag(
        "p", [.class("quiet")],
        .text(
          ["Samordningsförbund", facts.association.organisationNumber, facts.association.seat]
            .filter { !$0.isEmpty }.joined(separator: ", "))),
      part(
        "Anslag",
        facts.notices.map { tag("strong", .text("\($0.day.text) \($0.title)")) + tag("p", .text($0.text)) }),
      .joined(facts.proposals.map(proposal)), files(facts),
      part(
        "Styrdokument",
        facts.documents.map { document, version in
          MoneyPart.link(document.title, Addresses.publicDocument.path(document.id.rawValue))
            + .text(", gäller från \(version.draft.validFrom.text)")
        }),
      part(
        "Medlemmar",
        facts.association.members.filter { ($0.left ?? facts.today) >= facts.today }.map { .text($0.name) }),
      part(
        "Styrelse",
        facts.seats.map { seat in
          .text(
            [seat.function, seat.name, facts.memberName(seat.memberID)].filter { !$0.isEmpty }.joined(separator: ", "))
        }), register(facts),
      tag("p", MoneyPart.link("Allt på sidan som öppna data (JSON)", Addresses.publicData.path())),
    ])
  }

  private static func part(_ title: String, _ items: [HTML]) -> HTML {
    items.isEmpty ? .empty : tag("h2", .text(title)) + tag("ul", each: items.map { tag("li", $0) })
  }

  private static func files(_ facts: PublicFacts) -> HTML {
    .joined(
      Publication.Kind.allCases.map { kind in
        part(
          PublicFacts.words(kind),
          facts.publications(kind).map { one in
            let size = facts.files[one.file].map { " (\(FileSize.words($0.byteCount)))" } ?? ""
            return MoneyPart.link(one.title, Addresses.publicFile.path(one.file)) + .text(", \(one.year)\(size)")
          })
      })
  }

  private static func proposal(_ proposal: PublicFacts.Proposal) -> HTML {
    let years = (0..<3).map { "\(proposal.year + $0)" }
    let meeting = proposal.meeting.map { " Budgeten beslutas på ett öppet sammanträde \($0.day.text)." } ?? ""
    return tag("h2", .text("Förslag till budget \(proposal.year)"))
      + tag("p", .text("Utlagt \(proposal.publication.on.text).\(meeting)"))
      + (proposal.lines.isEmpty
        ? tag("p", .text("Förslaget har ändrats sedan det lades ut. Be kansliet om det."))
        : table(
          "Förslag till budget \(proposal.year), kronor", ["Rad"] + years,
          proposal.lines.map { line in
            [line.title] + (0..<3).map { $0 < line.amounts.count ? Numerals.kronor(line.amounts[$0]) : "" }
          }))
  }

  private static func register(_ facts: PublicFacts) -> HTML {
    guard !facts.lines.isEmpty else { return .empty }
    let rest = facts.lineCount - facts.lines.count
    return tag("h2", .text("Ur diariet"))
      + tag(
        "p",
        .text(
          "Handlingar som förbundet har valt att visa här. Fler finns: fråga kansliet, så prövas det som begärs ut."
            + (rest > 0 ? " De \(facts.lines.count) senaste visas; alla står bland öppna data." : "")))
      + table(
        "Ur diariet", ["Nummer", "Dag", "Riktning", "Avsändare eller mottagare", "Ärende"],
        facts.lines.compactMap { line in
          line.content.map {
            [line.number.text, line.day.text, DiaryWords.words($0.direction), $0.party, $0.subject]
          }
        })
  }

  private static func table(_ caption: String, _ columns: [String], _ rows: [[String]]) -> HTML {
    tag(
      "div", [.class("scroll"), .role("region"), .label(caption), .tabIndex(0)],
      tag(
        "table", tag("caption", .text(caption)),
        tag("thead", tag("tr", each: columns.map { tag("th", [.scope(.column)], .text($0)) })),
        tag(
          "tbody",
          each: rows.map { row in
            tag(
              "tr",
              each: row.enumerated().map { index, words in
                index == 0 ? tag("th", [.scope(.row)], .text(words)) : tag("td", .text(words))
              })
          })))
  }

  private static func page(_ title: String, _ facts: PublicFacts, _ content: HTML) -> HTML {
    let name = facts.association.name
    return .joined([
      .raw("<!DOCTYPE html>\n"),
      tag(
        "html", [.lang("sv")],
        tag(
          "head", voidTag("meta", [.other("charset", "utf-8")]),
          voidTag("meta", [.other("name", "viewport"), .other("content", "width=device-width, initial-scale=1")]),
          voidTag("link", [.other("rel", "icon"), .other("href", "data:,")]),
          tag("title", .text(title == name ? name : "\(title) – \(name)")), tag("style", .raw(style))),
        tag(
          "body",
          tag(
            "main", title == name ? .empty : tag("p", [.class("quiet")], .text(name)), tag("h1", .text(title)), content)
        )),
      .raw("\n"),
    ])
  }

  /// Text has at least 4.5 to 1 against its ground.
  private static let style: StaticString = """
    *{box-sizing:border-box}
    body{margin:0;background:#fff;color:#1b2225;font:1.0625rem/1.55 "Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
    main{max-width:52rem;margin:0 auto;padding:1rem 1rem 3rem}
    h1{font-size:1.7rem;line-height:1.25;margin:.5rem 0}
    h2{font-size:1.2rem;margin:2rem 0 .5rem}
    h3{font-size:1.05rem;margin:1.5rem 0 .25rem}
    .quiet{color:#545f63}
    a{color:#14505c}
    a:focus-visible,.scroll:focus-visible{outline:3px solid #14505c;outline-offset:2px}
    li{margin:.25rem 0}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%}
    caption{text-align:left;color:#545f63;padding:.25rem 0}
    th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #c9d0d2;font-weight:400}
    thead th{font-weight:700}
    """
}
