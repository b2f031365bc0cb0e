import Store
import Synchronization

/// What has become of forms sent a moment ago, so that one sent twice by two clicks is kept once, and shows what came
/// of it. The book itself sees to it that a draft is recorded once; this only finds the way there.
final class DraftMemory: Sendable {
  private struct State {
    var kept: [String: KeptSketch] = [:]
    /// The forms that were sent to be recorded and were not.
    var refused: Set<String> = []
    var recorded: [String: VoucherPlace] = [:]
  }

  /// More than an office sends in a day; when it is full, all is forgotten.
  private static let countMax = 500
  private let state = Mutex(State())

  /// Keeps a new draft by `keep`, but for a form that has been sent before, word for word: then what it became. `keep`
  /// is given the draft of a form that was refused and is sent again with something else in it.
  func once(
    form key: String, _ sketch: Sketch, in store: Store, keep: (_ refused: KeptSketch?) throws -> KeptSketch
  ) throws -> KeptSketch {
    guard !key.isEmpty else { return try keep(nil) }
    let name = "\(store.path) \(key)"
    return try state.withLock { state in
      if let kept = state.kept[name], kept.sketch == sketch { return kept }
      let kept = try keep(state.refused.contains(name) ? state.kept[name] : nil)
      if state.kept.count >= DraftMemory.countMax {
        state.kept.removeAll()
        state.refused.removeAll()
      }
      state.kept[name] = kept
      return kept
    }
  }

  /// That the form was sent to be recorded and was not: sent again it is the same voucher, mended.
  func noteRefused(form key: String, in store: Store) {
    guard !key.isEmpty else { return }
    state.withLock { state in _ = state.refused.insert("\(store.path) \(key)") }
  }

  func noteRecorded(_ id: Int64, as place: VoucherPlace, in store: Store) {
    state.withLock { state in
      if state.recorded.count >= DraftMemory.countMax { state.recorded.removeAll() }
      state.recorded["\(store.path) \(id)"] = place
    }
  }

  /// The voucher that a draft became, if it was a short while ago.
  func recorded(_ id: Int64, in store: Store) -> VoucherPlace? {
    state.withLock { $0.recorded["\(store.path) \(id)"] }
  }
}
