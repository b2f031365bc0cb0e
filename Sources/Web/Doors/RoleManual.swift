import HTTPTypes
import Store

/// The page of the manual that says which role reaches which address: the table of doors, printed.
enum RoleManual {
  static var text: String {
    var lines = [
      "# Roller", "",
      "Vem som når vilken adress i kontoret. Sidan skrivs av programmet ur tabellen som kontoret självt går efter",
      "(`Sources/Web/Doors/Doors.swift`), och ett test går igenom varje adress med varje roll och utan inloggning.", "",
      "* **läser** – sidan eller filen visas.", "* **gör** – det som formuläret på sidan gör.",
      "Den som inte är inloggad skickas till inloggningen från allt annat; den som har en annan roll får veta att sidan inte är",
      "för den rollen. En utförare ser dessutom bara sina egna insatser, och en revisor ändrar inget: det revisorn gör är att",
      "fråga, kommentera, och sköta sitt eget konto.", "", "## Rollerna", "",
    ]
    lines += Role.allCases.map { "* **\($0.words)**: \($0.meaning)" }
    lines += ["", "## Adresserna", ""]
    lines.append("| Adress | |" + Role.allCases.map { " \($0.words) |" }.joined() + " Utan inloggning |")
    lines.append("|---|---|" + String(repeating: ":-:|", count: Role.allCases.count + 1))
    lines += Door.all.map(row)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ door: Door) -> String {
    let mark: (Bool) -> String = { $0 ? " ja |" : " |" }
    let roles = Role.allCases.map { mark(door.access.admits($0)) }.joined()
    return "| `\(door.pattern)` | \(door.method == .get ? "läser" : "gör") |\(roles)\(mark(door.access.isOpen))"
  }
}

extension Access {
  /// Whether one of that role may pass.
  func admits(_ role: Role) -> Bool {
    switch self {
    case .everybody, .respondents: true
    case .roles(let roles): roles.contains(role)
    }
  }
}
