public import Association
public import Ledger

/// Which requisitions are read.
enum RequisitionChoice {
  case one(Int64)
  case year(Int)
  case all

  fileprivate var condition: (sql: String, fields: [Field]) {
    switch self {
    case .one(let id): ("q.id = ?", [.integer(id)])
    case .year(let year): ("q.year = ?", [.integer(year)])
    case .all: ("1", [])
    }
  }
}

/// Folds the rows of requisitions to their states by the same steps that a person takes: what could not have been done
/// is a corrupt book.
extension Connection {
  func requisitions(_ choice: RequisitionChoice) throws -> [RequisitionCase] {
    let (condition, fields) = choice.condition
    let costs = try costReports(condition, fields)
    let documents = try requisitionDocuments(condition, fields)
    let steps = try requisitionSteps(condition, fields)
    var versions: [Int64: [Requisition]] = [:]
    var ids: [Int64] = []
    try each(
      """
      SELECT q.id, q.year, q.insats_id, q.receiver_id, v.version, v.first_month, v.last_month, v.amount_ore, v.vat_ore,
        v.note, v.over_ore, v.over_reason
      FROM requisition q JOIN requisition_version v ON v.requisition_id = q.id WHERE \(condition) ORDER BY q.id, v.version
      """, fields: fields
    ) { row in
      let id = row.integer(0)
      let key = VersionKey(requisition: id, version: row.integer(4))
      guard let first = Month(yyyymm: row.integer(5)), let last = Month(yyyymm: row.integer(6)) else {
        throw Store.Refusal.corrupt("requisition \(id)")
      }
      let draft = Requisition.Draft(
        year: Int(row.integer(1)), insatsID: row.text(2), receiverID: row.text(3), firstMonth: first, lastMonth: last,
        amount: Money(ore: row.integer(7)), costs: CostReport(costs[key] ?? []), vat: Money(ore: row.integer(8)),
        note: row.text(9), overReason: row.text(11), documents: documents[key] ?? [])
      if versions[id] == nil { ids.append(id) }
      do {
        versions[id, default: []].append(try Requisition(draft, over: Money(ore: row.integer(10))))
      } catch {
        throw Store.Refusal.corrupt("requisition \(id)")
      }
    }
    return try ids.map { id in
      guard let versions = versions[id], let steps = steps[id] else { throw Store.Refusal.corrupt("requisition \(id)") }
      return try RequisitionCase(folding: steps, versions: versions, id: id)
    }
  }

  fileprivate struct VersionKey: Hashable {
    let requisition: Int64
    let version: Int64
  }

  private func costReports(_ condition: String, _ fields: [Field]) throws -> [VersionKey: [CostReport.Row]] {
    var costs: [VersionKey: [CostReport.Row]] = [:]
    try each(
      """
      SELECT c.requisition_id, c.version, c.kind, c.amount_ore FROM requisition q
      JOIN requisition_cost c ON c.requisition_id = q.id WHERE \(condition)
      ORDER BY c.requisition_id, c.version, c.position
      """, fields: fields
    ) { row in
      guard let kind = CostReport.Kind(rawValue: row.text(2)) else {
        throw Store.Refusal.corrupt("requisition_cost \(row.integer(0))")
      }
      costs[VersionKey(requisition: row.integer(0), version: row.integer(1)), default: []]
        .append(CostReport.Row(kind: kind, amount: Money(ore: row.integer(3))))
    }
    return costs
  }

  private func requisitionDocuments(_ condition: String, _ fields: [Field]) throws -> [VersionKey: [String]] {
    var documents: [VersionKey: [String]] = [:]
    try each(
      """
      SELECT d.requisition_id, d.version, a.sha256 FROM requisition q
      JOIN requisition_document d ON d.requisition_id = q.id JOIN attachment a ON a.id = d.attachment_id
      WHERE \(condition) ORDER BY d.requisition_id, d.version, d.position
      """, fields: fields
    ) { row in
      documents[VersionKey(requisition: row.integer(0), version: row.integer(1)), default: []].append(row.text(2))
    }
    return documents
  }

  fileprivate typealias ReadStep = (step: RequisitionCase.Step, settled: Money)

  private func requisitionSteps(_ condition: String, _ fields: [Field]) throws -> [Int64: [ReadStep]] {
    var steps: [Int64: [ReadStep]] = [:]
    let years = try YearLedger(self)
    try each(
      """
      SELECT s.requisition_id, s.step, s.version, s.text, s.settled_ore, h.actor, h.moment, v.year_id, v.series, v.number,
        EXISTS (SELECT 1 FROM standing_voucher r WHERE r.reverses_id = s.voucher_id)
      FROM requisition q JOIN requisition_step s ON s.requisition_id = q.id
      JOIN history h ON h.sequence = s.history_sequence LEFT JOIN voucher v ON v.id = s.voucher_id
      WHERE \(condition) ORDER BY s.id
      """, fields: fields
    ) { row in
      guard let place = RequisitionPlace(rawValue: row.text(1)) else {
        throw Store.Refusal.corrupt("requisition_step \(row.integer(0))")
      }
      let voucher = try row.optionalInteger(7).map { id in
        guard let entry = years.entries.first(where: { $0.id == id }) else {
          throw Store.Refusal.corrupt("requisition_step \(row.integer(0))")
        }
        return StepVoucher(
          year: entry.year, number: Voucher.Number(series: row.text(8), number: Int(row.integer(9))))
      }
      let step = RequisitionCase.Step(
        place: place, version: Int(row.integer(2)), text: row.text(3),
        mark: StepMark(by: Actor(name: row.text(5)), at: Moment(secondsSince1970: row.integer(6))), voucher: voucher,
        isReversed: voucher != nil && row.integer(10) == 1)
      steps[row.integer(0), default: []].append((step, Money(ore: row.integer(4))))
    }
    return steps
  }
}

extension RequisitionCase {
  fileprivate init(
    folding steps: [Connection.ReadStep], versions: [Requisition], id: Int64
  ) throws {
    let corrupt = Store.Refusal.corrupt("requisition \(id)")
    guard let first = steps.first?.step, first.place == .requested, let requisition = versions.first else {
      throw corrupt
    }
    var state = RequisitionState.asked(requisition, first.mark)
    do {
      for (index, (step, settled)) in steps.enumerated().dropFirst() {
        // A step whose voucher was corrected is taken back, but for a booking that was paid all the same.
        let next = steps[(index + 1)...].first { [.booked, .paid].contains($0.step.place) }?.step.place
        if step.isReversed, step.place == .paid || next != .paid { continue }
        guard let next = try state.following(step, settled: settled, versions: versions) else { throw corrupt }
        state = next
      }
    } catch is RequisitionRefusal {
      throw corrupt
    }
    self.init(
      id: ID(rawValue: id), state: state, versions: versions, steps: steps.map(\.step))
  }
}

extension RequisitionState {
  /// The state after a step that was taken; nil where no such step leads on from here.
  fileprivate func following(
    _ step: RequisitionCase.Step, settled: Money, versions: [Requisition]
  ) throws -> RequisitionState? {
    switch (self, step.place) {
    case (.requested(let requested), .attested): .attested(try requested.attested(step.mark))
    case (.requested(let requested), .returned): .returned(try requested.returned(asking: step.text, step.mark))
    case (.requested(let requested), .withdrawn): .withdrawn(try requested.withdrawn(because: step.text, step.mark))
    case (.returned(let returned), .requested) where versions.indices.contains(step.version - 1):
      .requested(returned.requested(again: versions[step.version - 1], step.mark))
    case (.returned(let returned), .withdrawn): .withdrawn(try returned.withdrawn(because: step.text, step.mark))
    case (.attested(let attested), .returned): .returned(try attested.returned(asking: step.text, step.mark))
    case (.attested(let attested), .withdrawn): .withdrawn(try attested.withdrawn(because: step.text, step.mark))
    case (.attested(let attested), .booked):
      step.voucher.map { .booked(attested.booked(by: $0, settling: settled, step.mark)) }
    case (.booked(let booked), .paid): step.voucher.map { .paid(booked.paid(by: $0, step.mark)) }
    default: nil
    }
  }
}

extension Month {
  /// The month of a number `yyyymm`.
  init?(yyyymm: Int64) { self.init(year: Int(yyyymm / 100), month: Int(yyyymm % 100)) }
}

extension Store {
  /// The requisitions that draw on a year's frames, or all of them, in the order they were first asked for.
  public func requisitions(ofYear year: Int? = nil) throws(Refusal) -> [RequisitionCase] {
    try read { try $0.requisitions(year.map { .year($0) } ?? .all) }
  }

  /// One requisition, or nil.
  public func requisition(_ id: ID<Requisition>) throws(Refusal) -> RequisitionCase? {
    try read { try $0.requisitions(.one(id.rawValue)).first }
  }
}
