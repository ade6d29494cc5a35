// How the pages are built: from this folder into build/pages, everything bundled, nothing fetched from elsewhere.
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import type { Plugin, UserConfig } from "vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Packed models are unpacked by WebAssembly, which the pages' security policy does not let in: the viewer is told that nothing unpacks. */
const nothingUnpacks: Plugin = {
  name: "nothing-unpacks", enforce: "pre",
  load: (id) => (id.includes("/meshopt_decoder.module") ? "export const MeshoptDecoder = { supported: false };" : null),
};

const pages: UserConfig = {
  root: at("."),
  base: "/",
  plugins: [react(), nothingUnpacks],
  build: {
    outDir: at("../../build/pages"), emptyOutDir: true, assetsDir: "assets", manifest: true, modulePreload: { polyfill: false },
    // Nothing may stand in the page itself: the content security policy takes styles, fonts and scripts from files only.
    assetsInlineLimit: 0, reportCompressedSize: false,
    // The map and the 3D view are large, and loaded only where somebody opens them.
    chunkSizeWarningLimit: 1200,
  },
};

// Vite looks for what it builds under this name.
export { pages as default };
