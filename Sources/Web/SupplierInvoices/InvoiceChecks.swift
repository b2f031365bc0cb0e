import Association
import Exchange
import Ledger
import Report
import Store

/// What is worth knowing of a received invoice before it is attested.
struct InvoiceChecks {
  struct Check {
    enum Weight { case good, warning, alarm }
    let weight: Weight
    let words: String
  }

  let all: [Check]
  /// The member that sent it, if one did.
  let member: Member?

  init(_ kept: KeptInvoice, file: EInvoiceFile?, others: [KeptInvoice], association: Association) {
    let invoice = kept.invoice
    var checks: [Check] = []
    let same = others.first { $0.id != kept.id && $0.invoice.isSame(as: invoice) }
    if let same {
      checks.append(
        Check(
          weight: .alarm,
          words:
            "Samma faktura kan redan vara mottagen: \(same.invoice.supplier) \(same.invoice.number) av \(same.invoice.issued.text), "
            + "som är \(same.state.words). Betala inte två gånger; avvisa den ena."))
    } else {
      checks.append(Check(weight: .good, words: "Ingen annan faktura från leverantören har samma nummer."))
    }
    member = invoice.member(among: association.members)
    if let member, invoice.tax != .zero {
      checks.append(
        Check(
          weight: .alarm,
          words:
            "\(member.name) är part och har lagt på moms, \(Numerals.ore(invoice.tax)). Det som en part får för en insats är ett "
            + "bidrag utan moms, för parten drar av sin egen moms. Be om en kreditfaktura och en ny faktura utan moms. Bokförs den "
            + "ändå ska momsen stå på kontot för felaktigt debiterad moms, "
            + "\(association.accountNumber(for: .wronglyChargedVAT).text), tills parten har betalat tillbaka den."))
    }
    let findings = file?.findings ?? []
    if file == nil {
      checks.append(Check(weight: .alarm, words: "Filen går inte att läsa längre. Kontrollera boken."))
    } else if findings.isEmpty {
      checks.append(Check(weight: .good, words: "Summor, moms och innehåll följer reglerna för e-fakturor."))
    }
    for finding in findings.prefix(30) {
      checks.append(
        Check(weight: finding.isFatal ? .alarm : .warning, words: "\(finding.message) [\(finding.code)]"))
    }
    let own = association.organisationNumber.utf8.filter { (48...57).contains($0) }
    let buyer = (file?.invoice.buyer.legalID?.value ?? "").utf8.filter { (48...57).contains($0) }
    if !buyer.isEmpty, !own.isEmpty, buyer != own, buyer.suffix(10) != own.suffix(10) {
      checks.append(
        Check(
          weight: .alarm,
          words:
            "Fakturan är ställd till organisationsnummer \(file?.invoice.buyer.legalID?.value ?? ""), inte till förbundet."
        ))
    }
    all = checks
  }
}
