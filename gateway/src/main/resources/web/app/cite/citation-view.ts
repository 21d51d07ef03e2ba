import { html, nothing, type TemplateResult } from 'lit';
import { count, dateTime } from '../language/formats';
import { citePage, type Citation } from './citation';
import { citeTexts } from './texts';
import './copy-block';

const FILES = ['csv', 'xlsx', 'parquet', 'json', 'json-stat', 'ndjson', 'arrow'];

/** All of a citation: link, texts, hash and files; below a heading of the first or the second level. */
export function citationView(citation: Citation, below: 1 | 2): TemplateResult {
  const { contentHash, texts } = citation;
  return html`
    <p>${citeTexts('pinned', { edition: citation.edition, date: dateTime(citation.publishedAt) })}</p>
    <copy-block .label=${citeTexts('link')} .text=${location.origin + citePage(citation.id)}></copy-block>
    <copy-block label="APA" .text=${texts.apa.trim()}></copy-block>
    <copy-block label="BibTeX" .text=${texts.bibtex.trim()}></copy-block>
    <copy-block label="RIS" .text=${texts.ris.replace(/\r\n/g, '\n').replace(/\n$/, '')}></copy-block>
    <copy-block .label=${citeTexts('hash', { algorithm: contentHash.algorithm.toUpperCase() })} .text=${contentHash.value}></copy-block>
    <p class="muted">${citeTexts('hash.text', { bytes: count(contentHash.bytes) })}</p>
    ${below === 1 ? html`<h2>${citeTexts('files')}</h2>` : html`<h3>${citeTexts('files')}</h3>`}
    <ul class="file-links">${FILES.map((format) => {
      const address = citation.links[`data.${format}`];
      return address ? html`<li><a class="button" href=${address} download="citation-${citation.id}.${format === 'json-stat' ? 'json' : format}">${citeTexts(`format.${format}` as 'format.csv')}</a></li>` : nothing;
    })}
      ${citation.links.manifest ? html`<li><a href=${citation.links.manifest}>${citeTexts('manifest')}</a></li>` : nothing}
    </ul>`;
}
