import Association
import Ledger
import Report
import Store

/// Seeks in all that a visitor may see: vouchers, accounts, insatser, pages, decisions, the report, the handbook.
struct OfficeSearch {
  let asked: Asked
  let query: SearchQuery
  /// The year that links lead to: the one that was named, else the one one works in.
  let year: Int
  /// The figures of that year's report by name and title, where they are at hand.
  let figures: [FigureTitles.Title]

  private var isReader: Bool { Access.readers.admits(asked.user) }

  /// What was found, in groups, the group with the best hit first and the best hit first in each; those that fit as well
  /// in the order they came.
  func groups() throws -> [(kind: SearchQuery.Kind, hits: [SearchHit])] {
    guard !query.isEmpty else { return [] }
    var hits = pages() + handbook()
    let association = query.wants(.objects) || query.wants(.decisions) ? try asked.store.association() : nil
    if let association { hits += try objects(association) }
    if isReader {
      hits += try vouchers() + accounts() + chapters() + named()
      if let association { hits += try decisions(association) + recorded() + groups(in: association) }
      hits += try diary() + governing()
    }
    let groups = Dictionary(grouping: hits, by: \.kind).map { kind, hits in
      (kind: kind, hits: Array(hits.sorted { $0.score > $1.score }.prefix(kind.countMax)))
    }
    return groups.sorted {
      $0.hits[0].score == $1.hits[0].score ? $0.kind < $1.kind : $0.hits[0].score > $1.hits[0].score
    }
  }

  /// The groups by name, beside insatser and other objects.
  private func groups(in association: Association) -> [SearchHit] {
    guard query.wants(.objects) else { return [] }
    return association.groups.compactMap { group in
      query.match.score(group.title).map {
        SearchHit(
          kind: .objects, title: group.title, detail: group.kind.title, path: Addresses.group.path(group.id), score: $0)
      }
    }
  }

  private func pages() -> [SearchHit] {
    guard query.wants(.pages) else { return [] }
    return Place.all(year: year).filter { $0.access.admits(asked.user) }.compactMap { place in
      place.score(query.match).map { SearchHit(kind: .pages, title: place.title, path: place.path, score: $0) }
    }
  }

  private func handbook() -> [SearchHit] {
    guard query.wants(.handbook) else { return [] }
    return Handbook.pages.compactMap { page in
      query.match.score(page.title).map {
        SearchHit(kind: .handbook, title: page.title, path: page.path, score: $0 - 20)
      }
    }
  }

  private func vouchers() throws -> [SearchHit] {
    guard query.wants(.vouchers) else { return [] }
    if let day = query.day, let hits = try vouchers(on: day) { return hits }
    // A year that was named is taken out of what is sought, so more are asked for than are shown.
    let limit = SearchQuery.Kind.vouchers.countMax * (query.year == nil ? 1 : 5)
    return try asked.store.searchVouchers(query.words, limit: limit).compactMap { year, line in
      guard query.year == nil || query.year == year else { return nil }
      return hit(line, in: year, score: score(line))
    }
  }

  private func hit(_ line: VoucherLine, in year: FiscalYear, score: Int) -> SearchHit {
    SearchHit(
      kind: .vouchers, title: "\(line.number.text) \(line.text)",
      detail: [line.date.text, Numerals.ore(line.sum), line.counterparty].filter { !$0.isEmpty }
        .joined(separator: ", "),
      path: Addresses.voucher.path(VoucherPlace(year: year.number, number: line.number)), score: score)
  }

  /// The vouchers of a day, and the way to the list of all of them; nil where the day is in none of the book's years.
  private func vouchers(on day: CalendarDate) throws -> [SearchHit]? {
    guard let year = try asked.store.fiscalYears().last(where: { $0.contains(day) }) else { return nil }
    let page = try asked.store.voucherPage(
      VoucherFilter(year: year, from: day, through: day), offset: 0, limit: SearchQuery.Kind.vouchers.countMax - 1)
    guard page.count > 0 else { return nil }
    let list = SearchHit(
      kind: .vouchers, title: "Alla verifikationer \(day.text)", detail: "\(page.count)",
      path: Addresses.vouchers.path(
        year.number, query: [(ListFilter.Name.from, day.text), (ListFilter.Name.through, day.text)]), score: 400)
    return [list] + page.lines.map { hit($0, in: year, score: 390) }
  }

  /// A voucher asked for by its number is meant; else its words count as those of others do.
  private func score(_ line: VoucherLine) -> Int {
    // `A 31`, `a31` and `A-31` are the same number.
    func bare(_ text: String) -> [UInt8] { WordMatch.folded(text).filter { $0 != 32 && $0 != UInt8(ascii: "-") } }
    let sought = bare(query.words)
    if sought == bare(line.number.text) { return 410 }
    if sought == Array("\(line.number.number)".utf8) { return 390 }
    return query.match.score("\(line.text) \(line.counterparty)") ?? 120
  }

  /// Entries by number or by words; what the visitor may not see is not found by its words.
  private func diary() throws -> [SearchHit] {
    guard query.wants(.diary) else { return [] }
    let number = DiaryNumber(query.text) ?? DiaryNumber(query.words)
    let filter = DiaryFilter(
      year: number == nil ? query.year?.number : nil, words: number?.text ?? query.words)
    let found = try asked.store.diaryPage(
      filter, seenBy: DiarySight.of(asked), limit: SearchQuery.Kind.diary.countMax)
    return found.lines.map { line in
      SearchHit(
        kind: .diary, title: "\(line.number.text) \(line.content?.subject ?? DiaryWords.withheld)",
        detail: [line.day.text, line.content?.party ?? ""].filter { !$0.isEmpty }.joined(separator: ", "),
        path: Addresses.diaryEntry.path(DiaryPlace(line.number)),
        score: number == nil ? line.content.flatMap { query.match.score("\($0.subject) \($0.party)") } ?? 100 : 420)
    }
  }

  private func governing() throws -> [SearchHit] {
    guard query.wants(.governing) else { return [] }
    let found = try asked.store.governingDocuments(
      withWords: query.words, limit: SearchQuery.Kind.governing.countMax)
    return found.map { document in
      let version = document.version(on: asked.today)
      return SearchHit(
        kind: .governing, title: document.title,
        detail: version.map { "version \($0.number), gäller från \($0.draft.validFrom.text)" } ?? "",
        path: Addresses.governingDocument.path(document.id.rawValue), score: query.match.score(document.title) ?? 110)
    }
  }

  private func accounts() throws -> [SearchHit] {
    guard query.wants(.accounts) else { return [] }
    return try asked.store.accounts().compactMap { account in
      let (number, name) = (account.number.text, account.name)
      let score = [number, name, "\(number) \(name)"].compactMap { query.match.score($0) }.max()
      return score.map {
        SearchHit(
          kind: .accounts, title: "\(number) \(name)", detail: "huvudbok \(year)",
          path: ListLink.ledger(year, account: number), score: $0)
      }
    }
  }

  private func objects(_ association: Association) throws -> [SearchHit] {
    guard query.wants(.objects) else { return [] }
    var names: [ObjectReference: String] = [:]
    for object in try asked.store.objects() { names[object.reference] = object.name }
    for insats in association.insatser {
      names[ObjectReference(dimension: .insats, object: insats.id)] = insats.name
    }
    return names.sorted { $0.key < $1.key }.compactMap { reference, name in
      let isOwn = reference.dimension == .insats && asked.user.insatser.contains(reference.object)
      guard isReader || isOwn, let score = [reference.object, name].compactMap({ query.match.score($0) }).max()
      else { return nil }
      return SearchHit(
        kind: .objects, title: name,
        detail: "\(reference.dimension.usualName ?? "Dimension \(reference.dimension.number)") \(year)",
        path: ListLink.object(year, reference), score: score)
    }
  }

  private func chapters() -> [SearchHit] {
    guard query.wants(.report) else { return [] }
    return Template.entries.compactMap { entry in
      query.match.score(entry.title).map {
        SearchHit(
          kind: .report, title: entry.title, detail: "kapitel \(year)",
          path: Addresses.chapter.path(Pair(year, entry.id)), score: $0)
      }
    }
  }

  private func named() -> [SearchHit] {
    guard query.wants(.report) else { return [] }
    return figures.compactMap { figure in
      query.match.score(figure.title).map {
        SearchHit(
          kind: .report, title: figure.title, detail: "siffra \(year)",
          path: Addresses.figure.path(Pair(year, figure.name)), score: $0 - 10)
      }
    }
  }

  /// The board's own decisions, where its meetings are in the book.
  private func recorded() throws -> [SearchHit] {
    guard query.wants(.decisions) else { return [] }
    return try asked.store.boardRecord().decisions.compactMap { meeting, decision in
      let said = "\(decision.day.text) § \(decision.paragraph)"
      if let paragraph = query.paragraph, paragraph != "\(decision.paragraph)" { return nil }
      let title = meeting.plan.agenda[decision.said.item - 1].title
      return query.match.score("\(said) \(title) \(decision.said.wording)").map {
        SearchHit(
          kind: .decisions, title: title, detail: "Styrelsens beslut \(said)", path: BoardDesk.path(decision), score: $0
        )
      }
    }
  }

  private func decisions(_ association: Association) -> [SearchHit] {
    guard query.wants(.decisions) else { return [] }
    return DecisionPlace.all(association).compactMap { place in
      // § 12 is that paragraph, and not § 120 or an amount of twelve thousand.
      if let paragraph = query.paragraph, SearchQuery.paragraph(in: place.decision.paragraph) != paragraph {
        return nil
      }
      return query.match.score(place.sought).map {
        SearchHit(kind: .decisions, title: place.title, detail: place.said, path: place.path, score: $0)
      }
    }
  }
}
