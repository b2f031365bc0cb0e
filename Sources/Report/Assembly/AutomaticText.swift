import Association
import Ledger
import Statements

/// The sentences that facts alone suffice for. They are written with the same named figures as the association's own
/// texts, and nothing in them tells anybody what to write.
struct AutomaticText {
  let assembly: Assembly

  init(_ assembly: Assembly) { self.assembly = assembly }

  var source: AnnualReport.Source { assembly.source }
  var association: Association { assembly.source.association }

  /// What stands before the association's own text.
  func lead(_ chapter: String, hasOwnText: Bool) -> [Block] {
    guard !hasOwnText else { return [] }
    switch chapter {
    case "forvaltningsberattelse":
      return blocks(
        """
        Styrelsen för \(association.name.escaped), organisationsnummer \(association.organisationNumber.escaped), \
        lämnar årsredovisning för räkenskapsåret {{rakenskapsar}}.
        """)
    case "uppdrag": return blocks(AutomaticText.tasks)
    case "finansiering":
      return blocks(
        """
        Medlemmarna finansierar förbundet enligt 5 § lagen (2003:1210) om finansiell samordning av \
        rehabiliteringsinsatser: staten med hälften, regionen med en fjärdedel och kommunerna med en fjärdedel.
        """)
    default: return []
    }
  }

  /// What stands after the association's own text and before the tables.
  func following(_ chapter: String) -> [Block] {
    switch chapter {
    case "organisation": members
    case "finansiering": has("medlemsbidrag") ? blocks("Bidragen för året är {{medlemsbidrag}}.") : []
    case "finansiella-mal": goals(.financial)
    case "uppfoljning-individ": goals(.individual)
    case "uppfoljning-struktur": goals(.structural)
    case "balanskrav": balanceRequirementText
    case "eget-kapital": equityText
    case "avvikelser": deviationText
    case "styrning": controlText
    case "driftredovisning": budgetText
    case "investeringsredovisning": investmentText
    case "underskrift": signatureText
    case "revisorernas-pateckning": auditorText
    default: []
    }
  }

  /// What stands last in the chapter.
  func closing(_ chapter: String) -> [Block] { chapter == "insatser" ? insatser : [] }

  /// Blocks of a text of our own. Its names are known to be right, or their absence is a gap that a check finds.
  func blocks(_ text: String, file: String = "text") -> [Block] {
    assembly.markdown.blocks(of: text, file: file).value
  }

  /// Whether there is a figure of that name.
  func has(_ name: String) -> Bool { assembly.catalogue[name] != nil }

  /// The exact amount of a named figure, zero where there is none.
  func amount(_ name: String) -> Money { assembly.catalogue[name]?.amount ?? .zero }

  private var members: [Block] {
    let day = source.books.year.last
    let members = association.members.filter { ($0.joined ?? day) <= day && day <= ($0.left ?? day) }
    guard !members.isEmpty else { return [] }
    return blocks(
      "Medlemmar den {{balansdag}}:\n\n" + members.map { "- \($0.name.escaped)" }.joined(separator: "\n"))
  }

  private var insatser: [Block] {
    guard let register = assembly.tables["insatser"] else { return [] }
    return association.insatser.filter { register.row($0.id) != nil }.flatMap { insats -> [Block] in
      var told: [Block] = []
      if !insats.purpose.isEmpty { told += blocks(insats.purpose, file: "insats/\(insats.id)") }
      if !insats.targetGroup.isEmpty { told += blocks("**Målgrupp:** \(insats.targetGroup.escaped)") }
      let name = "insats.\(insats.id)"
      var sentences: [String] = []
      if has("\(name).utfall"), has("\(name).ram") {
        sentences.append(use(ofFrame: name))
      } else if has("\(name).utfall") {
        sentences.append("Kostnaden är {{\(name).utfall}}.")
      }
      if assembly.catalogue["\(name).deltagare"]?.withheld != nil {
        sentences.append("Antalet deltagare är {{\(name).deltagare}}.")
      } else if has("\(name).deltagare"), has("\(name).kostnad-per-deltagare") {
        sentences.append(
          "{{\(name).deltagare}} har deltagit, vilket ger {{\(name).kostnad-per-deltagare}} per deltagare.")
      }
      if !sentences.isEmpty { told += blocks(sentences.joined(separator: " ")) }
      return told.isEmpty ? [] : [.heading(level: 1, [.text(insats.name)])] + told
    }
  }

  /// How an insats has used its frame: part of it, all of it, nothing of it, or more than it.
  private func use(ofFrame name: String) -> String {
    let frame = amount("\(name).ram").rounded(toUnitsOf: 100)
    let cost = amount("\(name).utfall").rounded(toUnitsOf: 100)
    if cost == frame { return "Hela ramen på {{\(name).ram}} har använts." }
    if cost == 0 { return "Ingenting av ramen på {{\(name).ram}} har använts." }
    guard cost > frame, has("\(name).differens") else {
      return "Av ramen på {{\(name).ram}} har {{\(name).utfall}} använts."
    }
    return "Kostnaden är {{\(name).utfall}}, {{\(name).differens|belopp}} mer än ramen på {{\(name).ram}}."
  }

  /// The tasks of a samordningsförbund (lag 2003:1210 § 7), in words of our own.
  private static let tasks = """
    Förbundet ska enligt 7 § lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser

    - besluta om mål och riktlinjer för den finansiella samordningen
    - stödja samverkan mellan parterna
    - finansiera insatser som ligger inom parternas samlade ansvar
    - besluta hur medlen ska användas
    - följa upp och utvärdera insatserna
    - upprätta budget och årsredovisning.
    """
}

extension String {
  /// The text with what means something in Markdown marked as plain, on one line: no name of a member or a goal can
  /// be taken for a named figure.
  var escaped: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": text += " "
      case "{": text.unicodeScalars.append(Markdown.plainBrace)
      case "[": text.unicodeScalars.append(Markdown.plainBracket)
      case "\\", "`", "*", "_", "]", "<", ">", "#", "&", "!", "|", "~", "}", "+", "-", "(", ")":
        text += "\\"
        text.unicodeScalars.append(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
