import Ledger
import Press
import Report
import Store

/// A voucher as it stands in the book.
struct VoucherPart {
  let view: VoucherView
  let visitor: Visitor

  func html(aside: HTML, comments: HTML) -> HTML {
    .joined([
      tag("p", [.class("lead")], .text(view.voucher.text)), neighbours(), relations(), acts(),
      tag(
        "div", [.class("voucher")],
        tag("div", facts(), VoucherRowsPart(view: view).html, history(), comments),
        tag("aside", [.label("Underlag")], aside)),
    ])
  }

  private func link(_ place: VoucherPlace) -> HTML {
    tag("a", [.href(.path(Addresses.voucher.path(place)))], .text(place.words))
  }

  /// What it corrects and what corrects it, both ways (LKBR 3:10).
  private func relations() -> HTML {
    let around = view.surroundings
    var lines: [HTML] = []
    if let place = around.reversedBy.map({ VoucherPlace($0) }) {
      lines.append(.text("Den här verifikationen är rättad av ") + link(place) + .text(", som vänder alla dess rader."))
    }
    if let place = around.replacedBy.map({ VoucherPlace($0) }) {
      lines.append(.text("I dess ställe är ") + link(place) + .text(" bokförd."))
    }
    if let place = around.reverses.map({ VoucherPlace($0) }) {
      lines.append(
        .text("Den här verifikationen rättar ") + link(place)
          + .text(". Skälet: \(view.posted.reason ?? "")"))
    }
    if let place = replaced { lines.append(.text("Den är bokförd i stället för ") + link(place) + .text(".")) }
    guard !lines.isEmpty else { return .empty }
    return tag("div", [.class("warning"), .id("rattelser")], each: lines.map { tag("p", $0) })
  }

  /// The voucher that this one stands in place of, read out of its text.
  private var replaced: VoucherPlace? {
    guard view.voucher.source == .entered else { return nil }
    return VoucherPlace(replacementText: view.voucher.text)
  }

  private func acts() -> HTML {
    guard Access.bookkeepers.admits(visitor.user) else { return .empty }
    var acts: [HTML] = []
    if view.surroundings.reversedBy == nil {
      acts.append(
        tag(
          "a", [.class("button"), .id("ratta"), .href(.path(Addresses.voucherReversal.path(view.place)))],
          .text("Rätta verifikationen …")))
    }
    if view.voucher.rows.count <= VoucherForm.rowCountMax {
      acts.append(
        FormPart.form(
          to: Addresses.templates.path(), visitor,
          each: [
            FormPart.hidden("verifikation", view.place.key), FormPart.button("Gör en mall", kind: "secondary"),
          ]))
    }
    acts.append(
      tag(
        "button", [.class("secondary"), .other("type", "button"), .other("data-print", ""), .other("hidden", "")],
        .text("Skriv ut")))
    return tag("div", [.class("toolbar")], each: acts)
  }

  private func facts() -> HTML {
    let voucher = view.voucher
    var facts: [(String, HTML)] = [
      ("Nummer", .text("\(view.place.number.text), räkenskapsåret \(view.year.number)")),
      ("Dagen då det hände", .text(voucher.date.text)),
      (
        "Motpart",
        voucher.counterparty.isEmpty
          ? tag("span", [.class("quiet")], .text(counterpartyMissing)) : .text(voucher.counterparty)
      ),
      ("Belopp", .text(Numerals.ore(view.amount))),
      ("Upprättad", .text(compiled)),
      ("Underlag", .text(view.documents.isEmpty ? "Inget underlag ligger vid verifikationen" : count)),
    ]
    if case .imported(let series, let number) = voucher.source, view.place.number.text != "\(series) \(number)" {
      facts.append(("Nummer i filen", .text("\(series) \(number)")))
    }
    return tag("dl", [.class("facts")], each: facts.map { tag("div", tag("dt", .text($0.0)), tag("dd", $0.1)) })
  }

  private var count: String {
    view.documents.count == 1 ? "Ett, bredvid verifikationen" : "\(view.documents.count), bredvid verifikationen"
  }

  private var counterpartyMissing: String {
    if case .imported = view.voucher.source { return "Står inte i filen den lästes in från" }
    return view.voucher.source == .yearEnd ? "Ingen: bokslutets egen verifikation" : "Ingen angiven"
  }

  private var compiled: String {
    let day = view.voucher.compiledOn.map { $0.text } ?? "Dagen är inte känd"
    return view.voucher.compiledBy.isEmpty ? day : "\(day) av \(view.voucher.compiledBy)"
  }

  /// Where it comes from and who recorded it.
  private func history() -> HTML {
    var words: [HTML] = []
    if let line = view.line {
      let isLinked = Access.insiders.admits(visitor.user)
      let number = "rad \(line.sequence) i historiken"
      words.append(
        .text("Registrerad \(SwedishTime.text(line.moment)) av \(line.actor.name), ")
          + (isLinked
            ? tag("a", [.href(.path(Addresses.historyLine.path(line.sequence)))], .text(number)) : .text(number))
          + .text("."))
    }
    switch view.voucher.source {
    case .entered: words.append(.text("Bokförd här."))
    case .balances: words.append(.text("Gjord av saldon utan verifikationer: årets förändring per konto."))
    case .yearEnd: words.append(.text("Gjord av bokslutet, som för årets resultat till eget kapital."))
    case .imported:
      let name = view.receipt.map { "filen \($0.name)" } ?? "en fil"
      let isLinked = Access.insiders.admits(visitor.user)
      let from = view.receipt.flatMap { receipt in
        isLinked ? tag("a", [.href(.path(Addresses.importReceipt.path(receipt.sequence)))], .text(name)) : nil
      }
      words.append(.text("Inläst från ") + (from ?? .text(name)) + .text("."))
    }
    let place = VoucherPlace(view.posted.number, in: view.year)
    words.append(HistoryLink.html(HistoryLink.voucher(place), for: visitor.user))
    return tag("p", [.class("quiet"), .id("ursprung")], .joined(words, separator: .raw(" ")))
  }

  private func neighbours() -> HTML {
    let around = view.surroundings
    func item(_ number: Voucher.Number?, _ words: String) -> HTML {
      guard let number else { return .empty }
      let path = Addresses.voucher.path(VoucherPlace(number, in: view.year))
      return tag("li", tag("a", [.href(.path(path))], .text("\(words): \(number.text)")))
    }
    guard around.previous != nil || around.next != nil else { return .empty }
    return tag(
      "nav", [.class("pages voucher-neighbours no-print"), .label("Grannar i serien")],
      tag("ul", item(around.previous, "Föregående"), item(around.next, "Nästa")))
  }
}

extension VoucherPlace {
  /// The place in a text that begins `Ersätter A 17 (2025): `, or nil.
  init?(replacementText text: String) {
    let start = "Ersätter "
    guard text.utf8.starts(with: start.utf8) else { return nil }
    let rest = Array(text.utf8.dropFirst(start.utf8.count))
    guard let open = rest.firstRange(of: Array(" (".utf8)), let close = rest.firstRange(of: Array("): ".utf8)),
      open.upperBound < close.lowerBound,
      let year = Int(
        typed: String(decoding: rest[open.upperBound..<close.lowerBound], as: UTF8.self), in: TypedRange.year)
    else { return nil }
    let words = rest[..<open.lowerBound].split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
    guard let last = words.last, let number = Int(typed: last, in: TypedRange.voucherNumber) else { return nil }
    self.init(year: year, number: Voucher.Number(series: words.dropLast().joined(separator: " "), number: number))
  }
}
