import { language } from '../language/choice';
import { Problem } from './problem';
import { key, refuse, renew } from './session';

/** An answer with what its headers say: the tag for a later change, the address of what was made. */
export interface Received<T> {
  body: T;
  status: number;
  headers: Headers;
}

export interface Sending {
  method?: string;
  /** Sent as JSON, unless it is a blob or text, which go as they are. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Without the key, also where somebody is signed in: then the gateway may give the answer that it keeps. */
  anonymous?: boolean;
}

const BASE = '/api/v1';
const onTheWay = new Map<string, Promise<Received<unknown>>>();

/** The body of what is at the path below /api/v1. Equal requests at the same time become one. */
export async function get<T>(path: string, anonymous = true): Promise<T> {
  const name = `${language()} ${anonymous ? '' : key()} ${path}`;
  let pending = onTheWay.get(name);
  if (!pending) {
    pending = send<unknown>(path, { anonymous }).finally(() => onTheWay.delete(name));
    onTheWay.set(name, pending);
  }
  return (await pending).body as T;
}

/** Sends a request; whatever is no success is thrown as {@link Problem}. */
export async function send<T>(path: string, sending: Sending = {}): Promise<Received<T>> {
  const response = await reach(path, sending);
  if (!response.ok) {
    throw await Problem.of(response);
  }
  const isJson = (response.headers.get('Content-Type') ?? '').includes('json');
  const body = response.status === 204 ? undefined : isJson ? await response.json() : await response.text();
  return { body: body as T, status: response.status, headers: response.headers };
}

/** The bare response, for files. */
export async function reach(path: string, sending: Sending = {}): Promise<Response> {
  const headers: Record<string, string> = { 'Accept-Language': language(), ...sending.headers };
  const own = sending.anonymous ? null : key();
  if (own) {
    headers.Authorization = `Bearer ${own}`;
  }
  let body = sending.body as BodyInit | undefined;
  if (body !== undefined && !(typeof body === 'string' || body instanceof Blob)) {
    body = JSON.stringify(body);
    headers['Content-Type'] ??= 'application/json';
  }
  try {
    const response = await fetch(path.startsWith('/') && !path.startsWith(BASE) ? BASE + path : path, {
      method: sending.method ?? 'GET',
      headers,
      body,
      signal: sending.signal,
    });
    if (response.status === 401 && own) {
      if (await renew(own)) {
        return reach(path, sending);
      }
      refuse(own);
    }
    return response;
  } catch (e) {
    if (sending.signal?.aborted) {
      throw e;
    }
    throw Problem.offline();
  }
}
