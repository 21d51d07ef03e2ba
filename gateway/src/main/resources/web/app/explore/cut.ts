/** A condition of a question: "entity:UNDP;WFP", "!location:region:2", "sdg:only:5", "year:2022..2024". */
export interface Cut {
  dimension: string;
  /** A level, a hierarchy of groups, or "only"; left out, a code stands for itself and all below it. */
  by?: string;
  /** As written, ranges among them. */
  codes: string[];
  not: boolean;
}

export function cutOf(text: string): Cut {
  const not = text.startsWith('!');
  const parts = (not ? text.slice(1) : text).split(':');
  const [dimension, by, codes] = parts.length > 2 ? [parts[0], parts[1], parts.slice(2).join(':')] : [parts[0], undefined, parts[1] ?? ''];
  return { dimension, by, codes: codes.split(';').filter((code) => code !== ''), not };
}

export function textOf(cut: Cut): string {
  return `${cut.not ? '!' : ''}${cut.dimension}:${cut.by ? `${cut.by}:` : ''}${cut.codes.join(';')}`;
}

/** The one code that it stands for, if it is so simple that one can go up from it. */
export function single(cut: Cut): string | undefined {
  return !cut.not && cut.codes.length === 1 && !cut.codes[0].includes('..') ? cut.codes[0] : undefined;
}

/** The years that it lets through, of those there are; ranges are written out. */
export function yearsOf(cuts: Cut[], all: number[]): number[] {
  const passes = (cut: Cut, year: number) =>
    cut.codes.some((code) => {
      const [first, last = first] = code.split('..');
      return year >= Number(first) && year <= Number(last);
    }) !== cut.not;
  return all.filter((year) => cuts.every((cut) => cut.dimension !== 'year' || passes(cut, year)));
}
