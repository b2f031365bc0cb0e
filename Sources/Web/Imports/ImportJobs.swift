import Desk
import Ledger
import Store
import Synchronization

/// The files that are being looked at or read, how far each has come and how it ended, until the program ends. One is
/// worked on at a time: they all want to write in the book, and the threads for long work have other work too.
final class ImportJobs: Sendable {
  enum Purpose: Hashable, Sendable {
    /// Looked at; a table of balances as of that year.
    case preview(year: Int?)
    case reading
  }

  struct Key: Hashable, Sendable {
    /// Where the book lies: the association's own and the practice book number their files alike.
    let book: String
    let upload: ID<Upload>
    let purpose: Purpose
  }

  private struct State {
    var jobs: [Key: ImportJob] = [:]
    /// The keys, the oldest first.
    var order: [Key] = []
    var last: Task<Void, Never>?
  }

  private let state = Mutex(State())

  /// A file of at most this many bytes is waited for within the request: some eight thousand vouchers, which take less
  /// than a second.
  static let promptBytesMax = 2 << 20
  /// What was found out about a file is remembered for this many files.
  private static let keptCountMax = 32

  func find(_ key: Key) -> ImportJob? { state.withLock { $0.jobs[key] } }

  /// The job of that key: the one there is, unless it `isSpent`, or else a new one that does `work`. So the same form
  /// sent twice is acted on once.
  func job(
    _ key: Key, unless isSpent: (ImportJob.Stage) -> Bool,
    _ work: @escaping @Sendable (ImportJob) throws -> ImportJob.End
  ) -> ImportJob {
    state.withLock { state in
      if let job = state.jobs[key], !isSpent(job.stage) { return job }
      let before = state.last
      let job = ImportJob()
      let task = Task {
        await before?.value
        await job.run(work)
      }
      job.begin(task)
      state.last = task
      state.jobs[key] = job
      state.order.removeAll { $0 == key }
      state.order.append(key)
      let spent = state.order.filter { state.jobs[$0]?.hasEnded ?? true }
      for old in spent.prefix(max(0, state.order.count - ImportJobs.keptCountMax)) {
        state.jobs[old] = nil
        state.order.removeAll { $0 == old }
      }
      return job
    }
  }
}

/// One file being looked at or read.
final class ImportJob: Sendable {
  enum Stage: Sendable {
    /// Another file is being worked on.
    case waiting
    case working(percent: Int)
    case ended(End)
  }

  enum End: Sendable {
    /// Looked at, when the book's last line of history had that hash.
    case previewed(ImportPreview, bookHash: String)
    /// Read; the import has that number.
    case stored(Int64)
    /// Nothing was stored, and this is why.
    case refused(ImportOutcome)
    /// The machine or we failed; nothing was stored.
    case failed(any Error)
  }

  private let current = Mutex(Stage.waiting)
  private let task = Mutex<Task<Void, Never>?>(nil)

  var stage: Stage { current.withLock { $0 } }

  var hasEnded: Bool {
    if case .ended = stage { true } else { false }
  }

  /// Tells how far the work has come.
  func tell(_ progress: ImportProgress?) {
    guard let progress else { return }
    current.withLock { $0 = .working(percent: progress.percent) }
  }

  /// Waits until the work has ended.
  func wait() async { await task.withLock { $0 }?.value }

  fileprivate func begin(_ task: Task<Void, Never>) { self.task.withLock { $0 = task } }

  fileprivate func run(_ work: @escaping @Sendable (ImportJob) throws -> End) async {
    current.withLock { $0 = .working(percent: 0) }
    var end: End
    do {
      end = try await LongWork.run { try work(self) }
    } catch let error where Words.failure(for: error).map({ $0.kind != .fault }) ?? false {
      var outcome = ImportOutcome()
      outcome.refusal = Words.failure(for: error)
      end = .refused(outcome)
    } catch {
      end = .failed(error)
    }
    current.withLock { [end] in $0 = .ended(end) }
  }
}
