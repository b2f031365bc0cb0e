/// How the file of a performer's own list begins. The association's program may not hold those who take part, so every
/// door that takes a file asks here first and refuses it; what comes after the mark is encrypted and can not be read.
public enum CounterMark {
  /// The first bytes of every such file.
  public static let bytes = Array("finsam-raknelista ".utf8)

  /// What is said where one is handed in, by page and command alike.
  public static let refusal =
    "Filen är en utförares räknelista. Den är krypterad, hör hemma hos utföraren och kan inte läsas in hos förbundet, som "
    + "inte får hålla uppgifter om deltagare. Be utföraren om leveransen i stället: en fil med bara antal."

  /// Whether the file is such a list.
  public static func begins(_ file: some Sequence<UInt8>) -> Bool { file.starts(with: bytes) }
}
