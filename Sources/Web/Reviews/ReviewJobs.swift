import Desk
import Ledger
import Review
import Store
import Synchronization

/// The reports that users have sent to be reviewed lately. Nothing of them is kept in a book: they stand here until they
/// are thrown away, newer ones take their place, or the program ends. One sending is worked on at a time, for reading
/// pictures of pages takes a processor of its own.
final class ReviewJobs: Sendable {
  /// Whose a sending is. Another user, and the same one in the other book, do not find it.
  struct Owner: Hashable, Sendable {
    let user: ID<User>
    let book: String
  }

  private struct State {
    var jobs: [Int64: ReviewJob] = [:]
    var last: Int64 = 0
    var task: Task<Void, Never>?
  }

  private let state = Mutex(State())

  /// The most files of one sending: every association in the country, and some.
  static let fileCountMax = 100
  /// So many reports are remembered, of all users together: some 2 MB each.
  private static let reportCountMax = 300

  func find(_ id: Int64, of owner: Owner) -> ReviewJob? {
    state.withLock { $0.jobs[id].flatMap { $0.owner == owner ? $0 : nil } }
  }

  /// The owner's sendings, the latest first.
  func all(of owner: Owner) -> [ReviewJob] {
    state.withLock { $0.jobs.values.filter { $0.owner == owner }.sorted { $0.id > $1.id } }
  }

  func remove(_ id: Int64, of owner: Owner) {
    state.withLock { if $0.jobs[id]?.owner == owner { $0.jobs[id] = nil } }
  }

  /// Begins to review those files.
  func begin(_ files: [UploadedFile], of owner: Owner, at moment: Moment) -> ReviewJob {
    state.withLock { state in
      state.last += 1
      let job = ReviewJob(id: state.last, owner: owner, at: moment, fileCount: files.count)
      var count = files.count
      for old in state.jobs.values.sorted(by: { $0.id > $1.id }) {
        count += old.fileCount
        if count > ReviewJobs.reportCountMax, old.hasEnded { state.jobs[old.id] = nil }
      }
      state.jobs[job.id] = job
      let before = state.task
      state.task = Task {
        await before?.value
        await job.run(files)
      }
      return job
    }
  }
}

/// One sending of reports.
final class ReviewJob: Sendable {
  let id: Int64
  let owner: ReviewJobs.Owner
  let moment: Moment
  let fileCount: Int

  private let state = Mutex(State())

  private struct State {
    var hasBegun = false
    var files: [ReviewedFile] = []
    var across: [[Finding]] = []
    var hasEnded = false
  }

  init(id: Int64, owner: ReviewJobs.Owner, at moment: Moment, fileCount: Int) {
    self.id = id
    self.owner = owner
    self.moment = moment
    self.fileCount = fileCount
  }

  var hasEnded: Bool { state.withLock { $0.hasEnded } }
  var isWaiting: Bool { state.withLock { !$0.hasBegun } }
  /// The files that have been reviewed so far, in the order they were sent.
  var files: [ReviewedFile] { state.withLock { $0.files } }
  var percent: Int { state.withLock { $0.files.count * 100 / max(fileCount, 1) } }

  /// The file of that number, from 1, with what it says against the sending's report of the year before.
  func file(_ number: Int64) -> (file: ReviewedFile, across: [Finding])? {
    state.withLock { state in
      guard state.hasEnded, number >= 1, number <= state.files.count else { return nil }
      return (state.files[Int(number) - 1], state.across[Int(number) - 1])
    }
  }

  fileprivate func run(_ files: [UploadedFile]) async {
    state.withLock { $0.hasBegun = true }
    for file in files {
      let reviewed = try? await LongWork.run {
        ReviewedFile(name: file.name, bytes: file.bytes, within: .office)
      }
      // The threads are gone only when the office closes.
      guard let reviewed else { return }
      state.withLock { $0.files.append(reviewed) }
    }
    state.withLock { state in
      // Reports of the same association are checked against each other; those that were not read say nothing.
      let read = state.files.indices.filter { state.files[$0].review != nil }
      let found = Review.acrossYears(read.compactMap { state.files[$0].review })
      state.across = state.files.map { _ in [] }
      for (index, findings) in zip(read, found) { state.across[index] = findings }
      state.hasEnded = true
    }
  }
}

extension Asked {
  /// Whose the reports are that are sent here.
  var reviewOwner: ReviewJobs.Owner { ReviewJobs.Owner(user: user.id, book: store.path) }
}
