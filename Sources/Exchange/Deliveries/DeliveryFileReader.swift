import Association
import Ledger

/// Reads a delivery's JSON. It stops at no fault but one: where the file is no JSON.
struct DeliveryFileReader {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func read(_ bytes: [UInt8]) -> DeliveryFile? {
    guard bytes.count <= DeliveryFile.byteCountMax else {
      diagnostics.append(.deliveryTooLarge(bytes.count, at: Place(file: file)))
      return nil
    }
    let root: JSONNode
    do {
      root = try JSONReader.read(bytes, named: file)
    } catch {
      diagnostics.append(.deliveryJSON(error.message, at: error.place))
      return nil
    }
    let head = members(of: root, among: ["format", "version", "leverans", "signatur"])
    guard let form = string(head, "format", in: root, max: 40) else { return nil }
    guard form == DeliveryFile.form else {
      diagnostics.append(.deliveryForm(form, at: head["format"]?.place ?? root.place))
      return nil
    }
    guard let version = count(head, "version", in: root) else { return nil }
    guard version == DeliveryFile.version else {
      diagnostics.append(.deliveryVersion(version, at: head["version"]?.place ?? root.place))
      return nil
    }
    guard let body = head["leverans"] else {
      diagnostics.append(.deliveryMissing("leverans", at: root.place))
      return nil
    }
    let delivery = delivery(body)
    let signature = head["signatur"].map { self.signature($0) }
    guard let delivery else { return nil }
    return DeliveryFile(delivery, signature: signature ?? nil)
  }

  // The parts of a delivery.

  private mutating func delivery(_ node: JSONNode) -> CountDelivery? {
    let members = members(
      of: node,
      among: [
        DeliveryKey.insats, DeliveryKey.first, DeliveryKey.last, DeliveryKey.flow, DeliveryKey.grounds,
        DeliveryKey.adviceCalls, DeliveryKey.volume, DeliveryKey.alsoElsewhere, DeliveryKey.screening,
        DeliveryKey.coverage, DeliveryKey.remark,
      ])
    let insats = string(members, DeliveryKey.insats, in: node, max: CountDelivery.idByteCountMax)
    let first = day(members, DeliveryKey.first, in: node)
    let last = day(members, DeliveryKey.last, in: node)
    let flow = members[DeliveryKey.flow].flatMap { self.flow($0) }
    let grounds = members[DeliveryKey.grounds].map { self.grounds($0) } ?? [:]
    let calls = members[DeliveryKey.adviceCalls] == nil ? nil : count(members, DeliveryKey.adviceCalls, in: node)
    let volume = members[DeliveryKey.volume].flatMap { tally($0) }
    let also = members[DeliveryKey.alsoElsewhere].flatMap { tally($0) }
    let screening = members[DeliveryKey.screening].flatMap { self.screening($0) }
    let coverage = members[DeliveryKey.coverage].map { self.coverage($0) } ?? []
    let remark =
      members[DeliveryKey.remark] == nil
      ? "" : string(members, DeliveryKey.remark, in: node, max: CountDelivery.remarkByteCountMax, mayBeEmpty: true)
    guard let insats, let first, let last else { return nil }
    guard first <= last else {
      diagnostics.append(.deliveryPeriod(first, last, at: members[DeliveryKey.last]?.place ?? node.place))
      return nil
    }
    return CountDelivery(
      insatsID: insats, period: first...last, flow: flow, grounds: grounds, adviceCalls: calls, volume: volume,
      alsoElsewhere: also, screening: screening, coverage: coverage, remark: remark ?? "")
  }

  private mutating func flow(_ node: JSONNode) -> Flow? {
    let rows = members(of: node, among: Flow.Row.allCases.map(\.rawValue))
    let none = Tally(women: 0, men: 0)
    var flow = Flow(carried: none, new: none, finished: none, ongoing: none)
    for row in Flow.Row.allCases {
      guard let part = rows[row.rawValue] else {
        diagnostics.append(.deliveryMissing(row.rawValue, at: node.place))
        continue
      }
      flow[row] = tally(part) ?? none
    }
    return flow
  }

  private mutating func grounds(_ node: JSONNode) -> [CountGround: [CountDelivery.Row]] {
    var grounds: [CountGround: [CountDelivery.Row]] = [:]
    let members = members(of: node, among: CountGround.allCases.map(\.rawValue))
    for ground in CountGround.allCases {
      guard let part = members[ground.rawValue] else { continue }
      let nodes = array(part, max: CountDelivery.rowCountMax)
      var rows: [CountDelivery.Row] = []
      for node in nodes {
        let keys = [DeliveryKey.id, DeliveryKey.title] + DeliveryKey.tally
        let members = self.members(of: node, among: keys)
        let id = string(members, DeliveryKey.id, in: node, max: CountDelivery.idByteCountMax)
        let title = string(members, DeliveryKey.title, in: node, max: CountDelivery.titleByteCountMax)
        let tally = tally(members, in: node)
        if let id, let title { rows.append(CountDelivery.Row(id: id, title: title, tally: tally)) }
      }
      grounds[ground] = rows
    }
    return grounds
  }

  private mutating func screening(_ node: JSONNode) -> CountDelivery.Screening? {
    let members = members(of: node, among: [DeliveryKey.asked, DeliveryKey.answered])
    for key in [DeliveryKey.asked, DeliveryKey.answered] where members[key] == nil {
      diagnostics.append(.deliveryMissing(key, at: node.place))
    }
    guard let asked = members[DeliveryKey.asked].flatMap({ tally($0) }),
      let answered = members[DeliveryKey.answered].flatMap({ tally($0) })
    else { return nil }
    return CountDelivery.Screening(asked: asked, answered: answered)
  }

  private mutating func coverage(_ node: JSONNode) -> [CountDelivery.Coverage] {
    var coverage: [CountDelivery.Coverage] = []
    for node in array(node, max: CountDelivery.coverageCountMax) {
      let members = members(of: node, among: [DeliveryKey.ground, DeliveryKey.reason] + DeliveryKey.tally)
      var ground: CountGround?
      if let named = members[DeliveryKey.ground], let text = string(members, DeliveryKey.ground, in: node, max: 40) {
        ground = CountGround(rawValue: text)
        if ground == nil {
          diagnostics.append(.deliveryKind(named, "någon av \(CountGround.words)", DeliveryKey.ground))
        }
      }
      let tally = tally(members, in: node)
      guard
        let reason = string(members, DeliveryKey.reason, in: node, max: CountDelivery.remarkByteCountMax)
      else { continue }
      coverage.append(CountDelivery.Coverage(ground: ground, tally: tally, reason: reason))
    }
    return coverage
  }

  private mutating func signature(_ node: JSONNode) -> DeliveryFile.Signature? {
    let members = members(of: node, among: ["nyckel", "ed25519"])
    func bytes(_ key: String, _ count: Int) -> [UInt8]? {
      guard let text = string(members, key, in: node, max: 200) else { return nil }
      guard let bytes = Hexadecimal.bytes(of: text), bytes.count == count else {
        diagnostics.append(.deliverySignature(key, count, at: members[key]?.place ?? node.place))
        return nil
      }
      return bytes
    }
    let key = bytes("nyckel", DeliveryFile.Signature.keyByteCount)
    let signed = bytes("ed25519", DeliveryFile.Signature.byteCount)
    guard let key, let signed else { return nil }
    return DeliveryFile.Signature(publicKey: key, bytes: signed)
  }

  // Values of a kind.

  private mutating func tally(_ node: JSONNode) -> Tally? {
    guard case .object = node.value else {
      diagnostics.append(.deliveryKind(node, "ett objekt med kvinnor, män och ej-angivet", "Antalet"))
      return nil
    }
    return tally(members(of: node, among: DeliveryKey.tally), in: node)
  }

  private mutating func tally(_ members: [String: JSONNode], in node: JSONNode) -> Tally {
    let counts = DeliveryKey.tally.map { count(members, $0, in: node) ?? 0 }
    return Tally(women: counts[0], men: counts[1], notStated: counts[2])
  }

  private mutating func members(of node: JSONNode, among known: [String]) -> [String: JSONNode] {
    guard case .object(let members) = node.value else {
      diagnostics.append(.deliveryKind(node, "ett objekt", "Värdet"))
      return [:]
    }
    var found: [String: JSONNode] = [:]
    for member in members {
      guard known.contains(member.key) else {
        diagnostics.append(.deliveryKey(member.key, known: known, at: member.keyPlace))
        continue
      }
      if found.updateValue(member.node, forKey: member.key) != nil {
        diagnostics.append(.deliveryTwice(member.key, at: member.keyPlace))
      }
    }
    return found
  }

  private mutating func array(_ node: JSONNode, max: Int) -> [JSONNode] {
    guard case .array(let nodes) = node.value else {
      diagnostics.append(.deliveryKind(node, "en lista", "Värdet"))
      return []
    }
    if nodes.count > max { diagnostics.append(.deliveryTooMany(nodes.count, max: max, at: node.place)) }
    return Array(nodes.prefix(max))
  }

  private mutating func count(_ members: [String: JSONNode], _ key: String, in node: JSONNode) -> Int? {
    guard let member = members[key] else {
      diagnostics.append(.deliveryMissing(key, at: node.place))
      return nil
    }
    guard case .number(let text) = member.value, let count = Int(text), (0...CountDelivery.countMax).contains(count)
    else {
      diagnostics.append(.deliveryCount(member, key))
      return nil
    }
    return count
  }

  private mutating func day(_ members: [String: JSONNode], _ key: String, in node: JSONNode) -> CalendarDate? {
    guard let member = members[key] else {
      diagnostics.append(.deliveryMissing(key, at: node.place))
      return nil
    }
    guard case .string(let text) = member.value, let day = CalendarDate(text) else {
      diagnostics.append(.deliveryKind(member, "en dag som 2025-12-31", key))
      return nil
    }
    return day
  }

  private mutating func string(
    _ members: [String: JSONNode], _ key: String, in node: JSONNode, max: Int, mayBeEmpty: Bool = false
  ) -> String? {
    guard let member = members[key] else {
      diagnostics.append(.deliveryMissing(key, at: node.place))
      return nil
    }
    guard case .string(let text) = member.value else {
      diagnostics.append(.deliveryKind(member, "en text inom citattecken", key))
      return nil
    }
    guard PersonalNumber.find(in: text).isEmpty else {
      diagnostics.append(.deliveryPersonalNumber(at: member.place))
      return nil
    }
    guard text.utf8.count <= max, mayBeEmpty || !text.isEmpty,
      text.unicodeScalars.allSatisfy({ $0 == "\n" || $0.properties.generalCategory != .control })
    else {
      diagnostics.append(.deliveryText(key, text.utf8.count, max: max, at: member.place))
      return nil
    }
    return text
  }
}

extension CountGround {
  fileprivate static var words: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Diagnostic {
  private static func delivery(_ code: String, _ place: Place, _ message: String) -> Diagnostic {
    Diagnostic(code: code, severity: .error, place: place, message: message)
  }

  static func deliveryTooLarge(_ count: Int, at place: Place) -> Diagnostic {
    delivery(
      "leverans-storlek", place,
      "Filen är \(count) byte, och högst \(DeliveryFile.byteCountMax) läses. Kontrollera att det är filen med leveransen."
    )
  }

  fileprivate static func deliveryJSON(_ message: String, at place: Place) -> Diagnostic {
    delivery("leverans-json", place, "\(message) Filen är inte hel JSON. Gör leveransen på nytt och skicka den filen.")
  }

  fileprivate static func deliveryForm(_ form: String, at place: Place) -> Diagnostic {
    delivery(
      "leverans-format", place,
      "Filen säger sig vara ”\(PersonalNumber.masked(form))”, men en leverans är ”\(DeliveryFile.form)”. Välj filen med leveransen."
    )
  }

  fileprivate static func deliveryVersion(_ version: Int, at place: Place) -> Diagnostic {
    delivery(
      "leverans-version", place,
      "Filen är av version \(version), och det här programmet läser version \(DeliveryFile.version). Uppdatera det program som är äldst."
    )
  }

  fileprivate static func deliveryKey(_ key: String, known: [String], at place: Place) -> Diagnostic {
    delivery(
      "leverans-nyckel", place,
      "Här står nyckeln ”\(PersonalNumber.masked(key))”, som ingen leverans har. En leverans har bara antal; här kan stå "
        + "\(known.joined(separator: ", ")). Ta bort nyckeln.")
  }

  fileprivate static func deliveryTwice(_ key: String, at place: Place) -> Diagnostic {
    delivery("leverans-dubblett", place, "Nyckeln \(key) står två gånger. Behåll en av dem.")
  }

  fileprivate static func deliveryMissing(_ key: String, at place: Place) -> Diagnostic {
    delivery("leverans-saknas", place, "Nyckeln \(key) saknas i det som börjar här. Lägg till den.")
  }

  fileprivate static func deliveryKind(_ node: JSONNode, _ wanted: String, _ key: String) -> Diagnostic {
    delivery("leverans-typ", node.place, "\(key) är \(node.words), och ska vara \(wanted).")
  }

  fileprivate static func deliveryCount(_ node: JSONNode, _ key: String) -> Diagnostic {
    delivery(
      "leverans-antal", node.place,
      "\(key) är \(node.words), och ska vara ett helt tal från 0 till \(CountDelivery.countMax) utan citattecken.")
  }

  static func deliveryTooMany(_ count: Int, max: Int, at place: Place) -> Diagnostic {
    delivery("leverans-rader", place, "Listan har \(count) rader, och högst \(max) läses. Slå ihop rader.")
  }

  fileprivate static func deliveryText(_ key: String, _ count: Int, max: Int, at place: Place) -> Diagnostic {
    delivery(
      "leverans-text", place,
      "\(key) är en text på \(count) byte. Den ska ha mellan 1 och \(max) byte och inga styrtecken.")
  }

  static func deliveryPeriod(
    _ first: CalendarDate, _ last: CalendarDate, at place: Place
  ) -> Diagnostic {
    delivery(
      "leverans-period", place,
      "Perioden går från \(first.text) till \(last.text), alltså baklänges. Skriv den första dagen först.")
  }

  fileprivate static func deliverySignature(_ key: String, _ count: Int, at place: Place) -> Diagnostic {
    delivery(
      "leverans-signatur", place, "\(key) ska vara \(2 * count) hexadecimala siffror. Gör leveransen på nytt.")
  }

  fileprivate static func deliveryPersonalNumber(at place: Place) -> Diagnostic {
    delivery(
      "leverans-personnummer", place,
      "Texten innehåller ett personnummer eller samordningsnummer. En leverans har bara antal. Ta bort numret.")
  }
}
