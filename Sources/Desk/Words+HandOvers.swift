package import Store

extension Words {
  /// Why a hand-over was not recorded, and what to do.
  package static func sentence(_ refusal: HandOver.Refusal) -> String {
    switch refusal {
    case .notRegistered:
      "Insatsen är inte upplagd i Uppföljning Finsam. Fyll i inriktning, uppföljningsmetod och ESF-finansiering först."
    case .unchanged: "Samma antal är redan förda över. Ingenting har sparats."
    }
  }
}
