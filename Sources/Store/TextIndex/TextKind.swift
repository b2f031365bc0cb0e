/// A kind of things whose words are searched: under which number the index keeps them, and how their texts are read from
/// the facts. A new kind is one value here; the verb that records such a thing calls `Connection.index(_:_:)`.
struct TextKind: Hashable, Sendable {
  /// Its number in the index. Never another thing's.
  let number: Int64
  /// Raised when `source` says something else than before: the index of a book is then made anew.
  let form: Int64
  /// SQL that gives `id` and `text` for each thing of the kind that stands.
  let source: String

  /// The kinds, which a book that is opened has an index of.
  static let all: [TextKind] = [.obstacle, .diary, .secretDiary, .governing]

  /// Obstacles, by all that was said of them.
  static let obstacle = TextKind(
    number: 1, form: 1,
    source:
      "SELECT id, subject || ' ' || stops || ' ' || others || ' ' || tried || ' ' || solution AS text FROM obstacle")

  /// Room for the ids of each kind among the index's row ids.
  private static let idCountMax: Int64 = 1 << 40

  /// The index's row of that thing.
  func row(of id: Int64) -> Int64 { number * TextKind.idCountMax + id }

  /// The thing of that row.
  func id(ofRow row: Int64) -> Int64 { row - number * TextKind.idCountMax }

  /// The first and last row that a thing of the kind can have.
  var rows: ClosedRange<Int64> { row(of: 0)...row(of: TextKind.idCountMax - 1) }
}
