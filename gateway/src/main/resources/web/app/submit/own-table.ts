import type { ParseResult } from 'papaparse';
import { kindOf } from './file-kind';

export interface OwnCell {
  heading: string;
  value: string;
}

export type OwnLine = OwnCell[];

interface Table {
  headings: string[];
  /** By the line of the file on which they begin. */
  rows: Map<number, string[]>;
}

/** Larger tables are not read here: their findings name line and column all the same. */
const LARGEST = 16 * 1024 * 1024;

const tables = new WeakMap<File, Promise<Table | undefined>>();

/** The cells of a line of a table, where the file is one that can be read here. */
export async function lineOf(file: File, row: number): Promise<OwnLine | undefined> {
  let table = tables.get(file);
  if (!table) {
    table = read(file);
    tables.set(file, table);
  }
  const found = await table;
  const values = found?.rows.get(row);
  return values && values.map((value, at) => ({ heading: found!.headings[at] ?? '', value }));
}

async function read(file: File): Promise<Table | undefined> {
  const kind = kindOf(file.name);
  if (!kind?.isTable || file.size > LARGEST) {
    return undefined;
  }
  const [{ default: papa }, content] = await Promise.all([import('papaparse'), unpacked(file, kind.gzip)]);
  const parsed: ParseResult = papa.parse(decoded(content), { skipEmptyLines: false });
  const [headings = [], ...lines] = parsed.data;
  const rows = new Map<number, string[]>();
  let at = 1 + breaks(headings) + 1;
  for (const line of lines) {
    rows.set(at, line);
    at += 1 + breaks(line);
  }
  return { headings: headings.map((heading) => heading.trim()), rows };
}

/** A quoted cell may hold the ends of lines. */
function breaks(cells: string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

async function unpacked(file: File, gzip: boolean): Promise<ArrayBuffer> {
  return gzip ? new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer() : file.arrayBuffer();
}

/** As the services read it: UTF-8, or UTF-16 where a byte-order mark says so. */
function decoded(content: ArrayBuffer): string {
  const [first, second] = new Uint8Array(content, 0, Math.min(2, content.byteLength));
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(content);
}
