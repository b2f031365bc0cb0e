package import Association
import Report

extension Words {
  /// Why a step was not taken with an invoice, and what to do.
  package static func sentence(_ refusal: InvoiceRefusal) -> String {
    switch refusal {
    case .unknown: "Fakturan finns inte. Gå till sidan Leverantörsfakturor och välj bland dem som står där."
    case .alreadyReceived: "Precis den här filen är redan mottagen. Inget har sparats en gång till."
    case .notNow(let state):
      "Fakturan är \(state), så det går inte att göra det nu. Läs in sidan på nytt och se vad som är nästa steg."
    case .sameUser:
      "Du har mottagningsattesterat fakturan. Två personer attesterar varje faktura: be en annan att beslutsattestera."
    case .ownCost: "Kostnaden är din egen, och ingen attesterar sina egna kostnader. Be en annan att attestera."
    case .othersCanApprove:
      "Det finns någon i kontoret som kan beslutsattestera. Be den personen göra det, i stället för att skriva för ordföranden."
    case .noteMissing: "Skriv var ordförandens beslutsattest finns, till exempel vilket underlag och vilken dag."
    case .reasonMissing: "Skriv varför fakturan avvisas. Skälet sparas."
    case .sumDiffers(let booked, let invoice):
      "Det som bokförs är \(Numerals.ore(booked)), men fakturan är \(Numerals.ore(invoice)). Rätta beloppen."
    }
  }
}
