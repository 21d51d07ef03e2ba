import { profileAddress, type ProfileKind } from '../api/addresses';
import { members, type ListedMember } from '../api/members';
import { texts } from '../language/messages';

export const searchTexts = texts(() => import('./search-messages/en.json'), {
  ar: () => import('./search-messages/ar.json'),
  zh: () => import('./search-messages/zh.json'),
  fr: () => import('./search-messages/fr.json'),
  ru: () => import('./search-messages/ru.json'),
  es: () => import('./search-messages/es.json'),
});

/** Something that was found, and where it is. */
export interface Found {
  kind: ProfileKind | 'figure';
  code: string;
  label: string;
  address: string;
}

interface Named extends ListedMember {
  kind: ProfileKind;
}

const MOST = 8;
const YEAR = /\b(20\d\d)\b/;

/**
 * Entities, countries and regions, goals and contributors of that name. An entity and a country together
 * ("UNHCR Lebanon 2021") lead to what the one spent in the other.
 */
export async function search(words: string): Promise<Found[]> {
  const year = YEAR.exec(words)?.[1];
  const sought = plain(words.replace(YEAR, ' '));
  if (sought.length < 2) {
    return [];
  }
  const [entities, places, goals, contributors] = await Promise.all([
    named('entity', members('expense', 'entity')),
    named('country', members('expense', 'location')),
    named('sdg', members('expense', 'sdg', { level: 'goal' })),
    named('contributor', members('revenue', 'contributor', { q: longest(sought), level: 'contributor' })),
  ]);
  const single = [...entities, ...places, ...goals, ...contributors]
    .map((member) => ({ member, rank: rankOf(member, sought) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((one, other) => one.rank - other.rank || one.member.label.length - other.member.label.length)
    .slice(0, MOST)
    .map(({ member }) => ({
      kind: member.kind,
      code: member.code,
      label: member.label,
      address: profileAddress(member.kind, member.code, year),
    }));
  return [...together(entities, places, sought, year), ...single].slice(0, MOST);
}

/** What an entity spent in a country, where both are named. */
function together(entities: Named[], places: Named[], sought: string, year?: string): Found[] {
  const padded = ` ${sought} `;
  const isNamed = (member: Named) => {
    const label = plain(member.label);
    return padded.includes(` ${plain(member.code)} `) && member.kind === 'entity' ? true : label.length > 3 && padded.includes(` ${label} `);
  };
  const entity = entities.filter(isNamed).sort((one, other) => other.code.length - one.code.length)[0];
  const place = places.filter((member) => member.level === 'country' && isNamed(member)).sort((one, other) => other.label.length - one.label.length)[0];
  if (!entity || !place) {
    return [];
  }
  const address = profileAddress('country', place.code, year);
  const query = new URLSearchParams({ figure: `entity:${entity.code}` }).toString().replace('%3A', ':');
  return [{
    kind: 'figure',
    code: `${entity.code}-${place.code}`,
    label: searchTexts('together', { entity: entity.code, place: place.label, year: year ?? '' }).trim(),
    address: `${address}${year ? '&' : '?'}${query}`,
  }];
}

/** The lower, the better it fits; infinite where it does not. */
function rankOf(member: Named, sought: string): number {
  const code = plain(member.code);
  const label = plain(member.label);
  const isListed = (['type', 'region', 'subregion', 'intermediate'].includes(member.level) ? 0.5 : 0) + (member.kind === 'contributor' ? 0.3 : 0);
  if (code === sought || label === sought) {
    return 0 + isListed;
  }
  if (label.startsWith(sought)) {
    return 1 + isListed;
  }
  if (code.startsWith(sought) && member.kind === 'entity') {
    return 1.2 + isListed;
  }
  if (` ${label}`.includes(` ${sought}`)) {
    return 2 + isListed;
  }
  if (label.includes(sought)) {
    return 3 + isListed;
  }
  const parts = sought.split(' ');
  const hits = parts.filter((part) => part.length > 2 && (` ${label}`.includes(` ${part}`) || code === part)).length;
  return hits === parts.length ? 2.5 + isListed : hits > 0 && parts.length > 1 ? 5 - hits / parts.length + isListed : Infinity;
}

async function named(kind: ProfileKind, list: Promise<ListedMember[]>): Promise<Named[]> {
  return (await list).map((member) => ({ ...member, kind }));
}

function longest(words: string): string {
  return words.split(' ').sort((one, other) => other.length - one.length)[0];
}

/** Without accents, capitals and punctuation, which nobody types in the same way. */
function plain(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
}
