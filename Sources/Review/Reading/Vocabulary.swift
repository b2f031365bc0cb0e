/// The kinds of table that a report has, by the name that other programs read.
public enum TableKind: String, Hashable, Sendable, CaseIterable {
  case incomeStatement = "income_statement"
  case balanceSheet = "balance_sheet"
  case cashFlow = "cash_flow"
  case operatingStatement = "operating_statement"
  case balanceRequirement = "balance_requirement"
  case overview = "multi_year_overview"
  case projectNote = "project_follow_up"
  case note = "note"
  case budget = "budget"
  case participants = "participants"
  case survey = "survey"
  case other = "table"

  /// The name in Swedish.
  public var swedish: String {
    switch self {
    case .incomeStatement: "resultaträkningen"
    case .balanceSheet: "balansräkningen"
    case .cashFlow: "kassaflödesanalysen"
    case .operatingStatement: "driftredovisningen"
    case .balanceRequirement: "balanskravsutredningen"
    case .overview: "flerårsöversikten"
    case .projectNote: "projektuppföljningen"
    case .note: "noten"
    case .budget: "budgeten"
    case .participants: "deltagartabellen"
    case .survey: "enkättabellen"
    case .other: "tabellen"
    }
  }
}

/// The words of the field: what the rows and headings of a report are called, and what they mean. A report that calls
/// a row something else is taught here, by one more phrase; nothing else in the room knows a label.
///
/// Phrases are folded (small letters, å and ä as a, ö as o). A row is compared without its signs, numbering and note.
enum Vocabulary {
  /// A meaning and the phrases for it.
  struct Entry: Sendable {
    let key: String
    let phrases: [[UInt8]]
    /// How much the row says of what table it stands in.
    let weight: Int

    init(_ key: String, weight: Int = 2, _ phrases: String...) {
      self.key = key
      self.phrases = phrases.map { Array($0.utf8) }
      self.weight = weight
    }
  }

  /// The rows of each statement.
  static let rows: [TableKind: [Entry]] = [
    .incomeStatement: [
      Entry(
        "operating_income", "verksamhetens intakter", "intakter", "summa verksamhetens intakter", "summa intakter",
        "rorelsens intakter", "rorelseintakter", "totala intakter", "medlemsbidrag", "medlemsavgifter"),
      Entry(
        "operating_costs", "verksamhetens kostnader", "kostnader", "summa verksamhetens kostnader", "summa kostnader",
        "rorelsens kostnader", "rorelsekostnader", "totala kostnader"),
      Entry(
        "depreciation", weight: 1, "avskrivningar", "avskrivning", "av- och nedskrivningar", "avskrivningar enligt plan"
      ),
      Entry(
        "net_cost", "verksamhetens nettokostnad", "verksamhetens nettokostnader", "nettokostnad", "nettokostnader"),
      Entry(
        "operating_result", weight: 3, "verksamhetens resultat", "rorelseresultat", "rorelsens resultat",
        "resultat fore finansiella poster", "resultat fore finansiella intakter och kostnader"),
      Entry(
        "financial_income", weight: 3, "finansiella intakter", "ranteintakter", "finansiella intakter och liknande",
        "ovriga ranteintakter och liknande resultatposter"),
      Entry(
        "financial_costs", weight: 3, "finansiella kostnader", "rantekostnader", "finansiella kostnader och liknande",
        "rantekostnader och liknande resultatposter"),
      Entry(
        "financial_net", "finansnetto", "finansiella poster", "summa finansiella poster",
        "resultat fran finansiella poster"),
      Entry(
        "result_after_financial", weight: 3, "resultat efter finansiella poster", "resultat efter finansnetto",
        "resultat fore extraordinara poster", "resultat efter finansiella intakter och kostnader"),
      Entry("extraordinary", "extraordinara poster", "extraordinara intakter", "extraordinara kostnader"),
      Entry(
        "result_for_year", weight: 1, "arets resultat", "periodens resultat", "resultat", "arets over-/underskott",
        "redovisat resultat"),
    ],
    .balanceSheet: [
      Entry(
        "equipment", "maskiner och inventarier", "inventarier", "materiella anlaggningstillgangar"),
      Entry("fixed_assets", "anlaggningstillgangar", "anlaggningstillgang", "summa anlaggningstillgangar"),
      Entry(
        "receivables", "fordringar", "korta fordringar", "kortfristiga fordringar", "summa fordringar",
        "summa kortfristiga fordringar", "ovriga fordringar"),
      Entry(
        "cash", "kassa och bank", "kassa, bank", "likvida medel", "bank", "kassa/bank", "kassa bank",
        "banktillgodohavande", "bank och kassa"),
      Entry("current_assets_total", weight: 3, "summa omsattningstillgangar"),
      Entry("assets_total", weight: 4, "summa tillgangar", "tillgangar totalt", "totala tillgangar"),
      Entry(
        "equity_opening", "ingaende eget kapital", "eget kapital ingaende", "eget kapital vid arets borjan",
        "ingaende balans eget kapital", "ib eget kapital", "eget kapital ib", "balanserat resultat",
        "balanserat eget kapital",
        "ingaende varde", "ingaende kapital"),
      Entry("equity", "eget kapital"),
      Entry("result_for_year", weight: 1, "arets resultat", "periodens resultat"),
      Entry("other_equity", "ovrigt eget kapital", "annat eget kapital"),
      Entry(
        "equity_total", weight: 3, "summa eget kapital", "utgaende eget kapital", "eget kapital vid arets slut",
        "ub eget kapital",
        "eget kapital ub", "eget kapital utgaende", "totalt eget kapital"),
      Entry(
        "provisions", "avsattningar", "avsattning", "avsattningar for pensioner", "summa avsattningar",
        "avsattning for pensioner"),
      Entry("long_term_liabilities", "langfristiga skulder", "summa langfristiga skulder"),
      Entry("current_liabilities", weight: 3, "kortfristiga skulder", "summa kortfristiga skulder", "korta skulder"),
      Entry("liabilities_total", "summa skulder"),
      Entry(
        "equity_and_liabilities_total", weight: 4, "summa eget kapital, avsattningar och skulder",
        "summa eget kapital avsattningar och skulder", "summa eget kapital och skulder",
        "summa skulder och eget kapital",
        "summa skulder, avsattningar och eget kapital", "summa eget kapital, avsattning och skulder"),
      Entry(
        "contingent", weight: 1, "ansvarsforbindelser", "panter och ansvarsforbindelser", "stallda sakerheter",
        "ansvarsforbindelse"),
    ],
    .cashFlow: [
      Entry("result_for_year", weight: 1, "arets resultat", "periodens resultat", "resultat efter finansiella poster"),
      Entry(
        "non_cash_adjustments", weight: 3, "justering for ej likviditetspaverkande poster",
        "justering for poster som inte ingar i kassaflodet", "justering for ej likviditetspaverkande",
        "justering for avskrivningar", "ej likviditetspaverkande poster",
        "justeringar for poster som inte ingar i kassaflodet"),
      Entry("depreciation", weight: 1, "avskrivningar", "aterforing av avskrivningar", "av- och nedskrivningar"),
      Entry(
        "cash_before_working_capital", weight: 3, "medel fran verksamheten fore forandring av rorelsekapital",
        "kassaflode fran den lopande verksamheten fore forandring av rorelsekapital",
        "kassaflode fran den lopande verksamheten fore forandringar av rorelsekapital",
        "kassaflode fore forandring av rorelsekapital", "medel fran verksamheten"),
      Entry(
        "change_receivables", weight: 3, "okning/minskning kortfristiga fordringar",
        "forandring av kortfristiga fordringar",
        "okning minskning kortfristiga fordringar", "minskning/okning kortfristiga fordringar",
        "okning(-)/minskning(+) kortfristiga fordringar",
        "okning (-) / minskning (+) av kortfristiga fordringar", "okning/minskning av kortfristiga fordringar",
        "okning/minskning fordringar", "forandring fordringar", "forandring kortfristiga fordringar",
        "minskning av kortfristiga fordringar", "okning av kortfristiga fordringar",
        "forandring av fordringar", "okning (-) eller minskning (+) av fordringar"),
      Entry(
        "change_liabilities", weight: 3, "okning/minskning kortfristiga skulder", "forandring av kortfristiga skulder",
        "okning minskning kortfristiga skulder", "minskning/okning kortfristiga skulder",
        "okning(+)/minskning(-) kortfristiga skulder",
        "okning (+) / minskning (-) av kortfristiga skulder", "okning/minskning av kortfristiga skulder",
        "okning/minskning skulder", "forandring skulder", "forandring kortfristiga skulder",
        "minskning av kortfristiga skulder", "okning av kortfristiga skulder",
        "forandring av skulder", "okning (+) eller minskning (-) av skulder"),
      Entry(
        "operating_cash_flow", weight: 4, "kassaflode for den lopande verksamheten",
        "kassaflode fran den lopande verksamheten",
        "kassaflode fran lopande verksamhet", "kassaflode lopande verksamhet",
        "summa kassaflode fran den lopande verksamheten", "kassaflode fran lopande verksamheten"),
      Entry(
        "investing_cash_flow", weight: 3, "kassaflode fran investeringsverksamheten",
        "kassaflode investeringsverksamheten",
        "investeringsverksamheten", "investeringsverksamhet"),
      Entry(
        "financing_cash_flow", weight: 3, "kassaflode fran finansieringsverksamheten",
        "kassaflode finansieringsverksamheten",
        "finansieringsverksamheten", "finansieringsverksamhet"),
      Entry(
        "cash_flow_for_year", weight: 4, "arets kassaflode", "periodens kassaflode", "forandring av likvida medel",
        "summa kassaflode", "arets forandring av likvida medel"),
      Entry(
        "opening_cash", weight: 4, "likvida medel vid arets borjan", "ingaende likvida medel",
        "likvida medel vid periodens borjan",
        "likvida medel ingaende", "likvida medel ib"),
      Entry(
        "closing_cash", weight: 4, "likvida medel vid arets slut", "utgaende likvida medel",
        "likvida medel vid periodens slut",
        "likvida medel utgaende", "likvida medel ub"),
    ],
    .operatingStatement: [
      Entry(
        "net_costs", weight: 3, "nettokostnad", "nettokostnader", "kostnader", "verksamhetens kostnader",
        "verksamhetens nettokostnad", "verksamhetens nettokostnader", "summa kostnader"),
      Entry(
        "member_contributions", weight: 2, "medlemsavgift", "medlemsavgifter", "medlemsbidrag", "bidrag fran medlemmar",
        "intakter", "verksamhetens intakter", "summa intakter"),
      Entry("financial_items", weight: 1, "finansiella poster", "finansnetto", "finansiella intakter och kostnader"),
      Entry("financial_income", weight: 1, "finansiella intakter"),
      Entry("financial_costs", weight: 1, "finansiella kostnader"),
      Entry("result", weight: 1, "resultat", "arets resultat", "periodens resultat"),
      Entry("closing_equity", weight: 2, "utgaende eget kapital", "eget kapital", "eget kapital vid arets slut"),
      Entry("cash", weight: 1, "likvida medel", "kassa och bank"),
      Entry("sum", weight: 0, "summa", "totalt", "total", "summa totalt"),
    ],
    .balanceRequirement: [
      Entry(
        "result_for_year", weight: 2, "arets resultat enligt resultatrakningen", "arets resultat",
        "arets resultat enl resultatrakningen"),
      Entry(
        "capital_gains", weight: 3, "samtliga realisationsvinster", "realisationsvinster", "avgar realisationsvinster",
        "reducering av samtliga realisationsvinster"),
      Entry(
        "capital_gains_exception", weight: 3, "realisationsvinster enligt undantagsmojlighet",
        "realisationsvinster enligt undantagsmojligheter", "justering for realisationsvinster enligt undantagsmojlighet"
      ),
      Entry(
        "capital_losses_exception", weight: 3, "realisationsforluster enligt undantagsmojlighet",
        "realisationsforluster enligt undantagsmojligheter",
        "justering for realisationsforluster enligt undantagsmojlighet"),
      Entry(
        "unrealised_securities", weight: 3, "orealiserade vinster och forluster i vardepapper",
        "orealiserade forluster i vardepapper", "orealiserade vinster"),
      Entry(
        "reversal_unrealised", weight: 3, "aterforing av orealiserade vinster och forluster i vardepapper",
        "aterforing av orealiserade forluster i vardepapper"),
      Entry(
        "special_reasons", weight: 2, "synnerliga skal for att inte aterstalla kapitalet", "synnerliga skal",
        "synnerliga skal att inte aterstalla"),
      Entry(
        "result_after_adjustments", weight: 4, "arets resultat efter balanskravsjusteringar",
        "resultat efter balanskravsjusteringar"),
      Entry(
        "reserve_change", weight: 3, "forandring av resultatutjamningsreserv", "forandring av resultatreserv",
        "medel till resultatutjamningsreserv", "medel fran resultatutjamningsreserv",
        "reservering av medel till resultatreserv", "anvandning av medel fran resultatreserv"),
      Entry(
        "balance_requirement_result", weight: 4, "balanskravsresultat", "arets balanskravsresultat",
        "balanskravsresultat att reglera"),
    ],
    .overview: [
      Entry("operating_income", weight: 1, "verksamhetens intakter", "intakter", "summa intakter"),
      Entry(
        "operating_costs", weight: 1, "verksamhetens kostnader inkl. avskrivningar och finansiella kostnader",
        "verksamhetens kostnader", "kostnader", "verksamhetens kostnader inkl avskrivningar och finansiella kostnader",
        "verksamhetens kostnader inklusive avskrivningar och finansiella kostnader",
        "verksamhetens kostnader inkl finansiella poster",
        "verksamhetens kostnader inkl avskrivningar", "verksamhetens kostnader inkl. avskrivningar"),
      Entry("result_for_year", weight: 1, "arets resultat", "resultat"),
      Entry(
        "solidity", weight: 4, "soliditet", "soliditet %", "soliditet (%)", "soliditet i %", "soliditet i procent",
        "soliditet, %", "soliditet procent"),
      Entry(
        "employees", weight: 4, "antal anstallda", "anstallda", "antal arsarbetare", "antal tillsvidareanstallda",
        "medelantal anstallda"),
      Entry(
        "equity", weight: 1, "eget kapital", "utgaende eget kapital", "eget kapital vid arets slut",
        "summa eget kapital"),
      Entry("assets_total", weight: 1, "summa tillgangar", "balansomslutning", "totala tillgangar"),
      Entry("cash", weight: 1, "likvida medel", "kassa och bank"),
      Entry("member_contributions", weight: 1, "medlemsavgifter", "medlemsbidrag"),
    ],
    .budget: [
      Entry(
        "income", weight: 2, "medlemsintakter", "intakter", "summa intakter", "totala intakter",
        "verksamhetens intakter", "summa medlemsavgifter", "summa medlemsbidrag", "medlemsbidrag", "medlemsavgifter",
        "bidrag fran medlemmarna"),
      Entry(
        "costs", weight: 2, "totala kostnader", "kostnader", "summa kostnader", "kostnader totalt",
        "verksamhetens kostnader"),
      Entry("common_costs", weight: 3, "gemensamma kostnader", "summa gemensamma kostnader"),
      Entry("member_costs", weight: 3, "medlemskostnader", "summa medlemskostnader", "insatser", "summa insatser"),
      Entry("result", weight: 1, "arets resultat", "resultat", "budgeterat resultat"),
      Entry(
        "opening_equity", weight: 2, "ingaende eget kapital, prognos", "ingaende eget kapital", "eget kapital ingaende"),
      Entry(
        "closing_equity", weight: 2, "utgaende eget kapital, prognos", "utgaende eget kapital", "eget kapital utgaende"),
    ],
    .projectNote: [Entry("sum", weight: 0, "summa", "totalt", "total", "summa insatser", "summa projekt")],
  ]

  /// What a title is called, by the kind of table beneath it.
  static let titles: [(phrase: String, kind: TableKind)] = [
    ("balanskrav", .balanceRequirement), ("resultatrakning", .incomeStatement), ("balansrakning", .balanceSheet),
    ("kassaflodesanalys", .cashFlow), ("kassaflode", .cashFlow), ("finansieringsanalys", .cashFlow),
    ("driftredovisning", .operatingStatement), ("driftsredovisning", .operatingStatement),
    ("drift- och investeringsredovisning", .operatingStatement), ("budgetuppfoljning", .operatingStatement),
    ("budgetavrakning", .operatingStatement),
    ("budgetutfall", .operatingStatement), ("budgetavvikelse", .operatingStatement),
    ("projektuppfoljning", .projectNote), ("insatsuppfoljning", .projectNote),
    ("uppfoljning av beviljad", .projectNote),
    ("oversikt over verksamhetens utveckling", .overview), ("flerarsoversikt", .overview),
    ("femarsoversikt", .overview),
    ("fem ar i sammandrag", .overview),
    ("budget 20", .budget), ("budget ar 20", .budget), ("budget for 20", .budget), ("budget och", .budget),
  ]

  /// What rows that add others are called.
  static let sums = [
    "summa", "delsumma", "totalt", "total", "slutsumma", "samtliga", "s:a", "totalsumma", "tot", "sum", "totala",
    "delsumma:",
  ]

  /// What stands in the cell of a row that has nothing to say.
  static let nothing: Set<String> = [
    "-", "--", "---", "inga", "ingen", "inget", "saknas", "n/a", "na", "nil", "*", ".", "..", "...", "?", "e.u.", "eu",
    "x",
  ]

  /// The last word of a label that goes on in the next line.
  static let opens: Set<String> = [
    "och", "av", "for", "till", "fran", "i", "med", "den", "lopande", "samt", "eller", "ej", "finansierade",
  ]

  /// What stands instead of a count that is too small to be told.
  static let withheld = [
    "farre an", "mindre an 5", "< 5", "<5", "< 10", "<10", "1-4", "1 - 4", "rojande", "sekretess",
    "skyddat antal",
  ]

  /// Words of guidance that belong to a template and not to a report.
  static let guidance = [
    "ska de inte skriva under i egenskap", "har skriver ni", "fyll i har", "skriv har", "[fyll", "[ange", "[skriv",
    "xxx xxx",
    "lorem ipsum", "mallen", "beskriv kortfattat", "exempeltext", "hjalptext", "instruktion:", "anvisning:",
    "tas bort innan",
    "ta bort denna text", "denna text tas bort", "har anges", "har beskrivs kortfattat hur", "(ange ", "<ange",
    "(har beskriv", "(har redogor", "(har redovisas", "(har ska",
    "har kan forbundet",
    "i detta avsnitt ska", "under denna rubrik ska", "under den har rubriken",
  ]

  /// Employers, which a member of a board does not sign for.
  static let employers = [
    "_fk_", "_af_", "forsakringskassan", "arbetsformedlingen", "_vg region", "vgr", "region ", "kommun", "regionen",
  ]

  /// Words that make a number inexact.
  static let hedges = [
    "cirka", "_ca_", "_ca.", "ungefar", "omkring", "drygt", "knappt", "nastan", "narmare", "runt", "over_", "uppat",
    "minst", "hogst",
    "mer an", "fler an", "uppskattningsvis", "ett par", "flera",
  ]

  /// The row's key in a table of that kind, and how sure it is in hundredths.
  static func key(of label: [UInt8], in kind: TableKind) -> (key: String, confidence: Int, weight: Int)? {
    guard let entries = rows[kind], label.count >= 3 else { return nil }
    for entry in entries where entry.phrases.contains(label) { return (entry.key, 99, entry.weight) }
    // A label may go on after the phrase: `Årets resultat 2022`, `Kortfristiga skulder (not 5)`.
    var best: (entry: Entry, size: Int)?
    for entry in entries {
      for phrase in entry.phrases
      where phrase.count >= 9 && phrase.count > (best?.size ?? 0) && label.count > phrase.count {
        guard label.starts(with: phrase), !label[phrase.count].isWordByte else { continue }
        let rest = Array(label[phrase.count...])
        guard rest.count <= 28 || phrase.count >= 20 else { continue }
        best = (entry, phrase.count)
      }
    }
    var close: (entry: Entry, distance: Int)?
    for entry in entries {
      for phrase in entry.phrases where phrase.count >= 6 {
        let limit = Swift.min(close.map { $0.distance - 1 } ?? Int.max, Swift.min(4, phrase.count / 6))
        guard limit >= 1, best == nil || phrase.count > (best?.size ?? 0) + 4 else { continue }
        let distance = editDistance(label, phrase, limit: limit)
        if distance <= limit { close = (entry, distance) }
      }
    }
    if let close { return (close.entry.key, 88 - 4 * close.distance, close.entry.weight) }
    return best.map { ($0.entry.key, 92, $0.entry.weight) }
  }

  /// What kind of table a title announces.
  static func kind(ofTitle bytes: [UInt8]) -> TableKind? {
    // A row of the analysis begins as its title does.
    if ["kassaflode fran ", "kassaflode for ", "kassaflode fore "].contains(where: {
      bytes.starts(with: Array($0.utf8))
    }) {
      return nil
    }
    for (phrase, kind) in titles {
      let words = Array(phrase.utf8)
      if bytes.starts(with: words) { return kind }
      guard words.count >= 12 else { continue }
      let head = Array(bytes.prefix(words.count))
      if editDistance(head, words, limit: 2) <= 2 { return kind }
    }
    return nil
  }
}
