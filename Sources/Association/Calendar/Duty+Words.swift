extension Duty {
  /// What is to be done, in the wheel of that year.
  public func title(in year: Int) -> String {
    let concerned = concerns(in: year)
    return switch self {
    case .fourthQuarter, .firstQuarter, .secondQuarter, .thirdQuarter:
      "Stäm av och stäng kvartal \(quarter ?? 0) \(concerned)"
    case .yearEnd: "Gör bokslut för \(concerned)"
    case .report: "Upprätta årsredovisningen för \(concerned)"
    case .signatures: "Styrelsen skriver under årsredovisningen för \(concerned)"
    case .boardTerm: "Ny mandatperiod för styrelsen börjar"
    case .audit: "Revisionsberättelsen för \(concerned) lämnas"
    case .discharge: "Medlemmarna beslutar om ansvarsfrihet för \(concerned)"
    case .vatStatement: "Lämna årsuppgiften om kommunmoms för \(concerned)"
    case .interimReport: "Delårsrapport för \(concerned)"
    case .consultation: "Håll samråd med medlemmarna om budgeten för \(concerned)"
    case .budgetProposal: "Lägg förslaget till budget för \(concerned) på webbplatsen"
    case .budget: "Styrelsen beslutar budgeten för \(concerned)"
    case .vatApplication: "Sista dag att söka kommunmoms för \(concerned)"
    case .firstCall: "Begär in medlemsbidrag, kvartal 1"
    case .secondCall: "Begär in medlemsbidrag, kvartal 2"
    case .thirdCall: "Begär in medlemsbidrag, kvartal 3"
    case .fourthCall: "Begär in medlemsbidrag, kvartal 4"
    }
  }

  /// Where it is said.
  public var law: String {
    switch self {
    case .fourthQuarter, .firstQuarter, .secondQuarter, .thirdQuarter: "Lag 2018:597 (LKBR) 3 kap. 4 §, god sed"
    case .yearEnd: "Lag 2018:597 (LKBR) 4 kap., inför årsredovisningen"
    case .report: "Lag 2003:1210, 24 §"
    case .signatures: "Nationella rådets mall; staten kräver underskrift före revisionsberättelsen"
    case .boardTerm: "Lag 2003:1210, 13 §"
    case .audit, .discharge: "Lag 2003:1210, 26 §"
    case .vatStatement: "Lag 2005:807, 8 §"
    case .interimReport: "Förbundsordningen; formen i lag 2018:597 (LKBR) 13 kap."
    case .consultation: "Lag 2003:1210, 23 §"
    case .budgetProposal: "Kommunallagen 8 kap. 14 §, genom lag 2003:1210, 21 §"
    case .budget: "Lag 2003:1210, 21 § och 19 §"
    case .vatApplication: "Lag 2005:807, 7 §"
    case .firstCall, .secondCall, .thirdCall, .fourthCall: "Förbundsordningen"
    }
  }

  /// What counts as done, and what should be known on the way.
  public var meaning: String {
    switch self {
    case .fourthQuarter, .firstQuarter, .secondQuarter, .thirdQuarter:
      "Klart när kvartalets tre månader är stängda i boken, eller hela året är det."
    case .yearEnd:
      "Klart när året är avslutat i boken: resultatet är fört till eget kapital och nästa år öppnat. Ett år som redan "
        + "är stängt, eller som följs av ett år i boken, räknas också."
    case .report:
      "Årsredovisningen ska vara upprättad inom tre månader från årets slut. Klart när rapportens uppgifter har dagen för "
        + "styrelsens beslut."
    case .signatures: "Klart när rapportens uppgifter har dagen för underskrift."
    case .boardTerm:
      "Mandattiden är fyra år från den 1 april året efter ett allmänt val, om inte förbundsordningen säger annat. Klart "
        + "när styrelsens platser i boken har mandat från dagen. Varje medlem utser minst en ledamot och en ersättare."
    case .audit:
      "Revisorerna lämnar sin berättelse till styrelsen, medlemmarna och Arbetsförmedlingen. Lagen nämner ingen dag. "
        + "Säg till här när den har kommit."
    case .discharge:
      "Varje medlem beslutar för sig. Lagen nämner ingen dag. Säg till här när alla har beslutat."
    case .vatStatement:
      "Årsuppgiften gäller föregående kalenderår. Kommer den efter den 30 juni sätts ersättningen till noll kronor. Säg "
        + "till här när den är lämnad."
    case .interimReport:
      "Görs bara om förbundsordningen kräver den. Säg till här när styrelsen har beslutat den."
    case .consultation:
      "Samrådet hålls innan budgeten beslutas. Klart när budgeten, eller förslaget till den, har en dag för samråd."
    case .budgetProposal:
      "Förslaget ska finnas på webbplatsen från den dag då mötet kungörs, alltså före dagen här. Klart när det är noterat "
        + "på budgetens sida att förslaget ligger ute, eller när du säger till här."
    case .budget:
      "Budgeten beslutas senast den 30 november, på ett möte som är öppet för alla och kungjort. Klart när budgeten i "
        + "boken har dagen för beslutet."
    case .vatApplication:
      "En ansökan om ersättning ska ha kommit in före utgången av andra året efter det som den gäller. Säg till här när "
        + "allt är sökt."
    case .firstCall, .secondCall, .thirdCall, .fourthCall: "Säg till här när bidragen är begärda."
    }
  }
}
