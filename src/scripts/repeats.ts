import { askAnew, takeOver } from './ask-anew.ts';
import { previewAnew } from './preview.ts';
import { say } from './say.ts';

/**
 * `<button name="action" value="add …" data-repeat="id">`: adds or takes away a row of the element of that id without a
 * new page. Without an answer the form is sent as it would have been.
 */
const CONTROLS = 'input, select, textarea';

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const button = target?.closest<HTMLButtonElement>('button[data-repeat]');
  const form = button?.form;
  const id = button?.dataset['repeat']?.replace('#', '');
  if (!button || !form || id === undefined || !document.getElementById(id)) return;
  event.preventDefault();
  if (form.getAttribute('aria-busy') === 'true') return;
  form.setAttribute('aria-busy', 'true');
  repeat(form, button, id)
    .catch(() => {
      delete button.dataset['repeat'];
      form.requestSubmit(button);
    })
    .finally(() => form.removeAttribute('aria-busy'));
});

async function repeat(form: HTMLFormElement, button: HTMLButtonElement, id: string): Promise<void> {
  const before = controlsIn(id);
  const answer = await askAnew(form, button.value, new AbortController().signal);
  if (!takeOver(answer, id)) throw new Error(`The answer has no ${id}.`);
  takeOver(answer, 'sections');
  const fresh = [...controlsIn(id)].find(([control]) => !before.has(control))?.[1];
  (fresh ?? document.getElementById(id))?.focus();
  say(fresh ? document.body.dataset['added'] : document.body.dataset['removed']);
  previewAnew(form);
}

function controlsIn(id: string): Map<string, HTMLElement> {
  const controls = document.getElementById(id)?.querySelectorAll<HTMLElement>(CONTROLS) ?? [];
  return new Map(
    [...controls].filter((control) => control.id !== '').map((control) => [control.id, control]),
  );
}
