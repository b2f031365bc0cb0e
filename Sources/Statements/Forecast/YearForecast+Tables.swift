public import Association
import Ledger

extension YearForecast {
  /// What each insats was granted, has drawn, is expected to draw, and will leave, with the sums.
  public func frameTable(_ association: Association) -> Table {
    var rows = frames.enumerated().map { index, frame in
      Table.Row(
        id: "\(index)", title: association.title(of: frame),
        cells: [
          cell(frame.granted, "Beviljad ram", "styrelsens beslut"), cell(frame.drawn, "Upparbetat", "bokföringen"),
          cell(frame.forecast, "Prognos", frame.rule.rawValue), cell(frame.left, "Kvar", "ram minus prognos"),
          .text(frame.rule.rawValue),
        ])
    }
    rows.append(
      Table.Row(
        id: "summa", title: "Summa", role: .total,
        cells: [
          cell(frames.compactMap(\.granted).sum(), "Beviljad ram", "summa"),
          cell(frames.map(\.drawn).sum(), "Upparbetat", "summa"),
          cell(frames.map(\.forecast).sum(), "Prognos", "summa"), cell(frames.map(\.left).sum(), "Kvar", "summa"),
          .text(""),
        ]))
    return Table(
      id: "prognos-insatser", title: "Insatser \(year.number)", unit: .kronor, rowHeading: "Insats",
      columns: [
        Table.Column(id: "granted", title: "Beviljat"), Table.Column(id: "drawn", title: "Upparbetat"),
        Table.Column(id: "forecast", title: "Prognos"), Table.Column(id: "left", title: "Kvar"),
        Table.Column(id: "rule", title: "Enligt"),
      ], rows: rows)
  }

  /// The year's income and costs: budgeted, booked and expected, with the result.
  public func resultTable() -> Table {
    var rows = lines.map { line in
      Table.Row(
        id: line.id, title: line.title,
        cells: [
          cell(line.expected, "Budget", "budgeten eller ramarna"), cell(line.booked, "Bokfört", "bokföringen"),
          cell(line.forecast, "Prognos", line.rule.rawValue),
        ])
    }
    rows.append(
      Table.Row(
        id: "resultat", title: "Årets resultat", role: .total,
        cells: [
          .empty, cell(lines.map(\.booked).sum(), "Bokfört", "summa"), cell(result, "Prognos", "summa"),
        ]))
    return Table(
      id: "prognos-resultat", title: "Resultat \(year.number)", unit: .kronor,
      columns: [
        Table.Column(id: "expected", title: "Budget eller ram"), Table.Column(id: "booked", title: "Bokfört"),
        Table.Column(id: "forecast", title: "Prognos"),
      ], rows: rows)
  }

  private func cell(_ amount: Money?, _ title: String, _ source: String) -> Table.Cell {
    amount.map { .figure(Figure(.amount($0), origin: .fact(title: title, source: source))) } ?? .empty
  }
}

extension Association {
  /// The name of an insats in a forecast, with its receiver where it has several frames.
  public func title(of frame: YearForecast.FrameLine) -> String {
    let name = insatser.first { $0.id == frame.insatsID }?.name ?? frame.insatsID
    let receiver = members.first { $0.id == frame.receiverID }?.name ?? frame.receiverID
    let title = name.isEmpty ? "Utan insats" : name
    return receiver.isEmpty ? title : "\(title) – \(receiver)"
  }
}
