import { beforeLanguage, language } from './choice';
import { directionOf, type Language } from './languages';

/** A text with {places}, or one text for each plural form of the value `count`. */
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;

export type Messages = Record<string, Message>;

type Loader<M> = () => Promise<{ default: M }>;
type Values = Record<string, string | number>;

/** The texts of one room: call it with a key. Its texts must be loaded before, which the router does for pages. */
export interface Texts<K extends string> {
  (key: K, values?: Values): string;
  load(wanted: Language): Promise<void>;
}

/**
 * The texts of a room, a file for each language, of which only the one that is read is fetched.
 * All files have the same keys and places; a test sees to that.
 */
export function texts<M extends Messages>(
  english: Loader<M>,
  others: Record<Exclude<Language, 'en'>, Loader<Messages>>,
): Texts<keyof M & string> {
  const loaded = new Map<Language, Messages>();
  const text = (key: string, values: Values = {}) => {
    const message = loaded.get(language())?.[key] ?? key;
    const chosen = typeof message === 'string' ? message : plural(message, values.count);
    return chosen.replace(/\{(\w+)\}/g, (place, name: string) =>
      name in values ? shown(name, values[name]) : place,
    );
  };
  const load = async (wanted: Language) => {
    if (!loaded.has(wanted)) {
      const file = await (wanted === 'en' ? english() : others[wanted]());
      loaded.set(wanted, file.default);
      beforeLanguage(load);
    }
  };
  return Object.assign(text, { load }) as Texts<keyof M & string>;
}

/** In a text from right to left a value keeps its own direction, or "-3.6%" would be read as "3.6%-". */
function shown(name: string, value: string | number): string {
  const text = name === 'count' && typeof value === 'number' ? new Intl.NumberFormat(language()).format(value) : String(value);
  return directionOf(language()) === 'rtl' && text !== '' ? `\u2068${text}\u2069` : text;
}

function plural(forms: Partial<Record<Intl.LDMLPluralRule, string>>, count: string | number | undefined): string {
  const rule = new Intl.PluralRules(language()).select(Number(count ?? 0));
  return forms[rule] ?? forms.other ?? '';
}
