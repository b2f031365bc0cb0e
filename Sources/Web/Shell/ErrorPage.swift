import Association
import HTTPTypes
import Press

/// The pages that say no. One table from what went wrong to what is said; no action makes one of its own.
struct ErrorPage {
  let status: HTTPResponse.Status
  let page: Page

  private init(_ status: HTTPResponse.Status, title: String, words: String) {
    self.status = status
    page = Page(title: title, main: tag("p", [.class("lead")], .text(words)))
  }

  static func notFound() -> ErrorPage {
    ErrorPage(
      .notFound, title: "Sidan finns inte",
      words: "Det finns ingenting på den adressen. Kontrollera den, eller börja om från startsidan.")
  }

  static func forbidden() -> ErrorPage {
    ErrorPage(
      .forbidden, title: "Sidan är inte för din roll",
      words: "Din roll når inte den här sidan. Fråga förbundschefen om du behöver den.")
  }

  static func methodNotAllowed() -> ErrorPage {
    ErrorPage(
      .methodNotAllowed, title: "Det går inte att göra så här",
      words: "Adressen tar inte emot det som skickades. Gå tillbaka och försök från sidan själv.")
  }

  /// What the book refused, in the words for it.
  static func refusal(_ words: String) -> ErrorPage {
    ErrorPage(.unprocessableContent, title: "Det gick inte", words: words + " Inget har sparats.")
  }

  static func body(_ refusal: BodyRefusal) -> ErrorPage {
    switch refusal {
    case .tooLarge(let byteCountMax):
      ErrorPage(
        .contentTooLarge, title: "Det du skickade är för stort",
        words: "Det får vara högst \(FileSize.words(byteCountMax)). Inget har sparats. Gå tillbaka och skicka mindre.")
    case .unreadable:
      ErrorPage(
        .badRequest, title: "Det du skickade gick inte att läsa",
        words: "Inget har sparats. Gå tillbaka, läs in sidan på nytt och försök igen.")
    case .stale:
      ErrorPage(
        .forbidden, title: "Sidan har blivit för gammal",
        words:
          "Du har loggat in på nytt, eller bytt mellan övning och det riktiga förbundet, sedan sidan öppnades. Inget har "
          + "sparats. Gå tillbaka, kopiera det du skrev om det står kvar, läs in sidan på nytt och spara igen.")
    case .counterList:
      ErrorPage(
        .unprocessableContent, title: "Filen är en utförares räknelista",
        words: CounterMark.refusal + " Inget har sparats.")
    case .foreign:
      ErrorPage(
        .forbidden, title: "Anropet kom från en annan webbplats",
        words: "Inget har sparats. Öppna sidan här i kontoret och gör det därifrån.")
    }
  }

  static func fault(number: String) -> ErrorPage {
    ErrorPage(
      .internalServerError, title: "Något gick fel i programmet",
      words: "Inget har sparats. Felets nummer är \(number); ange det när du berättar om felet.")
  }
}
