public import Association
public import Ledger

/// An association folder: everything an annual report is made from, as files that can be read with the eye in twenty
/// years. `docs/reference/foreningsmapp.md` says what each file and key means.
///
/// Lists that stand in one file per year are in order of year, and texts in order of year and chapter; apart from that
/// every list keeps its order. With that, what is written reads back equal: only a byte order mark at the head of a text
/// and, in Markdown, line ends other than LF are lost.
public struct AssociationFolder: Hashable, Sendable {
  /// The association.
  public var association: Association
  /// What `rader.yaml` says, if there is such a file.
  public var mapping: Mapping?
  /// SIE files and balance lists, in order of name, untouched.
  public var bookkeeping: [FolderFile]
  /// Underlying documents, in order of name, untouched.
  public var attachments: [FolderFile]
  /// Files we do not know, and a README: kept, never read into anything.
  public var unknown: [FolderFile]

  /// A folder.
  public init(
    association: Association, mapping: Mapping? = nil, bookkeeping: [FolderFile] = [], attachments: [FolderFile] = [],
    unknown: [FolderFile] = []
  ) {
    self.association = association
    self.mapping = mapping
    self.bookkeeping = bookkeeping
    self.attachments = attachments
    self.unknown = unknown
  }

  /// Reads a folder. Never fails: what is wrong is said, all of it, and the rest is read.
  public static func read(_ files: [FolderFile]) -> Reading<AssociationFolder> {
    var reader = FolderReader(files)
    return reader.read()
  }

  /// The folder's files in order of path: our own in one fixed form, everything else untouched.
  public func files() -> [FolderFile] {
    let own = FolderWriter(folder: self).files().map { FolderFile(path: $0.path, text: $0.text) }
    return (own + bookkeeping + attachments + unknown).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
