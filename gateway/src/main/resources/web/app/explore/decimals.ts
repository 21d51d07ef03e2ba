import type { Decimal } from '../language/formats';

interface Scaled {
  units: bigint;
  places: number;
}

function scaled(decimal: Decimal): Scaled {
  const [whole, fraction = ''] = decimal.split('.');
  return { units: BigInt(whole + fraction), places: fraction.length };
}

function at(places: number, number: Scaled): bigint {
  return number.units * 10n ** BigInt(places - number.places);
}

/** Less than zero where the first is smaller: by all digits, as floating point would take some amounts for equal. */
export function compare(one: Decimal, other: Decimal): number {
  const [first, second] = [scaled(one), scaled(other)];
  const places = Math.max(first.places, second.places);
  const difference = at(places, first) - at(places, second);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The exact sum, for what is put together for a drawing ("others"). */
export function sum(decimals: Decimal[]): Decimal {
  const numbers = decimals.map(scaled);
  const places = Math.max(0, ...numbers.map((number) => number.places));
  const total = numbers.reduce((soFar, number) => soFar + at(places, number), 0n);
  const digits = (total < 0n ? -total : total).toString().padStart(places + 1, '0');
  const point = digits.length - places;
  return `${total < 0n ? '-' : ''}${digits.slice(0, point)}${places > 0 ? '.' : ''}${digits.slice(point)}`;
}
