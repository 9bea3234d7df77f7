import { say } from './say.ts';

/**
 * `<button data-copy="id" hidden>` copies the value of the field of that id, or the text of any other element of it.
 * `<button data-copy-link="…" hidden>` copies a whole address, and so does a link to a place on the page, `.row-link`.
 * The nearest `data-copied` says what is then told. Buttons show to those whom they work for.
 */
const BUTTONS = 'button:is([data-copy], [data-copy-link])';
const SHOWN = 2_000;

for (const button of document.querySelectorAll<HTMLButtonElement>(BUTTONS))
  button.hidden = !window.isSecureContext && !fieldFor(button);

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const pressed = target?.closest<HTMLElement>(`${BUTTONS}, .row-link`);
  if (!pressed) return;
  fieldFor(pressed)?.select();
  copy(textFor(pressed))
    .then(() => confirm(pressed))
    .catch(() => {
      // What is selected, or stands in the address bar, can still be copied by hand.
    });
});

function elementFor({ dataset }: HTMLElement): HTMLElement | null {
  return document.getElementById(dataset['copy'] ?? '');
}

function fieldFor(pressed: HTMLElement): HTMLInputElement | undefined {
  const element = elementFor(pressed);
  return element instanceof HTMLInputElement ? element : undefined;
}

function textFor(pressed: HTMLElement): string {
  const address = pressed.dataset['copyLink'] ?? pressed.getAttribute('href');
  if (address !== null) return new URL(address, location.href).href;
  const element = elementFor(pressed);
  // What lies folded has no inner text, since it is not rendered.
  const text = element?.checkVisibility() === true ? element.innerText : element?.textContent;
  return fieldFor(pressed)?.value ?? text ?? '';
}

/** Without TLS a browser has no clipboard to write to. */
async function copy(text: string): Promise<void> {
  if (!window.isSecureContext) throw new Error('No clipboard.');
  await navigator.clipboard.writeText(text);
}

function confirm(pressed: HTMLElement): void {
  const copied = pressed.closest<HTMLElement>('[data-copied]')?.dataset['copied'];
  if (copied === undefined || pressed.classList.contains('copied')) return;
  const before = [...pressed.childNodes];
  pressed.classList.add('copied');
  if (pressed instanceof HTMLButtonElement) pressed.textContent = copied;
  say(copied);
  setTimeout(() => {
    pressed.classList.remove('copied');
    pressed.replaceChildren(...before);
  }, SHOWN);
}
