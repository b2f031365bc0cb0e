import Ledger

extension Check {
  /// The manual's page of all checks, printed from the checks themselves. The example messages are what each check says
  /// of the report it has spoiled.
  public static func manual(example: AnnualReport) -> String {
    var text = """
      # Kontroller

      Det här är de \(all.count) kontroller som varje årsredovisning går igenom. De stoppar ingenting, men ett fel som
      varken är rättat eller besvarat gör att rapporten kallas utkast.

      * **fel** – rapporten säger något som inte stämmer, eller saknar något som lagen kräver.
      * **varning** – se efter.
      * **upplysning** – bra att veta.

      Den som vill låta något stå svarar med kontrollens namn, platsen och skälet; svaret sparas och trycks vid fyndet.
      LKBR är lagen (2018:597) om kommunal bokföring och redovisning, KL kommunallagen (2017:725).

      Sidan skrivs av programmet: ändra kontrollen, inte sidan.

      """
    for check in all {
      var spoiled = example
      check.spoil(&spoiled)
      let found = check.find(spoiled).first
      text += "\n## \(check.code)\n\n\(check.question)\n\n"
      text += "* **Varför:** \(check.reason)\n* **Vad du gör:** \(check.mend)\n"
      guard let found else { continue }
      text += "* **Allvar:** \(found.severity.swedish)\n"
      let message = found.message.replacing("\u{00A0}", by: " ")
      text += "\n> \(message)\n"
    }
    return text
  }
}

extension Diagnostic.Severity {
  /// The word for the severity: `fel`, `varning`, `upplysning`.
  fileprivate var swedish: String {
    switch self {
    case .error: "fel"
    case .warning: "varning"
    case .note: "upplysning"
    }
  }
}
