import Desk
import Exchange
import Ledger
import Store

/// Gives the whole book as an association folder, in one zip archive.
enum ExportFolder {
  static func show(_ asked: Asked, _ nothing: Nothing) async throws -> Answer {
    let (store, day) = (asked.store, asked.today)
    let archive = try await LongWork.run {
      let files = try BookFolder.files(of: store, on: day).map {
        FolderFile(path: "forbundsmapp/\($0.path)", bytes: $0.bytes)
      }
      return StoredZIP.archive(files, on: day)
    }
    guard let archive else {
      throw Failure(
        .input,
        "Förbundsmappen är större än 4 GiB, som är det största en zip-fil av det här slaget rymmer. Skriv ut den vid "
          + "terminalen i stället: finsam export folder.")
    }
    return .file(
      FileAnswer(bytes: archive, name: "forbundsmapp-\(day.text).zip", mediaType: "application/zip"))
  }
}
