package import Exchange
import Foundation

/// The example association folder that the program carries with it.
package enum DemoFiles {
  /// The year that its books are of.
  package static let year = 2022

  package static func all() throws -> [FolderFile] {
    try ExampleFiles.all.map { file in
      guard let bytes = Data(base64Encoded: file.base64) else {
        throw Failure(.fault, "Exemplets fil \(file.path) är skadad i programmet. Installera det på nytt.")
      }
      return FolderFile(path: file.path, bytes: Array(bytes))
    }
  }
}
