import { Problem } from '../api/problem';
import { reach, send } from '../api/fetching';

const PIECE = 4 * 1024 * 1024;
const ATTEMPTS = 6;

/** From this size on a file goes in pieces, so that a broken line costs one of them at most. */
export const IN_PIECES_FROM = 2 * PIECE;

/**
 * Uploads a file in pieces and goes on, over a broken line, from the last byte that is safe.
 *
 * @param progress is told how many bytes are safe
 * @returns the upload's identifier, which a submission can name as its body
 */
export async function uploaded(file: File, type: string, progress: (bytes: number) => void, signal: AbortSignal): Promise<string> {
  const begun = await send<{ id: string }>('/uploads', {
    method: 'POST',
    headers: { 'Content-Type': type, 'Upload-Complete': '?0' },
    signal,
  });
  const address = `/uploads/${begun.body.id}`;
  let offset = 0;
  let failures = 0;
  progress(0);
  while (offset < file.size) {
    try {
      offset = await append(address, file, offset, signal);
      failures = 0;
      progress(offset);
    } catch (e) {
      if (!(e instanceof Problem) || !isPassing(e) || ++failures >= ATTEMPTS) {
        throw e;
      }
      await pause((e.retryAfter ?? 2 ** (failures - 1)) * 1000, signal);
      offset = await safe(address, signal).catch(() => offset);
    }
  }
  return begun.body.id;
}

async function append(address: string, file: File, offset: number, signal: AbortSignal): Promise<number> {
  const end = Math.min(offset + PIECE, file.size);
  await send(address, {
    method: 'PATCH',
    headers: {
      'Content-Type': 'application/partial-upload',
      'Upload-Offset': String(offset),
      'Upload-Complete': end === file.size ? '?1' : '?0',
    },
    body: file.slice(offset, end),
    signal,
  });
  return end;
}

/** How many bytes are there, whatever became of the last piece. */
async function safe(address: string, signal: AbortSignal): Promise<number> {
  const answer = await reach(address, { method: 'HEAD', signal });
  if (!answer.ok) {
    throw await Problem.of(answer);
  }
  return Number(answer.headers.get('Upload-Offset'));
}

/** Another piece, or the same again, may well go through. */
function isPassing(problem: Problem): boolean {
  return problem.isOffline || problem.status >= 500 || problem.status === 429 || problem.status === 409;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
