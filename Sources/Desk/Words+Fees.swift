package import Association

extension Words {
  /// Why what the board is to be paid cannot be booked, and what to do.
  package static func sentence(_ refusal: FeeRun.Refusal) -> String {
    switch refusal {
    case .nothingToPay: "Inga belopp är ifyllda. Fyll i minst ett arvode, en ersättning eller en resa."
    case .negative(let line): "Rad \(line) har ett belopp under noll. Skriv beloppen utan minus."
    case .tooMuchTax(let line):
      "Rad \(line) har mer skatt än arvode och förlorad arbetsförtjänst tillsammans. Kontrollera skatten."
    case .functionMissing(let line):
      "Rad \(line) har belopp men ingen funktion. Skriv platsen i styrelsen, till exempel Ledamot."
    }
  }
}
