extension CountDelivery {
  /// The largest count that is taken: more than anybody counts, so that a sum of counts always fits.
  public static let countMax = 1_000_000
  /// The most rows of one ground; Sweden has 290 municipalities.
  public static let rowCountMax = 300
  /// The most lines on who is outside.
  public static let coverageCountMax = 20
  /// The longest short name of a row, in bytes.
  public static let idByteCountMax = 80
  /// The longest name of a row, in bytes.
  public static let titleByteCountMax = 200
  /// The longest word on coverage or to the association, in bytes.
  public static let remarkByteCountMax = 1000
}
