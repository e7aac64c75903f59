'use strict';

// The stream of server-sent events of this page. A browser has six connections to a server for all of its pages
// together: a page that nobody sees gives its own back, and is told what it has missed when it is seen again.

const LIVE_EVENTS = ['open', 'webhook', 'connection', 'sync', 'accounts', 'people', 'files', 'outage', 'announce'];

class LiveStream extends EventTarget {
  #address;
  #source;
  #closed = false;

  constructor(url) {
    super();
    this.#address = new URL(url, location.href);
    document.addEventListener('visibilitychange', () => this.#follow());
    this.#follow();
  }

  // The last event that this page knows of.
  get seen() {
    return this.#address.searchParams.get('seen');
  }

  get readyState() {
    return this.#closed ? EventSource.CLOSED : (this.#source?.readyState ?? EventSource.CONNECTING);
  }

  close() {
    this.#closed = true;
    this.#follow();
  }

  #follow() {
    const wanted = !this.#closed && document.visibilityState === 'visible';
    if (wanted && !this.#source) {
      this.#open();
    } else if (!wanted) {
      this.#source?.close();
      this.#source = undefined;
    }
  }

  #open() {
    const source = new EventSource(this.#address);
    this.#source = source;
    source.onopen = (event) => this.onopen?.(event);
    source.onerror = (event) => {
      // htmx opens another one in its place
      this.#closed ||= source.readyState === EventSource.CLOSED;
      this.onerror?.(event);
    };
    for (const type of LIVE_EVENTS) {
      source.addEventListener(type, ({ data, lastEventId }) => {
        if (lastEventId) {
          this.#address.searchParams.set('seen', lastEventId);
          this.dispatchEvent(new MessageEvent(type, { data, lastEventId }));
        }
      });
    }
  }
}

let live = { seen: null };
htmx.createEventSource = (url) => {
  live = new LiveStream(url);
  return live;
};
