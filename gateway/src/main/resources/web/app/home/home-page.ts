import { html, nothing, type TemplateResult } from 'lit';
import { exploreAddress, profileAddress, profileKindOf } from '../api/addresses';
import { Asked } from '../api/asked';
import { amount, member, type Cube } from '../api/questions';
import '../chart/coverage-note';
import '../chart/cube-chart';
import type { Chart, Pick } from '../chart/chart';
import { colorOf } from '../chart/colors';
import '../chart/share-bar';
import { language } from '../language/choice';
import { count, date, growth, headline, millions, partOf, percent, usdMillion, year as asYear } from '../language/formats';
import { failure } from '../shell/failure';
import { navigate } from '../shell/navigation';
import { Page, type PageModule } from '../shell/page';
import '../shell/search-box';
import { glance, ofYear, total, type Asking, type Glance } from './glance';
import { text } from './texts';

export const page: PageModule['page'] = { element: 'home-page', texts: [text] };

/** The system at a glance; each figure and chart is a door into the explorer. */
class HomePage extends Page {
  private readonly glance = new Asked(this, (_: string) => glance());

  override willUpdate(): void {
    this.glance.about(language());
  }

  override render() {
    this.entitle('');
    return html`
      <section class="home-hero">
        <div class="wide">
          <h1>${text('title')}</h1>
          <p class="home-lead">${text('lead')}</p>
          <search-box class="home-search" large></search-box>
        </div>
      </section>
      <div class="wide home-body">
        ${this.glance.render({
          waiting: () => html`<div class="home-waiting" role="status">${text('waiting')}</div>`,
          here: (value) => (value.year === undefined ? this.empty() : this.draw(value, value.year)),
          failed: (problem, again) => failure(problem, again),
        })}
      </div>
    `;
  }

  private empty(): TemplateResult {
    return html`<section class="card"><h2>${text('empty.title')}</h2><p>${text('empty.text')}</p>
      <p><a class="button" href="/submit">${text('empty.submit')}</a></p></section>`;
  }

  private draw(value: Glance, year: number): TemplateResult {
    return html`
      ${this.figures(value, year)}
      <div class="home-grid">
        ${value.goals ? this.goals(value.goals, year) : nothing}
        ${this.funding(value.received)}
        ${value.places && value.placesYear ? this.places(value.places, value.placesYear) : this.none('places', 'expense', 'location.country')}
        ${value.contributors && value.contributorsYear
          ? this.contributors(value.contributors, value.contributorsYear)
          : this.none('contributors', 'revenue', 'contributor.contributor')}
        ${value.functions ? this.functions(value.functions, year) : nothing}
      </div>
    `;
  }

  private figures({ spent, received, goals }: Glance, year: number): TemplateResult {
    const expenses = ofYear(spent.answer, year);
    const revenue = ofYear(received.answer, year);
    const shownYear = asYear(year);
    const coverage = goals?.answer.coverage;
    return html`
      <section aria-labelledby="home-figures">
        <h2 id="home-figures" class="visually-hidden">${text('figures', { year: shownYear })}</h2>
        <dl class="home-figures">
          <div>
            <dt>${text('revenue', { year: shownYear })}</dt>
            <dd><a href=${exploreAddress('revenue', { drilldown: ['entity.entity'], cut: [`year:${year}`], order: '-amount' })}>
              ${headline(revenue && amount(revenue))}</a></dd>
            <dd class="home-figure-note">${text('revenue.note')}</dd>
          </div>
          <div>
            <dt>${text('expenses', { year: shownYear })}</dt>
            <dd><a href=${exploreAddress('expense', { drilldown: ['entity.entity'], cut: [`year:${year}`], order: '-amount' })}>
              ${headline(expenses && amount(expenses))}</a></dd>
            <dd class="home-figure-note">
              ${expenses && amount(expenses, 'growth') !== null
                ? text('expenses.note', { growth: growth(amount(expenses, 'growth')), year: asYear(year - 1) })
                : nothing}
            </dd>
          </div>
          <div>
            <dt>${text('entities')}</dt>
            <dd><a href="/profiles">${count(expenses && Number(expenses.entities))}</a></dd>
            <dd class="home-figure-note">
              ${coverage ? text('entities.note', { part: partOf(coverage.amountCovered, coverage.amountReported) }) : nothing}
            </dd>
          </div>
          <div>
            <dt>${text('edition')}</dt>
            <dd><a href="/about#editions">${text('edition.number', { edition: count(Math.max(spent.answer.edition, received.answer.edition)) })}</a></dd>
            <dd class="home-figure-note">${text('edition.note', { date: date(latest(spent, received)) })}</dd>
          </div>
        </dl>
      </section>
    `;
  }

  private goals({ question, answer }: Asking, year: number): TemplateResult {
    const title = text('goals', { year: asYear(year) });
    const data = answer.cells.map((cell) => {
      const { code, label } = member(cell, 'sdg.goal');
      return { code, label: code === 'X00' ? label : `${code} · ${label}`, value: amount(cell), color: colorOf('sdg', code), share: amount(cell, 'share.total') };
    });
    return this.card('goals', 'home-goals', title, { kind: 'wheel', title, data, middle: headline(total(answer)) }, { question, answer }, 'expense', html`
      <ol class="home-legend">
        ${data.map(
          (datum) => html`<li>
            <a href=${profileAddress('sdg', datum.code, year)}>
              <span class="home-swatch goal-${datum.code}" aria-hidden="true"></span>
              <span>${datum.label}</span><span class="home-legend-figure">${percent(datum.share)}</span>
            </a>
          </li>`,
        )}
      </ol>
    `);
  }

  private funding({ question, answer }: Asking): TemplateResult {
    const cells = answer.cells.filter((cell) => cell['instrument.group'] !== undefined);
    const years = [...new Set(cells.map((cell) => Number(cell.year)))].sort();
    const groups = [...new Map(cells.map((cell) => [member(cell, 'instrument.group').code, member(cell, 'instrument.group').label]))].sort();
    const value = (code: string, year: number) => {
      const found = cells.find((cell) => cell.year === year && member(cell, 'instrument.group').code === code);
      return found ? amount(found) : null;
    };
    const title = text('funding');
    const chart: Chart = {
      kind: 'stacks',
      title,
      over: text('year'),
      categories: years.map((year) => asYear(year)),
      series: groups.map(([code, label]) => ({ code, label, color: colorOf('instrument', code), values: years.map((year) => value(code, year)) })),
    };
    return this.card('funding', 'home-funding', title, chart, { question, answer }, 'revenue');
  }

  private places({ question, answer }: Asking, year: number): TemplateResult {
    const title = text('places', { year: asYear(year) });
    const data = answer.cells.map((cell) => ({ ...member(cell, 'location.country'), value: amount(cell) }));
    return this.card('places', 'home-places', title, { kind: 'map', title, data }, { question, answer }, 'expense', html`
      <h3 class="home-list-title">${text('places.most')} <span class="muted">${usdMillion()}</span></h3>
      ${this.ranking(data.filter((datum) => /^[A-Z]{2}$/.test(datum.code)).slice(0, 10), 'location.country', year)}
    `, text('places.note', { total: headline(total(answer)), year: asYear(year) }));
  }

  private contributors({ question, answer }: Asking, year: number): TemplateResult {
    const title = text('contributors', { year: asYear(year) });
    const data = answer.cells.map((cell) => ({ ...member(cell, 'contributor.contributor'), value: amount(cell) }));
    return html`
      <section class="card home-contributors">
        <h2>${title}</h2>
        <p class="home-unit">${usdMillion()} · ${text('contributors.note', { year: asYear(year) })}</p>
        ${this.ranking(data, 'contributor.contributor', year)}
        <coverage-note .coverage=${answer.coverage} gaps=${exploreAddress('revenue', { ...question, gaps: true })}></coverage-note>
        ${door(exploreAddress('revenue', question))}
      </section>
    `;
  }

  private functions({ question, answer }: Asking, year: number): TemplateResult {
    const title = text('functions', { year: asYear(year) });
    const data = answer.cells.map((cell) => {
      const { code, label } = member(cell, 'function.function');
      return { code, label, value: amount(cell), color: colorOf('function', code) };
    });
    return this.card('functions', 'home-functions', title, { kind: 'bars', title, data }, { question, answer }, 'expense');
  }

  /** Bars with names that can be followed; the longest is the first. */
  private ranking(data: { code: string; label: string; value: string | null }[], drilldown: string, year: number): TemplateResult {
    const kind = profileKindOf(drilldown)!;
    return html`<ol class="home-ranking">
      ${data.map(
        (datum) => html`<li>
          <a href=${profileAddress(kind, datum.code, year)}>${datum.label}</a>
          <share-bar .of=${Number(datum.value) / Number(data[0].value)}></share-bar>
          <span>${millions(datum.value, 0)}</span>
        </li>`,
      )}
    </ol>`;
  }

  private card(
    name: string, className: string, title: string, chart: Chart, { question, answer }: Asking, cube: Cube,
    beside: TemplateResult | typeof nothing = nothing, unit = text('unit', { total: headline(total(answer)) }),
  ): TemplateResult {
    return html`
      <section class="card ${className}" aria-labelledby="home-title-${name}">
        <h2 id="home-title-${name}">${title}</h2>
        ${name === 'funding' ? nothing : html`<p class="home-unit">${unit}</p>`}
        <div class="home-figure-and-list">
          <cube-chart .chart=${chart} @pick=${(event: CustomEvent<Pick>) => this.enter(cube, question.drilldown!, event.detail, question.cut)}></cube-chart>
          ${beside === nothing ? nothing : html`<div>${beside}</div>`}
        </div>
        <coverage-note .coverage=${answer.coverage} gaps=${exploreAddress(cube, { ...question, gaps: true })}></coverage-note>
        ${door(exploreAddress(cube, question))}
      </section>
    `;
  }

  /** Of a figure that was clicked: the profile where it has one, else the explorer cut to it. */
  private enter(cube: Cube, drilldowns: string[], picked: Pick, cut: string[] = []): void {
    const drilldown = drilldowns.find((name) => name !== 'year')!;
    const kind = profileKindOf(drilldown);
    const year = picked.category ?? cut.find((part) => part.startsWith('year:'))?.slice('year:'.length);
    navigate(
      kind
        ? profileAddress(kind, picked.code, year)
        : exploreAddress(cube, {
            drilldown: ['entity.entity'],
            cut: [`${drilldown.split('.')[0]}:${picked.code}`, ...(picked.category ? [] : cut)],
            order: '-amount',
          }),
    );
  }

  private none(what: 'places' | 'contributors', cube: Cube, drilldown: string): TemplateResult {
    return html`<section class="card"><h2>${text(`${what}.none`)}</h2><p>${text(`${what}.none.text`)}</p>
      ${door(exploreAddress(cube, { drilldown: [drilldown], gaps: true }))}</section>`;
  }
}

function door(address: string): TemplateResult {
  return html`<p class="home-door"><a href=${address}>${text('explore')}</a></p>`;
}

function latest(...askings: Asking[]): string | undefined {
  return askings.map(({ answer }) => answer.publishedAt).filter((at) => at !== undefined).sort().at(-1);
}

customElements.define('home-page', HomePage);
