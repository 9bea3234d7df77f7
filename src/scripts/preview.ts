import { askAnew, takeOver } from './ask-anew.ts';

/** `<form data-preview="#preview">`: what the page shows of the form follows what is typed, a moment later. */
const PAUSE = 400;
const pending = new WeakMap<HTMLFormElement, { timer: number; asked: AbortController }>();

function previewOf(form: HTMLFormElement): HTMLElement | null {
  const selector = form.dataset['preview'];
  return selector === undefined ? null : document.querySelector<HTMLElement>(selector);
}

function later(form: HTMLFormElement): void {
  const before = pending.get(form);
  if (before) {
    clearTimeout(before.timer);
    before.asked.abort();
  }
  const asked = new AbortController();
  const timer = window.setTimeout(() => {
    show(form, asked.signal).catch(() => {
      // Without an answer the older preview stands, and the button below it asks for a new one.
      if (!asked.signal.aborted) previewOf(form)?.removeAttribute('aria-busy');
    });
  }, PAUSE);
  pending.set(form, { timer, asked });
}

async function show(form: HTMLFormElement, signal: AbortSignal): Promise<void> {
  const preview = previewOf(form);
  if (!preview) return;
  preview.setAttribute('aria-busy', 'true');
  const answer = await askAnew(form, 'preview alone', signal);
  for (const id of [preview.id, 'sections', 'completeness']) takeOver(answer, id);
}

/** Asks for the preview of the form anew, as after a row came or went. */
export function previewAnew(form: HTMLFormElement): void {
  if (form.matches('[data-preview]')) later(form);
}

function follow({ target }: Event): void {
  const form = target instanceof Element ? target.closest('form') : null;
  if (form) previewAnew(form);
}

document.addEventListener('input', follow);
document.addEventListener('change', follow);
