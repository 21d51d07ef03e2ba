import type { Decimal } from '../language/formats';
import { send, type Received } from './fetching';

export type Flow = 'expense' | 'revenue';
export type Status = 'draft' | 'validated' | 'returned' | 'certified' | 'published' | 'superseded' | 'withdrawn';
export type Severity = 'reject' | 'warn' | 'note';

export interface Counts {
  reject: number;
  warn: number;
  note: number;
}

export interface Breakdown {
  id: number;
  dimensions: string[];
  lines: number;
  total: Decimal;
}

export interface Submission {
  id: string;
  entity: string;
  year: number;
  flow: Flow;
  status: Status;
  /** Its tag is this number in quotation marks. */
  version: number;
  test: boolean;
  controlTotal: Decimal | null;
  replaces: 'submission' | 'breakdowns';
  source: string | null;
  preparedBy: string;
  createdAt: string;
  certifiedBy: string | null;
  certifiedAt: string | null;
  contentHash: string | null;
  breakdowns: Breakdown[];
  rulesVersion: string;
  findings: Counts;
}

export interface Finding {
  number?: number;
  rule: string;
  severity: Severity;
  row?: number;
  field?: string;
  pointer?: string;
  value?: string;
  message: string;
  expected?: string;
  explanation?: { text: string; by: string; at: string };
  part?: number;
  lineId?: string;
}

export interface RuleCount {
  rule: string;
  severity: Severity;
  findings: number;
  stored: number;
  lines: number;
  amountUsd: Decimal;
}

/** A page of what the rules say, of a submission or of a report on what was not stored. */
export interface Findings {
  counts: Counts;
  rules: RuleCount[];
  findings: Finding[];
  next?: string;
}

export interface Report extends Findings {
  id: string;
  dryRun: boolean;
  acceptable: boolean;
  entity?: string;
  year?: number;
  flow?: Flow;
  madeAt: string;
  keptUntil: string;
}

export interface Part {
  part: number;
  receivedAt: string;
  receivedBy: string;
  kept: { lines: number; total: Decimal };
  refused: { lines: number; total: Decimal; withoutAmount: number };
  rejectedLinesHref: string | null;
}

export interface Step {
  position: number;
  at: string;
  actor: string;
  action: string;
  details?: Record<string, unknown>;
}

export interface Job {
  id: string;
  state: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'interrupted';
  bytes: number;
  bytesRead: number;
  rowsRead: number;
  rowsPerSecond?: number;
  findings: Counts;
  secondsLeft?: number;
  advice?: string;
}

export interface Change {
  before: Decimal | null;
  after: Decimal | null;
  change: Decimal;
}

export interface Impact {
  controlTotal: Change;
  total: Change;
  breakdowns: {
    dimensions: string[];
    fate: 'added' | 'replaced' | 'kept' | 'removed';
    before: { lines: number; total: Decimal } | null;
    after: { lines: number; total: Decimal } | null;
  }[];
  coverage: { gained: string[][]; lost: string[][] };
  byDimension: { dimension: string; members: number; moves: (Change & { code: string })[] }[];
}

export type Line = Record<string, string | number> & { breakdown: number; line: number };

/** Dimensions of a flow, in the order of the standards. */
export const DIMENSIONS: Record<Flow, readonly string[]> = {
  expense: ['function', 'location', 'instrument', 'sdg', 'contributor', 'gem'],
  revenue: ['instrument', 'contributor'],
};

export const OPEN: readonly Status[] = ['draft', 'returned'];

/** What has to be said with a change: which version of the submission it is about. */
export function ifMatch(submission: Submission): Record<string, string> {
  return { 'If-Match': `"${submission.version}"` };
}

/** @param step the last part of its address: "validation", "return" */
export async function takeStep(submission: Submission, step: string, idempotencyKey: string, comment?: string): Promise<Submission> {
  const received: Received<Submission> = await send(`/submissions/${submission.id}/${step}`, {
    method: 'POST',
    headers: { ...ifMatch(submission), 'Idempotency-Key': idempotencyKey },
    body: step === 'validation' ? undefined : comment ? { comment } : {},
  });
  return received.body;
}

/** All pages of a list of submissions; `limit` of them at most. */
export async function submissions(query: Record<string, string>, limit = 2000): Promise<Submission[]> {
  const all: Submission[] = [];
  let cursor: string | null | undefined;
  do {
    const parameters = new URLSearchParams({ ...query, limit: '200', ...(cursor ? { cursor } : {}) });
    const { body } = await send<{ submissions: Submission[]; next: string | null }>(`/submissions?${parameters}`);
    all.push(...body.submissions);
    cursor = body.next;
  } while (cursor && all.length < limit);
  return all;
}
