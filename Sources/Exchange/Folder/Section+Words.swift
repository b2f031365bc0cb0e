import Ledger

/// The sentences of `Section`: what is, what was expected, what to do.
extension FileLog {
  func unknownKey(_ node: YAMLNode, _ name: String, allowed: [String]) {
    let advice =
      nearestWord(to: name, among: allowed).map { "Menade du ”\($0)”?" }
      ?? "Här kan stå: \(allowed.joined(separator: ", "))."
    let hint =
      Written.count(name) != nil && name.utf8.count <= 2
      ? " Om talet är ören: inom klammer skrivs de med punkt, 1388000.50." : ""
    add("mapp-nyckel", at: node, "Nyckeln ”\(name)” finns inte här. \(advice)\(hint)")
  }

  func missingKey(_ key: String, in node: YAMLNode) {
    add("mapp-saknas", at: node, "Här saknas ”\(key)”. Lägg till nyckeln med ett värde.")
  }

  func wrongKind(_ node: YAMLNode, expected: String) {
    add("mapp-typ", at: node, "Här står \(node.kindInWords), men här ska stå \(expected).")
  }

  func notAnID(_ node: YAMLNode, _ text: String) {
    add(
      "mapp-id", at: node,
      "”\(text)” kan inte vara ett id. Ett id är ett kort namn utan blanktecken, klamrar och citattecken, "
        + "till exempel SIRI eller deltagarmål-1.")
  }

  func unknownID(_ node: YAMLNode, _ text: String, among ids: [String], what: String, file: String) {
    let advice: String
    if let near = nearestWord(to: text, among: ids) {
      advice = "Menade du ”\(near)”?"
    } else if ids.isEmpty {
      advice = "I \(file) finns ingen alls. Lägg till den där."
    } else if ids.count <= 30 {
      advice = "I \(file) finns: \(ids.joined(separator: ", "))."
    } else {
      advice = "Lägg till den i \(file), eller rätta id:t."
    }
    add("mapp-hanvisning", at: node, "Det finns ingen \(what) med id ”\(text)”. \(advice)")
  }

  func notAmong(_ node: YAMLNode, _ text: String, _ words: [String]) {
    let near = nearestWord(to: text, among: words).map { " Menade du ”\($0)”?" } ?? ""
    add("mapp-val", at: node, "Här står ”\(text)”, men här kan bara stå: \(words.joined(separator: ", ")).\(near)")
  }

  func notAnAmount(_ node: YAMLNode, _ text: String) {
    add(
      "mapp-belopp", at: node,
      "”\(text)” är inte ett belopp. Skriv kronor som 1388000 eller 1388000.50, med minus framför om det är "
        + "negativt, och högst 10 000 000 000.")
  }

  func notADate(_ node: YAMLNode, _ text: String) {
    add("mapp-dag", at: node, "”\(text)” är inte en dag. Skriv år, månad och dag som 2022-12-31.")
  }

  func notACount(_ node: YAMLNode, _ text: String) {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    add(
      "mapp-antal", at: node,
      isNegative
        ? "Antalet är \(text), men ett antal kan inte vara mindre än noll. Skriv ett heltal, till exempel 17."
        : "”\(text)” är inte ett antal. Skriv ett heltal, till exempel 17.")
  }

  func notAShare(_ node: YAMLNode, _ text: String) {
    add(
      "mapp-andel", at: node,
      "”\(text)” är inte en andel. Skriv procent med högst en decimal, till exempel 60 % eller 20,1 %.")
  }

  func notAWholePercent(_ node: YAMLNode, _ text: String) {
    add("mapp-andel", at: node, "”\(text)” är inte en omfattning. Skriv hela procent av heltid, till exempel 100 %.")
  }

  func notADecision(_ node: YAMLNode, _ text: String) {
    add("mapp-dag", at: node, "”\(text)” börjar inte med en dag som finns. Skriv beslutet som 2021-11-19 § 45.")
  }

  func notAYear(_ node: YAMLNode, _ text: String) {
    add("mapp-ar", at: node, "”\(text)” är inte ett år. Här ska stå ett år med fyra siffror, till exempel 2022.")
  }

  func nameTwice(_ node: YAMLNode, _ text: String, firstLine: Int) {
    add(
      "mapp-dubbel-id", at: node,
      "”\(text)” finns redan på rad \(firstLine), men får stå en gång. Ändra eller ta bort den ena.")
  }
}
