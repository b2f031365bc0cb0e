import Association
import Ledger
import Report
import Statements

/// The report as the Typst template reads it: finished words only, no number that is still to be formatted.
struct PDFDocument {
  let report: AnnualReport
  let attachments: [PDFAttachment]

  private var cover: Cover { Cover(report: report) }

  /// The day the file is dated: that of the decision, else the year's last. Never today, so that the same report
  /// gives the same bytes.
  var date: JSON {
    let day = report.facts.decision.date ?? report.year.last
    return .array([.number(Int64(day.year)), .number(Int64(day.month)), .number(Int64(day.day))])
  }

  var json: JSON {
    .members([
      "title": .string("\(cover.title) – \(report.associationName)"), "heading": .string(cover.title),
      "association": .string(report.associationName),
      "keywords": .array([
        .string(report.heading == nil ? "årsredovisning" : "statistik"), .string(report.organisationNumber),
      ]),
      "running": .members([
        "left": .string("\(report.associationName), \(report.organisationNumber)"), "right": .string(cover.title),
        "foot": .string(report.facts.diaryNumber.isEmpty ? "" : "Diarienummer \(report.facts.diaryNumber)"),
      ]),
      "draft": .string(cover.draftWords), "date": date, "contents": .string("Innehåll"),
      "facts": .array(cover.facts.map { .array([.string($0.title), .string($0.value)]) }),
      "chapters": .array(chapters), "findings": report.status == .draft ? findings : JSON.null,
      "attachments": PDFDocument.json(of: attachments),
    ])
  }

  /// The files inside, as a template attaches them.
  static func json(of attachments: [PDFAttachment]) -> JSON {
    .array(
      attachments.enumerated().map { index, attachment in
        .members([
          "path": .string("attachment-\(index)"), "name": .string(attachment.name),
          "mime": .string(attachment.mediaType), "description": .string(attachment.description),
          "relationship": .string(attachment.relationship.rawValue),
        ])
      })
  }

  /// A heading is never more than one level below the heading before it (PDF/UA-1 7.4.2).
  private var chapters: [JSON] {
    var level = 0
    var wasShort = false
    var wasSentence = false
    return report.chapters.indices.map { index in
      let chapter = report.chapters[index]
      let hasSections = index + 1 < report.chapters.count && report.chapters[index + 1].level > 1
      level = min(max(chapter.level, 1), level + 1)
      var writer = PDFBlocks(headings: Headings(level: level, title: chapter.title))
      let isShort = !hasSections && PDFDocument.isShort(chapter, after: wasShort)
      let isBreak = level == 1 && !(isShort && wasShort)
      let breaks = !isBreak ? "never" : wasSentence ? "low" : "always"
      wasShort = level == 1 && isShort
      wasSentence = wasShort && PDFDocument.isSentence(chapter)
      return .members([
        "break": .string(breaks), "keep": .bool(level == 1 && isShort),
        "number": .string(chapter.number), "title": .string(chapter.title), "level": .number(Int64(level)),
        "wide": .bool(chapter.blocks.contains { PDFTable.needsLandscape($0) }),
        "blocks": .array(writer.json(of: chapter.blocks)),
      ])
    }
  }

  /// A statement, or the sentence that there is none, that may stand on the same sheet as the one before it, if both
  /// have room.
  private static func isShort(_ chapter: Chapter, after wasShort: Bool) -> Bool {
    let rows = chapter.blocks.map { if case .table(let table) = $0 { table.rows.count } else { 2 } }.reduce(0, +)
    let hasTable = chapter.blocks.contains { if case .table = $0 { true } else { false } }
    let isSigned = chapter.blocks.contains { if case .signatures = $0 { true } else { false } }
    return (hasTable || wasShort) && !isSigned && rows <= 26 && chapter.blocks.count <= 4
  }

  /// Whether nothing stands in the chapter but a few words.
  private static func isSentence(_ chapter: Chapter) -> Bool {
    chapter.blocks.allSatisfy {
      if case .paragraph(let inlines) = $0 { inlines.plainText.utf8.count < 200 } else { false }
    }
  }

  private var findings: JSON {
    .members([
      "title": .string(FindingsPart.title), "lead": .string(FindingsPart.lead),
      "items": .array(
        report.findings.map { finding in
          .members([
            "grade": .string(FindingsPart.words(finding.severity)), "place": .string(finding.place),
            "open": .bool(finding.severity != .note && finding.answer == nil), "message": .string(finding.message),
            "measured": .string(FindingsPart.measured(finding)), "mend": .string(FindingsPart.mend(finding.code)),
            "answer": .string(FindingsPart.answer(finding)),
          ])
        }),
    ])
  }
}

/// Blocks as the template reads them.
struct PDFBlocks {
  var headings: Headings

  mutating func json(of blocks: [Block]) -> [JSON] {
    var all: [JSON] = []
    for (index, block) in blocks.enumerated() {
      if case .paragraph(let inlines) = block, index + 1 < blocks.count {
        all.append(PDFBlocks.paragraph(inlines, before: blocks[index + 1]))
      } else {
        all.append(json(of: block))
      }
      headings.pass(block)
    }
    return all
  }

  /// A few words that lead to a table or a picture stay on its page.
  private static func paragraph(_ inlines: [Inline], before next: Block) -> JSON {
    let leads =
      switch next {
      case .table, .diagram: inlines.plainText.utf8.count < 400
      default: false
      }
    return .members(["k": .string("p"), "stays": leads ? .bool(true) : nil, "c": json(of: inlines)])
  }

  private mutating func json(of block: Block) -> JSON {
    switch block {
    case .paragraph(let inlines): return .members(["k": .string("p"), "c": PDFBlocks.json(of: inlines)])
    case .heading(let more, let inlines):
      let level = headings.level(of: more)
      return .members(["k": .string("h"), "l": .number(Int64(level)), "c": PDFBlocks.json(of: inlines)])
    case .list(let isOrdered, let items):
      var written: [JSON] = []
      for item in items { written.append(.array(json(of: item))) }
      return .members(["k": .string(isOrdered ? "ol" : "ul"), "items": .array(written)])
    case .quote(let blocks): return .members(["k": .string("quote"), "c": .array(json(of: blocks))])
    case .table(let table): return PDFTable(table: table).json(beneath: headings.last)
    case .diagram(let diagram):
      let part = DiagramPart(diagram)
      return .members([
        "k": .string("diagram"), "title": .string(diagram.title), "unit": .string(part.unitWords),
        "svg": .string(String(decoding: part.svg().bytes, as: UTF8.self)),
        "alt": .string("\(diagram.title). \(part.description)"),
      ])
    case .signatures(let signatories):
      let lines = signatories.map { signatory in
        JSON.members([
          "name": .string(signatory.name), "function": .string(signatory.function),
          "appointed": .string(signatory.appointedBy.isEmpty ? "" : "utsedd av \(signatory.appointedBy)"),
        ])
      }
      return .members(["k": .string("signatures"), "c": .array(lines)])
    }
  }

  private static func json(of inlines: [Inline]) -> JSON { .array(inlines.map(json)) }

  private static func json(of inline: Inline) -> JSON {
    switch inline {
    case .text(let words), .figure(_, _, let words): .members(["k": .string("t"), "s": .string(words)])
    case .strong(let inlines): .members(["k": .string("b"), "c": json(of: inlines)])
    case .emphasis(let inlines): .members(["k": .string("e"), "c": json(of: inlines)])
    case .link(let inlines, let target):
      Attribute.Address.web(target) == nil
        ? .members(["k": .string("e"), "c": json(of: inlines)])
        : .members(["k": .string("a"), "to": .string(target), "c": json(of: inlines)])
    case .missingFigure(let name):
      .members(["k": .string("missing"), "s": .string("[siffran \(name) saknas]")])
    case .lineBreak: .members(["k": .string("br")])
    }
  }
}
