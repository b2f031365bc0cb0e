import Desk
import Ledger
import Report
import Store

/// What was done, in words: one sentence per line of history, without who and when.
enum HistoryWords {
  /// The sentence. `tables` are those of the association that the line changed, where it is known, and `user`
  /// where it added one.
  static func sentence(_ line: HistoryLine, tables: [String] = []) -> String {
    sentence(line.act, line.subject, tables: tables)
  }

  static func sentence(_ act: HistoryLine.Act, _ subject: String, tables: [String] = []) -> String {
    switch act {
    case .create: return "Gjorde boken för \(subject)"
    case .association:
      // What was read in a report says so in the line; else the subject is the association's name.
      return edited(tables) + (subject.hasPrefix(HistoryTaking.sourcePrefix) ? ", ur \(subject)" : "")
    case .answer: return "Besvarade en anmärkning: \(subject)"
    case .openYear: return "Öppnade räkenskapsåret \(subject)"
    case .voucher: return "Bokförde verifikation \(subject)"
    case .reversal: return reversed(subject)
    case .closeMonth: return "Stängde \(monthName(subject))"
    case .reopenMonth: return "Öppnade \(monthName(subject)) igen"
    case .closeYear: return "Stängde räkenskapsåret \(subject)"
    case .reopenYear: return "Öppnade räkenskapsåret \(subject) igen"
    case .endYear: return "Gjorde bokslut för \(subject)"
    case .attachment: return "Tog emot underlaget \(subject)"
    case .importFile: return "Läste in filen \(subject)"
    case .user: return "\(tables.contains("user") ? "Lade till" : "Ändrade") användaren \(subject)"
    case .makeLink: return "Gjorde en ny länk för användaren \(subject)"
    case .endSecondFactor: return "Slog av tvåfaktor för användaren \(subject)"
    case .choosePassword: return "Valde lösenord med en länk för användaren \(subject)"
    case .comment: return "Kommenterade \(ThingPlace(subject).words)"
    case .endComment: return "Avslutade en kommentar om \(ThingPlace(subject).words)"
    case .markChapter: return marked(subject)
    case .keepVersion: return "Sparade en version av årsredovisningen: \(subject)"
    case .keepInstrument: return "Sparade enkätformuläret \(subject)"
    case .openSurvey: return "Öppnade enkäten \(subject)"
    case .changeAsked: return "Ändrade antalet tillfrågade i enkäten \(subject)"
    case .makeSurveyCodes: return "Gjorde koder till enkäten \(subject)"
    case .closeSurvey: return "Stängde enkäten \(subject)"
    case .decideOrder: return "Förde in \(subject) som beslutad"
    case .proposeControls: return "Sparade förslaget till internkontrollplan \(subject)"
    case .decideControls: return "Förde in styrelsens beslut om internkontrollplanen \(subject)"
    case .controlResult: return "Förde in resultatet av kontroll \(subject)"
    case .destroyDocuments: return "Noterade att handlingar är förstörda: \(subject)"
    case .diarySeries: return "Valde \(subject) som början på diarienummer"
    case .registerEntry: return "Diarieförde \(subject)"
    case .changeEntry: return "Ändrade diariets post \(subject)"
    case .governingVersion: return "Lade in styrdokumentet \(subject)"
    case .governingReview: return "Noterade översyn av \(subject)"
    case .endGoverning: return "Noterade att \(subject) inte längre gäller"
    case .showGoverning: return "Ändrade om \(subject) visas öppet"
    case .publish: return "Lade ut \(subject) på den öppna sidan"
    case .endPublication: return "Tog bort \(subject) från den öppna sidan"
    case .publicPage: return subject == "on" ? "Slog på den öppna sidan" : "Slog av den öppna sidan"
    case .judgeText: return "Gick igenom ett fritextsvar i enkäten \(subject)"
    case .planMeeting: return "Planerade styrelsens möte \(subject)"
    case .callMeeting: return "Noterade kallelsen till styrelsens möte \(subject)"
    case .openMeeting: return "Öppnade styrelsens möte \(subject)"
    case .attendMeeting: return "Antecknade närvaron vid styrelsens möte \(subject)"
    case .decideMeeting: return "Förde in styrelsens beslut \(subject)"
    case .strikeDecision: return "Strök ett beslut som blivit fel infört: \(subject)"
    case .reserveMeeting: return "Antecknade en reservation mot \(subject)"
    case .closeMeeting: return "Avslutade styrelsens möte \(subject)"
    case .cancelMeeting: return "Ställde in styrelsens möte \(subject)"
    case .delegatedDecision: return "Förde in ett delegationsbeslut: \(subject)"
    case .reportObstacle: return "Rapporterade hinder \(subject)"
    case .assignObstacle: return "Ändrade ägare eller datum för hinder \(subject)"
    case .solveObstacle: return "Löste hinder \(subject)"
    case .declineObstacle: return "Avslog hinder \(subject)"
    case .passObstacle: return "Skickade vidare hinder \(subject)"
    case .reopenObstacle: return "Tog upp hinder \(subject) igen"
    case .joinObstacle: return "Förde samman hinder \(subject)"
    case .separateObstacle: return "Skilde ut hinder \(subject)"
    case .referObstacle: return "Ändrade vad hinder \(subject) är kopplat till"
    case .openObstacleChannel: return "Gjorde en rapportlänk för hinder från \(subject)"
    case .endObstacleChannel: return "Stängde rapportlänken för hinder från \(subject)"
    case .noteMinutes: return "Skrev i protokollet från styrelsens möte \(subject)"
    case .closeMinutes: return "Lämnade protokollet till justering: \(subject)"
    case .adjustMinutes: return "Justerade protokollet \(subject)"
    case .postNotice: return "Antecknade att anslaget är uppsatt: \(subject)"
    case .confirmNotice: return "Bekräftade att anslaget är uppsatt: \(subject)"
    case .takeDownNotice: return "Antecknade att anslaget är nedtaget: \(subject)"
    case .deliverCounts: return "Lämnade leverans \(subject)"
    case .acceptDelivery: return "Godkände leverans \(subject)"
    case .returnDelivery: return "Ställde en fråga om leverans \(subject)"
    case .deliveryKey: return "Registrerade nyckeln \(subject) för leveranser"
    case .endDeliveryKey: return "Spärrade nyckeln \(subject) för leveranser"
    case .releaseCounts: return "Lämnade ut antal personer för \(subject)"
    case .practice: return "Märkte boken som övning"
    case .document: return "Lade ett underlag till verifikation \(subject)"
    case .undoImport: return "Ångrade inläsningen av \(subject)"
    case .saveBudget: return "Sparade förslaget till budget \(subject)"
    case .consultBudget: return "Noterade samrådet om budget \(subject)"
    case .announceBudget: return "Noterade kungörelsen av mötet om budget \(subject)"
    case .publishBudget: return "Noterade att förslaget till budget \(subject) ligger på webbplatsen"
    case .decideBudget: return "Noterade styrelsens beslut om budget \(subject)"
    case .discardBudget: return "Kasserade förslaget till budget \(subject)"
    case .requisition: return "Begärde pengar, rekvisition \(subject)"
    case .returnRequisition: return "Ställde en fråga om rekvisition \(subject)"
    case .attestRequisition: return "Attesterade rekvisition \(subject)"
    case .bookRequisition: return "Bokförde rekvisition \(subject)"
    case .payRequisition: return "Betalade rekvisition \(subject)"
    case .withdrawRequisition: return "Tog tillbaka rekvisition \(subject)"
    case .frameOverrun: return "Sa varför ramen överskrids: \(subject)"
    case .repayment: return "Bokförde en återbetalning: \(subject)"
    case .finalCost: return "Lämnade årsbesked: \(subject)"
    case .accrual: return "Periodiserade skulder till insatser \(subject)"
    case .releaseAccrual: return "Löste upp en upplupen kostnad: \(subject)"
    case .applyForGrant: return "Skrev ansökan om \(subject)"
    case .prepareGrant: return "Beredde ansökan om \(subject)"
    case .decideGrant: return "Förde in styrelsens beslut om \(subject)"
    case .rejectGrant: return "Förde in styrelsens avslag på \(subject)"
    case .withdrawGrant: return "Återkallade ansökan om \(subject)"
    case .agreeGrant: return "Förde in avtalet om \(subject)"
    case .reportGrant: return "Rapporterade om \(subject)"
    case .acceptReport: return "Godkände en rapport om \(subject)"
    case .returnReport: return "Skickade tillbaka en rapport om \(subject) med en fråga"
    case .followUp: return "Skrev hur \(subject) står i Uppföljning Finsam"
    case .handOver: return "Förde nya deltagare till Uppföljning Finsam: \(subject)"
    case .holdGroupMeeting: return "Förde in gruppmötet \(subject)"
    case .correctGroupMeeting: return "Rättade gruppmötet \(subject)"
    case .withdrawGroupMeeting: return "Tog tillbaka gruppmötet \(subject)"
    case .savePlan: return "Skrev FINSAM-planen för \(subject)"
    case .decidePlan: return "Förde in beslutet om FINSAM-planen för \(subject)"
    case .dropPlanChange: return "Kasserade ändringen av FINSAM-planen för \(subject)"
    case .linkPlan: return "Kopplade en insats till FINSAM-planen för \(subject)"
    case .followUpPlan: return "Följde upp FINSAM-planen för \(subject)"
    case .bankStatement: return "Läste in kontoutdrag för konto \(subject)"
    case .bankMatch: return "Parade ihop kontoutdrag och bokföring på konto \(subject)"
    case .endBankMatch: return "Löste upp en parning på konto \(subject)"
    case .claimVAT: return "Sökte ersättning för moms: \(subject)"
    case .creditVAT: return "Tog emot ersättning för moms: \(subject)"
    case .receiveInvoice: return "Tog emot e-fakturan \(subject)"
    case .invoiceStep: return "Gick vidare med e-fakturan \(subject)"
    case .contributionRate: return "Angav en sats för arbetsgivaravgifter: \(subject)"
    case .payFees: return "Bokförde arvoden: \(subject)"
    case .withdrawVAT: return "Tog tillbaka en ansökan om ersättning för moms: \(subject)"
    case .bankMonth: return "Stämde av konto \(subject)"
    case .fixCall: return "Fastställde medlemsbidragen för \(subject)"
    case .memberInvoice: return "Utfärdade faktura \(subject)"
    case .creditInvoice: return "Utfärdade kreditfaktura \(subject)"
    case .invoiceDocument: return "Sparade faktura \(subject)"
    case .invoicePayment: return "Prickade av en betalning av faktura \(subject)"
    case .accrueContributions: return "Förde förutbetalda medlemsbidrag till \(subject) års intäkter"
    }
  }

  /// `Ändrade budgeten och målen`.
  private static func edited(_ tables: [String]) -> String {
    var nouns: [String] = []
    for noun in tables.compactMap({ tableNames[$0] }) where !nouns.contains(noun) { nouns.append(noun) }
    switch nouns.count {
    case 0: return "Ändrade uppgifter om förbundet"
    case 1...4:
      let last = nouns.removeLast()
      return "Ändrade " + (nouns.isEmpty ? last : "\(nouns.joined(separator: ", ")) och \(last)")
    default: return "Ändrade många uppgifter om förbundet"
    }
  }

  /// The subject is the new voucher's number and, in parentheses, the one it corrects with its year.
  private static func reversed(_ subject: String) -> String {
    let parts = subject.split(separator: "(", maxSplits: 1)
    guard parts.count == 2 else { return "Rättade: \(subject)" }
    let old = parts[1].split(separator: ")")[0].split(separator: ",")
    guard old.count == 2 else { return "Rättade: \(subject)" }
    return "Rättade verifikation \(old[0]) (\(old[1].drop { $0 == " " })) med \(String(parts[0]).strippedOfBlanks)"
  }

  private static func marked(_ subject: String) -> String {
    let parts = subject.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return "Ändrade läget för \(subject)" }
    return "Ändrade om kapitlet \(chapterName(String(parts[1]))) är klart, årsredovisningen \(parts[0])"
  }

  static func chapterName(_ id: String) -> String {
    if id == "redovisningsprinciper" { return "Redovisningsprinciper" }
    return Template.entries.first { $0.id == id }?.title ?? id
  }

  private static func monthName(_ text: String) -> String {
    let parts = text.split(separator: "-").compactMap { Int(typed: $0, in: TypedRange.year) }
    guard parts.count == 2, let month = Month(year: parts[0], month: parts[1]) else { return text }
    return MonthName.text(month)
  }

  /// What each table of the association holds, as it is said.
  static let tableNames: [String: String] = [
    "association": "förbundets namn och nummer", "setting": "inställningarna", "mapping_source": "rapportens rader",
    "member": "medlemmarna", "contribution_key": "fördelningen av bidragen",
    "contribution_part": "fördelningen av bidragen", "insats": "insatserna", "insats_origin": "vad insatser var förut",
    "frame": "ramarna", "budget": "budgeten",
    "budget_equity": "budgeten", "budget_line": "budgeten", "budget_amount": "budgeten", "goal": "målen",
    "goal_outcome": "målens utfall", "count_table": "antalen deltagare", "count_row": "antalen deltagare",
    "survey": "enkäterna", "survey_step": "enkäterna", "survey_question": "enkäterna", "activity": "aktiviteterna",
    "association_group": "grupperna", "association_group_member": "grupperna",
    "local_allocation": "det som är avsatt till lokala grupper",
    "case_count_group": "konsultationsärenden och remisser", "seat": "styrelsens platser",
    "seat_detail": "styrelsens platser", "staff": "personalen", "meeting_count": "mötena",
    "year_figures": "tidigare års siffror", "deviation_decision": "avvikelserna", "deviation": "avvikelserna",
    "balance_requirement": "balanskravet",
    "report_facts": "rapportens uppgifter", "signatory": "underskrifterna", "quoted_figure": "citerade siffror",
    "report_text": "rapportens texter", "finding_answer": "svaren på anmärkningar", "deadline_fact": "årshjulet",
    "performer_forecast": "utförarnas prognoser", "role_account": "konteringarna",
    "contribution_population": "fördelningen av bidragen",
    "contribution_inhabitants": "fördelningen av bidragen", "member_billing": "medlemmarnas faktureringsuppgifter",
    "own_billing": "förbundets faktureringsuppgifter", "goal_source": "målens utfall",
    "goal_source_reason": "målens utfall", "goal_break": "målen", "quoted_share": "målens jämförelser",
    "activity_detail": "aktiviteterna", "progression": "progressionen",
    "case_count": "konsultationsärenden och remisser", "screening_count": "våldsscreeningen",
    "exit_reason": "vad avslutsanledningar betyder",
  ]
}
