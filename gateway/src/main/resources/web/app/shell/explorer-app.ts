import { html, LitElement, nothing } from 'lit';
import { language } from '../language/choice';
import { Localized } from '../language/localized';
import { unitTexts } from '../language/formats';
import { chartTexts } from '../chart/texts';
import { match, notFound, type Match } from './routes';
import { followLinks, onAddress } from './navigation';
import { Page } from './page';
import { searchTexts } from './search';
import { shellTexts } from './texts';
import { connectionFailure } from './failure';
import './site-header';
import './site-footer';

/** The frame: header, the page of the address, footer. */
export class ExplorerApp extends LitElement {
  static override properties = {
    place: { state: true },
    announced: { state: true },
    ready: { state: true },
    broken: { state: true },
  };

  declare place?: string;
  declare announced: string;
  declare ready: boolean;
  declare broken: boolean;
  private shown?: { match: Match; page: Page };
  private turn = 0;
  private readonly entered = new WeakSet<Page>();

  constructor() {
    super();
    this.announced = '';
    this.ready = false;
    this.broken = false;
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('datacube-title', (event) => this.entitle((event as CustomEvent<string>).detail));
    onAddress(() => void this.follow());
    followLinks((path) => match(path).route !== notFound);
    void this.follow(true);
  }

  override render() {
    if (!this.ready) {
      return nothing;
    }
    return html`
      <a class="skip-link" href="#content">${shellTexts('skip')}</a>
      <site-header .place=${this.place}></site-header>
      <main id="content" tabindex="-1">${this.broken ? connectionFailure(() => void this.comeBack()) : this.shown?.page}</main>
      <site-footer></site-footer>
      <div class="visually-hidden" role="status" aria-live="polite">${this.announced}</div>
    `;
  }

  private async follow(isFirst = false): Promise<void> {
    const turn = ++this.turn;
    const found = match(location.pathname);
    const address = { path: location.pathname, parameters: found.parameters, query: new URLSearchParams(location.search) };
    if (this.shown?.match.route.page === found.route.page && !this.broken) {
      this.shown.page.address = address;
      return;
    }
    try {
      const [module] = await Promise.all([found.route.page(), this.loadFrame()]);
      await Promise.all(module.page.texts.map((texts) => texts.load(language())));
      if (turn !== this.turn) {
        return;
      }
      const page = document.createElement(module.page.element) as Page;
      page.address = address;
      this.shown = { match: found, page };
      this.broken = false;
      this.place = found.route.place;
      this.ready = true;
      this.requestUpdate();
      if (!isFirst) {
        await this.updateComplete;
        await page.updateComplete;
        this.enter(page);
      }
    } catch (e) {
      console.error(e);
      // what the page is made of could not be fetched
      this.broken = true;
      this.ready = true;
      this.requestUpdate();
    }
  }

  /** Everything anew, since there may be another version by now; but not before the gateway can be reached. */
  private async comeBack(): Promise<void> {
    const isThere = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' }).then(() => true, () => false);
    if (isThere) {
      location.reload();
    }
  }

  /** A page that was come to by a link begins at its top, and whoever cannot see it hears its heading. */
  private enter(page: Page): void {
    if (!this.entered.has(page)) {
      this.entered.add(page);
      scrollTo(0, 0);
      page.arrive();
    }
  }

  private loadFrame(): Promise<unknown> {
    return Promise.all([shellTexts, searchTexts, unitTexts, chartTexts].map((texts) => texts.load(language())));
  }

  private entitle(title: string): void {
    const whole = title ? `${title} – ${shellTexts('name')}` : shellTexts('name');
    if (document.title !== whole) {
      document.title = whole;
      this.announced = title || shellTexts('name');
    }
  }
}

customElements.define('explorer-app', ExplorerApp);
