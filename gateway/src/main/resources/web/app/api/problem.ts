/** Why a request could not be answered: what the service said (RFC 9457), or that it could not be reached. */
export class Problem extends Error {
  /** "/problems/aggregation/unknown-member", or "offline" where no answer came. */
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  /** 0 where no answer came. */
  readonly status: number;
  readonly requestId?: string;
  /** In how many seconds it is worth trying again. */
  readonly retryAfter?: number;
  /** All that the problem document says, such as `errors` or `findings`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(members: Record<string, unknown>, retryAfter?: number) {
    const detail = String(members.detail ?? members.title ?? '');
    super(detail);
    this.name = 'Problem';
    this.type = String(members.type ?? 'about:blank');
    this.title = String(members.title ?? '');
    this.detail = detail;
    this.status = Number(members.status ?? 0);
    this.requestId = members.requestId as string | undefined;
    this.retryAfter = retryAfter;
    this.members = members;
  }

  /** The last part of its type: "unknown-member". */
  get slug(): string {
    return this.type.split('/').pop() ?? '';
  }

  get isOffline(): boolean {
    return this.type === 'offline';
  }

  /** The key is not known, revoked or past its end. */
  get isRefusedKey(): boolean {
    return this.status === 401;
  }

  static offline(): Problem {
    return new Problem({ type: 'offline', title: 'No connection', status: 0 });
  }

  static async of(response: Response): Promise<Problem> {
    const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
    const members = await response.json().catch(() => ({}));
    return new Problem(
      { status: response.status, title: response.statusText, requestId: response.headers.get('X-Request-Id'), ...members },
      retryAfter,
    );
  }
}
