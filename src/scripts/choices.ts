/**
 * What lies over the page as long as it is open, a list of choices or a menu, closes as soon as one turns to something
 * else, by pointer or by Tab, or leaves it by Escape.
 */
const OPEN = ':is(.choice, .menu)[open]';

document.addEventListener('click', ({ target }) => closeAround(target));

document.addEventListener('keyup', ({ key, target }) => {
  if (key === 'Tab') closeAround(target);
});

document.addEventListener('keydown', ({ key }) => {
  const left = key === 'Escape' ? document.activeElement?.closest(OPEN) : null;
  left?.removeAttribute('open');
  left?.querySelector('summary')?.focus();
});

/** Closes what is open, save what holds this. */
function closeAround(place: EventTarget | null): void {
  const within = place instanceof Element ? place.closest(OPEN) : null;
  for (const open of document.querySelectorAll(OPEN)) if (open !== within) open.removeAttribute('open');
}
