// What the engine needs of a logger: pino fits, and so does anything with these four.
type Write = (fields: object, message: string) => void;
export type Log = { info: Write; warn: Write; error: Write; debug: Write };
