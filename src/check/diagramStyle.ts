// The look of a diagram: ink on paper, teal for what somebody does, amber for deadlines, in light and in dark.
// One constant, so that a Content-Security-Policy can name it by its hash.
export const diagramStyle =
  `svg{--paper:#f7f6f3;--sheet:#fdfcfa;--ink:#16202c;--soft:#45505c;--quiet:#626b75;--line:#dcd9d2;--teal:#0f5f57;--amber:#835200;` +
  `font-family:Inter,"Noto Sans","Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei","Segoe UI",system-ui,-apple-system,Roboto,sans-serif}` +
  `@media(prefers-color-scheme:dark){svg{--paper:#12171d;--sheet:#1a2128;--ink:#ece9e2;--soft:#bdbebb;--quiet:#959ba0;--line:#2d353e;--teal:#79c9be;--amber:#e3b163}}` +
  `.paper{fill:var(--paper)}text{fill:var(--ink)}.soft{fill:var(--soft)}.quiet{fill:var(--quiet)}.strong{font-weight:600}.due{fill:var(--amber);font-weight:600}` +
  `.rule{stroke:var(--ink);stroke-width:2}.hair,.life{stroke:var(--line)}` +
  `.box{fill:var(--sheet);stroke:var(--quiet)}.end{stroke:var(--ink);stroke-width:2.5}` +
  `.line{fill:none;stroke-width:1.75}.line.given{stroke:var(--teal)}.line.silence{stroke:var(--amber);stroke-dasharray:5 4}.line.loop{stroke-dasharray:none}.line.elsewhere{stroke:var(--quiet)}` +
  `.given.dot,.given.tip{fill:var(--teal)}.silence.dot,.silence.tip{fill:var(--amber)}.elsewhere.dot,.elsewhere.tip{fill:var(--quiet)}` +
  `.ring{fill:var(--paper);stroke-width:1.75}.ring.given{stroke:var(--teal)}.ring.silence{stroke:var(--amber)}.ring.elsewhere{stroke:var(--quiet)}` +
  `.on{fill:var(--paper);font-weight:600}`;
