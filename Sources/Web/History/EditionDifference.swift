import Association
import Exchange
import Store

/// What a line of history changed in the association, file by file as the association folder has them.
struct EditionDifference {
  struct File {
    let path: String
    let isNew: Bool
    let isGone: Bool
    let difference: TextDifference
  }

  let files: [File]

  /// Nil before the first line, where there is nothing to compare with.
  static func of(_ sequence: Int64, in store: Store) throws -> EditionDifference? {
    guard let after = try store.association(asOf: sequence), let before = try store.association(asOf: sequence - 1)
    else {
      return nil
    }
    return EditionDifference(from: before, to: after)
  }

  init(from before: Association, to after: Association) {
    let (old, new) = (EditionDifference.texts(before), EditionDifference.texts(after))
    files = Set(old.keys).union(new.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { path in
      guard old[path] != new[path] else { return nil }
      return File(
        path: path, isNew: old[path] == nil, isGone: new[path] == nil,
        difference: TextDifference(from: old[path] ?? "", to: new[path] ?? ""))
    }
  }

  private static func texts(_ association: Association) -> [String: String] {
    let files = AssociationFolder(association: association).files()
    return Dictionary(
      files.map { file -> (String, String) in
        // A file ends its last line; the text itself does not.
        let bytes = file.bytes.last == 10 ? file.bytes.dropLast() : file.bytes[...]
        return (file.path, String(decoding: bytes, as: UTF8.self))
      }
    ) { $1 }
  }
}
