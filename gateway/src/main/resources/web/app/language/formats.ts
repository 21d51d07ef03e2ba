import { language } from './choice';
import { texts } from './messages';

/** Exact amounts come as text ("66039034290.40380059") and are never turned into floating point to be shown. */
export type Decimal = string;

/** Words for units. Loaded with the frame, before any page. */
export const unitTexts = texts(() => import('./messages/en.json'), {
  ar: () => import('./messages/ar.json'),
  zh: () => import('./messages/zh.json'),
  fr: () => import('./messages/fr.json'),
  ru: () => import('./messages/ru.json'),
  es: () => import('./messages/es.json'),
});

const NOTHING = '–';

/** "USD 66,039,034,290.40": to the cent, or to the digit if `exact`. */
export function usd(amount: Decimal | null | undefined, exact = false): string {
  return amount == null ? NOTHING : unitTexts('usd', { amount: plain(amount, exact ? 20 : 2, exact ? 0 : 2) });
}

/** "66,039.0": the number of millions, for columns whose heading says "USD million". */
export function millions(amount: Decimal | null | undefined, decimals = 1): string {
  return amount == null ? NOTHING : plain(shifted(amount, 6), decimals, decimals);
}

/** "USD million", as a column's or an axis' unit. */
export function usdMillion(): string {
  return unitTexts('usdMillion');
}

/** "USD 66.04 billion": for headlines and sentences, with the scale that suits the amount. */
export function headline(amount: Decimal | null | undefined): string {
  if (amount == null) {
    return NOTHING;
  }
  const digits = amount.replace(/^-/, '').split('.')[0].replace(/^0+/, '').length;
  // Chinese counts in hundreds of millions where others count in thousands of them
  const large = language() === 'zh' ? 8 : 9;
  if (digits > large) {
    return unitTexts('usdBillions', { amount: plain(shifted(amount, large), 2, 1) });
  }
  if (digits > 6) {
    return unitTexts('usdMillions', { amount: plain(shifted(amount, 6), 1, 1) });
  }
  return usd(amount);
}

/** "12.3%" of a ratio that is text ("0.123456789") or number. */
export function percent(ratio: Decimal | number | null | undefined, decimals = 1): string {
  return ratio == null
    ? NOTHING
    : formatted(ratio, { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** "+12.3%" or "−4.0%". */
export function growth(ratio: Decimal | number | null | undefined, decimals = 1): string {
  return ratio == null
    ? NOTHING
    : formatted(ratio, {
        style: 'percent',
        signDisplay: 'exceptZero',
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      });
}

/** "1,234": counts. */
export function count(number: number | string | null | undefined): string {
  return number == null ? NOTHING : formatted(number, { maximumFractionDigits: 0 });
}

/** "2024": a year is no quantity and has no grouping. */
export function year(number: number | string): string {
  return formatted(number, { useGrouping: false, maximumFractionDigits: 0 });
}

export function date(instant: string | null | undefined): string {
  return instant == null ? NOTHING : new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(new Date(instant));
}

export function dateTime(instant: string | null | undefined): string {
  return instant == null
    ? NOTHING
    : new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant));
}

/** "A, B and C". */
export function list(items: string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(items);
}

/** For sorting names as readers of the language expect. */
export function byName(one: string, other: string): number {
  return one.localeCompare(other, language());
}

/** For the length of a bar or the place of a point, never for a figure that is read. */
export function approximately(amount: Decimal | null | undefined): number {
  return amount == null ? 0 : Number(amount);
}

function plain(amount: Decimal, most: number, least: number): string {
  return formatted(amount, { minimumFractionDigits: least, maximumFractionDigits: most });
}

/** Browsers format decimal text digit by digit, which the type of `format` does not know yet. */
function formatted(amount: Decimal | number, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(language(), options).format(amount as number);
}

/** Divided by ten to the power of `places`, exactly: the point moves. */
export function shifted(amount: Decimal, places: number): Decimal {
  const negative = amount.startsWith('-');
  const [whole, fraction = ''] = amount.replace(/^[-+]/, '').split('.');
  const padded = whole.padStart(places + 1, '0');
  const point = padded.length - places;
  return `${negative ? '-' : ''}${padded.slice(0, point)}.${padded.slice(point)}${fraction}`;
}

/** "99.9%" of two amounts; never "100.0%" where anything is missing, nor "0.0%" where there is something. */
export function partOf(part: Decimal, whole: Decimal): string {
  const total = approximately(whole);
  if (total === 0) {
    return NOTHING;
  }
  const ratio = approximately(part) / total;
  const isWhole = part === whole;
  return percent(isWhole ? ratio : Math.min(Math.max(ratio, ratio === 0 ? 0 : 0.001), 0.999));
}
