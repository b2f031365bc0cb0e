package import Association
import Ledger

extension Words {
  /// What the law asks of the board and is not so, with what to do. `member` gives a member's name.
  package static func sentence(_ fault: BoardFault, member: (String) -> String) -> String {
    switch fault {
    case .noMember(let id):
      "\(member(id)) har ingen ledamot. Varje medlem ska ha minst en (§ 10). Be medlemmen utse en och lägg till platsen."
    case .noSubstitute(let id):
      "\(member(id)) har ingen ersättare. Varje medlem ska ha minst en (§ 10). Be medlemmen utse en och lägg till platsen."
    case .uneven(let members, let substitutes):
      "Styrelsen har \(members) ledamöter och \(substitutes) ersättare. De ska vara lika många (§ 10)."
    case .chairs(0): "Styrelsen har ingen ordförande. Den väljs av styrelsen bland ledamöterna (§ 17)."
    case .chairs(let count): "Styrelsen har \(count) ordförande. Det ska vara en (§ 17); rätta funktionerna."
    case .viceChairs(0): "Styrelsen har ingen vice ordförande. Det ska vara en eller två (§ 17)."
    case .viceChairs(let count): "Styrelsen har \(count) vice ordförande. Det ska vara en eller två (§ 17)."
    case .orderMissing(let id):
      "\(member(id)) har flera ersättare utan ordning. När ersättare utses ska det bestämmas i vilken ordning de kallas in "
        + "(§ 12)."
    case .termTooLong(let seat):
      "Mandattiden för \(seat.function.lowercased()) från \(member(seat.memberID)) är längre än fyra år (§ 13). Rätta dagarna."
    case .unknownMember(let seat):
      "\(seat.function) har ingen medlem som utsett. Välj medlem på platsen (§ 12)."
    }
  }
}
