public import Association
import Crypto
public import Ledger

/// What was signed, by which key, and the signature: the proof that a delivery is a performer's.
public struct DeliveryProof: Hashable, Sendable {
  /// The Ed25519 public key, 32 bytes.
  public let publicKey: [UInt8]
  /// The signature, 64 bytes.
  public let signature: [UInt8]
  /// The bytes that were signed.
  public let signedBytes: [UInt8]

  /// A proof.
  public init(publicKey: [UInt8], signature: [UInt8], signedBytes: [UInt8]) {
    self.publicKey = publicKey
    self.signature = signature
    self.signedBytes = signedBytes
  }

  /// Whether the signature is the key's, of those bytes.
  public var isRight: Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      // What is no point on the curve has signed nothing.
      return false
    }
    return key.isValidSignature(signature, for: signedBytes)
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// Counts delivered, and every step after. Each verb is one act. What is refused is thrown as a `DeliveryRefusal`, and
/// then nothing has been stored.
extension Store.Writing {
  /// Keeps a delivery. The same counts twice are the same delivery: its id is given again and nothing is stored.
  ///
  /// `replacing` is the delivery that it corrects or answers for: what waits is replaced at once, what is accepted when
  /// this is accepted. `today` is the day that it may not go beyond: that of the act, where none is given; a practice
  /// book has a day of its own.
  @discardableResult
  public func deliver(
    _ delivery: CountDelivery, from source: DeliverySource, replacing: Int64? = nil, proof: DeliveryProof? = nil,
    on today: CalendarDate? = nil
  ) throws -> (id: Int64, isNew: Bool) {
    let key = try proof.map { try keyID(of: $0, for: delivery.insatsID) }
    let cases = try connection.deliveries(where: "d.insats_id = ?", .text(delivery.insatsID))
    if let same = cases.last(where: { $0.delivery == delivery }) {
      guard same.state.place != .replaced else { throw DeliveryRefusal.deliveredBefore(same.id) }
      return (same.id, false)
    }
    if let replacing {
      guard let old = cases.first(where: { $0.id == replacing }), old.state.place != .replaced else {
        throw DeliveryRefusal.cannotReplace(replacing)
      }
    }
    if let waiting = cases.first(where: { other in
      other.id != replacing && [.delivered, .returned].contains(other.state.place)
        && other.delivery.period.overlaps(delivery.period)
    }) {
      throw DeliveryRefusal.alreadyWaiting(waiting.id)
    }
    let faults = delivery.faults(
      against: try deliveryGround(of: delivery.insatsID, replacing: replacing, today: today))
    let wrong = faults.filter { $0.weight == .wrong }
    guard wrong.isEmpty else { throw DeliveryRefusal.faulty(wrong) }
    let id = try posting.keys.next("delivery")
    _ = try act(.deliverCounts, subject: subject(id, delivery)) { act in
      try act.record(
        "delivery", .integer(id), .text(delivery.insatsID), .date(delivery.period.lowerBound),
        .date(delivery.period.upperBound), replacing.map { .integer($0) } ?? .null, .text(source.rawValue),
        key.map { .integer($0) } ?? .null,
        proof.map { .text(DeliveryProof.hexadecimal($0.signature)) } ?? .null, .integer(delivery.adviceCalls),
        .text(delivery.remark), .integer(act.sequence))
      let recorder = try act.recorder("delivery_count")
      for (position, fields) in delivery.countFields.enumerated() {
        recorder.integer(id)
        recorder.integer(Int64(position))
        for field in fields { recorder.field(field) }
        recorder.integer(act.sequence)
        try recorder.end()
      }
      if let replacing, let old = cases.first(where: { $0.id == replacing }), old.state.place != .accepted {
        try self.step(.replaced, replacing, by: id, in: act)
      }
      try self.step(.delivered, id, in: act)
    }
    return (id, true)
  }

  /// Accepts a delivery: its counts are the association's from now on, and what it corrects no longer is.
  public func acceptDelivery(_ id: Int64) throws {
    let present = try find(id)
    guard case .delivered(let delivered) = present.state else {
      throw DeliveryRefusal.doesNotFollow(present.state.place)
    }
    let ground = try deliveryGround(of: present.delivery.insatsID, replacing: present.replaces, today: nil)
    _ = try delivered.accepted(
      StepMark(by: actor, at: moment), faults: present.delivery.faults(against: ground))
    let cases = try connection.deliveries(where: "d.insats_id = ?", .text(present.delivery.insatsID))
    let chain = DeliveryChain(cases, from: present.replaces)
    _ = try act(.acceptDelivery, subject: subject(id, present.delivery)) { act in
      for old in cases where chain.ids.contains(old.id) && old.state.place == .accepted {
        try self.step(.replaced, old.id, by: id, in: act)
      }
      try self.step(.accepted, id, in: act)
    }
  }

  /// Sends a delivery back with a question.
  public func returnDelivery(_ id: Int64, asking question: String) throws {
    let present = try find(id)
    guard case .delivered(let delivered) = present.state else {
      throw DeliveryRefusal.doesNotFollow(present.state.place)
    }
    _ = try delivered.returned(asking: question, StepMark(by: actor, at: moment))
    _ = try act(.returnDelivery, subject: subject(id, present.delivery)) {
      try self.step(.returned, id, text: question, in: $0)
    }
  }

  /// Registers a performer's public key for those insatser.
  @discardableResult
  public func registerDeliveryKey(_ bytes: [UInt8], name: String, insatser: Set<String>) throws -> Int64 {
    guard bytes.count == 32, (try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)) != nil else {
      // Whatever Crypto says of it, it is no key that can have signed anything.
      throw DeliveryRefusal.keyMalformed
    }
    guard name.utf8.contains(where: { $0 > 32 }), !insatser.isEmpty else { throw DeliveryRefusal.keyIncomplete }
    let text = DeliveryProof.hexadecimal(bytes)
    guard try !connection.deliveryKeys().contains(where: { $0.publicKey == text }) else {
      throw DeliveryRefusal.keyTaken
    }
    let id = try posting.keys.next("delivery_key")
    _ = try act(.deliveryKey, subject: "\(id) \(name)") { act in
      try act.record("delivery_key", .integer(id), .text(name), .text(text), .integer(act.sequence))
      for insats in insatser.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        try act.record("delivery_key_insats", .integer(id), .text(insats), .integer(act.sequence))
      }
    }
    return id
  }

  /// Revokes a key: nothing that it signs is taken from now on. What it has signed stands.
  public func endDeliveryKey(_ id: Int64, because reason: String) throws {
    guard let key = try connection.deliveryKeys().first(where: { $0.id == id }), key.ended == nil else {
      throw DeliveryRefusal.keyUnknown
    }
    guard reason.utf8.contains(where: { $0 > 32 }) else { throw Store.Refusal.reasonMissing }
    _ = try act(.endDeliveryKey, subject: "\(id) \(key.name)") {
      try $0.record("delivery_key_end", .integer(id), .text(reason), .integer($0.sequence))
    }
  }

  // Within.

  private func deliveryGround(
    of insatsID: String, replacing: Int64?, today: CalendarDate?
  ) throws -> DeliveryGround {
    guard let today = today ?? moment.dayInSweden else { throw Store.Refusal.corrupt("history") }
    return try connection.deliveryGround(of: insatsID, replacing: replacing, today: today)
  }

  private func keyID(of proof: DeliveryProof, for insatsID: String) throws -> Int64 {
    let text = DeliveryProof.hexadecimal(proof.publicKey)
    guard
      let key = try connection.deliveryKeys().first(where: {
        $0.publicKey == text && $0.ended == nil && $0.insatser.contains(insatsID)
      })
    else { throw DeliveryRefusal.keyUnknown }
    guard proof.isRight else { throw DeliveryRefusal.signatureWrong }
    return key.id
  }

  private func find(_ id: Int64) throws -> DeliveryCase {
    guard let present = try connection.deliveries(where: "d.id = ?", .integer(id)).first else {
      throw DeliveryRefusal.unknown
    }
    return present
  }

  private func step(
    _ place: DeliveryPlace, _ id: Int64, text: String = "", by: Int64? = nil, in act: Act
  ) throws {
    try act.record(
      "delivery_step", .integer(try posting.keys.next("delivery_step")), .integer(id), .text(place.rawValue),
      .text(text), by.map { .integer($0) } ?? .null, .integer(act.sequence))
  }

  private func subject(_ id: Int64, _ delivery: CountDelivery) -> String {
    "\(id) (\(delivery.insatsID) \(delivery.period.lowerBound.text)–\(delivery.period.upperBound.text))"
  }
}

extension Store {
  /// What a delivery is held against on that day, where it corrects the one that is given.
  public func deliveryGround(
    of insatsID: String, replacing: Int64?, today: CalendarDate
  ) throws(Refusal) -> DeliveryGround {
    try read { try $0.deliveryGround(of: insatsID, replacing: replacing, today: today) }
  }
}

extension Connection {
  fileprivate func deliveryGround(
    of insatsID: String, replacing: Int64?, today: CalendarDate
  ) throws -> DeliveryGround {
    let association = try association()
    let cases = try deliveries(where: "d.insats_id = ?", .text(insatsID))
    let chain = DeliveryChain(cases, from: replacing)
    let accepted = cases.filter { $0.state.place == .accepted && !chain.ids.contains($0.id) }.map(\.delivery)
    return DeliveryGround(
      insats: association.insatser.first { $0.id == insatsID }, today: today, accepted: accepted,
      exitReasons: association.exitReasons)
  }
}

/// A delivery and those that it stands in the place of, one after another.
private struct DeliveryChain {
  let ids: Set<Int64>

  init(_ cases: [DeliveryCase], from last: Int64?) {
    var ids: Set<Int64> = []
    var next = last
    while let id = next, ids.insert(id).inserted { next = cases.first { $0.id == id }?.replaces }
    self.ids = ids
  }
}
