package import Association
import Ledger
import Report

extension Words {
  /// Why a budget cannot take a step, and what to do.
  package static func sentence(_ refusal: BudgetProposal.Refusal) -> String {
    switch refusal {
    case .decidedAlready(let year, let version, let decision):
      "Budget \(year), version \(version), är beslutad \(decision.words) och ändras aldrig. Gör en ny version och låt styrelsen "
        + "besluta om den."
    case .discardedAlready(let year, let version):
      "Förslaget till budget \(year), version \(version), är kasserat. Börja ett nytt förslag."
    case .unknown: "Förslaget finns inte i boken. Gå till budgeten och välj ett som finns där."
    case .anotherStands(let year, let version):
      "Budget \(year) har redan ett förslag, version \(version), som inte är beslutat. Arbeta vidare i det, eller kassera det "
        + "först."
    case .notConsulted(let year):
      "Samrådet med medlemmarna om budget \(year) är inte noterat, och det ska hållas före beslutet (lag 2003:1210, 23 §). "
        + "Notera samrådets dag först."
    case .consultedAfter(let consulted, let decided):
      "Samrådet hölls \(consulted.text), efter beslutet \(decided.text). Det ska hållas före beslutet (lag 2003:1210, 23 §). "
        + "Kontrollera dagarna."
    case .undated: "Beslutets dag saknas. Skriv den, till exempel 2025-11-21."
    case .paragraphMissing: "Beslutets paragraf saknas. Skriv den som i protokollet, till exempel § 62."
    case .noLines(let year): "Förslaget till budget \(year) har inga rader. Lägg till rader med belopp och spara."
    case .announcedAfter(let announced, let meeting):
      "Mötet \(meeting.text) är kungjort \(announced.text), alltså efteråt. Kontrollera dagarna."
    case .reasonMissing: "Skälet saknas. Skriv varför förslaget kasseras; det sparas i historiken."
    case .savedMeanwhile(let revision):
      "Någon annan har sparat förslaget medan du skrev (sparning \(revision)). Det du skrev står kvar här. Spara igen, så gäller "
        + "ditt."
    }
  }

  /// What should be known when a budget is decided.
  package static func sentence(_ warning: BudgetWarning) -> String {
    switch warning {
    case .late(let decided, let last):
      "Beslutet \(decided.text) är efter den \(Numerals.date(last)), då budgeten senast ska vara fastställd (lag 2003:1210, "
        + "21 §)."
    case .neverPublished:
      "Det är inte noterat att förslaget har legat på webbplatsen. Det ska det göra från den dag då mötet kungörs "
        + "(kommunallagen 8 kap. 14 §)."
    case .publishedLate(let published, let shouldBe):
      "Förslaget lades på webbplatsen \(published.text). Det skulle ha legat där från \(shouldBe.text), då mötet kungjordes "
        + "(kommunallagen 8 kap. 14 §)."
    case .changedSincePublication:
      "Förslaget är ändrat sedan det lades på webbplatsen. Lägg ut det på nytt, eller skriv i protokollet vad styrelsen "
        + "ändrade."
    case .neverAnnounced:
      "Det är inte noterat att mötet är kungjort. Mötet där budgeten beslutas är öppet för alla (lag 2003:1210, 19 §)."
    case .deficit(let result):
      result == .zero
        ? "Intäkterna är lika stora som kostnaderna. De ska överstiga kostnaderna (kommunallagen 11 kap. 5 §)."
        : "Budgeten har ett underskott på \(Numerals.kronor(-result)). Intäkterna ska överstiga kostnaderna (kommunallagen "
          + "11 kap. 5 §), och lagens undantag gäller inte samordningsförbund. Skriv i beslutet varför styrelsen ändå "
          + "planerar ett underskott."
    }
  }
}

extension Decision {
  /// `2021-11-19 § 62`, or what of it is known.
  package var words: String { [date?.text ?? "", paragraph].filter { !$0.isEmpty }.joined(separator: " ") }
}
