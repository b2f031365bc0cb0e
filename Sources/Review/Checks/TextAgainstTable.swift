extension ReviewCheck {
  static let textAgainstTable = ReviewCheck(
    "text-mot-tabell", kind: "text-table", question: "Är varje belopp i texten detsamma som i tabellen?",
    reason: "Blekinge 2022 skrev kostnader om 17 103 tkr i budgeten; tabellen och bilagan hade 16 839 tkr.",
    spoil: [("egna kapitalet till 1 300 000 kr", "egna kapitalet till 1 330 000 kr")],
    find: { report in
      report.sentences.flatMap { sentence in sentence.numbers.indices.compactMap { slip(sentence, $0, report) } }
    })

  private static func slip(_ sentence: Sentence, _ order: Int, _ report: PublishedReport) -> Slip? {
    guard sentence.cellLabel.isEmpty else { return nil }
    let token = sentence.numbers[order]
    guard let kronor = token.unit.kronor else { return nil }
    let bytes = sentence.fold.bytes
    let start = order > 0 ? sentence.numbers[order - 1].end : 0
    let window = Array(bytes[max(start, token.range.lowerBound - 110)..<token.range.lowerBound])
    guard let (topic, at, size) = topic(in: window), window.count - at - size <= 42 else { return nil }
    // What stands between the words and the number may turn it into something else.
    let gap = Array(window[(at + size)...])
    if gap.hasAny([
      "okning", "minskning", "okat", "minskat", "lagre", "hogre", "mer an", "mindre", "varav", "for insats",
      "for projekt", "okade", "minskade", "skillnad", "differens", "per deltagare", "avvik", "mot budget", " tak",
      "hogst", "minst", "max", "mal ",
    ]) {
      return nil
    }
    let head = Array(window[max(0, at - 36)..<at])
    if head.hasAny([
      "behov av", "lagst", "minst", "rekommend", "mellan", "del av", "andel", "ovriga ", "ovrig ", "lokal", "personal",
      "administrat", "insatsens", "projektets", "gemensamma", "ingaende", "overstig", "utokade", "riktlinje",
    ]) {
      return nil
    }
    let after = Array(bytes[token.end..<min(bytes.count, token.end + 34)])
    if after.hasAny(["_lagre", "_hogre", "_battre", "_samre", "_mer ", "_mindre", "_per "]) { return nil }
    // Words glued before the topic make another: `lokalkostnader`, `projektintäkter`.
    if at > 0, window[at - 1].isLetterByte,
      !(topic.key == "result" && (head.hasAny(["plus", "minus", "noll"]) || head.hasAny(["over"])))
    {
      return nil
    }
    let context = Array(bytes[max(0, token.range.lowerBound - 160)..<token.range.lowerBound])
    let years = Period.years(in: context).map(\.year)
    let isBudget =
      Array(window).hasAny(["budget", "planera", "prognos", "berakna"])
      || (context.has("budget") && !window.hasAny(["utfall", "blev", "uppgick"]))
    if let last = years.last, last != report.year { return nil }
    if context.hasAny(["forra aret", "foregaende ar", "fjol", "aret innan", "tidigare ar"]) { return nil }
    if window.hasAny(["halvar", "delar", "augusti", "tertial", "kvartal"]) { return nil }
    let actual = report.figures(of: topic, budget: false)
    let budget = report.figures(of: topic, budget: true)
    let step = token.step ?? 1000
    let amount = token.value.thousandths * kronor
    let isRough = Vocabulary.hedges.contains { Array(window.suffix(14)).has($0) }
    func agrees(_ stated: PublishedReport.Stated) -> Bool {
      let apart = abs(abs(stated.amount) - abs(amount))
      let slack = max(step, stated.step)
      return apart <= slack || (isRough && apart * 20 <= abs(stated.amount))
    }
    var known = actual + budget
    if topic.key == "equity" {
      known += [report.closingEquity(.current), report.closingEquity(.previous)].compactMap { $0 }
    }
    if known.contains(where: agrees) { return nil }
    // An equity that is the opening one, or a figure of the same table in another row, is not this slip.
    let wanted: PublishedReport.Stated?
    if topic.key == "equity", !isBudget {
      wanted = report.closingEquity(.current)
    } else if isBudget {
      wanted = budget.first
    } else {
      wanted = actual.first { report.tables[$0.table].columns[$0.column].role == .current }
    }
    guard let wanted, wanted.amount != 0 else { return nil }
    let ratio = abs(amount) * 100 / max(1, abs(wanted.amount))
    let explained = !Amounts.explanation(stated: abs(amount), expected: abs(wanted.amount)).isEmpty
    let isNear = topic.key == "result" ? (60...165).contains(ratio) : (85...118).contains(ratio)
    guard isNear || explained else { return nil }
    if isBudget, topic.key == "equity" { return nil }
    let printed = Amounts.text(abs(amount), step: step)
    let expected = Amounts.text(abs(wanted.amount), step: wanted.step)
    var innocent = ""
    if let net = report.financialNet(.current), net != 0,
      abs(abs(abs(amount) - abs(wanted.amount)) - abs(net)) <= 2 * max(step, wanted.step)
    {
      innocent = "Skillnaden är finansnettot."
    }
    if isBudget { innocent = "Budgeten kan ha ändrats under året." }
    let table = report.tables[wanted.table]
    return Slip(
      severity: topic.key == "result" || topic.key == "equity" ? .headline : .material,
      place: sentence.place(at: token.range.lowerBound), quote: sentence.text, stated: printed, expected: expected,
      difference: Amounts.text(abs(abs(amount) - abs(wanted.amount)), step: min(step, wanted.step)),
      message: "Texten säger \(printed), men \(wanted.row.label) är \(expected) i \(table.name).",
      innocent: [Amounts.explanation(stated: abs(amount), expected: abs(wanted.amount)), innocent].filter {
        !$0.isEmpty
      }.joined(separator: " "),
      mend: "Rätta den av dem som är fel.", confidence: isBudget ? 68 : 76, related: [wanted.row.place])
  }

  /// The topic whose words stand nearest before the end.
  static func topic(in window: [UInt8]) -> (Topic, at: Int, size: Int)? {
    var best: (Topic, at: Int, size: Int)?
    for topic in Topic.all {
      for words in topic.words {
        guard let at = window.findLast(words, before: window.count) else { continue }
        let end = at + words.utf8.count
        let bestEnd = best.map { $0.at + $0.size } ?? -1
        if end > bestEnd || (end == bestEnd && words.utf8.count > (best?.size ?? 0)) {
          best = (topic, at, words.utf8.count)
        }
      }
    }
    guard var found = best else { return nil }
    // The rest of the word belongs to it: `resultatet`, `intäkterna`.
    while found.at + found.size < window.count, window[found.at + found.size].isLetterByte { found.size += 1 }
    return found
  }
}

/// What an amount in a sentence is about.
struct Topic {
  let key: String
  let words: [String]
  /// Where the tables have it: table, row.
  let places: [(TableKind, String)]
  /// Where the tables have what was budgeted.
  let budget: [(TableKind, String)]

  static let all: [Topic] = [
    Topic(
      key: "financial_income", words: ["finansiella intakter", "ranteintakter"],
      places: [(.incomeStatement, "financial_income")], budget: []),
    Topic(
      key: "financial_costs", words: ["finansiella kostnader", "rantekostnader"],
      places: [(.incomeStatement, "financial_costs")], budget: []),
    Topic(
      key: "equity",
      words: [
        "egna kapitalet", "eget kapital", "egna kapital", "ackumulerade overskott", "ackumulerat overskott",
        "ackumulerade overskottet",
      ],
      places: [(.operatingStatement, "closing_equity"), (.overview, "equity")],
      budget: [(.operatingStatement, "closing_equity"), (.budget, "closing_equity")]),
    Topic(
      key: "result", words: ["resultat", "overskott", "underskott"],
      places: [
        (.incomeStatement, "result_for_year"), (.balanceSheet, "result_for_year"), (.overview, "result_for_year"),
        (.operatingStatement, "result"), (.balanceRequirement, "balance_requirement_result"),
      ],
      budget: [(.operatingStatement, "result"), (.operatingStatement, "sum"), (.budget, "result")]),
    Topic(
      key: "income", words: ["intakter", "intakterna"],
      places: [(.incomeStatement, "operating_income"), (.overview, "operating_income")],
      budget: [(.operatingStatement, "member_contributions"), (.budget, "income")]),
    Topic(
      key: "contributions", words: ["medlemsbidrag", "medlemsavgift", "medlemsintakter"],
      places: [(.operatingStatement, "member_contributions"), (.incomeStatement, "operating_income")],
      budget: [(.operatingStatement, "member_contributions"), (.budget, "income")]),
    Topic(
      key: "costs", words: ["kostnader", "kostnaderna", "nettokostnad"],
      places: [
        (.incomeStatement, "operating_costs"), (.operatingStatement, "net_costs"), (.overview, "operating_costs"),
      ],
      budget: [(.operatingStatement, "net_costs"), (.budget, "costs")]),
    Topic(
      key: "cash", words: ["likvida medel", "kassa och bank", "banktillgodohavande", "likviditet"],
      places: [(.balanceSheet, "cash"), (.cashFlow, "closing_cash")], budget: []),
    Topic(
      key: "assets", words: ["balansomslutning", "tillgangar"], places: [(.balanceSheet, "assets_total")], budget: []),
  ]
}

extension PublishedReport {
  /// Every figure of the tables that the topic may mean, in thousandths of a krona, with its step.
  func figures(of topic: Topic, budget: Bool) -> [Stated] {
    var found: [Stated] = []
    for (kind, key) in budget ? topic.budget : topic.places {
      for table in tables(kind) {
        for row in table.rows where row.key == key || (key == "sum" && row.isSum) {
          for column in table.columns.indices {
            let role = table.columns[column].role
            let isBudget = role == .budget || role == .plan || role == .forecast || kind == .budget
            guard budget == isBudget, role != .deviation,
              table.columns[column].part == nil || table.columns[column].part == .net
            else { continue }
            if kind == .budget, let year = table.columns[column].year, year != self.year { continue }
            if let stated = stated(table, row, at: column) { found.append(stated) }
          }
        }
      }
    }
    return found
  }
}
