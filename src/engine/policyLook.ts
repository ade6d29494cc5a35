// Whether a marketplace's accent can be read where the pages put it, by light and by dark (WCAG 2.2, 1.4.3: relative luminance and contrast).
import type { Policy } from "../core/policy.ts";
import type { PolicyFault } from "./policyShape.ts";

/** The backgrounds of the pages that leave the least contrast: of src/web/look/tokens.css, the wash by light and the sheet by dark. */
const grounds = { light: "#E7EEEB", dark: "#1A2128" };
const LEAST_CONTRAST = 4.5;

/** An accent that people could not read is refused, not shown. */
export function lookFaults({ look }: Policy): PolicyFault[] {
  if (!look?.accent) return [];
  const { accent } = look;
  return (["light", "dark"] as const).flatMap((scheme): PolicyFault[] => {
    const contrast = contrastOf(accent[scheme], grounds[scheme]);
    return contrast >= LEAST_CONTRAST ? [] : [{ pointer: `/look/accent/${scheme}`, detail: `a contrast of ${contrast.toFixed(1)} on ${scheme} paper, where ${LEAST_CONTRAST} is the least that can be read` }];
  });
}

/** From 1 (the same) to 21 (black on white). */
export function contrastOf(one: string, other: string): number {
  const [more, less] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a) as [number, number];
  return (more + 0.05) / (less + 0.05);
}

function luminanceOf(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
