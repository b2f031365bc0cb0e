// Written by script/embed from Sources/Web/Static/Source/10-imports.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let importsCss: StaticString = ##"""
/* Files in: where one is dropped, what was wrong with it, and the totals to tick off. */
.import-drop{border:2px dashed var(--line);border-radius:8px;padding:1rem 1.2rem .2rem;margin:0 0 1rem;max-width:44rem}
.import-drop.over{border-style:solid;border-color:var(--accent);background:var(--tint)}
.field .import-year{max-width:8rem}
.import-totals{max-width:64rem}
.import-totals th .hint{display:block}
.import-kind{border-top:1px solid var(--rule);padding:.5rem 0 0;margin:0}
.import-kind>summary{font-weight:400;max-width:64rem}
.import-kind>summary code{color:var(--quiet)}
.import-remarks{list-style:none;padding:0 0 0 1.1rem}
.import-remarks li{max-width:64rem;margin:.6rem 0}
.import-remarks pre{margin:.3rem 0 0;padding:.5rem .7rem;background:var(--ground);border-radius:6px;overflow-x:auto;line-height:1.25}
.import-remarks pre code{overflow-wrap:normal}
"""##
}
