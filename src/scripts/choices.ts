/** A list of choices that lies over the page closes as soon as one turns to something else, or leaves it by Escape. */
const OPEN = '.choice[open]';

document.addEventListener('click', ({ target }) => {
  const within = target instanceof Element ? target.closest(OPEN) : null;
  for (const choice of document.querySelectorAll(OPEN)) if (choice !== within) choice.removeAttribute('open');
});

document.addEventListener('keydown', ({ key }) => {
  const choice = key === 'Escape' ? document.activeElement?.closest(OPEN) : null;
  choice?.removeAttribute('open');
  choice?.querySelector('summary')?.focus();
});
