import { get } from '../api/fetching';
import { LISTS } from '../api/members';
import { language } from '../language/choice';

export interface Code {
  code: string;
  level: string;
  label: string;
}

interface ListedCode {
  code: string;
  level: string;
  parent: string | null;
  label: Record<string, string> | string;
  validFrom: number | null;
  validTo: number | null;
  attributes?: { reporting?: string };
}

const labels = new Map<string, Promise<string>>();
const lists = new Map<string, Promise<ListedCode[]>>();

/** All that report, in the reader's language: those that there are in the year, where one is asked for. */
export async function entities(year?: number): Promise<Code[]> {
  return (await listed('entities')).filter((code) => code.parent !== null && reports(code, year)).map(shown);
}

/** All codes of a list, in the reader's language. */
export async function codesOf(list: string): Promise<Code[]> {
  return (await listed(list)).map(shown);
}

function listed(list: string): Promise<ListedCode[]> {
  let codes = lists.get(list);
  if (!codes) {
    codes = get<{ codes: ListedCode[] }>(`/code-lists/${list}`).then((answer) => answer.codes);
    codes.catch(() => lists.delete(list));
    lists.set(list, codes);
  }
  return codes;
}

function shown(code: ListedCode): Code {
  return { code: code.code, level: code.level, label: labelOf(code) };
}

function reports(code: ListedCode, year: number | undefined): boolean {
  const isThere = year === undefined || ((code.validFrom ?? year) <= year && year <= (code.validTo ?? year));
  return isThere && code.attributes?.reporting !== 'none';
}

/** What a code is called; the code itself where that cannot be had. */
export function labelOfCode(dimension: string, code: string): Promise<string> {
  const name = `${language()} ${dimension} ${code}`;
  let label = labels.get(name);
  if (!label) {
    label = get<ListedCode>(`/code-lists/${LISTS[dimension]}/codes/${encodeURIComponent(code)}`)
      .then(labelOf)
      .catch(() => code);
    labels.set(name, label);
  }
  return label;
}

function labelOf(code: ListedCode): string {
  return typeof code.label === 'string' ? code.label : (code.label[language()] ?? code.label.en ?? code.code);
}
