import { Problem } from '../api/problem';
import { ask, type Cube } from '../api/questions';
import { KINDS } from './charts';
import { CUBES } from './cube-facts';
import { PARAMETERS, questionOf, START, viewOf, type View } from './view';

/** Something in an address that is not known, and what could stand in its place. */
export interface Trouble {
  parameter: string;
  value: string;
  /** What the view below has in its place; undefined where it leaves it out. */
  instead?: string;
  /** What the service says of it, in English. */
  detail?: string;
}

/** The nearest view to one that cannot be shown, and how it differs. */
export interface Repaired {
  view: View;
  troubles: Trouble[];
}

const MOST_REPAIRS = 12;

/** What can be seen in an address without asking anybody. */
export function atOnce(view: View, unknown: string[], query: URLSearchParams): Repaired {
  const troubles: Trouble[] = unknown.map((parameter) => ({ parameter, value: query.get(parameter) ?? '', instead: nearestOf(parameter, PARAMETERS) }));
  let repaired = troubles.some((of) => of.instead !== undefined) ? viewOf(respelt(query, troubles)).view : view;
  if (!CUBES.includes(repaired.cube)) {
    const instead = (nearestOf(repaired.cube, CUBES) ?? 'expense') as Cube;
    troubles.push({ parameter: 'cube', value: repaired.cube, instead });
    repaired = { ...repaired, cube: instead };
  }
  if (view.chart !== undefined && view.chart !== 'none' && !(KINDS as readonly string[]).includes(view.chart)) {
    troubles.push({ parameter: 'chart', value: view.chart, instead: nearestOf(view.chart, KINDS) });
    repaired = { ...repaired, chart: nearestOf(view.chart, KINDS) };
  }
  return { view: repaired, troubles };
}

/** What a misspelt parameter says is said by the one that is meant, where that one is not there itself. */
function respelt(query: URLSearchParams, troubles: Trouble[]): URLSearchParams {
  const names = new Map(troubles.map((of) => [of.parameter, of.instead]));
  const right = new URLSearchParams();
  query.forEach((value, name) => {
    const meant = names.get(name) ?? name;
    if (meant === name || !query.has(meant)) {
      right.append(meant, value);
    }
  });
  return right;
}

export function isAboutAddress(problem: Problem): boolean {
  return (problem.status === 400 || problem.status === 422) && typeof problem.members.parameter === 'string';
}

/** Puts the nearest right spelling, or nothing, in the place of all that the service does not know, until it answers. */
export async function repair(start: Repaired): Promise<Repaired> {
  let { view } = start;
  const troubles = [...start.troubles];
  for (let turn = 0; turn < MOST_REPAIRS; turn++) {
    try {
      await ask(view.cube, { ...questionOf(view), limit: 1 });
      return { view, troubles };
    } catch (e) {
      if (!(e instanceof Problem) || !isAboutAddress(e)) {
        throw e;
      }
      const trouble = troubleOf(e);
      const next = without(view, trouble);
      troubles.push(trouble);
      if (JSON.stringify(next) === JSON.stringify(view)) {
        break;
      }
      view = next;
    }
  }
  return { view: { ...START, cube: view.cube }, troubles };
}

function troubleOf(problem: Problem): Trouble {
  const nearest = problem.members.nearest;
  return {
    parameter: String(problem.members.parameter),
    value: String(problem.members.value ?? ''),
    instead: Array.isArray(nearest) && nearest.length > 0 ? String(nearest[0]) : undefined,
    detail: problem.detail,
  };
}

function without(view: View, { parameter, value, instead }: Trouble): View {
  const swap = (items: string[]) => items.flatMap((item) => (item === value ? (instead === undefined || items.includes(instead) ? [] : [instead]) : [item]));
  switch (parameter) {
    case 'drilldown':
    case 'columns': {
      const drilldown = swap(view.drilldown);
      const columns = swap(view.columns).filter((column) => drilldown.includes(column));
      return { ...view, drilldown, columns: columns.length === drilldown.length ? [] : columns };
    }
    case 'measures': {
      const measures = swap(view.measures);
      return { ...view, measures: measures.length > 0 ? measures : ['amount'], order: undefined };
    }
    case 'cut': {
      const cut = view.cut
        .map((of) => ({
          ...of,
          dimension: of.dimension === value && instead !== undefined ? instead : of.dimension,
          by: of.by === value ? instead : of.by,
          codes: swap(of.codes),
        }))
        .filter((of) => of.codes.length > 0 && of.dimension !== value);
      // nothing of it was found by name: all of it goes, since what is left would be another question
      return { ...view, cut: JSON.stringify(cut) === JSON.stringify(view.cut) ? [] : cut };
    }
    default:
      return { ...view, [parameter]: undefined };
  }
}

/** The one that differs least in its letters, if it is near at all. */
function nearestOf(text: string, known: readonly string[]): string | undefined {
  const near = known.map((of) => ({ of, distance: distance(text.toLowerCase(), of.toLowerCase()) })).sort((one, other) => one.distance - other.distance)[0];
  return near && near.distance <= Math.max(1, Math.floor(text.length / 3)) ? near.of : undefined;
}

function distance(one: string, other: string): number {
  let row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[other.length];
}
