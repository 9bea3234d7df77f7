/**
 * The list follows while one types or chooses: it is asked of the server, at the address that the form would lead to.
 * That address then stands in the address bar, so that a reload, a link and the way back show the same.
 */
const TYPED = 200;

/** What depends on the filters beside the list: other days and other languages keep them. */
const PARTS = ['#results', '.languages', '.as-of', '.panels'];

const form = document.querySelector<HTMLFormElement>('.finder');
if (form) follow(form);

function follow(finder: HTMLFormElement): void {
  let asking = new AbortController();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const ask = (wait: number): void => {
    clearTimeout(waiting);
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    waiting = setTimeout(() => {
      show(finder, signal).catch(() => {
        if (!signal.aborted) finder.submit();
      });
    }, wait);
  };
  finder.addEventListener('input', ({ target }) => {
    ask(target instanceof HTMLInputElement && target.type === 'search' ? TYPED : 0);
  });
  finder.addEventListener('submit', (event) => {
    event.preventDefault();
    ask(0);
  });
}

async function show(finder: HTMLFormElement, signal: AbortSignal): Promise<void> {
  const address = addressOf(finder);
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`Answered with ${String(answer.status)}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (signal.aborted) return;
  for (const part of PARTS) {
    const [old, fresh] = [document, page].map((within) => within.querySelector(part));
    if (old && fresh) old.replaceWith(document.adoptNode(fresh));
  }
  takeOverFigures(page);
  history.replaceState(history.state, '', address);
}

/** As the form sends it, without what is empty. */
function addressOf(finder: HTMLFormElement): URL {
  const address = new URL(finder.action);
  for (const [name, value] of new FormData(finder))
    if (typeof value === 'string' && value.trim() !== '') address.searchParams.append(name, value);
  address.hash = '';
  return address;
}

/** How many are shown, which is read out, and how many values each filter has: the fields themselves stay as they are. */
function takeOverFigures(page: Document): void {
  const [old, fresh] = [document, page].map((within) => [
    ...within.querySelectorAll('#count, .finder summary'),
  ]);
  fresh?.forEach((one, index) => {
    const shown = old?.[index];
    if (shown && shown.innerHTML !== one.innerHTML) shown.replaceChildren(...one.childNodes);
  });
}
