/** Tells those who do not see the page what has just happened on it. */
export function say(text: string | undefined): void {
  const region = document.querySelector('#said');
  if (region && text !== undefined) region.textContent = text;
}
