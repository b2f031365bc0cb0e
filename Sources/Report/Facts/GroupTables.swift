import Association
import Ledger
import Statements

extension Association {
  /// How often each group met in the year, and how often with all four parties; nil where no meeting is recorded.
  func groupMeetingTable(year: Int, _ meetings: [GroupMeeting]) -> Table? {
    let held = Dictionary(grouping: meetings.filter { $0.draft.day.year == year }, by: \.draft.groupID)
    let groups = groups.filter { held[$0.id] != nil }
    guard !groups.isEmpty else { return nil }
    let source = "Gruppernas möten i boken"
    func row(
      _ id: String, _ title: String, _ meetings: [GroupMeeting], role: Table.Role = .row, sumOf: [String] = []
    ) -> Table.Row {
      Table.Row(
        id: id, title: title, role: role,
        cells: [
          .figure(.told(meetings.count, "\(title): möten", in: source)),
          .figure(
            .told(
              meetings.count { $0.parties(in: self).isWhole }, "\(title): möten med alla fyra parter", in: source)),
        ], sumOf: sumOf)
    }
    var rows = groups.map { row($0.id, $0.title, held[$0.id] ?? []) }
    if rows.count > 1 {
      let all = groups.flatMap { held[$0.id] ?? [] }
      rows.append(row("summa", "Summa", all, role: .total, sumOf: rows.map { "+\($0.id)" }))
    }
    return Table(
      id: "gruppmoten", title: "Gruppernas möten \(year)", unit: .none, rowHeading: "Grupp",
      columns: [
        Table.Column(id: "moten", title: "Möten", year: year),
        Table.Column(id: "fyrpart", title: "Med alla fyra parter", year: year),
      ], rows: rows)
  }
}
