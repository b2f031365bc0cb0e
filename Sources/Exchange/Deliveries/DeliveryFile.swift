public import Association
public import Ledger

/// A delivery of counts as a JSON file, signed or not. It is what `finsam counter` makes and what a page reads.
///
/// The form is closed: there is a key for each count and none for anything else, so that a file with a person in it is
/// refused rather than read in part.
public struct DeliveryFile: Hashable, Sendable {
  /// Who says that the counts are theirs: an Ed25519 signature (RFC 8032) of `signedBytes(of:)`.
  public struct Signature: Hashable, Sendable {
    /// The public key, 32 bytes.
    public var publicKey: [UInt8]
    /// The signature, 64 bytes.
    public var bytes: [UInt8]

    /// A signature.
    public init(publicKey: [UInt8], bytes: [UInt8]) {
      self.publicKey = publicKey
      self.bytes = bytes
    }

    /// How many bytes a public key has.
    public static let keyByteCount = 32
    /// How many bytes a signature has.
    public static let byteCount = 64
  }

  /// The counts.
  public var delivery: CountDelivery
  /// Who signed them; nil where nobody has.
  public var signature: Signature?

  /// A file.
  public init(_ delivery: CountDelivery, signature: Signature? = nil) {
    self.delivery = delivery
    self.signature = signature
  }

  /// The largest file that is read: a delivery is some kilobytes.
  public static let byteCountMax = 1 << 20

  /// What a signature is of: the same counts give the same bytes, however the file that holds them is laid out.
  public static func signedBytes(of delivery: CountDelivery) -> [UInt8] {
    Array("\(form) \(version)\n\(text(of: delivery))".utf8)
  }

  /// The file. The same counts and the same signature give the same bytes.
  public func bytes() -> [UInt8] {
    var text = "{\"format\":\"\(DeliveryFile.form)\",\"version\":\(DeliveryFile.version),\n"
    text += "\"leverans\":\(DeliveryFile.text(of: delivery))"
    if let signature {
      text += ",\n\"signatur\":{\"nyckel\":\"\(Hexadecimal.text(of: signature.publicKey))\","
      text += "\"ed25519\":\"\(Hexadecimal.text(of: signature.bytes))\"}"
    }
    return Array((text + "}\n").utf8)
  }

  /// Reads a file. Nil where not every key could be read; what is wrong is told with line and column. Whether the
  /// signature is right is another question, and so is whether the counts agree (`CountDelivery.faults`).
  public static func read(_ bytes: [UInt8], named name: String) -> Reading<DeliveryFile?> {
    var reader = DeliveryFileReader(file: name)
    let file = reader.read(bytes)
    return Reading(value: reader.diagnostics.isEmpty ? file : nil, diagnostics: reader.diagnostics)
  }

  /// A public key as it is registered and written: 64 hexadecimal digits.
  public static func keyText(_ key: [UInt8]) -> String { Hexadecimal.text(of: key) }

  /// The key that the text is; nil where it is none. Blanks and line ends in it are passed over.
  public static func key(_ text: String) -> [UInt8]? {
    let plain = String(text.unicodeScalars.filter { !$0.properties.isWhitespace })
    guard let bytes = Hexadecimal.bytes(of: plain), bytes.count == Signature.keyByteCount else { return nil }
    return bytes
  }

  static let form = "finsam-leverans"
  static let version = 1

  /// The delivery in one order, without blanks. What is not said is not there.
  private static func text(of delivery: CountDelivery) -> String {
    var members = [
      "\"\(DeliveryKey.insats)\":\(quoted(delivery.insatsID))",
      "\"\(DeliveryKey.first)\":\"\(delivery.period.lowerBound.text)\"",
      "\"\(DeliveryKey.last)\":\"\(delivery.period.upperBound.text)\"",
    ]
    if let flow = delivery.flow {
      let rows = Flow.Row.allCases.map { "\"\($0.rawValue)\":{\(text(of: flow[$0]))}" }
      members.append("\"\(DeliveryKey.flow)\":{\(rows.joined(separator: ","))}")
    }
    let grounds = CountGround.allCases.compactMap { ground in
      delivery.grounds[ground].map { rows in
        let items = rows.map { row in
          "{\"\(DeliveryKey.id)\":\(quoted(row.id)),\"\(DeliveryKey.title)\":\(quoted(row.title)),\(text(of: row.tally))}"
        }
        return "\"\(ground.rawValue)\":[\(items.joined(separator: ","))]"
      }
    }
    if !grounds.isEmpty { members.append("\"\(DeliveryKey.grounds)\":{\(grounds.joined(separator: ","))}") }
    if let calls = delivery.adviceCalls { members.append("\"\(DeliveryKey.adviceCalls)\":\(calls)") }
    if let volume = delivery.volume { members.append("\"\(DeliveryKey.volume)\":{\(text(of: volume))}") }
    if let also = delivery.alsoElsewhere { members.append("\"\(DeliveryKey.alsoElsewhere)\":{\(text(of: also))}") }
    if let screening = delivery.screening {
      members.append(
        "\"\(DeliveryKey.screening)\":{\"\(DeliveryKey.asked)\":{\(text(of: screening.asked))},"
          + "\"\(DeliveryKey.answered)\":{\(text(of: screening.answered))}}")
    }
    if !delivery.coverage.isEmpty {
      let items = delivery.coverage.map { coverage in
        "{" + (coverage.ground.map { "\"\(DeliveryKey.ground)\":\"\($0.rawValue)\"," } ?? "")
          + "\(text(of: coverage.tally)),\"\(DeliveryKey.reason)\":\(quoted(coverage.reason))}"
      }
      members.append("\"\(DeliveryKey.coverage)\":[\(items.joined(separator: ","))]")
    }
    if !delivery.remark.isEmpty { members.append("\"\(DeliveryKey.remark)\":\(quoted(delivery.remark))") }
    return "{\(members.joined(separator: ","))}"
  }

  private static func text(of tally: Tally) -> String {
    "\"\(DeliveryKey.women)\":\(tally.women),\"\(DeliveryKey.men)\":\(tally.men),"
      + "\"\(DeliveryKey.notStated)\":\(tally.notStated)"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\u{0}"..<" ": quoted += "\\u00" + Hexadecimal.text(of: [UInt8(scalar.value)])
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

/// The keys of the file.
enum DeliveryKey {
  static let insats = "insats"
  static let first = "från"
  static let last = "till"
  static let flow = "flöde"
  static let grounds = "grunder"
  static let adviceCalls = "rådgivande-samtal"
  static let volume = "volym"
  static let alsoElsewhere = "även-i-annan-insats"
  static let screening = "våldsscreening"
  static let asked = "tillfrågade"
  static let answered = "svarat"
  static let coverage = "bortfall"
  static let ground = "grund"
  static let reason = "skäl"
  static let remark = "anmärkning"
  static let id = "id"
  static let title = "rubrik"
  static let women = "kvinnor"
  static let men = "män"
  static let notStated = "ej-angivet"
  static let tally = [women, men, notStated]
}
