/// That what an entry holds may be secret, and by which paragraph (OSL 5:5). A mark is a reminder and decides nothing: secrecy
/// is tried anew each time somebody asks.
public struct SecrecyMark: Hashable, Sendable {
  /// The paragraph: `OSL 25 kap. 1 §`.
  public let paragraph: String

  /// A mark; nil where no paragraph is named.
  public init?(_ paragraph: String) {
    guard paragraph.utf8.contains(where: { (48...57).contains($0) }) else { return nil }
    self.paragraph = paragraph
  }

  /// The paragraphs that an association meets, each with what it protects.
  public static let usual: [(paragraph: String, protects: String)] = [
    ("OSL 25 kap. 1 §", "hälso- och sjukvård"), ("OSL 26 kap. 1 §", "socialtjänst"),
    ("OSL 28 kap. 1 §", "socialförsäkring"), ("OSL 28 kap. 11 §", "arbetsmarknadspolitik"),
    ("OSL 19 kap. 1 §", "förbundets egen affärsverksamhet"), ("OSL 19 kap. 3 §", "upphandling"),
    ("OSL 21 kap. 1 §", "hälsa och sexualliv"), ("OSL 21 kap. 3 §", "skyddade adresser"),
    ("OSL 31 kap. 16 §", "den andres affärer"), ("OSL 39 kap. 2 §", "personalens förhållanden"),
    ("OSL 18 kap. 8 §", "säkerhets- och bevakningsåtgärder"),
  ]
}
