// What every campaign is: a function that tries things for a while, from a seed, and says what it found. Only the shape.

/** `seconds` of real time; `rounds`, where given, ends it earlier, so that a short form does the same on any machine. `more` are a campaign's own options. */
export type CampaignWish = { seed: number; seconds: number; rounds?: number; more?: Record<string, string>; tell(line: string): void };

/** `tried`: what and how often. `findings`: everything that must not be; empty where nothing was found. */
export type CampaignEnd = { tried: Record<string, number>; findings: string[] };

/** Each file of this folder but this one exports its campaign as `campaign`. */
export type Campaign = (wish: CampaignWish) => Promise<CampaignEnd>;
