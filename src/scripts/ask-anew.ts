/**
 * Sends a form as a button of it would, and hands over the page that the server answers with. The page one is on stays
 * as it is.
 *
 * @param action value of the field `action`
 * @throws when there is no answer, or one that is no page about this form
 */
export async function askAnew(form: HTMLFormElement, action: string, signal: AbortSignal): Promise<Document> {
  const body = new URLSearchParams();
  // Files are not sent: a form that is asked for anew has none.
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  body.set('action', action);
  // Not `form.action`: that is the button, in forms whose buttons are called so.
  const to = form.getAttribute('action') ?? location.href;
  const answer = await fetch(to, { method: 'POST', body, signal, redirect: 'error' });
  const type = answer.headers.get('content-type') ?? '';
  if (!answer.ok || !type.startsWith('text/html')) throw new Error(`Answered with ${String(answer.status)}`);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/** Puts the element of this id in the answer in the place of that on the page; undefined when either has none. */
export function takeOver(answer: Document, id: string): HTMLElement | undefined {
  const old = document.getElementById(id);
  const fresh = answer.getElementById(id);
  if (!old || !fresh) return undefined;
  const adopted = document.adoptNode(fresh);
  reopen(old, adopted);
  old.replaceWith(adopted);
  return adopted;
}

/** What was opened stays open, as long as there is as much to open as before. */
function reopen(old: HTMLElement, fresh: HTMLElement): void {
  const before = [...old.querySelectorAll('details')];
  const after = [...fresh.querySelectorAll('details')];
  if (before.length !== after.length) return;
  after.forEach((details, index) => (details.open = before[index]?.open ?? details.open));
}
