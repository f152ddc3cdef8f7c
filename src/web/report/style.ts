/** The report's own style: light and dark by the reader's setting, one column on a phone, ink-saving on paper. */
export const STYLE = `
:root { color-scheme: light dark; --bg: #fbfaf8; --card: #fff; --ink: #1c1d20; --dim: #5b6068; --line: #d9d6d0; --accent: #0b5cad;
  --critical: #a8071a; --error: #b13208; --warning: #7a5200; --info: #46505c; --good: #14663b; --code: #f1efea; }
@media (prefers-color-scheme: dark) { :root { --bg: #15171a; --card: #1d2024; --ink: #e8e6e1; --dim: #a3a9b1; --line: #383d44; --accent: #7db7f5;
  --critical: #ff8f8a; --error: #ffa27a; --warning: #f0c05a; --info: #b3bcc7; --good: #7fd6a5; --code: #262a2f; } }
* { box-sizing: border-box; }
body { margin: 0; overflow-wrap: anywhere; background: var(--bg); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.4rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .3rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid var(--line); }
h2.plain { border: 0; margin: 0 0 .2rem; padding: 0; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 0 0 .3rem; }
p { margin: .3rem 0; }
a { color: var(--accent); }
nav { display: flex; flex-wrap: wrap; gap: .2rem .9rem; margin: .8rem 0 0; padding: 0; font-size: .95rem; }
.dim { color: var(--dim); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; margin: .7rem 0; }
.verdict { border-left: .4rem solid var(--info); }
.critical { border-left-color: var(--critical); } .error { border-left-color: var(--error); } .warning { border-left-color: var(--warning); } .good { border-left-color: var(--good); }
.badge { display: inline-block; font-size: .8rem; font-weight: 600; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .6rem; margin-left: .3rem; white-space: nowrap; }
.badge.critical { color: var(--critical); } .badge.error { color: var(--error); } .badge.warning { color: var(--warning); } .badge.info { color: var(--info); } .badge.good { color: var(--good); }
code, pre, .mono { font-family: ui-monospace, SFMono-Regular, Consolas, monospace; font-size: .88rem; }
code { background: var(--code); border-radius: .25rem; padding: .05rem .3rem; overflow-wrap: anywhere; }
pre { background: var(--code); border-radius: .4rem; padding: .6rem .8rem; margin: .4rem 0; overflow-x: auto; }
ul { margin: .3rem 0; padding-left: 1.2rem; }
.scroll { overflow-x: auto; } .scroll th, .scroll td.mono { white-space: nowrap; overflow-wrap: normal; }
.look { font-size: 1.1rem; } .look .dim { font-size: 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .3rem 0; }
dl.facts dt { color: var(--dim); } dl.facts dd { margin: 0; overflow-wrap: anywhere; }
details > summary { cursor: pointer; padding: .25rem 0; }
button { font: inherit; font-size: .8rem; color: var(--accent); background: none; border: 1px solid var(--line); border-radius: .3rem; cursor: pointer; padding: .05rem .5rem; margin-left: .3rem; }
input[type=search] { font: inherit; width: 100%; max-width: 30rem; padding: .35rem .6rem; border: 1px solid var(--dim); border-radius: .4rem; background: var(--card); color: var(--ink); }
svg { max-width: 100%; height: auto; }
.scroll svg { display: block; max-width: none; } .scroll svg + svg { margin-top: .8rem; }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif; } .edge text { paint-order: stroke; stroke: var(--card); stroke-width: 4px; fill: var(--dim); }
.node rect { fill: var(--card); stroke: var(--dim); } .node.thread rect { fill: var(--code); } .node.cycle rect { stroke: var(--critical); stroke-width: 2.5; } .node.head rect { stroke: var(--error); stroke-width: 2.5; }
.edge path { fill: none; stroke: var(--dim); } .edge.inferred path { stroke-dasharray: 5 4; } .edge.cycle path { stroke: var(--critical); stroke-width: 2; }
.arrow { fill: var(--dim); fill: context-stroke; }
.bar { fill: var(--accent); } .bar.full { fill: var(--error); } .rail { fill: var(--code); }
footer { color: var(--dim); font-size: .9rem; padding-top: 1.5rem; padding-bottom: 2rem; }
@media (max-width: 40rem) { body { font-size: 15px; } dl.facts { grid-template-columns: 1fr; gap: 0; } dl.facts dd { margin-bottom: .3rem; } }
@media print { body { background: #fff; color: #000; font-size: 10pt; } header, main, footer { max-width: none; } nav, button, input { display: none; } .card { break-inside: avoid; border-color: #999; } pre { white-space: pre-wrap; overflow-wrap: anywhere; } article details::details-content, .verdict details::details-content { content-visibility: visible; block-size: auto; } .scroll { overflow: visible; } .scroll svg { max-width: 100%; } }
`;
