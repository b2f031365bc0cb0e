package import Exchange
import Foundation

/// The example association folder that the program carries with it.
package enum DemoFiles {
  package static func all() throws -> [FolderFile] {
    try ExampleFiles.all.map { file in
      guard let bytes = Data(base64Encoded: file.base64) else {
        throw Failure(.fault, "Exemplets fil \(file.path) är skadad i programmet. Installera det på nytt.")
      }
      return FolderFile(path: file.path, bytes: Array(bytes))
    }
  }
}
