import Press

/// How far a large file has come. Our script asks again and again; without it the browser asks for the whole page.
enum ProgressPage {
  static func page(name: String, percent: Int, isReading: Bool, isWaiting: Bool) -> Page {
    let words =
      if isWaiting {
        "En annan fil läses just nu. \(name) står på tur."
      } else if isReading {
        "\(name) läses in i boken. Inget är bokfört förrän hela filen är läst."
      } else {
        "\(name) läses igenom. Inget bokförs."
      }
    let main = tag(
      "div", [.other("data-import-progress", "")],
      tag("p", [.class("lead")], .text(words)),
      tag(
        "p", tag("label", [.other("for", "lage")], .text("Läst hittills")),
        tag("progress", [.id("lage"), .other("max", "100"), .other("value", "\(percent)")], .text("\(percent) %")),
        .raw(" "), tag("span", [.class("import-percent")], .text("\(percent)\u{A0}%"))),
      tag("p", [.class("unseen import-said"), .role("status")]),
      tag(
        "p", [.class("hint")],
        .text(
          "Sidan uppdateras av sig själv. Du kan lämna den under tiden; arbetet fortsätter, och filen finns under "
            + "Inläsningar.")))
    return Page(
      title: isReading ? "Läser in filen" : "Läser igenom filen", section: .imports,
      trail: [Page.Link("Inläsningar", Addresses.imports.path())], scripts: ["imports.js"], refreshSeconds: 10,
      main: main)
  }
}
