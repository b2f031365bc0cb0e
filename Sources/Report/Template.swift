/// The chapters of an annual report in the order of the national template (domain 2.3), as data.
///
/// The template knows headings, never guidance: what the association has not written is not printed in its stead.
public enum Template {
  /// A chapter of the template.
  public struct Entry: Hashable, Sendable {
    /// A stable name, by which texts say where they belong.
    public let id: String
    /// The heading.
    public let title: String
    /// 1 for a chapter, 2 for a section, 3 for a subsection.
    public let level: Int
    /// Whether it is counted when chapters are numbered.
    public let isNumbered: Bool
    /// Whether it stands there even when there is nothing to say: the law asks for it (LKBR 4:1, 11:1–11).
    public let isRequired: Bool
    /// Whether the association is expected to write in it: a required one without a text is found by a check.
    public let expectsText: Bool
    /// The tables that stand there, after the text, unless a text has placed them. `antal-*` is every table whose
    /// name begins so.
    public let tables: [String]
    /// The diagrams that stand there, in the same way; those of `malserie-*` are named as their tables.
    public let diagrams: [String]
  }

  private static func entry(
    _ level: Int, _ id: String, _ title: String, isNumbered: Bool = true, isRequired: Bool = false,
    expectsText: Bool = false, tables: [String] = [], diagrams: [String] = []
  ) -> Entry {
    Entry(
      id: id, title: title, level: level, isNumbered: isNumbered, isRequired: isRequired, expectsText: expectsText,
      tables: tables, diagrams: diagrams)
  }

  /// The chapters, in order.
  public static let entries: [Entry] = [
    entry(1, "ordforande", "Ordförande har ordet", isNumbered: false),
    entry(1, "forvaltningsberattelse", "Förvaltningsberättelse", isRequired: true),
    entry(2, "organisation", "Organisation", isNumbered: false, isRequired: true),
    entry(2, "uppdrag", "Uppdrag", isNumbered: false, isRequired: true),
    entry(2, "finansiering", "Finansiering", isNumbered: false, isRequired: true, tables: ["medlemsbidrag"]),
    entry(2, "verksamhetside", "Verksamhetsidé och vision", isNumbered: false),
    entry(
      2, "oversikt", "Översikt över verksamhetens utveckling", isRequired: true, tables: ["oversikt"],
      diagrams: ["resultat-och-eget-kapital"]),
    entry(
      2, "viktiga-forhallanden", "Viktiga förhållanden för resultat och ekonomisk ställning", isRequired: true,
      expectsText: true),
    entry(2, "handelser", "Händelser av väsentlig betydelse", isRequired: true, expectsText: true),
    entry(
      2, "styrning", "Styrning och uppföljning av verksamheten", isRequired: true, expectsText: true,
      tables: ["internkontroll"]),
    entry(
      2, "hushallning", "God ekonomisk hushållning, måluppfyllelse och ekonomisk ställning", isRequired: true,
      expectsText: true, tables: ["maluppfyllelse", "malserie-*"], diagrams: ["malserie-*"]),
    entry(3, "finansiella-mal", "Finansiella mål"),
    entry(3, "balanskrav", "Balanskravsresultat", isRequired: true, tables: ["balanskrav"]),
    entry(3, "verksamhet", "Verksamheten under året"),
    entry(
      3, "insatser", "Insatser", tables: ["insatser", "finsamplaner", "kostnad-per-deltagare"],
      diagrams: ["insatser-ram-och-utfall"]),
    entry(
      3, "uppfoljning-individ", "Uppföljning och resultat för individinriktade insatser",
      tables: ["antal-*", "enkat-*", "progression-*"], diagrams: ["deltagare-efter-kon"]),
    entry(
      3, "uppfoljning-struktur", "Uppföljning och resultat för strukturinriktade insatser",
      tables: ["gruppmoten", "aktiviteter", "hinder"], diagrams: ["hinder-i-hissen"]),
    entry(
      3, "eget-kapital", "Eget kapital", isRequired: true, tables: ["eget-kapital-tak"],
      diagrams: ["eget-kapital-och-tak"]),
    entry(2, "personal", "Väsentliga personalförhållanden", isRequired: true, expectsText: true, tables: ["personal"]),
    entry(2, "forvantad-utveckling", "Förväntad utveckling", isRequired: true, expectsText: true),
    entry(2, "avvikelser", "Avvikelser"),
    entry(1, "resultatrakning", "Resultaträkning", isRequired: true, tables: ["resultatrakning"]),
    entry(1, "balansrakning", "Balansräkning", isRequired: true, tables: ["balansrakning"]),
    entry(1, "kassaflode", "Kassaflödesanalys", isRequired: true, tables: ["kassaflode"]),
    entry(1, "driftredovisning", "Driftredovisning", isRequired: true, tables: ["driftredovisning"]),
    entry(
      1, "investeringsredovisning", "Investeringsredovisning", isRequired: true, tables: ["investeringsredovisning"]),
    entry(1, "noter", "Noter", isRequired: true),
    entry(1, "underskrift", "Styrelsens underskrift", isRequired: true),
    entry(1, "revisorernas-pateckning", "Revisorernas påteckning"),
    entry(1, "bilagor", "Bilagor"),
  ]

  /// Texts that stand inside another chapter: in the note of accounting principles, and before the other notes.
  public static let extraTextIDs: Set<String> = ["redovisningsprinciper"]

  /// How the id of an appendix of the association's own begins; what follows is free.
  public static let appendixPrefix = "bilaga-"

  /// Whether a text of that chapter is printed somewhere.
  public static func knows(_ chapterID: String) -> Bool {
    entries.contains { $0.id == chapterID } || extraTextIDs.contains(chapterID)
      || chapterID.utf8.starts(with: appendixPrefix.utf8)
  }
}
