'use strict';

// The page works without this file: it fills in examples and follows running syncs.

const INTERVAL = 1500;

function offerExamples() {
  const action = document.getElementById('action');
  const input = document.getElementById('input');
  if (!action || !input) {
    return;
  }
  const example = () => action.selectedOptions[0].dataset.example;
  let offered = example();
  action.addEventListener('change', () => {
    // what somebody typed stays
    if (input.value.trim() === '' || input.value === offered) {
      input.value = example();
    }
    offered = example();
  });
}

async function followSyncs() {
  if (document.getElementById('syncs')?.dataset.running !== 'true') {
    return;
  }
  try {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const id of ['syncs', 'records']) {
      const part = page.getElementById(id);
      if (part) {
        document.getElementById(id).replaceWith(part);
      }
    }
  } catch (error) {
    // the application may be starting again: look once more later
  }
  setTimeout(followSyncs, INTERVAL);
}

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className || '';
  return made;
}

// Webhooks are shown as they come in. After a break the stream begins with the last ones again.
function showWebhooks() {
  const list = document.getElementById('webhook-list');
  const state = document.getElementById('webhooks-state');
  if (!list || !window.EventSource) {
    return;
  }
  const stream = new EventSource('/api/webhooks/stream');
  state.hidden = false;
  stream.onopen = () => {
    state.textContent = 'live';
    state.className = 'badge good';
  };
  stream.onerror = () => {
    state.textContent = 'not live';
    state.className = 'badge idle';
  };
  stream.onmessage = (message) => {
    const webhook = JSON.parse(message.data);
    if (list.querySelector(`[data-id="${Number(webhook.id)}"]`)) {
      return;
    }
    document.getElementById('no-webhooks')?.remove();
    const item = document.createElement('li');
    item.dataset.id = webhook.id;
    const time = element('time', new Date(webhook.receivedAt).toLocaleTimeString());
    time.dateTime = webhook.receivedAt;
    item.append(element('span', webhook.type, `badge ${webhook.good ? 'good' : 'bad'}`), ' ',
      element('strong', webhook.connection ?? ''), ' ', element('span', webhook.text), ' ', time);
    list.prepend(item);
    while (list.children.length > 20) {
      list.lastElementChild.remove();
    }
  };
}

// What the listeners write after a webhook is shown without loading the page again.
function followWebhooks() {
  if (!document.querySelector('[data-live]') || !window.EventSource) {
    return;
  }
  let planned;
  const refresh = async () => {
    try {
      const answer = await fetch(location.href);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of document.querySelectorAll('[data-live]')) {
        const fresh = page.getElementById(part.id);
        // what somebody is about to use stays
        if (fresh && !part.contains(document.activeElement) && !part.querySelector('details[open]')) {
          part.replaceWith(fresh);
        }
      }
    } catch (error) {
      // the application may be starting again: the next webhook tries once more
    }
  };
  new EventSource('/api/webhooks/stream').onmessage = () => {
    clearTimeout(planned);
    planned = setTimeout(refresh, INTERVAL);
  };
}

offerExamples();
followWebhooks();
showWebhooks();
setTimeout(followSyncs, INTERVAL);
