// The stories over HTTP, but for those of the marketplace of escrow and consent: they have a file of their own, so that both run at once.
import { testStoriesOverHttp } from "./support/storyFiles.ts";

testStoriesOverHttp((marketplace) => marketplace !== "aliexpress");
