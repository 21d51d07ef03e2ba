import { html, nothing, type TemplateResult } from 'lit';
import { exploreSame, profileAddress, profileKindOf, type ProfileKind } from '../api/addresses';
import { Asked } from '../api/asked';
import type { Problem } from '../api/problem';
import { profile, type Mix, type Part, type Profile, type ProfileCube, type Ranks } from '../api/profiles';
import type { Cube } from '../api/questions';
import '../chart/coverage-note';
import '../chart/cube-chart';
import { colorOf } from '../chart/colors';
import '../chart/share-bar';
import '../explore/figure-lines';
import '../explore/panel-dialog';
import { text as figureText } from '../explore/texts';
import { language } from '../language/choice';
import { count, date, growth, headline, list, millions, percent, year as asYear, usdMillion } from '../language/formats';
import { failure } from '../shell/failure';
import { navigate } from '../shell/navigation';
import { Page, type PageModule } from '../shell/page';
import '../shell/search-box';
import { byDimension, dimensionName, text } from './texts';

export const page: PageModule['page'] = { element: 'profile-page', texts: [text, figureText] };

const KINDS: readonly string[] = ['entity', 'country', 'sdg', 'contributor'];

/** Everything about one entity, country, goal or contributor; `figure` in the address opens the sources of a figure. */
class ProfilePage extends Page {
  private readonly profile = new Asked(this, (of: { kind: ProfileKind; code: string; year?: string; edition?: string }) =>
    profile(of.kind, of.code, of.year, of.edition),
  );

  override willUpdate(): void {
    const { kind, code } = this.address.parameters;
    if (KINDS.includes(kind)) {
      this.profile.about({
        kind: kind as ProfileKind,
        code,
        year: this.address.query.get('year') ?? undefined,
        edition: this.address.query.get('edition') ?? undefined,
        ...{ lang: language() },
      });
    }
  }

  override render() {
    if (!KINDS.includes(this.address.parameters.kind)) {
      return this.unknown();
    }
    return this.profile.render({
      waiting: () => html`<div class="wide profile"><h1>${this.address.parameters.code}</h1><p class="waiting" role="status">${text('waiting')}</p></div>`,
      here: (value) => this.draw(value),
      failed: (problem, again) => (isUnknown(problem) ? this.unknown() : this.failed(problem, again)),
    });
  }

  private failed(problem: Problem, again: () => void): TemplateResult {
    this.entitle(this.address.parameters.code);
    return html`<div class="wide profile"><h1>${this.address.parameters.code}</h1>${failure(problem, again)}</div>`;
  }

  private unknown(): TemplateResult {
    this.entitle(text('notFound.title'));
    const { kind, code } = this.address.parameters;
    const named = KINDS.includes(kind) ? text(`kindName.${kind as ProfileKind}`) : kind;
    return html`<div class="wide message-page">
      <h1>${text('notFound.title')}</h1>
      <p>${text('notFound.text', { kind: named, code })}</p>
      <search-box></search-box>
      <p><a href="/profiles">${text('all')}</a></p>
    </div>`;
  }

  private draw(value: Profile): TemplateResult {
    const name = nameOf(value);
    const goal = value.kind === 'sdg' ? value.code.split('.')[0] : undefined;
    this.entitle(name);
    return html`
      <div class="profile-head ${goal ? `goal-${goal}` : ''}">
        <div class="wide">
          <nav class="profile-path" aria-label=${text('above')}>
            <a href="/profiles">${text('title')}</a>
            <a href="/profiles?kind=${value.kind}">${text(`kind.${value.kind}`)}</a>
            ${value.parents.map((parent) => html`<a href=${profileAddress(value.kind, parent.code)}>${parent.label}</a>`)}
          </nav>
          <h1>${value.kind === 'sdg' && /^\d/.test(value.code) ? html`<span class="profile-goal">${value.code}</span> ` : nothing}${name}</h1>
          <p class="profile-facts">
            <span>${text('code', { code: value.code })}</span>
            ${value.groups.map((group) => html`<span class="profile-group">${group.label}</span>`)}
          </p>
          ${value.definition ? html`<p class="profile-definition" lang="en" dir="auto">${value.definition}</p>` : nothing}
        </div>
      </div>
      <div class="wide profile">
        ${this.past(value)}
        ${this.years(value)}
        ${value.cubes.map((cube) => this.cube(value, cube))}
        ${this.gaps(value)}
        <section class="profile-data">
          <h2>${text('data')}</h2>
          <p>
            ${text('data.edition', { edition: count(value.edition), date: date(value.publishedAt) })}
            <a href="/api/v1/profiles/${value.kind}/${encodeURIComponent(value.code)}?year=${value.year}" target="_blank" rel="noopener">${text('data.json')}</a>
            · <a href=${this.with({ year: String(value.year), edition: String(value.edition), figure: undefined })}>${text('data.permanent')}</a>
          </p>
        </section>
      </div>
      ${this.sources(value)}
    `;
  }

  private past(value: Profile): TemplateResult | typeof nothing {
    const edition = this.address.query.get('edition');
    return edition
      ? html`<p class="profile-past" role="note">${text('past', { edition })}
          <a href=${this.with({ edition: undefined, year: String(value.year) })}>${text('past.latest')}</a></p>`
      : nothing;
  }

  private years(value: Profile): TemplateResult | typeof nothing {
    const years = [...new Set(value.cubes.flatMap((cube) => cube.trend.years.filter((at) => at.amount !== null).map((at) => at.year)))].sort((one, other) => other - one);
    if (!years.includes(value.year)) {
      years.unshift(value.year);
    }
    return html`<nav class="profile-years" aria-label=${text('year')}>
      ${years.map(
        (year) => html`<a href=${this.with({ year: String(year), figure: undefined })} aria-current=${year === value.year ? 'page' : 'false'}>${asYear(year)}</a>`,
      )}
    </nav>`;
  }

  private cube(value: Profile, of: ProfileCube): TemplateResult {
    const { figures, ranks, trend } = of;
    const year = asYear(value.year);
    const before = trend.years.find((at) => at.year === value.year);
    const answered = of.mixes.filter((mix) => mix.parts.length > 0 && !isItselfAlone(mix, value));
    const obstacles = of.mixes.filter((mix) => mix.parts.length === 0 && mix.obstacle);
    const given = value.kind === 'contributor' && of.cube === 'revenue';
    if (figures.amount === null && trend.years.every((at) => at.amount === null)) {
      return html`<p class="profile-none muted">${text(`${of.cube}.none`, { dimension: dimensionName(value.dimension) })}</p>`;
    }
    return html`
      <section class="profile-cube" aria-labelledby="profile-${of.cube}">
        <h2 id="profile-${of.cube}">${given ? text('revenue.contributor') : text(of.cube)}</h2>
        <div class="profile-grid">
          <div class="card profile-figure">
            <h3>${given ? text('revenue.contributor.of', { year }) : text(`${of.cube}.of`, { year })}</h3>
            ${figures.amount === null
              ? html`<p class="profile-amount">${text('unknown')}</p><p class="muted">${text('unknown.text', { year })}</p>`
              : html`
                  <p class="profile-amount">${headline(figures.amount)}</p>
                  <ul class="profile-marks">
                    ${before?.growth != null ? html`<li>${text('growth', { growth: growth(before.growth), year: asYear(value.year - 1) })}</li>` : nothing}
                    ${figures.share !== null ? html`<li>${text('share', { share: percent(figures.share), dimension: dimensionName(value.dimension) })}</li>` : nothing}
                    ${ranks.map(
                      (rank) => html`<li>${rank.among
                        ? text('rank.among', { rank: count(rank.rank), of: count(rank.of), among: rank.among.label })
                        : text('rank', { rank: count(rank.rank), of: count(rank.of) })}</li>`,
                    )}
                  </ul>
                  <p><a class="button" href=${this.with({ figure: `${of.cube}.total` })}>${text('sources')}</a></p>
                `}
            <coverage-note .coverage=${figures.coverage} gaps=${exploreSame(of.cube, { ...figures.question, gaps: true })}></coverage-note>
          </div>
          <div class="card profile-trend">
            <h3>${text('trend')}</h3>
            <cube-chart size="small" .chart=${{
              kind: 'stacks' as const,
              title: `${nameOf(value)}: ${text(of.cube)}`,
              over: text('year'),
              categories: trend.years.map((at) => asYear(at.year)),
              series: [{ code: 'amount', label: text(of.cube), values: trend.years.map((at) => at.amount), color: value.kind === 'sdg' ? colorOf('sdg', value.code) : undefined }],
            }}></cube-chart>
            <p class="profile-door"><a href=${exploreSame(of.cube, trend.question)}>${text('more')}</a></p>
          </div>
          ${figures.amount === null ? nothing : ranks.map((rank) => this.peers(value, figures.amount!, rank))}
          ${answered.map((mix) => this.mix(of.cube, mix, value.year))}
        </div>
        ${obstacles.length > 0
          ? html`<div class="profile-obstacles"><h3>${text('obstacles')}</h3>
              <p>${text('obstacles.text', { dimension: dimensionName(value.dimension) })} ${list(obstacles.map((mix) => dimensionName(mix.dimension)))}.</p></div>`
          : nothing}
      </section>
    `;
  }

  private mix(cube: Cube, mix: Mix, year: number): TemplateResult {
    const kind = profileKindOf(mix.dimension);
    const most = Math.max(...mix.parts.map((part) => Number(part.amount)));
    const row = (part: Part) => html`<tr>
      <th scope="row">
        ${kind && part.code ? html`<a href=${profileAddress(kind, part.code, year)}>${part.label}</a>` : part.label}
        <share-bar .of=${Number(part.amount) / most} .color=${part.code ? colorOf(mix.dimension, part.code) : undefined}></share-bar>
      </th>
      <td class="number">
        ${part.code
          ? html`<a class="profile-source" href=${this.with({ figure: `${cube}.${mix.dimension}:${part.code}` })}
              title=${text('sources')} aria-label=${text('sources.of', { label: `${part.label}, ${millions(part.amount)} ${usdMillion()}` })}>${millions(part.amount)}</a>`
          : millions(part.amount)}
      </td>
      <td class="number">${percent(part.share)}</td>
    </tr>`;
    return html`<div class="card profile-mix">
      <table>
        <caption><h3>${byDimension(mix.dimension)}</h3><span>${usdMillion()}</span></caption>
        <tbody>${mix.parts.map(row)}${mix.others ? row({ ...mix.others, label: text('others') }) : nothing}</tbody>
      </table>
      <coverage-note .coverage=${mix.coverage} gaps=${exploreSame(cube, { ...mix.question, gaps: true })}></coverage-note>
      <p class="profile-door"><a href=${exploreSame(cube, mix.question)}>${text('more')}</a></p>
    </div>`;
  }

  private peers(value: Profile, amount: string, ranks: Ranks): TemplateResult {
    const own = { rank: ranks.rank, code: value.code, label: nameOf(value), amount };
    const all = [...ranks.peers, own].sort((one, other) => one.rank - other.rank || (one === own ? -1 : 0));
    return html`<div class="card profile-peers">
      <table>
        <caption><h3>${ranks.among ? text('peers.among', { among: ranks.among.label }) : text('peers')}</h3><span>${usdMillion()}</span></caption>
        <thead class="visually-hidden"><tr><th scope="col">${text('peers.rank')}</th><th scope="col">${text('peers.name')}</th><th scope="col">${usdMillion()}</th></tr></thead>
        <tbody>${all.map(
          (peer) => html`<tr class=${peer === own ? 'profile-own' : ''}>
            <td class="profile-rank">${count(peer.rank)}</td>
            <th scope="row">${peer === own ? peer.label : html`<a href=${profileAddress(value.kind, peer.code, value.year)}>${peer.label}</a>`}</th>
            <td class="number">${millions(peer.amount)}</td>
          </tr>`,
        )}</tbody>
      </table>
    </div>`;
  }

  private gaps(value: Profile): TemplateResult | typeof nothing {
    if (value.gaps.length === 0) {
      return nothing;
    }
    return html`<details class="profile-gaps">
      <summary><h2>${text('gaps')}</h2></summary>
      <dl>${value.gaps.map(
        (gap) => html`<dt>${text(gap.cube)}: ${text('gaps.by', { dimensions: list(gap.dimensions.map(dimensionName)) })}</dt>
          <dd>${text('gaps.entities', { count: gap.entities.length, amount: headline(gap.amountReported), entities: gap.entities.join(', ') })}</dd>`,
      )}</dl>
    </details>`;
  }

  private sources(value: Profile): TemplateResult | typeof nothing {
    const figure = this.address.query.get('figure');
    const edition = this.address.query.get('edition') ?? undefined;
    const asked = figure ? figureOf(value, figure) : undefined;
    return asked
      ? html`<panel-dialog .heading=${figureText('sources.title')} @close=${() => navigate(this.with({ figure: undefined }), { replace: true })}
          .content=${html`<figure-lines .cube=${asked.cube} .question=${{ ...asked.question, edition }} .cell=${asked.cell} .label=${asked.label}></figure-lines>`}></panel-dialog>`
      : nothing;
  }

  /** This page's address with other parameters; those that are undefined go. */
  private with(changes: Record<string, string | undefined>): string {
    const query = new URLSearchParams(this.address.query);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) {
        query.delete(name);
      } else {
        query.set(name, value);
      }
    }
    const text = query.toString().replace(/%3A/g, ':');
    return this.address.path + (text && `?${text}`);
  }
}

/** As a goal's mix by goal is where nobody tells its targets. */
function isItselfAlone(mix: Mix, of: Profile): boolean {
  return mix.dimension === of.dimension && mix.parts.every((part) => part.code === of.code) && !mix.others;
}

/** Which figure "expense.entity:UNHCR", "entity:UNHCR" or "expense.total" names; none where it names nothing of this profile. */
function figureOf(value: Profile, figure: string) {
  const [, cubeName, dimension, code] = /^(?:(expense|revenue)\.)?(\w+)(?::(.+))?$/.exec(figure) ?? [];
  const cubes = value.cubes.filter((cube) => !cubeName || cube.cube === cubeName);
  if (dimension === 'total' && cubes[0]) {
    return asked(cubes[0].cube, cubes[0].figures.question, value.code, nameOf(value));
  }
  for (const cube of cubes) {
    const mix = cube.mixes.find((candidate) => candidate.dimension === dimension);
    if (mix && code) {
      const part = mix.parts.find((candidate) => candidate.code === code);
      return asked(cube.cube, mix.question, code, `${nameOf(value)}, ${part?.label ?? code}`);
    }
  }
  return undefined;
}

function asked(cube: Cube, question: Record<string, unknown>, code: string, label: string) {
  const { drilldown, cut } = question;
  return { cube, question: { drilldown: [String(drilldown)], cut: [String(cut)] }, cell: [code], label };
}

function nameOf(value: Profile): string {
  return value.labels[language()] ?? value.labels.en ?? value.code;
}

function isUnknown(problem: Problem): boolean {
  return problem.status === 404 || (problem.status === 400 && /unknown|code|member/.test(problem.slug));
}

customElements.define('profile-page', ProfilePage);
