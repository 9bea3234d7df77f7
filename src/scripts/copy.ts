import { say } from './say.ts';

/** `<button data-copy="id" hidden>`: copies the value of the field of that id. Shown only to those whom it works for. */
const SHOWN = 2_000;

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) button.hidden = false;

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const button = target?.closest<HTMLButtonElement>('button[data-copy]');
  const field = document.getElementById(button?.dataset['copy'] ?? '');
  if (!button || !(field instanceof HTMLInputElement)) return;
  field.select();
  copy(field.value)
    .then(() => confirm(button))
    .catch(() => {
      // What is selected can still be copied by hand.
    });
});

/** Without TLS a browser has no clipboard to write to. */
async function copy(text: string): Promise<void> {
  if (!window.isSecureContext) throw new Error('No clipboard.');
  await navigator.clipboard.writeText(text);
}

function confirm(button: HTMLButtonElement): void {
  const copied = document.body.dataset['copied'];
  if (copied === undefined || button.textContent === copied) return;
  const before = button.textContent;
  button.textContent = copied;
  say(copied);
  setTimeout(() => (button.textContent = before), SHOWN);
}
