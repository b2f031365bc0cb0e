import Association
import Ledger

extension Check {
  static let auditorPerParty = Check(
    code: "revisor-per-part", .warning,
    question: "Har staten, regionen och kommunerna var sin revisor?",
    reason: "Lag 2003:1210 § 25: en revisor för varje medlem; kommuner och regioner får ha gemensam.",
    mend: "Lägg till den revisor som fattas och för vem revisorn är utsedd.",
    slips: { report in
      let auditors = report.facts.auditors
      guard !auditors.isEmpty else {
        return [
          Slip(
            at: "fakta/revisorer", stated: "ingen", expected: "en för varje part",
            "Rapporten nämner ingen revisor. Lägg till revisorerna och för vem var och en är utsedd.")
        ]
      }
      let kinds = Set(report.source?.association.members.map(\.kind) ?? [])
      return Member.Kind.allCases.filter { kinds.contains($0) }.compactMap { kind in
        let names = report.source?.association.members.filter { $0.kind == kind }.map { $0.name.lowercased() } ?? []
        let words = kind.auditorWords + names
        let isThere = auditors.contains { auditor in
          "\(auditor.appointedBy) \(auditor.function)".lowercased().hasAny(words)
            || report.source?.association.members.contains { $0.id == auditor.appointedBy && $0.kind == kind } == true
        }
        guard !isThere else { return nil }
        return Slip(
          at: "fakta/revisorer/\(kind.rawValue)", stated: "ingen", expected: "en revisor",
          "Ingen revisor är utsedd för \(kind.definiteName). Lägg till revisorn och för vem den är utsedd.")
      }
    },
    spoil: { $0.facts.auditors = [] })
}

extension Member.Kind {
  fileprivate var auditorWords: [String] {
    switch self {
    case .state: ["stat", "försäkringskassan", "arbetsförmedlingen", "auktoriserad"]
    case .region: ["region"]
    case .municipality: ["kommun"]
    }
  }

  fileprivate var definiteName: String {
    switch self {
    case .state: "staten"
    case .region: "regionen"
    case .municipality: "kommunerna"
    }
  }
}
