import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../api/problem';
import { failure } from '../shell/failure';
import { named, text } from './texts';

/** What stood in the way of a step, said beside its button. */
export function trouble(problem: Problem | undefined, reload?: () => void): TemplateResult | typeof nothing {
  if (!problem) {
    return nothing;
  }
  const words = named('trouble', problem.slug);
  if (problem.status === 412) {
    return told(text('trouble.changed.title'), text('trouble.changed'), reload, undefined);
  }
  if (words !== problem.slug) {
    return told(words, undefined, undefined, problem);
  }
  if (problem.status >= 400 && problem.status < 500 && ![401, 404, 429].includes(problem.status)) {
    return told(text('trouble.refused'), undefined, undefined, problem);
  }
  return failure(problem);
}

function told(title: string, words: string | undefined, reload: (() => void) | undefined, problem: Problem | undefined): TemplateResult {
  return html`
    <div class="failure" role="alert">
      <p class="failure-title">${title}</p>
      ${words ? html`<p>${words}</p>` : nothing}
      ${problem ? html`<p class="failure-detail" lang="en" dir="ltr">${problem.detail}</p>` : nothing}
      ${reload
        ? html`<p><button type="button" class="button" @click=${reload}>${text('trouble.reload')}</button></p>`
        : nothing}
    </div>
  `;
}
