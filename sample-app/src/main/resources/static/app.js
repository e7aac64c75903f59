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

offerExamples();
setTimeout(followSyncs, INTERVAL);
