import { list, year } from '../language/formats';
import type { CubeFacts } from './cube-facts';
import { dimensionOf } from './cube-facts';
import type { Cut } from './cut';
import { text, textOrNone } from './texts';
import { rowsOf, type View } from './view';

/** "UN entity" of "entity.entity": the members that a drilldown tells apart, in the singular. */
export function drilldownName(drilldown: string, facts?: CubeFacts): string {
  const [dimension, by] = drilldown.split('.');
  const hierarchy = facts?.dimensions.find((of) => of.dimension === dimension)?.hierarchies.find((of) => of.hierarchy === by);
  return textOrNone(`of.${drilldown}`) || hierarchy?.title || drilldown;
}

export function dimensionName(dimension: string): string {
  return textOrNone(`dimension.${dimension}`) || dimension;
}

export function measureName(measure: string): string {
  const known = textOrNone(`measure.${measure}`);
  if (known) {
    return known;
  }
  if (measure.startsWith('distinct.')) {
    return text('measure.distinct', { of: drilldownName(measure.slice('distinct.'.length)) });
  }
  const [name, base] = measure.split('.');
  return base && textOrNone(`measure.${name}`) ? text('measure.since', { measure: textOrNone(`measure.${name}`), year: year(base) }) : measure;
}

export type Unit = 'usd' | 'percent' | 'count';

export function unitOf(measure: string): Unit {
  if (/^(share|growth)/.test(measure)) {
    return 'percent';
  }
  return /^(lines|entities|distinct)/.test(measure) ? 'count' : 'usd';
}

/** What a question is about, in one line: "Expenses by UN entity and year". */
export function titleOf(view: View, facts?: CubeFacts): string {
  const cube = text(view.cube === 'revenue' ? 'revenue' : 'expense');
  const by = [...rowsOf(view), ...view.columns].map((drilldown) => drilldownName(drilldown, facts));
  return by.length === 0 ? cube : text('title.by', { cube, by: list(by.map(withinSentence)) });
}

/** "country or area" and "UN entity": an abbreviation keeps its capitals. */
function withinSentence(name: string): string {
  const isAbbreviation = /^\p{Lu}{2}/u.test(name);
  return isAbbreviation ? name : name.charAt(0).toLocaleLowerCase() + name.slice(1);
}

/** "Lebanon" or "SDG 1, SDG 2 and 3 more"; a code that has no name is shown as it is. */
export function codesName(cut: Cut, nameOf: (dimension: string, code: string) => string | undefined): string {
  const names = cut.codes.map((code) => {
    const [first, last] = code.split('..');
    const name = (of: string) => (cut.dimension === 'year' ? year(of) : of === '-' ? text('noGroup') : nameOf(cut.dimension, of) ?? of);
    return last === undefined ? name(code) : `${name(first)} – ${name(last)}`;
  });
  const shown = names.length > 3 ? [...names.slice(0, 2), text('more', { count: names.length - 2 })] : names;
  return list(shown);
}

/** "all but Lebanon", "only Africa itself". */
export function cutName(cut: Cut, nameOf: (dimension: string, code: string) => string | undefined): string {
  const codes = codesName(cut, nameOf);
  return cut.not ? text('cut.not', { codes }) : cut.by === 'only' ? text('cut.only', { codes }) : codes;
}

/** Which dimension a drilldown is of, for a headline over its choices. */
export function groupName(drilldown: string): string {
  return dimensionName(dimensionOf(drilldown));
}
