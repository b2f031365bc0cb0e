import Ledger
import Press
import Report
import Store

/// A line of history: who, when, what, what it recorded, and the hashes that bind it.
struct HistoryLinePage {
  let line: HistoryLine
  let facts: RecordedFacts
  let edition: EditionDifference?
  let comment: Comment?
  let receipt: ImportReceipt?
  let hasNext: Bool

  var page: Page {
    Page(
      title: HistoryWords.sentence(
        line, tables: facts.editedTables + (facts.user.map { $0.before == nil } ?? false ? ["user"] : [])),
      section: .history,
      trail: [Page.Link("Historik", Addresses.history.path())],
      print: Page.PrintHead(period: SwedishTime.text(line.moment), unit: "Rad \(line.sequence) i historiken"),
      main: .joined([
        who, vouchers, documents, lock, user, said, mark, requisition, imported, edited, hashes, neighbours,
      ]))
  }

  private var who: HTML {
    HistoryLinePage.list([
      ("Rad", .text("\(line.sequence)")), ("När", .text(SwedishTime.text(line.moment))),
      ("Vem", .text(line.actor.name)), ("Avser", .text(line.subject)),
    ])
  }

  static func list(_ pairs: [(String, HTML)]) -> HTML {
    tag(
      "dl", [.class("facts")],
      each: pairs.filter { !$0.1.isEmpty }.map { tag("div", tag("dt", .text($0.0)), tag("dd", $0.1)) })
  }

  private static func link(_ words: String, _ path: String) -> HTML {
    tag("a", [.href(.path(path))], .text(words))
  }

  private var vouchers: HTML {
    guard facts.voucherCount > 0 else { return .empty }
    let items = facts.vouchers.map { place in
      let words = "\(place.number.text) (\(place.year.number))"
      let path = Addresses.voucher.path(VoucherPlace(year: place.year.number, number: place.number))
      return tag(
        "li", place.stands ? HistoryLinePage.link(words, path) : .text("\(words), ångrad med inläsningen"))
    }
    let left = facts.voucherCount - facts.vouchers.count
    return .joined([
      tag("h2", .text(facts.voucherCount == 1 ? "Verifikation" : "Verifikationer")),
      tag("ul", [.class("in-row")], each: items),
      left > 0 ? tag("p", .text("och \(Numerals.whole(Int64(left))) till.")) : .empty,
    ])
  }

  private var documents: HTML {
    guard !facts.documents.isEmpty else { return .empty }
    let items = facts.documents.map { document in
      tag("li", HistoryLinePage.link(document.name, Addresses.document.path(document.sha256)))
    }
    return .joined([tag("h2", .text("Underlag")), tag("ul", each: items)])
  }

  private var lock: HTML {
    guard let lock = facts.lock, !lock.reason.isEmpty else { return .empty }
    return .joined([tag("h2", .text("Skäl")), tag("p", .text(lock.reason))])
  }

  private var user: HTML {
    guard let (now, before) = facts.user else { return .empty }
    func pair(_ label: String, _ value: (User) -> String) -> (String, HTML) {
      let (new, old) = (value(now), before.map(value))
      guard let old, old != new else { return (label, .text(new)) }
      return (label, tag("del", .text(old)) + .raw(" ") + tag("ins", .text(new)))
    }
    return .joined([
      tag("h2", .text(before == nil ? "Ny användare" : "Användaren")),
      HistoryLinePage.list([
        pair("Namn", \.name), pair("E-post", \.mail), pair("Roll") { $0.role.words },
        pair("Insatser") { $0.insatser.joined(separator: ", ") },
        pair("Får logga in") { $0.isActive ? "Ja" : "Nej" },
      ]),
    ])
  }

  private var said: HTML {
    guard let comment else { return .empty }
    let place = ThingPlace(comment.place)
    return .joined([
      tag("h2", .text("Kommentaren")),
      tag("blockquote", tag("p", .text(comment.text))),
      comment.ending.map { ending in
        let words = ending.ending == .resolved ? "Åtgärdad" : "Tas vidare till nästa års rapport"
        return tag(
          "p",
          .text(
            "\(words), \(SwedishTime.text(ending.at)) av \(ending.by)."
              + (ending.text.isEmpty ? "" : " \(ending.text)")))
      } ?? .empty,
      place.path.isEmpty ? .empty : tag("p", HistoryLinePage.link("Till \(place.words)", place.path)),
    ])
  }

  private var mark: HTML {
    guard let mark = facts.mark else { return .empty }
    return tag(
      "p",
      HistoryLinePage.link(
        HistoryWords.chapterName(mark.chapter), Addresses.chapter.path(Pair(mark.year, mark.chapter))),
      .text(mark.isReady ? " märktes som klart." : " märktes som inte klart."))
  }

  /// The requisition whose number the subject begins with.
  private var requisition: HTML {
    let steps: Set<HistoryLine.Act> = [
      .requisition, .returnRequisition, .attestRequisition, .bookRequisition, .payRequisition, .withdrawRequisition,
    ]
    guard steps.contains(line.act), let id = Int64(typed: line.subject.prefix { $0.isNumber }, in: TypedRange.id) else {
      return .empty
    }
    return tag("p", HistoryLinePage.link("Till rekvisition \(id)", Addresses.requisition.path(id)))
  }

  private var imported: HTML {
    guard line.act == .importFile else { return .empty }
    guard let receipt else { return tag("p", .text("Inläsningen är ångrad och gäller inte längre.")) }
    let days = [receipt.firstDate?.text, receipt.lastDate?.text].compactMap(\.self)
    return .joined([
      tag("h2", .text("Inläsningen")),
      HistoryLinePage.list([
        ("Fil", .text(receipt.name)), ("Slag", .text(receipt.kind)),
        ("Verifikationer", .text(Numerals.whole(Int64(receipt.voucherCount)))),
        ("Rader", .text(Numerals.whole(Int64(receipt.rowCount)))), ("Debet", .text(Numerals.ore(receipt.debit))),
        ("Dagar", .text(days.joined(separator: "–"))),
      ]),
      tag("p", HistoryLinePage.link("Kvittot på inläsningen", Addresses.importReceipt.path(line.sequence))),
    ])
  }

  private var edited: HTML {
    guard let edition, !edition.files.isEmpty else { return .empty }
    return .joined([tag("h2", .text("Vad som ändrades"))] + edition.files.map(EditionPart.html))
  }

  private var hashes: HTML {
    let pairs = [
      ("Innehållets avtryck", line.digest), ("Raden före", line.previousHash), ("Radens eget avtryck", line.hash),
    ]
    return tag(
      "details", tag("summary", .text("Avtryck (SHA-256)")),
      tag(
        "dl", [.class("hashes")],
        each: pairs.map { tag("div", tag("dt", .text($0.0)), tag("dd", tag("code", .text($0.1)))) }))
  }

  private var neighbours: HTML {
    tag(
      "nav", [.class("pages"), .label("Raderna bredvid")],
      line.sequence > 1
        ? HistoryLinePage.link("Raden före", Addresses.historyLine.path(line.sequence - 1)) : .empty,
      hasNext ? HistoryLinePage.link("Raden efter", Addresses.historyLine.path(line.sequence + 1)) : .empty)
  }
}
