package import Association
import Ledger
import Report
package import Review
import Statements

/// Something that a reviewed report can give a book as history: one fact, or the few that are nothing without each
/// other. It is shown beside what the book has, ticked by somebody, and then recorded as any other fact.
package struct HistoryProposal: Sendable {
  /// What kind of fact it is, in the order they are recorded: a key needs its members, a frame its insats.
  package enum Kind: Int, CaseIterable, Comparable, Sendable {
    case year, member, key, insats, frame

    package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  /// Where a part of it was read.
  package struct Reading: Hashable, Sendable {
    /// The row and what stands in it: `Årets resultat: −2 422 563`.
    package let words: String
    package let page: Int
    package let line: Int
    /// How sure the reading is, in hundredths.
    package let confidence: Int
  }

  /// A stable name for forms and commands: `ar-2021`.
  package let id: String
  package let kind: Kind
  /// What it is: `Intäkter, kostnader och resultat 2021`.
  package let title: String
  /// What would be recorded, in words.
  package let words: String
  /// Where it was read.
  package let readings: [Reading]
  /// What the book has instead, in words; nil where it has nothing.
  package let standing: String?
  /// What must be taken with it, by id.
  package var needs: [String] = []
  let apply: @Sendable (inout Association) -> Void

  /// Whether the book says the same already.
  package var isKnown: Bool { standing == words }
  /// Whether the book says something else, which would be replaced.
  package var collides: Bool { standing != nil && !isKnown }
  /// The surest that the whole of it is.
  package var confidence: Int { readings.map(\.confidence).min() ?? 0 }
  /// The page that it stands on, for its source.
  package var page: Int { readings.first?.page ?? 1 }
}

/// What a book can take from a reviewed report: adopted figures of earlier years, members and the key they pay by,
/// insatser and their frames.
package enum HistoryTaking {
  /// How the source of what is taken begins, in the line of history.
  package static let sourcePrefix = "granskad årsredovisning "

  /// Where it was read: `granskad årsredovisning 2022.pdf, sida 12`.
  package static func source(_ name: String, page: Int) -> String { "\(sourcePrefix)\(name), sida \(page)" }

  /// What the report can give the association, in the order it is recorded.
  package static func proposals(of review: Review, for association: Association) -> [HistoryProposal] {
    let report = review.report
    let all =
      years(report, association) + contributions(report, association) + insatser(report, association)
    // A name that is a person's number is nothing that a book may hold.
    return all.filter { PersonalNumber.find(in: "\($0.title) \($0.words)").isEmpty }
      .enumerated().sorted { ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset) }.map(\.element)
  }

  /// What is missing among the chosen: proposals that are needed by one of them, are not chosen, and of which
  /// the book has nothing.
  package static func missing(_ chosen: Set<String>, of proposals: [HistoryProposal]) -> [HistoryProposal] {
    let needed = Set(proposals.filter { chosen.contains($0.id) }.flatMap(\.needs))
    return proposals.filter { needed.contains($0.id) && !chosen.contains($0.id) && $0.standing == nil }
  }

  /// The association with the chosen proposals taken, page by page in the order they are recorded: what each line of
  /// history holds.
  package static func steps(
    _ chosen: Set<String>, of proposals: [HistoryProposal], into association: Association
  ) -> [(page: Int, association: Association)] {
    var association = association
    var steps: [(page: Int, association: Association)] = []
    for proposal in proposals where chosen.contains(proposal.id) && !proposal.isKnown {
      proposal.apply(&association)
      if let last = steps.indices.last, steps[last].page == proposal.page {
        steps[last].association = association
      } else {
        steps.append((proposal.page, association))
      }
    }
    return steps
  }

  // MARK: Years

  private struct YearReading {
    var income: PublishedReport.Stated
    var result: PublishedReport.Stated
    var readings: [HistoryProposal.Reading]
  }

  private static func years(_ report: PublishedReport, _ association: Association) -> [HistoryProposal] {
    guard let year = report.year else { return [] }
    var proposals: [HistoryProposal] = []
    var seen: Set<Int> = []
    func add(_ number: Int, from table: ReadTable, column: Int, isStatement: Bool) {
      guard (1990...2100).contains(number), !seen.contains(number),
        let income = report.figure(table, "operating_income", column: column),
        let result = report.figure(table, "result_for_year", column: column)
      else { return }
      seen.insert(number)
      var readings = [reading(income), reading(result)]
      // What is neither income nor result: with depreciation and what is financial, so that the two make the third.
      let printed = isStatement ? nil : report.figure(table, "operating_costs", column: column)
      if let printed { readings.insert(reading(printed), at: 1) }
      let costs = Money(ore: (printed.map { -abs($0.amount) } ?? result.amount - income.amount) / 10)
      let figures = YearFigures(
        year: number, income: money(income), costs: costs, result: money(result))
      let standing = association.history.first { $0.year == number }
      proposals.append(
        HistoryProposal(
          id: "ar-\(number)", kind: .year, title: "Intäkter, kostnader och resultat \(number)", words: words(figures),
          readings: readings, standing: standing.map(words),
          apply: { association in
            let at = association.history.firstIndex { $0.year == number }
            var taken = at.map { association.history[$0] } ?? figures
            (taken.income, taken.costs, taken.result) = (figures.income, figures.costs, figures.result)
            if let at {
              association.history[at] = taken
            } else {
              association.history.append(taken)
              association.history.sort { $0.year < $1.year }
            }
          }))
    }
    if let table = report.table(.incomeStatement) {
      if let column = table.column(.current) { add(year, from: table, column: column, isStatement: true) }
      if let column = table.column(.previous) { add(year - 1, from: table, column: column, isStatement: true) }
    }
    if let table = report.table(.overview) {
      for (column, heading) in table.columns.enumerated() {
        if let number = heading.year { add(number, from: table, column: column, isStatement: false) }
      }
    }
    for number in seen.sorted(by: >) { proposals += details(of: number, report, association) }
    return proposals
  }

  /// Equity, assets, soliditet and employees of a year whose figures are read or known.
  private static func details(
    of number: Int, _ report: PublishedReport, _ association: Association
  ) -> [HistoryProposal] {
    let standing = association.history.first { $0.year == number }
    let role: ReadColumn.Role? =
      number == report.year ? .current : number == report.year.map { $0 - 1 } ? .previous : nil
    func proposal(
      _ id: String, _ title: String, _ words: String, _ reading: HistoryProposal.Reading, standing: String?,
      _ change: @escaping @Sendable (inout YearFigures) -> Void
    ) -> HistoryProposal {
      HistoryProposal(
        id: "ar-\(number)-\(id)", kind: .year, title: "\(title) \(number)", words: words, readings: [reading],
        standing: standing, needs: ["ar-\(number)"],
        apply: { association in
          guard let at = association.history.firstIndex(where: { $0.year == number }) else { return }
          change(&association.history[at])
        })
    }
    var proposals: [HistoryProposal] = []
    let equity = role.flatMap { report.closingEquity($0) }
    if let equity {
      let amount = money(equity)
      proposals.append(
        proposal(
          "eget-kapital", "Eget kapital vid slutet av", Numerals.kronor(amount), reading(equity),
          standing: standing?.equity.map { Numerals.kronor($0) }, { $0.equity = amount }))
    }
    let assets = role.flatMap { report.stated(.balanceSheet, "assets_total", $0) }
    if let assets {
      let amount = money(assets)
      proposals.append(
        proposal(
          "tillgangar", "Tillgångar vid slutet av", Numerals.kronor(amount), reading(assets),
          standing: standing?.assets.map { Numerals.kronor($0) }, { $0.assets = amount }))
    }
    guard let table = report.table(.overview), let column = table.columns.firstIndex(where: { $0.year == number })
    else { return proposals }
    // Where equity and assets are known the soliditet is reckoned.
    if equity == nil || assets == nil, let row = table.row("solidity"), let value = row.value(column) {
      let permille = Int(value.thousandths / 100)
      proposals.append(
        proposal(
          "soliditet", "Soliditet", "\(Numerals.tenths(Int64(permille)))\u{A0}%", reading(row, column),
          standing: standing?.solidityPermille.map { "\(Numerals.tenths(Int64($0)))\u{A0}%" },
          { $0.solidityPermille = permille }))
    }
    if let row = table.row("employees"), let value = row.value(column), value.isWhole, value.whole >= 0 {
      let count = Int(value.whole)
      proposals.append(
        proposal(
          "anstallda", "Antal anställda", "\(count)", reading(row, column),
          standing: standing?.employees.map { "\($0)" },
          { $0.employees = count }))
    }
    return proposals
  }

  private static func words(_ figures: YearFigures) -> String {
    "intäkter \(Numerals.kronor(figures.income)), kostnader \(Numerals.kronor(figures.costs)), resultat "
      + Numerals.kronor(figures.result)
  }

  // MARK: Members and what they pay

  private static func contributions(_ report: PublishedReport, _ association: Association) -> [HistoryProposal] {
    let read = report.memberContributions
    guard let year = read.compactMap(\.year).max(), let from = CalendarDate(year: year, month: 1, day: 1) else {
      return []
    }
    let rows = read.filter { $0.year == year }
    var proposals: [HistoryProposal] = []
    var members = association.members
    var parts: [(member: Member, row: ReadContribution)] = []
    for row in rows {
      let kind: Member.Kind =
        switch row.payer {
        case .state: .state
        case .region: .region
        case .municipality: .municipality
        }
      if let known = match(row.name, kind, among: members) {
        parts.append((known, row))
        continue
      }
      let id = freshID(row.payer == .state ? "FK" : row.name, taken: members.map(\.id))
      let member = Member(id: id, name: row.name, kind: kind)
      members.append(member)
      parts.append((member, row))
      proposals.append(
        HistoryProposal(
          id: "medlem-\(id)", kind: .member, title: "Medlemmen \(row.name)", words: "\(row.name), \(kind.rawValue)",
          readings: [reading(row)], standing: nil, apply: { $0.members.append(member) }))
    }
    let total = rows.map(\.amount).reduce(0, +)
    guard total > 0 else { return proposals }
    let key = ContributionKey(
      validFrom: from,
      parts: parts.map { member, row in
        let divisor = gcd(row.amount, total)
        return ContributionKey.Part(
          memberID: member.id, numerator: row.amount / divisor, denominator: total / divisor)
      }, roundingMemberID: "")
    let names = members
    let standing = association.contributionKeys.filter { $0.validFrom <= from }.max { $0.validFrom < $1.validFrom }
    proposals.append(
      HistoryProposal(
        id: "nyckel-\(year)", kind: .key, title: "Så delar medlemmarna bidraget från \(from.text)",
        words: words(key, names), readings: rows.map(reading), standing: standing.map { words($0, names) },
        needs: proposals.map(\.id),
        apply: { association in
          association.contributionKeys.removeAll { $0.validFrom == from }
          association.contributionKeys.append(key)
          association.contributionKeys.sort { $0.validFrom < $1.validFrom }
        }))
    return proposals
  }

  private static func words(_ key: ContributionKey, _ members: [Member]) -> String {
    let order = Dictionary(
      members.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return key.parts.sorted { (order[$0.memberID] ?? .max, $0.memberID) < (order[$1.memberID] ?? .max, $1.memberID) }
      .map { part in
        let name = members.first { $0.id == part.memberID }?.name ?? part.memberID
        let share = Share(part.numerator, of: part.denominator).map(Numerals.percentWithDecimal) ?? "–"
        return "\(name) \(share)"
      }.joined(separator: ", ")
  }

  /// The member of that name, or for the state and the region the only one there is.
  private static func match(_ name: String, _ kind: Member.Kind, among members: [Member]) -> Member? {
    let same = members.filter { $0.kind == kind }
    if let found = same.first(where: { stem($0.name) == stem(name) }) { return found }
    switch kind {
    case .state: return same.first { stem($0.name).contains("forsakringskassan") } ?? same.first
    case .region: return same.count == 1 ? same.first : nil
    case .municipality: return nil
    }
  }

  // MARK: Insatser

  private static func insatser(_ report: PublishedReport, _ association: Association) -> [HistoryProposal] {
    var proposals: [HistoryProposal] = []
    var known = association.insatser
    for grant in report.grants {
      guard let year = grant.year else { continue }
      let amount = Money(ore: grant.granted / 10)
      let reading = HistoryProposal.Reading(
        words: "\(grant.name): \(Numerals.kronor(amount))", page: grant.place.page, line: grant.place.line,
        confidence: grant.confidence)
      let insats: Insats
      var needs: [String] = []
      let wanted = stem(grant.name)
      if let found = known.first(where: { stem($0.name) == wanted || stem($0.id) == wanted })
        ?? known.first(where: { wanted.hasPrefix(stem($0.name) + " ") || wanted.hasPrefix(stem($0.id) + " ") })
      {
        insats = found
        if !association.insatser.contains(found) { needs = ["insats-\(found.id)"] }
      } else {
        let id = freshID(grant.name, taken: known.map(\.id))
        let made = Insats(id: id, name: grant.name, kind: .individual, ownerID: "")
        insats = made
        known.append(made)
        needs = ["insats-\(id)"]
        proposals.append(
          HistoryProposal(
            id: "insats-\(id)", kind: .insats, title: "Insatsen \(grant.name)",
            words: "\(grant.name), tills vidare som individinsats utan ägare", readings: [reading], standing: nil,
            apply: { $0.insatser.append(made) }))
      }
      let id = insats.id
      guard !proposals.contains(where: { $0.id == "ram-\(id)-\(year)" }) else { continue }
      let frames = association.frames.filter { $0.insatsID == id && $0.year == year }
      proposals.append(
        HistoryProposal(
          id: "ram-\(id)-\(year)", kind: .frame, title: "Ram för \(insats.name) \(year)",
          words: Numerals.kronor(amount),
          readings: [reading], standing: frames.isEmpty ? nil : Numerals.kronor(frames.map(\.granted).sum()),
          needs: needs,
          apply: { association in
            association.frames.removeAll { $0.insatsID == id && $0.year == year }
            association.frames.append(Frame(insatsID: id, receiverID: "", year: year, granted: amount))
          }))
    }
    return proposals
  }

  // MARK: Small things

  private static func money(_ stated: PublishedReport.Stated) -> Money { Money(ore: stated.amount / 10) }

  private static func reading(_ stated: PublishedReport.Stated) -> HistoryProposal.Reading {
    HistoryProposal.Reading(
      words: "\(stated.row.label): \(stated.printed)", page: stated.row.place.page, line: stated.row.place.line,
      confidence: stated.column < stated.row.cells.count ? stated.row.cells[stated.column]?.confidence ?? 60 : 60)
  }

  private static func reading(_ row: ReadRow, _ column: Int) -> HistoryProposal.Reading {
    HistoryProposal.Reading(
      words: "\(row.label): \(row.cells[column]?.printed ?? "")", page: row.place.page, line: row.place.line,
      confidence: row.cells[column]?.confidence ?? 60)
  }

  private static func reading(_ row: ReadContribution) -> HistoryProposal.Reading {
    HistoryProposal.Reading(
      words: "\(row.name): \(Numerals.kronor(Money(ore: row.amount / 10)))", page: row.place.page, line: row.place.line,
      confidence: row.confidence)
  }

  private static func gcd(_ one: Int64, _ other: Int64) -> Int64 { other == 0 ? max(one, 1) : gcd(other, one % other) }

  /// A name as names are compared: small letters without marks, without `kommun` and the genitive's s.
  static func stem(_ name: String) -> String {
    let words = plain(name).lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map { String($0) }
    let core = words.filter { !["kommun", "kommuns", "stad", "och"].contains($0) }
    return core.enumerated().map {
      $0.offset == 0 && core.count == 1 && $0.element.hasSuffix("s") ? String($0.element.dropLast()) : $0.element
    }
    .joined(separator: " ")
  }

  private static func plain(_ name: String) -> String {
    var text = ""
    for character in name {
      switch character {
      case "å", "ä", "à", "á": text.append("a")
      case "Å", "Ä": text.append("A")
      case "ö": text.append("o")
      case "Ö": text.append("O")
      case "é", "è": text.append("e")
      default: text.append(character)
      }
    }
    return text
  }

  /// A short name of capitals, digits and hyphens that is not taken.
  private static func freshID(_ name: String, taken: [String]) -> String {
    let words = plain(name).uppercased().split(whereSeparator: {
      !("A"..."Z").contains($0) && !("0"..."9").contains($0)
    })
    .map { String($0) }
    let core = words.filter { !["KOMMUN", "STAD"].contains($0) }
    var base = String((core.isEmpty ? words : core).prefix(2).joined(separator: "-").prefix(20))
    if base.isEmpty { base = "NY" }
    var id = base
    var number = 2
    while taken.contains(id) {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }
}
