'use strict';

// Links, forms and updates are attributes of htmx. This does what they cannot: the page works without it.

const main = document.getElementById('main');
const announcer = document.getElementById('announcer');
const toast = document.getElementById('toast');

function markCurrent() {
  const current = main.querySelector('.view')?.dataset.nav;
  for (const link of document.querySelectorAll('#navigation li a')) {
    link.toggleAttribute('aria-current', false);
    if (link.id === `nav-${current}`) {
      link.setAttribute('aria-current', 'page');
    }
  }
}

function arrive() {
  markCurrent();
  const navigation = document.getElementById('navigation');
  if (navigation.matches(':popover-open')) {
    navigation.hidePopover();
  }
  main.querySelector('h1')?.focus({ preventScroll: true });
}

// Updates that nobody has asked for: after an event, or while something runs.
function isUpdate(detail) {
  const event = detail.requestConfig?.triggeringEvent;
  return detail.requestConfig?.verb === 'get' && (!event || event.type.startsWith('sse:') || event.type === 'hx:poll:trigger');
}

// What somebody is about to use stays as it is.
function isInUse(tile) {
  const active = document.activeElement;
  return Boolean(tile.querySelector('details[open], form[data-typed]'))
    || (tile.contains(active) && active.matches('input, select, textarea'));
}

function isAbout(event, tile) {
  const subject = event?.detail?.data;
  return !subject || subject === '*' || !tile.dataset.connection || subject === tile.dataset.connection;
}

document.body.addEventListener('htmx:beforeRequest', (event) => {
  const { detail } = event;
  const tile = detail.target;
  if (!tile.classList.contains('tile')) {
    return;
  }
  if (isUpdate(detail)) {
    if (!isAbout(detail.requestConfig.triggeringEvent, tile)) {
      event.preventDefault();
    } else if (isInUse(tile) || tile.asking) {
      event.preventDefault();
      tile.dataset.stale = '';
    }
    detail.xhr.turn = tile.turn;
    return;
  }
  // an update that is under way would bring back what was there before
  tile.turn = (tile.turn || 0) + 1;
  tile.focused = document.activeElement.id;
  // htmx loses the answer to a link that is no longer there
  tile.asking = detail.xhr;
  detail.xhr.addEventListener('loadend', () => {
    if (tile.asking === detail.xhr) {
      tile.asking = null;
    }
  });
});

document.body.addEventListener('htmx:beforeSwap', (event) => {
  const { detail, target } = event;
  // what has asked may be gone: then something newer is there
  const { elt } = detail.requestConfig;
  if (target.classList.contains('tile') && isUpdate(detail) && (detail.xhr.turn !== target.turn || isInUse(target) || !elt.isConnected)) {
    detail.shouldSwap = false;
  }
});

document.body.addEventListener('htmx:afterSettle', ({ detail, target }) => {
  if (target === main) {
    arrive();
    return;
  }
  if (!target.classList.contains('tile')) {
    return;
  }
  delete target.dataset.stale;
  target.removeAttribute('aria-busy');
  if (!isUpdate(detail)) {
    const said = target.querySelector('.outcome .said');
    if (said) {
      announcer.textContent = said.textContent;
    }
    // a button that was disabled meanwhile has lost the focus
    if (document.activeElement === document.body && target.focused) {
      const focused = document.getElementById(target.focused);
      (focused?.closest('details:not([open])')?.querySelector('summary') ?? focused)?.focus({ preventScroll: true });
    }
  }
});

function catchUp(event) {
  const tile = event.target.closest?.('.tile[data-stale]');
  if (tile) {
    setTimeout(() => {
      if (!isInUse(tile)) {
        htmx.trigger(tile, 'refresh');
      }
    });
  }
}

document.body.addEventListener('focusout', catchUp);
document.body.addEventListener('toggle', catchUp, true);
document.body.addEventListener('input', (event) => event.target.form?.toggleAttribute('data-typed', true));
document.body.addEventListener('htmx:historyRestore', arrive);

for (const failure of ['htmx:responseError', 'htmx:sendError']) {
  document.body.addEventListener(failure, () => {
    toast.textContent = 'The application did not answer as it should. Try again in a moment.';
    toast.hidden = false;
    setTimeout(() => {
      toast.hidden = true;
    }, 8000);
  });
}

document.getElementById('themes').hidden = false;
document.getElementById('theme').addEventListener('change', ({ target }) => {
  document.documentElement.dataset.theme = target.value;
  document.cookie = `theme=${target.value}; path=/; max-age=31536000; samesite=strict`;
});

markCurrent();
