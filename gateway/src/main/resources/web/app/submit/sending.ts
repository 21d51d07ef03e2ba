import { Problem } from '../api/problem';
import { send } from '../api/fetching';
import type { Report, Submission } from '../api/submissions';
import type { FileKind } from './file-kind';
import { IN_PIECES_FROM, uploaded } from './pieces';

/** From this size on a job reads it, whose progress can be seen. */
const JOB_FROM = 512 * 1024;

/** What came of what was sent, and the page that shows it. */
export interface Outcome {
  kind: 'submission' | 'report' | 'job';
  id: string;
}

export interface Parcel {
  /** "/submissions" or the lines of a draft. */
  path: string;
  parameters: URLSearchParams;
  file: File;
  kind: FileKind;
  /** Of the draft that lines are added to. */
  headers?: Record<string, string>;
}

/** Sends a file as a submission or a part of one. What is refused is an outcome too: its report. */
export async function sent(parcel: Parcel, idempotencyKey: string, progress: (bytes: number) => void, signal: AbortSignal): Promise<Outcome> {
  const { file, kind, parameters } = parcel;
  const headers: Record<string, string> = { 'Content-Type': kind.type, 'Idempotency-Key': idempotencyKey, ...parcel.headers };
  const asked = new URLSearchParams(parameters);
  let body: Blob | string = file;
  if (file.size >= IN_PIECES_FROM && !kind.gzip) {
    asked.set('upload', await uploaded(file, kind.type, progress, signal));
    body = '';
    delete headers['Content-Type'];
  } else if (kind.gzip) {
    headers['Content-Encoding'] = 'gzip';
  }
  if (file.size >= JOB_FROM) {
    headers.Prefer = 'respond-async';
  }
  try {
    const { status, body: answer } = await send<Answer>(`${parcel.path}?${asked}`, { method: 'POST', headers, body: body || undefined, signal });
    return outcomeOf(status, answer);
  } catch (e) {
    return reportIn(e);
  }
}

type Answer = Submission | Report | { submission: Submission } | { id: string };

export function outcomeOf(status: number, answer: Answer): Outcome {
  if ('submission' in answer) {
    return { kind: 'submission', id: answer.submission.id };
  }
  return { kind: status === 202 ? 'job' : status === 200 ? 'report' : 'submission', id: answer.id };
}

/** What was refused has a report; anything else is no outcome and is thrown on. */
export function reportIn(thrown: unknown): Outcome {
  const report = thrown instanceof Problem ? (thrown.members.report as string | undefined) : undefined;
  if (!report) {
    throw thrown;
  }
  return { kind: 'report', id: report.split('/').pop()! };
}

/** The page of an outcome. */
export function addressOf(outcome: Outcome, submission?: string): string {
  const back = submission && outcome.kind !== 'submission' ? `?submission=${submission}` : '';
  return `/submit/${outcome.kind}s/${outcome.id}${back}`;
}
