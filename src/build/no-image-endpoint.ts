/** The registry resizes no images: what Astro would answer at `/_image` does not exist here. */
export function GET(): Response {
  return new Response(null, { status: 404 });
}
