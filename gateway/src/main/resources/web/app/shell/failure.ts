import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../api/problem';
import { shellTexts } from './texts';

type Kind = 'offline' | 'down' | 'key' | 'forbidden' | 'unknown' | 'busy' | 'question' | 'broken';

/** What to say of a problem, and what the reader can do about it. To be shown in the place of what could not be had. */
export function failure(problem: Problem, again?: () => void): TemplateResult {
  const kind = kindOf(problem);
  return html`
    <div class="failure" role="alert">
      <p class="failure-title">${shellTexts(`failure.${kind}.title`)}</p>
      <p>${shellTexts(`failure.${kind}.text`)}</p>
      ${kind === 'unknown' || kind === 'question' || kind === 'forbidden'
        ? html`<p class="failure-detail" lang="en" dir="ltr">${problem.detail}</p>`
        : nothing}
      <p class="failure-actions">
        ${again ? html`<button type="button" class="button" @click=${again}>${shellTexts('again')}</button>` : nothing}
        ${kind === 'key' ? html`<a class="button" href="/submit">${shellTexts('signIn')}</a>` : nothing}
        ${kind === 'down' ? html`<a href="/status">${shellTexts('status')}</a>` : nothing}
      </p>
      ${problem.requestId
        ? html`<p class="failure-request">${shellTexts('failure.request')} <code>${problem.requestId}</code></p>`
        : nothing}
    </div>
  `;
}

/** In the place of a page that could not be fetched. */
export function connectionFailure(again: () => void): TemplateResult {
  return html`
    <div class="wide message-page" role="alert">
      <h1>${shellTexts('failure.offline.title')}</h1>
      <p>${shellTexts('failure.offline.text')}</p>
      <p><button type="button" class="button" @click=${again}>${shellTexts('again')}</button></p>
    </div>
  `;
}

function kindOf(problem: Problem): Kind {
  if (problem.isOffline) {
    return 'offline';
  }
  switch (problem.status) {
    case 401:
      return 'key';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'unknown';
    case 429:
      return 'busy';
    case 502:
    case 503:
    case 504:
      return 'down';
    default:
      return problem.status >= 400 && problem.status < 500 ? 'question' : 'broken';
  }
}
