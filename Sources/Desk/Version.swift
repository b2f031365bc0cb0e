/// The version that the program, its pages and its package say.
package enum Version {
  package static let number = "0.1.0"
}
