import Association
import Ledger

extension Check {
  static let frameUndecided = Check(
    code: "ram-utan-beslut", .warning,
    question: "Pekar varje ram på styrelsens beslut?",
    reason: "Lag 2003:1210 §§ 7 och 10: styrelsen beslutar hur medlen ska användas.",
    mend: "Skriv in beslutets dag och paragraf vid ramen.",
    slips: { report in
      guard let association = report.source?.association else { return [] }
      return association.frames.filter { $0.year == report.year.number }.compactMap { frame in
        guard frame.decision.date == nil || frame.decision.paragraph.isBlank else { return nil }
        let name = association.insatser.first { $0.id == frame.insatsID }?.name ?? frame.insatsID
        let receiver = frame.receiverID.isEmpty ? "" : " för \(frame.receiverID)"
        return Slip(
          at: "ramar/\(frame.insatsID)" + (frame.receiverID.isEmpty ? "" : "/\(frame.receiverID)"),
          stated: "inget beslut", expected: "dag och paragraf",
          "Ramen för \(name)\(receiver), \(Numerals.kronor(frame.granted)), saknar beslutets dag eller paragraf. "
            + "Skriv in dem.")
      }
    },
    spoil: { report in
      report.alterAssociation { association in
        for index in association.frames.indices { association.frames[index].decision = Decision() }
      }
    })
}
