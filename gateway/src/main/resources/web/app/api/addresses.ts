import { parametersOf, type Cube, type Question } from './questions';

export type ProfileKind = 'entity' | 'country' | 'sdg' | 'contributor';

/** The page of an entity, country, goal or contributor. */
export function profileAddress(kind: ProfileKind, code: string, year?: number | string): string {
  const query = year === undefined ? '' : `?year=${year}`;
  return `/profiles/${kind}/${encodeURIComponent(code)}${query}`;
}

/** The page where a question can be looked at in every way, and changed. */
export function exploreAddress(cube: Cube, question: Question): string {
  const parameters = new URLSearchParams({ cube });
  parametersOf(question).forEach((value, name) => parameters.set(name, value));
  return `/explore?${readable(parameters)}`;
}

/** The page of an answer's `question`, whose parameters are those of the API already. */
export function exploreSame(cube: Cube, question: Record<string, unknown>): string {
  const parameters = new URLSearchParams({ cube });
  for (const [name, value] of Object.entries(question)) {
    if (value !== '' && value !== 0 && value !== null) {
      parameters.set(name, String(value));
    }
  }
  return `/explore?${readable(parameters)}`;
}

/** What a profile is of, by the dimension of a cube. */
export function profileKindOf(drilldown: string): ProfileKind | undefined {
  switch (drilldown.split('.')[0]) {
    case 'entity':
      return 'entity';
    case 'location':
      return 'country';
    case 'sdg':
      return 'sdg';
    case 'contributor':
      return 'contributor';
    default:
      return undefined;
  }
}

/** Colons, commas and slashes need no escape in a query, and people read these addresses. */
function readable(parameters: URLSearchParams): string {
  return parameters.toString().replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%3B/g, ';');
}
