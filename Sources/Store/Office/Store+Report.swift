public import Ledger

extension Store.Writing {
  /// How each chapter of the year's report stands; chapters nobody has marked are left out.
  public func chapterMarks(year: Int) throws -> [String: ChapterMark] { try connection.chapterMarks(year: year) }

  /// Records whether a chapter of a year's report is ready; nothing, and no line of history, where it stands so.
  public func mark(chapter: String, year: Int, isReady: Bool) throws {
    guard try connection.chapterMarks(year: year)[chapter]?.isReady != isReady else { return }
    _ = try act(.markChapter, subject: "\(year) \(chapter)") { act in
      try act.record(
        "chapter_mark", .integer(try self.posting.keys.next("chapter_mark")), .integer(year), .text(chapter),
        .integer(isReady ? 1 : 0), .integer(act.sequence))
    }
  }

  /// Keeps the report's words as they were shown.
  @discardableResult
  public func keepVersion(of year: Int, name: String, lines: [ReportVersion.Line]) throws -> ReportVersion {
    let line = try act(.keepVersion, subject: "\(year) \(name)") { act in
      try act.record("report_version", .integer(act.sequence), .integer(year), .text(name))
      for (position, line) in lines.enumerated() {
        try act.record(
          "report_version_line", .integer(act.sequence), .integer(position), .text(line.chapter), .text(line.text))
      }
    }.line
    return ReportVersion(sequence: line.sequence, year: year, name: name, by: line.actor.name, at: line.moment)
  }
}

extension Store {
  /// How each chapter of the year's report stands; chapters nobody has marked are left out.
  public func chapterMarks(year: Int) throws(Refusal) -> [String: ChapterMark] {
    try read { try $0.chapterMarks(year: year) }
  }

  /// Records whether a chapter of a year's report is ready; nothing, and no line of history, where it stands so.
  public func mark(
    chapter: String, year: Int, isReady: Bool, by actor: Actor, at moment: Moment
  ) throws(Refusal) {
    try act(by: actor, at: moment) { try $0.mark(chapter: chapter, year: year, isReady: isReady) }
  }

  /// Keeps the report's words as they were shown.
  @discardableResult
  public func keepVersion(
    of year: Int, name: String, lines: [ReportVersion.Line], by actor: Actor, at moment: Moment
  ) throws(Refusal) -> ReportVersion {
    try act(by: actor, at: moment) { try $0.keepVersion(of: year, name: name, lines: lines) }
  }

  /// The versions of a year's report, the first first.
  public func reportVersions(year: Int) throws(Refusal) -> [ReportVersion] {
    try read { connection in
      var versions: [ReportVersion] = []
      try connection.each(
        """
        SELECT v.history_sequence, v.name, h.actor, h.moment FROM report_version v
        JOIN history h ON h.sequence = v.history_sequence WHERE v.year = ? ORDER BY v.history_sequence
        """, .integer(year)
      ) { row in
        versions.append(
          ReportVersion(
            sequence: row.integer(0), year: year, name: row.text(1), by: row.text(2),
            at: Moment(secondsSince1970: row.integer(3))))
      }
      return versions
    }
  }

  /// The words of a version, line by line; none where there is no such version.
  public func lines(ofVersion sequence: Int64) throws(Refusal) -> [ReportVersion.Line] {
    try read { connection in
      var lines: [ReportVersion.Line] = []
      try connection.each(
        "SELECT chapter, text FROM report_version_line WHERE history_sequence = ? ORDER BY position", .integer(sequence)
      ) { lines.append(ReportVersion.Line(chapter: $0.text(0), text: $0.text(1))) }
      return lines
    }
  }
}

extension Connection {
  /// The last word on each chapter of a year's report.
  fileprivate func chapterMarks(year: Int) throws -> [String: ChapterMark] {
    var marks: [String: ChapterMark] = [:]
    try each(
      """
      SELECT m.chapter, m.is_ready, h.actor, h.moment FROM chapter_mark m
      JOIN history h ON h.sequence = m.history_sequence WHERE m.year = ? ORDER BY m.id
      """, .integer(year)
    ) { row in
      marks[row.text(0)] = ChapterMark(
        year: year, chapter: row.text(0), isReady: row.integer(1) == 1, by: row.text(2),
        at: Moment(secondsSince1970: row.integer(3)))
    }
    return marks
  }
}
