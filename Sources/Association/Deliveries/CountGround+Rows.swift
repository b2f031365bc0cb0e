extension CountGround {
  /// The ground in words: the heading of its column.
  public var title: String {
    switch self {
    case .municipality: "Kommun"
    case .age: "Ålder"
    case .referrer: "Remitterande part"
    case .education: "Högsta utbildning"
    case .supportTime: "Tid med offentlig försörjning"
    case .exitReason: "Avslutsanledning"
    }
  }

  /// The short name of a table over all insatser by the ground.
  public var tableID: String {
    switch self {
    case .municipality: "kommun"
    case .age: "alder"
    case .referrer: "remittent"
    case .education: "utbildning"
    case .supportTime: "forsorjningstid"
    case .exitReason: "avslut"
    }
  }

  /// The heading of a table by the ground.
  public var tableTitle: String {
    switch self {
    case .municipality: "Nya deltagare efter kommun"
    case .age: "Nya deltagare efter ålder"
    case .referrer: "Nya deltagare efter remitterande part"
    case .education: "Nya deltagare efter högsta utbildning"
    case .supportTime: "Nya deltagare efter tid med offentlig försörjning"
    case .exitReason: "Avslutade deltagare efter anledning"
    }
  }

  /// The rows that a form asks for where nobody has chosen others: names and nothing counted.
  public func usualRows(of association: Association) -> [(id: String, title: String)] {
    switch self {
    case .municipality:
      association.members.filter { $0.kind == .municipality }.map { ($0.id, $0.name) } + [("annan", "Annan kommun")]
    case .age:
      [
        ("-18", "Under 19 år"), ("19-29", "19–29 år"), ("30-44", "30–44 år"), ("45-59", "45–59 år"),
        ("60-", "60 år eller äldre"),
      ]
    case .referrer:
      association.members.map { ($0.id, $0.name) } + [("annan", "Annan")]
    case .education:
      [
        ("ej-grundskola", "Ej fullföljd grundskola"), ("grundskola", "Grundskola"), ("gymnasium", "Gymnasium"),
        ("eftergymnasial", "Eftergymnasial utbildning"),
      ]
    case .supportTime:
      [
        ("ingen", "Ingen"), ("-1", "Mindre än 1 år"), ("1-2", "1–2 år"), ("3-5", "3–5 år"), ("6-9", "6–9 år"),
        ("10-", "10 år eller mer"),
      ]
    case .exitReason: ExitReason.allCases.map { ($0.rawValue, $0.title) }
    }
  }
}

extension Flow.Row {
  /// The row in words.
  public var title: String {
    switch self {
    case .carried: "Ingående"
    case .new: "Nya"
    case .finished: "Avslutade"
    case .ongoing: "Pågående"
    }
  }
}
