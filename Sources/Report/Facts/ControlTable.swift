import Association
import Ledger
import Statements

extension ControlYear {
  /// The year's internal control as it is printed: every control of the plan that holds, with what it showed; nil where
  /// no plan is decided.
  var table: Table? {
    guard let standing, !standing.controls.isEmpty else { return nil }
    let columns = [
      ("riskvarde", "Riskvärde"), ("kontroll", "Kontroll"), ("ansvarig", "Ansvarig"), ("resultat", "Resultat"),
    ]
    return Table(
      id: "internkontroll", title: "Intern kontroll \(year)", unit: .none, rowHeading: "Risk",
      columns: columns.map { Table.Column(id: $0.0, title: $0.1, year: year) },
      rows: standing.controls.map { control in
        Table.Row(
          id: "kontroll-\(control.number)", title: control.risk,
          cells: [
            Table.Cell(words: "\(control.value)"),
            Table.Cell(words: control.measure + (control.frequency.isEmpty ? "" : " (\(control.frequency))")),
            Table.Cell(words: control.responsible), Table.Cell(words: outcome(of: control)),
          ])
      },
      remark: "Riskvärdet är sannolikheten gånger konsekvensen, var och en från 1 till 4.")
  }

  /// What a control came to, in words: its last result.
  private func outcome(of control: Control) -> String {
    guard let last = results(of: control.number).last else { return "Inte genomförd" }
    guard last.hasDeviation else { return last.words.isEmpty ? "Utan avvikelse" : "Utan avvikelse. \(last.words)" }
    return "Avvikelse: \(last.words). Åtgärd: \(last.remedy)".pieces(separatedBy: "..").joined(separator: ".")
  }
}

extension AutomaticText {
  /// When the board decided the plan for internal control, and how many controls were made and what they showed.
  var controlText: [Block] {
    guard let controls = source.controls, let standing = controls.standing, let first = controls.firstDecision,
      let decided = first.decision.words
    else { return [] }
    var sentences = ["Styrelsen beslutade planen för intern kontroll \(decided)."]
    if first.isLate {
      sentences.append("Planen beslutades efter årets början. Skälet: \(first.lateReason.ended)")
    }
    let made = standing.controls.filter { !controls.results(of: $0.number).isEmpty }
    let deviating = made.filter { controls.results(of: $0.number).last?.hasDeviation ?? false }
    let count = Int64(standing.controls.count)
    let none = Int64(made.count) == 0
    sentences.append(
      "Av \(Numerals.words(count, oneIs: "en")) \(count == 1 ? "kontroll" : "kontroller") är "
        + "\(none ? "ingen" : Numerals.words(Int64(made.count), oneIs: "en")) \(made.count == 1 ? "genomförd" : none ? "genomförd" : "genomförda")"
        + (made.isEmpty
          ? "."
          : deviating.isEmpty
            ? ", utan avvikelse."
            : ", och \(Numerals.words(Int64(deviating.count), oneIs: "en")) visade \(deviating.count == 1 ? "en avvikelse" : "avvikelser").")
    )
    return blocks(sentences.joined(separator: " ").escaped)
  }
}

extension String {
  /// The text with a full stop at its end.
  fileprivate var ended: String { utf8.last.map { [46, 33, 63].contains($0) } ?? true ? self : self + "." }
}
