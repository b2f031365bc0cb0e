import Ledger
import Statements

extension Check {
  static let participantsAgainstInsatser = Check(
    code: "deltagare-summa-mot-insatser", .error,
    question: "Är antalet deltagare i texten och tabellerna summan av insatsernas?",
    reason: "2023 sa texten 155 deltagare, men de två insatserna hade 72 och 81: 153.",
    mend: "Rätta antalet, eller nämn det som {{kostnad-per-deltagare.summa.participants}} så följer det med.",
    slips: { report in
      let sum = report.participantSum
      guard sum.parts > 1, sum.total > 0 else { return [] }
      let known = Set(report.figures.values.compactMap(\.figure.count))
      var slips: [Slip] = []
      for (passage, numbers) in report.typedPassages {
        for number in numbers where number.unit == .none && number.decimals == 0 {
          guard ["deltagare", "individer", "personer"].contains(number.noun), number.digits != sum.total,
            !known.contains(number.digits), abs(number.digits - sum.total) * 10 <= sum.total
          else { continue }
          slips.append(
            .participants(
              at: passage.place, "Texten under \(passage.chapterTitle)", stated: number.digits, expected: sum.total))
        }
      }
      if let table = report.table("kostnad-per-deltagare"),
        let total = table.rows.last(where: { $0.role == .total }),
        let stated = table.printed(total.id, "participants")?.units, stated != sum.total
      {
        slips.append(
          .participants(at: "\(table.id)/\(total.id)", table.title, stated: stated, expected: sum.total))
      }
      return slips
    },
    spoil: { report in
      report.figures = report.figures.filter { !$0.key.isParticipantsName }
      for (name, count) in [("insats.a.deltagare", Int64(72)), ("insats.b.deltagare", 81)] {
        report.figures[name] = AnnualReport.NamedFigure(
          title: "Deltagare", figure: Figure(.count(count), origin: .nothing(why: "Exempel.")))
      }
      report.type("Förbundet har nått ut till 155 deltagare under året.")
    })
}

extension AnnualReport {
  /// The participants of all insatser that are counted one by one, and how many insatser that is.
  fileprivate var participantSum: (total: Int64, parts: Int) {
    let counts = figures.compactMap { name, named -> Int64? in
      name.isParticipantsName ? named.figure.count : nil
    }
    return (counts.reduce(0, &+), counts.count)
  }
}

extension String {
  /// Whether a figure of that name is the participants of one insats.
  fileprivate var isParticipantsName: Bool { utf8.starts(with: "insats.".utf8) && ends(in: ".deltagare") }
}

extension Slip {
  fileprivate static func participants(at place: String, _ who: String, stated: Int64, expected: Int64) -> Slip {
    Slip(
      at: place, stated: Numerals.whole(stated), expected: Numerals.whole(expected),
      difference: Numerals.whole(stated &- expected),
      "\(who) säger \(stated) deltagare, men insatsernas deltagare är tillsammans \(expected): "
        + "\((stated &- expected).magnitude) skiljer. Rätta antalet.")
  }
}
