import Association
import Ledger
import Press
import Report

/// What the law asks of a budget on its way: each step, when it should be taken and when it was.
struct BudgetCalendarPart {
  let desk: BudgetDesk
  /// The proposal whose steps are shown; nil where none was made in the book.
  let proposal: BudgetProposal?

  private struct Step {
    let title: String
    let law: String
    let done: CalendarDate?
    let note: String
    let deadline: Deadline?
  }

  func html() -> HTML {
    let wheel = wheel()
    func deadline(_ duty: Duty) -> Deadline? { wheel.first { $0.duty == duty } }
    let first = desk.budgets.first
    let isFirst = proposal.map { $0.version == 1 } ?? true
    let consulted = proposal?.consultedOn ?? (isFirst ? first?.consultedOn : nil)
    let decided = isFirst ? first?.decision : nil
    let meeting = proposal?.meeting.map { "Mötet hålls \($0.day.text)." } ?? ""
    let lies = proposal?.publication.map { publication in
      (publication.address.isEmpty ? "" : "\(publication.address). ")
        + (proposal?.isPublishedAsItIs == true ? "" : "Förslaget är ändrat sedan dess.")
    }
    let steps = [
      Step(
        title: "Samråd med medlemmarna", law: "Före beslutet. Lag 2003:1210, 23 §", done: consulted, note: "",
        deadline: isFirst ? deadline(.consultation) : nil),
      Step(
        title: "Det öppna mötet kungörs", law: "Som förbundsordningen säger. Lag 2003:1210, 19 §",
        done: proposal?.meeting?.announcedOn, note: meeting, deadline: nil),
      Step(
        title: "Förslaget ligger på webbplatsen", law: "Från den dag mötet kungörs. Kommunallagen 8 kap. 14 §",
        done: proposal?.publication?.on, note: lies ?? "", deadline: isFirst ? deadline(.budgetProposal) : nil),
      Step(
        title: "Styrelsen beslutar", law: "Senast den 30 november. Lag 2003:1210, 21 §", done: decided?.date,
        note: decided?.paragraph ?? "", deadline: isFirst ? deadline(.budget) : nil),
    ]
    return tag("h2", [.id("kalender")], .text("Vägen till beslutet"))
      + ListPart.scroll(
        "Budgetens steg",
        tag(
          "table", [.class("list")], tag("caption", [.class("unseen")], .text("Budgetens steg, och när de är tagna")),
          tag(
            "thead",
            tag("tr", each: ["Steg", "När det ska ske", "Läge"].map { tag("th", [.scope(.column)], .text($0)) })),
          tag("tbody", each: steps.map(row))))
  }

  private func row(_ step: Step) -> HTML {
    let state: HTML
    if let done = step.done {
      state =
        tag("span", [.class("badge good")], .text("Klart \(done.text)"))
        + .text(step.note.isEmpty ? "" : " \(step.note)")
    } else if let deadline = step.deadline {
      state = DeadlineWords.badge(deadline) + .raw(" ") + .text(DeadlineWords.state(deadline))
    } else {
      state = .text("Inte noterat")
    }
    let title = step.deadline.map { deadline in
      tag("a", [.href(.path(Addresses.deadline.path(Pair(deadline.year, deadline.id))))], .text(step.title))
    }
    return tag(
      "tr", tag("th", [.scope(.row)], title ?? .text(step.title)), tag("td", .text(step.law)), tag("td", state))
  }

  /// The wheel in which the budget is decided: the year before its own.
  private func wheel() -> [Deadline] {
    var ledger = LedgerFacts()
    if let proposal, proposal.version == 1 {
      ledger.budgets = [
        LedgerFacts.Budget(
          year: desk.year, consultedOn: proposal.consultedOn, publishedOn: proposal.publication?.on)
      ]
    }
    return YearlyWheel.deadlines(
      for: desk.association, ledger: ledger, year: desk.year - 1, today: desk.asked.today)
  }
}
