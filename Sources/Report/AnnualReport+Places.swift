import Statements

extension AnnualReport {
  /// The id of the chapter that a finding's place is in; nil for what concerns the report as a whole or the books.
  public func chapterID(ofPlace place: String) -> String? {
    let pieces = place.pieces(separatedBy: "/")
    let head = pieces.first ?? place
    switch head {
    case "text":
      return AnnualReport.name(pieces.dropFirst().joined(separator: "/"))
    case "texter":
      // A text's file, `texter/2022/handelser.md:3`.
      guard pieces.count == 3 else { return nil }
      let file = AnnualReport.name(pieces[2])
      return file.utf8.suffix(3).elementsEqual(".md".utf8)
        ? String(decoding: file.utf8.dropLast(3), as: UTF8.self) : file
    case "mal": return "hushallning"
    case "ramar", "insats": return "insatser"
    case "medlemmar": return "finansiering"
    default: return chapterOf(head)
    }
  }

  /// The id of the chapter in which a table, diagram or chapter of that name stands.
  private func chapterOf(_ name: String) -> String? {
    let holder = chapters.first { chapter in
      chapter.blocks.contains { block in
        switch block {
        case .table(let table): table.id == name
        case .diagram(let diagram): diagram.id == name
        default: false
        }
      }
    }
    return holder?.id ?? (chapters.contains { $0.id == name } ? name : nil)
  }

  /// What stands before the number of a line or of a second finding: `handelser` of `handelser:3#2`.
  private static func name(_ place: String) -> String {
    String(decoding: place.utf8.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "#") }, as: UTF8.self)
  }

  /// The chapter with that id, or nil.
  public func chapter(_ id: String) -> Chapter? { chapters.first { $0.id == id } }
}
