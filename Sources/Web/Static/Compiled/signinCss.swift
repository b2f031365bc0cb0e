// Written by script/embed from Sources/Web/Static/Source/10-signin.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let signinCss: StaticString = ##"""
/* signin */
"""##
}
