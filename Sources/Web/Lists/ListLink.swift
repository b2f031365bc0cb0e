import Ledger

/// Links into the lists from elsewhere, with the filter that shows just what is meant.
enum ListLink {
  /// The rows of one account in huvudboken.
  static func ledger(
    _ year: Int, account: String, from: String = "", through: String = "", object: String = "",
    side: ListFilter.Side? = nil
  ) -> String {
    Addresses.ledger.path(
      year,
      query: [
        (ListFilter.Name.accounts, account), (ListFilter.Name.from, from), (ListFilter.Name.through, through),
        (ListFilter.Name.object, object), (ListFilter.Name.side, side?.rawValue ?? ""),
      ])
  }

  /// The page of an object: an insats by its id alone, any other with its dimension before it.
  static func object(_ year: Int, _ reference: ObjectReference) -> String {
    Addresses.object.path(Pair(year, segment(of: reference)))
  }

  /// How an object stands in its address.
  static func segment(of reference: ObjectReference) -> String {
    let isPlain = reference.dimension == .insats && !reference.object.utf8.contains(UInt8(ascii: ":"))
    return isPlain ? reference.object : reference.written
  }

  /// The object that a segment of an address means.
  static func reference(of segment: String) -> ObjectReference {
    ObjectReference(written: segment) ?? ObjectReference(dimension: .insats, object: segment)
  }
}
