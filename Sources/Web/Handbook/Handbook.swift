import Foundation
import Press

/// The user manual, as it lies in `docs/handbok`: the same pages in the program as beside the code.
enum Handbook {
  /// The page that the others are found from.
  static let first = "index.md"
  /// The page that says what each role reaches, made of the doors themselves.
  private static let roles = "roller"

  static func begin(_ asked: Asked, _: Nothing) -> Answer { .see(Addresses.handbookPage.path(first)) }

  static func show(_ asked: Asked, _ name: String) -> Answer {
    if name == roles || name == roles + ".md" { return .page(RolePage.page) }
    guard let file = HandbookFiles.pages.first(where: { $0.name == name || $0.name == name + ".md" }) else {
      return .notFound
    }
    // Beside the code the table of roles lies among the references; here it is a page of the handbook.
    let (title, body) = ManualPart.page(
      markdown: "\(file.text)".replacingOccurrences(of: "](../reference/roller.md)", with: "](\(roles))"))
    let trail = file.name == first ? [] : [Page.Link("Handboken", Addresses.handbookPage.path(first))]
    return .page(
      Page(
        title: title, section: .handbook, trail: trail,
        main: tag("article", [.class("handbook")], body, way(from: file.name))))
  }

  /// The way to what a page is about, where that is a page of its own which the text beside the code cannot link to.
  private static func way(from name: String) -> HTML {
    guard name == "ovning.md" else { return .empty }
    return tag(
      "p", tag("a", [.class("button"), .href(.path(Addresses.practice.path()))], .text("Till övningsförbundet")))
  }

  static func picture(_ asked: Asked, _ name: String) -> Answer {
    guard let file = HandbookFiles.pictures.first(where: { $0.name == name }),
      let bytes = Data(base64Encoded: "\(file.base64)", options: .ignoreUnknownCharacters)
    else { return .notFound }
    return .file(FileAnswer(bytes: Array(bytes), name: name, mediaType: "image/png", isShown: true))
  }

  /// Every page's title and address, for the search; read once, for it is asked at every key.
  static let pages: [(title: String, path: String)] = HandbookFiles.pages.map { file in
    (ManualPart.page(markdown: "\(file.text)").title, Addresses.handbookPage.path(file.name))
  }
}
