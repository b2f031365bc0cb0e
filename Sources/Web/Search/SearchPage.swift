import Desk
import Press

/// The page of a search, and its hits as the dialog shows them.
struct SearchPage {
  let words: String
  let groups: [(kind: SearchQuery.Kind, hits: [SearchHit])]
  var faults: [FieldFault] = []

  private var count: Int { groups.reduce(0) { $0 + $1.hits.count } }

  func html() -> HTML {
    .joined([FormPart.summary(of: faults), form(), faults.isEmpty && !words.isEmpty ? found() : .empty])
  }

  private func form() -> HTML {
    tag(
      "form",
      [.class("filter"), .other("method", "get"), .other("action", Addresses.search.path()), .role("search")],
      FormPart.field(
        FormPart.Field(
          name: SearchOffice.wordsName, label: "Sök i kontoret", value: words,
          hint: "Verifikation, diarienummer, konto, insats, beslut, siffra eller sida", type: "search"), faults: faults),
      tag("div", [.class("field act")], FormPart.button("Sök")))
  }

  private func found() -> HTML {
    guard count > 0 else {
      return tag(
        "div", [.class("empty")], tag("p", .text("Ingenting passar ”\(words)”.")),
        tag(
          "p",
          .text(
            "Prova ett annat ord, en del av det, ett belopp, ett verifikationsnummer som A 17 eller en paragraf som § 45."
          )))
    }
    let lists = groups.map { group in
      tag("h2", .text(group.kind.title))
        + tag(
          "ul", [.class("hits")],
          each: group.hits.map { hit in
            tag("li", tag("a", [.href(.path(hit.path))], .text(hit.title)), detail(hit))
          })
    }
    return tag("p", [.class("lead"), .role("status")], .text(Words.count(count, "träff", "träffar") + "."))
      + .joined(lists)
  }

  private func detail(_ hit: SearchHit) -> HTML {
    hit.detail.isEmpty ? .empty : tag("span", [.class("quiet")], .text(" " + hit.detail))
  }

  /// The hits as options of a list, which the dialog's script puts beneath its field.
  static func options(_ groups: [(kind: SearchQuery.Kind, hits: [SearchHit])]) -> HTML {
    var number = 0
    let pieces = groups.enumerated().map { index, group in
      let options = group.hits.map { hit in
        number += 1
        return tag(
          "a",
          [
            .id("traff-\(number)"), .role("option"), .href(.path(hit.path)), .tabIndex(-1),
            .other("aria-selected", "false"),
          ],
          tag("span", [.class("title")], .text(hit.title)),
          hit.detail.isEmpty ? .empty : tag("span", [.class("quiet")], .text(hit.detail)))
      }
      return tag(
        "div", [.role("group"), .labelled(by: "traffgrupp-\(index + 1)")],
        each: [
          tag("div", [.class("group"), .id("traffgrupp-\(index + 1)"), .role("presentation")], .text(group.kind.title))
        ]
          + options)
    }
    return .joined(pieces)
  }

  /// What the dialog says of words that may not be sought.
  static func refused(_ faults: [FieldFault]) -> HTML {
    tag(
      "div", [.role("option"), .class("fault"), .other("aria-disabled", "true")],
      .text(faults.map(\.message).joined(separator: " ")))
  }
}
