import { LitElement } from 'lit';
import type { Language } from '../language/languages';
import { Localized } from '../language/localized';

/** Where the reader is: what the route's placeholders stand for, and the query, which holds the state of a page. */
export interface Address {
  path: string;
  parameters: Record<string, string>;
  query: URLSearchParams;
}

/** What the module of a page exports. */
export interface PageModule {
  page: {
    /** The name of its element. */
    element: string;
    /** Loads its texts, before it is shown and when the language changes. */
    texts: { load(language: Language): Promise<void> }[];
  };
}

/**
 * A page. It draws into the document itself, so that the common styles hold, and is drawn again when its address or the
 * language changes. It has one `h1`, which gets the focus when the page is entered, and names itself by {@link entitle}.
 */
export abstract class Page extends LitElement {
  static override properties = { address: { attribute: false } };

  declare address: Address;
  private hasArrived = false;

  constructor() {
    super();
    new Localized(this);
    this.addController({ hostUpdated: () => this.keepFocus() });
  }

  /** Gives the focus to the heading, so that whoever cannot see the page hears where they are. */
  arrive(): void {
    this.hasArrived = true;
    this.focusHeading();
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  /** A heading that is drawn anew loses the focus, which goes back to it unless somebody has taken it elsewhere. */
  private keepFocus(): void {
    if (this.hasArrived && document.activeElement === document.body) {
      this.focusHeading();
    }
  }

  private focusHeading(): void {
    const heading = this.querySelector<HTMLElement>('h1');
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
  }

  /** Says what the window's title and the announcement to screen readers are. */
  protected entitle(title: string): void {
    this.dispatchEvent(new CustomEvent('datacube-title', { detail: title, bubbles: true }));
  }
}
