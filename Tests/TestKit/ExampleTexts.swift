import Association

/// The example's texts: one per chapter the association writes in, with named figures, lists, a quotation and a link.
enum ExampleTexts {
  static let all: [ReportText] = [
    text(
      "ordforande",
      """
      Året har gett oss *mer* samverkan. Styrelsen möttes {{moten.styrelsen|ord}} gånger.

      > Det som ingen av oss klarar ensam klarar vi tillsammans.
      """),
    text("organisation", "Förbundet är en egen juridisk person. Medlemmarna utser styrelsen."),
    text("uppdrag", "Förbundet finansierar insatser för den som behöver samordnad rehabilitering."),
    text("verksamhetside", "- Stöd i rätt tid\n- Ett gemensamt ansvar\n- Lärande mellan parterna"),
    text(
      "oversikt",
      """
      Intäkterna var {{verksamhetens-intakter|mnkr}} och resultatet {{arets-resultat|tkr}}. Året före var resultatet \
      {{arets-resultat.fg|tkr}}. Soliditeten är {{soliditet|procent1}}.
      """),
    text(
      "viktiga-forhallanden",
      "Det egna kapitalet är {{eget-kapital|tkr}}, vilket är {{eget-kapital-utrymme|tkr,belopp}} under taket."),
    text(
      "handelser",
      """
      ### Under året

      Bron tog emot {{antal.rorelse.nya}} nya deltagare, {{antal.rorelse.nya.kvinnor}} kvinnor och \
      {{antal.rorelse.nya.man}} män.

      ### Efter årets slut

      Inga händelser av väsentlig betydelse har inträffat efter årets slut.
      """),
    text("styrning", "Styrelsen följer upp verksamheten varje tertial. Se [finsam.se](https://www.finsam.se)."),
    text(
      "hushallning",
      """
      Styrelsen bedömer att förbundet har god ekonomisk hushållning. Budgeten räknade med \
      {{budgeterat-resultat|tkr}} och utfallet är {{arets-resultat|tkr}}.
      """),
    text("finansiella-mal", "Styrelsen har beslutat två finansiella mål för {{rakenskapsar}}."),
    text("verksamhet", "Insatserna fick {{beviljat|tkr}} och använde {{utnyttjat|tkr}}.\n\n[[tabell: insatser]]"),
    text("personal", "Förbundet har {{anstallda|ord}} anställda. Sjukfrånvaron redovisas inte i en så liten grupp."),
    text("forvantad-utveckling", "Bron får mindre medel nästa år. Budgeten är i balans från och med 2023."),
    text("redovisningsprinciper", "Bidrag till insatser kostnadsförs det år som de avser."),
  ]

  private static func text(_ chapter: String, _ markdown: String) -> ReportText {
    ReportText(year: 2022, chapterID: chapter, markdown: markdown)
  }
}
