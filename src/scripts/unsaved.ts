/** `<form data-guard>`: whoever leaves the page with something typed and not saved is asked first. */
const initial = new Map<HTMLFormElement, string>();
let isLeaving = false;

function typed(form: HTMLFormElement): string {
  const pairs = [...new FormData(form)].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value.name,
  ]);
  return JSON.stringify(pairs);
}

function isUnsaved(): boolean {
  if (isLeaving) return false;
  // A page that answers a form shows what was sent, of which nothing is saved.
  const isAnswer = document.body.dataset['answer'] === 'true';
  return [...initial].some(([form, before]) => form.isConnected && (isAnswer || typed(form) !== before));
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard]'))
  initial.set(form, typed(form));

document.addEventListener('submit', (event) => {
  if (!event.defaultPrevented) isLeaving = true;
});

window.addEventListener('pageshow', () => (isLeaving = false));

window.addEventListener('beforeunload', (event) => {
  if (isUnsaved()) event.preventDefault();
});

// Not every browser asks on its own when a link is followed; where this has asked, the browser need not ask again.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!link || staysHere(link, event) || !isUnsaved()) return;
  if (window.confirm(document.body.dataset['unsaved'])) isLeaving = true;
  else event.preventDefault();
});

function staysHere(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const opensElsewhere = link.target === '_blank' || event.ctrlKey || event.metaKey || event.shiftKey;
  return (
    opensElsewhere || link.origin + link.pathname + link.search === location.href.replace(location.hash, '')
  );
}
