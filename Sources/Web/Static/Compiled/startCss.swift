// Written by script/embed from Sources/Web/Static/Source/10-start.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let startCss: StaticString = ##"""
/* The start page, the yearly wheel, years. */
.tasks{list-style:none;margin:0 0 1.2rem;padding:0}
.tasks>li{border-top:1px solid var(--rule);padding:.55rem 0;margin:0;max-width:none}
.tasks>li:last-child{border-bottom:1px solid var(--rule)}
.tasks p{margin:0;max-width:none}
.tasks .what{display:flex;flex-wrap:wrap;gap:.15rem .7rem;align-items:baseline}
.tasks .what a{font-weight:700;min-height:1.5rem}
.tasks .what .badge{margin-left:auto}
.tasks .quiet a{display:inline-block;min-height:1.5rem}
.late .tasks>li{border-left:4px solid var(--alarm);padding-left:.8rem}
ol.first-steps{counter-reset:step}
ol.first-steps>li{counter-increment:step;padding-left:2.4rem;position:relative}
ol.first-steps>li::before{content:counter(step);position:absolute;left:.2rem;top:.5rem;font-size:1.3rem;font-weight:300;color:var(--accent)}
.start-side{display:grid;gap:1rem}
.start-side .card h2{font-size:1.03rem;margin:0 0 .4rem}
.start-side .card details{margin:.6rem 0 0}
dl.economy{margin:.2rem 0 .7rem}
dl.economy>div{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;border-top:1px solid var(--rule);padding:.3rem 0}
dl.economy dd{margin:0;text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
dl.economy a.amount{color:inherit;text-decoration:underline dotted var(--line) 1px;display:inline-block;min-height:1.5rem}
.economy>p:not([class]),.economy>p[class=""]{margin:0}
.happened{list-style:none;margin:0 0 .8rem;padding:0;font-size:.94rem}
.happened li{border-top:1px solid var(--rule);padding:.35rem 0;margin:0}
.happened a{display:block;min-height:1.5rem;overflow-wrap:anywhere}
.happened span{display:block}
.wheel-parts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:1rem 2rem;align-items:start}
svg.wheel{width:100%;max-width:20rem;height:auto;font-size:11px;fill:var(--quiet)}
svg.wheel .ring{fill:var(--tint);stroke:var(--line);stroke-width:1}
svg.wheel .hub{fill:var(--paper);stroke:var(--line);stroke-width:1}
svg.wheel .tick{stroke:var(--line);stroke-width:1}
svg.wheel .hand{stroke:var(--accent);stroke-width:3}
svg.wheel .year{font-size:26px;font-weight:300;fill:var(--ink)}
svg.wheel .done{fill:var(--good)}
svg.wheel .late{fill:var(--alarm)}
svg.wheel .soon{fill:var(--warn)}
svg.wheel .coming{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}
.walk-contents ol{columns:14rem;padding-left:1.4rem;max-width:none}
.walk-list{list-style:none;margin:0;padding:0}
.walk-part{margin-top:2rem}
.wheel-page{display:grid;gap:1rem 2rem;align-items:start}
.wheel-page :is(td,th){overflow-wrap:break-word}
@media (min-width:90rem){.wheel-page{grid-template-columns:minmax(14rem,20rem) minmax(0,1fr)}}
.wheel-list{list-style:none;margin:0;padding:0;max-width:none}
.wheel-list>li{display:grid;grid-template-columns:6.2rem minmax(0,1fr);border-top:1px solid var(--rule);padding:.35rem 0;margin:0;max-width:none}
.wheel-list h3{font-size:.94rem;margin:.1rem 0}
.wheel-list ul{list-style:none;margin:0;padding:0}
.wheel-list ul li{display:flex;flex-wrap:wrap;gap:.1rem .7rem;align-items:baseline;margin:0;max-width:none}
.wheel-list a{min-height:1.5rem;flex:1 1 14rem}
.wheel-list .day{color:var(--quiet);font-variant-numeric:tabular-nums;min-width:2.6rem}
/* Years and months. */
table.months details{margin:0}
table.months form{margin:0}
table.months td button{min-height:2rem;padding:.15rem .8rem}
table.months .reopen form{padding:.4rem 0 .6rem}
table.months .field{margin-bottom:.5rem}
.log{font-size:.94rem}
.against>li{max-width:48rem;margin:.4rem 0}
.accounts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));gap:0 1.5rem;align-items:end}
@media (max-width:79.99rem){.start-side{margin-top:1rem}.wheel-parts{grid-template-columns:minmax(0,1fr)}}
@media (max-width:44rem){
svg.wheel{margin:0 auto}
.wheel-list>li{grid-template-columns:minmax(0,1fr)}
.tasks .what .badge{margin-left:0}
}
@media (forced-colors:active){
svg.wheel{fill:CanvasText}
svg.wheel :is(.ring,.hub){fill:Canvas;stroke:CanvasText}
svg.wheel :is(.done,.late,.soon){fill:CanvasText}
svg.wheel .coming{fill:Canvas;stroke:CanvasText}
svg.wheel .hand{stroke:Highlight}
}
@media print{.walk-contents{display:none}.walk-part h2{break-after:avoid}svg.wheel{max-width:7cm}.tasks>li{break-inside:avoid}}
"""##
}
