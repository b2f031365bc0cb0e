// Written by script/embed from Sources/Web/Static/Source/10-surveys.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let surveysCss: StaticString = ##"""
/* Surveys: the rows of a form's questions, what is typed from paper, and the slips with codes. */
.survey-row{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(14rem,100%),1fr));gap:0 1rem;border-top:1px solid var(--rule);padding-top:.6rem}
.survey-row legend{float:left;width:100%;grid-column:1/-1}
.paper .field input{max-width:5rem}
.slips{list-style:none;margin:0 0 1.6rem;padding:0;display:grid;gap:1rem;max-width:48rem}
.slip{display:grid;grid-template-columns:8rem minmax(0,1fr);gap:1rem;align-items:center;border:1px dashed var(--line);padding:.8rem;break-inside:avoid}
.slip svg.qr{width:8rem}
.slip p{margin:.2rem 0}
.slip .code{font-family:ui-monospace,"SFMono-Regular",Menlo,Consolas,monospace;font-weight:700;overflow-wrap:anywhere}
mark{background:var(--warn-tint);color:var(--warn);font-weight:700}
@media (max-width:30rem){.slip{grid-template-columns:minmax(0,1fr)}}
"""##
}
