/**
 * Sends the browser on with the cookies it is to keep or to forget. A response of its own: one that Astro makes for a
 * redirect leaves out headers that the page has set.
 */
export function goOn(to: string, cookies: readonly string[]): Response {
  const headers = new Headers({ Location: to });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}
