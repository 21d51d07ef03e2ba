import { amount, ask, type Answer, type Question } from '../api/questions';
import type { Decimal } from '../language/formats';

/** An answer with the question that it answers, for the way into the explorer. */
export interface Asking {
  question: Question;
  answer: Answer;
}

/** Of the entities of the year with most of them. */
const NEARLY_ALL = 0.9;

/** The system at a glance. Places and contributors are of the last year of which any are published. */
export interface Glance {
  /** The last year that nearly all have reported expenses of; none where nothing is published at all. */
  year?: number;
  spent: Asking;
  received: Asking;
  goals?: Asking;
  functions?: Asking;
  placesYear?: number;
  places?: Asking;
  contributorsYear?: number;
  contributors?: Asking;
}

export async function glance(): Promise<Glance> {
  const [spent, received, placed, contributed] = await Promise.all([
    asking('expense', { drilldown: ['year'], measures: ['amount', 'growth', 'entities'] }),
    asking('revenue', { drilldown: ['year', 'instrument.group'], measures: ['amount'], subtotals: 'rollup' }),
    ask('expense', { drilldown: ['year'], measures: ['amount', 'entities', 'distinct.location.country'] }),
    ask('revenue', { drilldown: ['year'], measures: ['amount', 'entities', 'distinct.contributor.contributor'] }),
  ]);
  const year = lastYear(spent.answer);
  const placesYear = lastYear(placed);
  const contributorsYear = lastYear(contributed);
  const [goals, functions, places, contributors] = await Promise.all([
    year && asking('expense', { drilldown: ['sdg.goal'], cut: [`year:${year}`], measures: ['amount', 'share.total'] }),
    year && asking('expense', { drilldown: ['function.function'], cut: [`year:${year}`], measures: ['amount', 'share.total'], order: '-amount' }),
    placesYear && asking('expense', { drilldown: ['location.country'], cut: [`year:${placesYear}`], order: '-amount' }),
    contributorsYear &&
      asking('revenue', {
        drilldown: ['contributor.contributor'],
        cut: [`year:${contributorsYear}`],
        consolidation: 'net',
        order: '-amount',
        limit: 10,
      }),
  ]);
  return {
    year,
    spent,
    received,
    goals: goals || undefined,
    functions: functions || undefined,
    placesYear,
    places: places || undefined,
    contributorsYear,
    contributors: contributors || undefined,
  };
}

/** The row of a year; undefined where there is none. */
export function ofYear(answer: Answer, year: number | undefined): Answer['cells'][number] | undefined {
  return answer.cells.find((cell) => cell.year === year && (cell.grouping === undefined || String(cell.grouping) === 'year'));
}

export function total(answer: Answer): Decimal | null {
  return answer.total.amount ?? null;
}

async function asking(cube: 'expense' | 'revenue', question: Question): Promise<Asking> {
  return { question, answer: await ask(cube, question) };
}

/** The last year that nearly all have reported: while the first few reports of a year are in, it says nothing of the system. */
function lastYear(answer: Answer): number | undefined {
  const reported = answer.cells.filter((cell) => amount(cell) !== null);
  const most = Math.max(...reported.map((cell) => Number(cell.entities)));
  const years = reported.filter((cell) => Number(cell.entities) >= NEARLY_ALL * most).map((cell) => Number(cell.year));
  return years.length > 0 ? Math.max(...years) : undefined;
}
