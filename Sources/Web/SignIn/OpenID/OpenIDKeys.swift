import Foundation
import JWTKit

/// The keys by which a provider signs (RFC 7517). A set may hold keys of kinds that we do not know, or that are for
/// other things: those are left out, and the rest are good.
struct OpenIDKeys: Sendable {
  let keys: [JWK]

  init?(json: [UInt8]) {
    guard let set = try? JSONDecoder().decode(KeySet.self, from: Data(json)) else { return nil }
    keys = set.keys.compactMap(\.key)
    guard !keys.isEmpty else { return nil }
  }

  /// The keys as the library wants them. A key without a name stands alone, and is the one that is tried.
  func collection() async -> JWTKeyCollection {
    let collection = JWTKeyCollection()
    for (index, key) in keys.enumerated() {
      var named = key
      if named.keyIdentifier == nil { named.keyIdentifier = JWKIdentifier(string: "key-\(index)") }
      // A key that cannot be made is one that nothing is signed with.
      _ = try? await collection.add(jwk: named)
    }
    return collection
  }

  private struct KeySet: Decodable {
    let keys: [Entry]
  }

  private struct Entry: Decodable {
    let key: JWK?

    private enum CodingKeys: String, CodingKey {
      case use
    }

    init(from decoder: any Decoder) throws {
      let use = try? decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .use)
      key = use == nil || use == "sig" ? try? JWK(from: decoder) : nil
    }
  }
}
