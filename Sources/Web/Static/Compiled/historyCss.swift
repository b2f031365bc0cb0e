// Written by script/embed from Sources/Web/Static/Source/10-history.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let historyCss: StaticString = ##"""
/* The history, what an edition changed, hashes. */
ul.in-row{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;padding:0;max-width:none}
ul.in-row a{display:inline-block;min-height:1.5rem}
table.history td{overflow-wrap:break-word}
table.history td:last-child{overflow-wrap:anywhere}
.edition h3{overflow-wrap:anywhere}
dl.hashes{margin:.4rem 0}
dl.hashes dt{font-size:.84rem;color:var(--quiet)}
dl.hashes dd{margin:0 0 .5rem;overflow-wrap:anywhere}
blockquote{margin:0 0 .9rem;padding:.1rem 0 .1rem 1rem;border-left:3px solid var(--accent)}
blockquote p{margin:0;white-space:pre-line}
"""##
}
