// On which line of a JSON text each value stands, so that a fault can be found in the file. The text is JSON: it was parsed before.

/** Tells the line, counted from 1, of the value that a JSON pointer names; of what it lies in where it is not there. */
export function linesOf(text: string): (pointer: string) => number {
  const starts = positions(text);
  return (pointer) => {
    for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
      const found = starts.get(at);
      if (found !== undefined) return text.slice(0, found).split("\n").length;
    }
  };
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

type Open = { pointer: string; key: string | number };

/** Where each value begins, by its pointer; a member of an object begins with its key. */
function positions(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const open: Open[] = [];
  let key: { step: string; at: number } | null = null;
  let last = { token: "", at: 0 };
  for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
    const inside = open.at(-1);
    if (token === ":") key = { step: stepOf(JSON.parse(last.token) as string), at: last.at };
    else if (token === "," && typeof inside?.key === "number") inside.key += 1;
    else if (token === "}" || token === "]") open.pop();
    else if (token !== "," && !(isKeyOf(inside, token) && key === null)) {
      const pointer: string = inside === undefined ? "" : `${inside.pointer}/${typeof inside.key === "number" ? inside.key : key!.step}`;
      found.set(pointer, key?.at ?? at);
      if (token === "{" || token === "[") open.push({ pointer, key: token === "[" ? 0 : "" });
      key = null;
    }
    last = { token, at };
  }
  return found;
}

/** Whether the token is an object's key: its value has not been announced by a colon. */
const isKeyOf = (inside: Open | undefined, token: string): boolean => typeof inside?.key === "string" && token.startsWith('"');

const stepOf = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");
