import Ledger

/// The keys under which accounts, objects and sets of objects are stored. What is met for the first time is recorded
/// in the act that meets it; what is recorded is held for as long as the transaction lasts.
final class KeyRing {
  private let connection: Connection
  private var accounts: [AccountNumber: Int64] = [:]
  private var objects: [ObjectReference: Int64] = [:]
  private var sets: [ObjectSet: Int64] = [:]

  init(_ connection: Connection) { self.connection = connection }

  func account(_ number: AccountNumber, _ act: Act) throws -> Int64 {
    if let id = accounts[number] { return id }
    let stored = try connection.first("SELECT id FROM account WHERE number = ?", .text(number.text)) { $0.integer(0) }
    let id = try stored ?? next("account")
    if stored == nil { try act.record("account", .integer(id), .text(number.text), .integer(act.sequence)) }
    accounts[number] = id
    return id
  }

  func object(_ reference: ObjectReference, _ act: Act) throws -> Int64 {
    if let id = objects[reference] { return id }
    let dimension = Field.integer(reference.dimension.number)
    let stored = try connection.first(
      "SELECT id FROM object WHERE dimension = ? AND object = ?", dimension, .text(reference.object)
    ) { $0.integer(0) }
    let id = try stored ?? next("object")
    if stored == nil {
      try act.record("object", .integer(id), dimension, .text(reference.object), .integer(act.sequence))
    }
    objects[reference] = id
    return id
  }

  /// The key of the set, nil for none: NULL costs no look-up of a foreign key.
  func objectSet(_ set: ObjectSet, _ act: Act) throws -> Int64? {
    if set.isEmpty { return nil }
    if let id = sets[set] { return id }
    let members = try set.objects.map { try object($0, act) }
    // The members' keys, in the set's own order, name the set: two equal sets cannot be stored twice.
    let key = members.map { "\($0)" }.joined(separator: " ")
    let stored = try connection.first("SELECT id FROM object_set WHERE key = ?", .text(key)) { $0.integer(0) }
    let id = try stored ?? next("object_set")
    if stored == nil {
      try act.record("object_set", .integer(id), .text(key), .integer(act.sequence))
      for (position, member) in members.enumerated() {
        try act.record(
          "object_set_member", .integer(id), .integer(position), .integer(member), .integer(act.sequence))
      }
    }
    sets[set] = id
    return id
  }

  /// The next free id of a table of facts.
  func next(_ table: String) throws -> Int64 {
    try connection.first("SELECT COALESCE(MAX(id), 0) + 1 FROM \(table)") { $0.integer(0) } ?? 1
  }
}
