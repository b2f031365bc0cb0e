// Written by script/embed from Sources/Web/Static/Source/10-report.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let reportCss: StaticString = ##"""
/* The report: a chapter beside the page it becomes, chips, findings, comments, differences. */
.standing{margin:0 0 1.2rem}
.standing .lead{margin:0 0 .4rem;color:var(--ink)}
.standing p{margin:.4rem 0 0}
table.parts tr.two th{padding-left:1.2rem}
table.parts tr.three th{padding-left:2.4rem}
table.parts tr.one th{font-weight:700}
table.parts th a{display:inline}
.aside>*>h2,.aside>h2:first-child,.margin h2,.figure-page>h2:first-child{margin-top:0}
.aside section,.margin section{margin:0 0 1.8rem}
.columns>.preview>h2,.writing h2{margin-top:0}

.writing{display:grid;grid-template-columns:minmax(0,1fr);gap:1.5rem 2rem;align-items:start;max-width:none}
.writing .field{max-width:none}
.writing .editor textarea{font-family:ui-monospace,"SFMono-Regular",Menlo,Consolas,"Liberation Mono",monospace;font-size:.92rem;min-height:24rem}
.writing .margin{min-width:0}
@media (min-width:70rem){.writing{grid-template-columns:minmax(0,1fr) minmax(0,1fr);grid-template-rows:auto 1fr}
.writing .margin{grid-column:1}.writing .preview{grid-area:1/2/3/3}}
/* The middle column is as wide as the report's widest table; a narrower window has no room for three. */
@media (min-width:106rem){.writing{grid-template-columns:minmax(0,1fr) 34.6rem 21rem}.writing .margin{grid-column:3}
.writing .preview{grid-area:1/2}
.writing .editor{position:sticky;top:1rem}.writing .editor textarea{min-height:min(60vh,44rem)}}

.printed{border:1px solid var(--rule);border-radius:8px;padding:1.2rem clamp(.9rem,2.5vw,1.8rem);background:var(--paper)}
.printed>:first-child{margin-top:0}
.printed .table{margin:1.2rem 0}
.printed table{font-size:.86rem}
.printed :is(th,td){padding-inline:.35rem}
.printed :is(th,td):first-child{padding-left:0}
.printed :is(th,td):last-child{padding-right:0}
.printed caption .unit{color:var(--quiet);font-weight:400;font-size:.82rem;display:block}
.printed .remark{font-size:.84rem;color:var(--quiet)}
.printed tr.heading th{font-weight:700;padding-top:.9rem}
.printed tr.memo>*{font-style:italic;color:var(--quiet)}
.printed td.note{font-size:.84rem}
.printed blockquote{border-left:2px solid var(--accent);margin-left:0;padding-left:1rem;color:var(--quiet)}
.printed .signatures{list-style:none;padding:0}
.printed .signatures li{border-top:1px solid var(--strong);margin:2.2rem 0 0;max-width:18rem}
.printed .signatures span{display:block}
.chip{display:inline-block;line-height:1.3;border:1px solid var(--accent);border-radius:5px;padding:0 .3em;background:var(--tint);
color:var(--accent);text-decoration:none;white-space:nowrap;font-variant-numeric:tabular-nums}
.chip:hover{text-decoration:underline}
mark.missing{background:var(--alarm-tint);color:var(--alarm);font-weight:700;padding:0 .2em;border:1px dashed var(--alarm)}
.diagram{margin:1.2rem 0}
.diagram svg{display:block;width:100%;max-width:32rem;height:auto;overflow:visible}
.diagram figcaption .title{font-weight:700}
.diagram figcaption .unit{display:block;color:var(--quiet);font-size:.82rem}
.diagram svg text{fill:var(--ink)} .diagram svg .halo{stroke:var(--paper)}
.diagram svg .s0{fill:var(--accent)} .diagram svg .s1{fill:#7fb0b8} .diagram svg .s2{fill:var(--paper)} .diagram svg .s3{fill:var(--quiet)}
.diagram svg .s4{fill:var(--rule)} .diagram svg .s5{fill:#4f8c98}
.diagram svg rect,.diagram svg .line,.diagram svg .marker{stroke:var(--accent)}
.diagram svg .marker[fill="#14505c"]{fill:var(--accent)} .diagram svg .marker[fill="#ffffff"]{fill:var(--paper)}
.diagram svg .axis{stroke:var(--strong)} .diagram svg .on-dark{fill:var(--paper)} .diagram svg .on-light{fill:var(--ink)}
@media (prefers-color-scheme:dark){.diagram svg .s1{fill:#2f6470} .diagram svg .s5{fill:#5ba1ae}}

.words{white-space:pre-wrap;overflow-wrap:anywhere;border-left:3px solid var(--rule);padding:.2rem 0 .2rem 1rem;max-width:44rem}
.finding-list,.talk ul,ul.talk,.copy-list{list-style:none;padding:0;margin:0 0 1rem;max-width:44rem}
.finding,.comment,.copy-list li{border:1px solid var(--rule);border-radius:8px;padding:.8rem .9rem;margin:0 0 .8rem}
.finding p,.comment p{margin:0 0 .5rem}
.finding .head{overflow-wrap:anywhere}
.finding .answer{border-left:3px solid var(--accent);padding-left:.7rem}
.finding button{white-space:normal;text-align:left;overflow-wrap:anywhere}
.finding>:last-child,.comment>:last-child{margin-bottom:0}
.comment.ended{background:var(--ground)}
.picker ul{list-style:none;margin:.4rem 0 0;padding:0;max-height:20rem;overflow-y:auto;overscroll-behavior:contain;border:1px solid var(--rule);
border-radius:8px}
.picker li{margin:0;padding:.45rem .7rem;border-bottom:1px solid var(--rule)}
.picker li .title{display:block;font-size:.9rem}
.picker .said{margin:.4rem 0 0;min-height:1.4em}
.picker .insert{min-height:1.75rem;padding:.05rem .55rem;margin:.15rem .35rem .15rem 0;font-weight:400;font-size:.86rem;
font-variant-numeric:tabular-nums}
.forms span{display:block}

.figure-page .value,dialog.figure .value{font-size:1.8rem;font-weight:300;font-variant-numeric:tabular-nums;margin:0 0 .4rem}
table.formula td.sign{width:1.6rem;color:var(--quiet)}
table.formula{max-width:44rem}
table.formula th{overflow-wrap:anywhere}
details.account{border:1px solid var(--rule);border-radius:8px;padding:.4rem .8rem;max-width:none}
details.account summary{display:flex;flex-wrap:wrap;gap:.1rem .8rem;align-items:baseline}
details.account summary::before{content:"▸";color:var(--quiet)}
details.account[open] summary::before{content:"▾"}
details.account summary>*{min-width:0;overflow-wrap:anywhere}
details.account summary .sum{margin-left:auto;font-variant-numeric:tabular-nums;white-space:nowrap}
dialog.figure{width:min(42rem,100vw);height:100dvh;max-height:none;margin:0 0 0 auto;border-radius:0}
dialog.figure>button{float:right}

.difference{list-style:none;padding:0;margin:0 0 1rem;max-width:none;border:1px solid var(--rule);border-radius:8px;font-size:.94rem}
.difference li{padding:.25rem .8rem .25rem 2rem;margin:0;max-width:none;overflow-wrap:anywhere;min-height:1.9rem}
.difference .changed{position:relative}
.difference .sign{position:absolute;left:.8rem;font-weight:700}
.difference .gap{color:var(--quiet);font-size:.86rem;background:var(--ground)}
.difference del{text-decoration:line-through}
.difference ins{text-decoration:underline}
.conflict h3{margin-top:1rem}
.neighbours{margin-top:2rem;justify-content:space-between}
.facts-form legend{font-size:1.2rem;margin:1.2rem 0 .6rem}
table.entry tbody tr>*{border:0}
table.entry td{padding:.2rem .3rem .2rem 0}
table.entry .fault{color:var(--alarm);font-weight:700;margin:0}
@media (max-width:44rem){table.parts td.nothing{display:none}table.parts tr{padding:.5rem .8rem;margin:0 0 .5rem}
table.parts tr.two{margin-left:1rem}table.parts tr.three{margin-left:2rem}table.parts tr.two th,table.parts tr.three th{padding-left:0}}
@media (forced-colors:active){.chip,mark.missing{border:1px solid}}
@media print{.editor,.picker,.talk form,.finding details,.neighbours{display:none!important}.writing{display:block}.printed{border:0;padding:0}}
"""##
}
