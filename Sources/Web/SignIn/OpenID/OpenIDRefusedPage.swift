import Press

/// What is shown where the provider has signed nobody in.
enum OpenIDRefusedPage {
  static func page(_ words: String) -> Page {
    Page(
      title: "Inloggningen gick inte",
      main: .joined([
        tag("p", [.class("lead")], .text(words)),
        tag(
          "p", tag("a", [.class("button"), .href(.path(Addresses.signIn.path()))], .text("Till inloggningen"))),
      ]))
  }
}
