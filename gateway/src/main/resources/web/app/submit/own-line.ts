import { html, nothing } from 'lit';
import { Asked } from '../api/asked';
import { Part } from './part';
import { lineOf, type OwnLine as Line } from './own-table';
import { text } from './texts';

/** The line of the reader's own file that a finding is about, with the cell marked. The file is read here and goes nowhere. */
export class OwnLine extends Part {
  static override properties = { file: { attribute: false }, row: { attribute: false }, field: { attribute: false } };

  declare file: File;
  /** As findings count: the header is 1. */
  declare row: number;
  declare field?: string;
  private readonly line = new Asked(this, (of: { row: number; name: string }) => lineOf(this.file, of.row));

  override willUpdate(): void {
    this.line.about({ row: this.row, name: `${this.file.name} ${this.file.lastModified}` });
  }

  override render() {
    return this.line.render<unknown>({
      waiting: () => nothing,
      here: (line) => (line ? this.cells(line) : nothing),
      failed: () => nothing,
    });
  }

  private cells(line: Line) {
    return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${text('table')}><table class="own-line">
      <caption>${text('findings.ownLine')}</caption>
      <thead><tr>${line.map((cell) => html`<th scope="col"><bdi>${cell.heading}</bdi></th>`)}</tr></thead>
      <tbody><tr>
        ${line.map((cell) => (cell.heading === this.field ? html`<td><mark dir="auto">${cell.value || '\u00a0'}</mark></td>` : html`<td dir="auto">${cell.value}</td>`))}
      </tr></tbody>
    </table></div>`;
  }
}

customElements.define('own-line', OwnLine);
