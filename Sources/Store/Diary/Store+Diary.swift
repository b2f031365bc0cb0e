public import Association
public import Ledger

/// The diary. Each verb is one act. What is refused is thrown as a `DiaryRefusal`, and then nothing has been stored.
extension Store.Writing {
  /// Registers an entry, and gives its number: the next of its series and year, without gaps.
  @discardableResult
  public func register(_ draft: DiaryEntry.Draft) throws -> DiaryNumber {
    guard let today = moment.dayInSweden else { throw Store.Refusal.corrupt("history") }
    return try register(draft, today: today)
  }

  /// The same on a day that is given: in a practice book it is another than the moment's.
  @discardableResult
  public func register(_ draft: DiaryEntry.Draft, today: CalendarDate) throws -> DiaryNumber {
    try draft.check(today: today)
    let prefix = try connection.diaryPrefix()
    let last = try connection.first(
      "SELECT COALESCE(MAX(number), 0) FROM diary_entry WHERE year = ? AND prefix = ?", .integer(draft.year),
      .text(prefix)
    ) { Int($0.integer(0)) }
    let number = DiaryNumber(prefix: prefix, year: draft.year, number: (last ?? 0) + 1)
    let attachments = try attachments(draft.documents)
    let id = try posting.keys.next("diary_entry")
    _ = try act(.registerEntry, subject: number.text) { act in
      try act.record(
        "diary_entry", .integer(id), .text(prefix), .integer(draft.year), .integer(number.number), .date(draft.day),
        .text(draft.direction.rawValue), .text(draft.party), .text(draft.subject),
        .text(draft.secrecy?.paragraph ?? ""), .integer(draft.isPublic ? 1 : 0), .integer(act.sequence))
      for link in draft.links { try self.link(link, id, in: act) }
      for attachment in attachments { try self.lay(attachment, id, in: act) }
    }
    try index(id)
    return number
  }

  /// Changes something in an entry, with the reason. What was registered stands, and so does every earlier change.
  public func change(_ id: ID<DiaryEntry>, _ change: DiaryEntry.Change, because reason: String) throws {
    let entry = try entry(id)
    _ = try entry.changing(DiaryEntry.Changed(change, because: reason, StepMark(by: actor, at: moment)))
    let (kind, text) =
      switch change {
      case .subject(let subject): ("subject", subject)
      case .party(let party): ("party", party)
      case .secrecy(let secrecy): ("secrecy", secrecy?.paragraph ?? "")
      case .shown(let isShown): ("shown", isShown ? "ja" : "nej")
      case .closed: ("place", "closed")
      case .reopened: ("place", "open")
      }
    _ = try act(.changeEntry, subject: entry.number.text) { act in
      try act.record(
        "diary_change", .integer(try self.posting.keys.next("diary_change")), .integer(id.rawValue), .text(kind),
        .text(text), .text(reason), .integer(act.sequence))
    }
    try index(id.rawValue)
  }

  /// Puts documents and links to an entry that is not closed; what is there already stays as it is.
  public func add(documents: [String] = [], links: [DiaryLink] = [], to id: ID<DiaryEntry>) throws {
    let entry = try entry(id)
    guard !entry.isClosed else { throw DiaryRefusal.closed(entry.number) }
    let attachments = try attachments(documents.filter { !entry.documents.contains($0) })
    let links = links.filter { !entry.links.contains($0) }
    guard !attachments.isEmpty || !links.isEmpty else { return }
    _ = try act(.changeEntry, subject: entry.number.text) { act in
      for link in links { try self.link(link, id.rawValue, in: act) }
      for attachment in attachments { try self.lay(attachment, id.rawValue, in: act) }
    }
  }

  /// Chooses the letters that numbers begin with from now on. Numbers that have been given stand.
  public func chooseDiaryPrefix(_ prefix: String) throws {
    guard DiaryNumber.isPrefix(prefix) else { throw DiaryRefusal.prefixWrong(prefix) }
    guard try connection.diaryPrefix() != prefix else { return }
    _ = try act(.diarySeries, subject: prefix) { act in
      try act.record(
        "diary_series", .integer(try self.posting.keys.next("diary_series")), .text(prefix), .integer(act.sequence))
    }
  }

  // Within.

  private func entry(_ id: ID<DiaryEntry>) throws -> DiaryEntry {
    guard let entry = try connection.diaryEntries(where: "e.id = ?", .integer(id.rawValue)).first else {
      throw DiaryRefusal.unknown
    }
    return entry
  }

  /// The keys of the documents, each once.
  private func attachments(_ digests: [String]) throws -> [Int64] {
    var keys: [Int64] = []
    for digest in digests {
      let key = try connection.first("SELECT id FROM attachment WHERE sha256 = ?", .text(digest)) { $0.integer(0) }
      guard let key else { throw DiaryRefusal.documentMissing(digest) }
      if !keys.contains(key) { keys.append(key) }
    }
    return keys
  }

  private func link(_ link: DiaryLink, _ id: Int64, in act: Act) throws {
    try act.record(
      "diary_link", .integer(try posting.keys.next("diary_link")), .integer(id), .text(link.kind.rawValue),
      .text(link.key), .integer(act.sequence))
  }

  private func lay(_ attachment: Int64, _ id: Int64, in act: Act) throws {
    try act.record(
      "diary_document", .integer(try posting.keys.next("diary_document")), .integer(id), .integer(attachment),
      .integer(act.sequence))
  }

  /// The entry's words are in the one index or the other, as it is marked or not.
  private func index(_ id: Int64) throws {
    try connection.index(.diary, id)
    try connection.index(.secretDiary, id)
  }
}
