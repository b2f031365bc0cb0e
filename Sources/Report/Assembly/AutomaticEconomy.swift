import Association
import Ledger
import Statements

/// Sentences about result, equity and accounting.
extension AutomaticText {
  /// The note of accounting principles: the law, and where it is said how amounts are rounded.
  var principles: [Block] {
    blocks(
      """
      Årsredovisningen är upprättad enligt lagen (2018:597) om kommunal bokföring och redovisning i de delar som \
      gäller samordningsförbund (24 § lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser) och \
      rekommendationer från Rådet för kommunal redovisning.

      Bokföringen görs i öre. Hur beloppen är avrundade när de trycks sägs under resultaträkningen.
      """) + blocks(deviationReference)
  }

  /// The cost of audit (LKBR 9:13), as a sentence above its table.
  var auditSentence: [Block] {
    amount("revisionskostnad") == .zero
      ? blocks("Ingen kostnad för revision är bokförd under året.")
      : blocks("Revisorernas granskning av räkenskaper och årsredovisning har kostat {{revisionskostnad}}.")
  }

  var deviationText: [Block] { blocks(deviationReference) }

  var balanceRequirementText: [Block] {
    let requirement = association.balanceRequirements.first { $0.year == assembly.year }
    let result = amount("arets-resultat")
    let balanced = amount("balanskravsresultat")
    var texts = [
      balanced == result
        ? "Årets resultat har inte justerats. Balanskravsresultatet är därför {{balanskravsresultat}}, detsamma som "
          + "årets resultat."
        : "Efter justeringar av årets resultat, {{arets-resultat}}, är balanskravsresultatet {{balanskravsresultat}}."
    ]
    if let requirement, requirement.exceptionalAmount != .zero {
      let decided = requirement.exceptionalDecision.words.map { " (styrelsens beslut \($0))" } ?? ""
      let name = has("balanskrav.synnerliga-skal") ? "{{balanskrav.synnerliga-skal|belopp}}" : "beloppet"
      texts.append("Styrelsen åberopar synnerliga skäl för att inte återställa \(name)\(decided.escaped).")
      if !requirement.exceptionalReason.isEmpty { texts.append(requirement.exceptionalReason.escaped) }
    }
    let told = requirement.map { blocks($0.restoration, file: "balanskrav") } ?? []
    return blocks(texts.joined(separator: "\n\n")) + told
  }

  /// Said when nothing has been bought or sold in the year, also where last year's investments make a table.
  var investmentText: [Block] {
    let table = assembly.tables["investeringsredovisning"]
    let isEmpty = table?.rows.allSatisfy { row in
      row.role != .total || table?.figure(row.id)?.amount == .zero
    }
    return isEmpty ?? true ? blocks("Inga investeringar har gjorts under året.") : []
  }

  var equityText: [Block] {
    guard has("eget-kapital") else { return [] }
    guard has("eget-kapital-tak"), amount("eget-kapital-tak") != .zero else {
      return blocks("Det egna kapitalet är {{eget-kapital}} vid årets slut.")
    }
    let room = amount("eget-kapital-utrymme")
    let judged =
      room < .zero
      ? "det egna kapitalet är {{eget-kapital-utrymme|belopp}} större än taket"
      : "det finns ett utrymme på {{eget-kapital-utrymme}} upp till taket"
    return blocks(
      """
      Det egna kapitalet är {{eget-kapital}} vid årets slut. Taket enligt Nationella rådets rekommendation är \
      {{eget-kapital-tak}}, och \(judged).
      """)
  }

  var budgetText: [Block] {
    guard has("budgetavvikelse"), association.budgets.contains(where: { $0.year == assembly.year }) else { return [] }
    let deviation = amount("budgetavvikelse")
    // In the unit of the table beneath, or the sentence would seem to be rounded otherwise.
    let form = assembly.tables["driftredovisning"]?.unit == .thousands ? "tkr,belopp" : "belopp"
    let judged =
      deviation == .zero
      ? "är detsamma som i budgeten"
      : "är {{budgetavvikelse|\(form)}} \(deviation > .zero ? "bättre" : "sämre") än i budgeten"
    return blocks("Årets resultat \(judged).")
  }

  /// When the board decided the budget that the appendix shows; empty where nothing is said of it.
  var budgetDecisionText: [Block] {
    guard let budget = association.budget(for: assembly.year), budget.decision.date != nil,
      let decided = budget.decision.words
    else { return [] }
    let name = budget.version > 1 ? "den reviderade budgeten" : "budgeten"
    return blocks("Styrelsen beslutade \(name) \(decided.escaped).")
  }

  /// The sentence above the signatures, with the day where the report has been signed.
  var signatureText: [Block] {
    let facts = association.reportFacts(year: assembly.year)
    var text = """
      Styrelsen intygar att årsredovisningen ger en rättvisande bild av förbundets verksamhet, av dess kostnader och \
      intäkter och av dess ekonomiska ställning.
      """
    if has("beslutsdag") {
      let paragraph = facts.decision.paragraph.isEmpty ? "" : " (\(facts.decision.paragraph.keptTogether))"
      text += "\n\nStyrelsen beslutade om årsredovisningen den {{beslutsdag}}\(paragraph.escaped)."
    }
    if let day = facts.signedOn { text += "\n\nUnderskriven den \(Numerals.date(day))." }
    return blocks(text)
  }

  var auditorText: [Block] {
    association.reportFacts(year: assembly.year).auditors.isEmpty
      ? []
      : blocks(
        "Revisionsberättelsen lämnas i en egen handling. Revisorernas underskrifter nedan hänvisar till den.")
  }

  private var deviationReference: String {
    guard let table = assembly.tables["avvikelser"], let number = assembly.noteNumber(of: table.id) else { return "" }
    let count = Int64(table.rows.count)
    let told = "\(Numerals.words(count, oneIs: "en")) \(count == 1 ? "rekommendation" : "rekommendationer")"
    return "Förbundet avviker från \(told). \(count == 1 ? "Skälet" : "Skälen") står i not \(number) (LKBR 4 kap. 3 §)."
  }
}

extension Decision {
  /// The decision as a sentence refers to it, `den 19 november 2021, § 45`; nil where nothing is said of it.
  var words: String? {
    let words = [date.map { "den \(Numerals.date($0))" } ?? "", paragraph.keptTogether].filter { !$0.isEmpty }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

extension String {
  /// The words with no line break after a paragraph sign.
  var keptTogether: String { pieces(separatedBy: "§ ").joined(separator: "§\(Numerals.space)") }
}
