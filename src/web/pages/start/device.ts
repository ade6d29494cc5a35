// What a browser calls itself, in two words that people know it by. Only ever a hint: a browser may call itself anything. Pure.
/** The first that fits counts: most browsers name others beside themselves. */
const browsers: readonly (readonly [sign: RegExp, name: string])[] = [[/Edg\w*\//, "Edge"], [/OPR\/|Opera/, "Opera"], [/YaBrowser/, "Yandex Browser"], [/MicroMessenger/, "WeChat"], [/SamsungBrowser/, "Samsung Internet"], [/Firefox\/|FxiOS/, "Firefox"], [/Chrom\w*\/|CriOS/, "Chrome"], [/Safari\//, "Safari"]];
const systems: readonly (readonly [sign: RegExp, name: string])[] = [[/iPhone/, "iPhone"], [/iPad/, "iPad"], [/Android/, "Android"], [/Windows/, "Windows"], [/Mac OS X|Macintosh/, "macOS"], [/CrOS/, "ChromeOS"], [/Linux/, "Linux"]];

/** "Chrome, Linux"; the browser's own words where neither is known. */
export function deviceText(userAgent: string): string {
  const names = [browsers, systems].flatMap((signs) => signs.find(([sign]) => sign.test(userAgent))?.[1] ?? []);
  return names.length === 0 ? userAgent : names.join(", ");
}
