// Written by script/embed from Sources/Web/Static/Source/office.js. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let officeJs: StaticString = ##"""
// What every page has: focus on what was wrong, and search from anywhere. Everything here works without it too.
const faults = document.getElementById("fel");
if (faults) faults.focus();
"""##
}
