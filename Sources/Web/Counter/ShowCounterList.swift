import Association
import Counter
import Desk
import Ledger
import Press

/// The list: what ought to be done, and those who are in the insats, by their numbers.
enum ShowCounterList {
  static func show(_ asked: CounterAsked, _: Nothing) -> Answer {
    let list = asked.list
    guard list.setup.isFollowed else { return .see(CounterAddresses.extras.path(), notice: asked.notice) }
    let ongoing = list.ongoing
    return .page(
      Page(
        title: "Pågående",
        main: .joined([
          reminders(asked),
          tag(
            "p", [.class("lead")],
            .text(
              "\(Words.count(ongoing.count, "deltagare", "deltagare")) i \(list.setup.insatsName) i dag, \(asked.today.text)."
            )),
          ongoing.isEmpty
            ? tag(
              "p", [.class("empty")],
              .text(
                "Ingen är inskriven. Skriv in den första under Ny deltagare; listan ger ett nummer att skriva i er journal."
              ))
            : CounterTable.entries(
              "Pågående deltagare", ongoing, asked.setup,
              last: ("Tid", { .text(CounterWords.months($0.months(on: asked.today))) })),
        ])))
  }

  private static func reminders(_ asked: CounterAsked) -> HTML {
    let items = asked.list.reminders(on: asked.today).map { reminder -> HTML in
      func link(_ words: String, _ path: String, _ rest: String) -> HTML {
        tag("li", tag("a", [.href(.path(path))], .text(words)), .text(rest))
      }
      return switch reminder {
      case .delivery(let period):
        link(
          "Leverera \(CounterWords.period(period))",
          CounterAddresses.delivery.path(
            query: [("fran", period.lowerBound.text), ("till", period.upperBound.text)]),
          ". Perioden är slut.")
      case .exitMissing(let number, let planned):
        link("Nummer \(number)", CounterAddresses.entry.path(number), ": avslutet var planerat till \(planned.text).")
      case .long(let number, let months):
        link("Nummer \(number)", CounterAddresses.entry.path(number), ": inskriven i \(CounterWords.months(months)).")
      case .deletionWaits(let count):
        link(
          Words.count(count, "avslutad deltagare", "avslutade deltagare"), CounterAddresses.finished.path(),
          " raderas inte förrän antalen är levererade.")
      }
    }
    guard !items.isEmpty else { return .empty }
    return tag(
      "section", [.class("warning"), .label("Att göra")], tag("p", tag("strong", .text("Att göra"))),
      tag("ul", each: items))
  }
}

/// Tables of the counter's pages; on a telephone each row becomes a card.
enum CounterTable {
  /// Entries by number, each a link, with one more column.
  static func entries(
    _ caption: String, _ entries: [CounterEntry], _ setup: CounterSetup,
    last: (title: String, cell: (CounterEntry) -> HTML)
  ) -> HTML {
    let grounds = [CountGround.municipality, .age, .referrer].filter { setup.choices[$0]?.isEmpty == false }
    let titles = ["Nummer", "Inskriven", "Kön"] + grounds.map { CounterWords.title($0) } + [last.title]
    return MoneyPart.table(
      caption, titles.map { MoneyPart.Column($0) },
      rows: entries.map { entry in
        [
          MoneyPart.link("Nummer \(entry.number)", CounterAddresses.entry.path(entry.number)),
          .text(entry.facts.day.text), .text(CounterWords.word(entry.facts.sex)),
        ]
          + grounds.map { ground in
            .text(entry.facts.choices[ground].flatMap { setup.choice(ground, $0)?.title } ?? "–")
          } + [last.cell(entry)]
      })
  }

  /// Counts by sex.
  static func counts(_ caption: String, _ heading: String, _ rows: [(title: String, tally: Tally)]) -> HTML {
    MoneyPart.table(
      caption,
      [MoneyPart.Column(heading)]
        + ["Kvinnor", "Män", "Ej angivet", "Alla"].map { MoneyPart.Column($0, isNumber: true) },
      rows: rows.map { row in
        [.text(row.title)]
          + [row.tally.women, row.tally.men, row.tally.notStated, row.tally.total].map { .text("\($0)") }
      })
  }
}
