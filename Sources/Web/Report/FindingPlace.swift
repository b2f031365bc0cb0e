import Association
import Report
import Statements

/// Where a finding is, as a person reads it, and the page where it is mended.
struct FindingPlace {
  let words: String
  /// The page of the office; nil where there is none, or the reader is on it.
  let path: String?

  /// The place of a finding in a report. On a chapter's own page no path leads to it.
  init(_ finding: Finding, in report: AnnualReport, year: Int, isOnChapter: Bool = false) {
    let place = String(finding.place.split(separator: "#", maxSplits: 1).first ?? "")
    words = FindingPlace.words(place, in: report)
    if place.utf8.starts(with: "fakta/".utf8), !place.utf8.starts(with: "fakta/medlemmar".utf8) {
      path = Addresses.reportFacts.path(year)
    } else if !isOnChapter, let chapter = report.chapterID(ofPlace: finding.place) {
      path = Addresses.chapter.path(Pair(year, chapter))
    } else {
      path = nil
    }
  }

  private static func words(_ place: String, in report: AnnualReport) -> String {
    let pieces = place.split(separator: "/").map { String($0) }
    guard let head = pieces.first else { return place }
    let rest = pieces.dropFirst().joined(separator: ", ")
    if let table = report.chapters.lazy.flatMap(\.blocks).compactMap({ $0.table(head) }).first {
      return words(pieces.dropFirst(), in: table)
    }
    switch head {
    case "text", "texter": return words(ofText: pieces.last ?? "")
    case "fakta": return rest.isEmpty ? "Uppgifter" : "Uppgifter: \(rest)"
    case "ramar", "insats", "insatser":
      let insatser = report.source?.association.insatser ?? []
      let name = insatser.first { $0.id == pieces.last }?.name
      return "Insatsen \(name ?? rest)"
    case "medlemmar": return "Medlemmar och bidrag"
    case "mal": return "Mål"
    case "konto": return "Konto \(rest)"
    case "verifikation": return "Verifikation \(rest)"
    case "figurer": return "Diagram"
    case "bokforing": return "Bokföringen"
    case "budget": return "Budgeten"
    default:
      let title = CommentPlace.title(ofChapter: head)
      return title == head ? ([head] + pieces.dropFirst()).joined(separator: ", ") : title
    }
  }

  /// `handelser:3` is the third paragraph of its chapter.
  private static func words(ofText name: String) -> String {
    let pieces = name.split(separator: ":", maxSplits: 1).map { String($0) }
    let title = CommentPlace.title(ofChapter: pieces.first ?? name)
    guard pieces.count == 2, let number = Int(typed: pieces[1], in: 1...999_999) else { return title }
    return "\(title), stycke \(number)"
  }

  /// A table's title, and those of its rows and columns that the place names; other words of a place say nothing.
  private static func words(_ pieces: ArraySlice<String>, in table: Table) -> String {
    let titles = pieces.compactMap { piece in
      table.rows.first { $0.id == piece }?.title ?? table.columns.first { $0.id == piece }?.title
    }
    return ([table.title] + titles).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension Block {
  /// The table, if it is one and has that id.
  fileprivate func table(_ id: String) -> Table? {
    if case .table(let table) = self, table.id == id { return table }
    return nil
  }
}
