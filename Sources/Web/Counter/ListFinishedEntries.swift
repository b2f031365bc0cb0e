import Counter
import Desk
import Ledger
import Press

/// Those who have left, and the clock that deletes them.
enum ListFinishedEntries {
  static func show(_ asked: CounterAsked, _: Nothing) -> Answer {
    let list = asked.list
    let finished = list.finished.sorted { ($0.exit?.day ?? $0.facts.day) > ($1.exit?.day ?? $1.facts.day) }
    let days = finished.compactMap { list.deletion(of: $0) }
    let waiting = finished.count - days.count
    return .page(
      Page(
        title: "Avslutade och radering",
        main: .joined([
          tag(
            "p", [.class("lead")],
            .text(
              "En avslutad deltagare raderas ur filen \(CounterWords.months(list.setup.keptMonths)) efter avslutet, när antalen "
                + "har varit levererade i \(CounterList.answerDays) dagar. Det sker när listan låses upp.")),
          tag(
            "dl", [.class("facts")],
            each: [
              ("Raderade hittills", "\(list.deletedCount)"),
              ("Nästa radering", days.min()?.text ?? "Ingen bestämd"),
              ("Väntar på leverans", "\(waiting)"),
            ].map { tag("div", tag("dt", .text($0.0)), tag("dd", .text($0.1))) }),
          finished.isEmpty
            ? tag("p", [.class("empty")], .text("Ingen avslutad deltagare finns i listan."))
            : CounterTable.entries(
              "Avslutade deltagare", finished, list.setup,
              last: (
                "Avslutad, raderas",
                { entry in
                  .text(
                    "\(entry.exit?.day.text ?? ""), "
                      + (list.deletion(of: entry).map { "raderas \($0.text)" } ?? "väntar på leverans"))
                }
              )),
        ])))
  }
}
