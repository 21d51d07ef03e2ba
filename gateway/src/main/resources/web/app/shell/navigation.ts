/** Goes to an address of the explorer without loading it anew. */
export function navigate(address: string, how: { replace?: boolean } = {}): void {
  const target = new URL(address, location.href);
  if (how.replace) {
    history.replaceState(null, '', target);
  } else {
    history.pushState(null, '', target);
  }
  dispatchEvent(new Event('datacube-address'));
}

/** Calls whenever the address has changed, by a link, by {@link navigate} or by the browser's buttons. */
export function onAddress(listener: () => void): void {
  addEventListener('datacube-address', listener);
  addEventListener('popstate', listener);
}

/** Lets links to pages of the explorer be followed without loading everything anew. */
export function followLinks(isPage: (path: string) => boolean): void {
  document.addEventListener('click', (event) => {
    const link = (event.composedPath() as Element[]).find((at): at is HTMLAnchorElement => at instanceof HTMLAnchorElement);
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || event.defaultPrevented || link.target || link.hasAttribute('download')) {
      return;
    }
    const target = new URL(link.href);
    const isHere = target.pathname === location.pathname && target.search === location.search;
    if (target.origin === location.origin && isPage(target.pathname) && !(isHere && target.hash)) {
      event.preventDefault();
      navigate(target.href);
    }
  });
}
