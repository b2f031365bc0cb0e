import Association

extension Goal {
  /// Goals of all three kinds, with every rule a goal can have.
  static let examples: [Goal] = [
    Goal(
      id: "tak", year: 2022, kind: .financial, title: "Finansiellt mål 1",
      text: "Det egna kapitalet ska vara högst så stort som Nationella rådets tak.",
      rule: .figureAtMost(figure: "eget-kapital", limit: "eget-kapital-tak")),
    Goal(
      id: "budget", year: 2022, kind: .financial, title: "Finansiellt mål 2",
      text: "Resultatet ska vara minst så bra som i budgeten.",
      rule: .figureAtLeast(figure: "arets-resultat", limit: "budgeterat-resultat")),
    Goal(
      id: "arbete", year: 2022, kind: .individual, title: "Deltagarmål 1",
      text: "Minst 60 procent av dem som avslutas ska gå till arbete eller studier.",
      definition: "Arbete med eller utan stöd, och studier, enligt avslutskod.", rule: .shareAtLeast(permille: 600),
      insatsID: "BRON",
      outcomes: [Outcome(met: Tally(women: 17, men: 13), base: Tally(women: 29, men: 17))],
      comment: "Utfallet är {{mal.arbete.andel}}, räknat på {{mal.arbete.bas}} avslutade."),
    Goal(
      id: "stod", year: 2022, kind: .individual, title: "Deltagarmål 2",
      text: "Minst 90 procent ska uppleva stöd och inflytande.", definition: "Svar 5 eller 6 på en sexgradig skala.",
      rule: .shareAtLeast(permille: 900), insatsID: "BRON",
      outcomes: [
        Outcome(title: "Stöd", met: Tally(women: 17, men: 9), base: Tally(women: 23, men: 15)),
        Outcome(title: "Inflytande", met: Tally(women: 15, men: 8), base: Tally(women: 23, men: 15)),
      ],
      comment: "I riket upplevde {{citat.stod-riket}} stöd."),
    Goal(
      id: "traffar", year: 2022, kind: .structural, title: "Strukturmål 1",
      text: "Minst 75 personer ska delta i förbundets kompetensdagar.", rule: .countAtLeast(75),
      outcomes: [Outcome(met: Tally(women: 61, men: 23))]),
    Goal(
      id: "arbetssatt", year: 2022, kind: .structural, title: "Strukturmål 2",
      text: "Parterna ska ha ett gemensamt arbetssätt för överlämning.", rule: .judged, judgedMet: true,
      comment: "Styrelsen bedömer att arbetssättet är infört hos alla parter."),
  ]
}

extension CountTable {
  /// One table of each kind.
  static let examples: [CountTable] = [
    CountTable(
      id: "alder", year: 2022, title: "Nya deltagare i Bron efter ålder och kön", kind: .parts, rowHeading: "Ålder",
      insatsID: "BRON",
      rows: [
        Row(id: "18-29", title: "18–29 år", tally: Tally(women: 14, men: 16)),
        Row(id: "30-44", title: "30–44 år", tally: Tally(women: 16, men: 9)),
        Row(id: "45-64", title: "45–64 år", tally: Tally(women: 11, men: 6)),
      ],
      remark: "Alla nya deltagare under året är med."),
    CountTable(
      id: "rorelse", year: 2022, title: "Deltagare i Bron under året", kind: .flow, rowHeading: "Deltagare",
      insatsID: "BRON",
      rows: [
        Row(id: "ingående", title: "Pågick vid årets början", tally: Tally(women: 21, men: 18)),
        Row(id: "nya", title: "Nya under året", tally: Tally(women: 41, men: 31)),
        Row(id: "avslutade", title: "Avslutade under året", tally: Tally(women: 29, men: 17)),
        Row(id: "pågående", title: "Pågår vid årets slut", tally: Tally(women: 33, men: 32)),
      ]),
    CountTable(
      id: "avslut", year: 2022, title: "Avslutade efter vad de gick till", kind: .separate, rowHeading: "Gick till",
      insatsID: "BRON",
      rows: [
        Row(id: "arbete", title: "Arbete", tally: Tally(women: 11, men: 8)),
        Row(id: "studier", title: "Studier", tally: Tally(women: 6, men: 5)),
      ],
      remark: "Den som både arbetar och studerar räknas i båda raderna."),
  ]
}

extension Survey {
  /// A survey of a six-step scale.
  static let example = Survey(
    id: "deltagare", year: 2022, title: "Deltagarenkät", scale: ["1", "2", "3", "4", "5", "6"], positiveFrom: 5,
    population: "Alla som avslutades i Bron under året", asked: 46, answered: 38, insatsID: "BRON",
    questions: [
      Question(
        id: "stod", text: "Stödet var till nytta", positive: Tally(women: 17, men: 9),
        answered: Tally(women: 23, men: 15)),
      Question(
        id: "inflytande", text: "Jag kunde påverka min planering", positive: Tally(women: 15, men: 8),
        answered: Tally(women: 23, men: 15)),
    ])
}
