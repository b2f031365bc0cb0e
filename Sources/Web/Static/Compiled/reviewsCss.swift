// Written by script/embed from Sources/Web/Static/Source/10-reviews.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let reviewsCss: StaticString = ##"""
/* A published report line by line, with what was found beside it. */
.granskad-rad{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,20rem);gap:0 1rem;padding:.05rem 0}
.granskad-rad:target,.granskad-rad :target{background:var(--tint)}
.granskad-text{white-space:pre-wrap;overflow-wrap:anywhere;tab-size:4}
.granskad-text details,.granskad-text p,.granskad-mot{white-space:normal;font-size:.8rem;color:var(--quiet)}
.granskad-text summary{min-height:1.5rem;width:max-content;max-width:100%}
.granskat-tal{font-variant-numeric:tabular-nums}
span.granskat-tal{border-bottom:1px dotted var(--quiet)}
.granskad-sida{margin:1.5rem 0 .5rem;color:var(--quiet);font-size:.85rem;border-top:1px solid var(--rule)}
.granskad-mot{grid-column:1;margin:0;max-width:none}
.granskad-mot a,.granskad-steg a{display:inline-block;min-height:1.5rem;margin-right:.5em}
.granskning{border-left:3px solid var(--alarm);padding-left:.7rem;font-size:.9rem}
.history-choice{border:1px solid var(--rule);border-radius:8px;padding:.6rem .9rem;margin:0 0 .7rem;max-width:64rem}
.history-choice p{margin:.2rem 0}
@media (max-width:48rem){.granskad-rad{grid-template-columns:minmax(0,1fr)}}
"""##
}
