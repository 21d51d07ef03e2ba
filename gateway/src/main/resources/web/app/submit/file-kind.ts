/** How a file is to be sent. */
export interface FileKind {
  type: string;
  /** Whether delimiter and decimal mark may have to be said. */
  isTable: boolean;
  isWorkbook: boolean;
  gzip: boolean;
}

const TYPES: Record<string, string> = {
  csv: 'text/csv',
  txt: 'text/csv',
  tsv: 'text/tab-separated-values',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What the file chooser offers. */
export const ACCEPTED = '.xlsx,.csv,.tsv,.txt,.ndjson,.jsonl,.json,.gz';

/** By its name; nothing where it is of no kind that is taken. */
export function kindOf(name: string): FileKind | undefined {
  const gzip = /\.gz$/i.test(name);
  const ending = name.replace(/\.gz$/i, '').split('.').pop()!.toLowerCase();
  const type: string | undefined = TYPES[ending];
  return type === undefined ? undefined : { type, gzip, isTable: type.startsWith('text/'), isWorkbook: ending === 'xlsx' };
}
