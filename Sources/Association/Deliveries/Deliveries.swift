import Ledger

/// Accepted deliveries as tables of counts: what the annual report prints and the statistics are made of. The tables are
/// never typed and never kept; they follow from the deliveries.
public struct Deliveries: Hashable, Sendable {
  /// An accepted delivery and the id by which the book knows it.
  public struct Accepted: Hashable, Sendable {
    /// The id.
    public let id: Int64
    /// What was delivered.
    public let delivery: CountDelivery

    /// An accepted delivery.
    public init(id: Int64, _ delivery: CountDelivery) {
      self.id = id
      self.delivery = delivery
    }
  }

  private let accepted: [Accepted]
  private let insatser: [Insats]
  private let exitReasons: [ExitReasonMapping]

  /// The deliveries that have been accepted and not replaced, of those insatser.
  public init(_ accepted: [Accepted], insatser: [Insats], exitReasons: [ExitReasonMapping]) {
    self.accepted = accepted
    self.insatser = insatser
    self.exitReasons = exitReasons
  }

  /// The years that have been delivered for, earliest first.
  public var years: [Int] { Set(accepted.map(\.delivery.period.lowerBound.year)).sorted() }

  /// The tables that the year's report prints: the flow of each insats, and over all insatser the flow, each ground, unique
  /// persons and who is outside. A year that nobody has delivered for has none.
  public func tables(year: Int) -> [CountTable] {
    let year = Year(year, self)
    return year.flows + [year.flow].compactMap { $0 }
      + CountGround.allCases.compactMap { year.table(of: $0, insats: nil) }
      + [year.unique, year.outside].compactMap { $0 }
  }

  /// The tables of one insats: its flow and each ground, by its own exit reasons.
  public func tables(year: Int, insatsID: String) -> [CountTable] {
    let year = Year(year, self)
    return year.flows.filter { $0.insatsID == insatsID }
      + CountGround.allCases.compactMap { year.table(of: $0, insats: insatsID) }
  }

  /// Rådgivande samtal of an insats in a year; nil where nobody has counted them.
  public func adviceCalls(year: Int, insatsID: String) -> Int? {
    Year(year, self).of(insatsID).compactMap(\.delivery.adviceCalls).reduce(nil) { ($0 ?? 0) + $1 }
  }

  /// Participants of a volume insats in a year; nil where it has none.
  public func volume(year: Int, insatsID: String) -> Tally? {
    Year(year, self).of(insatsID).compactMap(\.delivery.volume).reduce(nil) { ($0 ?? .none) + $1 }
  }

  /// Asked and answered on violence over the insatser in a year; nil where nobody has asked.
  public func screening(year: Int) -> CountDelivery.Screening? {
    let screenings = Year(year, self).accepted.compactMap(\.delivery.screening)
    guard !screenings.isEmpty else { return nil }
    return CountDelivery.Screening(asked: screenings.map(\.asked).sum(), answered: screenings.map(\.answered).sum())
  }

  /// The deliveries of one calendar year.
  private struct Year {
    let year: Int
    let accepted: [Accepted]
    let insatser: [Insats]
    let exitReasons: [ExitReasonMapping]

    init(_ year: Int, _ deliveries: Deliveries) {
      self.year = year
      self.accepted = deliveries.accepted.filter { $0.delivery.period.lowerBound.year == year }
        .sorted { $0.delivery.period.lowerBound < $1.delivery.period.lowerBound }
      // In the order of the association; what it no longer has comes last, by name.
      let known = deliveries.insatser
      let ids = Set(accepted.map(\.delivery.insatsID))
      let lost = ids.subtracting(known.map(\.id)).sorted()
      self.insatser =
        known.filter { ids.contains($0.id) } + lost.map { Insats(id: $0, name: $0, kind: .individual, ownerID: "") }
      self.exitReasons = deliveries.exitReasons
    }

    func of(_ insatsID: String) -> [Accepted] { accepted.filter { $0.delivery.insatsID == insatsID } }

    /// Carried in of the first period, ongoing of the last, new and finished of all.
    private func flow(of insatsID: String) -> (flow: Flow, ids: [Int64])? {
      let flows = of(insatsID).compactMap { accepted in accepted.delivery.flow.map { (accepted.id, $0) } }
      guard let first = flows.first, let last = flows.last else { return nil }
      return (
        Flow(
          carried: first.1.carried, new: flows.map(\.1.new).sum(), finished: flows.map(\.1.finished).sum(),
          ongoing: last.1.ongoing), flows.map(\.0)
      )
    }

    private func table(_ flow: Flow, id: String, title: String, insatsID: String, _ ids: [Int64], _ remark: String)
      -> CountTable
    {
      CountTable(
        id: id, year: year, title: title, kind: .flow, rowHeading: "Deltagare", insatsID: insatsID,
        rows: Flow.Row.allCases.map { CountTable.Row(id: $0.rawValue, title: $0.title, tally: flow[$0]) },
        remark: remark, deliveryIDs: ids)
    }

    var flows: [CountTable] {
      insatser.compactMap { insats in
        flow(of: insats.id).map {
          table(
            $0.flow, id: "flode-\(insats.id)", title: "Deltagare i \(insats.name)", insatsID: insats.id, $0.ids,
            remark(of: of(insats.id).map(\.delivery)))
        }
      }
    }

    /// The flow over all insatser.
    var flow: CountTable? {
      let flows = insatser.compactMap { flow(of: $0.id) }
      guard !flows.isEmpty else { return nil }
      let sum = flows.reduce(Flow(carried: .none, new: .none, finished: .none, ongoing: .none)) { sum, part in
        var sum = sum
        for row in Flow.Row.allCases { sum[row] = sum[row] + part.flow[row] }
        return sum
      }
      return table(
        sum, id: "flode", title: "Deltagare i alla insatser", insatsID: "", flows.flatMap(\.ids).sorted(),
        "Den som deltar i flera insatser räknas i var och en.")
    }

    /// A ground over all insatser, or of one. Those who are outside the ground are a row, so that the table's sum is the
    /// whole and nothing is told of them beside it.
    func table(of ground: CountGround, insats: String?) -> CountTable? {
      let parts = accepted.filter { accepted in
        (insats == nil || accepted.delivery.insatsID == insats)
          && !(accepted.delivery.grounds[ground] ?? []).isEmpty
      }
      guard !parts.isEmpty else { return nil }
      var order: [String] = []
      var rows: [String: (title: String, tally: Tally)] = [:]
      if ground == .exitReason, insats == nil { order = ExitReason.allCases.map(\.rawValue) }
      for part in parts {
        for row in part.delivery.grounds[ground] ?? [] {
          let (own, title) = name(of: row, ground, part.delivery, isCommon: insats == nil)
          let id = order.first { Year.isSame($0, rows[$0]?.title, as: own, title) } ?? own
          if rows[id] == nil, !order.contains(id) { order.append(id) }
          rows[id] = (rows[id]?.title ?? title, (rows[id]?.tally ?? .none) + row.tally)
        }
      }
      var made = order.compactMap { id in
        rows[id].map { CountTable.Row(id: id, title: $0.title, tally: $0.tally) }
      }
      // Insatser that do not divide by the ground are outside it as well, where all are counted.
      let others = accepted.filter { accepted in
        insats == nil && !parts.contains { $0.id == accepted.id } && accepted.delivery.flow != nil
      }
      let outside =
        parts.map { $0.delivery.outside(ground) }.sum()
        + others.compactMap { $0.delivery.whole(of: ground)?.tally }.sum()
      if outside != .none { made.append(CountTable.Row(id: "utanför", title: "Uppgift saknas", tally: outside)) }
      var reasons = reasons(parts.flatMap { $0.delivery.coverage.filter { $0.ground == ground } })
      let names = Set(others.map(\.delivery.insatsID))
      if !names.isEmpty {
        reasons.append(
          "ej uppdelat i \(insatser.filter { names.contains($0.id) }.map(\.name).joined(separator: ", "))")
      }
      let suffix = insats.map { "-\($0)" } ?? ""
      let of = insats.flatMap { id in insatser.first { $0.id == id } }.map { " i \($0.name)" } ?? ""
      return CountTable(
        id: ground.tableID + suffix, year: year, title: ground.tableTitle + of, kind: .parts, rowHeading: ground.title,
        insatsID: insats ?? "", rows: made,
        remark: reasons.isEmpty ? "" : "Uppgift saknas: \(reasons.joined(separator: "; ")).",
        deliveryIDs: (parts + others).map(\.id).sorted())
    }

    /// Whether two rows of a ground are one: performers write the same municipality as `KARLSHAMN` and `karlshamn`, and
    /// the same authority as `FK` and `forsakringskassan`, both called Försäkringskassan.
    private static func isSame(_ id: String, _ title: String?, as other: String, _ otherTitle: String) -> Bool {
      id == other || id.lowercased() == other.lowercased() || title?.lowercased() == otherTitle.lowercased()
    }

    private func name(
      of row: CountDelivery.Row, _ ground: CountGround, _ delivery: CountDelivery, isCommon: Bool
    ) -> (id: String, title: String) {
      guard ground == .exitReason, isCommon else { return (row.id, row.title) }
      let reason = exitReasons.reason(of: row.id, in: delivery.insatsID) ?? .other
      return (reason.rawValue, reason.title)
    }

    /// Unique persons over the insatser: those who were registered, without those whom a performer knows to be counted
    /// elsewhere too.
    var unique: CountTable? {
      let flows = insatser.compactMap { flow(of: $0.id) }
      let corrections = accepted.filter { $0.delivery.alsoElsewhere != nil && $0.delivery.flow != nil }
      guard !corrections.isEmpty else { return nil }
      let registered = flows.map { $0.flow.carried + $0.flow.new }.sum()
      let also = corrections.compactMap(\.delivery.alsoElsewhere).sum()
      let unique = registered - also
      guard Sex.allCases.allSatisfy({ unique[$0] >= 0 }) else { return nil }
      return CountTable(
        id: "unika", year: year, title: "Unika personer", kind: .parts, rowHeading: "Registrerade deltagare",
        rows: [
          CountTable.Row(id: "unika", title: "varav unika", tally: unique),
          CountTable.Row(id: "även", title: "varav räknade i en insats till", tally: also),
        ],
        remark: "Utförarna har sagt hur många som räknades i en annan av förbundets insatser också.",
        deliveryIDs: flows.flatMap(\.ids).sorted())
    }

    /// Those who are outside the deliveries altogether, by reason.
    var outside: CountTable? {
      let missing = accepted.filter { $0.delivery.coverage.contains { $0.ground == nil } }
      guard !missing.isEmpty else { return nil }
      var rows: [CountTable.Row] = []
      for coverage in missing.flatMap({ $0.delivery.coverage.filter { $0.ground == nil } }) {
        if let index = rows.firstIndex(where: { $0.title == coverage.reason }) {
          rows[index].tally = rows[index].tally + coverage.tally
        } else {
          rows.append(CountTable.Row(id: "skäl-\(rows.count + 1)", title: coverage.reason, tally: coverage.tally))
        }
      }
      return CountTable(
        id: "bortfall", year: year, title: "Deltagare utanför uppgifterna", kind: .parts, rowHeading: "Skäl",
        rows: rows,
        remark: "De här deltagarna finns inte i de andra tabellerna.", deliveryIDs: missing.map(\.id).sorted())
    }

    private func remark(of deliveries: [CountDelivery]) -> String {
      let reasons = reasons(deliveries.flatMap { $0.coverage.filter { $0.ground == nil } })
      return reasons.isEmpty ? "" : "Alla är inte med: \(reasons.joined(separator: "; "))."
    }

    /// The reasons that are given, each once, without how many: a count is only told where it is protected.
    private func reasons(_ coverage: [CountDelivery.Coverage]) -> [String] {
      var reasons: [String] = []
      for one in coverage where one.tally != .none {
        let words = Year.withoutStop(one.reason)
        if !reasons.contains(words) { reasons.append(words) }
      }
      return reasons
    }

    private static func withoutStop(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }
  }
}

extension Association {
  /// The association with the tables that follow from its accepted deliveries. A table that was typed gives way to one of
  /// its name and year that was delivered.
  public func with(_ deliveries: Deliveries) -> Association {
    with(delivered: deliveries.years.flatMap { deliveries.tables(year: $0) })
  }

  /// The association with those tables for all that were delivered in it before.
  public func with(delivered: [CountTable]) -> Association {
    let names = Set(delivered.map { "\($0.year) \($0.id)" })
    func isDelivered(_ table: CountTable) -> Bool { names.contains("\(table.year) \(table.id)") }
    let typed = typedCountTables
    var association = self
    association.countTables = typed.filter { !isDelivered($0) } + delivered
    association.supersededTables = typed.filter(isDelivered)
    return association
  }

  /// The tables that were typed, also those that deliveries stand in the place of: what is kept as facts.
  public var typedCountTables: [CountTable] { countTables.filter(\.deliveryIDs.isEmpty) + supersededTables }

  /// The tables that follow from deliveries.
  public var deliveredCountTables: [CountTable] { countTables.filter { !$0.deliveryIDs.isEmpty } }
}
