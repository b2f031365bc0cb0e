import Ledger

/// Reads a whole report.
public enum ReportReader {
  /// The report that the text is, as far as it can be understood. Never fails.
  public static func read(_ text: String) -> PublishedReport {
    let source = SourceText(text)
    var report = PublishedReport()
    report.lines = source.lines
    report.isCut = source.isCut
    let tables = TableReader(source)
    report.tables = tables.tables
    readHeadings(&report, isTaken: tables.isTaken)
    readIdentity(&report)
    settleUnits(&report)
    for index in report.tables.indices { report.tables[index].grain = grain(of: report.tables[index]) }
    report.sentences = SentenceReader.sentences(of: source, isTaken: tables.isTaken, tables: report.tables)
    readDates(&report)
    SignatureReader.read(&report, isTaken: tables.isTaken)
    listWhatWasNotUnderstood(&report, isTaken: tables.isTaken)
    return report
  }

  private static func readHeadings(_ report: inout PublishedReport, isTaken: [Bool]) {
    for (index, line) in report.lines.enumerated() where !line.isBlank && !line.isContents && !isTaken[index] {
      let bytes = line.fold.bytes.trimmedBytes
      let isNumbered = bytes.first?.isDigit == true && HeadingReader.withoutNumbering(bytes[...]).count < bytes.count
      guard line.headingLevel > 0 || (isNumbered && line.wordCount <= 12 && line.wordCount >= 1 && bytes.last != 46)
      else { continue }
      report.headings.append(
        PublishedReport.Heading(place: line.place, text: TableBuilder.onOneLine(line.text), folded: bytes))
    }
  }

  private static func readIdentity(_ report: inout PublishedReport) {
    var votes: [Int: Int] = [:]
    for (index, line) in report.lines.enumerated() {
      let bytes = line.fold.bytes
      if report.organisationNumber == nil, let found = organisationNumber(bytes) {
        report.organisationNumber = String(decoding: bytes[found], as: UTF8.self)
        report.organisationNumberPlace = line.place
      }
      if report.organisation == nil, index < 400, let at = line.fold.find("samordningsforbundet ") {
        var end = at + 21
        while end < bytes.count, bytes[end] != 44, bytes[end] != 46, bytes[end] != 9, bytes[end] != 40, bytes[end] != 58
        { end += 1 }
        let name = line.fold.printed(at..<end, of: line.text)
        if name.utf8.count <= 80, line.wordCount <= 10 { report.organisation = name }
      }
      let isEarly = index < 120
      for year in Period.years(in: bytes) where year.year >= 2004 {
        var weight = 1
        if isEarly, line.fold.hasAny(["arsredovisning", "rakenskapsar", "verksamhetsar", "budgetar"]) {
          weight = 40
        } else if index < 12 {
          weight = 25
        } else if line.fold.hasAny(["verksamhetsaret", "rakenskapsaret", "per 31 december", "-12-31"]) {
          weight = 4
        }
        votes[year.year, default: 0] += weight
      }
      if isEarly, line.fold.hasAny(["arsredovisning", "rakenskapsaret"]), Period.years(in: bytes).isEmpty,
        index + 1 < report.lines.count
      {
        for next in report.lines[(index + 1)..<Swift.min(report.lines.count, index + 4)] {
          for year in Period.years(in: next.fold.bytes) where next.wordCount == 0 { votes[year.year, default: 0] += 40 }
        }
      }
    }
    for kind in [TableKind.incomeStatement, .balanceSheet] {
      if let year = report.table(kind)?.columns.compactMap(\.year).max() { votes[year, default: 0] += 30 }
    }
    report.year = votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  static func organisationNumber(_ bytes: [UInt8]) -> Range<Int>? {
    var at = 0
    while at + 11 <= bytes.count {
      if bytes[at].isDigit, at == 0 || !bytes[at - 1].isWordByte, NumberScanner.digits(bytes, at, bytes.count) == 6,
        bytes[at + 6] == 45,
        NumberScanner.digits(bytes, at + 7, bytes.count) == 4
      {
        return at..<(at + 11)
      }
      at += 1
    }
    return nil
  }

  /// Most amounts must have the decimals: a few that have are kronor and ören among kronor.
  private static func grain(of table: ReadTable) -> Int64 {
    let amounts = table.rows.flatMap(\.cells).compactMap { $0?.unit == nil ? $0?.value : nil }
      .filter { $0.thousandths != 0 }
    guard let most = amounts.map(\.decimals).max(), most > 0, amounts.count >= 4,
      amounts.count(where: { $0.decimals == most }) * 10 >= amounts.count * 8
    else { return 1000 }
    return most == 1 ? 100 : most == 2 ? 10 : 1
  }

  /// A table that says no unit is in kronor, or in what the statements are where its amounts are as small as theirs.
  private static func settleUnits(_ report: inout PublishedReport) {
    func size(_ table: ReadTable) -> Int64 {
      table.rows.flatMap(\.cells).compactMap { $0?.unit == nil ? $0?.value.map { abs($0.whole) } : nil }.max() ?? 0
    }
    for index in report.tables.indices where report.tables[index].unit == .none {
      let table = report.tables[index]
      switch table.kind {
      case .participants, .survey, .other:
        if size(table) >= 100_000 { report.tables[index].unit = .kronor }
      default:
        report.tables[index].unit = size(table) >= 100_000 || size(table) == 0 ? .kronor : .none
      }
    }
    let thousands = report.tables.contains {
      $0.statedUnit == .thousands && [.incomeStatement, .balanceSheet].contains($0.kind)
    }
    let big = report.tables.contains { $0.unit == .kronor && size($0) >= 1_000_000 }
    for index in report.tables.indices where report.tables[index].unit == .none {
      switch report.tables[index].kind {
      case .participants, .survey, .other: continue
      default:
        report.tables[index].unit = thousands || !big && size(report.tables[index]) >= 1000 ? .thousands : .kronor
      }
    }
    // What says tkr and holds hundreds of millions is in kronor, and what says kr and holds a thousandth is in tkr.
    guard let income = report.table(.incomeStatement) else { return }
    let measure = size(income) &* income.kronor
    for index in report.tables.indices {
      let table = report.tables[index]
      guard table.statedUnit == .thousands, table.unit == .thousands, size(table) >= 1_000_000 else { continue }
      if measure == 0 || size(table) * 1000 > measure * 20 { report.tables[index].unit = .kronor }
    }
  }

  private static func readDates(_ report: inout PublishedReport) {
    for (index, line) in report.lines.enumerated() {
      let days = Period.days(in: line.fold.bytes)
      guard !days.isEmpty else { continue }
      let before = index > 0 ? report.lines[index - 1].fold : Fold("")
      for day in days {
        let head = Array(line.fold.bytes[..<day.range.lowerBound])
        let meaning: PublishedReport.ReadDate.Meaning
        if line.wordCount > 14 || line.isTabbed
          || line.fold.hasAny(["budget", "plan", "policy", "riktlinje", "ordning", "tilltrad"])
        {
          meaning = .other
        } else if head.find("besluta") != nil || (line.wordCount <= 6 && head.find("beslut") != nil)
          || head.find("faststall") != nil || head.find("antagen") != nil
          || head.find("godkan") != nil
        {
          meaning = .decided
        } else if head.find("datum") != nil || before.has("undersk") || head.find("undersk") != nil {
          meaning = .signed
        } else {
          meaning = .other
        }
        report.dates.append(
          PublishedReport.ReadDate(
            place: line.place, printed: line.fold.printed(day.range, of: line.text), date: day.date, meaning: meaning,
            quote: TableBuilder.onOneLine(line.text)))
      }
    }
  }

  private static func listWhatWasNotUnderstood(_ report: inout PublishedReport, isTaken: [Bool]) {
    for table in report.tables where table.kind == .other {
      for row in table.rows where row.cells.contains(where: { $0?.value != nil }) {
        report.notUnderstood.append(row.place)
      }
    }
    for table in report.tables where table.kind != .other {
      for row in table.rows where !row.isHeading && row.key == nil && row.folded.isEmpty {
        report.notUnderstood.append(row.place)
      }
    }
    report.notUnderstood.sort()
  }
}

/// Reads who signs.
enum SignatureReader {
  private static let roles = [
    "ordforande", "ledamot", "ersattare", "vice ordforande", "v ordforande", "v. ordforande", "2:e vice ordforande",
    "forbundschef",
  ]

  static func read(_ report: inout PublishedReport, isTaken: [Bool]) {
    guard
      let start = report.lines.lastIndex(where: { line in
        line.wordCount <= 6 && line.fold.hasAny(["underskrift", "undertecknande"]) && !line.isContents
      })
    else { return }
    var name: (String, Place)?
    for index in (start + 1)..<Swift.min(report.lines.count, start + 120) where !report.lines[index].isBlank {
      let line = report.lines[index]
      if line.fold.hasAny(["revisor", "bilag"]), line.wordCount <= 4 { break }
      for cell in line.cells {
        let bytes = Array(line.fold.bytes[cell.range])
        let text = line.printed(cell)
        guard bytes.count <= 70 else { continue }
        let role = roles.first { bytes.find($0) != nil }
        if let role, let at = bytes.find(role) {
          if at > 4 {
            let head = Fold(text).printed(0..<at, of: text).trimmed
            let clean = String(head.filter { $0 != "(" && $0 != "," })
            report.signatures.append(PublishedReport.Signature(place: line.place, name: clean.trimmed, role: text))
            name = nil
          } else if let (who, place) = name {
            report.signatures.append(PublishedReport.Signature(place: place, name: who, role: text))
            name = nil
          }
        } else if line.wordCount <= 6, !bytes.contains(where: \.isDigit), bytes.count(where: { $0 == 32 }) >= 1 {
          name = (text, line.place)
        }
      }
    }
  }
}
