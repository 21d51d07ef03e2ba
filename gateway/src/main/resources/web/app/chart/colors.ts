/** The official colours of the seventeen goals; X00, no goal, is grey. */
const GOALS: Record<string, string> = {
  '1': '#e5243b', '2': '#dda63a', '3': '#4c9f38', '4': '#c5192d', '5': '#ff3a21', '6': '#26bde2',
  '7': '#fcc30b', '8': '#a21942', '9': '#fd6925', '10': '#dd1367', '11': '#fd9d24', '12': '#bf8b2e',
  '13': '#3f7e44', '14': '#0a97d9', '15': '#56c02b', '16': '#00689d', '17': '#19486a', X00: '#a3adb5',
};

/** Told apart also by who sees few colours; in the order in which they are given out. */
export const PALETTE = ['#0077b6', '#e07a1f', '#2a9d8f', '#8a4f9e', '#c0392b', '#7a8b99', '#b08d28', '#3c5a99', '#6a994e', '#d16ba5'];

export const OTHERS = '#b3bdc6';

/** The colour of a goal, or of the goal of a target. */
export function goalColor(code: string): string {
  return GOALS[code.split('.')[0]] ?? OTHERS;
}

/** The colour of a member of a dimension, which is the same wherever it is shown; none where its rank decides. */
export function colorOf(dimension: string, code: string): string | undefined {
  return dimension === 'sdg' ? goalColor(code) : FIXED[code];
}

const FIXED: Record<string, string> = {
  R01: '#1c4e80', R02: '#0091d5', R03: '#ea8b2f', R04: '#7e909a',
  E01: '#2a9d8f', E02: '#d1495b', E03: '#3c5a99', E04: '#b08d28', E0X: '#7e909a',
};

/** Of a line, area or stack that has none of its own. */
export function seriesColor(series: { code: string; color?: string }, at: number): string {
  return series.color ?? (series.code === 'others' ? OTHERS : PALETTE[at % PALETTE.length]);
}
