import Association
import Desk
import Ledger
import Press
import Store

/// What the diary's pages have in common: words, who sees what, and where links lead.
enum DiaryWords {
  static func words(_ direction: DiaryDirection) -> String {
    switch direction {
    case .incoming: "In"
    case .outgoing: "Ut"
    case .made: "Upprättad"
    }
  }

  static func words(_ kind: DiaryLink.Kind) -> String {
    switch kind {
    case .insats: "Insats"
    case .grant: "Ansökan"
    case .decision: "Beslut"
    case .obstacle: "Hinder"
    case .meeting: "Möte"
    case .member: "Medlem"
    case .group: "Grupp"
    case .voucher: "Verifikation"
    case .entry: "Post i diariet"
    case .document: "Styrdokument"
    }
  }

  static func words(_ change: DiaryEntry.Change) -> String {
    switch change {
    case .subject(let subject): "Ärendet skrevs om till ”\(subject)”"
    case .party(let party): party.isEmpty ? "Avsändaren eller mottagaren togs bort" : "Part ändrades till \(party)"
    case .secrecy(let mark): mark.map { "Sekretessmarkerades: \($0.paragraph)" } ?? "Sekretessmarkeringen togs bort"
    case .shown(let isShown): isShown ? "Visas på den öppna sidan" : "Visas inte längre på den öppna sidan"
    case .closed: "Avslutades"
    case .reopened: "Öppnades igen"
    }
  }

  /// Said in the place of what is withheld.
  static let withheld = "Sekretessmarkerad"
}

extension DiarySight {
  /// What a user sees of the diary: the office and the auditors all of it.
  static func of(_ asked: Asked) -> DiarySight { Access.insiders.admits(asked.user) ? .insiders : .readers }
}

extension DiaryLink {
  /// The page of what the link leads to; nil where it has none that can be told from the link alone.
  func path(year: Int) -> String? {
    switch kind {
    case .insats: Addresses.object.path(Pair(year, key))
    case .grant: Int64(key).map { Addresses.application.path($0) }
    case .member: Addresses.member.path(key)
    case .voucher: VoucherPlace(key: key).map { Addresses.voucher.path($0) }
    case .entry: DiaryNumber(key).map { Addresses.diaryEntry.path(DiaryPlace($0)) }
    case .document: Int64(key).map { Addresses.governingDocument.path($0) }
    case .decision: Addresses.search.path(query: [(SearchOffice.wordsName, key)])
    case .obstacle: Int64(key).map { Addresses.obstacle.path($0) }
    case .group: Addresses.group.path(key)
    case .meeting: nil
    }
  }
}
