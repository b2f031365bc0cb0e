import Association
import HTTPTypes
import Ledger
import Press
import Store

/// What performers' own exit reasons are in the words common to all insatser.
enum MapExitReasons {
  enum Name {
    static func insats(_ row: Int) -> String { "insats-\(row + 1)" }
    static func code(_ row: Int) -> String { "kod-\(row + 1)" }
    static func reason(_ row: Int) -> String { "orsak-\(row + 1)" }
  }

  /// More than all insatser have together.
  private static let rowCountMax = 1000

  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(try page(asked)) }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let known = try rows(asked)
    var chosen: [(row: ExitReasonMapping, isSaid: Bool)] = []
    var faults: [FieldFault] = []
    for index in 0..<rowCountMax where asked.form.has(Name.code(index)) {
      let (insats, code) = (asked.form.choice(Name.insats(index)), asked.form.choice(Name.code(index)))
      // Only what has been delivered is mapped, under the name it was delivered with.
      guard let row = known.first(where: { $0.insatsID == insats && $0.code == code }) else { continue }
      let text = asked.form.choice(Name.reason(index))
      let reason = ExitReason(rawValue: text)
      if reason == nil, !text.isEmpty {
        faults.append(
          FieldFault(field: Name.reason(index), message: "Välj en av de gemensamma anledningarna i listan."))
      }
      chosen.append(
        (
          ExitReasonMapping(insatsID: insats, code: code, title: row.title, reason: reason ?? .other), reason != nil
        ))
    }
    guard faults.isEmpty else { return .page(try page(asked, faults: faults), status: .unprocessableContent) }
    let line = try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      for (mapping, isSaid) in chosen {
        let place = association.exitReasons.firstIndex {
          $0.insatsID == mapping.insatsID && $0.code == mapping.code
        }
        if let place {
          if isSaid {
            association.exitReasons[place].reason = mapping.reason
          } else {
            association.exitReasons.remove(at: place)
          }
        } else if isSaid {
          association.exitReasons.append(mapping)
        }
      }
      return try writing.record(association)
    }
    return .see(
      Addresses.exitReasons.path(),
      notice: line == nil ? "Inget är ändrat." : "Avslutsanledningarna är sparade. Tabeller och mål räknas om.")
  }

  /// Every exit reason that anybody has delivered or that is mapped, insats by insats, but for the common ones.
  private static func rows(_ asked: Asked) throws -> [ExitReasonMapping] {
    let association = try asked.store.association()
    var rows = association.exitReasons
    for delivery in try asked.store.deliveries().map(\.delivery) {
      for row in delivery.grounds[.exitReason] ?? [] {
        let isCommon = ExitReason(rawValue: row.id) != nil
        let isKnown = rows.contains {
          ($0.insatsID == delivery.insatsID || $0.insatsID.isEmpty) && $0.code == row.id
        }
        guard !isCommon, !isKnown else { continue }
        rows.append(
          ExitReasonMapping(insatsID: delivery.insatsID, code: row.id, title: row.title, reason: .other))
      }
    }
    return rows
  }

  private static func page(_ asked: Asked, faults: [FieldFault] = []) throws -> Page {
    let desk = try DeliveryDesk(asked)
    let rows = try rows(asked)
    let mapped = desk.association.exitReasons
    let options = [("", "Välj")] + ExitReason.allCases.map { ($0.rawValue, $0.title) }
    let fields = rows.enumerated().map { index, row -> HTML in
      let present = mapped.first { $0.insatsID == row.insatsID && $0.code == row.code }
      let name = Name.reason(index)
      let typed = asked.form.has(name) ? asked.form.choice(name) : present?.reason.rawValue ?? ""
      return .joined([
        FormPart.hidden(Name.insats(index), row.insatsID), FormPart.hidden(Name.code(index), row.code),
        FormPart.select(
          name, "\(row.title) (\(row.insatsID.isEmpty ? "alla insatser" : desk.name(row.insatsID)))",
          options: options.map { (value: $0.0, words: $0.1) }, chosen: typed,
          hint: present == nil ? "Ingen har sagt vad den är än." : "", faults: faults),
      ])
    }
    return Page(
      title: "Avslutsanledningar", section: .deliveries,
      trail: [Page.Link("Leveranser", Addresses.deliveries.path())],
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p",
          .text(
            "Utförarna har egna listor över varför någon slutar. Säg vilken av de gemensamma anledningarna var och en är, så "
              + "kan de läggas ihop. En gemensam anledning behöver inte sägas.")),
        fields.isEmpty
          ? tag("p", [.class("empty")], .text("Ingen leverans har en egen avslutsanledning."))
          : FormPart.form(
            to: Addresses.exitReasons.path(), asked.visitor, each: fields + [FormPart.button("Spara")]),
      ]))
  }
}
