import Ledger

/// The arithmetic (EN 16931, BR-CO) and VAT by category (BR-O and their like).
extension EInvoiceRules {
  private static let totals = "cac:LegalMonetaryTotal"

  static let sums: [EInvoiceRule] = [
    EInvoiceRule("BR-CO-10", at: ".") { document, _ in
      let sum = document.lines.map { $0.amount("cbc:LineExtensionAmount") }.reduce(0, +)
      return difference("Radernas summa", said: document.amountSaid(totals + "/cbc:LineExtensionAmount"), sum)
    },
    EInvoiceRule("BR-CO-11", at: ".") { document, _ in
      let sum = document.adjustments(isCharge: false)
      let said = document.amountSaid(totals + "/cbc:AllowanceTotalAmount")
      return said == nil && sum == 0 ? nil : difference("Avdragens summa", said: said ?? 0, sum)
    },
    EInvoiceRule("BR-CO-12", at: ".") { document, _ in
      let sum = document.adjustments(isCharge: true)
      let said = document.amountSaid(totals + "/cbc:ChargeTotalAmount")
      return said == nil && sum == 0 ? nil : difference("Tilläggens summa", said: said ?? 0, sum)
    },
    EInvoiceRule("BR-CO-13", at: totals) { totals, _ in
      difference(
        "Summan utan moms", said: totals.amountSaid("cbc:TaxExclusiveAmount"),
        totals.amount("cbc:LineExtensionAmount") - totals.amount("cbc:AllowanceTotalAmount")
          + totals.amount("cbc:ChargeTotalAmount"))
    },
    EInvoiceRule("BR-CO-14", at: "cac:TaxTotal") { tax, _ in
      let parts = tax.all("cac:TaxSubtotal")
      guard !parts.isEmpty else { return nil }
      return difference(
        "Momsen", said: tax.amountSaid("cbc:TaxAmount"), parts.map { $0.amount("cbc:TaxAmount") }.reduce(0, +))
    },
    EInvoiceRule("BR-CO-15", at: ".") { document, _ in
      let currency = document.text("cbc:DocumentCurrencyCode")
      let tax = document.all("cac:TaxTotal/cbc:TaxAmount").filter { $0.attribute("currencyID") == currency }
      guard tax.count == 1 else { return "Momsen i \(currency) ska stå en gång, och står \(tax.count) gånger." }
      return difference(
        "Summan med moms", said: document.amountSaid(totals + "/cbc:TaxInclusiveAmount"),
        document.amount(totals + "/cbc:TaxExclusiveAmount") + (tax.first.map { $0.ownAmount } ?? 0))
    },
    EInvoiceRule("BR-CO-16", at: totals) { totals, _ in
      difference(
        "Beloppet att betala", said: totals.amountSaid("cbc:PayableAmount"),
        totals.amount("cbc:TaxInclusiveAmount") - totals.amount("cbc:PrepaidAmount")
          + totals.amount("cbc:PayableRoundingAmount"))
    },
    EInvoiceRule("BR-CO-17", at: "cac:TaxTotal/cac:TaxSubtotal") { part, _ in
      let percent = part.number("cac:TaxCategory/cbc:Percent")?.trillionths ?? 0
      let expected = part.amount("cbc:TaxableAmount") * percent / 100 / kronor
      let said = part.amount("cbc:TaxAmount")
      // The published rule takes a krona either way: the sender may have rounded each line.
      return abs(said - expected) < kronor
        ? nil : difference("Momsen på \(words(part.amount("cbc:TaxableAmount")))", said: said, expected)
    },
  ]

  static let taxes: [EInvoiceRule] =
    [
      EInvoiceRule("BR-45", at: "cac:TaxTotal/cac:TaxSubtotal") { part, _ in
        part.text("cbc:TaxableAmount").isEmpty ? "Beloppet som momsen räknas på saknas." : nil
      },
      EInvoiceRule("BR-46", at: "cac:TaxTotal/cac:TaxSubtotal") { part, _ in
        part.text("cbc:TaxAmount").isEmpty ? "Momsbeloppet saknas." : nil
      },
      EInvoiceRule("BR-47", at: "cac:TaxTotal/cac:TaxSubtotal") { part, _ in
        part.text("cac:TaxCategory/cbc:ID").isEmpty ? "Momsens kategori saknas." : nil
      },
      EInvoiceRule("BR-48", at: "cac:TaxTotal/cac:TaxSubtotal") { part, _ in
        part.text("cac:TaxCategory/cbc:Percent").isEmpty && part.text("cac:TaxCategory/cbc:ID") != "O"
          ? "Momssatsen saknas." : nil
      },
      EInvoiceRule("BR-CO-04", at: lineNames) { line, _ in
        line.category.isEmpty ? "Radens momskategori saknas." : nil
      },
      EInvoiceRule("BR-CO-18", at: ".") { document, _ in
        document.all("cac:TaxTotal/cac:TaxSubtotal").isEmpty ? "Momsen är inte uppdelad: minst en del ska finnas." : nil
      },
    ] + ["S", "Z", "E", "AE", "K", "G"].flatMap(rules)

  /// What is asked of every category but O: the parts agree with the lines, and only S has a rate.
  private static func rules(of category: String) -> [EInvoiceRule] {
    let name = category == "K" ? "IC" : category
    return [
      EInvoiceRule("BR-\(name)-01", at: ".") { document, _ in
        let isUsed = document.lines.contains { $0.category == category } || document.hasAdjustment(of: category)
        let parts = document.taxParts(of: category)
        if isUsed == !parts.isEmpty { return nil }
        return isUsed
          ? "Momskategorin \(category) finns på en rad men inte i momsens uppdelning."
          : "Momskategorin \(category) finns i momsens uppdelning men inte på någon rad."
      },
      EInvoiceRule("BR-\(name)-05", at: lineNames) { line, _ in
        guard line.category == category else { return nil }
        let percent = line.number("cac:Item/cac:ClassifiedTaxCategory/cbc:Percent")?.digits
        let isRight = category == "S" ? (percent ?? 0) > 0 : percent == 0
        return isRight ? nil : "Momssatsen för kategori \(category) ska vara \(category == "S" ? "större än 0" : "0")."
      },
      EInvoiceRule("BR-\(name)-08", at: ".") { document, _ in
        for part in document.taxParts(of: category) {
          let rate = part.number("cac:TaxCategory/cbc:Percent")?.trillionths
          let sum = document.taxable(category, rate: rate)
          if abs(sum - part.amount("cbc:TaxableAmount")) >= kronor {
            return difference(
              "Beloppet som momsen i kategori \(category) räknas på", said: part.amount("cbc:TaxableAmount"), sum)
          }
        }
        return nil
      },
      EInvoiceRule("BR-\(name)-10", at: ".") { document, _ in
        for part in document.taxParts(of: category) {
          let hasReason =
            !part.text("cac:TaxCategory/cbc:TaxExemptionReason").isEmpty
            || !part.text("cac:TaxCategory/cbc:TaxExemptionReasonCode").isEmpty
          let wants = category != "S" && category != "Z"
          if hasReason != wants {
            return wants
              ? "Momskategorin \(category) ska ha ett skäl till att moms inte tas ut."
              : "Momskategorin \(category) ska inte ha något skäl till att moms inte tas ut."
          }
        }
        return nil
      },
    ]
  }

  /// Outside VAT: contributions from members are no price of anything.
  static let outsideVAT: [EInvoiceRule] = [
    EInvoiceRule("BR-O-01", at: ".") { document, _ in
      let isUsed = document.lines.contains { $0.category == "O" } || document.hasAdjustment(of: "O")
      let count = document.taxParts(of: "O").count
      return count == (isUsed ? 1 : 0)
        ? nil
        : "Kategorin O (utanför moms) ska stå \(isUsed ? "en gång" : "ingen gång") i momsens uppdelning, och står \(count) gånger."
    },
    EInvoiceRule("BR-O-02", at: ".") { document, _ in
      guard document.lines.contains(where: { $0.category == "O" }) else { return nil }
      let seller = document.first("cac:AccountingSupplierParty/cac:Party")?.vatID ?? ""
      let buyer = document.first("cac:AccountingCustomerParty/cac:Party")?.vatID ?? ""
      return seller.isEmpty && buyer.isEmpty
        ? nil : "En faktura utanför moms ska inte ha momsnummer, men \(seller.isEmpty ? buyer : seller) står där."
    },
    EInvoiceRule("BR-O-05", at: lineNames) { line, _ in
      line.category == "O" && line.first("cac:Item/cac:ClassifiedTaxCategory/cbc:Percent") != nil
        ? "En rad utanför moms ska inte ha någon momssats." : nil
    },
    EInvoiceRule("BR-O-08", at: ".") { document, _ in
      guard let part = document.taxParts(of: "O").first else { return nil }
      return difference(
        "Beloppet utanför moms", said: part.amountSaid("cbc:TaxableAmount"), document.taxable("O", rate: nil))
    },
    EInvoiceRule("BR-O-09", at: ".") { document, _ in
      document.taxParts(of: "O").contains { $0.amount("cbc:TaxAmount") != 0 } ? "Momsen utanför moms ska vara 0." : nil
    },
    EInvoiceRule("BR-O-10", at: ".") { document, _ in
      document.taxParts(of: "O").contains {
        $0.text("cac:TaxCategory/cbc:TaxExemptionReason").isEmpty
          && $0.text("cac:TaxCategory/cbc:TaxExemptionReasonCode").isEmpty
      } ? "Skälet till att fakturan är utanför moms saknas." : nil
    },
    EInvoiceRule("BR-O-11", at: ".") { document, _ in
      !document.taxParts(of: "O").isEmpty && document.all("cac:TaxTotal/cac:TaxSubtotal").count > 1
        ? "En faktura utanför moms ska inte ha någon annan momskategori." : nil
    },
    EInvoiceRule("BR-O-12", at: ".") { document, _ in
      let categories = Set(document.lines.map(\.category))
      return categories.contains("O") && categories.count > 1
        ? "En faktura med en rad utanför moms ska inte ha rader med någon annan momskategori." : nil
    },
  ]

  static let kronor: Int128 = 1_000_000_000_000

  /// A sentence where what is said is not what it adds up to.
  private static func difference(_ what: String, said: Int128?, _ expected: Int128) -> String? {
    guard let said else { return nil }
    return said == expected ? nil : "\(what) är \(words(said)), men blir \(words(expected)) när det räknas."
  }

  static func words(_ amount: Int128) -> String {
    let ore = Int64(clamping: amount / 10_000_000_000)
    return Money(ore: ore).decimalText
  }
}

extension UBLElement {
  /// The amount at a path, in 10⁻¹²; nought where there is none.
  func amount(_ path: String) -> Int128 { amountSaid(path) ?? 0 }
  func amountSaid(_ path: String) -> Int128? { number(path)?.trillionths }
  var ownAmount: Int128 { ExactNumber(trimmed)?.trillionths ?? 0 }

  /// A line's VAT category.
  var category: String { text("cac:Item/cac:ClassifiedTaxCategory/cbc:ID") }

  func taxParts(of category: String) -> [UBLElement] {
    all("cac:TaxTotal/cac:TaxSubtotal").filter { $0.text("cac:TaxCategory/cbc:ID") == category }
  }

  func hasAdjustment(of category: String) -> Bool {
    all("cac:AllowanceCharge").contains { $0.text("cac:TaxCategory/cbc:ID") == category }
  }

  /// Allowances or charges on the whole, or on a line.
  func adjustments(isCharge: Bool) -> Int128 {
    all("cac:AllowanceCharge").filter { ($0.text("cbc:ChargeIndicator") == "true") == isCharge }
      .map { $0.amount("cbc:Amount") }.reduce(0, +)
  }

  /// What the lines and adjustments of a category come to, at one rate where there are several.
  func taxable(_ category: String, rate: Int128?) -> Int128 {
    let lines = lines.filter { line in
      line.category == category
        && (rate == nil || line.number("cac:Item/cac:ClassifiedTaxCategory/cbc:Percent")?.trillionths == rate)
    }
    let adjustments = all("cac:AllowanceCharge").filter { adjustment in
      adjustment.text("cac:TaxCategory/cbc:ID") == category
        && (rate == nil || adjustment.number("cac:TaxCategory/cbc:Percent")?.trillionths == rate)
    }
    return lines.map { $0.amount("cbc:LineExtensionAmount") }.reduce(0, +)
      + adjustments.map {
        $0.text("cbc:ChargeIndicator") == "true" ? $0.amount("cbc:Amount") : -$0.amount("cbc:Amount")
      }
      .reduce(0, +)
  }
}
