// The stories of the marketplace of escrow and consent over HTTP. The others' stand in a file of their own, so that both run at once.
import { testStoriesOverHttp } from "./support/storyFiles.ts";

testStoriesOverHttp((marketplace) => marketplace === "aliexpress");
