public import Ledger
public import Report

/// A paper of a meeting as it is printed: the board's papers before it, the minutes after it. Finished words only.
public struct PaperSheet: Hashable, Sendable {
  /// A page of somebody else's document, as a picture.
  public struct Page: Hashable, Sendable {
    /// The page as SVG, with no reference to anything outside it.
    public var svg: [UInt8]
    /// What can be read on it, for whoever cannot see it.
    public var words: String

    /// A page.
    public init(svg: [UInt8], words: String) {
      self.svg = svg
      self.words = words
    }
  }

  /// A chapter, and the pages of other documents that follow on it.
  public struct Part: Hashable, Sendable {
    /// What stands in it.
    public var chapter: Chapter
    /// The pages that follow.
    public var pages: [Page]
    /// Whether it begins on a sheet of its own.
    public var isOnNewSheet: Bool

    /// A part.
    public init(_ chapter: Chapter, pages: [Page] = [], isOnNewSheet: Bool = false) {
      self.chapter = chapter
      self.pages = pages
      self.isOnNewSheet = isOnNewSheet
    }
  }

  /// Whose it is.
  public var association: String
  /// Its organisation number.
  public var organisationNumber: String
  /// What it is: `Protokoll`, `Kallelse och handlingar`.
  public var heading: String
  /// What it is, in one line for the head of each page: `Styrelsens protokoll 2026-03-12`.
  public var title: String
  /// The day the file is dated: never today, so that the same paper gives the same bytes.
  public var day: CalendarDate
  /// What is stamped on it until something has been done, `EJ JUSTERAT`; empty for nothing.
  public var stamp: String
  /// What the stamp means.
  public var stampWords: String
  /// Day, place and such, at its head.
  public var facts: [InvoiceSheet.Fact]
  /// Whether it has a list of its contents.
  public var hasContents: Bool
  /// What stands in it.
  public var chapters: [Part]
  /// The files inside it.
  public var attachments: [PDFAttachment]

  /// A paper.
  public init(
    association: String, organisationNumber: String, heading: String, title: String, day: CalendarDate,
    stamp: String = "", stampWords: String = "", facts: [InvoiceSheet.Fact], hasContents: Bool = false,
    chapters: [Part], attachments: [PDFAttachment] = []
  ) {
    self.association = association
    self.organisationNumber = organisationNumber
    self.heading = heading
    self.title = title
    self.day = day
    self.stamp = stamp
    self.stampWords = stampWords
    self.facts = facts
    self.hasContents = hasContents
    self.chapters = chapters
    self.attachments = attachments
  }

  var date: JSON {
    .array([.number(Int64(day.year)), .number(Int64(day.month)), .number(Int64(day.day))])
  }

  /// The pictures, in the order of the pages.
  var pictures: [[UInt8]] { chapters.flatMap { $0.pages.map(\.svg) } }

  /// The paper as the template reads it.
  var json: JSON {
    var level = 0
    var picture = 0
    let chapters = self.chapters.map { part in
      // A heading is never more than one level below the heading before it (PDF/UA-1 7.4.2).
      level = min(max(part.chapter.level, 1), level + 1)
      var writer = PDFBlocks(headings: Headings(level: level, title: part.chapter.title))
      let pages = part.pages.map { page in
        defer { picture += 1 }
        return JSON.members([
          "path": .string("picture-\(picture)"), "format": .string("svg"), "alt": .string(page.words),
          "head": .string("\(part.chapter.number) \(part.chapter.title)"),
        ])
      }
      return JSON.members([
        "break": .string(part.isOnNewSheet ? "always" : "never"), "number": .string(part.chapter.number),
        "title": .string(part.chapter.title), "level": .number(Int64(level)),
        "blocks": .array(writer.json(of: part.chapter.blocks)), "pages": .array(pages),
      ])
    }
    return .members([
      "title": .string("\(title) – \(association)"), "heading": .string(heading), "association": .string(association),
      "keywords": .array([.string(organisationNumber)]),
      "running": .members([
        "left": .string("\(association), \(organisationNumber)"), "right": .string(title), "foot": .string(""),
      ]),
      "draft": .string(stampWords), "stamp": .string(stamp), "date": date,
      "contents": .string(hasContents ? "Innehåll" : ""),
      "facts": .array(facts.map { .array([.string($0.title), .string($0.value)]) }), "chapters": .array(chapters),
      "attachments": PDFDocument.json(of: attachments),
    ])
  }
}
