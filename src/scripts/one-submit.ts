/** A form is sent once, however often its button is pressed. The server holds to the same; this spares the surprise. */
const PATIENCE = 10_000;

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
  if (form.getAttribute('method') !== 'post') return;
  if (form.dataset['sent'] !== undefined) {
    event.preventDefault();
    return;
  }
  // The button itself stays as it is: one that is disabled would not send its value.
  form.dataset['sent'] = '';
  // An answer that is a file leaves the page where it is.
  setTimeout(() => delete form.dataset['sent'], PATIENCE);
});

// A page that the browser kept, and shows again after "back".
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]'))
    delete form.dataset['sent'];
});
