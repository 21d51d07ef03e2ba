import { approximately } from '../language/formats';
import type { Datum } from './chart';

/** From the least to the most, told apart in print and by everybody. */
export const STEPS = ['#dcebf5', '#a9d0e8', '#67aed6', '#2b83ba', '#0b4f80'];

/** Of places without a figure. */
export const NONE = '#eef1f4';

const LEAST_OF_A_STEP = 0.001;

/** Up to five classes of a map, with as many places in each, at round figures. */
export function stepsOf(data: Datum[]): { from: number; to: number }[] {
  const sorted = data
    .map((datum) => approximately(datum.value))
    .filter((value) => value > 0)
    .sort((one, other) => one - other);
  if (sorted.length === 0) {
    return [];
  }
  const edges = [0.2, 0.4, 0.6, 0.8].map((part) => rounded(sorted[Math.floor(part * sorted.length)]));
  const bounds = [...new Set([LEAST_OF_A_STEP, ...edges, sorted.at(-1)!])].sort((one, other) => one - other);
  return bounds.slice(1).map((to, at) => ({ from: bounds[at], to }));
}

/** The colour of a place's class; that of places without a figure where it has none, or less than nothing. */
export function stepColor(datum: Datum, steps: { from: number; to: number }[]): string {
  const value = approximately(datum.value);
  const at = steps.findIndex(({ from, to }) => value >= from && value <= to);
  return STEPS[at] ?? NONE;
}

function rounded(value: number): number {
  const scale = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return Math.round((value / scale) * 2) / 2 * scale;
}
